import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { fromJson } from '../../src/store/columns.ts';
import { findStories, type Lookup, leadsOf } from '../../src/store/lookups.ts';
import { countAllReports, reportFacts } from '../../src/store/reports.ts';
import type { Db } from '../../src/store/schema.ts';
import { openSqlite } from '../../src/store/sqlite.ts';
import { insertAnnouncement } from '../../src/store/stories.ts';
import { now, register, storeItem, storeStory, understood } from './samples.ts';

let db: Db;
beforeEach(async () => {
  db = await openSqlite(':memory:');
  await register(db, ['cn-trade-notices', 'cn-trade-news']);
  await storeItem(db, { key: 'notice-1' });
});
afterEach(() => db.destroy());

describe('looking Stories up', () => {
  const keys = async (lookup: Partial<Lookup> = {}) =>
    (await findStories(db, { limit: 100, ...lookup })).map(({ key }) => key);

  beforeEach(async () => {
    const measure = { kind: 'measure', tier: 'measure', action: 'deny' } as const;
    await storeStory(db, { key: 'a', goods: ['gallium', 'germanium'], publishedOn: '2031-03-02' });
    await storeStory(db, { key: 'b', goods: ['gallium'], publishedOn: '2031-03-10', ...measure });
    await storeStory(db, {
      key: 'c',
      goods: ['antimony'],
      publishedOn: '2031-03-02',
      ...measure,
      authorityId: 'cn-customs',
    });
  });

  test('without a filter finds all, the newest day first', async () => {
    expect(await keys()).toEqual(['b', 'c', 'a']);
    expect(await keys({ limit: 2 })).toEqual(['b', 'c']);
  });

  test.each<[Partial<Lookup>, string[]]>([
    [{ kind: 'batch' }, ['a']],
    [{ tier: 'measure' }, ['b', 'c']],
    [{ goods: [] }, ['b', 'c', 'a']],
    [{ goods: ['gallium'] }, ['b', 'a']],
    [{ goods: ['antimony', 'germanium'] }, ['c', 'a']],
    [{ goods: ['tungsten'] }, []],
    [{ actions: [], authorities: [] }, ['b', 'c', 'a']],
    [{ actions: ['deny'] }, ['b', 'c']],
    [{ actions: ['deny', 'approve'] }, ['b', 'c', 'a']],
    [{ actions: ['relax'] }, []],
    [{ authorities: ['cn-trade'] }, ['b', 'a']],
    [{ authorities: ['cn-customs', 'cn-trade'] }, ['b', 'c', 'a']],
    [{ authorities: ['cn-customs'], actions: ['approve'] }, []],
    [{ authorities: ['cn-trade'], actions: ['deny', 'relax'], tier: 'measure' }, ['b']],
    [
      { authorities: ['cn-customs', 'cn-trade'], goods: ['gallium', 'antimony'], actions: ['deny'] },
      ['b', 'c'],
    ],
    [{ since: '2031-03-02' }, ['b', 'c', 'a']],
    [{ since: '2031-03-03' }, ['b']],
    [{ since: '2031-03-02', kind: 'measure', goods: ['gallium', 'antimony'] }, ['b', 'c']],
  ])('by %j finds %j', async (lookup, expected) => {
    expect(await keys(lookup)).toEqual(expected);
  });

  test.each<Partial<Lookup>>([{}, { goods: ['gallium', 'germanium', 'antimony'] }])(
    'page by page finds each once (%j)',
    async (filter) => {
      const found: string[] = [];
      let page = await findStories(db, { limit: 1, ...filter });
      while (page[0] && found.length < 10) {
        const { key, publishedOn, id } = page[0];
        found.push(key);
        page = await findStories(db, { limit: 1, ...filter, after: { publishedOn, id } });
      }

      expect(found).toEqual(['b', 'c', 'a']);
    },
  );
});

describe('the leading page of a Story', () => {
  test('comes with the evidence of the newest Revision of the leading part', async () => {
    const lead = await storeItem(db, {
      key: 'lead',
      sourceId: 'cn-trade-news',
      url: 'https://trade.example/lead',
    });
    const story = await storeStory(db, { key: 'a', leadItemId: lead.id, leadPart: 'answer-2' });
    const other = await storeStory(db, { key: 'b' });
    const proof = (words: string) =>
      ({ goods: [{ in: 'text', start: 0, end: words.length, words }] }) as const;
    const announce = (part: string, revision: number, words: string) =>
      insertAnnouncement(db, {
        ...understood(part),
        evidence: { goods: [...proof(words).goods] },
        itemId: lead.id,
        revision,
        storyId: story.id,
        createdAt: now,
      });
    await announce('answer-2', 2, 'newest');
    await announce('answer-2', 1, 'older');
    await announce('answer-1', 3, 'another part');

    const leads = await leadsOf(db, [story, other]);

    expect(leads.get(story.id)).toEqual({
      url: 'https://trade.example/lead',
      sourceId: 'cn-trade-news',
      evidence: proof('newest'),
    });
    expect(leads.get(other.id)).toEqual({
      url: 'https://trade.example/notices/1',
      sourceId: 'cn-trade-notices',
      evidence: {},
    });
    expect(await leadsOf(db, [])).toEqual(new Map());
  });
});

describe('reports of licences', () => {
  test('give their facts, the newest first, each once', async () => {
    await storeStory(db, { key: 'a', goods: ['gallium', 'germanium'], publishedOn: '2031-01-10' });
    const newer = await storeStory(db, { key: 'b', goods: ['gallium'], publishedOn: '2031-02-10' });
    await storeStory(db, { key: 'c', goods: ['gallium'], publishedOn: '2031-03-10', kind: 'measure' });
    await storeStory(db, { key: 'd', goods: ['antimony'], publishedOn: '2031-03-10' });

    const reports = await reportFacts(db, ['gallium', 'germanium']);

    expect(reports.map(({ publishedOn }) => publishedOn)).toEqual(['2031-02-10', '2031-01-10']);
    expect(reports[0]?.facts).toEqual(fromJson(newer.facts));
  });

  test('are counted, as are those that name no goods', async () => {
    expect(await countAllReports(db)).toEqual({ reports: 0, withoutGoods: 0 });

    await storeStory(db, { key: 'a', goods: ['gallium', 'germanium'] });
    await storeStory(db, { key: 'b' });
    await storeStory(db, { key: 'c', kind: 'statement', tier: 'statement' });

    expect(await countAllReports(db)).toEqual({ reports: 2, withoutGoods: 1 });
  });
});
