import type { Quote } from '../../domain/facts.ts';
import { goods, isRareEarthElement } from '../lexicon/goods.ts';
import type { Sentence } from '../passage.ts';
import { quoteOf } from '../passage.ts';
import { Scanner } from '../scanner.ts';
import type { Speech, Stated } from './speech.ts';

const scanner = new Scanner(
  goods.flatMap(({ name, en, han }) => [
    { value: name, pattern: new RegExp(`\\b(?:${en})`, 'i') },
    { value: name, pattern: new RegExp(han, 'i') },
  ]),
);

interface Mention {
  good: string;
  sentence: Sentence;
  index: number;
  length: number;
}

/** Names of laws and lists hold the names of goods that the text is not about. */
const titlesOfLaws =
  /《[^》]*》|dual-use items? (?:export )?(?:control )?regulations?|dual-use (?:entr(?:y|ies)|lists?|regulations?|export controls?|controls?)|两用物项出口管制(?:条例|编码)|属于两用物项/gi;

/** 进口美国原木: what comes in is not what leaves. */
const imported = /进口(?!.*出口)[^,。]{0,6}$|\bimports? of (?:[A-Z]\w+ )?$/;
const admitted = /^[^,。]{0,4}输[华陆中]/;
/** Named for comparison, taxed, or part of a firm's name: not what was decided about. */
const aside =
  /\b(?:as (?:happened|it did|they did|was done|in the case)|similar to|unlike|like (?:those|the|its|earlier)|following (?:earlier|similar|previous)|after (?:earlier|similar|previous)|tariffs? on|duty on|duties on)\b[^,.;]{0,60}$|\bUSA $/i;
const firm =
  /^(?:[\u4e00-\u9fff]{0,4}(?:有限)?公司|[\u4e00-\u9fff]{0,4}集团|,? (?:[A-Z]\w+,? )?(?:\([A-Z]\w+\) )?(?:Inc|Corp|Ltd|LLC|Co\b|plc|Group|Holdings|Company|Corporation)\b)/;
const taxed = /^[^,;。]{0,24}(?:加征|关税)/;
const mayNameLaws = /《|dual-use|两用物项/i;
const known = new WeakMap<Sentence, Mention[]>();

/** The goods a sentence names, in order, each once for every time it does. */
export function goodsNamedIn(sentence: Sentence): Mention[] {
  const mentions = known.get(sentence) ?? mentionsIn(sentence);
  known.set(sentence, mentions);
  return mentions;
}

/** Each good where it is named first: there are few of them, however long the text. */
function distinctIn(sentences: readonly Sentence[]): Mention[] {
  const first = new Map<string, Mention>();
  for (const sentence of sentences) {
    for (const mention of goodsNamedIn(sentence))
      if (!first.has(mention.good)) first.set(mention.good, mention);
  }
  return [...first.values()];
}

function mentionsIn(sentence: Sentence): Mention[] {
  const { folded } = sentence;
  const text =
    sentence.in === 'title' || !mayNameLaws.test(folded)
      ? folded
      : folded.replaceAll(titlesOfLaws, (words) => ' '.repeat(words.length));
  return scanner
    .matches(text)
    .filter(({ index, length }) => !isAside(text, index, index + length))
    .map(({ value: good, index, length }) => ({ good, sentence, index, length }));
}

function isAside(text: string, index: number, end: number): boolean {
  const before = text.slice(Math.max(0, index - 80), index);
  const after = text.slice(end, end + 40);
  return (
    imported.test(before.slice(-24)) ||
    aside.test(before) ||
    firm.test(after) ||
    taxed.test(after) ||
    admitted.test(after)
  );
}

/**
 * What the text is about: the goods of its title where the title says what was done, else of the sentences that
 * do, else of those that speak of licences at all. A general name gives way to the particulars that the text
 * lists: "dual-use items" to any, "medium and heavy rare earths" to elements.
 */
export function goodsOf(speech: Speech): Stated<string[]> | null {
  const title = goodsNamedIn(speech.passage.title).filter(({ good }) => !kinds.has(good));
  const sentences = actingSentences(speech);
  const acting = distinctIn(sentences);
  const told = tellsBetter(acting, title) && !titleActs(speech) ? acting : title;
  const answered = speech.passage.sentences.filter(({ question }) => !question);
  const choices = [
    () => (specific(told) ? [...told, ...listed(speech, told, sentences)] : []),
    () => (isVague(sentences) ? particular(distinctIn(headings(speech))) : []),
    () => [...told, ...acting],
    // "Dual-use items" beside what was done names a list or a law as often as goods.
    () => particular(distinctIn(speech.focus)),
    () => particular(distinctIn(answered.slice(0, 4))),
    () => distinctIn(speech.focus).filter(({ good }) => kinds.has(good)),
    () => distinctIn([...speech.focus, ...answered]).filter(isExported),
    // An answer that names no goods is about those it was asked about, where they are of one kind.
    () => alone(particular(distinctIn(speech.passage.sentences.filter(({ question }) => question)))),
  ];
  return state(speech, cerealsAsGrain(withoutGeneral(firstOf(choices))));
}

function firstOf(choices: readonly (() => Mention[])[]): Mention[] {
  for (const choice of choices) {
    const mentions = choice();
    if (mentions.length > 0) return mentions;
  }
  return [];
}

/** Kinds of goods that a title names where its text names the goods themselves. */
const kinds = new Set(['strategic high-tech commodities', 'precursor chemicals']);
const general = new Set(['dual-use items', 'technology', 'semiconductors', ...kinds]);
const military = new Set(['military goods', 'weapons', 'defense articles', 'war materiel']);
const rareEarths = new Set(['rare earths', 'medium and heavy rare earths']);

/** "锑等物项", "six announcements": the title says that there are more. */
const openTitle = /等|六|[\d六]项|\b(?:six|several) /;
const item = /^(?:[一二三四五六七八九十]+、|\(?[一二三四五六七八九十\d]+[).．])/;

/** 对下列物项实施出口管制: the goods are the headings of the list that follows. */
const vague =
  /(?:下列|以下|有关|相关)(?:两用)?(?:物项|货物|物品|商品|公告)|\bthe following (?:items|goods|notices)\b/i;
const heading = /^(?:[一二三四五六七八九十]+、|\([一二三四五六七八九十]+\))/;

function isVague(acting: readonly Sentence[]): boolean {
  return acting.some(({ folded }) => vague.test(folded));
}

function headings({ passage }: Speech): Sentence[] {
  return passage.sentences.filter(({ folded }) => heading.test(folded));
}

function specific(mentions: Mention[]): boolean {
  return mentions.some(({ good }) => !general.has(good));
}

function particular(mentions: Mention[]): Mention[] {
  return mentions.filter(({ good }) => !general.has(good));
}

function alone(mentions: Mention[]): Mention[] {
  return mentions.length === 1 ? mentions : [];
}

const exporting =
  /(?:(?<!进)出口|提供|转移|\b(?:export|exporting|exports of|supply|supplying|ship|shipping|receive|buy|(?:for|of|in) (?:\w+ )?)) ?(?:Chinese )?$/i;
const exported = /^ (?:exports?|sales|shipments|trade|items? exports?)\b/i;

/** 出口两用物项, "supplying dual-use items": as the thing that is exported, and not in the name of a list. */
function isExported({ sentence: { folded }, index, length }: Mention): boolean {
  const before = folded.slice(Math.max(0, index - 24), index);
  return exporting.test(before) || exported.test(folded.slice(index + length, index + length + 24));
}

function names(mentions: Mention[], good: string): boolean {
  return mentions.some((mention) => mention.good === good);
}

/** Whether what was done concerns other goods than the title's: at least as particular, or the title's general ones. */
function tellsBetter(acting: Mention[], title: Mention[]): boolean {
  return specific(acting) || acting.some(({ good }) => names(title, good));
}

function titleActs({ speaking, action }: Speech): boolean {
  return speaking.some(({ rule, sentence }) => sentence.in === 'title' && rule.action === action);
}

/** The sentences of the text that say what was done, with what follows their semicolons. */
function actingSentences({ speaking, focus, action }: Speech): Sentence[] {
  const acting = new Set(
    speaking.filter(({ rule }) => rule.action === action).map(({ sentence }) => sentence),
  );
  let acts = false;
  return focus.filter((sentence) => {
    acts = acting.has(sentence) || (acts && sentence.continues);
    return acts && sentence.in === 'text';
  });
}

/** What the text adds: the longer list of one sentence, the elements of rare earths, what an open title leaves to it. */
function listed(speech: Speech, told: Mention[], acting: Sentence[]): Mention[] {
  const items = () => distinctIn(speech.passage.sentences.filter(({ folded }) => item.test(folded)));
  if (told.some(({ good }) => rareEarths.has(good))) {
    const elements = [...distinctIn(acting), ...items()].filter(({ good }) => isRareEarthElement(good));
    if (elements.length > 2) return elements;
  }
  if (!openTitle.test(speech.passage.title.folded)) {
    return acting.map(goodsNamedIn).find((list) => told.every(({ good }) => names(list, good))) ?? [];
  }
  const more = [...distinctIn(speech.focus), ...items()];
  return more.some(({ good }) => !names(told, good)) ? more : distinctIn(speech.passage.sentences);
}

function withoutGeneral(mentions: Mention[]): Mention[] {
  const named = new Set(mentions.map(({ good }) => good));
  const elements = [...named].some(isRareEarthElement);
  const particular = [...named].some((name) => !general.has(name) && !military.has(name));
  return mentions.filter(({ good }) => {
    if (rareEarths.has(good) && elements) return false;
    if (good === 'rare earths' && named.has('medium and heavy rare earths') && named.size === 2) return false;
    if (good === 'technology' && named.has('dual-use items')) return false;
    if (good === 'semiconductors' && isListed(mentions, good)) return true;
    return !(general.has(good) && particular);
  });
}

/** "Chips and machine tools": one of a list, and not a word for what is named besides. */
function isListed(mentions: readonly Mention[], good: string): boolean {
  return mentions.some((one) =>
    mentions.some((other) => {
      if (one.good !== good || other.good === good || one.sentence !== other.sentence) return false;
      const [first, second] = one.index < other.index ? [one, other] : [other, one];
      return joint.test(one.sentence.folded.slice(first.index + first.length, second.index));
    }),
  );
}

const joint = /^[^,。;:]{0,12}(?:、|和|及|与|,? and |, )[^,。;:]{0,14}$/;

const cereals = new Set(['wheat', 'rice', 'maize']);

/** A list that names several cereals means grain. */
function cerealsAsGrain(mentions: Mention[]): Mention[] {
  const named = mentions.filter(({ good }) => cereals.has(good));
  if (new Set(named.map(({ good }) => good)).size < 2) return mentions;
  return mentions.map((mention) => (cereals.has(mention.good) ? { ...mention, good: 'grain' } : mention));
}

function state(speech: Speech, mentions: Mention[]): Stated<string[]> | null {
  const quotes = new Map<string, Quote>();
  for (const { good, sentence, index, length } of mentions) {
    if (!quotes.has(good)) quotes.set(good, quoteOf(speech.passage, sentence, index, length));
  }
  return quotes.size > 0 ? { value: [...quotes.keys()], quotes: [...quotes.values()] } : null;
}
