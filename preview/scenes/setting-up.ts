import { PermissionFlagsBits } from 'discord.js';
import { listSubscriptions } from '../../src/store/subscriptions.ts';
import type { Section } from '../scene.ts';
import type { Desk, Stage } from '../stage.ts';
import { gazette, nowhere } from '../strangers.ts';
import { asks } from './asking.ts';

const tooFew = PermissionFlagsBits.ViewChannel | PermissionFlagsBits.SendMessages;
const everything = Object.values(PermissionFlagsBits).reduce((all, flag) => all | flag, 0n);

/** What those who manage a server set up. */
export const settingUp: Section = {
  id: 'setting-up',
  title: 'Setting up',
  scenes: [
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
      { look: 'channel' },
      { press: 'untest' },
    ]),
    asks('watch-list', '/watch list', [{ use: 'watch list' }]),
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
    asks('source-add', '/source add', [
      { use: 'source add', options: { address: gazette, name: 'Gazette' } },
      { press: 'source-look' },
      { press: 'source-save' },
      { use: 'source remove', options: addedSource },
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
