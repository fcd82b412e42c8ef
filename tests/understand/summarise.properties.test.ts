import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Action, actions, type Facts, kindOf } from '../../src/domain/facts.ts';
import type { Day } from '../../src/domain/moment.ts';
import type { Authority } from '../../src/domain/source.ts';
import { markets } from '../../src/domain/subscription.ts';
import { catalogue } from '../../src/sources/catalogue/index.ts';
import { countries } from '../../src/understand/lexicon/countries.ts';
import { goodName, goods } from '../../src/understand/lexicon/goods.ts';
import { goodsForms } from '../../src/understand/phrases/goods.ts';
import { countryShort } from '../../src/understand/phrases/told.ts';
import { type Summarisable, type Summary, summarise } from '../../src/understand/summarise.ts';

const authority: Authority = {
  id: 'xx-ministry',
  name: { en: 'the Netherlands foreign trade ministry', zh: '荷兰外贸部' },
  short: { en: 'Netherlands', zh: '荷兰外贸部' },
  country: 'NL',
};

const day: fc.Arbitrary<Day> = fc
  .date({ min: new Date('2023-01-01'), max: new Date('2031-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));
const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: null });
/** Names with digits of their own would hide an invented number. */
const named = goods.map(({ name }) => name).filter((name) => !/\d|additive/.test(name));

const facts: fc.Arbitrary<Facts> = fc.record({
  action: fc.constantFrom(...actions),
  goods: fc.oneof(fc.subarray(named, { maxLength: 4 }), fc.subarray(named)),
  destinations: fc.subarray(
    countries.map(({ name }) => name),
    { maxLength: 9 },
  ),
  licencesCount: maybe(fc.oneof(fc.constant('unspecified' as const), fc.nat(50_000))),
  announcementNo: maybe(
    fc
      .tuple(fc.integer({ min: 1, max: 199 }), fc.integer({ min: 2023, max: 2031 }))
      .map(([number, year]) => `No. ${number} of ${year}`),
  ),
  effectiveDate: maybe(day),
  expiryDate: maybe(day),
  usFirms: maybe(fc.constantFrom('yes', 'no', 'unspecified')),
  licenceType: maybe(fc.constantFrom('general', 'individual')),
});

const quote = fc
  .oneof(
    fc.constantFrom('一定数量', '部分出口商', '原则上不予许可', 'some', 'military end users'),
    fc.string(),
  )
  .map((words) => [{ in: 'text' as const, start: 0, end: words.length, words }]);

const view: fc.Arbitrary<Summarisable> = fc
  .record({
    facts,
    evidence: fc.record({ action: quote, quantity: quote }),
    language: fc.constantFrom('zh', 'en'),
    lateness: fc.constantFrom('fresh', 'late', 'old'),
    textRead: fc.boolean(),
    published: maybe(day.map((on) => ({ precision: 'date' as const, on, at: null }))),
    withdrawnAt: maybe(fc.nat()),
  })
  .map((rest) => ({ ...rest, kind: kindOf(rest.facts) }));

function everyView(check: (summary: Summary, view: Summarisable) => void): void {
  fc.assert(
    fc.property(view, fc.constantFrom(...markets), (summarisable, market) => {
      check(summarise(summarisable, { market, authority }), summarisable);
    }),
    { numRuns: 400 },
  );
}

function textsOf({ pushLine, headline, summary, stated, notStated }: Summary): string[] {
  const lists = [stated, notStated].flatMap(({ en, zh }) => [...en, ...zh]);
  return [pushLine, headline, summary].flatMap(({ en, zh }) => [en, zh]).concat(lists);
}

describe('whatever the facts', () => {
  it('the limits hold', () => {
    everyView(({ pushLine, headline, summary }) => {
      expect(pushLine.en.length).toBeLessThanOrEqual(100);
      expect(pushLine.zh.length).toBeLessThanOrEqual(50);
      expect(headline.en.length).toBeLessThanOrEqual(180);
      expect(headline.zh.length).toBeLessThanOrEqual(90);
      expect(Math.max(summary.en.length, summary.zh.length)).toBeLessThanOrEqual(350);
    });
  });

  it('every text says something, and nothing that only a program says', () => {
    everyView((summary) => {
      for (const text of textsOf(summary)) {
        expect(text.trim()).not.toBe('');
        expect(text).not.toMatch(/undefined|null|NaN|unspecified|\[object/);
        expect(text).toBe(text.trim());
        expect(text).not.toMatch(/ {2}/);
      }
    });
  });

  it('no punctuation stands twice, and every summary ends in a full stop', () => {
    everyView((summary) => {
      for (const text of textsOf(summary)) {
        expect(text).not.toMatch(/[.,;:，。；：、]\s*[.,;:，。；：、]|\(\)|（）/);
      }
      expect(summary.summary.en).toMatch(/\.$/);
      expect(summary.summary.zh).toMatch(/。$/);
    });
  });

  it('Chinese is punctuated in full width and names goods in Chinese', () => {
    everyView(({ pushLine, headline, summary }, { facts: stated }) => {
      for (const { zh } of [pushLine, headline, summary]) {
        expect(zh).not.toMatch(/[,;:!?()"]/);
        for (const good of stated.goods) expect(zh).not.toContain(good);
      }
    });
  });

  it('no text formats, mentions or links', () => {
    everyView((summary) => {
      for (const text of textsOf(summary)) expect(text).not.toMatch(/[*_~`|<>@#\\\n]|\]\(|:\/\//);
    });
  });

  it('every number is in the facts, or counts a list of theirs', () => {
    everyView((summary, { facts: stated, published }) => {
      const known = new Set(numbersIn(JSON.stringify([stated, published])));
      for (const text of textsOf(summary)) {
        for (const number of numbersIn(text)) {
          const counts = number <= Math.max(stated.goods.length, stated.destinations.length);
          expect(counts || known.has(number), `${number} in "${text}"`).toBe(true);
        }
      }
    });
  });

  it('the first 45 characters of the push line say who did what, with which goods', () => {
    const words: Record<Action, RegExp> = {
      approve: /approve/,
      resume: /resumes/,
      suspend: /suspends/,
      deny: /bans|refuses/,
      new_control: /under export|controls|adds export/,
      relax: /eases some/,
      suspend_control: /(?:suspends|pauses) some/,
      extend_suspension: /keeps some/,
      procedure: /sets out/,
      clarify: /explains/,
      statement: /comments/,
      other: /reports/,
    };
    const wrong: string[] = [];
    const authorities = new Map(catalogue.map((source) => [source.authority.id, source.authority]));
    for (const who of authorities.values()) {
      const names = [who.short.en, who.country === '' ? null : countryShort(who.country, 'en')];
      for (const action of actions) {
        // The home market is what is missing, and stands last: each good meets one, each market ninety goods.
        for (const [index, { name: good }] of goods.entries()) {
          const single: Facts = { ...emptyFacts, action, goods: [good] };
          const market = markets[index % markets.length] ?? 'US';
          const { pushLine } = summarise(
            { facts: single, evidence: {}, kind: kindOf(single), language: 'zh' },
            { market, authority: who },
          );
          const head = pushLine.en.slice(0, 45);
          const forms = goodsForms([good], 'en').flatMap(({ noun, adjective }) => [noun, adjective]);
          const complete =
            names.some((name) => name && head.startsWith(`${name} `)) &&
            words[action].test(head) &&
            forms.some((form) => head.includes(form)) &&
            pushLine.en.length <= 100 &&
            pushLine.zh.length <= 50 &&
            pushLine.zh.includes(goodName(good, 'zh'));
          if (!complete) wrong.push(`${action} of ${good}: ${pushLine.en} / ${pushLine.zh}`);
        }
      }
    }
    expect(wrong).toEqual([]);
  });

  it('what holds for one place only does not lose it where a phone cuts the push line', () => {
    const china = { ...authority, country: 'CN', short: { en: 'China', zh: '商务部' } };
    for (const action of ['resume', 'suspend', 'deny', 'new_control', 'relax'] as const) {
      for (const good of named) {
        const facts: Facts = { ...emptyFacts, action, goods: [good], destinations: ['Japan'] };
        const evidence = { action: [{ in: 'text' as const, start: 0, end: 4, words: '不予许可' }] };
        const { pushLine } = summarise(
          { facts, evidence, kind: kindOf(facts), language: 'zh' },
          { market: 'US', authority: china },
        );
        expect(pushLine.en.slice(0, 45)).toMatch(/ some | Japan/);
      }
    }
  });

  it('whoever is said to decide is the subject', () => {
    everyView((_, told) => {
      const { pushLine, summary } = summarise(
        { ...told, decidedBy: 'Canada', lateness: 'fresh', withdrawnAt: null },
        { market: 'US', authority },
      );
      expect([pushLine.en, summary.en]).toEqual([
        expect.stringMatching(/^Canada /),
        expect.stringMatching(/^Canada /),
      ]);
      expect([pushLine.zh, summary.zh]).toEqual([
        expect.stringMatching(/^加拿大/),
        expect.stringMatching(/^加拿大/),
      ]);
    });
  });
});

const emptyFacts: Facts = {
  action: 'other',
  goods: [],
  destinations: [],
  licencesCount: null,
  announcementNo: null,
  effectiveDate: null,
  expiryDate: null,
  usFirms: null,
  licenceType: null,
};

function numbersIn(text: string): number[] {
  return (text.match(/\d+/g) ?? []).map(Number);
}
