import type { Generated, Kysely, Selectable } from 'kysely';
import type { AlertBody } from '../domain/alert.ts';
import type { Reason } from '../domain/announcement.ts';
import type { DeliveryState } from '../domain/delivery.ts';
import type { Details } from '../domain/details.ts';
import type { Action, Evidence, Facts, Kind, Tier } from '../domain/facts.ts';
import type { FailureReason } from '../domain/failure.ts';
import type { Attachment, BodyState, Quiet } from '../domain/item.ts';
import type { Joining } from '../domain/joining.ts';
import type { Digest, Parking, QuietHours } from '../domain/manners.ts';
import type { Moment } from '../domain/moment.ts';
import type { Names, SourceLanguage } from '../domain/source.ts';
import type { Correction, Lateness } from '../domain/story.ts';
import type { Market, MessageLanguage } from '../domain/subscription.ts';
import type { Flag, Json } from './columns.ts';

/**
 * The tables, one type each. Columns are snake_case in the database and camelCase here.
 * Instants are milliseconds, dates `YYYY-MM-DD`, flags 0 or 1, JSON is text.
 */
export interface Schema {
  installation: InstallationTable;
  sources: SourceTable;
  authorities: AuthorityTable;
  items: ItemTable;
  revisions: RevisionTable;
  announcements: AnnouncementTable;
  noticeIndex: NoticeIndexTable;
  stories: StoryTable;
  storyKeys: StoryKeyTable;
  storyGoods: StoryGoodTable;
  alerts: AlertTable;
  deliveries: DeliveryTable;
  storyMessages: StoryMessageTable;
  subscriptions: SubscriptionTable;
  servers: ServerTable;
  greetings: GreetingTable;
  feedback: FeedbackTable;
  modelTexts: ModelTextTable;
  addedSources: AddedSourceTable;
  searchPlaces: SearchPlaceTable;
}

/** A connection or a transaction: every query of this folder takes one. */
export type Db = Kysely<Schema>;

/** What this installation is, one row a property. */
interface InstallationTable {
  name: 'id';
  value: string;
}

/** What is known of a Source beyond its entry in the catalogue. */
interface SourceTable {
  id: string;
  authorityId: string;
  enabled: Flag;
  nextPollAt: number;
  leaseUntil: number;
  /** Raised at every claim: only the holder of the newest one may commit. */
  fence: number;
  baselineAt: number | null;
  baselineOldestOn: string | null;
  lastSuccessAt: number | null;
  rows: number | null;
  failures: number;
  failingSince: number | null;
  failureReason: FailureReason | null;
  failureDetail: string | null;
  failureAt: number | null;
  /** Where its address has moved to for good, as it was last found: the address to read. */
  movedTo: string | null;
  /** When its listing was last asked for without validators. */
  fullReadAt: number | null;
  /** How many rows its first page usually has, as far as it is known. */
  usualRows: number | null;
  /** Between these two reads rows may have come and gone unseen; the last such gap. */
  gapFrom: number | null;
  gapUntil: number | null;
  /** Since when an admin wants it not to be read; null while it is. */
  pausedAt: number | null;
  /** What an admin calls one of the catalogue, and how often it is read, in minutes; null: as the catalogue says. */
  adjustedName: Json<Names> | null;
  adjustedCadence: number | null;
}

/** A Source that an admin has added: what the catalogue says of its own. */
interface AddedSourceTable {
  id: string;
  definition: Json<unknown>;
  addedBy: string;
  guildId: string;
  addedAt: number;
}

/** An authority nobody covers at the moment. */
export interface AuthorityTable {
  id: string;
  blindSince: number;
  /** When the first of its Sources was read again; null while none is. */
  readAgainAt: number | null;
}

interface ItemTable {
  id: Generated<number>;
  sourceId: string;
  key: string;
  title: string;
  url: string;
  /** A text the listing carried, used while the article cannot be read. */
  summary: string | null;
  published: Json<Moment> | null;
  publishedOn: string | null;
  fingerprint: string;
  firstSeenAt: number;
  body: BodyState;
  reads: number;
  failedReads: number;
  nextReadAt: number | null;
  /** When its page was first found gone. */
  goneSince: number | null;
  quiet: Quiet | null;
  lateness: Lateness;
}

interface RevisionTable {
  id: Generated<number>;
  itemId: number;
  number: number;
  hash: string;
  title: string;
  text: string;
  published: Json<Moment> | null;
  issuer: string | null;
  attachments: Json<Attachment[]>;
  textRead: Flag;
  seenAt: number;
}

export interface AnnouncementTable {
  id: Generated<number>;
  itemId: number;
  part: string;
  revision: number;
  storyId: number;
  tier: Tier;
  kind: Kind;
  score: number;
  reasons: Json<Reason[]>;
  facts: Json<Facts>;
  evidence: Json<Evidence>;
  /** Of a text of one part; null for the answers of a transcript. */
  details: Json<Details> | null;
  /** What a reporter asked, where it is an answer of a transcript. */
  question: string | null;
  /** Why it belongs to its Story; null for the first of one, and for a later Revision. */
  why: Json<Joining> | null;
  createdAt: number;
}

/**
 * By what a numbered notice is found: its number, the notices it acts on, its goods. Rows of earlier Revisions stay:
 * what is found is judged by what it says now.
 */
interface NoticeIndexTable {
  term: string;
  itemId: number;
}

export interface StoryTable {
  id: Generated<number>;
  key: string;
  authorityId: string;
  kind: Kind;
  tier: Tier;
  action: Action;
  facts: Json<Facts>;
  corrections: Json<Correction[]>;
  /** The Item whose text the facts are read from. */
  leadItemId: number;
  leadPart: string;
  published: Json<Moment> | null;
  /** For order and for joining: the day it was published, else first seen. */
  publishedOn: string;
  firstSeenAt: number;
  updatedAt: number;
  withdrawnAt: number | null;
  /** Ours: its title alone had misled us. Null: the source's, or it stands. */
  withdrawnBy: 'us' | null;
  /** 1: nobody was ever told, because it was found by a baseline or slid in. */
  quiet: Flag;
  /**
   * The Story that stands for it, because a person said that both are one; never one that is merged itself. Null:
   * it stands. What referred to it before refers to that one now; it has no goods, keys or Announcements any more.
   */
  mergedInto: number | null;
  /** The Story it was one with until a person took them apart; of one taken apart again, where that began. */
  splitFrom: number | null;
}

/** Every key by which a Story is found: a package has the number of each of its notices. */
export interface StoryKeyTable {
  key: string;
  storyId: number;
}

/** The goods of a Story, one row each, so that looking one up does not read the archive. */
interface StoryGoodTable {
  storyId: number;
  good: string;
  publishedOn: string;
}

interface AlertTable {
  id: Generated<number>;
  key: string;
  kind: AlertBody['kind'];
  body: Json<AlertBody>;
  createdAt: number;
}

export interface DeliveryTable {
  /** The order of telling within a channel. */
  seq: Generated<number>;
  id: string;
  alertId: number;
  channelId: string;
  operation: 'send' | 'edit' | 'reply';
  /** For edits and replies: the Story whose first message they concern. */
  storyId: number | null;
  state: DeliveryState;
  roleIds: Json<string[]>;
  silent: Flag;
  language: MessageLanguage;
  market: Market;
  /** 1: its Story has a thread of its own. */
  threads: Flag;
  attempts: number;
  nextAttemptAt: number;
  /** When the first attempt whose outcome is not known began; Discord remembers its nonce from then on. */
  firstAttemptAt: number | null;
  messageId: string | null;
  error: string | null;
  createdAt: number;
  settledAt: number | null;
}

/** In which message a channel first read of a Story. One row a pair: a Story is told once in a channel. */
interface StoryMessageTable {
  storyId: number;
  channelId: string;
  deliveryId: string;
  /** 1: together with others, so the message is not edited for this Story alone. */
  grouped: Flag;
}

interface SubscriptionTable {
  id: Generated<number>;
  guildId: string;
  channelId: string;
  authorities: Json<string[]>;
  tiers: Json<Tier[]>;
  kinds: Json<Kind[]>;
  actions: Json<Action[]>;
  goods: Json<string[]>;
  destinations: Json<string[]>;
  sources: Json<string[]>;
  sourceLanguages: Json<SourceLanguage[]>;
  words: Json<string[]>;
  roleId: string | null;
  language: MessageLanguage;
  market: Market;
  pausedAt: number | null;
  /** Null: since it was made. */
  since: number | null;
  createdAt: number;
  createdBy: string | null;
  digest: Json<Digest> | null;
  quiet: Json<QuietHours> | null;
  threads: Flag;
  parked: Json<Parking> | null;
  /** When its last digest was made, and the last Alert that one looked at. Null: it has no digests. */
  digestAt: number | null;
  digestAlertId: number | null;
}

/** What the servers have chosen that have chosen anything; see {@link Server}. */
interface ServerTable {
  guildId: string;
  zone: string;
  askersRoleId: string | null;
  opsChannelId: string | null;
  language: MessageLanguage;
}

/** The servers that were greeted when they were joined. Where the line stands, while it does. */
interface GreetingTable {
  guildId: string;
  joinedAt: number;
  channelId: string | null;
  messageId: string | null;
}

/** Somebody says that a message is wrong. One row a person and Story. */
interface FeedbackTable {
  id: Generated<number>;
  storyId: number;
  deliveryId: string;
  guildId: string;
  userId: string;
  /** The text that was judged, by its hash too: it proves what was read. */
  itemId: number;
  part: string;
  revision: number;
  hash: string;
  /** What is wrong, as they say it. */
  words: string | null;
  state: FeedbackState;
  /** What is right, once it is confirmed: whether the text concerns us at all, and its facts. */
  relevant: Flag | null;
  facts: Json<Facts> | null;
  createdAt: number;
  settledAt: number | null;
}

/** What a language model wrote on a Story from one Revision of its leading text. One row a pair. */
export interface ModelTextTable {
  storyId: number;
  revisionId: number;
  /** Its name, as the operator gives it. */
  model: string;
  state: ModelTextState;
  /** Those that the texts were held against. */
  facts: Json<Facts>;
  en: string | null;
  zh: string | null;
  /** Why it was refused, or why there was no answer; in words. */
  why: string | null;
  attempts: number;
  /** Only of what failed: when it is asked for again; null where it is given up. */
  nextAttemptAt: number | null;
  createdAt: number;
}

/** Where an Item stands in `search`, the index of words; that is a virtual table, which is asked in SQL. */
interface SearchPlaceTable {
  itemId: number;
  place: number;
}

/** `refused`: something in it does not stand in the source. `failed`: the model gave no answer. */
export type ModelTextState = 'accepted' | 'refused' | 'failed';

export type FeedbackState = 'open' | 'confirmed' | 'dismissed';

export type SourceRow = Selectable<SourceTable>;
export type ItemRow = Selectable<ItemTable>;
export type RevisionRow = Selectable<RevisionTable>;
export type StoryRow = Selectable<StoryTable>;
export type DeliveryRow = Selectable<DeliveryTable>;
export type SubscriptionRow = Selectable<SubscriptionTable>;
export type FeedbackRow = Selectable<FeedbackTable>;
