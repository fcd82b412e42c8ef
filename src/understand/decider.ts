import type { Reason } from '../domain/announcement.ts';
import type { Quote } from '../domain/facts.ts';
import { speechOf } from './facts/speech.ts';
import { matchesOf, type Weighed } from './fire.ts';
import { countryOfCode } from './lexicon/countries.ts';
import { type Passage, quoteOf, type Sentence } from './passage.ts';
import { placeText } from './phrases/places.ts';
import { type Subject, subjectOf } from './subjects.ts';

/** Whose decision a text reports, and the sentences that tell it. */
export interface Decision {
  /** The short English name of a country; null where nobody is named, which makes it the publisher's own. */
  decidedBy: string | null;
  /** The words that name who decided. */
  quote: Quote | null;
  /** Where the publisher decides too, what it says of others is left out: their facts are not its own. */
  weighed: Weighed[];
}

interface Told extends Subject {
  sentence: Sentence;
}

/** 商务部公告2027年第9号, "MOFCOM Announcement No. 9 of 2027": a title of the publisher's own numbered notices. */
const numberedNotice =
  /(?:公告|令) ?\[?\d{4} ?年?\]? ?第? ?\d{1,4} ?号|^[^:;]{0,60}\b(?:Announcement|Order|Decree)\b.{0,10}\bNo\. ?\d/;

/**
 * Who decided, by the sentences in which the rules for an action fired, the strongest first, then by the title.
 * One sentence in which the publisher itself decides makes it the publisher's. Calling a decision foreign
 * silences it, so that takes a subject that is named; who decides a numbered notice, its title names.
 */
export function decisionOf(passage: Passage, weighed: Weighed[]): Decision {
  const own = countryOfCode(passage.document.country ?? '');
  const told = subjectsOf(passage, weighed, own);
  const mine = [...told.values()].find(({ country }) => country === own);
  if (mine) return { ...named(passage, mine), weighed: withoutOthers(weighed, told, own) };
  const { title } = passage;
  const length = title.folded.length;
  const titled = told.get(title) ?? withSentence(subjectOf(title, length, length, own), title);
  const first = numberedNotice.test(title.folded) ? titled : (told.values().next().value ?? titled);
  return first ? { ...named(passage, first), weighed } : { decidedBy: null, quote: null, weighed };
}

/** Who acts in each sentence that speaks of licences; the publisher, where several do. */
function subjectsOf(passage: Passage, weighed: Weighed[], own: string | undefined): Map<Sentence, Told> {
  const told = new Map<Sentence, Told>();
  for (const { rule, sentence } of speechOf(passage, weighed)?.speaking ?? []) {
    if (isSettled(told.get(sentence), own)) continue;
    for (const { index, length } of matchesOf(rule, sentence)) {
      const subject = withSentence(subjectOf(sentence, index, index + length, own), sentence);
      if (subject && (!told.has(sentence) || subject.country === own)) told.set(sentence, subject);
    }
  }
  return told;
}

/** Only the publisher takes the place of a subject that was found before. */
function isSettled(told: Told | undefined, own: string | undefined): boolean {
  return told !== undefined && (own === undefined || told.country === own);
}

function withSentence(subject: Subject | null, sentence: Sentence): Told | null {
  return subject && { ...subject, sentence };
}

function withoutOthers(weighed: Weighed[], told: Map<Sentence, Told>, own: string | undefined): Weighed[] {
  return weighed.map((each) => {
    const subject = told.get(each.sentence);
    return subject && subject.country !== own ? { ...each, fired: [], net: 0 } : each;
  });
}

function named(passage: Passage, { country, sentence, index, length }: Told) {
  return { decidedBy: country, quote: quoteOf(passage, sentence, index, length) };
}

/** Whether a country other than the publisher's decided. `country`: ISO 3166-1 alpha-2, or EU, of the publisher. */
export function isElsewhere(decidedBy: string | null, country: string): boolean {
  return decidedBy !== null && decidedBy !== countryOfCode(country);
}

/** The id of the Reason that says a text is no news of its publisher's. */
export const decidedElsewhere = 'decided-elsewhere';

/** Why a text that is relevant is no news of its publisher's; null where it is. */
export function elsewhere({ decidedBy, quote }: Decision, country: string | undefined): Reason | null {
  if (!country || !decidedBy || !quote || !isElsewhere(decidedBy, country)) return null;
  const says = `reports a decision of ${placeText(decidedBy, 'en')}, not of this ministry`;
  return { rule: decidedElsewhere, says, points: 0, quote };
}
