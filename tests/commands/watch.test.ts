import { Locale, MessageFlags, PermissionFlagsBits } from 'discord.js';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { noFilter } from '../../src/domain/filter.ts';
import { listSubscriptions } from '../../src/store/subscriptions.ts';
import { storyView } from '../fakes/archive.ts';
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
    '✓ View Channel · ✓ Send Messages · ✓ Embed Links · ✓ Read Message History',
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
      pausedAt: null,
      createdAt: NOW,
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

  expect(reply.content).toContain('Missing: **Embed Links**, **Read Message History**.');
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

it('warns of a role that nobody may mention', async () => {
  const role = office.discord.role({ guildId: office.guildId, name: 'quiet_desk' });

  expect(textOf(await use('add', { role: role.id }))).toContain('quiet\\_desk will not be pinged');
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
