import { readFileSync } from 'node:fs';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { createDeflate, deflateSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { readDocument } from '../../../src/sources/documents/read.ts';
import { zip } from '../../fakes/zip.ts';

const fixture = (name: string) => readFileSync(`${import.meta.dirname}/../../fixtures/documents/${name}`);

const guide = [
  '附件',
  '两用物项出口许可证申领指南',
  '为便利企业办理两用物项出口许可，根据《出口管制法》及有关规定，制定本指南。企业应当如实申报最终用户和最终用途。',
  '一、办理时限为45个工作日。',
  '二、通用许可有效期不超过3年。',
].join('\n');

const catalogue = [
  '2027年两用物项出口许可证管理目录说明',
  '企业凭出口许可证向海关办理通关手续。',
  '许可证有效期不超过一年。',
  '本目录自2027年1月1日起执行。',
  '序号 物项名称 海关商品编号',
  '1 氧化钬 2846901993',
  '2 金属铒 & 合金 2805301400',
  '联系电话： 010-65190000',
  '传真：010-65190001',
  '详见附表。',
  '（内部资料 已公开）',
].join('\n');

describe('a document', () => {
  it.each([
    ['a PDF whose font brings its own table, as Word and WPS write it', 'guide.pdf', guide],
    ['a PDF in a font that every reader has, in UCS-2', 'guide-unigb.pdf', guide],
    ['a PDF in a font that every reader has, in GBK', 'guide-gbk.pdf', guide],
    ['a DOCX with changes, a table, a field and a text box', 'catalogue.docx', catalogue],
  ])('has its text: %s', async (_, name, text) => {
    expect(await readDocument(fixture(name))).toEqual({ outcome: 'text', text, whole: true });
  });

  it('of pictures is a scan, which is no failure', async () => {
    expect(await readDocument(fixture('scan.pdf'))).toEqual({ outcome: 'scan' });
  });

  it.each(['guide.pdf', 'catalogue.docx'])('is cut where it is long: %s', async (name) => {
    const extract = await readDocument(fixture(name), { enough: 5 });

    expect(extract).toMatchObject({ outcome: 'text', text: expect.stringMatching(/^.{2,5}(?:\n.{0,3})?$/) });
  });

  it('is given up when its reader calls it off', async () => {
    const reading = readDocument(fixture('guide.pdf'), {}, AbortSignal.abort(new Error('enough')));

    await expect(reading).rejects.toThrow('enough');
  });
});

describe('a document made to harm', async () => {
  const docx = (xml: string, size?: number) =>
    zip({ 'word/document.xml': `<w:document>${xml}</w:document>` }, size === undefined ? {} : { size });
  const bomb = await packed(600);
  const paragraph = '<w:p><w:r><w:t>镓</w:t></w:r></w:p>';

  it.each<[string, () => Buffer, string]>([
    ['nothing', () => Buffer.alloc(0), 'wrong-type'],
    ['an executable', () => Buffer.from('MZ\x90\x00'), 'wrong-type'],
    ['a web page in place of a PDF', () => Buffer.from('<!DOCTYPE html><title>404</title>'), 'wrong-type'],
    ['a PDF cut short', () => fixture('guide.pdf').subarray(0, 200), 'malformed'],
    ['an archive cut short', () => fixture('catalogue.docx').subarray(0, 900), 'malformed'],
    ['an archive without a document', () => zip({ 'xl/workbook.xml': '<workbook/>' }), 'malformed'],
    ['60 MB of one letter, admitted', () => docx(' '.repeat(60_000_000)), 'too-large'],
    ['60 MB of one letter, denied', () => docx(' '.repeat(60_000_000), 100), 'malformed'],
    ['a PDF of which one page unpacks to 600 MB', () => pdfOf(bomb), 'too-large'],
    ['a hundred thousand elements within each other', () => docx('<w:tbl>'.repeat(100_000)), 'too-deep'],
    ['a page tree that is its own child', () => pdfOf('', { kids: '[2 0 R]' }), 'malformed'],
  ])('is a named failure: %s', async (_, make, reason) => {
    expect(await readDocument(make())).toMatchObject({ outcome: 'failed', reason });
  });

  it.each([
    ['18 MB of paragraphs', paragraph.repeat(500_000)],
    ['entities that stand for entities', `<!DOCTYPE a [<!ENTITY b "${'&c;'.repeat(1000)}">]>&b;${paragraph}`],
  ])('does no harm: %s', async (_, xml) => {
    expect(await readDocument(docx(xml))).toMatchObject({
      outcome: 'text',
      text: expect.stringContaining('镓'),
    });
  });

  it('is ended when it takes too long', async () => {
    const extract = await readDocument(fixture('guide.pdf'), { timeout: 1 });

    expect(extract).toMatchObject({ outcome: 'failed', reason: 'timeout' });
  });

  it('leaves the next one readable', async () => {
    const [bad, good] = await Promise.all([readDocument(pdfOf(bomb)), readDocument(fixture('guide.pdf'))]);

    expect([bad.outcome, good.outcome]).toEqual(['failed', 'text']);
  });
});

/** So many bytes of white space, packed twice, as a million to one packs only then; never unpacked in here. */
async function packed(megabytes: number): Promise<Buffer> {
  const megabyte = Buffer.alloc(1_000_000, ' ');
  const deflated = Readable.from(Array.from({ length: megabytes }, () => megabyte)).pipe(
    createDeflate({ level: 1 }),
  );
  return deflateSync(await buffer(deflated));
}

/** A PDF of one page with that content, packed twice. */
function pdfOf(content: Buffer | string, { kids = '[3 0 R]' } = {}): Buffer {
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    `<< /Type /Pages /Kids ${kids} /Count 1 >>`,
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R >>',
    `<< /Length ${content.length} /Filter [/FlateDecode /FlateDecode] >>\nstream\n${content.toString('latin1')}\nendstream`,
  ];
  let file = '%PDF-1.6\n';
  const places = objects.map((object, index) => {
    const place = file.length;
    file += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return `${String(place).padStart(10, '0')} 00000 n \n`;
  });
  const table = `xref\n0 5\n0000000000 65535 f \n${places.join('')}`;
  return Buffer.from(
    `${file}${table}trailer << /Size 5 /Root 1 0 R >>\nstartxref\n${file.length}\n%%EOF\n`,
    'latin1',
  );
}
