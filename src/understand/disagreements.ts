import {
  type ComparedFact,
  comparedFacts,
  type Disagreement,
  type StatingText,
} from '../domain/disagreement.ts';
import { type Evidence, type Facts, kindOf, type Quote } from '../domain/facts.ts';

/** What one page of a Story states now. */
export interface StoryText extends StatingText {
  /** Of the page: the answer of a transcript, '' for a whole text. */
  part: string;
  facts: Facts;
  evidence: Evidence;
}

/**
 * The facts that texts of one notice, in other words or another language, state differently. What a text leaves
 * out or withholds contradicts nobody.
 *
 * @param texts - Of one Story, the one it is told by first.
 * @param packaged - Whether the Story is a package: only texts of the same notice of it are held against each other.
 */
export function disagreementsIn(texts: readonly StoryText[], packaged: boolean): Disagreement[] {
  const comparable = packaged ? texts.filter(({ facts }) => facts.announcementNo !== null) : texts;
  const groups = Map.groupBy(comparable, ({ part, facts }) =>
    // A press officer's answers about a notice are no text of it.
    JSON.stringify([part, kindOf(facts), packaged && facts.announcementNo]),
  );
  return [...groups.values()].flatMap((group) =>
    comparedFacts.flatMap((fact) => disagreementOn(fact, group, packaged) ?? []),
  );
}

function disagreementOn(
  fact: ComparedFact,
  texts: readonly StoryText[],
  packaged: boolean,
): Disagreement | null {
  const stating = texts.flatMap((text) => {
    const value = statedIn(text, fact);
    return value === null ? [] : [{ value, text }];
  });
  const byValue = Map.groupBy(stating, ({ value }) => value);
  if (byValue.size < 2) return null;
  return {
    fact,
    notice: packaged ? (texts[0]?.facts.announcementNo ?? null) : null,
    values: [...byValue].map(([value, said]) => ({
      value,
      quote: said[0]?.text.evidence[fact]?.[0]?.words ?? null,
      texts: said.map(({ text: { language, sourceId, url } }) => ({ language, sourceId, url })),
    })),
  };
}

function statedIn({ facts, evidence }: StoryText, fact: ComparedFact): string | number | null {
  const value = facts[fact];
  if (value === null || value === 'unspecified') return null;
  const isDate = fact === 'effectiveDate' || fact === 'expiryDate';
  return isDate && isReckoned(evidence[fact] ?? []) ? null : value;
}

/** "From the day of publication": reckoned from the page's own date, and a translation is published days later. */
function isReckoned(quotes: readonly Quote[]): boolean {
  return quotes.length > 0 && !quotes.some(({ words }) => figures.test(words.normalize('NFKC')));
}

const figures = /\d|[一二三四五六七八九十] ?日/u;
