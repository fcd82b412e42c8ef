import type { Evidence, Quote } from '../../domain/facts.ts';
import type { Language } from '../../domain/source.ts';
import type { StoryView } from '../../domain/story.ts';
import { cut } from '../../understand/phrases/fit.ts';
import { glossesIn } from '../../understand/phrases/gloss.ts';
import type { Section } from './card.ts';
import { clean } from './escape.ts';
import { urlAt } from './links.ts';
import { quotationMarks } from './quotation.ts';
import { texts } from './texts/index.ts';
import { placeText } from './transcript.ts';

const MOST_QUOTES = 3;
const LONGEST_QUOTE = 240;
const LONGEST_TITLE = 160;

/** The facts whose words are shown, the most telling first. */
const quotedFacts: readonly (keyof Evidence)[] = [
  'action',
  'quantity',
  'licencesCount',
  'usFirms',
  'destinations',
  'effectiveDate',
  'expiryDate',
];

/** Never more than the source's own words, and our gloss labelled as ours. */
export function wordsSection(view: StoryView, language: Language): Section {
  const { words, gloss, unread } = texts[language];
  const marks = quotationMarks[view.language];
  const title = view.links[0]?.title;
  const quotes = keyQuotes(view).map((quote) => cut(clean(quote.words), LONGEST_QUOTE));
  const glosses =
    view.language === 'zh' && language === 'en' ? glossesIn(quotes.join('\n'), MOST_QUOTES) : [];
  const glossText = glosses.map(({ zh, en }) => `${zh} = ${en}`).join('; ');
  return {
    label: words + placeText(view, language),
    lines: [
      ...(title ? [[marks.title.join(cut(clean(title), LONGEST_TITLE))]] : []),
      ...quotes.map((quote) => [marks.text.join(quote)]),
      ...(glossText ? [[{ italic: `${gloss}: ${glossText}` }]] : []),
      ...(view.textRead ? [] : [[{ italic: unread }]]),
    ],
  };
}

/** One quote a fact; what another quote or the title says already is not repeated. */
function keyQuotes({ links, evidence }: Pick<StoryView, 'links' | 'evidence'>): Quote[] {
  const title = links[0]?.title ?? '';
  const chosen: Quote[] = [];
  for (const fact of quotedFacts) {
    const quote = evidence[fact]?.find((each) => each.in === 'text' || !title.includes(each.words));
    if (quote && !chosen.some((other) => other.words.includes(quote.words))) chosen.push(quote);
  }
  return chosen.slice(0, MOST_QUOTES);
}

/** The text the facts were read from, opened at the leading one of these words. */
export function officialUrl(told: Pick<StoryView, 'links' | 'evidence'>): string | null {
  const [first] = told.links;
  return first ? urlAt(first.url, keyQuotes(told)[0], first.language) : null;
}
