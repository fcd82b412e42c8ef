import { afterEach, beforeEach, expect, it } from 'vitest';
import type { Evidence, Quote } from '../../src/domain/facts.ts';
import type { Language } from '../../src/domain/source.ts';
import { lastReportBefore } from '../../src/pipeline/last-report.ts';
import { viewOf } from '../../src/pipeline/view.ts';
import type { Db, StoryRow } from '../../src/store/schema.ts';
import { openSqlite } from '../../src/store/sqlite.ts';
import { updateStory } from '../../src/store/stories.ts';
import { Archive, briefing, gazette, type SeedStory } from '../fakes/archive.ts';

let db: Db;
let archive: Archive;
beforeEach(async () => {
  db = await openSqlite(':memory:');
  archive = new Archive(db);
  await archive.sources(0);
});
afterEach(() => db.destroy());

const quote = (words: string): Quote[] => [{ in: 'text', start: 0, end: words.length, words }];
const some: Evidence = { action: quote('cleared some requests'), quantity: quote('some') };
const all: Evidence = { action: quote('cleared all requests') };
const languageOf = (sourceId: string): Language => (sourceId === briefing.id ? 'zh' : 'en');

const report = (on: string, goods: string[], rest: Partial<SeedStory> = {}) =>
  archive.story({ on, facts: { action: 'approve', goods }, evidence: some, ...rest });

const before = (story: StoryRow, goods: string[], language: Language = 'en', evidence = all) =>
  lastReportBefore(db, story, { goods, evidence, language }, languageOf);

it('compares a report with the newest earlier one that shares a good', async () => {
  await report('2031-01-10', ['helium']);
  const last = await report('2031-02-10', ['helium', 'argon']);
  await report('2031-02-20', ['neon']);
  const story = await report('2031-03-10', ['helium', 'xenon']);
  await report('2031-04-10', ['helium']);

  expect(await before(story, ['xenon', 'helium'])).toEqual({
    storyId: last.id,
    publishedOn: '2031-02-10',
    change: [
      { as: 'kept', words: 'cleared' },
      { as: 'removed', words: 'some' },
      { as: 'added', words: 'all' },
      { as: 'kept', words: 'requests' },
    ],
  });
  expect(await before(story, ['helium'], 'en', some)).toMatchObject({ change: 'same' });
});

it('takes the one seen first for the earlier of two on one day', async () => {
  const first = await report('2031-02-10', ['helium']);
  const second = await report('2031-02-10', ['helium']);

  expect(await before(second, ['helium'])).toMatchObject({ storyId: first.id });
  expect(await before(first, ['helium'])).toBeNull();
});

it('compares like with like: not another kind, not what was withdrawn, not other goods', async () => {
  await report('2031-01-10', ['helium'], { facts: { action: 'statement', goods: ['helium'] } });
  const gone = await report('2031-01-11', ['helium']);
  await updateStory(db, gone.id, { withdrawnAt: 1 });
  await report('2031-01-12', ['argon']);
  const story = await report('2031-03-10', ['helium']);

  expect(await before(story, ['helium'])).toBeNull();
  expect(await before(story, [])).toBeNull();
});

it('compares no measures: each is new', async () => {
  const measure: Partial<SeedStory> = { facts: { action: 'new_control', goods: ['helium'] } };
  await report('2031-01-10', ['helium'], measure);
  const story = await report('2031-03-10', ['helium'], measure);

  expect(await before(story, ['helium'])).toBeNull();
});

it('compares words of one language only', async () => {
  await report('2031-01-10', ['helium'], { source: briefing });
  const story = await report('2031-03-10', ['helium'], { source: gazette });

  expect(await before(story, ['helium'], 'en')).toBeNull();
  expect(await before(story, ['helium'], 'zh', some)).toMatchObject({ change: 'same' });
});

it('stands in what a message shows', async () => {
  const last = await report('2031-02-10', ['helium']);
  const story = await report('2031-03-10', ['helium']);

  expect((await viewOf(db, story)).lastReport).toEqual({
    storyId: last.id,
    publishedOn: '2031-02-10',
    change: 'same',
  });
  expect((await viewOf(db, last)).lastReport).toBeNull();
});

it('tells the first report of general licences for goods of one family', async () => {
  const general = (on: string, goods: string[], rest: Partial<SeedStory> = {}) =>
    report(on, goods, { facts: { action: 'approve', goods, licenceType: 'general' }, ...rest });
  const isFirst = async (story: StoryRow) => (await viewOf(db, story)).firstGeneral;

  await report('2031-01-05', ['samarium']);
  const gone = await general('2031-01-08', ['samarium']);
  await updateStory(db, gone.id, { withdrawnAt: 1 });
  const first = await general('2031-01-10', ['samarium']);
  const kin = await general('2031-02-10', ['rare earth magnets']);
  const others = await general('2031-03-10', ['gallium']);
  const ofNothing = await general('2031-03-11', []);

  expect(await isFirst(first)).toBe(true);
  expect(await isFirst(kin), 'of the same family').toBe(false);
  expect(await isFirst(others)).toBe(true);
  expect(await isFirst(ofNothing)).toBe(false);
  expect(await isFirst(await report('2031-04-10', ['helium'])), 'not of general licences').toBe(false);
});
