import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { ReadFailure } from '../../src/domain/failure.ts';
import type { Article, Attachment } from '../../src/domain/item.ts';
import { readAttachments } from '../../src/sources/read-attachments.ts';
import { fakeFetcher } from '../fakes/fetcher.ts';

const fixture = (name: string) => readFileSync(`${import.meta.dirname}/../fixtures/documents/${name}`);
const at = (name: string) => `https://www.mofcom.gov.cn/files/${name}`;
const attached = (title: string, name: string): Attachment => ({ title, url: at(name) });

const cover = '现公布《两用物项出口许可证申领指南》，自2027年1月1日起执行。';

function article(attachments: Attachment[], text = cover): Article {
  return { title: '公告', text, published: null, issuer: null, attachments };
}

describe('an article of one sentence', () => {
  it('has the text of its attachments after its own, and says where', async () => {
    const fetcher = fakeFetcher({
      [at('a.pdf')]: fixture('guide.pdf'),
      [at('b.docx')]: fixture('catalogue.docx'),
    });
    const { text, attachments } = await readAttachments(
      article([attached('指南', 'a.pdf'), attached('目录说明', 'b.docx')]),
      null,
      fetcher,
    );

    expect(text.split('\n').slice(0, 4)).toEqual([cover, '指南', '附件', '两用物项出口许可证申领指南']);
    expect(text.split('\n')).toContain('目录说明');
    const [guide, catalogue] = attachments.map(({ reading }) =>
      reading?.outcome === 'read' ? text.slice(reading.start, reading.end).split('\n') : [],
    );
    expect([guide?.[0], guide?.at(-1)]).toEqual(['附件', '二、通用许可有效期不超过3年。']);
    expect([catalogue?.[0], catalogue?.at(-1)]).toEqual([
      '2027年两用物项出口许可证管理目录说明',
      '（内部资料 已公开）',
    ]);
  });

  it('may be nothing but its attachment', async () => {
    const fetcher = fakeFetcher({ [at('a.pdf')]: fixture('guide.pdf') });
    const { text, attachments } = await readAttachments(
      article([attached('指南', 'a.pdf')], ''),
      null,
      fetcher,
    );

    expect(text).toMatch(/^指南\n附件\n/);
    expect(attachments[0]?.reading).toMatchObject({ start: 3, end: text.length });
  });

  it('stands though none of them can be read, each for its own reason', async () => {
    const fetcher = fakeFetcher({
      [at('gone.pdf')]: new ReadFailure('not-found', 'it is gone'),
      [at('scan.pdf')]: fixture('scan.pdf'),
      [at('down.jsp?id=1')]: Buffer.from('an older kind of document'),
    });
    const read = await readAttachments(
      article([
        attached('表一', 'gone.pdf'),
        attached('表二', 'scan.pdf'),
        attached('附件3', 'down.jsp?id=1'),
      ]),
      null,
      fetcher,
    );

    expect(read.text).toBe(cover);
    expect(read.attachments.map(({ reading }) => reading)).toEqual([
      { outcome: 'failed', reason: 'not-found', message: 'it is gone' },
      { outcome: 'scan' },
      { outcome: 'failed', reason: 'wrong-type', message: 'The document is neither a PDF nor a DOCX' },
    ]);
  });

  it('has at most three of them read, and only such as can be', async () => {
    const scan = fixture('scan.pdf');
    const fetcher = fakeFetcher({ [at('1.pdf')]: scan, [at('2.pdf')]: scan, [at('3.pdf')]: scan });
    const names = ['0.xlsx', '1.pdf', '2.pdf', '0.ofd', '3.pdf', '4.pdf'];
    const { attachments } = await readAttachments(
      article(names.map((name) => attached(name, name))),
      null,
      fetcher,
    );

    expect(attachments.map(({ reading }) => reading?.outcome)).toEqual([
      undefined,
      'scan',
      'scan',
      undefined,
      'scan',
      undefined,
    ]);
  });
});

it.each([
  ['Chinese', '商务部依法对部分物项实施出口管制。'.repeat(15)],
  ['English', 'The ministry has granted licences to exporters in accordance with law. '.repeat(9)],
])('an article that says enough itself leaves them unread: %s', async (_, text) => {
  const read = await readAttachments(article([attached('指南', 'a.pdf')], text), null, fakeFetcher({}));

  expect(read).toEqual(article([attached('指南', 'a.pdf')], text));
});

describe('an article that was read before', () => {
  const first = readAttachments(
    article([attached('指南', 'a.pdf'), attached('表', 'b.pdf')]),
    null,
    fakeFetcher({
      [at('a.pdf')]: fixture('guide.pdf'),
      [at('b.pdf')]: new ReadFailure('timeout', 'too slow'),
    }),
  );

  it('keeps what was read, asks for nothing twice, and tries again what failed', async () => {
    const known = await first;
    const fetcher = fakeFetcher({ [at('b.pdf')]: fixture('scan.pdf') });

    const again = await readAttachments(
      article([attached('指南', 'a.pdf'), attached('表', 'b.pdf')]),
      known,
      fetcher,
    );

    expect(again.text).toBe(known.text);
    expect(again.attachments.map(({ reading }) => reading?.outcome)).toEqual(['read', 'scan']);
    expect(fetcher.requests).toHaveLength(1);
  });

  it('keeps them though its own text has grown, and drops what is no longer attached', async () => {
    const known = await first;
    const longer = cover.repeat(20);

    const grown = await readAttachments(article([attached('指南', 'a.pdf')], longer), known, fakeFetcher({}));
    const bare = await readAttachments(article([], longer), known, fakeFetcher({}));

    expect(grown.text).toBe(known.text.replace(cover, longer));
    expect(bare.text).toBe(longer);
  });
});
