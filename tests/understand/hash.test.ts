import { describe, expect, test } from 'vitest';
import { contentHash, fingerprint } from '../../src/understand/hash.ts';

const plain = contentHash('商务部公告', '自2027年5月1日起施行,共3项。', [
  'https://a.test/1.pdf',
  'https://a.test/2.pdf',
]);

describe('the hash of a text', () => {
  test.each([
    ['white space', '商务部公告 ', ' 自2027年5月1日起施行, 共 3 项。\n\n'],
    ['line breaks between Han characters', '商务部公告', '自2027年5月1日\n起施行,共3项。'],
    ['full-width forms', '商务部公告', '自２０２７年５月１日起施行，共３项。'],
  ])('is not changed by %s', (_, title, text) => {
    expect(contentHash(title, text, ['https://a.test/2.pdf', 'https://a.test/1.pdf'])).toBe(plain);
  });

  test.each<[string, string, string, string[]]>([
    [
      'a word',
      '商务部公告',
      '自2027年6月1日起施行,共3项。',
      ['https://a.test/1.pdf', 'https://a.test/2.pdf'],
    ],
    [
      'the title',
      '商务部通知',
      '自2027年5月1日起施行,共3项。',
      ['https://a.test/1.pdf', 'https://a.test/2.pdf'],
    ],
    ['an attachment', '商务部公告', '自2027年5月1日起施行,共3项。', ['https://a.test/1.pdf']],
  ])('is changed by %s', (_, title, text, attachments) => {
    expect(contentHash(title, text, attachments)).not.toBe(plain);
  });

  test('words of English stay apart', () => {
    expect(contentHash('no licence', '', [])).not.toBe(contentHash('nolicence', '', []));
  });

  test('title and text cannot pass for each other', () => {
    expect(contentHash('a', 'b', [])).not.toBe(contentHash('ab', '', []));
  });
});

test('a fingerprint follows what the listing says', () => {
  const row = { title: '公告', url: 'https://a.test/1' };
  expect(fingerprint(row)).toBe(fingerprint({ ...row, title: ' 公告 ' }));
  expect(fingerprint(row)).not.toBe(fingerprint({ ...row, updated: '2027-03-18' }));
  expect(fingerprint(row)).not.toBe(fingerprint({ ...row, url: 'https://a.test/2' }));
});
