import { MessageFlags } from 'discord.js';
import { describe, expect, it } from 'vitest';
import { benchForEachTest, CHANNEL, channelOf, messagesPath } from './support.ts';

const bench = benchForEachTest();

describe('an invalid message', () => {
  const row = (...components: object[]) => ({ type: 1, components });
  const link = { type: 2, style: 5, label: 'Official text', url: 'https://ministry.example/12' };
  const press = { type: 2, style: 1, label: 'Why', custom_id: 'why:9' };
  const embed = (fields: object) => ({ content: 'x', embeds: [{ title: 'x', ...fields }] });

  it.each([
    ['content over 2000', { content: 'x'.repeat(2001) }, 'content'],
    ['a nonce over 25', { content: 'x', nonce: 'x'.repeat(26) }, 'nonce'],
    ['an unknown key', { content: 'x', colour: 'red' }, 'colour'],
    ['an unknown key inside', embed({ colour: 3 }), 'embeds.0.colour'],
    ['a title over 256', embed({ title: 'x'.repeat(257) }), 'embeds.0.title'],
    [
      'embeds over 6000 together',
      { embeds: [{ description: 'x'.repeat(3001) }, { description: 'x'.repeat(3000) }] },
      'embeds',
    ],
    ['an embed that shows nothing', { embeds: [{ color: 3 }] }, 'embeds.0.description'],
    ['a field without a value', embed({ fields: [{ name: 'From', value: ' ' }] }), 'embeds.0.fields.0.value'],
    ['a picture that is no address', embed({ image: { url: 'picture' } }), 'embeds.0.image.url'],
    [
      'parse together with roles',
      { content: 'x', allowed_mentions: { parse: ['roles'], roles: ['7'] } },
      'allowed_mentions',
    ],
    [
      'six buttons in a row',
      { content: 'x', components: [row(link, link, link, link, link, link)] },
      'components.0.components',
    ],
    ['six rows', { content: 'x', components: Array.from({ length: 6 }, () => row(link)) }, 'components'],
    [
      'a button without a style',
      { content: 'x', components: [row({ ...press, style: undefined })] },
      'components.0.components.0.style',
    ],
    [
      'a label over 80',
      { content: 'x', components: [row({ ...press, label: 'x'.repeat(81) })] },
      'components.0.components.0.label',
    ],
    [
      'a link without an address',
      { content: 'x', components: [row({ ...link, url: undefined })] },
      'components.0.components.0.url',
    ],
    [
      'a link with an id',
      { content: 'x', components: [row({ ...link, custom_id: 'a' })] },
      'components.0.components.0.custom_id',
    ],
    [
      'a button that shows nothing',
      { content: 'x', components: [row({ ...press, label: '' })] },
      'components.0.components.0.label',
    ],
    [
      'one id twice',
      { content: 'x', components: [row(press), row(press)] },
      'components.1.components.0.custom_id',
    ],
    ['components V2 with content', { content: 'x', flags: MessageFlags.IsComponentsV2 }, 'content'],
  ])('%s is refused with 50035 and recorded', async (_name, body, path) => {
    await expect(bench.rest().post(messagesPath, { body })).rejects.toMatchObject({
      status: 400,
      code: 50035,
    });

    expect(
      bench.fake.violations.flatMap(({ problems }) => problems.map((problem) => problem.path.join('.'))),
    ).toEqual([path]);
    expect(bench.fake.messages(CHANNEL)).toEqual([]);
  });

  it.each([
    ['no content', {}],
    ['only spaces', { content: ' \n ' }],
  ])('%s is refused with 50006 and recorded', async (_name, body) => {
    await expect(bench.rest().post(messagesPath, { body })).rejects.toMatchObject({
      status: 400,
      code: 50006,
    });

    expect(bench.fake.violations).toHaveLength(1);
  });

  it('an edit that would leave nothing is refused with 50006', async () => {
    const message = await channelOf(await bench.loggedIn()).send('all there is');

    await expect(message.edit({ content: '' })).rejects.toMatchObject({ code: 50006 });

    expect(bench.fake.messages(CHANNEL)).toMatchObject([{ content: 'all there is', edits: [] }]);
    expect(bench.fake.violations).toHaveLength(1);
  });

  it.each([
    ['2000 characters outside the basic plane', { content: '𝌆'.repeat(2000) }],
    [
      'embeds of exactly 6000',
      { embeds: [{ description: 'x'.repeat(3000) }, { description: 'x'.repeat(3000) }] },
    ],
    [
      'one role allowed by id',
      { content: 'x', allowed_mentions: { parse: [], roles: ['7'], replied_user: false } },
    ],
    ['components V2 alone', { flags: MessageFlags.IsComponentsV2, components: [{ type: 10, content: 'x' }] }],
    ['a link and a button', { content: 'x', components: [row(link, press)] }],
  ])('%s is not one', async (_name, body) => {
    await bench.rest().post(messagesPath, { body });

    expect(bench.fake.violations).toEqual([]);
    expect(bench.fake.messages(CHANNEL)).toHaveLength(1);
  });

  it('a request that the fake does not know is recorded, not passed over', async () => {
    await expect(bench.rest().get('/guilds/7/audit-logs')).rejects.toMatchObject({ status: 500 });

    expect(bench.fake.violations).toMatchObject([{ request: 'GET /api/v10/guilds/7/audit-logs' }]);
  });
});
