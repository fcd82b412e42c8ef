import { describe, expect, it } from 'vitest';
import { portal } from '../../../src/sources/readers/portal.ts';
import { fakeFetcher } from '../../fakes/fetcher.ts';
import { fixture, sourceLike } from '../fixtures.ts';

const source = sourceLike('cn-mofcom-portal-domestic');
const endpoint = 'https://exportcontrol.mofcom.gov.cn/edi_ecms_web_front/front/column/getColumnList';
const json = fixture('cn-mofcom-portal-domestic.json');

function parse(text: string, changes = {}) {
  return portal.parse(text, { ...source, ...changes }, endpoint);
}

describe("the export-control portal's columns", () => {
  it('are asked for as the portal asks for them', async () => {
    const fetcher = fakeFetcher({ [endpoint]: json });

    const reading = await portal.read({ source, fetcher, snapshot: null, page: 1 });

    expect(fetcher.requests).toMatchObject([
      {
        url: endpoint,
        form: { pageNumber: '1', columnID: '1', title: '' },
        headers: { 'X-Requested-With': 'XMLHttpRequest' },
        validators: null,
      },
    ]);
    expect(reading).toMatchObject({ outcome: 'rows', more: true });
  });

  it('key their rows by number and keep the text that a row carries', async () => {
    const { rows } = await parse(json);

    expect(rows.map(({ key }) => key)).toEqual(['2041', '2044']);
    expect(rows.map(({ text }) => text)).toEqual([
      undefined,
      '有记者问：铟出口许可审批情况如何？\n答：已依法批准若干申请。',
    ]);
  });

  it('end with the last page', async () => {
    const older = json.replaceAll('204', '194');
    const fetcher = fakeFetcher({ [endpoint]: [json, older, older] });
    const request = { source, fetcher, snapshot: null };

    const second = await portal.read({ ...request, page: 2 });
    const third = await portal.read({ ...request, page: 3 });

    expect([second, third].map((reading) => reading.outcome === 'rows' && reading.more)).toEqual([
      true,
      false,
    ]);
    expect(fetcher.requests[1]?.form?.pageNumber).toBe('3');
  });

  it('say so when a later page holds the rows of the first', async () => {
    const fetcher = fakeFetcher({ [endpoint]: json });
    const { snapshot } = await portal.read({ source, fetcher, snapshot: null, page: 1 });

    await expect(portal.read({ source, fetcher, snapshot, page: 2 })).rejects.toMatchObject({
      reason: 'page-repeats',
    });
  });

  it.each`
    answer                                                                                      | reason
    ${json.replace('中法出口管制对话', '????????')}                                             | ${'mojibake'}
    ${json.replace('中法出口管制对话第四次会议在成都举行', 'ä¸æ³åºå£ç®¡å¶')}                    | ${'mojibake'}
    ${'{"pageInfo":null}'}                                                                      | ${'malformed'}
    ${'{"pageInfo":{"rows":[{"title":"a"}]}}'}                                                  | ${'malformed'}
    ${'{"pageInfo":{"rows":['}                                                                  | ${'malformed'}
    ${'{"pageInfo":{"total":0,"rows":[]}}'}                                                     | ${'empty'}
    ${'<html><body>登录</body></html>'}                                                         | ${'wrong-type'}
    ${'<script>document.cookie="__jsl_clearance_s=1";location.href=location.pathname</script>'} | ${'challenge'}
  `('$answer fails as $reason', async ({ answer, reason }) => {
    await expect(parse(answer)).rejects.toMatchObject({ name: 'ReadFailure', reason });
  });

  it('may have question marks of their own', async () => {
    const { rows } = await parse(json.replace('中法出口管制对话', '出口管制??对话？？？'));

    expect(rows).toHaveLength(2);
  });
});
