import { DatabaseSync } from 'node:sqlite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { mergedMessages } from '../../src/store/alerts.ts';
import { storyEvidence } from '../../src/store/evidence.ts';
import { reportedBy } from '../../src/store/feedback.ts';
import {
  countSeenSince,
  dueItems,
  isSaidElsewhere,
  itemsByKey,
  itemsByUrl,
  latestRevision,
} from '../../src/store/items.ts';
import { findStories, leadsOf } from '../../src/store/lookups.ts';
import { acceptedText, nextUnwritten } from '../../src/store/model-texts.ts';
import { noticesUnder, quotesOfNotices } from '../../src/store/notices.ts';
import {
  claimDelivery,
  interruptedDeliveries,
  nextAttemptAt,
  rejectWaiting,
} from '../../src/store/outbox.ts';
import { toldOfGeneral } from '../../src/store/previous-report.ts';
import { mergedStories, storiesApart } from '../../src/store/regroup.ts';
import { reportFacts, reportsUpTo } from '../../src/store/reports.ts';
import { rewordings } from '../../src/store/rewordings.ts';
import type { Db, StoryRow } from '../../src/store/schema.ts';
import { searchTexts } from '../../src/store/search.ts';
import { toldIn } from '../../src/store/search-index.ts';
import { claimDue, claimSource, nextDueAt } from '../../src/store/sources.ts';
import { openSqlite } from '../../src/store/sqlite.ts';
import { channelTraffic, lastDeliveryError } from '../../src/store/status.ts';
import { currentAnnouncements, storiesAround, storyOfTwin, storyPages } from '../../src/store/stories.ts';
import { messagesAbout } from '../../src/store/story-parts.ts';
import { storyTexts } from '../../src/store/story-texts.ts';
import { storiesByMonth } from '../../src/store/timeline.ts';
import { now, register, storeItem } from './samples.ts';

/* Tables that grow for as long as the bot runs are never read from end to end by what is asked all day. */

let db: Db;
let plans: string[] = [];
const prepare = DatabaseSync.prototype.prepare;

beforeAll(async () => {
  db = await openSqlite(':memory:');
  // Without one found in the index, nothing behind it is asked for.
  await register(db, ['cn-trade-notices']);
  const { id: itemId } = await storeItem(db, { key: 'notice-7' });
  await db.insertInto('noticeIndex').values({ term: 'gallium', itemId }).execute();
  DatabaseSync.prototype.prepare = function (sql, ...rest) {
    const statement = prepare.call(this, sql, ...rest);
    if (/^(?:select|update|delete)/.test(sql)) plans.push(...planOf(this, sql));
    return statement;
  };
});
afterAll(async () => {
  DatabaseSync.prototype.prepare = prepare;
  await db.destroy();
});

function planOf(database: DatabaseSync, sql: string): string[] {
  const steps = prepare.call(database, `explain query plan ${sql}`).all();
  return steps.map(({ detail }) => String(detail));
}

/**
 * All of a table, except that of the Sources, which are few; or all that one Source or authority ever published. The
 * index of words is walked in its own order, from where it is asked.
 */
const readsFarTooMuch = (step: string) =>
  /^SCAN (?!sources|search VIRTUAL TABLE INDEX)|\((?:source_id|authority_id)=\?\)/.test(step);

const story = { id: 1, authorityId: 'cn-trade', publishedOn: '2031-03-13' } as StoryRow;
const after = { publishedOn: '2031-03-13', id: 9 };
const twin = { authorityId: 'cn-trade', itemId: 1, part: '', url: 'https://trade.example/1', hash: 'h' };

describe('the archive is not read from end to end', () => {
  it.each<[string, () => Promise<unknown>]>([
    ['to claim what is due', () => claimDue(db, now, now + 1, 8)],
    ['to claim a Source', () => claimSource(db, now, now + 1, 'cn-trade-notices')],
    ['to know when one is due', () => nextDueAt(db)],
    ['to find known Items', () => itemsByKey(db, 'cn-trade-notices', ['a', 'b'])],
    ['to find Items by their address', () => itemsByUrl(db, 'cn-trade-notices', ['https://trade.example/1'])],
    ['to find the same content elsewhere', () => isSaidElsewhere(db, 'cn-trade-notices', 'h', 1)],
    ['to find Items whose article is due', () => dueItems(db, 'cn-trade-notices', now, 60)],
    ['to find the latest Revision', () => latestRevision(db, 1)],
    ['to find current Announcements', () => currentAnnouncements(db, 1)],
    ['to find the Story of a twin', () => storyOfTwin(db, twin)],
    ['to find Stories of like days', () => storiesAround(db, 'cn-trade', '2031-03-13', 3)],
    ['to list the pages of a Story', () => storyPages(db, 1)],
    ['to read what the pages of a Story say', () => storyTexts(db, { id: 1, leadItemId: 1, leadPart: '' })],
    ['to find notices by number and goods', () => noticesUnder(db, 'cn-trade', ['No. 7 of 2031', 'gallium'])],
    [
      'to find general licences told before',
      () => toldOfGeneral(db, { ...story, kind: 'batch' }, ['gallium']),
    ],
    ['to find what a Story stands for', () => mergedStories(db, 1)],
    ['to find what was taken apart from it', () => storiesApart(db, 1)],
    ['to find the messages of what it stands for', () => mergedMessages(db, 1)],
    ['to list every message about it', () => messagesAbout(db, 1)],
    ['to count a report', () => reportsUpTo(db, story, ['gallium'])],
    ['to list reports', () => reportFacts(db, ['gallium'])],
    ['to count what was caught up', () => countSeenSince(db, ['cn-trade-notices', 'cn-trade-news'], now)],
    ['to find what a model has not written on', () => nextUnwritten(db, { since: now - 1, now })],
    ['to find what a model wrote', () => acceptedText(db, 1, 1)],
    ['to claim a Delivery', () => claimDelivery(db, now)],
    ['to know when one is due to be sent', () => nextAttemptAt(db)],
    ['to find what was interrupted', () => interruptedDeliveries(db)],
    ['to give up what waits for a channel', () => rejectWaiting(db, 'channel-1', 'gone', now)],
    ['to count the traffic of channels', () => channelTraffic(db, ['channel-1', 'channel-2'], now)],
    ['to find the last error of a channel', () => lastDeliveryError(db, ['channel-1'], now)],
    ['for older Stories', () => findStories(db, { limit: 6, after })],
    ['for Stories of a tier', () => findStories(db, { tier: 'decision', limit: 6 })],
    ['for Stories of a kind', () => findStories(db, { kind: 'batch', limit: 6, after })],
    ['for Stories about goods', () => findStories(db, { goods: ['gallium'], limit: 6, after })],
    ['for Stories of an action', () => findStories(db, { actions: ['deny', 'relax'], limit: 6 })],
    [
      'for Stories of authorities',
      () => findStories(db, { authorities: ['cn-trade', 'x'], limit: 6, after }),
    ],
    [
      'for Stories of a good, an action and authorities',
      () =>
        findStories(db, { goods: ['gallium'], actions: ['deny'], authorities: ['x', 'cn-trade'], limit: 6 }),
    ],
    [
      'for Stories of an action and authorities',
      () => findStories(db, { actions: ['deny'], authorities: ['cn-trade', 'x'], limit: 6, after }),
    ],
    ['for words', () => searchTexts(db, { terms: [], goods: ['gallium'] }, { after: 9e15, limit: 5 })],
    ['for months', () => storiesByMonth(db, { goods: ['gallium'], first: '2031-01-01', last: '2031-06-30' })],
    ['for what texts tell', () => toldIn(db, [1, 2])],
    ['for the leading pages', () => leadsOf(db, [story])],
    ['for the changes of its wording', () => rewordings(db, 1)],
    ['for what was quoted of notices', () => quotesOfNotices(db, ['https://trade.example/1'])],
    ['for what somebody reported', () => reportedBy(db, 1, 'user')],
    ['for the evidence of a Story', () => storyEvidence(db, 1)],
  ])('%s', async (_, ask) => {
    plans = [];

    await ask();

    expect(plans).not.toEqual([]);
    expect(plans.filter(readsFarTooMuch)).toEqual([]);
  });
});
