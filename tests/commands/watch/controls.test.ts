import { ChannelType, ComponentType, Locale, MessageFlags, PermissionFlagsBits } from 'discord.js';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { HOUR } from '../../../src/domain/moment.ts';
import { listSubscriptions, updateSubscription } from '../../../src/store/subscriptions.ts';
import { familyNames, membersOf } from '../../../src/understand/lexicon/families.ts';
import { NOW, type Office, openOffice } from '../../fakes/bot.ts';
import type { Reply } from '../../fakes/discord/index.ts';
import { labels, menus, pressable, selectable, textOf, titleOf } from '../support.ts';

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
const press = (reply: Pick<Reply, 'message'>, label: string, who = {}) =>
  office.discord.interact.button({ ...pressable(reply, label), ...who });
const choose = (reply: Pick<Reply, 'message'>, placeholder: string, values: string[], who = {}) =>
  office.discord.interact.select({ ...selectable(reply, placeholder), values, ...who });
const saved = () => listSubscriptions(office.db, office.guildId);
const basic =
  PermissionFlagsBits.ViewChannel |
  PermissionFlagsBits.SendMessages |
  PermissionFlagsBits.EmbedLinks |
  PermissionFlagsBits.AttachFiles |
  PermissionFlagsBits.ReadMessageHistory;

describe('under a watch', () => {
  it('stands everything to change it', async () => {
    const added = await use('add');

    expect(labels(added)).toEqual([
      'Send a test',
      'Language: English + 中文',
      'Quiet hours',
      'Digest',
      'Remove',
    ]);
    expect(menus(added)).toEqual(['Ping a role …', 'Only these goods …']);
  });

  it('a role is chosen, and taken back', async () => {
    const role = office.discord.role({ guildId: office.guildId, name: 'desk', mentionable: true });
    const added = await use('add');
    expect(textOf(added)).toContain('⚠ Phones may stay quiet');

    const chosen = await choose(added, 'Ping a role …', [role.id]);

    expect((await saved())[0]?.roleId).toBe(role.id);
    expect(chosen.message?.id).toBe(added.message?.id);
    expect(titleOf(chosen)).toBe('Watch 1 in #alerts is changed');
    expect(textOf(chosen)).toContain('Role: @\u200Bdesk');
    expect(textOf(chosen)).not.toContain('⚠ Phones may stay quiet');

    await choose(chosen, 'Ping a role …', []);
    expect((await saved())[0]?.roleId).toBe(null);
  });

  it('a role that nobody may mention is not saved until somebody may', async () => {
    const role = office.discord.role({ guildId: office.guildId, name: 'quiet_desk' });
    const added = await use('add');

    const refused = await choose(added, 'Ping a role …', [role.id]);

    expect(refused.content).toContain(
      "I can't ping @\u200Bquiet\\_desk in #alerts yet.\nMissing: **Mention @everyone, @here and All Roles**.",
    );
    expect(refused.content).toContain('Roles → @\u200Bquiet\\_desk → "Allow anyone to @mention this role"');
    expect((await saved())[0]?.roleId).toBe(null);

    office.discord.setPermissions(office.channelId, basic | PermissionFlagsBits.MentionEveryone);
    const shown = await press(refused, 'Try again');
    expect((await saved())[0]?.roleId).toBe(role.id);
    expect(shown.content).toBe('');
    expect(textOf(shown)).toContain('✓ Mention @\u200Beveryone, @\u200Bhere and All Roles');
  });

  it('@everyone is no role to ping', async () => {
    const added = await use('add');

    expect((await choose(added, 'Ping a role …', [office.guildId])).content).toContain('Choose another role');
    expect((await saved())[0]?.roleId).toBe(null);
  });

  it('goods are chosen from families, what the archive knows and what is usual', async () => {
    await office.archive.story({ on: '2031-03-01', facts: { goods: ['coal', 'samarium', 'tin'] } });
    const added = await use('add');
    const offered = selectable(added, 'Only these goods …').menu;
    if (offered.type !== ComponentType.StringSelect) throw new Error('no menu of words');
    const families = familyNames.map((name) => `${name} (all)`);
    expect(offered.options.slice(0, families.length + 1).map(({ label }) => label)).toEqual([
      ...families,
      'gallium',
    ]);
    expect(offered.options.slice(-3).map(({ value }) => value)).toEqual(['coal', 'tin', 'samarium']);

    const chosen = await choose(added, 'Only these goods …', ['rare earths', 'gallium']);

    expect((await saved())[0]?.goods).toEqual([...membersOf('rare earths'), 'gallium']);
    expect(textOf(chosen)).toContain('rare earths (all), gallium');
    const menu = selectable(chosen, 'Only these goods …').menu;
    if (menu.type !== ComponentType.StringSelect) throw new Error('no menu of words');
    expect(menu.options.filter((option) => option.default).map(({ value }) => value)).toEqual([
      'rare earths',
      'gallium',
    ]);
    expect(menu.options.length).toBeLessThanOrEqual(25);

    await choose(chosen, 'Only these goods …', []);
    expect((await saved())[0]?.goods).toEqual([]);
  });

  it('keeps goods that the menu has no room for', async () => {
    const goods = membersOf('semiconductors').slice(1);
    const many = [...goods, ...membersOf('rare earths').slice(1), 'gallium', 'coal', 'tungsten'].join(', ');
    const added = await use('add', { goods: many });
    const before = (await saved())[0]?.goods ?? [];
    const menu = selectable(added, 'Only these goods …').menu;
    if (menu.type !== ComponentType.StringSelect) throw new Error('no menu of words');
    const offered = menu.options.map(({ value }) => value);
    const [first = ''] = offered;

    await choose(added, 'Only these goods …', [first]);

    expect((await saved())[0]?.goods).toEqual([
      ...membersOf(first),
      ...before.filter((good) => !offered.flatMap(membersOf).includes(good)),
    ]);
  });

  it('the language goes round', async () => {
    let shown = await use('add');
    for (const [label, next] of [
      ['Language: English + 中文', 'en'],
      ['Language: English', 'zh'],
      ['Language: 中文', 'both'],
    ] as const) {
      shown = await press(shown, label);
      expect((await saved())[0]?.language).toBe(next);
    }
  });

  it('nothing changes for members who may not manage the server, nor once it is removed', async () => {
    const added = await use('add');
    const anybody = { memberPermissions: 0n };

    expect((await press(added, 'Language: English + 中文', anybody)).content).toContain('**Manage Server**');
    expect((await choose(added, 'Only these goods …', ['gallium'], anybody)).content).toContain(
      'Manage Server',
    );
    await use('remove', { watch: 1 });
    expect((await press(added, 'Language: English + 中文')).content).toContain('no watch 1 in this server');
    expect(await saved()).toEqual([]);
  });

  it('is not made the same as another', async () => {
    await use('add', { language: 'en' });
    const added = await use('add');

    expect((await press(added, 'Language: English + 中文')).content).toContain(
      'watch 1 tells #alerts the same',
    );
    expect((await saved())[1]?.language).toBe('both');
  });
});

describe('where something is missing', () => {
  it('the same is tried again after a restart, with all that was wished', async () => {
    office.discord.setPermissions(office.channelId, PermissionFlagsBits.ViewChannel);
    const refused = await use('add', { goods: 'gallium', digest: 'weekly Mon 8:30', 'quiet-hours': '22-7' });
    await office.restart();

    const still = await press(refused, 'Try again');
    expect(still.content).toContain('Missing: **Send Messages**, **Embed Links**');
    expect(await saved()).toEqual([]);

    office.discord.setPermissions(office.channelId, basic);
    const made = await press(still, 'Try again');
    expect(titleOf(made)).toBe('Watching export licences in #alerts');
    expect((await saved())[0]).toMatchObject({
      goods: ['gallium'],
      digest: { every: 'week', on: 1, at: '08:30' },
      quiet: { from: '22:00', until: '07:00', exceptDecisions: false },
    });
  });

  it('another channel is used instead', async () => {
    const open = office.discord.channel({ guildId: office.guildId, name: 'open' });
    office.discord.setPermissions(office.channelId, 0n);
    const refused = await use('add', { goods: 'gallium' });

    const made = await choose(refused, 'Use another channel …', [open.id]);

    expect(titleOf(made)).toBe('Watching export licences in #open');
    expect(await saved()).toMatchObject([{ channelId: open.id, goods: ['gallium'] }]);
  });

  it('says so when it can no longer be tried again', async () => {
    office.discord.setPermissions(office.channelId, 0n);
    const refused = await use('add');
    office.cursors.forget();

    expect((await press(refused, 'Try again')).content).toContain('expired');
  });

  it('is told in Chinese', async () => {
    office.discord.setPermissions(office.channelId, 0n);

    const refused = await use('add', {}, { locale: Locale.ChineseCN });

    expect(refused.content).toContain('缺少权限：**查看频道**、**发送消息**、**嵌入链接**、**附加文件**');
    expect(labels(refused)).toEqual(['重试']);
  });

  it('threads need more', async () => {
    office.discord.setPermissions(office.channelId, basic);

    expect((await use('add', { threads: true })).content).toContain(
      'Missing: **Send Messages in Threads**, **Create Public Threads**.',
    );
    expect(await saved()).toEqual([]);
  });
});

describe('the manners of a watch', () => {
  beforeEach(() => {
    const forThreads = PermissionFlagsBits.SendMessagesInThreads | PermissionFlagsBits.CreatePublicThreads;
    office.discord.setPermissions(office.channelId, basic | forThreads);
  });

  it('are set, shown, changed and cleared', async () => {
    const options = {
      digest: 'daily 8:30',
      'quiet-hours': '22:00-07:00',
      'decisions-anyway': true,
      threads: true,
    };
    const added = await use('add', options);
    expect(textOf(added)).toContain('Quiet hours: 22:00–07:00, decisions come all the same');
    expect(textOf(added)).toContain('Digest: daily at 08:30 · Threads: one per story · UTC time');

    const list = textOf(await use('list'));
    expect(list).toContain('Digest: daily at 08:30 (UTC)');
    expect(list).toContain('Quiet hours: 22:00–07:00, decisions come all the same (UTC)');
    expect(list).toContain('Threads: one per story');

    await use('edit', { watch: 1, 'quiet-hours': '23-6' });
    expect((await saved())[0]?.quiet).toEqual({ from: '23:00', until: '06:00', exceptDecisions: true });
    await use('edit', { watch: 1, 'decisions-anyway': false });
    expect((await saved())[0]?.quiet).toEqual({ from: '23:00', until: '06:00', exceptDecisions: false });

    await use('edit', { watch: 1, digest: 'none', 'quiet-hours': 'none', threads: false });
    expect((await saved())[0]).toMatchObject({ digest: null, quiet: null, threads: false });
  });

  it.each([
    [{ digest: 'monthly' }, '“monthly” is no digest that I understand. Write `daily 08:30`'],
    [{ 'quiet-hours': '*night*' }, '“\\*night\\*” are no quiet hours that I understand. Write `22:00-07:00`'],
    [{ 'decisions-anyway': true }, 'Set these too: `quiet-hours: 22:00-07:00`'],
  ])('say what to write instead of %o', async (options, says) => {
    expect((await use('add', options)).content).toContain(says);
    expect(await saved()).toEqual([]);
  });

  it('are counted in what would have been sent', async () => {
    for (const on of ['2031-03-01', '2031-03-01', '2031-03-03', '2031-02-20'])
      await office.archive.story({ on, facts: { action: 'approve' } });

    expect(textOf(await use('add', { digest: 'daily 08:30' }))).toContain(
      'last 90 days: 3 daily digests with 4 stories',
    );
    // 1 and 3 March 2031 are a Saturday and a Monday.
    const weekly = textOf(await use('edit', { watch: 1, digest: 'weekly Mon 08:30' }));
    expect(weekly).toContain('Before this change: 3 daily digests with 4 stories');
    expect(weekly).toContain('last 90 days: 2 weekly digests with 4 stories');
  });

  it('lead to all that would have been sent, page by page', async () => {
    for (let day = 10; day < 22; day++)
      await office.archive.story({ on: `2031-02-${day}`, facts: { action: 'approve', goods: ['gallium'] } });
    await office.archive.story({ on: '2031-02-22', facts: { action: 'approve', goods: ['coal'] } });
    const added = await use('add', { goods: 'gallium' });

    const all = await press(added, 'See all 12');
    expect(all.message?.id).not.toBe(added.message?.id);
    expect(titleOf(all)).toContain('12 messages with a push, 0 silent');
    expect(textOf(all).split('\n')).toHaveLength(10);
    expect(textOf(all)).toMatch(/^\*\*21 Feb 2031/);

    const rest = await press(all, 'Next');
    expect(rest.message?.id).toBe(all.message?.id);
    expect(textOf(rest).split('\n')).toHaveLength(2);
    expect(labels(rest)).toEqual(['Previous']);
  });

  it('leave alone since when news counts', async () => {
    await use('add');
    await office.clock.advance(60_000);
    await use('edit', { watch: 1, language: 'en' });
    const [first] = await saved();
    await use('edit', { watch: 1, goods: 'gallium' });

    expect(first?.since).toBe(first?.createdAt);
    expect((await saved())[0]?.since).toBe((first?.createdAt ?? 0) + 60_000);
  });
});

describe('a long list', () => {
  it('is turned page by page', async () => {
    for (const goods of membersOf('rare earths').slice(1))
      await use('add', { goods, words: `"${goods} ${'export licence '.repeat(10)}"` });
    const first = await use('list');
    expect(first.message?.embeds[0]?.footer?.text).toBe('1 / 2');
    expect(labels(first)).toEqual(['Next', 'Share here']);

    const next = await press(first, 'Next');

    expect(next.message?.embeds[0]?.footer?.text).toBe('2 / 2');
    expect(textOf(next)).not.toContain('**1 · #alerts**');
    expect(labels(next)).toEqual(['Previous', 'Share here']);
  });
});

describe('quiet hours', () => {
  const asked = async () => {
    const added = await use('add');
    return press(added, 'Quiet hours');
  };

  it('are asked for in a form, saved and shown in place, and proposed the next time', async () => {
    const form = await asked();
    expect(form.modal?.title).toBe('Quiet hours of watch 1');
    expect(JSON.stringify(form.modal)).toContain('by the clocks of UTC');

    const shown = await office.discord.interact.submit({
      form,
      fields: { from: '22', until: '7:00', decisions: ['told'] },
    });

    expect((await saved())[0]?.quiet).toEqual({ from: '22:00', until: '07:00', exceptDecisions: true });
    expect(textOf(shown)).toContain('Quiet hours: 22:00–07:00, decisions come all the same');
    const again = await press(shown, 'Quiet hours');
    await office.discord.interact.submit({ form: again, fields: { from: '23:00' } });
    expect((await saved())[0]?.quiet).toEqual({ from: '23:00', until: '07:00', exceptDecisions: true });
  });

  it('are none where both ends are left empty', async () => {
    await use('add', { 'quiet-hours': '22-7' });
    const form = await press(await use('add', { language: 'en' }), 'Quiet hours');

    const shown = await office.discord.interact.submit({ form, fields: { from: '', until: '' } });

    expect(shown.content).toContain('watch 2 is like that already');
    expect((await saved())[1]?.quiet).toBe(null);
  });

  it.each([
    ['22:00', ''],
    ['', '7:00'],
    ['8:00', '8:00'],
    ['night', 'morning'],
  ])('are not saved from "%s" until "%s"', async (from, until) => {
    const shown = await office.discord.interact.submit({ form: await asked(), fields: { from, until } });

    expect(shown.content).toContain('Write `22:00-07:00`');
    expect((await saved())[0]?.quiet).toBe(null);
  });
});

describe('a digest', () => {
  const asked = async () => press(await use('add'), 'Digest');

  it.each([
    [{ every: ['day'], at: '8' }, { every: 'day', at: '08:00' }, 'Digest: daily at 08:00'],
    [{ every: ['5'] }, { every: 'week', on: 5, at: '08:30' }, 'Digest: weekly, Fri at 08:30'],
  ])('is chosen in a form: %j', async (fields, digest, says) => {
    const shown = await office.discord.interact.submit({ form: await asked(), fields });

    expect((await saved())[0]?.digest).toEqual(digest);
    expect(textOf(shown)).toContain(says);
    const again = await press(shown, 'Digest');
    expect((await office.discord.interact.submit({ form: again })).content).toContain('is like that already');
  });

  it('is given up there', async () => {
    const form = await press(await use('add', { digest: 'daily 9:00' }), 'Digest');

    await office.discord.interact.submit({ form, fields: { every: ['never'] } });

    expect((await saved())[0]?.digest).toBe(null);
  });

  it('is not saved at no time', async () => {
    const shown = await office.discord.interact.submit({
      form: await asked(),
      fields: { every: ['1'], at: 'noon' },
    });

    expect(shown.content).toContain('“noon” is no time that I understand');
    expect((await saved())[0]?.digest).toBe(null);
  });
});

describe('a forum', () => {
  it('is watched, with what posts need, and gets its test as a post', async () => {
    const forum = office.discord.channel({
      ...{ guildId: office.guildId, name: 'licences', type: ChannelType.GuildForum },
    });
    office.discord.setPermissions(forum.id, PermissionFlagsBits.ViewChannel);
    const refused = await use('add', { channel: forum.id });
    expect(refused.content).toContain('**Create Posts**');
    expect(refused.content).toContain('**Send Messages in Posts**');
    expect(refused.content).not.toContain('Create Public Threads');

    office.discord.setPermissions(forum.id, basic | PermissionFlagsBits.SendMessagesInThreads);
    const made = await press(refused, 'Try again');
    expect(titleOf(made)).toBe('Watching export licences in #licences');

    const sent = await press(made, 'Send a test');
    expect(sent.content).toContain('A test is in #licences');
    const post = [...(office.client.channels.cache.values() ?? [])].find((each) => each.isThread());
    expect(post?.name).toContain('TEST, not news');
    const [message] = office.discord.messages(post?.id ?? '');
    expect(message?.content).toMatch(/^TEST, not news/);
    expect(message?.flags).toBe(MessageFlags.SuppressNotifications);

    const gone = await office.discord.interact.button(pressable({ message: message ?? null }, 'Delete'));
    expect(gone.content).toContain('Its empty post stays until somebody with Manage Threads deletes it');
    expect(office.discord.messages(post?.id ?? '')).toEqual([]);
  });
});

it('sends a test by a command too', async () => {
  await use('add');

  expect((await use('test', { watch: 1 })).content).toContain('A test is in #alerts');
  expect(office.discord.messages(office.channelId)[0]?.content).toMatch(/^TEST, not news/);
  expect((await use('test', { watch: 9 })).content).toContain('no watch 9');
});

it('says where the channel of a watch is gone', async () => {
  const gone = office.discord.channel({ guildId: office.guildId, name: 'gone' });
  await use('add', { channel: gone.id });
  office.discord.deleteChannel(gone.id);

  expect((await use('test', { watch: 1 })).content).toContain('The channel of watch 1 is gone');
});

describe('a channel that Discord has closed to the bot', () => {
  const close = async () => {
    await use('add', { goods: 'gallium' });
    for (const watch of await saved())
      await updateSubscription(office.db, { ...watch, parked: { at: NOW - HOUR, code: 50013 } });
    office.discord.setPermissions(office.channelId, PermissionFlagsBits.ViewChannel);
  };

  it('is shown with the missing switch, and told again once it is turned and tried', async () => {
    await close();
    const list = await use('list');
    expect(textOf(list)).toContain(`⚠ Discord refuses the bot there, since <t:${(NOW - HOUR) / 1000}:R>`);
    expect(textOf(list)).toContain('missing: Send Messages, Embed Links');

    const still = await press(list, 'Try again');
    expect(textOf(still)).toContain('missing: Send Messages');
    expect((await saved())[0]?.parked).toEqual({ at: NOW - HOUR, code: 50013 });

    office.discord.setPermissions(office.channelId, basic);
    expect(textOf(await use('list'))).toContain('nothing is missing now: press Try again');
    const mended = await press(still, 'Try again');
    expect(textOf(mended)).not.toContain('⚠');
    expect(labels(mended)).toEqual(['Share here']);
    expect((await saved())[0]?.parked).toBe(null);
  });

  it('is told again after a test that arrived, or a change', async () => {
    await close();
    office.discord.setPermissions(office.channelId, basic);
    await use('test', { watch: 1 });
    expect((await saved())[0]?.parked).toBe(null);

    await close();
    office.discord.setPermissions(office.channelId, basic);
    await use('edit', { watch: 1, goods: 'coal' });
    expect((await saved())[0]?.parked).toBe(null);
  });

  it('is said to be gone where it is', async () => {
    const gone = office.discord.channel({ guildId: office.guildId, name: 'gone' });
    await use('add', { channel: gone.id });
    for (const watch of await saved())
      await updateSubscription(office.db, { ...watch, parked: { at: NOW, code: 10003 } });
    office.discord.deleteChannel(gone.id);

    expect(textOf(await use('list'))).toContain('the channel is gone, or hidden from the bot');
  });
});
