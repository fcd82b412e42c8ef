import type { RenderContext } from '../../src/discord/render/context.ts';
import type { AlertBody } from '../../src/domain/alert.ts';
import type { Reason } from '../../src/domain/announcement.ts';
import type { Details } from '../../src/domain/details.ts';
import { type Evidence, type Facts, kindOf, tierOf } from '../../src/domain/facts.ts';
import type { Instant, Moment } from '../../src/domain/moment.ts';
import type { Authority, Source } from '../../src/domain/source.ts';
import type { StoryView } from '../../src/domain/story.ts';
import { knownNames } from '../../src/sources/known.ts';
import { insertAlert, insertDelivery } from '../../src/store/alerts.ts';
import { flag, toJson } from '../../src/store/columns.ts';
import { insertItem, insertRevision } from '../../src/store/items.ts';
import type { Db, StoryRow } from '../../src/store/schema.ts';
import { indexForSearch } from '../../src/store/search-index.ts';
import { registerSources } from '../../src/store/sources.ts';
import { insertAnnouncement, insertStory } from '../../src/store/stories.ts';

/** A ministry that does not exist. */
export const varnia: Authority = {
  id: 'vn-trade',
  name: { en: "Varnia's trade ministry", zh: '瓦尼亚贸易部' },
  short: { en: 'Varnia', zh: '瓦尼亚贸易部' },
  country: 'VN',
};

export const gazette: Source = {
  id: 'vn-trade-gazette',
  authority: varnia,
  name: { en: 'Varnian gazette', zh: '瓦尼亚公报' },
  language: 'en',
  timeZone: 'UTC',
  url: 'https://trade.varnia.example/gazette',
  reader: { kind: 'feed' },
  cadence: 5,
  minRows: 1,
};

export const briefing: Source = {
  ...gazette,
  id: 'vn-trade-briefing',
  name: { en: 'Varnian briefing', zh: '瓦尼亚例行记者会' },
  language: 'zh',
  url: 'https://trade.varnia.example/briefing',
};

export const varnianSources: ReadonlyMap<string, Source> = new Map(
  [gazette, briefing].map((source) => [source.id, source]),
);

/** As the composition root makes it of the catalogue. */
export const varnianNames: RenderContext = {
  authorities: (id) => (id.startsWith('own-') ? knownNames.authorities(id) : varnia),
  sourceName: (id) => varnianSources.get(id)?.name ?? knownNames.sourceName(id),
};

export const noFacts: Facts = {
  action: 'statement',
  goods: [],
  destinations: [],
  licencesCount: null,
  announcementNo: null,
  effectiveDate: null,
  expiryDate: null,
  usFirms: null,
  licenceType: null,
};

export interface SeedStory {
  on: string;
  facts?: Partial<Facts>;
  evidence?: Evidence;
  reasons?: Reason[];
  source?: Source;
  title?: string;
  /** The title again unless it is given. */
  text?: string;
  details?: Details;
  url?: string;
  seenAt?: Instant;
}

/** Stores what a poll would have found and understood, by the same functions. */
export class Archive {
  readonly #db: Db;
  #count = 0;

  constructor(db: Db) {
    this.#db = db;
  }

  /** All Varnian Sources, read just now. */
  async sources(now: Instant): Promise<void> {
    await registerSources(this.#db, [...varnianSources.values()], now);
    await this.#db.updateTable('sources').set({ lastSuccessAt: now, baselineAt: now }).execute();
  }

  async story(seed: SeedStory): Promise<StoryRow> {
    const number = ++this.#count;
    const { on, source = gazette, evidence = {}, reasons = [] } = seed;
    const facts = { ...noFacts, ...seed.facts };
    const seenAt = seed.seenAt ?? Date.parse(`${on}T09:00:00Z`);
    const published: Moment = { precision: 'date', on, at: null };
    const title = seed.title ?? `Varnian notice ${number}`;
    const item = await insertItem(this.#db, {
      sourceId: source.id,
      key: `notice-${number}`,
      title,
      url: seed.url ?? `https://trade.varnia.example/notices/${number}`,
      summary: null,
      published,
      fingerprint: '',
      firstSeenAt: seenAt,
      quiet: null,
      lateness: 'fresh',
    });
    const revision = {
      itemId: item.id,
      number: 1,
      hash: `hash-of-${number}`,
      title,
      text: seed.text ?? title,
      published,
    };
    await insertRevision(this.#db, { ...revision, issuer: null, attachments: [], textRead: true, seenAt });
    const kind = kindOf(facts);
    const story = await insertStory(this.#db, {
      key: `story-${number}`,
      authorityId: source.authority.id,
      kind,
      tier: tierOf(kind),
      action: facts.action,
      facts: toJson(facts),
      corrections: toJson([]),
      leadItemId: item.id,
      leadPart: '',
      published: toJson(published),
      publishedOn: on,
      firstSeenAt: seenAt,
      updatedAt: seenAt,
      withdrawnAt: null,
      quiet: flag(false),
    });
    const understood = { part: '', tier: tierOf(kind), kind, score: 5, reasons, facts, evidence };
    const place = { itemId: item.id, revision: 1, storyId: story.id, createdAt: seenAt };
    await insertAnnouncement(this.#db, { ...understood, ...place, details: seed.details ?? null });
    await indexForSearch(this.#db, item);
    return story;
  }

  /** A Delivery that was made for the channel, in the state in which it is left. */
  async delivery(
    id: string,
    channelId: string,
    body: AlertBody,
    settled: Partial<{ state: 'pending' | 'sent' | 'rejected' | 'unknown'; error: string; at: Instant }> = {},
  ): Promise<void> {
    const { state = 'sent', error = null, at = 0 } = settled;
    const alertId = await insertAlert(this.#db, `alert-${id}`, body, at);
    if (alertId === null) throw new Error(`Delivery ${id} exists`);
    const manners = { roleIds: [], silent: false, language: 'both', market: 'US' } as const;
    await insertDelivery(this.#db, {
      ...manners,
      roleIds: [],
      id,
      alertId,
      channelId,
      operation: 'send',
      storyId: null,
      createdAt: at,
    });
    const settledAt = state === 'pending' ? null : at;
    await this.#db.updateTable('deliveries').set({ state, error, settledAt }).where('id', '=', id).execute();
  }
}

/** A view of a Story that needs no database. */
export function storyView(given: Partial<StoryView> & { facts?: Facts } = {}): StoryView {
  const facts = given.facts ?? {
    ...noFacts,
    action: 'approve',
    goods: ['gallium'],
    licencesCount: 'unspecified',
  };
  const kind = kindOf(facts);
  return {
    storyId: 1,
    authorityId: varnia.id,
    kind,
    tier: tierOf(kind),
    facts,
    evidence: {},
    language: 'en',
    links: [
      {
        url: 'https://trade.varnia.example/notices/1',
        language: 'en',
        sourceId: gazette.id,
        title: 'Varnia approves gallium applications',
      },
    ],
    issuer: null,
    published: { precision: 'date', on: '2031-03-04', at: null },
    firstSeenAt: Date.parse('2031-03-04T09:00:00Z'),
    lateness: 'fresh',
    textRead: true,
    corrections: [],
    withdrawnAt: null,
    alsoHere: [],
    report: null,
    lastReport: null,
    modelSummary: null,
    firstGeneral: false,
    disagreements: [],
    register: null,
    ...given,
  };
}
