import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { AlertBody } from '../../src/domain/alert.ts';
import type { Facts } from '../../src/domain/facts.ts';
import { silentLog } from '../../src/ops/log.ts';
import { alertsAbout } from '../../src/pipeline/alerts.ts';
import { deliverDue } from '../../src/pipeline/deliver.ts';
import { fanOut } from '../../src/pipeline/fan-out.ts';
import { mergeStories } from '../../src/pipeline/merge-stories.ts';
import { splitStory } from '../../src/pipeline/split-story.ts';
import { fromJson } from '../../src/store/columns.ts';
import type { Db } from '../../src/store/schema.ts';
import { openSqlite } from '../../src/store/sqlite.ts';
import { addStoryKeys } from '../../src/store/stories.ts';
import { insertSubscription } from '../../src/store/subscriptions.ts';
import { Archive } from '../fakes/archive.ts';
import { manualClock } from '../fakes/clock.ts';
import { fakeMessenger } from '../fakes/messenger.ts';

/** Six pages, each a Story that was told: two of one notice, two suspensions until one day. */
const pages: Partial<Facts>[] = [
  { action: 'new_control', announcementNo: 'No. 31 of 2031', goods: ['bismuth'] },
  { action: 'clarify', announcementNo: 'No. 31 of 2031', goods: ['bismuth', 'tellurium'] },
  { action: 'new_control', announcementNo: 'No. 32 of 2031', goods: ['tellurium'] },
  { action: 'suspend_control', expiryDate: '2032-03-13', goods: ['indium'] },
  { action: 'suspend_control', expiryDate: '2032-03-13', goods: ['bismuth'] },
  { action: 'approve', licencesCount: 7, goods: ['tellurium'] },
];

const filters = [[], ['bismuth'], ['tellurium', 'indium']];

async function openDesk() {
  const db = await openSqlite(':memory:');
  const clock = manualClock(Date.parse('2031-03-13T10:00:00Z'));
  const archive = new Archive(db);
  await archive.sources(clock.now());
  for (const [index, goods] of filters.entries()) {
    await insertSubscription(db, {
      ...{ guildId: 'guild', channelId: `channel-${index}`, authorities: [], tiers: [], goods },
      ...{ roleId: null, language: 'both', market: 'US', createdAt: clock.now() },
    });
  }
  for (const facts of pages) {
    const story = await archive.story({ on: '2031-03-13', facts });
    await addStoryKeys(db, story.id, [`vn-trade/${facts.announcementNo}`]);
    await fanOut(db, await alertsAbout(db, [{ change: 'new', story }], clock.now()), clock.now());
  }
  const messenger = fakeMessenger();
  return { db, clock, deliver: () => deliverDue({ db, messenger, clock, log: silentLog }) };
}

/** What a person does: chosen among all there is, so that some of it is refused. */
type Step = { does: 'merge' | 'split' | 'send'; one: number; other: number };
const steps: fc.Arbitrary<Step[]> = fc.array(
  fc.record({
    does: fc.constantFrom('merge', 'merge', 'split', 'split', 'send'),
    one: fc.nat({ max: 20 }),
    other: fc.nat({ max: 20 }),
  }),
  { minLength: 1, maxLength: 14 },
);

async function take(
  { does, one, other }: Step,
  { db, clock, deliver }: Awaited<ReturnType<typeof openDesk>>,
) {
  const ruling = { because: null, now: clock.now() };
  const stories = await db.selectFrom('stories').select('id').orderBy('id').execute();
  const idAt = (place: number) => stories[place % stories.length]?.id ?? 0;
  if (does === 'send') return deliver();
  if (does === 'merge') return mergeStories(db, idAt(one), idAt(other), ruling);
  const told = await db.selectFrom('announcements').select(['itemId', 'storyId']).orderBy('id').execute();
  const page = told[other % told.length];
  return splitStory(db, page?.storyId ?? 0, [{ itemId: page?.itemId ?? 0, part: null }], ruling);
}

/** The Story that stands for each. */
async function standingIn(db: Db): Promise<Map<number, number>> {
  const stories = await db.selectFrom('stories').select(['id', 'mergedInto']).execute();
  return new Map(stories.map(({ id, mergedInto }) => [id, mergedInto ?? id]));
}

/** Every message that told of Stories for the first time, as channel and Story. */
async function firstTold(db: Db): Promise<string[]> {
  const sends = await db
    .selectFrom('deliveries')
    .innerJoin('alerts', 'alerts.id', 'deliveries.alertId')
    .select(['channelId', 'body'])
    .where('operation', '=', 'send')
    .execute();
  return sends.flatMap(({ channelId, body }) => {
    const alert = fromJson<AlertBody>(body);
    return alert.kind === 'story' ? [`${channelId} ${alert.view.storyId}`] : [];
  });
}

it('whatever is merged and split, each page is in one standing Story, and a channel is told of one once', async () => {
  await fc.assert(
    fc.asyncProperty(steps, async (taken) => {
      const desk = await openDesk();
      const { db, deliver } = desk;
      try {
        for (const step of taken) await take(step, desk);
        await deliver();

        const standing = await standingIn(db);
        const stands = (id: number) => standing.get(id) === id;
        const announcements = await db.selectFrom('announcements').select('storyId').execute();
        expect(announcements).toHaveLength(pages.length);
        const told = announcements.map(({ storyId }) => storyId);
        expect(new Set(told)).toEqual(new Set([...standing.keys()].filter(stands)));
        expect([...standing.values()].filter((id) => !stands(id))).toEqual([]);
        const keys = await db.selectFrom('storyKeys').select('storyId').execute();
        expect(keys.filter(({ storyId }) => !stands(storyId))).toEqual([]);

        const sends = await firstTold(db);
        expect(sends).toHaveLength(new Set(sends).size);
        const messages = await db.selectFrom('storyMessages').selectAll().execute();
        const about = Map.groupBy(messages, ({ deliveryId }) => deliveryId);
        for (const rows of about.values()) {
          expect(new Set(rows.map(({ storyId }) => standing.get(storyId))).size).toBe(1);
        }
        const states = await db.selectFrom('deliveries').select('state').distinct().execute();
        expect(states).toEqual([{ state: 'sent' }]);
      } finally {
        await db.destroy();
      }
    }),
    { numRuns: 100 },
  );
});
