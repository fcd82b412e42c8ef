import type { Quote } from '../../domain/facts.ts';
import type { Language } from '../../domain/source.ts';
import { Sought } from '../clues.ts';
import { issuingCountry } from '../lexicon/authorities.ts';
import { countries, countryOfCode } from '../lexicon/countries.ts';
import { quoteOf, type Sentence } from '../passage.ts';
import { type Found, Scanner } from '../scanner.ts';
import { isAskedAt } from './asked.ts';
import { directionOf, joins } from './directions.ts';
import type { Speech, Stated } from './speech.ts';

const scanners: Record<Language, Scanner<string>> = {
  en: new Scanner(
    countries.map(({ name, en }) => ({
      value: name,
      pattern: new RegExp(`(?<![\\w-])(?:${en})(?![a-z])`),
    })),
  ),
  zh: new Scanner(countries.map(({ name, han }) => ({ value: name, pattern: new RegExp(han) }))),
};

/** The countries to which the goods go, or are not to go, in the sentences that speak of licences. */
export function destinationsOf(speech: Speech, decidedBy: string | null): Stated<string[]> | null {
  const own = decidedBy ?? originOf(speech);
  const found = new Destinations(speech, own);
  const [title, ...body] = speech.focus;
  const titled = speech.speaking.some(({ sentence }) => sentence === title);
  const everywhere = speech.focus.some((sentence) => anywhere.isIn(sentence));
  for (const sentence of titled ? speech.focus : body) {
    if (isRefusal(sentence, speech) || (everywhere && isSpared(sentence))) continue;
    found.add(sentence, directedIn(sentence));
  }
  if (title && !titled && found.none) found.add(title, directedIn(title));
  for (const sentence of found.none ? elsewhere(speech) : []) {
    if (isRefusal(sentence, speech)) continue;
    const received = directedIn(sentence).filter(({ index, length }) => receives(sentence, index, length));
    found.add(sentence, received);
  }
  if (found.none) pointedAt(speech, found);
  return found.stated;
}

/** A licence is needed wherever goods go. */
const anywhere = new Sought(
  /\b(?:to|for) (?:any|all|every) (?:other )?(?:destinations?|countr(?:y|ies))\b|(?:输往|出口[到至往]?|运往)(?:所有|任何|一切|境外任何)(?:国家|目的地|地区)/i,
);
/** To some of them more simply: that singles out no destination of what was decided. */
const isSpared = ({ folded }: Sentence) =>
  /\b(?:replaced by|instead of|lessen|less(?:er)? burden|simpl\w+|general (?:export )?licen[cs]e|OGEL|exempt\w*|not (?:be )?(?:needed|required)|waive\w*)\b|豁免|免(?:于|予|除)|简化|通用许可/i.test(
    folded,
  );

/** Beside what was granted, the rule on what is not: no destination of the licences. */
function isRefusal(sentence: Sentence, { action }: Speech): boolean {
  return (action === 'approve' || action === 'resume') && refused.isIn(sentence);
}

const refused = new Sought(
  /\bin principle\b[^.;]{0,20}\bnot\b|\bnot\b[^.;]{0,20}\bin principle\b|原则上不予/,
);

/** Each country once, with the words that name it first; never the one where goods leave. */
class Destinations {
  readonly #speech: Speech;
  readonly #own: string | undefined;
  readonly #quotes = new Map<string, Quote>();

  constructor(speech: Speech, own: string | undefined) {
    this.#speech = speech;
    this.#own = own;
  }

  get none(): boolean {
    return this.#quotes.size === 0;
  }

  get stated(): Stated<string[]> | null {
    return this.none ? null : { value: [...this.#quotes.keys()], quotes: [...this.#quotes.values()] };
  }

  add(sentence: Sentence, named: readonly Found<string>[]): void {
    for (const { value, index, length } of named) {
      if (value === this.#own || this.#quotes.has(value)) continue;
      this.#quotes.set(value, quoteOf(this.#speech.passage, sentence, index, length));
    }
  }
}

/** So far into a text destinations are looked for where nothing is said of licences. */
const mostElsewhere = 40;

function elsewhere({ passage, focus }: Speech): Sentence[] {
  const focused = new Set(focus);
  return passage.sentences
    .slice(1, mostElsewhere)
    .filter((each) => !focused.has(each) && !each.question && ofExports.isIn(each));
}

const ofExports = new Sought(
  /出口|管制|许可|输往|运往|发往|禁运|实体|申请|排队|待批|\bexport|licen[cs]|permit|ship|deliver|suppl|destination|approval/i,
);

/** Whether a sentence says by itself that goods go to a country, or counts the users there. */
function receives({ folded }: Sentence, index: number, length: number): boolean {
  const lead = folded.slice(Math.max(0, index - 160), index);
  const tail = folded.slice(index + length, index + length + 100);
  return sends.test(lead) || counted.test(tail) || /\d+(?:家|个|名)$/.test(lead);
}

const sends =
  /\b(?:exports?|exported|sell|sold|selling|sales|shipped|shipments?|deliver(?:y|ies)|supply|destinations?)\b[^,.;]{0,40}(?:\b(?:to|for|of)\b|:)[^.;]{0,120}$|\b(?:licen[cs]es?|permits?|approvals?)\b[^,.;]{0,60}\bfor [^.;]{0,40}$|(?:向|给|输往|运往|发往|适用于|新增|涵盖)[^,。]{0,12}$/i;
const counted =
  /^(?: and [A-Z]\w+)? drops? out of |^[^.;]{0,60} (?:is|are|was|were) added to (?:the )?(?:\w+ ){0,2}(?:destinations|countries)\b|^(?:实体|企业|公司|机构)?\d+(?:家|个)|^(?:等)?[^,。]{0,4}\d*[国家]*(?:出口|提供)|^企业的(?:出口)?申请|^(?:已经?|一?共|先后)?(?:提交|递交|提出|送出)[^,。]{0,20}申请|^[仍还另尚]有[^,。;]{0,12}(?:申请|材料|企业|公司)[^,。;]{0,6}(?:排队|待批|待审|等待|审理|审批)/;

/** Where the goods leave, if nobody is named as deciding: the publisher's country, else that of the authority the text names first. */
function originOf({ passage }: Speech): string | undefined {
  return countryOfCode(passage.document.country ?? '') ?? issuingCountry(passage.sentences);
}

/** What is told as the occasion or the history, or as it always was: no part of what was decided. */
const background = new Sought(
  /^\W{0,6}(?:trigger|background|context|questions?|reactions?|reasons?|history|occasion|earlier|(?:effects?|impact) (?:for|on))\b|\b(?:is|are|remains?|remain) (?:unchanged|as before)\b|(?:保持|维持)不变/i,
);

/** The countries to which a sentence sends goods, list by list. */
function directedIn(sentence: Sentence): Found<string>[] {
  const { folded } = sentence;
  const language = languageIn(sentence);
  if (background.isIn(sentence)) return [];
  return listsIn(folded, language)
    .filter((list) => {
      const [first, last] = [list[0], list.at(-1)];
      if (!first || !last || isAskedAt(sentence, first.index)) return false;
      const end = last.index + last.length;
      const lead = folded.slice(Math.max(0, first.index - 90), first.index);
      const words = folded.slice(first.index, first.index + first.length);
      return directionOf({ lead, words, tail: folded.slice(end, end + 120), language }) === 'there';
    })
    .flat();
}

/** Enough Chinese in a row to be the sentence's language, and not a name quoted in an English one. */
const hanRun = /[\u4e00-\u9fff]{5}/;
const latinRun = /[A-Za-z]{2,} [a-z]{2,} [a-z]{2,}/;

/** By the words around: a digest in English quotes five characters in a row and more. */
function languageIn({ folded, han }: Sentence): Language {
  return han && hanRun.test(folded) && !latinRun.test(folded) ? 'zh' : 'en';
}

/** Names side by side are one list: what is said before or after it is said of all. */
function listsIn(text: string, language: Language): Found<string>[][] {
  const lists: Found<string>[][] = [];
  for (const found of scanners[language].matches(text)) {
    const before = lists.at(-1)?.at(-1);
    const between = before && text.slice(before.index + before.length, found.index);
    if (between !== undefined && joins(between, language)) lists.at(-1)?.push(found);
    else lists.push([found]);
  }
  return lists;
}

/** 上述三国, "both countries": those of the last list before. */
const back = new Sought(
  /上述[^,。;向对往输给]{0,4}(?:国|地区)|(?:对|向|这|该)[两三四五]国|[两三四五]国企业|\b(?:both|the two|the three|the four|these|those) (?:countries|nations|destinations)\b|\beither (?:country|nation|destination)\b/i,
);
/** 上述实体, whom a question may have named. */
const backToFirms = new Sought(
  /上述[^,。;]{0,4}(?:实体|企业|公司|用户)|\b(?:these|those|the above) (?:entities|firms|companies)\b/i,
);

function pointedAt({ passage, focus }: Speech, found: Destinations): void {
  const pointing = focus.find((sentence) => back.isIn(sentence) || backToFirms.isIn(sentence));
  if (!pointing) return;
  const before = passage.sentences.slice(0, passage.sentences.indexOf(pointing) + 1).reverse();
  for (const sentence of before.slice(0, mostElsewhere)) {
    const lists = listsIn(sentence.folded, languageIn(sentence)).filter((list) => list.length > 1);
    if (back.isIn(pointing)) found.add(sentence, lists.at(-1) ?? []);
    else found.add(sentence, directedIn(sentence));
    if (!found.none) return;
  }
}
