import { describe, expect, it } from 'vitest';
import { ReadFailure } from '../../../src/domain/failure.ts';
import type { ReadRequest, Snapshot } from '../../../src/sources/reader.ts';
import { jpaas } from '../../../src/sources/readers/jpaas.ts';
import { findQuery } from '../../../src/sources/readers/jpaas-shell.ts';
import { type FakeFetcher, fakeFetcher, notModified, ok } from '../../fakes/fetcher.ts';
import { fixture, sourceLike } from '../fixtures.ts';

const source = sourceLike('cn-mofcom-spokesperson');
const shell = fixture('cn-mofcom-spokesperson.shell.html');
const list = fixture('cn-mofcom-spokesperson.json');
const unit = findQuery(shell, source.url) ?? '';
const movedShell = shell.replaceAll('bulidstatic', 'buildstatic');
const movedUnit = findQuery(movedShell, source.url) ?? '';

function read(fetcher: FakeFetcher, snapshot: Snapshot | null = null, page = 1) {
  const request: ReadRequest = { source, fetcher, snapshot, page };
  return jpaas.read(request);
}

function urls({ requests }: FakeFetcher): string[] {
  return requests.map(({ url }) => url);
}

const known: Snapshot = { version: jpaas.version, validators: null, hash: null, found: { unit } };

/** A list as the service wraps it. */
function wrapped(html: string, rest: object = {}): string {
  return JSON.stringify({ success: true, code: '200', data: { html }, ...rest });
}

function listOf(paths: string[], pager = ''): string {
  const rows = paths.map(
    (path) => `<li><a href="${path}" title="关于${path}的公告">…</a><span>[2026-11-01]</span></li>`,
  );
  return wrapped(`<ul class="txtList_01">${rows.join('')}</ul>${pager}`);
}

function pager(count: number, page = 1): string {
  return `<div class="pagination" rows="15" count="${count}" pageNo="${page}"></div>`;
}

describe('a column of JPAAS', () => {
  it('is found through its shell once, and asked for directly from then on', async () => {
    const fetcher = fakeFetcher({ [source.url]: [shell], [unit]: list });

    const first = await read(fetcher);
    await read(fetcher, { ...first.snapshot, hash: null });

    expect(first).toMatchObject({ outcome: 'rows', more: false, warnings: [] });
    expect(urls(fetcher)).toEqual([source.url, unit, unit]);
    expect(fetcher.requests[1]?.headers).toEqual({ Referer: source.url });
  });

  it('asks with the parameters that the shell names, in UTF-8, as they are spelt', () => {
    const { origin, pathname, searchParams } = new URL(unit);

    expect(origin + pathname).toBe(
      'https://www.mofcom.gov.cn/api-gateway/jpaas-publish-server/front/page/build/unit',
    );
    expect([...searchParams.keys()]).toEqual([
      'parseType',
      'webId',
      'tplSetId',
      'pageType',
      'tagId',
      'editType',
      'pageId',
    ]);
    expect(searchParams.get('parseType')).toBe('bulidstatic');
    expect(unit).toContain('tagId=%E5%88%86%E9%A1%B5%E5%88%97%E8%A1%A8');
    expect(findQuery(fixture('cn-miit-consultations.shell.html'), 'https://www.miit.gov.cn/')).toContain(
      'buildstatic',
    );
  });

  it('takes the number of the column from the page where the parameters lack it', () => {
    const bare = `<meta name="ColId" content="c0ffee"><script url="/unit" queryData="{'pageType':'column'}"></script>`;

    expect(findQuery(bare, source.url)).toBe('https://www.mofcom.gov.cn/unit?pageType=column&pageId=c0ffee');
  });

  it.each(['<p>404</p>', `<script url="/unit" queryData="not json"></script>`])(
    'has no list in %s',
    (page) => {
      expect(findQuery(page, source.url)).toBeNull();
    },
  );

  it('looks its parameters up again when the service refuses them', async () => {
    const fetcher = fakeFetcher({
      [unit]: '{"success":false,"data":null}',
      [source.url]: movedShell,
      [movedUnit]: list,
    });

    const reading = await read(fetcher, known);

    expect(urls(fetcher)).toEqual([unit, source.url, movedUnit]);
    expect(reading).toMatchObject({ outcome: 'rows', snapshot: { found: { unit: movedUnit } } });
  });

  it('fails with the first failure when the shell still names the same parameters', async () => {
    const fetcher = fakeFetcher({ [unit]: '{"success":false,"data":null}', [source.url]: shell });

    await expect(read(fetcher, known)).rejects.toMatchObject({ reason: 'unit-refused' });
    expect(urls(fetcher)).toEqual([unit, source.url]);
  });

  it('fails when the new parameters fail as well, without a third try', async () => {
    const fetcher = fakeFetcher({
      [unit]: new ReadFailure('not-found', 'gone', { status: 404 }),
      [source.url]: movedShell,
      [movedUnit]: wrapped('<p>维护中</p>'),
    });

    await expect(read(fetcher, known)).rejects.toMatchObject({ reason: 'empty' });
    expect(urls(fetcher)).toEqual([unit, source.url, movedUnit]);
  });

  it.each(['timeout', 'challenge', 'too-many-requests', 'unreachable'] as const)(
    'does not ask for more after %s',
    async (reason) => {
      const fetcher = fakeFetcher({ [unit]: new ReadFailure(reason, 'no') });

      await expect(read(fetcher, known)).rejects.toMatchObject({ reason });
      expect(urls(fetcher)).toEqual([unit]);
    },
  );

  it('fails where the page is no shell', async () => {
    const fetcher = fakeFetcher({ [source.url]: '<p>商务部</p>' });

    await expect(read(fetcher)).rejects.toMatchObject({ reason: 'wrong-type' });
  });

  it('asks for a later page by number, with the page size that the first one named', async () => {
    const first = listOf(['/a/art_1.html'], '<div class="pagination" rows="24" count="30" pageNo="1"></div>');
    const second = new URL(unit);
    second.searchParams.set('paramJson', '{"pageNo":2,"pageSize":24}');
    const fetcher = fakeFetcher({
      [unit]: first,
      [second.href]: listOf(
        ['/a/art_2.html'],
        '<div class="pagination" rows="24" count="30" pageNo="2"></div>',
      ),
    });

    const { snapshot } = await read(fetcher, known);
    const older = await read(fetcher, snapshot, 2);

    expect(older).toMatchObject({
      outcome: 'rows',
      rows: [{ url: 'https://www.mofcom.gov.cn/a/art_2.html' }],
      more: false,
    });
    expect(older.snapshot).toEqual(snapshot);
  });

  it('says so when a later page holds the rows of the first', async () => {
    const second = `${unit}&paramJson=${encodeURIComponent('{"pageNo":2,"pageSize":15}')}`;
    const fetcher = fakeFetcher({
      [unit]: listOf(['/art_1.html', '/art_2.html'], pager(40)),
      [second]: listOf(['/art_2.html', '/art_1.html'], pager(40)),
    });

    const { snapshot } = await read(fetcher, known);

    await expect(read(fetcher, snapshot, 2)).rejects.toMatchObject({ reason: 'page-repeats' });
  });

  it('is unchanged when its rows come in another envelope', async () => {
    const html = '<ul class="txtList_01"><li><a href="/art_1.html">公告</a></li></ul>';
    const fetcher = fakeFetcher({
      [unit]: [
        wrapped(html, { traceId: '1' }),
        wrapped(html, { traceId: '2' }),
        notModified({ etag: '"3"' }),
      ],
    });

    const first = await read(fetcher, known);
    const second = await read(fetcher, first.snapshot);
    const third = await read(fetcher, second.snapshot);

    expect([first, second, third].map(({ outcome }) => outcome)).toEqual(['rows', 'unchanged', 'unchanged']);
    expect(third.snapshot).toEqual({ ...first.snapshot, validators: { etag: '"3"' } });
  });

  it('uses nothing of a snapshot that another version of the reader left', async () => {
    const fetcher = fakeFetcher({ [source.url]: shell, [unit]: list });
    const foreign = { ...known, version: jpaas.version - 1, validators: { etag: '"1"' } };

    expect(await read(fetcher, foreign)).toMatchObject({ outcome: 'rows' });
    expect(urls(fetcher)).toEqual([source.url, unit]);
    expect(fetcher.requests[1]?.validators).toBeNull();
  });
});

describe('the answer of a column', () => {
  const parse = (text: string, changes = {}) => jpaas.parse(text, { ...source, ...changes }, unit);

  it.each`
    answer                                                         | reason
    ${'{"success":false,"data":{}}'}                               | ${'unit-refused'}
    ${'{"success":true,"code":"200","data":null}'}                 | ${'unit-refused'}
    ${'{"success":true,"code":"500","data":{"html":"<li></li>"}}'} | ${'unit-refused'}
    ${'{"success":true,"code":"2'}                                 | ${'malformed'}
    ${'<html><body>系统维护</body></html>'}                        | ${'wrong-type'}
    ${'<script>document.cookie="k=1";location.reload()</script>'}  | ${'challenge'}
    ${wrapped('<ul class="txtList_01"></ul>')}                     | ${'empty'}
    ${wrapped('<div class="newList"><a href="/a">公告</a></div>')} | ${'empty'}
    ${wrapped('<div>'.repeat(3000))}                               | ${'too-deep'}
    ${listOf(['/art_1.html']).replace('关于', '???????')}          | ${'mojibake'}
  `('$answer fails as $reason', async ({ answer, reason }) => {
    await expect(parse(answer)).rejects.toMatchObject({ name: 'ReadFailure', reason });
  });

  it('names the list when it is the shell itself', async () => {
    await expect(parse(shell)).rejects.toMatchObject({
      reason: 'wrong-type',
      message: expect.stringContaining(`its list comes from ${unit}`),
    });
  });

  it('may be empty where the source may be, but not against its own pager', async () => {
    const empty = '<ul class="txtList_01"></ul>';

    expect(await parse(wrapped(empty + pager(0)), { minRows: 0 })).toMatchObject({ rows: [] });
    await expect(parse(wrapped(empty + pager(0)))).rejects.toMatchObject({ reason: 'empty' });
    await expect(parse(wrapped(empty + pager(8242)), { minRows: 0 })).rejects.toMatchObject({
      reason: 'empty',
    });
  });

  it('warns where the pager counts more rows than were found', async () => {
    const first = await parse(listOf(['/art_1.html', '/art_2.html'], pager(31)));
    const last = await parse(listOf(['/art_1.html'], pager(31, 3)));

    expect(first).toMatchObject({
      more: true,
      warnings: ['the pager says 15 rows on this page, 2 were found'],
    });
    expect(last).toMatchObject({ more: false, warnings: [] });
  });

  it('warns of rows that lead nowhere', async () => {
    const broken = wrapped(
      '<ul class="txtList_01"><li><a href="/art_1.html">公告</a></li><li>公告</li></ul>',
    );

    expect(await parse(broken)).toMatchObject({
      rows: [{ title: '公告' }],
      warnings: ['1 of 2 rows had no title or no address'],
    });
  });
});

it('passes on what an answer redirected to', async () => {
  const mirror = 'https://www.mofcom.gov.cn/mirror/unit';
  const fetcher = fakeFetcher({ [unit]: ok(list, { url: mirror, type: 'application/json' }) });

  const reading = await read(fetcher, known);

  expect(reading.outcome === 'rows' && reading.rows[0]?.url).toMatch(
    /^https:\/\/www\.mofcom\.gov\.cn\/xwfb\//,
  );
});

describe('a column that no page leads to', () => {
  it('is read by its own request', async () => {
    const rules = sourceLike('cn-mofcom-rules');
    const fetcher = fakeFetcher({ [rules.url]: fixture('cn-mofcom-rules.json') });

    const reading = await jpaas.read({ source: rules, fetcher, snapshot: null, page: 1 });

    expect(reading).toMatchObject({ outcome: 'rows', rows: { length: 2 } });
    expect(urls(fetcher)).toEqual([rules.url]);
  });
});
