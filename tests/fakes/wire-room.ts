import { onTestFinished } from 'vitest';
import { type AlertBody, viewsIn } from '../../src/domain/alert.ts';
import type { Outgoing } from '../../src/domain/delivery.ts';
import type { FactChange } from '../../src/domain/facts.ts';
import type { Instant } from '../../src/domain/moment.ts';
import type { StoryView } from '../../src/domain/story.ts';
import type { Subscription } from '../../src/domain/subscription.ts';
import { silentLog } from '../../src/ops/log.ts';
import { deliverDue, resumeInterrupted } from '../../src/pipeline/deliver.ts';
import { fanOut } from '../../src/pipeline/fan-out.ts';
import { storyKey } from '../../src/store/alerts.ts';
import type { Db } from '../../src/store/schema.ts';
import { saveServer } from '../../src/store/servers.ts';
import { openSqlite } from '../../src/store/sqlite.ts';
import { insertSubscription } from '../../src/store/subscriptions.ts';
import { register, storeItem, storeStory } from '../store/samples.ts';
import { storyView } from './archive.ts';
import { type ManualClock, manualClock } from './clock.ts';
import { type FakeMessenger, fakeMessenger } from './messenger.ts';

/** Where Alerts are handed in as the pipeline finds them, and go out to channels, on a clock that a test moves. */
export interface WireRoom {
  db: Db;
  clock: ManualClock;
  messenger: FakeMessenger;
  watch(watch?: Partial<Subscription>): Promise<Subscription>;
  /** A new Story, of tier measure unless another is given. */
  story(given?: Partial<StoryView>): Promise<StoryView>;
  /** Hands in what one poll has found. */
  tell(...bodies: AlertBody[]): Promise<void>;
  /** Lets the outbox do what is due. */
  work(): Promise<void>;
  /** The process ends and another goes on. */
  restart(): Promise<void>;
  /** What has arrived since this was last asked: kinds, and the Stories they are about. */
  arrived(): string[];
  states(): Promise<Record<string, number>>;
}

const notice = { tier: 'measure', kind: 'measure' } as const;

/** The server's clocks show the time of Berlin: 12:00 when it opens. */
export async function openWireRoom(start = '2031-01-10T11:00:00Z'): Promise<WireRoom> {
  const clock = manualClock(start);
  const db = await openSqlite(':memory:');
  onTestFinished(() => db.destroy());
  const messenger = fakeMessenger();
  await saveServer(db, { guildId: 'guild', zone: 'Europe/Berlin' });
  await register(db, ['cn-trade-notices']);
  let begun = 0;
  let told = 0;
  let seen = 0;
  const ports = () => ({ db, clock, messenger, log: silentLog });
  return {
    ...{ db, clock, messenger },
    watch: (watch = {}) =>
      insertSubscription(db, {
        ...{ guildId: 'guild', channelId: 'channel', roleId: null, language: 'both', market: 'US' },
        createdAt: clock.now(),
        ...watch,
      }),
    async story(given = {}) {
      begun += 1;
      const number = begun;
      const item = await storeItem(db, { key: `notice-${number}` });
      const row = await storeStory(db, { key: `story-${number}`, leadItemId: item.id, ...notice });
      const url = `https://trade.varnia.example/notices/${number}`;
      const link = { url, language: 'en', sourceId: 'cn-trade-notices', title: `Notice ${number}` } as const;
      return storyView({ ...notice, storyId: row.id, links: [link], firstSeenAt: clock.now(), ...given });
    },
    async tell(...bodies) {
      const alerts = bodies.map((body, index) => ({
        key: body.kind === 'story' ? storyKey(body.view.storyId) : `${body.kind}/${told}/${index}`,
        body,
        // What a poll brings may let a Story through a filter only then.
        ...(body.kind === 'update' && { published: true as const }),
      }));
      await db.transaction().execute((tx) => fanOut(tx, alerts, clock.now()));
      told += 1;
    },
    work: () => deliverDue(ports()),
    async restart() {
      await resumeInterrupted(ports());
      await deliverDue(ports());
    },
    arrived() {
      const news = messenger.arrived.slice(seen);
      seen = messenger.arrived.length;
      return news.map(described);
    },
    async states() {
      const rows = await db.selectFrom('deliveries').select('state').execute();
      const counts: Record<string, number> = {};
      for (const { state } of rows) counts[state] = (counts[state] ?? 0) + 1;
      return counts;
    },
  };
}

/** "story 1", "group 1 2 3", "blind". */
function described({ body }: Outgoing): string {
  const views = viewsIn(body);
  return [body.kind, ...views.map(({ storyId }) => storyId)].join(' ');
}

/** What a poll may find of a Story. */
export const found = {
  story: (view: StoryView): AlertBody => ({ kind: 'story', view }),
  update: (view: StoryView): AlertBody => ({ kind: 'update', view }),
  followUp: (view: StoryView): AlertBody => ({ kind: 'follow-up', view, changes: [moved] }),
  correction: (view: StoryView): AlertBody => ({ kind: 'correction', view, changes: [moved], by: 'source' }),
  withdrawal: (view: StoryView): AlertBody => ({ kind: 'withdrawal', view, by: 'source' }),
  /** A title was told, and its text says nothing of it: the message is put right, and the error admitted. */
  misled(told: StoryView, at: Instant): AlertBody[] {
    const view = { ...told, withdrawnAt: at, withdrawnBy: 'us' as const };
    return [
      { kind: 'update', view, by: 'us' },
      { kind: 'withdrawal', view, by: 'us' },
    ];
  },
};

const moved: FactChange = { fact: 'effectiveDate', from: '2031-04-01', to: '2031-05-01' };
