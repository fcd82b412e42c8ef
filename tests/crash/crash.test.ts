import { execFile } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import pLimit from 'p-limit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Ministry, startMinistry } from '../../demo/ministry/ministry.ts';
import { story, storyBeginsAt } from '../../demo/ministry/texts.ts';
import { MINUTE } from '../../src/domain/moment.ts';
import { openSqlite } from '../../src/store/sqlite.ts';
import { insertSubscription } from '../../src/store/subscriptions.ts';
import { type ManualClock, manualClock } from '../fakes/clock.ts';
import { type FakeDiscord, startFakeDiscord } from '../fakes/discord/index.ts';
import { live, type Scene } from './newsroom.ts';

/*
 * The process is killed before every single step of a poll, a record and a delivery, and then started again:
 * once at once, when Discord still remembers the nonce, and once ten minutes later, when it does not.
 */

const child = fileURLToPath(new URL('child.ts', import.meta.url));
/** Killed and started on both cores. */
const atOnce = pLimit(2);

let clock: ManualClock;
let ministry: Ministry;
let discord: FakeDiscord;
let folder: string;
/** An installation that has read its baselines, and not yet the notice published since. */
let template: string;
let guildId: string;
let steps: number;

const scene = (dataDir: string): Scene => ({
  dataDir,
  origins: [...ministry.origins].map((pair) => pair.join('=')).join(','),
  discord: { url: discord.url, token: discord.token, botUserId: discord.botUserId },
  now: clock.now(),
});

beforeAll(async () => {
  clock = manualClock(storyBeginsAt);
  ministry = await startMinistry({ clock });
  discord = await startFakeDiscord({ clock });
  guildId = discord.guild({}).id;
  folder = mkdtempSync(join(tmpdir(), 'ministry-wire-crash-'));
  template = join(folder, 'template');
  await live(scene(template));

  await clock.advance(10 * MINUTE);
  // Two addresses of one notice: a new message, and an edit that adds the second address.
  for (const column of story.notice.columns) ministry.publish(column, story.notice.post);
  const { taken } = await runUntil(await installed(), Number.POSITIVE_INFINITY);
  steps = taken;
});

afterAll(async () => {
  await discord.close();
  await ministry.close();
  rmSync(folder, { recursive: true, force: true });
});

interface Installed {
  dataDir: string;
  channelId: string;
}

let installations = 0;

/** A copy of the template that watches for a channel of its own. */
async function installed(): Promise<Installed> {
  const dataDir = join(folder, `${installations++}`);
  cpSync(template, dataDir, { recursive: true });
  const channelId = discord.channel({ guildId }).id;
  const db = await openSqlite(join(dataDir, 'wire.db'));
  await insertSubscription(db, {
    guildId,
    channelId,
    authorities: [],
    tiers: [],
    goods: [],
    roleId: null,
    language: 'both',
    market: 'US',
    createdAt: clock.now(),
  });
  await db.destroy();
  return { dataDir, channelId };
}

/** Runs a process that dies before its nth step; null where it ends before. */
function runUntil({ dataDir }: Installed, step: number): Promise<{ killed: boolean; taken: number }> {
  const env = { ...process.env, NODE_COMPILE_CACHE: join(folder, 'compiled') };
  return new Promise((resolve, reject) => {
    execFile(
      process.execPath,
      [child, JSON.stringify(scene(dataDir)), JSON.stringify(step)],
      { env },
      (error, stdout, stderr) => {
        if (error && error.signal !== 'SIGKILL') reject(new Error(`${error.message}\n${stderr}`));
        else resolve({ killed: error !== null, taken: Number(stdout) });
      },
    );
  });
}

/** What became of the messages: the states in the outbox, and the texts in the channel. */
async function result({ dataDir, channelId }: Installed) {
  const db = await openSqlite(join(dataDir, 'wire.db'));
  const rows = await db.selectFrom('deliveries').select(['operation', 'state']).orderBy('seq').execute();
  await db.destroy();
  return {
    states: rows.map(({ operation, state }) => `${operation} ${state}`),
    messages: discord.messages(channelId).map(({ content }) => content),
  };
}

describe('killed at any step', () => {
  it('has steps to be killed at', () => {
    expect(steps).toBeGreaterThan(40);
  });

  it('tells everything once when it is started again at once', { timeout: 300_000 }, async () => {
    const outcomes = await killedAtEveryStep(0);

    for (const { step, states, messages } of outcomes) {
      expect(states, `outbox after a kill before step ${step}`).toEqual(['send sent', 'edit sent']);
      expect(messages, `channel after a kill before step ${step}`).toHaveLength(1);
    }
    expect(discord.violations).toEqual([]);
  });

  it('tells nothing twice when it is started again ten minutes later', { timeout: 300_000 }, async () => {
    const outcomes = await killedAtEveryStep(10 * MINUTE);

    for (const { step, states, messages } of outcomes) {
      const told = states[0] === 'send sent' ? 1 : 0;
      expect(messages, `channel after a kill before step ${step}`).toHaveLength(told);
      // What never arrived, and may have, is shown; the edit of it has nothing to change.
      if (told === 0) expect(states, `step ${step}`).toEqual(['send unknown', 'edit rejected']);
      else expect(states, `step ${step}`).toEqual(['send sent', 'edit sent']);
    }
    const unknown = outcomes.filter(({ messages }) => messages.length === 0);
    expect(unknown.length, 'only a kill between claiming and sending leaves a message unknown').toBeLessThan(
      4,
    );
  });
});

async function killedAtEveryStep(pause: number) {
  const runs = await Promise.all(
    Array.from({ length: steps }, (_, index) =>
      atOnce(async () => {
        const installation = await installed();
        const { killed } = await runUntil(installation, index + 1);
        expect(killed, `killed before step ${index + 1}`).toBe(true);
        return { step: index + 1, installation };
      }),
    ),
  );
  await clock.advance(pause);
  const outcomes: ({ step: number } & Awaited<ReturnType<typeof result>>)[] = [];
  for (const { step, installation } of runs) {
    await live(scene(installation.dataDir));
    outcomes.push({ step, ...(await result(installation)) });
  }
  return outcomes;
}
