import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Ministry, startMinistry } from '../../demo/ministry/ministry.ts';
import { story } from '../../demo/ministry/texts.ts';
import { read } from '../../src/cli/read.ts';
import { Refusal } from '../../src/cli/terminal.ts';
import type { FailureReason } from '../../src/domain/failure.ts';
import { failureOf, openSite } from '../fetch/support.ts';
import { fakeTerminal, openFolder, readingFrom, runWire, sharedClock } from './support.ts';

const fixtures = join(import.meta.dirname, '../fixtures/sources');
const fixture = (name: string) => join(fixtures, name);

let folder: ReturnType<typeof openFolder>;
beforeAll(() => {
  folder = openFolder();
});
afterAll(() => folder.remove());

function fileOf(name: string, text: string): string {
  const file = join(folder.path, name);
  writeFileSync(file, text);
  return file;
}

/** What `wire read` prints. */
async function printed(
  target: string,
  options: { file?: string; json?: boolean },
  env: NodeJS.ProcessEnv = {},
) {
  const terminal = fakeTerminal({ env });
  await read(target, options, terminal);
  return terminal;
}

describe('a listing in a file', () => {
  it('is shown with each date as precise as it is, the addresses and the ids', async () => {
    const terminal = await printed('cn-mofcom-portal-notices', {
      file: fixture('cn-mofcom-portal-notices.json'),
    });

    expect(terminal.text()).toBe(
      [
        '2026-11-04 (date only, Asia/Shanghai)  商务部 海关总署公告2026年第68号 公布对铋相关物项调整出口管制的决定',
        '    https://exportcontrol.mofcom.gov.cn/article/zcfg/gnzcfg/zcfggzqd/202611/2033.html',
        '    id 2033',
        '2026-10-27 (date only, Asia/Shanghai)  商务部公告2026年第66号 关于两用物项通用许可管理的公告',
        '    https://exportcontrol.mofcom.gov.cn/article/zcfg/gnzcfg/zcfggzqd/202610/2030.html',
        '    id 2030',
        '2 rows in MOFCOM export-control portal: lists and notices (cn-mofcom-portal-notices)',
        '',
      ].join('\n'),
    );
  });

  it('is one JSON object a row with --json, its time as precise as the page says it', async () => {
    const terminal = await printed('uk-ofsi', { file: fixture('uk-ofsi.atom'), json: true });

    expect(terminal.json()).toMatchObject([
      {
        title: 'Guidance: General licence for harbour dues & pilotage',
        url: 'https://www.gov.uk/government/publications/general-licence-harbour-dues',
        published: { precision: 'second', on: '2026-11-17', at: Date.parse('2026-11-17T23:30:05Z') },
      },
      {
        title: 'Reporting a frozen account',
        published: { on: '2026-06-02', at: Date.parse('2026-06-02T07:15:00Z') },
      },
    ]);
  });

  it('is decoded as its source needs it, and detected by the address of its page', async () => {
    const address = 'https://www.gwytb.gov.cn/zccs/zccs_61195/cjtdwgfz/index.html';
    const terminal = await printed(address, { file: fixture('cn-tao.html') });

    expect(terminal.text()).toContain('国台办');
    expect(terminal.text()).toContain('(cn-tao)');
  });

  it.each([false, true])(
    'that is the shell of a column names the address of its list (--json: %s)',
    async (json) => {
      const terminal = await printed('cn-mofcom-policy', {
        file: fixture('cn-mofcom-policy.shell.html'),
        json,
      });
      const list =
        /https:\/\/www\.mofcom\.gov\.cn\/api-gateway\/jpaas-publish-server\/front\/page\/build\/unit\?[^\s"]+/;
      const [address = ''] = list.exec(terminal.text()) ?? [];

      expect(new URL(address).searchParams.get('tagId')).toBe('分页列表');
      if (json) expect(terminal.json()).toEqual([{ shell: true, list: address }]);
      else expect(terminal.text()).toMatch(/^The shell of a column: it holds no rows\./);
    },
  );
});

const articleUrl = 'https://english.mofcom.gov.cn/News/PressConference/art/2031/art_0a1b.html';
/** With a list of other articles, and the menu that every page of the ministry builds by a script. */
const article = `<!DOCTYPE html><html><head><meta charset="UTF-8">
  <meta name="ArticleTitle" content="Remarks on Export Licence Applications for Tungsten">
  <meta name="PubDate" content="2031-03-13 15:30"><meta name="ContentSource" content="Press office"></head>
  <body><script url="/api-gateway/unit" queryData="{'pageType':'column','tagId':'menu'}"></script>
  <div class="art-con" ergodic="article">
  <p>The ministry has approved a certain number of export licence applications for tungsten.</p>
  <p>Annex: <a href="/attach/list.pdf">List of forms</a></p></div>
  <ul><li><a href="/News/PressConference/art/2031/art_0c2d.html">Another press conference</a></li></ul></body></html>`;

describe('an article in a file', () => {
  it('is shown with what it says and with the verdict on it', async () => {
    const lines = (await printed(articleUrl, { file: fileOf('article.html', article) })).text().split('\n');

    expect(lines.slice(0, 7)).toEqual([
      'Remarks on Export Licence Applications for Tungsten',
      'published  2031-03-13 15:30 +08:00',
      'issuer     Press office',
      'attached   List of forms  https://english.mofcom.gov.cn/attach/list.pdf',
      expect.stringMatching(/^text {7}\d+ characters$/),
      '  The ministry has approved a certain number of export licence applications for tungsten.',
      '  Annex: List of forms',
    ]);
    expect(lines.join('\n')).toMatch(
      /\nAlert: tier decision, approve \(score [\d.]+\):\n {2}\+[\d.]+ {2}.+: ".+"\n/,
    );
    expect(lines.join('\n')).toMatch(/\nStated: .+\nNot stated: .*how many licences.*\n/);
  });

  it('moves no cursor and colours nothing, whatever its page says', async () => {
    const hostile = article
      .replaceAll('Tungsten', 'Tungsten&#27;[2J')
      .replace('Press office', 'Press&#155;31m office')
      .replace('tungsten.</p>', 'tungsten&#27;]8;;https://evil.example&#7;.</p>')
      .replace('List of forms', 'List&#8238; of forms');
    const terminal = await printed(articleUrl, { file: fileOf('hostile.html', hostile) });

    expect(terminal.text()).toContain('Tungsten[2J');
    expect(terminal.text().replaceAll('\n', '')).not.toMatch(/[\p{Cc}\p{Cf}]/u);
  });

  it('is one JSON object with --json, quotes and their places included', async () => {
    const file = fileOf('article.html', article);
    const [found, ...more] = (await printed(articleUrl, { file, json: true })).json();

    expect(more).toEqual([]);
    expect(found).toMatchObject({
      url: articleUrl,
      title: 'Remarks on Export Licence Applications for Tungsten',
      published: { precision: 'minute', on: '2031-03-13', at: Date.parse('2031-03-13T07:30:00Z') },
      judgement: { relevant: true, parts: [{ facts: { action: 'approve', goods: ['tungsten'] } }] },
    });
  });

  it('is taken for one by its address, whatever else its page holds', async () => {
    const file = fileOf('article.html', article);
    const address = articleUrl.replace('english', 'www').replace('/News/PressConference/', '/zwgk/zcfb/');
    const terminal = await printed(address, { file });

    expect(terminal.text()).toMatch(/^Remarks on Export Licence Applications/);
  });

  it('is taken for one where only the source is named, and its page is no listing', async () => {
    const bare = article.replace(/<(script|ul).*?<\/\1>/gs, '');
    const terminal = await printed('cn-mofcom-english', { file: fileOf('bare.html', bare) });

    expect(terminal.text()).toMatch(/^Remarks on Export Licence Applications/);
  });

  it('that says nothing of licences tells why it stays silent', async () => {
    const text = article
      .replace('Export Licence Applications for Tungsten', 'a Tea Fair')
      .replace('approved a certain number of export licence applications for tungsten', 'opened a tea fair');
    const terminal = await printed(articleUrl, { file: fileOf('silent.html', text) });

    expect(terminal.text()).toMatch(/\nSilent \(score 0\):\n.*no export-licence wording found/);
  });
});

describe('an address that no source has', () => {
  const address = 'https://swt.province.gov.cn/tzgg/index.html';
  const row = (n: number) =>
    `<li><a href="./t2026112${n}_${n}.html">关于两用物项出口许可第${n}号公告</a><span>11-2${n}</span></li>`;
  const list = (head = '') =>
    `<html><head>${head}</head><body><ul>${[0, 1, 2].map(row).join('')}</ul><a href="index_1.html">下一页</a></body></html>`;

  it('is searched for its list, which is shown with the reasons and what would read it', async () => {
    const terminal = await printed(address, { file: fileOf('list.html', list()) });

    expect(terminal.text()).toContain(
      [
        '2026-11-20 (date only, Asia/Shanghai)  关于两用物项出口许可第0号公告',
        '    https://swt.province.gov.cn/tzgg/t20261120_0.html',
      ].join('\n'),
    );
    expect(terminal.text()).toMatch(
      /\n3 rows in a list in a page: https:.+\nzone {7}Asia\/Shanghai\nlanguage {3}zh\nnext page {2}https:\S+index_1\.html\n/,
    );
    expect(terminal.text()).toMatch(/\n {2}\+10 {2}3 of 3 rows have a date\n/);
    expect(terminal.text()).toContain('reader: {"kind":"page","rows":{"row":"ul > li"');
  });

  it('is one JSON object a row with --json', async () => {
    const terminal = await printed(address, { file: fileOf('list.html', list()), json: true });

    expect(terminal.json()).toHaveLength(3);
    expect(terminal.json()[2]).toEqual({
      id: 'https://swt.province.gov.cn/tzgg/t20261122_2.html',
      key: 'https://swt.province.gov.cn/tzgg/t20261122_2.html',
      title: '关于两用物项出口许可第2号公告',
      url: 'https://swt.province.gov.cn/tzgg/t20261122_2.html',
      published: { precision: 'date', on: '2026-11-22', at: null },
    });
  });

  it('may be a feed', async () => {
    const file = fileOf(
      'news.rss',
      '<rss version="2.0"><channel><item><title>Tariffs</title><link>https://tea.example/1</link></item></channel></rss>',
    );

    expect((await printed('https://tea.example/news.rss', { file, json: true })).json()).toMatchObject([
      { title: 'Tariffs', url: 'https://tea.example/1' },
    ]);
    expect((await printed('https://tea.example/news.rss', { file })).text()).toContain('1 row in a feed');
  });

  it('may name its feed only', async () => {
    const link = '<link rel="alternate" type="application/rss+xml" href="/rss.xml"><p>Welcome</p>';
    const file = fileOf('feed.html', link);

    expect((await printed('https://tea.example/', { file })).text()).toBe(
      'The page holds no list. Its feeds:\nhttps://tea.example/rss.xml\n',
    );
    expect((await printed('https://tea.example/', { file, json: true })).json()).toEqual([
      { feeds: ['https://tea.example/rss.xml'] },
    ]);
  });

  it('may be an article', async () => {
    const file = fileOf('unknown.html', article);

    expect((await printed('https://tea.example/art/2031/art_1.html', { file })).text()).toMatch(
      /^Remarks on Export/,
    );
  });

  it('fails where nothing is to be read, and says what to give instead', async () => {
    const file = fileOf('none.html', '<html><body><p>Welcome</p></body></html>');
    const failure = await failureOf(read('https://tea.example/', { file }, fakeTerminal()), 'empty');

    expect(failure.message).toMatch(/Give the address of the list/);
  });

  it('is fetched, and its feed with it', async () => {
    const { origin } = await openSite((request, response) =>
      request.url === '/rss.xml'
        ? response.writeHead(404).end()
        : response
            .writeHead(200, { 'content-type': 'text/html' })
            .end(list('<link rel="alternate" type="application/rss+xml" href="/rss.xml">')),
    );
    const terminal = await printed(`${origin}/tzgg/`, {}, { WIRE_ALLOW_PRIVATE: '127.0.0.1' });

    expect(terminal.text()).toMatch(/\n3 rows in a list in a page/);
    expect(terminal.text()).toMatch(/\nNote: the feed \S+ could not be read \(not-found\)/);
  });
});

it('an article on a site is shown with its attachments and what was read of them', async () => {
  const guide = readFileSync(join(import.meta.dirname, '../fixtures/documents/guide.pdf'));
  const scan = readFileSync(join(import.meta.dirname, '../fixtures/documents/scan.pdf'));
  const page = article.replace(
    '/attach/list.pdf">List of forms</a>',
    '/a.pdf">Guide</a> <a href="/b.pdf">Form</a> <a href="/c.pdf">List</a> <a href="/d.xlsx">Table</a>',
  );
  const { origin } = await openSite(({ url }, response) => {
    if (url === '/a.pdf') response.end(guide);
    else if (url === '/b.pdf') response.end(scan);
    else if (url === '/c.pdf') response.writeHead(404).end();
    else response.writeHead(200, { 'content-type': 'text/html' }).end(page);
  });
  const site = 'https://english.mofcom.gov.cn';
  const { WIRE_CLOCK } = sharedClock();
  const terminal = await printed(
    articleUrl,
    {},
    { WIRE_ORIGINS: `${site}=${origin}`, WIRE_ALLOW_PRIVATE: '127.0.0.1', WIRE_CLOCK },
  );

  const lines = terminal.text().split('\n');
  expect(lines.slice(3, 10)).toEqual([
    `attached   Guide  ${site}/a.pdf`,
    '           read: 103 characters',
    `attached   Form  ${site}/b.pdf`,
    '           not read: it is pictures of pages',
    `attached   List  ${site}/c.pdf`,
    expect.stringMatching(/^ {11}not read: .+ \[not-found\]$/),
    `attached   Table  ${site}/d.xlsx`,
  ]);
  expect(lines).toContain('  二、通用许可有效期不超过3年。');
});

describe('a file that is not what it should be fails', () => {
  const challenge =
    '<html><head><meta http-equiv="refresh" content="0"></head><body><script src="/x/c.js" r="m">$_ts=window["$_ts"]</script></body></html>';

  it.each<[string, string, string, FailureReason]>([
    ['wrong-type', 'cn-mofcom-portal-notices', '<html><body><p>Welcome</p></body></html>', 'wrong-type'],
    ['malformed', 'cn-mofcom-portal-notices', '{"success": true, "data"', 'malformed'],
    ['unit-refused', 'cn-mofcom-policy', '{"success": false, "data": {}}', 'unit-refused'],
    ['empty', 'us-ofac', '<html><body><h1>Recent actions</h1></body></html>', 'empty'],
    ['challenge', 'cn-tao', challenge, 'challenge'],
  ])('as %s', async (name, source, text, reason) => {
    const terminal = fakeTerminal();
    const failure = await failureOf(read(source, { file: fileOf(name, text) }, terminal), reason);

    expect(failure.message).toMatch(/^https:\/\/.+\S$/);
    expect(terminal.text()).toBe('');
  });
});

describe('a request that cannot be met is refused', () => {
  it.each([
    ['cn-tea', /^"cn-tea" is neither the id of a source nor an address\./],
    [
      'mailto:desk@wire.example',
      /^"mailto:desk@wire.example" is neither the id of a source nor an address\./,
    ],
    ['us-bis-press', /^us-bis-press is known to be of no use: .+ Use us-federal-register-bis instead\.$/],
    ['https://www.bis.gov/rss.xml', /^us-bis-press is known to be of no use: /],
  ])('%s', async (target, says) => {
    const refused = read(target, {}, fakeTerminal());

    await expect(refused).rejects.toBeInstanceOf(Refusal);
    await expect(refused).rejects.toThrow(says);
  });

  it('a file that is not there', async () => {
    const refused = read('cn-tao', { file: join(folder.path, 'lost.html') }, fakeTerminal());

    await expect(refused).rejects.toBeInstanceOf(Refusal);
    await expect(refused).rejects.toThrow(/lost\.html cannot be read: ENOENT/);
  });
});

describe('on a site', () => {
  let ministry: Ministry;
  let env: NodeJS.ProcessEnv;
  beforeAll(async () => {
    const { clock, WIRE_CLOCK } = sharedClock();
    ministry = await startMinistry({ clock });
    env = { ...readingFrom(ministry.origins), WIRE_CLOCK };
  });
  afterAll(() => ministry.close());

  it.each(['cn-mofcom-policy', 'cn-mofcom-portal-domestic', 'cn-mofcom-english', 'cn-tao', 'uk-ofsi'])(
    'the listing of %s is read as the bot reads it',
    async (id) => {
      const terminal = await printed(id, {}, env);

      expect(terminal.text()).toMatch(new RegExp(`\\n\\d+ rows? in .+ \\(${id}\\)\\n$`));
    },
  );

  it('an article is read from its address', async () => {
    const { url } = ministry.publish('spokesperson', story.missedApproval.post);
    const [found] = (await printed(url, { json: true }, env)).json();

    expect(found).toMatchObject({
      url,
      title: story.missedApproval.post.title,
      judgement: { relevant: true, parts: [{ facts: { licencesCount: 12, goods: ['germanium'] } }] },
    });
  });

  it('a page of a challenge is a failure, not an empty listing', async () => {
    ministry.challenge('cn-tao', true);
    const terminal = fakeTerminal({ env });

    await failureOf(read('cn-tao', {}, terminal), 'challenge');
    expect(terminal.text()).toBe('');
  });
});

describe('a failure is told with its reason and with advice, by exit status 1:', () => {
  const portal = 'https://exportcontrol.mofcom.gov.cn';
  const refusing = 'http://127.0.0.1:1';

  it('no connection', async () => {
    const env = { WIRE_ORIGINS: `${portal}=${refusing}`, WIRE_ALLOW_PRIVATE: '127.0.0.1' };
    const { status, stdout, stderr } = await runWire(['read', 'cn-mofcom-portal-notices'], {
      cwd: folder.path,
      env,
    });

    expect([status, stdout]).toEqual([1, '']);
    expect(stderr).toMatch(
      /^wire: https:\/\/exportcontrol\.mofcom\.gov\.cn\/\S+ could not be reached \(ECONNREFUSED\) \[unreachable\]\nNo connection to the site\. .+\.\n$/,
    );
  });

  it('a page where JSON was due', async () => {
    const { origin } = await openSite((_, response) =>
      response.writeHead(200, { 'content-type': 'text/html' }).end('<h1>Under maintenance</h1>'),
    );
    const env = { WIRE_ORIGINS: `${portal}=${origin}`, WIRE_ALLOW_PRIVATE: '127.0.0.1' };
    const { status, stdout, stderr } = await runWire(['read', 'cn-mofcom-portal-notices', '--json'], {
      cwd: folder.path,
      env,
    });

    expect([status, stdout]).toEqual([1, '']);
    expect(stderr).toMatch(
      /^wire: https:\/\/.+ gave a page where a column's JSON was due \[wrong-type\]\n.+\.\n$/,
    );
  });
});
