import { PermissionFlagsBits } from 'discord.js';
import { insertSubscription, listSubscriptions } from '../../src/store/subscriptions.ts';
import { goods } from '../../src/understand/lexicon/goods.ts';
import { notice } from '../../tests/fakes/notices.ts';
import type { Desk } from '../desk.ts';
import type { Section } from '../scene.ts';
import type { Stage } from '../stage.ts';
import { gazette, nowhere } from '../strangers.ts';
import { asks } from './asking.ts';

const tooFew = PermissionFlagsBits.ViewChannel | PermissionFlagsBits.SendMessages;
const everything = Object.values(PermissionFlagsBits).reduce((all, flag) => all | flag, 0n);

/** What those who manage a server set up. */
export const settingUp: Section = {
  id: 'setting-up',
  title: 'Setting up',
  scenes: [
    asks('joining', 'The bot joins a server', [{ join: true }, { use: 'watch add' }]),
    asks('watch-add', '/watch add, with every default', [{ use: 'watch add' }]),
    asks('watch-add-filled', '/watch add, with filters', [
      { type: 'watch add', option: 'destinations', text: 'US, ja' },
      {
        use: 'watch add',
        options: {
          goods: 'gallium, 稀土',
          tiers: 'decision,measure',
          language: 'zh',
          market: 'EU',
          words: '通用许可, gallium',
        },
      },
    ]),
    asks('watch-sent', 'All that a watch would have sent', [
      { use: 'watch add', options: { tiers: 'decision,measure' } },
      { press: 'watch-sent' },
      { press: 'watch-sent-page' },
    ]),
    asks('watch-add-nothing', '/watch add, where nothing would have been sent', [
      { use: 'watch add', options: { goods: 'helium', actions: 'deny' } },
    ]),
    asks('watch-add-role', '/watch add, with a role that nobody may mention', [
      { use: 'watch add', options: { goods: 'graphite' }, role: 'metals' },
    ]),
    asks('watch-missing', '/watch add, where permissions are missing', [
      { meanwhile: ({ discord }, { channelId }) => discord.setPermissions(channelId, tooFew) },
      { use: 'watch add', options: { goods: 'coal' } },
      { meanwhile: ({ discord }, { channelId }) => discord.setPermissions(channelId, everything) },
    ]),
    asks('watch-refused', '/watch add, and what it does not take', [
      { use: 'watch add', options: { goods: 'graphite' } },
      { use: 'watch add', options: { goods: 'unobtainium' } },
      { use: 'watch add', options: { destinations: 'Atlantis' } },
      { use: 'watch add', options: { words: '…' } },
      { use: 'watch add', options: (_, { guildId }) => ({ role: guildId }) },
      { use: 'watch add', memberPermissions: PermissionFlagsBits.SendMessages },
    ]),
    asks('watch-test', 'A test of a watch', [
      { use: 'watch add', options: { goods: 'drones' } },
      { press: 'test' },
      { use: 'watch test', options: firstWatch },
      { look: 'channel' },
      { press: 'untest' },
    ]),
    asks('watch-panel', 'A watch changed where it is shown', [
      { use: 'watch add', options: { goods: 'antimony' } },
      { press: 'watch-language' },
      { press: 'watch-quiet' },
      { fill: { from: '22:00', until: '07:00' } },
      { press: 'watch-digest' },
      { fill: { every: ['day'], at: '08:30' } },
      { choose: 'watch-goods', values: ['gallium', 'graphite'] },
      {
        choose: 'watch-role',
        values: nightDesk,
      },
    ]),
    asks('watch-manners', '/watch add, with a digest and quiet hours', [
      { type: 'watch add', option: 'digest', text: 'w' },
      { type: 'watch add', option: 'quiet-hours', text: '' },
      {
        use: 'watch add',
        options: { goods: 'germanium', digest: 'daily 08:30', 'quiet-hours': '22:00-07:00', threads: true },
      },
      { use: 'watch add', options: { goods: 'germanium', digest: 'sometimes' } },
      { use: 'watch add', options: { goods: 'germanium', 'quiet-hours': 'at night' } },
    ]),
    asks('watch-parked', 'A channel that Discord lets the bot post in no more', [
      { use: 'watch add', options: { goods: 'indium' } },
      { meanwhile: closeChannel },
      { look: 'direct messages' },
      { use: 'watch list' },
      { press: 'watch-unpark' },
      { meanwhile: ({ discord }, { channelId }) => discord.setPermissions(channelId, everything) },
      { press: 'watch-unpark' },
    ]),
    asks('watch-list', '/watch list, and Next', [
      { meanwhile: manyWatches },
      { use: 'watch list' },
      { press: 'watch-page' },
    ]),
    asks('watch-edit', '/watch edit', [
      { type: 'watch edit', option: 'watch', text: 1 },
      { use: 'watch edit', options: firstForDecisions },
      { use: 'watch edit', options: firstForDecisions },
      { use: 'watch edit', options: { watch: 99, tiers: 'decision' } },
    ]),
    asks('watch-pause', '/watch pause, resume and remove', [
      { use: 'watch pause', options: firstWatch },
      { use: 'watch pause', options: firstWatch },
      { use: 'watch resume', options: firstWatch },
      { use: 'watch resume', options: firstWatch },
      { use: 'watch remove', options: firstWatch },
    ]),
    asks('settings', '/settings', [
      { type: 'settings', option: 'zone', text: 'shang' },
      { use: 'settings' },
      { press: 'settings-zone' },
      { fill: { zone: 'Shanghai' } },
      { choose: 'settings-language', values: ['zh'] },
      { use: 'settings', options: { zone: 'Atlantis' } },
    ]),
    asks('settings-askers', '/settings, and somebody who may not look things up', [
      {
        use: 'settings',
        options: ({ discord }, { guildId }) => ({
          'look-ups': discord.role({ guildId, name: 'analysts' }).id,
        }),
      },
      { use: 'recent', userId: stranger, memberPermissions: PermissionFlagsBits.SendMessages },
      { use: 'settings', options: (_, { guildId }) => ({ 'look-ups': guildId }) },
    ]),
    asks('source-catalogue', '/source catalogue', [
      { use: 'source catalogue' },
      { press: 'source-catalogue' },
      { use: 'source catalogue', options: { country: 'JP' } },
    ]),
    asks('source-preview', '/source preview', [
      { use: 'source preview', options: { source: 'cn-mofcom-spokesperson' } },
      { use: 'source preview', options: { source: gazette } },
    ]),
    asks('source-add', '/source add', [
      { use: 'source add', options: { address: gazette, name: 'Gazette' } },
      { press: 'source-look' },
      { press: 'source-save' },
      { use: 'source edit', options: addedSource },
      { fill: {} },
      { use: 'source remove', options: addedSource },
    ]),
    asks('source-edit', '/source edit, of what ships with the bot', [
      { use: 'source edit', options: { source: 'cn-mofcom-spokesperson' } },
      { fill: { name: '发言人谈话', cadence: ['30'] } },
      { use: 'source edit', options: { source: 'cn-mofcom-spokesperson' } },
      { fill: { name: '', cadence: ['15'] } },
    ]),
    asks('source-add-refused', '/source add, and what it does not take', [
      { use: 'source add', options: { address: 'http://' } },
      { use: 'source add', options: { address: nowhere } },
      { use: 'source add', options: { address: 'https://policy.ministry.example/news/list.html' } },
    ]),
    asks('source-check', '/source check, pause and resume', [
      { type: 'source check', option: 'source', text: 'policy' },
      { use: 'source check', options: { source: 'cn-mofcom-policy' } },
      { use: 'source pause', options: { source: 'cn-mofcom-policy' } },
      { use: 'source resume', options: { source: 'cn-mofcom-policy' } },
      { use: 'source remove', options: { source: 'cn-mofcom-policy' } },
      { use: 'source check', options: { source: 'nobody' } },
    ]),
  ],
};

async function first({ db }: Stage, { guildId }: Desk): Promise<number> {
  const [watch] = await listSubscriptions(db, guildId);
  if (!watch) throw new Error('This server has no watch');
  return watch.id;
}

async function firstForDecisions(stage: Stage, desk: Desk) {
  return { watch: await first(stage, desk), tiers: 'decision' };
}

async function firstWatch(stage: Stage, desk: Desk) {
  return { watch: await first(stage, desk) };
}

/** The Source that was added last. */
async function addedSource({ db }: Stage) {
  const added = await db
    .selectFrom('addedSources')
    .select('id')
    .orderBy('addedAt', 'desc')
    .executeTakeFirstOrThrow();
  return { source: added.id };
}

/** A member of the server without any role. */
function stranger({ discord }: Stage, { guildId }: Desk): string {
  return discord.member({ guildId, name: 'newcomer' }).user.id;
}

/** More than one page takes. */
async function manyWatches({ db, discord, clock }: Stage, { guildId }: Desk): Promise<void> {
  for (const { name } of goods.slice(0, 60)) {
    const channelId = discord.channel({ guildId, name: name.replaceAll(' ', '-') }).id;
    const filter = { goods: [name], authorities: [], tiers: [] };
    await insertSubscription(db, {
      ...{ guildId, channelId, ...filter, roleId: null },
      ...{ language: 'both', market: 'US', createdAt: clock.now() },
    });
  }
}

/** Somebody turns a switch off, and then something is to be told. */
async function closeChannel(stage: Stage, { channelId }: Desk): Promise<void> {
  const { discord, ministries, clock } = stage;
  discord.setPermissions(channelId, PermissionFlagsBits.ViewChannel);
  stage.publish('portal', notice(100 + ministries.portal.posts.length, clock.now()));
  await stage.later(2);
}

/** A role that anybody may mention. */
function nightDesk({ discord }: Stage, { guildId }: Desk): string[] {
  return [discord.role({ guildId, name: 'night-desk', mentionable: true }).id];
}
