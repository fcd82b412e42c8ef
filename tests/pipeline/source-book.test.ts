import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { noFilter } from '../../src/domain/filter.ts';
import { MINUTE } from '../../src/domain/moment.ts';
import type { Source } from '../../src/domain/source.ts';
import { SourceBook } from '../../src/pipeline/source-book.ts';
import { knownNames } from '../../src/sources/known.ts';
import { beginBlindness, blindAuthorities } from '../../src/store/authorities.ts';
import { toJson } from '../../src/store/columns.ts';
import type { Db } from '../../src/store/schema.ts';
import {
  claimSource,
  enabledSources,
  LeaseLost,
  pausedSources,
  registerSources,
  releaseLease,
  renewLease,
} from '../../src/store/sources.ts';
import { openSqlite } from '../../src/store/sqlite.ts';
import { insertSubscription, listSubscriptions } from '../../src/store/subscriptions.ts';
import { briefing, gazette } from '../fakes/archive.ts';

const now = Date.parse('2031-03-13T08:00:00Z');
const by = { addedBy: '80351110224678912', guildId: '41771983423143937' };

/** A Source that no catalogue has, with all that a Reader can hold. */
const harbour: Source = {
  ...gazette,
  id: 'own-harbour-example-1a2b3c',
  authority: { ...gazette.authority, id: 'own-harbour-example' },
  name: { en: 'Harbour office', zh: 'Harbour office' },
  url: 'https://harbour.example/notices',
  reader: { kind: 'page', rows: { row: 'li', link: 'a', date: 'span' }, path: /^\/notices\/\d+/ },
};

let db: Db;
let book: SourceBook;
beforeEach(async () => {
  db = await openSqlite(':memory:');
  book = await start();
});
afterEach(() => db.destroy());

/** As the bot does when it starts. */
async function start(): Promise<SourceBook> {
  const opened = await SourceBook.open(db, [gazette, briefing]);
  await registerSources(db, [...opened.all.values()], now);
  return opened;
}
const read = async () => (await enabledSources(db)).map(({ id }) => id);

describe('a Source that an admin adds', () => {
  it('is read from now on, without a restart and after one', async () => {
    await book.add(harbour, by, now);

    expect(book.all.get(harbour.id)).toBe(harbour);
    expect(await claimSource(db, now, now + MINUTE, harbour.id)).not.toBeNull();
    const restarted = await start();
    expect(restarted.all.get(harbour.id)).toEqual(harbour);
    expect(await read()).toContain(harbour.id);
  });

  it('keeps its name where only its id is stored', async () => {
    await book.add(harbour, by, now);

    expect(knownNames.sourceName(harbour.id).en).toBe('Harbour office');
    expect(knownNames.authorities('own-harbour-example').country).toBe('VN');
  });

  it('can be given another definition in its place', async () => {
    await book.add(harbour, by, now);
    await book.add({ ...harbour, cadence: 60 }, by, now);

    expect((await start()).all.get(harbour.id)?.cadence).toBe(60);
  });

  it('is changed in its place, and stays whose it was', async () => {
    await book.add(harbour, by, now);
    await book.pause(harbour.id, now);

    expect(await book.change({ ...harbour, cadence: 60 })).toBe(true);

    expect(book.all.get(harbour.id)?.cadence).toBe(60);
    expect((await start()).all.get(harbour.id)?.cadence).toBe(60);
    expect(await pausedSources(db)).toMatchObject([{ id: harbour.id }]);
    expect(await db.selectFrom('addedSources').selectAll().execute()).toMatchObject([
      { ...by, addedAt: now },
    ]);
    expect(await book.change({ ...gazette, cadence: 60 })).toBe(false);
  });

  it('moves to another address as another Source, and takes those along who watch it', async () => {
    const elsewhere = { ...harbour, id: 'own-port-example-4d5e6f', url: 'https://port.example/notices' };
    const place = { guildId: 'guild', channelId: 'channel' };
    const manners = { roleId: null, language: 'en', market: 'US', createdAt: now } as const;
    const watch = { ...place, ...noFilter, ...manners };
    await book.add(harbour, by, now);
    await insertSubscription(db, { ...watch, sources: [gazette.id, harbour.id] });
    await insertSubscription(db, { ...watch, sources: [] });

    await book.move(harbour.id, elsewhere, by, now);

    expect(await read()).toEqual([elsewhere.id, briefing.id, gazette.id]);
    expect([...(await start()).all.keys()]).toEqual([gazette.id, briefing.id, elsewhere.id]);
    const watches = await listSubscriptions(db);
    expect(watches.map(({ sources }) => sources)).toEqual([[gazette.id, elsewhere.id], []]);
    expect(knownNames.sourceName(harbour.id).en).toBe('Harbour office');
  });

  it('is removed for good, and added again where it was left', async () => {
    await book.add(harbour, by, now);
    await db.updateTable('sources').set({ baselineAt: now }).where('id', '=', harbour.id).execute();

    expect(await book.remove(harbour.id)).toBe(true);
    expect(book.all.has(harbour.id)).toBe(false);
    expect((await start()).all.has(harbour.id)).toBe(false);
    expect(await read()).not.toContain(harbour.id);

    await book.add(harbour, by, now);
    expect(await enabledSources(db)).toContainEqual(
      expect.objectContaining({ id: harbour.id, baselineAt: now }),
    );
  });

  it('that this version cannot read is named, and stops nobody', async () => {
    await book.add(harbour, by, now);
    const definition = toJson({ ...harbour, reader: { kind: 'telegraph' } });
    await db.updateTable('addedSources').set({ definition }).execute();

    const restarted = await start();

    expect(restarted.unusable).toEqual([harbour.id]);
    expect([...restarted.all.keys()]).toEqual([gazette.id, briefing.id]);
  });
});

it('removes nothing of the catalogue', async () => {
  expect(await book.remove(gazette.id)).toBe(false);
  expect(await read()).toContain(gazette.id);
});

describe('a Source that an admin pauses', () => {
  it('is not read, not even after a restart, until it is resumed', async () => {
    await book.pause(gazette.id, now);

    expect(await read()).toEqual([briefing.id]);
    await start();
    expect(await read()).toEqual([briefing.id]);
    expect(await pausedSources(db)).toMatchObject([{ id: gazette.id, pausedAt: now }]);

    await book.resume(gazette.id, now + MINUTE);
    expect(await pausedSources(db)).toEqual([]);
    expect(await claimSource(db, now + MINUTE, now + 2 * MINUTE, gazette.id)).not.toBeNull();
  });

  it('records nothing of a poll that is under way', async () => {
    const claim = await claimSource(db, now, now + MINUTE, gazette.id);
    if (!claim) throw new Error('nothing to claim');

    await book.pause(gazette.id, now);

    await expect(renewLease(db, claim.lease, now + MINUTE)).rejects.toThrow(LeaseLost);
    await releaseLease(db, claim.lease);
  });

  it('leaves nobody blind on what is read no more', async () => {
    await beginBlindness(db, gazette.authority.id, now);

    await book.pause(gazette.id, now);
    expect(await blindAuthorities(db)).toHaveLength(1);
    await book.pause(briefing.id, now);
    expect(await blindAuthorities(db)).toEqual([]);
  });
});

describe('a Source of the catalogue', () => {
  const ours = { name: { en: 'Ours', zh: '本刊' }, cadence: 60 };

  it('is called and read as an admin says, also after a restart, and is the same otherwise', async () => {
    expect(await book.adjust(gazette.id, ours)).toBe(true);

    for (const each of [book, await start()]) {
      expect(each.all.get(gazette.id)).toEqual({ ...gazette, ...ours });
      expect(each.all.get(briefing.id)).toEqual(briefing);
      expect(each.nameInCatalogue(gazette.id)).toEqual(gazette.name);
    }
    expect(knownNames.sourceName(gazette.id)).toEqual(ours.name);
  });

  it('goes on following the catalogue in what is as the catalogue has it', async () => {
    await book.adjust(gazette.id, { name: gazette.name, cadence: 60 });
    const renamed = { ...gazette, name: { en: 'New name', zh: '新名称' } };
    const later = await SourceBook.open(db, [renamed, briefing]);
    expect(later.all.get(gazette.id)).toEqual({ ...renamed, cadence: 60 });

    expect(await later.adjust(gazette.id, renamed)).toBe(true);
    expect(later.all.get(gazette.id)).toEqual(renamed);
    expect((await SourceBook.open(db, [gazette])).all.get(gazette.id)).toEqual(gazette);
  });

  it('keeps it while it is paused, and where it is not chosen for a while', async () => {
    await book.adjust(gazette.id, ours);
    await book.pause(gazette.id, now);
    await registerSources(db, [briefing], now);

    expect((await start()).all.get(gazette.id)).toEqual({ ...gazette, ...ours });
  });

  it('that is none, or was added, is not adjusted', async () => {
    await book.add(harbour, by, now);

    expect(await book.adjust(harbour.id, ours)).toBe(false);
    expect(await book.adjust('nowhere', ours)).toBe(false);
  });
});
