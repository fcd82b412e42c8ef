import type { AlertBody } from '../../src/domain/alert.ts';
import type { Understood } from '../../src/domain/announcement.ts';
import type { Facts } from '../../src/domain/facts.ts';
import type { Moment } from '../../src/domain/moment.ts';
import { insertAlert, insertDelivery, type NewDelivery } from '../../src/store/alerts.ts';
import { toJson } from '../../src/store/columns.ts';
import { insertItem, insertRevision, type NewItem, type NewRevision } from '../../src/store/items.ts';
import type { Db, ItemRow, StoryRow } from '../../src/store/schema.ts';
import { registerSources } from '../../src/store/sources.ts';
import { insertStory } from '../../src/store/stories.ts';

/** 16:00 in Beijing on 13 March 2031. */
export const now = Date.parse('2031-03-13T08:00:00Z');

export const on = (day: string): Moment => ({ precision: 'date', on: day, at: null });

/** Registers Sources by id; the authority is the id's first two words. */
export function register(db: Db, ids: readonly string[], at = now): Promise<void> {
  const sources = ids.map((id) => ({ id, authority: { id: id.split('-').slice(0, 2).join('-') } }));
  return registerSources(db, sources, at);
}

/** An Item as it is first seen. */
export function newItem(changes: Partial<NewItem> = {}): NewItem {
  return {
    sourceId: 'cn-trade-notices',
    key: 'notice-1',
    title: '贸易部公告第1号',
    url: 'https://trade.example/notices/1',
    summary: null,
    published: on('2031-03-13'),
    fingerprint: 'f1',
    firstSeenAt: now,
    quiet: null,
    lateness: 'fresh',
    ...changes,
  };
}

/** An Item that is stored, of its own key unless one is given. */
export function storeItem(db: Db, changes: Partial<NewItem> & { key: string }): Promise<ItemRow> {
  return insertItem(db, newItem(changes));
}

/** A text of an Item that was read: its first, unless another number is given. */
export function storeRevision(
  db: Db,
  { itemId, number = 1, ...read }: Pick<NewRevision, 'itemId' | 'title' | 'text'> & { number?: number },
): Promise<void> {
  const hash = `hash-${itemId}-${number}`;
  const rest = { published: null, issuer: null, attachments: [], textRead: true, seenAt: now };
  return insertRevision(db, { itemId, number, hash, ...read, ...rest });
}

/** Nothing addressed, but for what is given. */
export function facts(stated: Partial<Facts> = {}): Facts {
  return {
    action: 'approve',
    goods: [],
    destinations: [],
    licencesCount: null,
    announcementNo: null,
    effectiveDate: null,
    expiryDate: null,
    usFirms: null,
    licenceType: null,
    ...stated,
  };
}

type StorySample = Partial<Omit<StoryRow, 'id' | 'facts'>> & { key: string; goods?: string[] };

/** A Story that is stored; its leading Item is the first one unless another is given. */
export function storeStory(db: Db, { goods = [], ...changes }: StorySample): Promise<StoryRow> {
  const publishedOn = changes.publishedOn ?? '2031-03-13';
  return insertStory(db, {
    authorityId: 'cn-trade',
    kind: 'batch',
    tier: 'decision',
    action: 'approve',
    facts: toJson(facts({ goods })),
    corrections: toJson([]),
    leadItemId: 1,
    leadPart: '',
    published: toJson(on(publishedOn)),
    publishedOn,
    firstSeenAt: now,
    updatedAt: now,
    withdrawnAt: null,
    quiet: 0,
    ...changes,
  });
}

/** What `understand` found in one part of a text. */
export function understood(part: string, stated: Partial<Facts> = {}): Omit<Understood, 'decidedBy'> {
  const quote = { in: 'title', start: 0, end: 2, words: '批准' } as const;
  return {
    part,
    tier: 'decision',
    kind: 'batch',
    score: 7.5,
    reasons: [{ rule: 'approved', says: 'says that something was approved', points: 7.5, quote }],
    facts: facts(stated),
    evidence: { action: [quote] },
  };
}

/** Something to tell that concerns no Story. */
export const blind = { kind: 'blind', authorityId: 'cn-trade', since: now, sources: [] } satisfies AlertBody;

/** A Delivery that is stored, with an Alert of its own. */
export async function storeDelivery(
  db: Db,
  id: string,
  changes: Partial<NewDelivery> & { body?: AlertBody } = {},
): Promise<void> {
  const { body = blind, ...delivery } = changes;
  const alertId = await insertAlert(db, `alert of ${id}`, body, now);
  await insertDelivery(db, {
    id,
    alertId: alertId ?? 0,
    channelId: 'channel-1',
    operation: 'send',
    storyId: null,
    roleIds: [],
    silent: true,
    language: 'both',
    market: 'US',
    createdAt: now,
    ...delivery,
  });
}
