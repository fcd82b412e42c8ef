import type { Evidence, Quote } from '../../domain/facts.ts';
import type { Language } from '../../domain/source.ts';

/** Words for "how many" that are no number, as ministries use them. */
interface QuantityWords {
  /** As they stand in Chinese texts. */
  zh: string;
  /** As they stand in English texts, and our gloss of the Chinese. */
  en: string;
  /** Before the name of the goods in Chinese; empty where the words cannot stand there. */
  attributive: string;
  /** Before 批准, where the words tell how the approving went. */
  adverb?: string;
  frame: Frame;
  /** Said of applications as they come in, too: trusted only within the clause that states the action. */
  ambiguous?: boolean;
}

/** How the English words join "applications": "a certain number" of, "some", by "several firms", … "all in time". */
type Frame = 'of' | 'plain' | 'firms' | 'adverb';

/** The longer stand first: 首批 is not 批. */
const quantities: readonly QuantityWords[] = [
  { zh: '一定数量', en: 'a certain number', attributive: '一定数量的', frame: 'of' },
  { zh: '首批', en: 'the first batch', attributive: '首批', frame: 'of' },
  { zh: '一批', en: 'a batch', attributive: '一批', frame: 'of' },
  { zh: '若干', en: 'a number', attributive: '若干', frame: 'of' },
  { zh: '多家', en: 'several firms', attributive: '多家企业的', frame: 'firms' },
  { zh: '部分', en: 'some', attributive: '部分', frame: 'plain' },
  { zh: '多份', en: 'several', attributive: '多份', frame: 'plain' },
  { zh: '大量', en: 'a large number', attributive: '大量', frame: 'of' },
  { zh: '都及时', en: 'all in time', attributive: '', adverb: '及时', frame: 'adverb' },
  { zh: '陆续', en: 'one after another', attributive: '', adverb: '陆续', frame: 'adverb', ambiguous: true },
];

export interface Quantity {
  /** Without quotation marks. */
  words: string;
  /** The ministry's own words where `words` are our gloss of them. */
  original: string | null;
  attributive: string;
  adverb: string;
  /** Null: words that we can repeat but not build into a sentence. */
  frame: Frame | null;
}

/**
 * The words with which a text says how many without saying it, in `language`. Null: it has none,
 * or none that can be repeated in that language without guessing.
 */
export function quantityOf(evidence: Evidence, written: Language, language: Language): Quantity | null {
  for (const quote of evidence.quantity ?? []) {
    const said = quote.words.toLowerCase();
    const known = quantities.find((quantity) => said.includes(quantity[written]));
    if (known?.ambiguous && !withinAction(quote, evidence)) continue;
    if (known) {
      const { attributive, adverb = '', frame } = known;
      const original = written === language ? null : known[written];
      return { words: known[language], original, attributive, adverb, frame };
    }
    if (written === language && repeatable.test(quote.words)) {
      return { words: quote.words, original: null, attributive: '', adverb: '', frame: null };
    }
  }
  return null;
}

/** 陆续收到…申请 tells of applications received. */
function withinAction(quote: Quote, { action = [] }: Evidence): boolean {
  return action.some(
    (clause) => clause.in === quote.in && clause.start <= quote.start && quote.end <= clause.end,
  );
}

/** A few plain words; digits and signs would not be a quantity word, and could be anything. */
const repeatable = /^(?=.{1,24}$)\p{L}+(?: \p{L}+){0,3}$/u;
