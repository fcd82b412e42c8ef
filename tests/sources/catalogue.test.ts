import { describe, expect, it } from 'vitest';
import { cadenceAt, sourceAt } from '../../src/domain/schedule.ts';
import { grades } from '../../src/domain/source.ts';
import { authorities, catalogue, isReadByDefault } from '../../src/sources/catalogue/index.ts';
import { obituary, retired, retiredAs } from '../../src/sources/catalogue/retired.ts';
import { sourceById } from '../../src/sources/known.ts';
import { readerOf } from '../../src/sources/readers/index.ts';
import { findQuery } from '../../src/sources/readers/jpaas-shell.ts';
import { judge } from '../../src/understand/classify.ts';
import { exists, fixture, fixtureNames, inWords, listingOf, rowsOf, suffixes } from './fixtures.ts';

const ids = catalogue.map(({ id }) => id);
const countOf = <T>(values: readonly T[]) => new Set(values).size;

describe('the catalogue', () => {
  it('has 40 sources of 15 authorities at least, and begins with MOFCOM', () => {
    expect(catalogue.filter(isReadByDefault).length).toBeGreaterThanOrEqual(40);
    expect(
      countOf(catalogue.filter(isReadByDefault).map(({ authority }) => authority.id)),
    ).toBeGreaterThanOrEqual(15);
    expect(catalogue[0]?.authority.id).toBe('cn-mofcom');
  });

  it('has no id twice, and no address twice but the columns of one portal', () => {
    const addresses = catalogue.filter(({ reader }) => reader.kind !== 'portal').map(({ url }) => url);

    expect(countOf(ids)).toBe(ids.length);
    expect(countOf(addresses)).toBe(addresses.length);
    expect(countOf(authorities.map(({ id }) => id))).toBe(authorities.length);
  });

  it('has a fixture and its rows for every source, and none besides', () => {
    const known = new Set(ids);

    expect(ids.filter((id) => !exists(`${id}.rows.json`))).toEqual([]);
    expect(
      catalogue.filter(({ id, reader }) => !suffixes[reader.kind].some((each) => exists(id + each))),
    ).toEqual([]);
    expect(fixtureNames.filter((name) => !known.has(name.split('.')[0] ?? ''))).toEqual([]);
  });

  it.each(catalogue)('reads all rows of $id', async (entry) => {
    const source = sourceAt(entry, Date.parse('2026-11-20T00:00:00Z'));
    const { rows, warnings } = await readerOf(source).parse(listingOf(source), source, source.url);

    expect(rowsOf(source).length).toBeGreaterThan(0);
    expect(rows.map(({ title, url, published }) => [title, url, inWords(published)])).toEqual(rowsOf(source));
    expect(warnings).toEqual([]);
    expect(countOf(rows.map(({ key }) => key))).toBe(rows.length);
  });

  const shells = catalogue.filter(
    ({ reader, url }) => reader.kind === 'jpaas' && new URL(url).pathname.endsWith('.html'),
  );
  it.each(shells)('finds the list of $id in its shell', (source) => {
    const list = findQuery(fixture(`${source.id}.shell.html`), source.url);

    expect(list && new URL(list).origin).toBe(new URL(source.url).origin);
    expect(list && new URL(list).searchParams.get('tagId')).toMatch(/^(?:分页列表|信息列表|右侧内容)$/);
  });

  it.each(catalogue)('describes $id as sources are described', (source) => {
    const { id, authority, name, url, timeZone, language, cadence, minRows, grade, checkedOn } = source;

    expect(id).toMatch(/^[a-z]{2,3}(?:-[a-z]+)+$/);
    expect(id.split('-')[0]).toBe(idPrefixOf(authority.country));
    expect(url).toMatch(/^https:\/\//);
    expect(name.zh).toMatch(/\p{Script=Han}/u);
    expect(() => new Intl.DateTimeFormat('en', { timeZone })).not.toThrow();
    expect(Intl.getCanonicalLocales(language)).toEqual([language]);
    expect(cadence).toBeGreaterThanOrEqual(5);
    expect(cadence).toBeLessThanOrEqual(60);
    expect(minRows).toBeGreaterThanOrEqual(0);
    expect(grades).toContain(grade);
    expect(checkedOn ?? '2026').toMatch(/^20\d\d(?:-(?:0[1-9]|1[0-2])(?:-\d\d)?)?$/);
    // Only what was read has a day on which it was.
    expect(checkedOn !== undefined).toBe(grade === 'verified');
  });

  it.each(authorities)('names $id in both languages', ({ id, name, short, country }) => {
    expect(id.split('-')[0]).toBe(idPrefixOf(country));
    for (const names of [name, short]) {
      expect(names.zh).toMatch(/\p{Script=Han}/u);
      expect(names.en).toMatch(/^(?:the )?[A-Z]/);
    }
    expect(short.en.length).toBeLessThanOrEqual(20);
    expect([...short.zh].length).toBeLessThanOrEqual(8);
  });

  it.each(catalogue.filter(({ pressWindows }) => pressWindows))(
    'asks $id more often in its press windows, and at no other time',
    (source) => {
      for (const { weekday, from, to, cadence } of source.pressWindows ?? []) {
        expect(weekday).toBeGreaterThanOrEqual(1);
        expect(weekday).toBeLessThanOrEqual(7);
        for (const time of [from, to]) expect(time).toMatch(/^(?:[01]\d|2[0-3]):[0-5]\d$/);
        expect(from < to).toBe(true);
        expect(cadence).toBeGreaterThanOrEqual(1);
        expect(cadence).toBeLessThan(source.cadence);
      }
      // A Thursday in Beijing: the briefing begins at 15:00.
      expect(cadenceAt(source, Date.parse('2026-11-19T14:59:59+08:00'))).toBe(source.cadence);
      expect(cadenceAt(source, Date.parse('2026-11-19T15:00:00+08:00'))).toBe(2);
    },
  );

  it('asks a host equally gently for all its sources', () => {
    const byHost = Map.groupBy(catalogue, ({ url }) => new URL(url).host);
    for (const sources of byHost.values()) {
      expect(countOf(sources.map(({ politeness }) => JSON.stringify(politeness)))).toBe(1);
    }
  });

  it("reads the year's announcements in the year of Beijing", () => {
    const source = sourceById('cn-mofcom-announcements');
    if (!source) throw new Error('the catalogue has lost its announcements');

    expect(sourceAt(source, Date.parse('2026-12-31T15:59:59Z')).url).toContain('/gg/2026/index.html');
    expect(sourceAt(source, Date.parse('2026-12-31T16:00:00Z')).url).toContain('/gg/2027/index.html');
  });

  it.each(
    catalogue.flatMap(({ earlier = [], ...source }) => earlier.map((notice) => ({ ...notice, source }))),
  )('knows of $notice only where it stands', ({ notice, on, url, source }) => {
    expect(new URL(url).origin).toBe(new URL(source.url).origin);
    expect(on).toMatch(new RegExp(`^${/\d{4}/.exec(notice)?.[0]}-\\d\\d-\\d\\d$`));
    // Its name must not be taken for its text.
    expect(judge({ title: notice, text: '', publishedOn: on }).relevant).toBe(false);
  });

  it('gives a source by its id', () => {
    expect(sourceById('cn-mofcom-policy')?.name.en).toBe('MOFCOM policy column');
    expect(sourceById('cn-mofcom-police')).toBeUndefined();
  });

  it('keeps the Chinese of GB18030 in the bytes of a fixture', () => {
    expect(exists('cn-tao.html')).toBe(true);
    expect(fixture('cn-tao.html', { charset: 'utf-8' })).not.toContain('台独');
    expect(fixture('cn-tao.html')).toContain('台独');
  });
});

describe('what nobody has seen to work', () => {
  it('is not read unless it is asked for', () => {
    const off = catalogue.filter((source) => !isReadByDefault(source));

    expect(off.map(({ id }) => id)).toContain('ca-global-affairs');
    expect(countOf(off.map(({ grade }) => grade))).toBe(1);
    expect(off[0]?.grade).toBe('recalled');
  });
});

describe('what is known to be dead', () => {
  it('is no source, and what replaces it is one', () => {
    expect(countOf([...ids, ...retired.map(({ id }) => id)])).toBe(ids.length + retired.length);
    expect(retired.filter(({ url }) => catalogue.some((source) => source.url === url))).toEqual([]);
    expect(retired.filter(({ instead }) => instead !== null && !sourceById(instead))).toEqual([]);
  });

  it.each(retired)('is found by its name and its address: $id', (entry) => {
    expect(entry.since).toMatch(/^20\d\d(?:-\d\d(?:-\d\d)?)?$/);
    expect(retiredAs(entry.id)).toBe(entry);
    expect(retiredAs(entry.url.replace(/^http:/, 'https:'))).toBe(entry);
  });

  it('is not what is alive', () => {
    expect(retiredAs('us-ofac')).toBeUndefined();
    expect(retiredAs('https://ofac.treasury.gov/recent-actions')).toBeUndefined();
  });

  it('is told in one sentence with what to use instead', () => {
    const bis = retiredAs('us-bis-press');

    expect(bis && obituary(bis)).toBe(
      'us-bis-press is known to be of no use: https://www.bis.gov/rss.xml answers 404 (2026-09-10). ' +
        'Use us-federal-register-bis instead.',
    );
  });
});

/** The country of an id: that of people, where it is not the one of ISO. */
function idPrefixOf(country: string): string {
  return { GB: 'uk', '': 'wto' }[country] ?? country.toLowerCase();
}
