import { expect, it } from 'vitest';
import { linksLike, shapesOf } from '../../../src/sources/readers/redesign.ts';

const url = 'https://ministry.example/news/';
const rowsAt = (...paths: string[]) => paths.map((path) => ({ url: new URL(path, url).href }));

it.each([
  [
    'ids and years',
    ['/news/2031/art_0a1b.html', '/news/2030/art_77ff.html'],
    '<a href="/news/2032/art_c3.html">',
  ],
  ['names', ['/news/export-controls', '/news/gallium'], '<a href="/news/antimony">'],
  ['parameters', ['/show.php?id=7'], '<a class=x href="/show.php?id=99">'],
  ['both schemes', ['/a/1.html'], '<a href="http://ministry.example/a/2.html">'],
  ['relative addresses', ['/news/1.html'], "<a href='2.html'>"],
  ['entities', ['/show?a=1&b=2'], '<a href="/show?a=3&amp;b=4">'],
  ['a page inside JSON', ['/news/1.html'], '{"html":"<a href=\\"/news/2.html\\">"}'],
])('links such as the rows had are found: %s', (_, rows, text) => {
  expect(linksLike(shapesOf(rowsAt(...rows)), { text, url })).toBe(1);
});

it.each([
  ['another folder', '<a href="/about/1.html">'],
  ['another ending', '<a href="/news/1.pdf">'],
  ['another host', '<a href="https://other.example/news/1.html">'],
  ['no address', '<a href="javascript:void(0)">'],
])('others are not: %s', (_, text) => {
  expect(linksLike(shapesOf(rowsAt('/news/7.html')), { text, url })).toBe(0);
});

it('counts each address once, and nothing where no row was ever seen', () => {
  const text = '<a href="/news/1.html"><a href="/news/1.html"><a href="/news/2.html">';

  expect(linksLike(shapesOf(rowsAt('/news/7.html')), { text, url })).toBe(2);
  expect(linksLike(undefined, { text, url })).toBe(0);
  expect(linksLike(shapesOf([]), { text, url })).toBe(0);
});

it('remembers the commonest shapes only', () => {
  const rows = [...Array(20).keys()].flatMap((number) => rowsAt(`/${'abcdefghijklmnopqrst'[number]}/x.html`));

  expect(shapesOf([...rows, ...rowsAt('/z/1.html', '/z/2.html')]).split('\n')).toHaveLength(5);
  expect(shapesOf([...rows, ...rowsAt('/z/1.html', '/z/2.html')])).toMatch(/^ministry\.example\/z\//);
});
