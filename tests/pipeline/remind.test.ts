import { afterEach, beforeEach, expect, it } from 'vitest';
import type { Notice, Statement } from '../../src/domain/measure.ts';
import type { Instant } from '../../src/domain/moment.ts';
import { silentLog } from '../../src/ops/log.ts';
import { remind, runReminders } from '../../src/pipeline/remind.ts';
import type { Db } from '../../src/store/schema.ts';
import { openSqlite } from '../../src/store/sqlite.ts';
import { insertSubscription } from '../../src/store/subscriptions.ts';
import { Archive } from '../fakes/archive.ts';
import { manualClock } from '../fakes/clock.ts';
import {
  archive,
  autumn,
  extension,
  notice,
  statement,
  suspension,
  technology,
} from '../understand/register.samples.ts';

let db: Db;
let kept: Archive;
beforeEach(async () => {
  db = await openSqlite(':memory:');
  kept = new Archive(db);
  await insertSubscription(db, {
    ...{ guildId: 'guild', channelId: 'channel', roleId: '7', language: 'both', market: 'US', createdAt: 0 },
  });
});
afterEach(() => db.destroy());

/** 10:00 in Beijing. */
const morningOf = (day: string): Instant => Date.parse(`${day}T02:00:00Z`);

async function read(all: readonly (Notice | Statement)[], on: string): Promise<void> {
  await kept.sources(morningOf(on));
  for (const { publishedOn, facts, details, url, title } of all)
    await kept.story({ on: publishedOn, facts, details, url, title });
}

/** What is told on a day, in short. */
async function toldOn(day: string): Promise<string[]> {
  const { alerts } = await remind(db, morningOf(day));
  return alerts.map((body) => {
    if (body.kind !== 'reminder') return body.kind;
    const { announcementNo, occasion, statedEnd, measures } = body.end;
    return `${announcementNo} ${occasion} ${statedEnd}: ${measures.map((one) => one.announcementNo).join(', ')}`;
  });
}

const held = 'No. 57 of 2031, No. 62 of 2031';

it('reminds once thirty days before, on the day before and on the day, for all that one notice holds', async () => {
  await read([autumn, technology, suspension], '2032-10-01');

  expect(await toldOn('2032-10-10')).toEqual([]);
  expect(await toldOn('2032-10-11')).toEqual([`No. 70 of 2031 month-before 2032-11-10: ${held}`]);
  expect(await toldOn('2032-10-11')).toEqual([]);
  expect(await toldOn('2032-11-09')).toEqual([`No. 70 of 2031 day-before 2032-11-10: ${held}`]);
  expect(await toldOn('2032-11-10')).toEqual([`No. 70 of 2031 day 2032-11-10: ${held}`]);
  expect(await toldOn('2032-11-11')).toEqual([]);
});

it('makes one Delivery for a channel that wants the notice; only the day before rings, without a role', async () => {
  await read([autumn, technology, suspension], '2032-10-01');
  for (const day of ['2032-10-11', '2032-11-09', '2032-11-10']) await toldOn(day);

  const deliveries = await db.selectFrom('deliveries').select(['operation', 'silent', 'roleIds']).execute();
  expect(deliveries).toEqual([1, 0, 1].map((silent) => ({ operation: 'send', silent, roleIds: '[]' })));
});

it('tells no channel whose filter the notice does not pass', async () => {
  await db.updateTable('subscriptions').set({ goods: '["coal"]' }).execute();
  await read([autumn, technology, suspension], '2032-11-01');

  expect(await remind(db, morningOf('2032-11-09'))).toMatchObject({ alerts: [{}], deliveries: 0 });
});

it('says nothing of an end that a notice has moved', async () => {
  await read([...archive, extension], '2032-11-06');

  expect(await toldOn('2032-11-09')).toEqual([]);
  expect(await toldOn('2033-11-09')).toEqual([`No. 80 of 2032 day-before 2033-11-10: ${held}`]);
});

it('goes on reminding of an end about which somebody has only spoken, and says so', async () => {
  const said = statement('2032-09-28', { facts: { goods: ['holmium'], expiryDate: '2033-01-10' } });
  await read([autumn, technology, suspension, said], '2032-11-08');

  const { alerts } = await remind(db, morningOf('2032-11-09'));

  expect(alerts[0]).toMatchObject({
    end: {
      statedEnd: '2032-11-10',
      spoken: [{ on: '2032-09-28', until: '2033-01-10' }],
      lastReadOn: '2032-11-08',
    },
  });
});

it.each([
  ['2032-10-18', 1],
  ['2032-10-19', 0],
])('makes up until a week later for the first where nothing ran on its day: on %s', async (day, count) => {
  await read([autumn, technology, suspension], '2032-10-01');

  expect(await toldOn(day)).toHaveLength(count);
});

it('does not repeat what a notice has only just said', async () => {
  const short = notice('90/2032', '2032-10-20', {
    facts: { goods: ['gallium'], expiryDate: '2032-10-21' },
  });
  await read([short], '2032-10-20');

  expect(await toldOn('2032-10-20')).toEqual([]);
  expect(await toldOn('2032-10-21')).toEqual(['No. 90 of 2032 day 2032-10-21: No. 90 of 2032']);
});

it('every day begins at nine in Beijing, and a fault of one day is not the end', async () => {
  await read([autumn, technology, suspension], '2032-10-01');
  const clock = manualClock(morningOf('2032-11-07'));
  const stop = new AbortController();
  let rung = 0;
  const running = runReminders(
    { db, clock, log: silentLog },
    { signal: stop.signal, onDeliveries: () => (rung += 1) },
  );

  for (const time of ['2032-11-09T00:59:00Z', '2032-11-09T01:01:00Z']) {
    await clock.advance(Date.parse(time) - clock.now());
    await expect.poll(() => rung).toBe(time.includes('T01') ? 1 : 0);
  }

  stop.abort();
  await running;
});
