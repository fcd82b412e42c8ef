import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rulesFor } from '../../src/fetch/robots-rules.ts';

const site = 'https://www.ministry.example';
const allows = (text: string, path: string, robot = 'MinistryWire') =>
  rulesFor(text, robot).allows(new URL(path, site));

describe('a group', () => {
  const own = 'User-agent: *\nDisallow: /\n\nUser-agent: MinistryWire\nDisallow: /draft/';

  it.each`
    says                                           | text                                                                                                 | path         | may
    ${'nothing at all'}                            | ${''}                                                                                                | ${'/a'}      | ${true}
    ${'no to all'}                                 | ${'User-agent: *\nDisallow: /'}                                                                      | ${'/a'}      | ${false}
    ${'an empty no'}                               | ${'User-agent: *\nDisallow:'}                                                                        | ${'/a'}      | ${true}
    ${'no to others'}                              | ${'User-agent: Greedy\nDisallow: /'}                                                                 | ${'/a'}      | ${true}
    ${'yes to us, whatever all are told'}          | ${own}                                                                                               | ${'/a'}      | ${true}
    ${'no to us in part'}                          | ${own}                                                                                               | ${'/draft/'} | ${false}
    ${'our name in other letters, with a version'} | ${'user-AGENT : ministrywire/9\nDISALLOW : /a'}                                                      | ${'/a'}      | ${false}
    ${'a name that ours begins with'}              | ${'User-agent: Ministry\nDisallow: /'}                                                               | ${'/a'}      | ${true}
    ${'a name that begins with ours'}              | ${'User-agent: MinistryWireBot\nDisallow: /'}                                                        | ${'/a'}      | ${true}
    ${'several names'}                             | ${'User-agent: a\nUser-agent: MinistryWire\nUser-agent: b\nDisallow: /'}                             | ${'/a'}      | ${false}
    ${'names with a sitemap between'}              | ${'User-agent: MinistryWire\nSitemap: /s.xml\nUser-agent: b\nDisallow: /'}                           | ${'/a'}      | ${false}
    ${'our name twice: the first holds'}           | ${'User-agent: MinistryWire\nDisallow: /a\nUser-agent: b\n\nUser-agent: MinistryWire\nDisallow: /b'} | ${'/a'}      | ${false}
    ${'our name twice: the second holds'}          | ${'User-agent: MinistryWire\nDisallow: /a\nUser-agent: b\n\nUser-agent: MinistryWire\nDisallow: /b'} | ${'/b'}      | ${false}
    ${'our name, without a rule'}                  | ${'User-agent: *\nDisallow: /\nUser-agent: MinistryWire\n'}                                          | ${'/a'}      | ${true}
    ${'rules before any name'}                     | ${'Disallow: /\nUser-agent: *\nAllow: /'}                                                            | ${'/a'}      | ${true}
    ${'comments, and lines ended in every way'}    | ${'# hello\rUser-agent: * # all\r\nDisallow: /a # not this\n'}                                       | ${'/a/b'}    | ${false}
    ${'the page of a soft 404'}                    | ${'<!DOCTYPE html><title>Not found</title><p>Disallow: /'}                                           | ${'/'}       | ${true}
  `('that says $says: $path may be read: $may', ({ text, path, may }) => {
    expect(allows(text, path)).toBe(may);
  });
});

describe('a rule', () => {
  // RFC 9309, 5.2 and 2.2.2 to 2.2.3, and the tables of Google's documentation of it.
  it.each`
    rules                               | path                      | may
    ${'Disallow: /fish'}                | ${'/fish.html'}           | ${false}
    ${'Disallow: /fish'}                | ${'/Fish'}                | ${true}
    ${'Disallow: /fish/'}               | ${'/fish'}                | ${true}
    ${'Disallow: fish'}                 | ${'/fish'}                | ${true}
    ${'Disallow: /*.php'}               | ${'/folder/a.php?page=2'} | ${false}
    ${'Disallow: /*.php$'}              | ${'/a.php'}               | ${false}
    ${'Disallow: /*.php$'}              | ${'/a.php?page=2'}        | ${true}
    ${'Disallow: /*.php$'}              | ${'/a.php/b.php'}         | ${false}
    ${'Disallow: /a$'}                  | ${'/a'}                   | ${false}
    ${'Disallow: /a$'}                  | ${'/ab'}                  | ${true}
    ${'Disallow: /a$b'}                 | ${'/a$b'}                 | ${false}
    ${'Disallow: /$'}                   | ${'/'}                    | ${false}
    ${'Disallow: /$'}                   | ${'/a'}                   | ${true}
    ${'Disallow: *'}                    | ${'/a'}                   | ${false}
    ${'Disallow: /a*a$'}                | ${'/a'}                   | ${true}
    ${'Disallow: /a*a$'}                | ${'/aa'}                  | ${false}
    ${'Disallow: /?page='}              | ${'/?page=2'}             | ${false}
    ${'Disallow: /p\nAllow: /page'}     | ${'/page'}                | ${true}
    ${'Allow: /page\nDisallow: /p'}     | ${'/page'}                | ${true}
    ${'Allow: /page\nDisallow: /page'}  | ${'/page'}                | ${true}
    ${'Allow: /\nDisallow: /page'}      | ${'/page'}                | ${false}
    ${'Allow: /page\nDisallow: /*.htm'} | ${'/page.htm'}            | ${false}
    ${'Allow: /$\nDisallow: /'}         | ${'/'}                    | ${true}
    ${'Disallow: /公告'}                | ${'/公告/1'}              | ${false}
    ${'Disallow: /%E5%85%AC%E5%91%8A'}  | ${'/公告/1'}              | ${false}
    ${'Disallow: /%e5%85%ac'}           | ${'/公'}                  | ${false}
    ${'Disallow: /a%2Fb'}               | ${'/a/b'}                 | ${true}
    ${'Disallow: /a%2fb'}               | ${'/a%2Fb'}               | ${false}
    ${'Disallow: /%7Eoffice'}           | ${'/~office'}             | ${false}
    ${'Disallow: /a%'}                  | ${'/a%'}                  | ${false}
  `('$rules: $path may be read: $may', ({ rules, path, may }) => {
    expect(allows(`User-agent: *\n${rules}`, path)).toBe(may);
  });

  it('matches as its pattern read as a regular expression does', () => {
    const letters = fc.array(fc.constantFrom('a', 'b', '/', '*', '$'), { maxLength: 8 });
    fc.assert(
      fc.property(letters, fc.array(fc.constantFrom('a', 'b', '/', '$'), { maxLength: 10 }), (rule, path) => {
        const pattern = `/${rule.join('')}`;
        const anchored = pattern.endsWith('$');
        const source = (anchored ? pattern.slice(0, -1) : pattern)
          .replaceAll('$', '\\$')
          .replaceAll('*', '.*');
        const expected = new RegExp(`^${source}${anchored ? '$' : ''}`).test(`/${path.join('')}`);
        const url = { pathname: `/${path.join('')}`, search: '' } as URL;

        expect(rulesFor(`User-agent: *\nDisallow: ${pattern}`, 'x').allows(url)).toBe(!expected);
      }),
    );
  });
});

it.each([
  ['Crawl-delay: 5', 5000],
  ['Crawl-delay: 0.5', 500],
  ['Crawl-delay: 3600', 30_000],
  ['Crawl-delay: -5', 0],
  ['Crawl-delay: soon', 0],
  ['', 0],
])('%s asks for a pause of %s ms', (line, ms) => {
  const text = `User-agent: MinistryWire\n${line}\nDisallow: /x\nUser-agent: *\nCrawl-delay: 9`;

  expect(rulesFor(text, 'MinistryWire').crawlDelay).toBe(ms);
});

describe('half a megabyte', () => {
  const length = 500 * 1024;
  const filled = (line: string, first = 'User-agent: *\n') =>
    first + line.repeat(Math.floor((length - first.length) / line.length));

  it('is read, and what is beyond is not', () => {
    const comment = `#${'x'.repeat(length - 30)}\n`;

    expect(allows(`${comment}User-agent: *\nDisallow: /`, '/a')).toBe(false);
    expect(allows(`${comment}${'#'.repeat(60)}\nUser-agent: *\nDisallow: /`, '/a')).toBe(true);
  });

  it.each([
    ['short rules', filled('Disallow: *a*b\n')],
    ['long rules', filled(`Disallow: /*a*a*${'a'.repeat(900)}b\n`)],
    ['one rule of stars', `User-agent: *\nDisallow: ${filled('*a', '')}b`],
    [
      'names and rules',
      `${filled('User-agent: MinistryWire\n', '').slice(0, length / 2)}\n${filled('Disallow: *a*b\n', '')}`,
    ],
    ['blanks', filled(`${' '.repeat(5000)}\n`)],
    ['escapes', `User-agent: *\nDisallow: ${filled('%41', '')}`],
  ])('of %s is read and asked in next to no time', (_, text) => {
    const before = process.cpuUsage();

    expect(allows(text, `/${'a'.repeat(4000)}`)).toBe(true);

    const { user } = process.cpuUsage(before);
    expect(user / 1000).toBeLessThan(2000);
  });
});
