import { Locale, MessageFlags, PermissionFlagsBits } from 'discord.js';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { watch } from '../../commands/watch.ts';
import { noFilter } from '../../src/domain/filter.ts';
import { plainManners } from '../../src/domain/manners.ts';
import { listSubscriptions } from '../../src/store/subscriptions.ts';
import { briefing, storyView } from '../fakes/archive.ts';
import { NOW, type Office, openOffice } from '../fakes/bot.ts';
import { pressable, textOf, titleOf } from './support.ts';

let office: Office;
beforeEach(async () => {
  office = await openOffice();
});
afterEach(async () => {
  await office.close();
  expect(office.discord.violations).toEqual([]);
});

const use = (subcommand: string, options = {}, who = {}) =>
  office.discord.interact.command({
    name: 'watch',
    subcommand,
    channelId: office.channelId,
    options,
    ...who,
  });
const saved = () => listSubscriptions(office.db, office.guildId);

it('watches this channel with every default when nothing is chosen', async () => {
  const reply = await use('add');

  expect(reply.ephemeral).toBe(true);
  expect(titleOf(reply)).toBe('Watching export licences in #alerts');
  expect(textOf(reply)).toContain(
    '✓ View Channel · ✓ Send Messages · ✓ Embed Links · ✓ Attach Files · ✓ Read Message History',
  );
  expect(await saved()).toEqual([
    {
      id: 1,
      guildId: office.guildId,
      channelId: office.channelId,
      ...noFilter,
      roleId: null,
      language: 'both',
      market: 'US',
      ...plainManners,
      pausedAt: null,
      parked: null,
      since: NOW,
      createdAt: NOW,
      createdBy: reply.interaction.userId,
    },
  ]);
});

it('saves what was chosen, with all members of a family of goods', async () => {
  const other = office.discord.channel({ guildId: office.guildId, name: 'metals' });
  const role = office.discord.role({ guildId: office.guildId, name: 'metals-desk', mentionable: true });

  const reply = await use('add', {
    channel: other.id,
    goods: 'graphite, 镓',
    tiers: 'decision,measure',
    role: role.id,
    language: 'zh',
    market: 'Japan',
  });

  expect(textOf(reply)).toContain('graphite (all), gallium');
  expect(textOf(reply)).not.toContain('⚠');
  expect((await saved())[0]).toMatchObject({
    channelId: other.id,
    tiers: ['decision', 'measure'],
    goods: ['artificial graphite anode materials', 'graphite', 'gallium'],
    roleId: role.id,
    language: 'zh',
    market: 'Japan',
  });
});

it('names the missing permissions as Discord does, and saves nothing', async () => {
  office.discord.setPermissions(
    office.channelId,
    PermissionFlagsBits.ViewChannel | PermissionFlagsBits.SendMessages,
  );

  const reply = await use('add');

  expect(reply.content).toContain('Missing: **Embed Links**, **Attach Files**, **Read Message History**.');
  expect(reply.content).toContain('Channel settings → Permissions → Ministry Wire');
  expect(await saved()).toEqual([]);
});

it('shows what the last 90 days would have sent', async () => {
  await office.archive.story({ on: '2031-03-01', facts: { action: 'approve', goods: ['gallium'] } });
  await office.archive.story({ on: '2031-02-20', facts: { action: 'statement', goods: ['gallium'] } });
  await office.archive.story({ on: '2031-02-19', facts: { action: 'approve', goods: ['coal'] } });
  await office.archive.story({ on: '2030-10-01', facts: { action: 'approve', goods: ['gallium'] } });

  const reply = await use('add', { goods: 'gallium' });

  expect(textOf(reply)).toContain('last 90 days: 1 message with a push, 1 silent');
  expect(textOf(reply)).toContain('1 Mar 2031');
  expect(textOf(reply)).not.toContain('19 Feb 2031');
  expect(textOf(reply)).not.toContain('2030');
});

it('warns that phones stay quiet where the server notifies on mentions only', async () => {
  expect(textOf(await use('add'))).toContain('⚠ Phones may stay quiet');
});

it('does not take @everyone for a role', async () => {
  const reply = await use('add', { role: office.guildId });

  expect(reply.content).toContain('Choose another role');
  expect(await saved()).toEqual([]);
});

it('does not save the same watch twice', async () => {
  await use('add', { goods: 'gallium' });

  const reply = await use('add', { goods: 'Ga' });

  expect(reply.content).toContain('watch 1 tells #alerts the same already');
  expect(await saved()).toHaveLength(1);
});

it('refuses goods that it does not know', async () => {
  const reply = await use('add', { goods: 'unobtainium' });

  expect(reply.content).toContain('no goods called unobtainium');
  expect(await saved()).toEqual([]);
});

it('configures nothing for members who may not manage the server', async () => {
  const anybody = { memberPermissions: PermissionFlagsBits.SendMessages };

  expect((await use('add', {}, anybody)).content).toContain('**Manage Server**');
  expect((await use('add', {}, { ...anybody, locale: Locale.ChineseCN })).content).toContain('管理服务器');
  expect(await saved()).toEqual([]);
});

it('lists the watches of this server, and of no other', async () => {
  const elsewhere = office.discord.guild({ name: 'Elsewhere' });
  const channel = office.discord.channel({ guildId: elsewhere.id, name: 'secret' });
  await use('add', { channel: office.channelId, goods: 'gallium' });
  await office.discord.interact.command({ name: 'watch', subcommand: 'add', channelId: channel.id });

  const reply = await use('list');

  expect(titleOf(reply)).toBe('1 watch in this server');
  expect(textOf(reply)).toContain('**1 · #alerts**  decisions, measures, statements · gallium');
  expect(textOf(reply)).not.toContain('secret');
});

it('says how to begin where nothing is watched', async () => {
  expect((await use('list')).content).toContain('`/watch add`');
});

it('completes the watches to remove, and removes the one chosen', async () => {
  await use('add', { goods: 'gallium' });
  await use('add', { goods: 'coal' });

  const { choices } = await office.discord.interact.autocomplete({
    name: 'watch',
    subcommand: 'remove',
    channelId: office.channelId,
    options: { watch: 2 },
    focused: 'watch',
  });
  expect(choices).toEqual([{ name: '2 · #alerts · decisions, measures, statements · coal', value: 2 }]);

  expect((await use('remove', { watch: 2 })).content).toBe(
    'Watch 2 is removed: it sends nothing to #alerts any more.',
  );
  expect((await saved()).map(({ id }) => id)).toEqual([1]);
});

it('removes no watch of another server', async () => {
  await use('add');
  const elsewhere = office.discord.guild({ name: 'Elsewhere' });
  const channel = office.discord.channel({ guildId: elsewhere.id });

  const reply = await office.discord.interact.command({
    name: 'watch',
    subcommand: 'remove',
    channelId: channel.id,
    options: { watch: 1 },
  });

  expect(reply.content).toContain('no watch 1 in this server');
  expect(await saved()).toHaveLength(1);
});

it('gives up what waits for a channel when its last watch is removed', async () => {
  await use('add', { goods: 'gallium' });
  await use('add', { goods: 'coal' });
  await office.archive.delivery(
    'waiting',
    office.channelId,
    { kind: 'story', view: storyView() },
    { state: 'pending' },
  );
  const states = () => office.db.selectFrom('deliveries').select('state').execute();

  await use('remove', { watch: 1 });
  expect(await states()).toEqual([{ state: 'pending' }]);

  await use('remove', { watch: 2 });
  expect(await states()).toEqual([{ state: 'rejected' }]);
});

it('is removed by the button under its confirmation, by those who may manage the server', async () => {
  const added = await use('add');

  const refused = await office.discord.interact.button({
    ...pressable(added, 'Remove'),
    memberPermissions: 0n,
  });
  expect(refused.content).toContain('**Manage Server**');
  expect(await saved()).toHaveLength(1);

  const removed = await office.discord.interact.button(pressable(added, 'Remove'));
  expect(removed.content).toContain('Watch 1 is removed');
  expect(await saved()).toEqual([]);
});

it('sends a test on request: marked, silent, and gone at the press of its button', async () => {
  const added = await use('add');

  const sent = await office.discord.interact.button(pressable(added, 'Send a test'));

  expect(sent.content).toBe('A test is in #alerts. It is silent and mentions nobody.');
  const [message] = office.discord.messages(office.channelId);
  expect(message?.content).toMatch(/^TEST, not news/);
  expect(message?.flags).toBe(MessageFlags.SuppressNotifications);

  const gone = await office.discord.interact.button(pressable({ message: message ?? null }, 'Delete'));
  expect(gone.ephemeral).toBe(true);
  expect(office.discord.messages(office.channelId)).toEqual([]);
});

it('names what a test lacks, where a permission was taken away meanwhile', async () => {
  const added = await use('add');
  office.discord.setPermissions(office.channelId, PermissionFlagsBits.ViewChannel);

  const reply = await office.discord.interact.button(pressable(added, 'Send a test'));

  expect(reply.content).toContain('Missing: **Send Messages**');
  expect(office.discord.messages(office.channelId)).toEqual([]);
});

const complete = (subcommand: string, focused: string, value: string | number, locale = Locale.EnglishUS) =>
  office.discord.interact.autocomplete({
    name: 'watch',
    subcommand,
    channelId: office.channelId,
    options: { [focused]: value },
    focused,
    locale,
  });

describe('a filter', () => {
  it('is saved by the names that people give, in either language', async () => {
    const reply = await use('add', {
      kinds: 'measures',
      actions: 'new control, 许可获批',
      destinations: '日本, US',
      authorities: 'VN',
      sources: 'Varnian gazette',
      'source-languages': 'English, 中文',
      words: '磁材, "general licence, of any kind"',
    });

    expect((await saved())[0]).toMatchObject({
      kinds: ['measure'],
      actions: ['new_control', 'approve'],
      destinations: ['Japan', 'United States'],
      authorities: ['VN'],
      sources: ['vn-trade-gazette'],
      sourceLanguages: ['en', 'zh'],
      words: ['磁材', '"general licence, of any kind"'],
    });
    const list = textOf(await use('list'));
    for (const text of [textOf(reply), list]) {
      expect(text).toContain('kinds: measures');
      expect(text).toContain('actions: new control, licences granted');
      expect(text).toContain('to: Japan, United States');
      expect(text).toContain('by: Vietnam (all)');
      expect(text).toContain('sources: Varnian gazette');
      expect(text).toContain('published in: English, Chinese');
      expect(text).toContain('words: “磁材”, "general licence, of any kind"');
    }
  });

  it('is shown in the language of the reader', async () => {
    await use('add', { actions: 'new_control', destinations: 'Japan', sources: 'vn-trade-gazette' });

    const text = textOf(await use('list', {}, { locale: Locale.ChineseCN }));

    expect(text).toContain('动作：新增管制');
    expect(text).toContain('目的国：日本');
    expect(text).toContain('来源：瓦尼亚公报');
  });

  it.each([
    ['actions', 'granting', '`actions` knows no granting'],
    ['destinations', 'Japan, Atlantis', '`destinations` knows no Atlantis'],
    ['authorities', 'Japan', '`authorities` knows no Japan'],
    ['sources', '*all*', '`sources` knows no \\*all\\*'],
    ['words', '镓, "…"', '`words` needs letters'],
  ])('is refused where %s cannot be followed, and nothing is saved', async (option, value, refusal) => {
    expect((await use('add', { [option]: value })).content).toContain(refusal);
    expect(await saved()).toEqual([]);
  });

  it.each([
    ['actions', 'new', Locale.EnglishUS, ['new control'], ['new_control']],
    ['actions', '获批', Locale.ChineseCN, ['许可获批'], ['approve']],
    ['destinations', 'US, 日本', Locale.EnglishUS, ['United States, Japan'], ['United States, Japan']],
    ['destinations', 'US, japa', Locale.EnglishUS, ['United States, Japan'], ['United States, Japan']],
    ['authorities', '', Locale.EnglishUS, ['Vietnam (all)', "Varnia's trade ministry"], ['VN', 'vn-trade']],
    ['sources', 'gaz', Locale.EnglishUS, ['Varnian gazette'], ['vn-trade-gazette']],
    ['source-languages', 'chi', Locale.EnglishUS, ['Chinese'], ['zh']],
  ])('completes %s from "%s"', async (option, typed, locale, names, values) => {
    const { choices } = await complete('add', option, typed, locale);

    expect(choices.map(({ name }) => name)).toEqual(names);
    expect(choices.map(({ value }) => value)).toEqual(values);
  });

  it('shows what it would have sent, and what each word found and where', async () => {
    const quote = {
      in: 'text' as const,
      start: 0,
      end: 9,
      words: 'licences for magnet makers were approved',
    };
    await office.archive.story({
      ...{ on: '2031-03-01', title: 'Answers of the spokesperson' },
      facts: { action: 'approve', destinations: ['Japan'] },
      evidence: { action: [quote] },
    });
    await office.archive.story({ on: '2031-02-01', title: '关于镓的公告', facts: { action: 'new_control' } });
    await office.archive.story({ on: '2031-01-20', facts: { action: 'statement' } });

    const text = textOf(await use('add', { words: 'Magnets, 鎵, coal' }));

    expect(text).toContain('last 90 days: 2 messages with a push, 0 silent');
    expect(text).toContain('“Magnets” would have matched 1: licences for **magnet** makers were approved');
    expect(text).toContain('“鎵” would have matched 1: 关于**镓**的公告');
    expect(text).toContain('“coal” would have matched 0');
  });

  it('warns where nothing would have been sent, and says which filter holds it back', async () => {
    await office.archive.story({ on: '2031-03-01', facts: { action: 'approve', destinations: ['Japan'] } });
    await office.archive.story({ on: '2031-03-02', facts: { action: 'statement', goods: ['gallium'] } });

    const text = textOf(await use('add', { destinations: 'Japan', goods: 'gallium', actions: 'deny' }));

    expect(text).toContain('⚠ Nothing of the last 90 days would have been sent: of 2 stories, none passes.');
    expect(text).toContain('Passing one filter alone: actions 0 · goods 1 · to 1');
  });

  it('looks at every page that tells a story', async () => {
    await office.archive.story({ on: '2031-03-01', source: briefing, facts: { action: 'approve' } });

    expect(textOf(await use('add', { 'source-languages': 'zh' }))).toContain('1 message with a push');
    expect(textOf(await use('add', { sources: 'vn-trade-gazette' }))).toContain('⚠ Nothing');
    expect(textOf(await use('add', { authorities: 'Vietnam' }))).toContain('1 message with a push');
  });
});

describe('a watch that is edited', () => {
  it('changes what was named, and keeps the rest', async () => {
    await office.archive.story({ on: '2031-03-01', facts: { action: 'approve', goods: ['gallium'] } });
    await office.archive.story({ on: '2031-03-02', facts: { action: 'statement', goods: ['gallium'] } });
    const role = office.discord.role({ guildId: office.guildId, name: 'desk', mentionable: true });
    await use('add', { goods: 'gallium', language: 'zh', role: role.id, words: 'notice' });
    const [before] = await saved();

    const reply = await use('edit', { watch: 1, tiers: 'decision', words: 'none', market: 'Japan' });

    expect(titleOf(reply)).toBe('Watch 1 in #alerts is changed');
    expect(textOf(reply)).toContain('Before this change: 1 message with a push, 1 silent');
    expect(textOf(reply)).toContain('last 90 days: 1 message with a push, 0 silent');
    expect(await saved()).toEqual([{ ...before, tiers: ['decision'], words: [], market: 'Japan' }]);
  });

  it('lets everything through again, and pings nobody', async () => {
    const role = office.discord.role({ guildId: office.guildId, name: 'desk', mentionable: true });
    await use('add', { goods: 'gallium', tiers: 'measure', actions: 'deny', role: role.id });
    const cleared = { goods: 'None', tiers: 'none', actions: '无', 'no-role': true };

    await use('edit', { watch: 1, ...cleared });

    expect((await saved())[0]).toMatchObject({ ...noFilter, roleId: null });
  });

  it('moves to another channel only where the bot may post', async () => {
    await use('add');
    const closed = office.discord.channel({ guildId: office.guildId, name: 'closed' });
    const open = office.discord.channel({ guildId: office.guildId, name: 'open' });
    office.discord.setPermissions(closed.id, PermissionFlagsBits.ViewChannel);

    expect((await use('edit', { watch: 1, channel: closed.id })).content).toContain('**Send Messages**');
    expect((await saved())[0]?.channelId).toBe(office.channelId);

    await use('edit', { watch: 1, channel: open.id });
    expect((await saved())[0]?.channelId).toBe(open.id);
  });

  it.each([
    [{ watch: 2 }, 'watch 2 is like that already'],
    [{ watch: 2, goods: 'Ga' }, 'watch 1 tells #alerts the same already'],
    [{ watch: 2, goods: 'unobtainium' }, 'no goods called unobtainium'],
    [{ watch: 9, goods: 'coal' }, 'no watch 9 in this server'],
  ])('stays as it is for %o', async (options, answer) => {
    await use('add', { goods: 'gallium' });
    await use('add', { goods: 'coal' });
    const before = await saved();

    expect((await use('edit', options)).content).toContain(answer);
    expect(await saved()).toEqual(before);
  });

  it('is not one of another server', async () => {
    await use('add', { goods: 'gallium' });
    const elsewhere = office.discord.guild({ name: 'Elsewhere' });
    const channel = office.discord.channel({ guildId: elsewhere.id });
    const from = { name: 'watch', channelId: channel.id };

    for (const [subcommand, options] of [
      ['edit', { watch: 1, goods: 'coal' }],
      ['pause', { watch: 1 }],
      ['resume', { watch: 1 }],
    ] as const) {
      const reply = await office.discord.interact.command({ ...from, subcommand, options });
      expect(reply.content).toContain('no watch 1 in this server');
    }
    expect((await saved())[0]).toMatchObject({ goods: ['gallium'], pausedAt: null });
  });
});

describe('a watch that is paused', () => {
  it('is kept, shown as paused, and resumed', async () => {
    await use('add', { goods: 'gallium' });

    expect((await use('pause', { watch: 1 })).content).toContain(
      'Watch 1 is paused: it tells #alerts nothing',
    );
    expect((await use('pause', { watch: 1 })).content).toContain('Watch 1 is paused. `/watch resume`');
    expect((await saved())[0]).toMatchObject({ goods: ['gallium'], pausedAt: NOW });
    expect(textOf(await use('list'))).toContain('**1 · #alerts · paused**');

    expect((await use('resume', { watch: 1 })).content).toContain('Watch 1 tells #alerts again');
    expect((await use('resume', { watch: 1 })).content).toContain('watch 1 is not paused');
    expect((await saved())[0]?.pausedAt).toBe(null);
  });

  it('stays paused while it is edited, and says so', async () => {
    await use('add');
    await use('pause', { watch: 1 });

    const reply = await use('edit', { watch: 1, goods: 'coal' });

    expect(textOf(reply)).toContain('⚠ Watch 1 is paused.');
    expect((await saved())[0]).toMatchObject({ goods: ['coal'], pausedAt: NOW });
  });

  it('is offered for resuming, and the others for pausing', async () => {
    await use('add', { goods: 'gallium' });
    await use('add', { goods: 'coal' });
    await use('pause', { watch: 2 });
    const offered = async (subcommand: string, id: number) =>
      (await complete(subcommand, 'watch', id)).choices.map(({ value }) => value);

    expect(await offered('pause', 1)).toEqual([1]);
    expect(await offered('pause', 2)).toEqual([]);
    expect(await offered('resume', 1)).toEqual([]);
    expect(await offered('resume', 2)).toEqual([2]);
    expect(await offered('edit', 2)).toEqual([2]);
  });

  it('gives up what waits, once no other watch of its channel is told', async () => {
    await use('add', { goods: 'gallium' });
    await use('add', { goods: 'coal' });
    const body = { kind: 'story', view: storyView() } as const;
    await office.archive.delivery('waiting', office.channelId, body, { state: 'pending' });
    const states = () => office.db.selectFrom('deliveries').select('state').execute();

    await use('pause', { watch: 1 });
    expect(await states()).toEqual([{ state: 'pending' }]);

    await use('pause', { watch: 2 });
    expect(await states()).toEqual([{ state: 'rejected' }]);
  });
});

it('stays within what Discord takes for one command', () => {
  const { options = [] } = watch.data.toJSON();
  for (const subcommand of options)
    if ('options' in subcommand) expect(subcommand.options?.length ?? 0).toBeLessThanOrEqual(25);
  expect(lengthOf(watch.data.toJSON())).toBeLessThanOrEqual(8000);
});

/** As Discord counts: names, descriptions and values of a command and all in it, in the longest of its languages. */
function lengthOf(part: object): number {
  const own = Object.entries(part).map(([key, value]) => {
    if (!['name', 'description', 'value'].includes(key) || typeof value !== 'string') return 0;
    const localised: Record<string, string> = (part as Record<string, never>)[`${key}_localizations`] ?? {};
    return Math.max(value.length, ...Object.values(localised).map((text) => text.length));
  });
  const inside = [
    ...('options' in part ? asList(part.options) : []),
    ...('choices' in part ? asList(part.choices) : []),
  ];
  return [...own, ...inside.map(lengthOf)].reduce((sum, length) => sum + length, 0);
}

const asList = (value: unknown): object[] => (Array.isArray(value) ? value : []);
