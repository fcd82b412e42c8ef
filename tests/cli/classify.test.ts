import { describe, expect, it } from 'vitest';
import type { Post } from '../../demo/ministry/archive.ts';
import { story } from '../../demo/ministry/texts.ts';
import { classify, stories } from '../../src/cli/classify.ts';
import { Refusal } from '../../src/cli/terminal.ts';
import { fakeTerminal, openFolder, runWire } from './support.ts';

const chinese = 'https://www.mofcom.gov.cn/xwfb/xwfyrth/art/2031/art_1.html';
const english = 'https://english.mofcom.gov.cn/News/PressConference/art/2031/art_1.html';

const text = (id: string | number, { title, paragraphs }: Post, rest: object = {}) => ({
  id,
  title,
  text: paragraphs.join('\n'),
  ...rest,
});
const lines = (...values: unknown[]) => values.map((value) => `${JSON.stringify(value)}\n`).join('');

const notice = text('notice', story.notice.post, { lang: 'zh', date: '2031-03-13', url: chinese });
const approval = text('approval', story.approval.post, { lang: 'zh', date: '2031-03-13', url: chinese });
const fair = text('fair', story.teaFair.post, { lang: 'zh', date: '2031-03-13', url: chinese });

/** What every verdict has. */
const documented = ['id', 'relevant', 'tier', 'score', 'reasons', 'facts', 'evidence', 'summary', 'parts'];

type Verdict = Record<string, unknown> & {
  id: string | number;
  evidence: Record<string, string[]>;
  reasons: { quote: { in: 'title' | 'text'; start: number; end: number; words: string } }[];
};

async function judged(command: typeof classify, input: string): Promise<Verdict[]> {
  const terminal = fakeTerminal({ input });
  await command(terminal);
  return terminal.json() as Verdict[];
}

describe('classify', () => {
  it('gives one line for each text, in the order in which they came', async () => {
    const verdicts = await judged(classify, lines(fair, notice, { ...approval, id: 17 }, fair));

    expect(verdicts.map(({ id, relevant }) => [id, relevant])).toEqual([
      ['fair', false],
      ['notice', true],
      [17, true],
      ['fair', false],
    ]);
  });

  it('says of a relevant text what its facts are, and why', async () => {
    const [verdict] = await judged(classify, lines(notice));

    expect(Object.keys(verdict ?? {})).toEqual(expect.arrayContaining(documented));
    expect(verdict).toMatchObject({
      tier: 'measure',
      score: expect.any(Number),
      facts: { action: 'new_control', announcementNo: 'No. 7 of 2031', effectiveDate: '2031-04-01' },
      summary: { en: expect.stringContaining('No. 7'), zh: expect.stringMatching(/\p{Script=Han}/u) },
      parts: [{ part: '', tier: 'measure', facts: { action: 'new_control' } }],
    });
    expect(Object.keys(verdict?.facts ?? {}).toSorted()).toEqual([
      'action',
      'announcementNo',
      'destinations',
      'effectiveDate',
      'expiryDate',
      'goods',
      'licenceType',
      'licencesCount',
      'usFirms',
    ]);
  });

  it('says of another text why it is not, and leaves the rest empty', async () => {
    const [verdict] = await judged(classify, lines(fair));

    expect(verdict).toMatchObject({
      relevant: false,
      tier: null,
      facts: null,
      evidence: {},
      summary: null,
      parts: [],
    });
    expect(Object.keys(verdict ?? {})).toEqual(expect.arrayContaining(documented));
    expect(verdict?.reasons.length).toBeGreaterThan(0);
  });

  it.each([
    ['a notice', notice],
    ['an answer to the press', approval],
    ['a text in English', text('twin', story.noticeInEnglish.post, { lang: 'en', url: english })],
    ['a count of licences', text('count', story.missedApproval.post)],
  ])('quotes words that stand in %s', async (_, given) => {
    const [verdict] = await judged(classify, lines(given));
    const quoted = Object.values(verdict?.evidence ?? {}).flat();
    const places = verdict?.reasons.map(({ quote }) => quote) ?? [];

    expect(quoted.length).toBeGreaterThan(1);
    for (const words of quoted) expect(`${given.title}\n${given.text}`).toContain(words);
    expect(places.length).toBeGreaterThan(0);
    for (const { in: where, start, end, words } of places) expect(given[where].slice(start, end)).toBe(words);
  });

  it('takes a title for a text, tells the language by itself, and passes over empty lines', async () => {
    const input = `\n${lines({ id: 'title', title: '商务部批准一定数量的稀土出口许可申请' })}  \n`;
    const verdicts = await judged(classify, input);

    expect(verdicts).toMatchObject([{ id: 'title', relevant: true, facts: { action: 'approve' } }]);
  });

  it('takes lines that end as on Windows, and a last line without an end', async () => {
    const input = lines(notice, fair).replaceAll('\n', '\r\n').trimEnd();

    expect((await judged(classify, input)).map(({ id }) => id)).toEqual(['notice', 'fair']);
  });

  it.each([
    ['{"id": "b"}', /^standard input, line 2: title: /],
    ['{"title": "b"}', /^standard input, line 2: id: /],
    ['{"id": "b", "title": "b", "date": "yesterday"}', /^standard input, line 2: date: /],
    ['["b"]', /^standard input, line 2: it: /],
    ['null', /^standard input, line 2: it: /],
    ['b', /^standard input, line 2 is not JSON: /],
  ])('refuses %s and names its line', async (bad, says) => {
    const terminal = fakeTerminal({ input: `${lines(fair)}${bad}\n${lines(notice)}` });
    const refused = classify(terminal);

    await expect(refused).rejects.toBeInstanceOf(Refusal);
    await expect(refused).rejects.toThrow(says);
    expect(terminal.json().map(({ id }) => id)).toEqual(['fair']);
  });

  it('works in a pipe, and writes nothing but the verdicts', async () => {
    const folder = openFolder();
    try {
      const { status, stdout, stderr } = await runWire(['classify'], {
        cwd: folder.path,
        stdin: lines(approval, fair),
      });

      expect([status, stderr]).toEqual([0, '']);
      expect(stdout.split('\n').map((line) => line && JSON.parse(line).id)).toEqual(['approval', 'fair', '']);
    } finally {
      folder.remove();
    }
  });
});

describe('stories', () => {
  const twin = { lang: 'en', date: '2031-03-14', url: english };

  it('gives a text the story of its twin in the other language', async () => {
    const input = lines(
      approval,
      notice,
      fair,
      text('approval-en', story.approvalInEnglish.post, twin),
      text('notice-en', story.noticeInEnglish.post, twin),
    );
    const verdicts = await judged(stories, input);

    expect(verdicts.map(({ id, story }) => [id, story])).toEqual([
      ['approval', 'approval'],
      ['notice', 'notice'],
      ['fair', null],
      ['approval-en', 'approval'],
      ['notice-en', 'notice'],
    ]);
  });

  it('adds the story and why to what classify says, and nothing else', async () => {
    const input = lines(fair, notice);
    const [plain, told] = [await judged(classify, input), await judged(stories, input)];

    expect(told.map(({ story: _, why: __, ...rest }) => rest)).toEqual(plain);
    expect(told.map((verdict) => Object.keys(verdict).slice(-2))).toEqual(Array(2).fill(['story', 'why']));
  });

  it('says why a text belongs to a story, and nothing of the first', async () => {
    const input = lines(notice, text('notice-en', story.noticeInEnglish.post, twin));

    expect((await judged(stories, input)).map(({ why }) => why)).toEqual([
      null,
      'same number, No. 7 of 2031',
    ]);
  });

  it("joins a newspaper's report to the ministry's, by who decided and not by who publishes", async () => {
    const report = {
      ...{ id: 'paper', title: "China's commerce ministry imposes export controls on bismuth" },
      text: 'MOFCOM said on Thursday that exporters of bismuth must apply for a licence from April 1.',
      date: '2031-03-13',
      url: 'https://paper.example/bismuth',
    };
    const own = {
      ...{ id: 'own', title: '商务部决定对铋实施出口管制' },
      text: '商务部决定自4月1日起对铋实施出口管制，出口经营者应当申请许可。',
      ...{ date: '2031-03-13', url: chinese },
    };
    const dutch = { ...report, id: 'dutch', title: 'The Netherlands imposes export controls on bismuth' };
    const elsewhere = {
      ...dutch,
      text: 'The Dutch government said that exporters of bismuth must apply for a licence.',
    };
    const verdicts = await judged(stories, lines(own, report, elsewhere));

    expect(verdicts.map(({ story }) => story)).toEqual(['own', 'own', 'dutch']);
  });

  it('joins two newspapers that name the country in their titles alone', async () => {
    const date = '2031-03-13';
    const copper = 'may ship copper concentrate again after its export licence was approved.';
    const reports = lines(
      {
        ...{ id: 'first', title: "Freeport's Indonesia unit cleared to export copper concentrate", date },
        ...{ text: `The company ${copper}`, url: 'https://one.example/copper' },
      },
      {
        ...{ id: 'second', title: '印尼批准恢复铜精矿出口', date },
        ...{ text: '该公司的铜精矿出口许可已获批准。', url: 'https://two.example/copper' },
      },
      {
        ...{ id: 'peru', title: "Freeport's Peru unit cleared to export copper concentrate", date },
        ...{ text: `The company ${copper}`, url: 'https://one.example/peru' },
      },
    );

    expect((await judged(stories, reports)).map((one) => one.story)).toEqual(['first', 'first', 'peru']);
  });

  it("joins a newspaper's report that names nobody to what a ministry says that day", async () => {
    const date = '2031-03-13';
    const reports = lines(
      {
        ...{ id: 'own', title: '商务部：已批准铋出口许可申请', date, url: chinese },
        ...{ text: '商务部已批准一定数量的铋出口许可申请。' },
      },
      {
        ...{ id: 'paper', title: 'Bismuth makers win export permits, sources say', date },
        ...{ text: 'Exporters have received export licences for bismuth.', url: 'https://paper.example/1' },
      },
    );

    expect((await judged(stories, reports)).map(({ story }) => story)).toEqual(['own', 'own']);
  });

  it('joins a text without a date by its number alone', async () => {
    const undated = text('copy', story.notice.post, { url: chinese });
    const verdicts = await judged(
      stories,
      lines(notice, undated, approval, { ...approval, id: 'again', date: null }),
    );

    expect(verdicts.map(({ story }) => story)).toEqual(['notice', 'notice', 'approval', 'again']);
  });

  it('keeps apart the like reports of two weeks, and of two ministries', async () => {
    const later = { lang: 'zh', date: '2031-03-27', url: chinese };
    const elsewhere = { lang: 'zh', date: '2031-03-13', url: 'https://www.miit.gov.cn/gzcy/art/1.html' };
    const input = lines(
      approval,
      text('later', story.approval.post, later),
      text('other', story.approval.post, elsewhere),
    );

    expect((await judged(stories, input)).map(({ story }) => story)).toEqual(['approval', 'later', 'other']);
  });

  it('keeps apart a notice and a report of licences', async () => {
    const input = lines(
      notice,
      text('count', story.missedApproval.post, { date: '2031-03-13', url: chinese }),
    );

    expect((await judged(stories, input)).map(({ story }) => story)).toEqual(['notice', 'count']);
  });
});
