import type { Evidence, Facts, Quote } from '../../../src/domain/facts.ts';
import { kindOf } from '../../../src/domain/facts.ts';
import type { Authority, Names } from '../../../src/domain/source.ts';
import type { Market } from '../../../src/domain/subscription.ts';
import type { Summarisable } from '../../../src/understand/summarise.ts';

/** A Story, and what a desk in London and one in Shanghai write about it. */
export interface Told {
  facts: Partial<Facts>;
  /** The words of the text, where they matter; each stands alone in it. */
  words?: Partial<Record<keyof Evidence, string>>;
  /** What differs from a fresh Chinese text of 5 April 2027, fully read. */
  view?: Partial<Summarisable>;
  authority?: keyof typeof authorities;
  market?: Market;
  push: Names;
  headline: Names;
  summary: Names;
}

export const authorities = {
  china: {
    name: { en: "China's commerce ministry", zh: '商务部' },
    short: { en: 'China', zh: '商务部' },
    country: 'CN',
  },
  us: {
    name: { en: 'the US Bureau of Industry and Security', zh: '美国商务部工业与安全局' },
    short: { en: 'US BIS', zh: '美国BIS' },
    country: 'US',
  },
  unknown: {
    name: { en: 'The ministry', zh: '主管部门' },
    short: { en: 'Ministry', zh: '主管部门' },
    country: '',
  },
} satisfies Record<string, Omit<Authority, 'id'>>;

export const none: Facts = {
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

export function quoted(words: string): Quote[] {
  return [{ in: 'text', start: 0, end: words.length, words }];
}

/** A Chinese text of 5 April 2027 that states these facts. */
export function stating(facts: Partial<Facts>, rest: Partial<Summarisable> = {}): Summarisable {
  const all = { ...none, ...facts };
  return {
    facts: all,
    evidence: {},
    kind: kindOf(all),
    language: 'zh',
    published: { precision: 'date', on: '2027-04-05', at: null },
    ...rest,
  };
}

export function viewOf({ facts, words = {}, view = {} }: Told): Summarisable {
  const evidence = Object.fromEntries(Object.entries(words).map(([fact, each]) => [fact, quoted(each)]));
  return stating(facts, { evidence, ...view });
}
