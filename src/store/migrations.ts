import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';
import { fromJson } from './columns.ts';
import { indexNotice } from './notice-index.ts';
import type { Db } from './schema.ts';
import { indexArchive } from './search-index.ts';

/**
 * What the database has gone through, oldest first. A migration that has been released is never
 * changed: what it did stands in databases that exist.
 */
export const migrations: Record<string, Migration> = {
  '0001-first': { up: first },
  '0002-merged-stories': { up: mergedStories },
  '0003-notice-index': { up: noticeIndex },
  '0004-model-texts': { up: modelTexts },
  '0005-source-health': { up: sourceHealth },
  '0006-added-sources': { up: addedSources },
  '0007-search': { up: search },
  '0008-watch-filters': { up: watchFilters },
  '0009-manners': { up: manners },
  '0010-places-and-digests': { up: placesAndDigests },
  '0011-greetings': { up: greetings },
  '0012-feedback-words': { up: feedbackWords },
  '0013-ops-channels': { up: opsChannels },
  '0014-look-up-filters': { up: lookUpFilters },
  '0015-joinings': { up: joinings },
  '0016-withdrawn-by': { up: withdrawnBy },
  '0017-adjusted-sources': { up: adjustedSources },
};

async function first(db: Kysely<unknown>): Promise<void> {
  const table = (name: string) => db.schema.createTable(name).modifyEnd(sql`strict`);
  const id = 'integer primary key autoincrement';

  await table('installation')
    .addColumn('name', 'text', (column) => column.primaryKey())
    .addColumn('value', 'text', (column) => column.notNull())
    .execute();

  await table('sources')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('authority_id', 'text', (column) => column.notNull())
    .addColumn('enabled', 'integer', (column) => column.notNull())
    .addColumn('next_poll_at', 'integer', (column) => column.notNull())
    .addColumn('lease_until', 'integer', (column) => column.notNull().defaultTo(0))
    .addColumn('fence', 'integer', (column) => column.notNull().defaultTo(0))
    .addColumn('baseline_at', 'integer')
    .addColumn('baseline_oldest_on', 'text')
    .addColumn('last_success_at', 'integer')
    .addColumn('rows', 'integer')
    .addColumn('failures', 'integer', (column) => column.notNull().defaultTo(0))
    .addColumn('failing_since', 'integer')
    .addColumn('failure_reason', 'text')
    .addColumn('failure_detail', 'text')
    .addColumn('failure_at', 'integer')
    .execute();

  await table('authorities')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('blind_since', 'integer', (column) => column.notNull())
    .addColumn('read_again_at', 'integer')
    .execute();

  await table('items')
    .addColumn('id', sql.raw(id))
    .addColumn('source_id', 'text', (column) => column.notNull().references('sources.id'))
    .addColumn('key', 'text', (column) => column.notNull())
    .addColumn('title', 'text', (column) => column.notNull())
    .addColumn('url', 'text', (column) => column.notNull())
    .addColumn('summary', 'text')
    .addColumn('published', 'text')
    .addColumn('published_on', 'text')
    .addColumn('fingerprint', 'text', (column) => column.notNull())
    .addColumn('first_seen_at', 'integer', (column) => column.notNull())
    .addColumn('body', 'text', (column) => column.notNull())
    .addColumn('reads', 'integer', (column) => column.notNull().defaultTo(0))
    .addColumn('failed_reads', 'integer', (column) => column.notNull().defaultTo(0))
    .addColumn('next_read_at', 'integer')
    .addColumn('gone_since', 'integer')
    .addColumn('quiet', 'text')
    .addColumn('lateness', 'text', (column) => column.notNull())
    .addUniqueConstraint('items_source_key', ['source_id', 'key'])
    .execute();
  await db.schema
    .createIndex('items_due')
    .on('items')
    .columns(['source_id', 'next_read_at'])
    .where(sql.ref('next_read_at'), 'is not', null)
    .execute();
  await db.schema.createIndex('items_seen').on('items').columns(['source_id', 'first_seen_at']).execute();
  await db.schema.createIndex('items_url').on('items').column('url').execute();

  await table('revisions')
    .addColumn('id', sql.raw(id))
    .addColumn('item_id', 'integer', (column) => column.notNull().references('items.id'))
    .addColumn('number', 'integer', (column) => column.notNull())
    .addColumn('hash', 'text', (column) => column.notNull())
    .addColumn('title', 'text', (column) => column.notNull())
    .addColumn('text', 'text', (column) => column.notNull())
    .addColumn('published', 'text')
    .addColumn('issuer', 'text')
    .addColumn('attachments', 'text', (column) => column.notNull())
    .addColumn('text_read', 'integer', (column) => column.notNull())
    .addColumn('seen_at', 'integer', (column) => column.notNull())
    .addUniqueConstraint('revisions_item_number', ['item_id', 'number'])
    .execute();
  await db.schema.createIndex('revisions_hash').on('revisions').column('hash').execute();

  await table('stories')
    .addColumn('id', sql.raw(id))
    .addColumn('key', 'text', (column) => column.notNull().unique())
    .addColumn('authority_id', 'text', (column) => column.notNull())
    .addColumn('kind', 'text', (column) => column.notNull())
    .addColumn('tier', 'text', (column) => column.notNull())
    .addColumn('action', 'text', (column) => column.notNull())
    .addColumn('facts', 'text', (column) => column.notNull())
    .addColumn('corrections', 'text', (column) => column.notNull())
    .addColumn('lead_item_id', 'integer', (column) => column.notNull().references('items.id'))
    .addColumn('lead_part', 'text', (column) => column.notNull())
    .addColumn('published', 'text')
    .addColumn('published_on', 'text', (column) => column.notNull())
    .addColumn('first_seen_at', 'integer', (column) => column.notNull())
    .addColumn('updated_at', 'integer', (column) => column.notNull())
    .addColumn('withdrawn_at', 'integer')
    .addColumn('quiet', 'integer', (column) => column.notNull())
    .execute();
  await db.schema
    .createIndex('stories_authority_published')
    .on('stories')
    .columns(['authority_id', 'published_on'])
    .execute();
  await db.schema
    .createIndex('stories_authority_kind')
    .on('stories')
    .columns(['authority_id', 'kind', 'published_on', 'id'])
    .execute();
  await db.schema
    .createIndex('stories_kind_published')
    .on('stories')
    .columns(['kind', 'published_on', 'id'])
    .execute();
  await db.schema
    .createIndex('stories_tier_published')
    .on('stories')
    .columns(['tier', 'published_on', 'id'])
    .execute();
  await db.schema.createIndex('stories_lead').on('stories').column('lead_item_id').execute();
  await db.schema.createIndex('stories_published').on('stories').columns(['published_on', 'id']).execute();

  await table('story_keys')
    .addColumn('key', 'text', (column) => column.primaryKey())
    .addColumn('story_id', 'integer', (column) => column.notNull().references('stories.id'))
    .execute();

  await table('story_goods')
    .addColumn('story_id', 'integer', (column) => column.notNull().references('stories.id'))
    .addColumn('good', 'text', (column) => column.notNull())
    .addColumn('published_on', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('story_goods_key', ['good', 'published_on', 'story_id'])
    .execute();
  await db.schema.createIndex('story_goods_story').on('story_goods').column('story_id').execute();

  await table('announcements')
    .addColumn('id', sql.raw(id))
    .addColumn('item_id', 'integer', (column) => column.notNull().references('items.id'))
    .addColumn('part', 'text', (column) => column.notNull())
    .addColumn('revision', 'integer', (column) => column.notNull())
    .addColumn('story_id', 'integer', (column) => column.notNull().references('stories.id'))
    .addColumn('tier', 'text', (column) => column.notNull())
    .addColumn('kind', 'text', (column) => column.notNull())
    .addColumn('score', 'real', (column) => column.notNull())
    .addColumn('reasons', 'text', (column) => column.notNull())
    .addColumn('facts', 'text', (column) => column.notNull())
    .addColumn('evidence', 'text', (column) => column.notNull())
    .addColumn('details', 'text')
    .addColumn('question', 'text')
    .addColumn('why', 'text')
    .addColumn('created_at', 'integer', (column) => column.notNull())
    .addUniqueConstraint('announcements_item_part_revision', ['item_id', 'part', 'revision'])
    .execute();
  await db.schema.createIndex('announcements_story').on('announcements').column('story_id').execute();

  await table('alerts')
    .addColumn('id', sql.raw(id))
    .addColumn('key', 'text', (column) => column.notNull().unique())
    .addColumn('kind', 'text', (column) => column.notNull())
    .addColumn('body', 'text', (column) => column.notNull())
    .addColumn('created_at', 'integer', (column) => column.notNull())
    .execute();

  await table('deliveries')
    .addColumn('seq', sql.raw(id))
    .addColumn('id', 'text', (column) => column.notNull().unique())
    .addColumn('alert_id', 'integer', (column) => column.notNull().references('alerts.id'))
    .addColumn('channel_id', 'text', (column) => column.notNull())
    .addColumn('operation', 'text', (column) => column.notNull())
    .addColumn('story_id', 'integer', (column) => column.references('stories.id'))
    .addColumn('state', 'text', (column) => column.notNull())
    .addColumn('role_ids', 'text', (column) => column.notNull())
    .addColumn('silent', 'integer', (column) => column.notNull())
    .addColumn('language', 'text', (column) => column.notNull())
    .addColumn('market', 'text', (column) => column.notNull())
    .addColumn('attempts', 'integer', (column) => column.notNull().defaultTo(0))
    .addColumn('next_attempt_at', 'integer', (column) => column.notNull())
    .addColumn('first_attempt_at', 'integer')
    .addColumn('message_id', 'text')
    .addColumn('error', 'text')
    .addColumn('created_at', 'integer', (column) => column.notNull())
    .addColumn('settled_at', 'integer')
    .addUniqueConstraint('deliveries_alert_channel', ['alert_id', 'channel_id'])
    .execute();
  // Whole, not partial: SQLite does not use a partial index for a state that is a parameter of the query.
  await db.schema.createIndex('deliveries_state').on('deliveries').columns(['state', 'seq']).execute();
  await db.schema
    .createIndex('deliveries_channel')
    .on('deliveries')
    .columns(['channel_id', 'state', 'seq'])
    .execute();

  await table('story_messages')
    .addColumn('story_id', 'integer', (column) => column.notNull().references('stories.id'))
    .addColumn('channel_id', 'text', (column) => column.notNull())
    .addColumn('delivery_id', 'text', (column) => column.notNull().references('deliveries.id'))
    .addColumn('grouped', 'integer', (column) => column.notNull())
    .addPrimaryKeyConstraint('story_messages_key', ['story_id', 'channel_id'])
    .execute();

  await table('subscriptions')
    .addColumn('id', sql.raw(id))
    .addColumn('guild_id', 'text', (column) => column.notNull())
    .addColumn('channel_id', 'text', (column) => column.notNull())
    .addColumn('authorities', 'text', (column) => column.notNull())
    .addColumn('tiers', 'text', (column) => column.notNull())
    .addColumn('goods', 'text', (column) => column.notNull())
    .addColumn('role_id', 'text')
    .addColumn('language', 'text', (column) => column.notNull())
    .addColumn('market', 'text', (column) => column.notNull())
    .addColumn('created_at', 'integer', (column) => column.notNull())
    .execute();
  await db.schema.createIndex('subscriptions_guild').on('subscriptions').column('guild_id').execute();

  await table('feedback')
    .addColumn('id', sql.raw(id))
    .addColumn('story_id', 'integer', (column) => column.notNull().references('stories.id'))
    .addColumn('delivery_id', 'text', (column) => column.notNull().references('deliveries.id'))
    .addColumn('guild_id', 'text', (column) => column.notNull())
    .addColumn('user_id', 'text', (column) => column.notNull())
    .addColumn('item_id', 'integer', (column) => column.notNull().references('items.id'))
    .addColumn('part', 'text', (column) => column.notNull())
    .addColumn('revision', 'integer', (column) => column.notNull())
    .addColumn('hash', 'text', (column) => column.notNull())
    .addColumn('state', 'text', (column) => column.notNull())
    .addColumn('relevant', 'integer')
    .addColumn('facts', 'text')
    .addColumn('created_at', 'integer', (column) => column.notNull())
    .addColumn('settled_at', 'integer')
    .addUniqueConstraint('feedback_story_user', ['story_id', 'user_id'])
    .execute();
}

/** A person may say that two Stories are one, or that one is two. */
async function mergedStories(db: Kysely<unknown>): Promise<void> {
  for (const name of ['merged_into', 'split_from']) {
    await db.schema
      .alterTable('stories')
      .addColumn(name, 'integer', (column) => column.references('stories.id'))
      .execute();
    await db.schema.createIndex(`stories_${name}`).on('stories').column(name).execute();
  }
}

/** The register of measures is asked for at every message, and must not read the archive for it. */
async function noticeIndex(db: Db): Promise<void> {
  await db.schema
    .createTable('notice_index')
    .modifyEnd(sql`strict`)
    .addColumn('term', 'text', (column) => column.notNull())
    .addColumn('item_id', 'integer', (column) => column.notNull().references('items.id'))
    .addPrimaryKeyConstraint('notice_index_key', ['term', 'item_id'])
    .execute();

  const notices = db
    .selectFrom('announcements')
    .select(['itemId', 'facts', 'details'])
    .where('details', 'is not', null);
  for (const { itemId, facts, details } of await notices.execute()) {
    await indexNotice(db, itemId, fromJson(facts), details && fromJson(details));
  }
}

/** What a language model wrote on a Story, where one is set up. */
async function modelTexts(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('model_texts')
    .modifyEnd(sql`strict`)
    .addColumn('story_id', 'integer', (column) => column.notNull().references('stories.id'))
    .addColumn('revision_id', 'integer', (column) => column.notNull().references('revisions.id'))
    .addColumn('model', 'text', (column) => column.notNull())
    .addColumn('state', 'text', (column) => column.notNull())
    .addColumn('facts', 'text', (column) => column.notNull())
    .addColumn('en', 'text')
    .addColumn('zh', 'text')
    .addColumn('why', 'text')
    .addColumn('attempts', 'integer', (column) => column.notNull())
    .addColumn('next_attempt_at', 'integer')
    .addColumn('created_at', 'integer', (column) => column.notNull())
    .addPrimaryKeyConstraint('model_texts_key', ['story_id', 'revision_id'])
    .execute();
  await db.schema.createIndex('stories_updated').on('stories').column('updated_at').execute();
}

/** An admin may add Sources, and pause any. */
async function addedSources(db: Kysely<unknown>): Promise<void> {
  await db.schema.alterTable('sources').addColumn('paused_at', 'integer').execute();
  await db.schema
    .createTable('added_sources')
    .modifyEnd(sql`strict`)
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('definition', 'text', (column) => column.notNull())
    .addColumn('added_by', 'text', (column) => column.notNull())
    .addColumn('guild_id', 'text', (column) => column.notNull())
    .addColumn('added_at', 'integer', (column) => column.notNull())
    .execute();
}

/** What is learned of a Source by reading it. */
async function sourceHealth(db: Kysely<unknown>): Promise<void> {
  const columns = [
    ['moved_to', 'text'],
    ['full_read_at', 'integer'],
    ['usual_rows', 'real'],
    ['gap_from', 'integer'],
    ['gap_until', 'integer'],
  ] as const;
  for (const [name, type] of columns) await db.schema.alterTable('sources').addColumn(name, type).execute();
}

/**
 * The words of every text. The index holds no texts of its own (`content=''`), and its row ids are places in time.
 * Words come as `indexed` makes them, so that the tokenizer has only to part them at spaces; single characters, and
 * the beginnings that most people type, have an index of their own.
 */
async function search(db: Db): Promise<void> {
  await sql`create virtual table search using fts5(
    title, text, marks, content='', contentless_delete=1, tokenize='ascii', prefix='1 4')`.execute(db);
  await db.schema
    .createTable('search_places')
    .modifyEnd(sql`strict`)
    .addColumn('item_id', 'integer', (column) => column.primaryKey().references('items.id'))
    .addColumn('place', 'integer', (column) => column.notNull())
    .execute();
  await indexArchive(db);
}

/** Subscriptions filter by more, and may be paused. Those that exist let through what they did. */
async function watchFilters(db: Kysely<unknown>): Promise<void> {
  const filters = ['kinds', 'actions', 'destinations', 'sources', 'source_languages', 'words'];
  for (const name of filters) {
    await db.schema
      .alterTable('subscriptions')
      .addColumn(name, 'text', (column) => column.notNull().defaultTo('[]'))
      .execute();
  }
  for (const name of ['paused_at', 'since'])
    await db.schema.alterTable('subscriptions').addColumn(name, 'integer').execute();
}

/** Subscriptions have manners, and servers settings. Those that exist are told as they were. */
async function manners(db: Kysely<unknown>): Promise<void> {
  for (const name of ['created_by', 'digest', 'quiet', 'parked'])
    await db.schema.alterTable('subscriptions').addColumn(name, 'text').execute();
  await db.schema
    .alterTable('subscriptions')
    .addColumn('threads', 'integer', (column) => column.notNull().defaultTo(0))
    .execute();
  await db.schema
    .createTable('servers')
    .modifyEnd(sql`strict`)
    .addColumn('guild_id', 'text', (column) => column.primaryKey())
    .addColumn('zone', 'text', (column) => column.notNull())
    .addColumn('askers_role_id', 'text')
    .execute();
}

/** Stories may have threads, and Subscriptions digests, each of which goes on where the last one ended. */
async function placesAndDigests(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .alterTable('deliveries')
    .addColumn('threads', 'integer', (column) => column.notNull().defaultTo(0))
    .execute();
  for (const name of ['digest_at', 'digest_alert_id'])
    await db.schema.alterTable('subscriptions').addColumn(name, 'integer').execute();
}

/** Whoever says that a message is wrong may say what. */
async function feedbackWords(db: Kysely<unknown>): Promise<void> {
  await db.schema.alterTable('feedback').addColumn('words', 'text').execute();
}

/** A server may have a channel for those who look after the bot. */
async function opsChannels(db: Kysely<unknown>): Promise<void> {
  await db.schema.alterTable('servers').addColumn('ops_channel_id', 'text').execute();
}

/** Servers are greeted on joining, and choose what new watches are told in. */
async function greetings(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('greetings')
    .modifyEnd(sql`strict`)
    .addColumn('guild_id', 'text', (column) => column.primaryKey())
    .addColumn('joined_at', 'integer', (column) => column.notNull())
    .addColumn('channel_id', 'text')
    .addColumn('message_id', 'text')
    .execute();
  await db.schema
    .alterTable('servers')
    .addColumn('language', 'text', (column) => column.notNull().defaultTo('both'))
    .execute();
}

/** Look-ups ask for actions, and searches for actions and Sources, without reading all that was ever stored. */
async function lookUpFilters(db: Db): Promise<void> {
  await db.schema
    .createIndex('stories_action_published')
    .on('stories')
    .columns(['action', 'published_on', 'id'])
    .execute();
  await indexArchive(db);
}

/** Why a page belongs to its Story was kept as a sentence, and is now kept as what the rule found. */
async function joinings(db: Kysely<unknown>): Promise<void> {
  await sql`update announcements set why = json_object('by', 'words', 'words', why)
    where why is not null`.execute(db);
}

/** A Story tells by itself whether it was withdrawn by its source or by us: so far only the Alert about it did. */
async function withdrawnBy(db: Kysely<unknown>): Promise<void> {
  await db.schema.alterTable('stories').addColumn('withdrawn_by', 'text').execute();
  await sql`update stories set withdrawn_by = 'us' where withdrawn_at is not null and exists (
    select 1 from alerts where alerts.key = 'withdrawal/' || stories.id || '/' || stories.withdrawn_at
      and json_extract(alerts.body, '$.by') = 'us')`.execute(db);
}

/** An admin may call a Source of the catalogue otherwise, and have it read more or less often. */
async function adjustedSources(db: Kysely<unknown>): Promise<void> {
  await db.schema.alterTable('sources').addColumn('adjusted_name', 'text').execute();
  await db.schema.alterTable('sources').addColumn('adjusted_cadence', 'real').execute();
}
