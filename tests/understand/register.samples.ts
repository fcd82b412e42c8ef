import type { Details, Relation } from '../../src/domain/details.ts';
import type { Facts } from '../../src/domain/facts.ts';
import type { Measure, Notice, Statement } from '../../src/domain/measure.ts';

const noFacts: Facts = {
  action: 'new_control',
  goods: [],
  destinations: [],
  licencesCount: null,
  announcementNo: null,
  effectiveDate: null,
  expiryDate: null,
  usFirms: null,
  licenceType: null,
};

const noDetails: Details = {
  relations: [],
  controlCodes: [],
  hsCodes: [],
  thresholds: [],
  issuers: [],
  spokesperson: null,
  commentsUntil: null,
};

export interface Sample {
  facts?: Partial<Facts>;
  /** "suspends No. 55 of 2031 §2". */
  relations?: string[];
  controlCodes?: string[];
  hsCodes?: string[];
  authorityId?: string;
}

/** An invented notice: `number` is "55/2031". */
export function notice(number: string, publishedOn: string, sample: Sample = {}): Notice {
  const announcementNo = `No. ${number.replace('/', ' of ')}`;
  return {
    ...statement(publishedOn, sample),
    announcementNo,
    facts: { ...noFacts, announcementNo, ...sample.facts },
    url: `https://ministry.example/notices/${number}`,
    title: `Notice ${number}`,
  };
}

export function statement(publishedOn: string, sample: Sample = {}): Statement {
  const { facts, relations = [], controlCodes = [], hsCodes = [], authorityId = 'xx-ministry' } = sample;
  const detail = (value: string) => ({ value, quotes: [] });
  return {
    authorityId,
    publishedOn,
    facts: { ...noFacts, action: 'statement', ...facts },
    details: {
      ...noDetails,
      relations: relations.map(relationOf),
      controlCodes: controlCodes.map(detail),
      hsCodes: hsCodes.map(detail),
    },
    storyId: 1,
    url: `https://ministry.example/press/${publishedOn}`,
    title: `Briefing of ${publishedOn}`,
  };
}

function relationOf(written: string): Relation {
  const [, kind, notice, section = null] = /^(\w+) (No\. \d+ of \d+)(?: (§\S+))?$/.exec(written) ?? [];
  if (!kind || !notice) throw new Error(`not a relation: ${written}`);
  return { kind: kind as Relation['kind'], notice, section, quotes: [] };
}

/** The measure of a notice; `number` is "55/2031". */
export function measureIn(measures: readonly Measure[], number: string): Measure {
  const found = measures.find(({ notice }) => notice.announcementNo === `No. ${number.replace('/', ' of ')}`);
  if (!found) throw new Error(`${number} is no measure`);
  return found;
}

/** Controls of 9 October 2031, two of them not yet in force, and of 4 April, never held. */
export const spring = notice('18/2031', '2031-04-04', {
  facts: { goods: ['samarium', 'terbium'], effectiveDate: '2031-04-04' },
  controlCodes: ['1C902', '1C904.a'],
  hsCodes: ['2805301910', '28469019'],
});
export const autumn = notice('57/2031', '2031-10-09', {
  facts: { goods: ['holmium', 'erbium'], effectiveDate: '2031-11-08' },
  controlCodes: ['1C909'],
});
export const technology = notice('62/2031', '2031-10-09', { facts: { goods: ['rare earth technology'] } });
/** Refuses in its second section what is held apart later. */
export const refusal = notice('46/2030', '2030-12-03', {
  facts: { action: 'deny', goods: ['gallium', 'superhard materials'], destinations: ['United States'] },
});
export const suspension = notice('70/2031', '2031-11-07', {
  facts: { action: 'suspend_control', effectiveDate: '2031-11-07', expiryDate: '2032-11-10' },
  relations: ['suspends No. 57 of 2031', 'suspends No. 62 of 2031', 'cites No. 3 of 2029'],
});
export const partial = notice('72/2031', '2031-11-09', {
  facts: { action: 'suspend_control', expiryDate: '2032-11-27' },
  relations: ['suspends No. 46 of 2030 §2'],
});
/** Extends by naming the suspending notice. */
export const extension = notice('80/2032', '2032-11-05', {
  facts: { action: 'extend_suspension', expiryDate: '2033-11-10' },
  relations: ['extends No. 70 of 2031'],
});
export const archive = [spring, autumn, technology, refusal, suspension, partial];
