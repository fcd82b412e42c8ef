import { Locale, PermissionFlagsBits } from 'discord.js';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readServer } from '../../src/store/servers.ts';
import { listSubscriptions } from '../../src/store/subscriptions.ts';
import { type Office, openOffice } from '../fakes/bot.ts';
import { labels, menus, pressable, selectable, textOf, titleOf } from './support.ts';

let office: Office;
beforeEach(async () => {
  office = await openOffice();
});
afterEach(async () => {
  await office.close();
  expect(office.discord.violations).toEqual([]);
});

const use = (options = {}, who = {}) =>
  office.discord.interact.command({ name: 'settings', channelId: office.channelId, options, ...who });
const server = () => readServer(office.db, office.guildId);
const anybody = { memberPermissions: 0n };

it('shows what goes where nothing is chosen, with everything to change it', async () => {
  const reply = await use();

  expect(reply.ephemeral).toBe(true);
  expect(titleOf(reply)).toBe('Settings of this server');
  expect(textOf(reply)).toContain('**Time zone**  UTC · now 12:00 there');
  expect(textOf(reply)).toContain('**Who may look things up**  everyone');
  expect(textOf(reply)).toContain('**New watches are told in**  English + 中文');
  expect(labels(reply)).toEqual(['Time zone']);
  expect(menus(reply)).toEqual([
    'Only a role may look things up …',
    'New watches are told in',
    'Tell a channel when a source breaks …',
  ]);
});

it('saves what is chosen, leaves the rest, and speaks Chinese to who does', async () => {
  const role = office.discord.role({ guildId: office.guildId, name: 'desk' });
  await use({ zone: 'Beijing', language: 'zh' });

  const reply = await use({ 'look-ups': role.id }, { locale: Locale.ChineseTW });

  expect(await server()).toMatchObject({ zone: 'Asia/Shanghai', askersRoleId: role.id, language: 'zh' });
  expect(textOf(reply)).toContain('**时区**  Asia/Shanghai · 当地现在20:00');
  expect(textOf(reply)).toContain('**可查询者**  @\u200Bdesk');
});

it('takes @everyone for everybody', async () => {
  const role = office.discord.role({ guildId: office.guildId, name: 'desk' });
  await use({ 'look-ups': role.id });

  await use({ 'look-ups': office.guildId });

  expect((await server()).askersRoleId).toBe(null);
});

it('saves nothing for a zone that is none', async () => {
  const reply = await use({ zone: '*Atlantis*', language: 'en' });

  expect(reply.content).toContain('“\\*Atlantis\\*” names no one time zone');
  expect(await server()).toMatchObject({ zone: 'UTC', language: 'both' });
});

it('completes a zone by a city', async () => {
  const { choices } = await office.discord.interact.autocomplete({
    name: 'settings',
    channelId: office.channelId,
    options: { zone: 'Beijing' },
    focused: 'zone',
  });

  expect(choices.map(({ value }) => value)).toEqual(['Asia/Shanghai']);
});

it('is changed by its menus, in place', async () => {
  const role = office.discord.role({ guildId: office.guildId, name: 'desk' });
  const shown = await use();

  const chosen = await office.discord.interact.select({
    ...selectable(shown, 'Only a role may look things up …'),
    values: [role.id],
  });
  expect(chosen.message?.id).toBe(shown.message?.id);
  expect((await server()).askersRoleId).toBe(role.id);

  await office.discord.interact.select({ ...selectable(chosen, 'New watches are told in'), values: ['en'] });
  await office.discord.interact.select({
    ...selectable(chosen, 'Only a role may look things up …'),
    values: [],
  });
  expect(await server()).toMatchObject({ askersRoleId: null, language: 'en' });
});

it('takes the zone from a form, by the name of a city', async () => {
  const form = await office.discord.interact.button(pressable(await use(), 'Time zone'));

  const shown = await office.discord.interact.submit({ form, fields: { zone: '北京' } });
  expect(textOf(shown)).toContain('Asia/Shanghai');
  expect((await server()).zone).toBe('Asia/Shanghai');

  const refused = await office.discord.interact.submit({ form, fields: { zone: 'Atlantis' } });
  expect(refused.content).toContain('names no one time zone');
  expect((await server()).zone).toBe('Asia/Shanghai');
});

describe('the channel that is told when a source breaks', () => {
  const choose = async (values: string[]) =>
    office.discord.interact.select({
      ...selectable(await use(), 'Tell a channel when a source breaks …'),
      values,
    });

  it('is chosen, and taken back', async () => {
    const chosen = await choose([office.channelId]);
    expect(textOf(chosen)).toContain('**Told when a source breaks**  #alerts');
    expect((await server()).opsChannelId).toBe(office.channelId);

    await choose([]);
    expect((await server()).opsChannelId).toBe(null);
  });

  it('is not one that the bot may not post in', async () => {
    office.discord.setPermissions(office.channelId, PermissionFlagsBits.ViewChannel);

    expect((await choose([office.channelId])).content).toContain(
      'Missing: **Send Messages**, **Embed Links**',
    );
    expect((await server()).opsChannelId).toBe(null);
  });

  it('is only in servers that look after what all read', async () => {
    const shown = await use();
    office.discord.guild({ name: 'Elsewhere' });
    const menu = selectable(shown, 'Tell a channel when a source breaks …');

    const refused = await office.discord.interact.select({ ...menu, values: [office.channelId] });

    expect(refused.content).toContain('ADMIN_SERVERS');
    expect((await server()).opsChannelId).toBe(null);
    expect(menus(await use())).toHaveLength(2);
  });
});

it('is for those who may manage the server', async () => {
  const shown = await use();

  expect((await use({ zone: 'Tokyo' }, anybody)).content).toContain('**Manage Server**');
  const pressed = await office.discord.interact.button({ ...pressable(shown, 'Time zone'), ...anybody });
  expect(pressed.content).toContain('**Manage Server**');
  expect((await server()).zone).toBe('UTC');
});

it('gives new watches their language, unless they name one', async () => {
  await use({ language: 'zh' });
  const add = (options = {}) =>
    office.discord.interact.command({
      name: 'watch',
      subcommand: 'add',
      channelId: office.channelId,
      options,
    });
  await add();
  await add({ language: 'en' });

  const watches = await listSubscriptions(office.db, office.guildId);
  expect(watches.map(({ language }) => language)).toEqual(['zh', 'en']);
});

describe('where a role alone may look things up', () => {
  const lookUp = (name: string, who = {}) =>
    office.discord.interact.command({ name, channelId: office.channelId, ...who });
  let roleId: string;
  beforeEach(async () => {
    roleId = office.discord.role({ guildId: office.guildId, name: 'metals_desk' }).id;
    await use({ 'look-ups': roleId });
  });

  it.each(['recent', 'batches', 'measures', 'story', 'search', 'timeline'])(
    'refuses /%s to others, and names the role',
    async (name) => {
      const options = name === 'story' ? { story: '1' } : {};

      const reply = await lookUp(name, { ...anybody, options });

      expect(reply.content).toContain(
        'Only members with the role **@\u200Bmetals\\_desk** may look things up',
      );
      expect(reply.ephemeral).toBe(true);
    },
  );

  it('answers its members, and who may manage the server', async () => {
    await office.archive.story({ on: '2031-03-01', facts: { action: 'approve' } });
    const { user } = office.discord.member({ guildId: office.guildId, roleIds: [roleId] });

    expect(titleOf(await lookUp('recent', { ...anybody, userId: user.id }))).not.toBe('');
    expect(titleOf(await lookUp('recent'))).not.toBe('');
  });

  it('answers everybody whether the silence can be trusted, and what there is', async () => {
    expect(titleOf(await lookUp('status', anybody))).not.toBe('');
    expect(titleOf(await lookUp('help', anybody))).not.toBe('');
  });

  it('refuses what stands under an answer, and completes nothing', async () => {
    for (let day = 1; day <= 7; day++)
      await office.archive.story({ on: `2031-03-0${day}`, facts: { action: 'approve', goods: ['gallium'] } });
    const shown = await lookUp('recent');

    const pressed = await office.discord.interact.button({ ...pressable(shown, 'Older'), ...anybody });
    expect(pressed.content).toContain('Only members with the role');
    const { choices } = await office.discord.interact.autocomplete({
      name: 'recent',
      channelId: office.channelId,
      options: { goods: 'gal' },
      focused: 'goods',
      ...anybody,
    });
    expect(choices).toEqual([]);
  });
});
