import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { DummyDriver, Kysely, SqliteAdapter, SqliteIntrospector, SqliteQueryCompiler } from 'kysely';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { noFilter } from '../../src/domain/filter.ts';
import { toJson } from '../../src/store/columns.ts';
import { findStories } from '../../src/store/lookups.ts';
import { migrations } from '../../src/store/migrations.ts';
import { searchTexts } from '../../src/store/search.ts';
import { openSqlite } from '../../src/store/sqlite.ts';
import { storyById, storyPages } from '../../src/store/stories.ts';
import { storyParts } from '../../src/store/story-parts.ts';
import { listSubscriptions } from '../../src/store/subscriptions.ts';
import { termsOf } from '../../src/understand/search/terms.ts';
import { facts } from './samples.ts';

let folder: string;
let file: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'upgrade-'));
  file = join(folder, 'wire.db');
});
afterEach(() => rmSync(folder, { recursive: true }));

/** What a migration does, as SQL; nothing is done. */
async function statementsOf(name: string): Promise<string[]> {
  const statements: string[] = [];
  const recorder = new Kysely<unknown>({
    dialect: {
      createAdapter: () => new SqliteAdapter(),
      createDriver: () => new DummyDriver(),
      createIntrospector: (db) => new SqliteIntrospector(db),
      createQueryCompiler: () => new SqliteQueryCompiler(),
    },
    log({ query }) {
      statements.push(query.sql);
    },
  });
  await migrations[name]?.up(recorder);
  return statements;
}

/** A database as the first version left it, with a Story of one page that a channel was told of. */
async function firstVersion(): Promise<void> {
  const database = new DatabaseSync(file);
  for (const statement of await statementsOf('0001-first')) database.exec(statement);
  database.exec(`
    create table kysely_migration (name varchar(255) not null primary key, timestamp varchar(255) not null);
    insert into kysely_migration values ('0001-first', '2020-01-01T00:00:00.000Z');
    create table kysely_migration_lock (id varchar(255) not null primary key, is_locked integer not null default 0);
    insert into kysely_migration_lock values ('migration_lock', 0);
    insert into installation values ('id', 'an-installation');
    insert into subscriptions (guild_id, channel_id, authorities, tiers, goods, language, market, created_at)
      values ('guild', 'channel', '[]', '["decision"]', '["gallium"]', 'both', 'US', 5);
    insert into sources (id, authority_id, enabled, next_poll_at) values ('cn-trade-notices', 'cn-trade', 1, 0);
    insert into items (id, source_id, key, title, url, fingerprint, first_seen_at, body, lateness)
      values (1, 'cn-trade-notices', 'n1', 'Notice', 'https://trade.example/1', 'f', 5, 'read', 'fresh');
    insert into revisions (item_id, number, hash, title, text, attachments, text_read, seen_at)
      values (1, 1, 'h', 'Notice', 'Text', '[]', 1, 5);
  `);
  const stated = toJson(facts({ goods: ['gallium'] }));
  database
    .prepare(
      `insert into stories (id, key, authority_id, kind, tier, action, facts, corrections, lead_item_id, lead_part,
         published_on, first_seen_at, updated_at, quiet)
       values (7, 'cn-trade/2031/7', 'cn-trade', 'batch', 'decision', 'approve', ?, '[]', 1, '', '2031-03-13', 5, 5, 0)`,
    )
    .run(stated);
  database
    .prepare(
      `insert into announcements (item_id, part, revision, story_id, tier, kind, score, reasons, facts, evidence, created_at)
       values (1, '', 1, 7, 'decision', 'batch', 5, '[]', ?, '{}', 5)`,
    )
    .run(stated);
  database.exec(`
    insert into items (id, source_id, key, title, url, fingerprint, first_seen_at, body, lateness)
      values (2, 'cn-trade-notices', 'n2', 'Copy', 'https://trade.example/2', 'f', 6, 'read', 'fresh');
    insert into announcements
      (item_id, part, revision, story_id, tier, kind, score, reasons, facts, evidence, why, created_at)
      values (2, '', 1, 7, 'decision', 'batch', 5, '[]', '{"goods":[]}', '{}', 'same "number", No. 7', 6);
    insert into stories (id, key, authority_id, kind, tier, action, facts, corrections, lead_item_id, lead_part,
        published_on, first_seen_at, updated_at, withdrawn_at, quiet)
      values (8, 'eight', 'cn-trade', 'batch', 'decision', 'approve', '{}', '[]', 1, '', '2031-03-12', 5, 5, 60, 0),
        (9, 'nine', 'cn-trade', 'batch', 'decision', 'approve', '{}', '[]', 1, '', '2031-03-11', 5, 5, 60, 0);
    insert into alerts (key, kind, body, created_at) values
      ('withdrawal/8/60', 'withdrawal', '{"kind":"withdrawal","by":"us"}', 60),
      ('withdrawal/9/60', 'withdrawal', '{"kind":"withdrawal","by":"source"}', 60);
  `);
  database.close();
}

test('a database of the first version is brought up to date with all that it holds', async () => {
  await firstVersion();

  const db = await openSqlite(file);
  try {
    const [story] = await findStories(db, { limit: 9 });
    expect(story).toMatchObject({ id: 7, key: 'cn-trade/2031/7', mergedInto: null, splitFrom: null });
    expect(await storyById(db, 7)).toEqual(story);
    expect(await storyById(db, 8)).toMatchObject({ withdrawnAt: 60, withdrawnBy: 'us' });
    expect(await storyById(db, 9)).toMatchObject({ withdrawnAt: 60, withdrawnBy: null });
    expect(await listSubscriptions(db)).toMatchObject([
      { ...noFilter, tiers: ['decision'], goods: ['gallium'], pausedAt: null },
    ]);
    expect(await storyPages(db, 7)).toMatchObject([
      { itemId: 1, title: 'Notice' },
      { itemId: 2, title: 'Copy' },
    ]);
    expect((await storyParts(db, 7)).map(({ why }) => why)).toEqual([
      null,
      { by: 'words', words: 'same "number", No. 7' },
    ]);
    const terms = termsOf('text');
    const search = { terms, actions: ['approve' as const], sources: ['cn-trade-notices'] };
    expect((await searchTexts(db, search, { limit: 9 })).hits).toMatchObject([{ itemId: 1 }]);
    const installation = await db.selectFrom('installation').select('value').executeTakeFirst();
    expect(installation).toEqual({ value: 'an-installation' });
    const applied = await db
      .withTables<{ kyselyMigration: { name: string } }>()
      .selectFrom('kyselyMigration')
      .select('name')
      .orderBy('name')
      .execute();
    expect(applied.map(({ name }) => name)).toEqual(Object.keys(migrations));
  } finally {
    await db.destroy();
  }
});
