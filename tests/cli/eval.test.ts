import { mkdtempSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, test } from 'vitest';
import { story } from '../../demo/ministry/texts.ts';
import type { GoldRow } from '../../src/cli/eval/gold.ts';
import { type Found, type Judged, score } from '../../src/cli/eval/score.ts';
import { evaluate } from '../../src/cli/eval.ts';
import type { Facts } from '../../src/domain/facts.ts';
import { fakeTerminal, openFolder, runWire } from './support.ts';

const nothing: GoldRow['facts'] = {
  action: null,
  goods: [],
  destinations: [],
  licencesCount: null,
  announcementNo: null,
  effectiveDate: null,
  expiryDate: null,
  usFirms: null,
  licenceType: null,
};

interface Sample extends Partial<Omit<GoldRow, 'facts'>> {
  id: string;
  facts?: Partial<GoldRow['facts']>;
  found?: Partial<Facts> | null;
  quotes?: string[];
  story?: string;
}

/** A row about helium licences, and what was found in it; `found: null` took it for irrelevant. */
function sample({ facts = {}, found = null, quotes = [], story: told, ...row }: Sample): Judged {
  const gold: GoldRow = {
    title: 'Helium licences',
    text: 'The bureau cleared some requests.',
    lang: 'en',
    text_kind: 'verbatim',
    relevant: true,
    accept: {},
    ...row,
    facts: { ...nothing, ...facts },
  };
  const relevant = found !== null;
  const each: Found = {
    relevant,
    facts: relevant ? { ...nothing, ...found } : null,
    quotes,
    story: told ?? null,
  };
  return { gold, found: each };
}

describe('the score', () => {
  const { relevance, facts, evidence, stories, borderline, confusion, meanFactAccuracy } = score([
    sample({
      id: 'half',
      event: 'spring',
      grade: 'core',
      facts: { action: 'approve', goods: ['helium', 'argon'], licencesCount: 'unspecified' },
      found: { action: 'approve', goods: ['helium'], licencesCount: 'unspecified' },
      quotes: ['the  BUREAU cleared', 'cleared all requests'],
      story: 's1',
    }),
    sample({
      id: 'other-answer',
      event: 'spring',
      grade: 'core',
      lang: 'zh',
      facts: { action: 'deny' },
      accept: { action: ['new_control'], usFirms: ['*'] },
      found: { action: 'new_control', announcementNo: 'No. 3 of 2031', usFirms: 'no' },
      story: 's1',
    }),
    sample({
      id: 'missed',
      event: 'autumn',
      grade: 'adjacent',
      text_kind: 'brief',
      facts: { action: 'statement' },
    }),
    sample({
      id: 'confused',
      event: 'autumn',
      grade: 'core',
      facts: { action: 'statement', announcementNo: 'No. 5 of 2031' },
      found: { action: 'clarify', goods: ['neon'], announcementNo: 'No.5 of  2031' },
      story: 's1',
    }),
    sample({ id: 'alarm', grade: 'hard', relevant: false, found: { action: 'approve' } }),
    sample({ id: 'silent', relevant: false }),
    sample({ id: 'doubtful', grade: 'borderline', relevant: false, found: { action: 'approve' } }),
  ]);

  test('of relevance leaves out what is borderline, and is told by kind, language and grade', () => {
    // 6 scored, 4 taken for relevant, 3 of them right; 4 are relevant.
    expect(relevance.all).toEqual({ n: 6, precision: 3 / 4, recall: 3 / 4, f1: 3 / 4 });
    expect(borderline).toEqual({ n: 1, calledRelevant: 1 });
    expect(relevance.byKind).toEqual({
      brief: { n: 1, precision: 0, recall: 0, f1: 0 },
      verbatim: { n: 5, precision: 3 / 4, recall: 1, f1: 6 / 7 },
    });
    expect(relevance.byLang.zh).toEqual({ n: 1, precision: 1, recall: 1, f1: 1 });
    expect(Object.keys(relevance.byGrade)).toEqual(['adjacent', 'core', 'hard', 'none']);
  });

  test('of a fact takes every right answer, of sets in part, and counts what was invented', () => {
    expect(facts.action).toEqual({ accuracy: 2 / 4, whenStated: 2 / 4, stated: 4, inventedWhenNot: 0 });
    // "half" earns 2/3; two rows without goods are right, and one got neon.
    expect(facts.goods.accuracy).toBeCloseTo(2 / 3);
    expect(facts.goods).toMatchObject({ stated: 1, whenStated: 2 / 3, inventedWhenNot: 1 / 3 });
    expect(facts.announcementNo).toEqual({
      accuracy: 3 / 4,
      whenStated: 1,
      stated: 1,
      inventedWhenNot: 1 / 3,
    });
    expect(facts.licencesCount).toEqual({ accuracy: 1, whenStated: 1, stated: 1, inventedWhenNot: 0 });
    expect(facts.usFirms).toEqual({ accuracy: 1, whenStated: null, stated: 0, inventedWhenNot: 0 });
    // Wrong are two actions, a third and a whole set of goods, and one number, of nine facts in four rows.
    expect(meanFactAccuracy).toBeCloseTo((36 - 2 - 4 / 3 - 1) / 36);
  });

  test('of quotes ignores white space and case', () => {
    expect(evidence).toEqual({ quotes: 2, foundInText: 1 / 2 });
  });

  test('of stories counts pairs', () => {
    // Together: half, other-answer and confused. Of one event: the first two; missed and confused.
    expect(stories).toEqual({ pairsTogether: 3, pairsSame: 2, precision: 1 / 3, recall: 1 / 2 });
  });

  test('names what was confused', () => {
    expect(confusion).toEqual({
      falseAlarms: ['alarm'],
      missed: ['missed'],
      actions: [{ wanted: 'statement', got: 'clarify', ids: ['confused'] }],
    });
  });

  test('of rows without an event puts none of them together', () => {
    const alone = (id: string) => sample({ id, found: { action: 'approve' }, story: 's1' });

    expect(score([alone('one'), alone('other')]).stories).toMatchObject({ pairsTogether: 1, pairsSame: 0 });
  });
});

let folder: ReturnType<typeof openFolder>;
beforeAll(() => {
  folder = openFolder();
});
afterAll(() => folder.remove());

function fileOf(content: string): string {
  const file = join(mkdtempSync(join(folder.path, 'gold-')), 'gold.jsonl');
  writeFileSync(file, content);
  return file;
}

const goldRow = (id: string, post: { title: string; paragraphs: readonly string[] }, rest: object) =>
  `${JSON.stringify({
    ...{ id, title: post.title, text: post.paragraphs.join('\n'), lang: 'zh', date: '2031-03-13' },
    ...{ relevant: true, accept: {}, why: 'invented', ...rest },
  })}\n`;

const control = { ...nothing, action: 'new_control', announcementNo: 'No. 7 of 2031' };
const rows = [
  goldRow('notice', story.notice.post, { facts: control, event: 'controls' }),
  goldRow('twin', story.noticeInEnglish.post, { facts: control, event: 'controls', lang: 'en' }),
  goldRow('fair', story.teaFair.post, { facts: nothing, relevant: false }),
  goldRow('wrong-label', story.approval.post, { facts: nothing, relevant: false }),
];

describe('eval', () => {
  it('judges every row as `wire stories` does, in the order of time', async () => {
    const terminal = fakeTerminal();
    await evaluate(fileOf(rows.toReversed().join('\n')), { json: true }, terminal);

    expect(terminal.json()).toMatchObject([
      {
        relevance: { all: { n: 4, precision: 2 / 3, recall: 1 } },
        facts: { announcementNo: { whenStated: 1, stated: 2 } },
        evidence: { foundInText: 1 },
        confusion: { falseAlarms: ['wrong-label'], missed: [] },
      },
    ]);
  });

  it('is printed as a person reads it', async () => {
    const { status, stdout, stderr } = await runWire(['eval', fileOf(rows.join(''))], { cwd: folder.path });

    expect(stderr).toBe('');
    expect(status).toBe(0);
    expect(stdout).toMatch(/^relevance +n +4 {2}P {2}66\.7 {2}R 100\.0 {2}F1 {2}80\.0$/m);
    expect(stdout).toMatch(/^announcementNo +100\.0 +100\.0 \(2\) +0\.0$/m);
    expect(stdout).toContain('taken for relevant, and are not: wrong-label\nmissed: none\n');
  });

  it.each([
    ['no JSON', `${rows[0]}{\n`, /gold\.jsonl, line 2 is not JSON/],
    ['a row without facts', '{"id":1,"title":"t","text":"","relevant":true}\n', /line 1: facts: /],
    [
      'an action that is none',
      goldRow('x', story.notice.post, { facts: { ...nothing, action: 'ban' } }),
      /facts\.action/,
    ],
    ['an id twice', `${rows[0]}${rows[0]}`, /two rows have the id notice/],
    ['nothing', '\n', /holds no rows/],
  ])('refuses a file with %s', async (_, content, says) => {
    await expect(evaluate(fileOf(content), {}, fakeTerminal())).rejects.toThrow(says);
  });

  it('refuses a file that is not there', async () => {
    await expect(evaluate(join(folder.path, 'none.jsonl'), {}, fakeTerminal())).rejects.toThrow(
      /none\.jsonl cannot be read/,
    );
  });
});
