import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { decode } from '../../src/fetch/charset.ts';

const words = '关于对镓锗相关物项实施出口许可的公告';
const page = (meta: string, text = words) => `<html><head>${meta}<title>${text}</title></head></html>`;
const xml = (declaration: string) => `${declaration}<rss><title>${words}</title></rss>`;
const filler = `<!-- ${'x'.repeat(3000)} -->`;

interface Case {
  name: string;
  /** What is written, and in which encoding its bytes are. */
  text: string;
  bytesIn: string;
  contentType?: string;
  forced?: string;
}

const cases: Case[] = [
  { name: 'UTF-8 by its header', text: page(''), bytesIn: 'utf8', contentType: 'text/html; charset=utf-8' },
  { name: 'GBK by its header', text: page(''), bytesIn: 'gbk', contentType: 'text/html; charset=GBK' },
  { name: 'a label in quotes', text: page(''), bytesIn: 'gbk', contentType: 'text/html;charset="gb2312"' },
  { name: 'Big5 by its header', text: '貿易法', bytesIn: 'big5', contentType: 'text/html; charset=big5' },
  {
    name: 'Shift_JIS by its header',
    text: '輸出許可',
    bytesIn: 'shift_jis',
    contentType: 'text/html; charset=shift_jis',
  },
  {
    name: 'UTF-16 by its header',
    text: page(''),
    bytesIn: 'utf-16le',
    contentType: 'text/html; charset=utf-16le',
  },
  { name: 'GB2312 by its meta', text: page('<meta charset="gb2312">'), bytesIn: 'gbk' },
  {
    name: 'GB2312 by its http-equiv',
    text: page('<META http-equiv=Content-Type content="text/html; charset=gb2312">'),
    bytesIn: 'gbk',
  },
  { name: 'a meta beyond 1,024 bytes', text: page(`${filler}<meta charset=gbk>`), bytesIn: 'gbk' },
  {
    name: 'Shift_JIS by a late meta',
    text: page(`${filler}<meta charset="shift_jis">`, '輸出許可'),
    bytesIn: 'shift_jis',
  },
  { name: 'GBK by its XML declaration', text: xml('<?xml version="1.0" encoding="GBK"?>'), bytesIn: 'gbk' },
  {
    name: 'UTF-8 by its XML declaration',
    text: xml("<?xml version='1.0' encoding='utf-8'?>"),
    bytesIn: 'utf8',
  },
  {
    name: 'GB18030 beyond GBK, declared GB2312',
    text: page('<meta charset=gb2312>', '䶮㑇镓'),
    bytesIn: 'gb18030',
  },
  { name: 'UTF-8 without any declaration', text: page(''), bytesIn: 'utf8' },
  { name: 'GBK without any declaration', text: page(''), bytesIn: 'gbk' },
  { name: 'plain ASCII without any declaration', text: 'Export licences', bytesIn: 'ascii' },
  {
    name: 'JSON without a charset',
    text: `{"title":"${words}"}`,
    bytesIn: 'utf8',
    contentType: 'application/json',
  },
  {
    name: 'GBK declared UTF-8 by header',
    text: page(''),
    bytesIn: 'gbk',
    contentType: 'text/html; charset=utf-8',
  },
  { name: 'GBK declared UTF-8 by meta', text: page('<meta charset=utf-8>'), bytesIn: 'gbk' },
  {
    name: 'a UTF-8 feed whose header says GBK',
    text: xml('<?xml version="1.0" encoding="utf-8"?>'),
    bytesIn: 'utf8',
    contentType: 'text/xml; charset=gbk',
  },
  { name: 'UTF-8 declared GB2312 by meta', text: page('<meta charset=gb2312>'), bytesIn: 'utf8' },
  {
    name: 'UTF-8 declared Latin-1',
    text: page(''),
    bytesIn: 'utf8',
    contentType: 'text/html; charset=ISO-8859-1',
  },
  {
    name: 'accents in UTF-8 declared Latin-1',
    text: 'déjà',
    bytesIn: 'utf8',
    contentType: 'text/plain; charset=latin1',
  },
  {
    name: 'accents in Latin-1',
    text: 'licence délivrée',
    bytesIn: 'latin1',
    contentType: 'text/plain; charset=latin1',
  },
  {
    name: 'a document that knows better than a Latin-1 header',
    text: page('<meta charset=gb2312>'),
    bytesIn: 'gbk',
    contentType: 'text/html; charset=iso-8859-1',
  },
  {
    name: 'one GBK character whose bytes are UTF-8 too',
    text: '模',
    bytesIn: 'gbk',
    contentType: 'text/plain; charset=gbk',
  },
  {
    name: 'a label that is none',
    text: page(''),
    bytesIn: 'gbk',
    contentType: 'text/html; charset=chinese-simple',
  },
  { name: 'a meta that says UTF-16 in ASCII', text: page('<meta charset="utf-16">'), bytesIn: 'utf8' },
  {
    name: 'the charset of a script, which is not the page',
    text: page('<script charset="big5" src="a.js"></script>'),
    bytesIn: 'gbk',
  },
  {
    name: 'a forced label against header and bytes',
    text: '模',
    bytesIn: 'gbk',
    contentType: 'text/html; charset=utf-8',
    forced: 'gb2312',
  },
];

it.each(cases)('reads $name', ({ text, bytesIn, contentType, forced }) => {
  expect(decode(iconv.encode(text, bytesIn), { contentType, forced })).toBe(text);
});

describe('a byte order mark', () => {
  it.each(['utf8', 'utf-16le', 'utf-16be'])(
    'of %s goes before every label, and is no part of the text',
    (encoding) => {
      const bytes = iconv.encode(page('<meta charset=gbk>'), encoding, { addBOM: true });

      expect(decode(bytes, { contentType: 'text/html; charset=gbk', forced: 'gbk' })).toBe(
        page('<meta charset=gbk>'),
      );
    },
  );

  it('may be missing before an XML declaration in UTF-16', () => {
    const text = xml('<?xml version="1.0" encoding="utf-16"?>');

    expect(decode(iconv.encode(text, 'utf-16le', { addBOM: false }))).toBe(text);
    expect(decode(iconv.encode(text, 'utf-16be', { addBOM: false }))).toBe(text);
  });
});

it.each`
  bytes                     | text
  ${'3c703ea43c2f703e'}     | ${'<p>¤</p>'}
  ${'c3a2c280c2a6'}         | ${'…'}
  ${'c2abc2a0c3a9c2a0c2bb'} | ${'«\u00a0é\u00a0»'}
`('reads the few bytes $bytes as "$text"', ({ bytes, text }) => {
  expect(decode(Buffer.from(bytes, 'hex'))).toBe(text);
});

it('reads UTF-8 that was cut in the middle of a character as UTF-8', () => {
  const bytes = Buffer.from(page(''), 'utf8');
  const cut = Buffer.concat([bytes.subarray(0, bytes.indexOf('公告') + 2), Buffer.from('</title>')]);

  expect(decode(cut, { contentType: 'text/html; charset=utf-8' })).toContain('实施出口许可的\ufffd</title>');
});

it('reads a word of Windows-1252 within UTF-8', () => {
  const bytes = Buffer.concat([
    Buffer.from('Größe, Maße, Übung, Gebühr, für Käufer: the minister doesn'),
    Buffer.from([0x92]),
    Buffer.from('t name Espa'),
    Buffer.from([0xf1]),
    Buffer.from('a'),
  ]);

  expect(decode(bytes, { contentType: 'text/html; charset=utf-8' })).toBe(
    'Größe, Maße, Übung, Gebühr, für Käufer: the minister doesn’t name España',
  );
});

it('does not accept a forced label that is no encoding', () => {
  expect(() => decode(Buffer.from('x'), { forced: 'gb-2312-x' })).toThrow(RangeError);
});
