import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import type { Evidence, Quote } from '../../src/domain/facts.ts';
import type { Language } from '../../src/domain/source.ts';
import type { WordDiff } from '../../src/domain/story.ts';
import { changeSince, wordingChange } from '../../src/understand/wording.ts';

/** A change on one line: [went] {came}, the rest kept. */
function shown(change: 'same' | WordDiff | null, language: Language): string | null {
  if (change === null || change === 'same') return change;
  const marks = { kept: ['', ''], removed: ['[', ']'], added: ['{', '}'] } as const;
  const segments = change.map(({ as, words }) => marks[as].join(words));
  return segments.join(language === 'zh' ? '' : ' ');
}

describe('the change from one wording to another', () => {
  test.each<[Language, string, string, string]>([
    [
      'en',
      'has cleared a certain number of qualifying requests',
      'has cleared every qualifying request',
      'has cleared [a certain number of qualifying requests] {every qualifying request}',
    ],
    [
      'en',
      'issued 31 licences for helium',
      'issued 54 licences for helium',
      'issued [31] {54} licences for helium',
    ],
    [
      'en',
      'the bureau has, after careful review, cleared some of the requests for helium that were filed in spring',
      'the bureau has, after careful review, cleared all of the requests for helium that were filed in spring',
      '…careful review, cleared [some] {all} of the requests…',
    ],
    [
      'en',
      'some requests were cleared',
      'some requests were cleared in time',
      'some requests were cleared {in time}',
    ],
    ['zh', '已依法核准若干氦气出口申请', '已依法核准全部氦气出口申请', '已依法核准[若干]{全部}氦气出口申请'],
    ['zh', '核准了一定数量的申请', '对申请均及时予以核准', '[核准了一定数量的申请]{对申请均及时予以核准}'],
  ])('%s: %s → %s', (language, before, after, change) => {
    expect(shown(wordingChange(before, after, language), language)).toBe(change);
  });

  test.each<[string, Language, string, string]>([
    ['case and punctuation', 'en', 'Cleared: "a certain number"', 'cleared a certain number.'],
    ['full-width forms', 'zh', '核准申请３１份', '核准申请31份'],
    ['the Chinese script', 'zh', '核准一定數量的許可申請', '核准一定数量的许可申请'],
    ['nothing', 'en', '', ''],
  ])('is none where only %s differs', (_, language, before, after) => {
    expect(wordingChange(before, after, language)).toBe('same');
  });

  const clause = fc
    .array(fc.constantFrom('some', 'all', 'requests', 'cleared', '31', '核准', '若干', '申请', ',', '“'), {
      maxLength: 300,
    })
    .map((words) => words.join(' '));

  it('holds words of either text only, and few of them', () => {
    fc.assert(
      fc.property(clause, clause, fc.constantFrom<Language>('en', 'zh'), (before, after, language) => {
        const change = wordingChange(before, after, language);
        if (change === 'same') return;
        for (const { as, words } of change) {
          const source = as === 'removed' ? before : after;
          for (const piece of words.split('…')) expect(source).toContain(piece);
          expect(words.length).toBeLessThanOrEqual(90);
        }
        expect(change.some(({ as }) => as !== 'kept')).toBe(true);
        expect(change.length).toBeLessThanOrEqual(10);
      }),
    );
  });

  it('is none between a text and itself', () => {
    fc.assert(
      fc.property(clause, (text) => {
        expect(wordingChange(text, text, 'en')).toBe('same');
      }),
    );
  });
});

describe('what a report says against the one before', () => {
  const quote = (words: string, start = 0, where: Quote['in'] = 'text'): Quote[] => [
    { in: where, start, end: start + words.length, words },
  ];
  const granted: Evidence = {
    action: quote('has cleared a certain number of requests'),
    quantity: quote('a certain number', 12),
  };
  const since = (before: Evidence, after: Evidence, kind: 'batch' | 'statement' = 'batch') =>
    shown(changeSince(before, after, { kind, language: 'en' }), 'en');

  it('is the same where the quantity words are, whatever else the sentence says', () => {
    const again: Evidence = {
      action: quote('the office cleared a certain number of further requests this week'),
      quantity: quote('A certain number', 19),
    };

    expect(since(granted, again)).toBe('same');
  });

  it('shows other quantity words in their clause', () => {
    const some: Evidence = { action: quote('has cleared some requests'), quantity: quote('some', 12) };

    expect(since(granted, some)).toBe('has cleared [a certain number of] {some} requests');
  });

  it('shows the clause that gained or lost its quantity words', () => {
    const all: Evidence = { action: quote('has cleared all requests in time') };

    expect(since(granted, all)).toBe('has cleared [a certain number of requests] {all requests in time}');
    expect(since(all, all)).toBe('same');
  });

  it('takes the clause in which the quantity stands, and the text before the title', () => {
    const twice: Evidence = {
      action: [
        ...quote('Requests for helium cleared', 0, 'title'),
        ...quote('has cleared several requests', 40),
      ],
      quantity: quote('several', 52),
    };
    const title: Evidence = { action: twice.action ?? [] };

    expect(since(granted, twice)).toBe('has cleared [a certain number of] {several} requests');
    expect(since(twice, title)).toBe('same');
  });

  it('shows the quantity words alone where the clauses do not hold them', () => {
    const apart = (words: string): Evidence => ({
      action: quote('the requests are cleared'),
      quantity: quote(words, 80),
    });

    expect(since(apart('some'), apart('several'))).toBe('[some] {several}');
  });

  it('compares statements only where they are much alike', () => {
    const review: Evidence = { action: quote('will review requests in accordance with the law') };
    const faster: Evidence = { action: quote('will review requests faster in accordance with the law') };
    const other: Evidence = { action: quote('firms may apply to the bureau') };

    expect(since(review, faster, 'statement')).toBe(
      'will review requests {faster} in accordance with the law',
    );
    expect(since(review, review, 'statement')).toBe('same');
    expect(since(review, other, 'statement')).toBeNull();
    expect(since(review, other, 'batch')).toBe(
      '[will review requests in accordance with the law] {firms may apply to the bureau}',
    );
  });

  it('is unknown where a text quotes nothing', () => {
    expect(since({}, granted)).toBeNull();
  });
});
