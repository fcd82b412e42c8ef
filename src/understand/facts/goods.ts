import type { Quote } from '../../domain/facts.ts';
import { Sought } from '../clues.ts';
import { areRelated } from '../lexicon/families.ts';
import { isRareEarthElement } from '../lexicon/goods.ts';
import { quoteOf, type Sentence } from '../passage.ts';
import { askedAbove } from './goods-asked.ts';
import {
  cerealsAsGrain,
  general,
  kinds,
  military,
  names,
  rareEarths,
  runs,
  withoutGeneral,
} from './goods-general.ts';
import { distinctIn, goodsHintedIn, goodsNamedIn, goodsOfFirmsIn, type Mention } from './goods-named.ts';
import type { Speech, Stated } from './speech.ts';

export { goodsNamedIn };

/**
 * What the text is about: the goods of its title where the title says what was done, else of the sentences that
 * do, else of those that speak of licences at all. A general name gives way to the particulars that the text
 * lists: "dual-use items" to any, "medium and heavy rare earths" to elements.
 */
export function goodsOf(speech: Speech): Stated<string[]> | null {
  const { focus, passage } = speech;
  const sentences = actingSentences(speech);
  const acting = actingGoods(sentences, passage.title);
  const headline = headlineGoods(speech, sentences);
  const title = headline.length > 0 ? headline : ofTitle(passage.title);
  const titled = titleActs(speech) || headline.length > 0;
  const told =
    titled || !tellsBetter(acting, title) ? title : [...(acting.some(isAdded) ? title : []), ...acting];
  const answered = passage.sentences.filter(({ question }) => !question);
  const asked = passage.sentences.filter(({ question }) => question);
  // A general name is all there is to say of users, or where the title acts on it; else the text says which.
  const stands =
    (titled && told.some(isGoods)) ||
    [...focus, ...sentences].some(namesUsers) ||
    names(title, 'semiconductors');
  const choices = [
    () => (namesUsers(passage.title) && !specific([...title, ...acting]) ? deniedThem(speech, title) : []),
    () => (specific(told) ? [...told, ...listed(speech, told, sentences)] : []),
    () => (isVague(sentences) ? particular(distinctIn(headings(speech))) : []),
    () => (specific(acting) ? [...told, ...acting] : []),
    () => (stands ? [] : ifSpecific(distinctIn(answered.filter(tellsOfList)))),
    () => (stands ? [] : ofOneKind(particular(distinctIn(asked)))),
    () => chipsAmong([...told, ...acting], answered),
    // "Precursor chemicals" of a title rather than "a dual-use items export licence" of the text.
    () => (acting.length > 0 && !acting.some(isGoods) ? goodsNamedIn(passage.title) : []),
    () => [...told, ...acting],
    // "Dual-use items" beside what was done names a list or a law as often as goods.
    () => particular(distinctIn(focus)),
    () => particular(distinctIn(answered.slice(0, 4))),
    () => distinctIn(focus).filter(({ good }) => kinds.has(good)),
    () => distinctIn([...focus, ...answered]).filter(isExported),
    // An answer that names no goods is about those it was asked about, where they are of one kind.
    () => ofOneKind(particular(distinctIn(asked))),
    () => (speech.action === 'deny' || focus.some(namesUsers) ? distinctIn(answered).filter(isDualUse) : []),
    () => ofOneKind(particular(distinctIn([...focus, ...answered.slice(0, 4)], goodsHintedIn))),
    () => ofOneKind(particular(askedAbove(passage))),
  ];
  return state(speech, cerealsAsGrain(withoutGeneral(asShipped(firstOf(choices), sentences))));
}

/** "Copper" of a title, where the text says that it is copper concentrate that leaves. */
function asShipped(told: Mention[], acting: readonly Sentence[]): Mention[] {
  const shipped = distinctIn(acting).filter(({ good }) => / (?:ore|concentrate|scrap)$/.test(good));
  return told.map((each) => shipped.find(({ good }) => good.startsWith(`${each.good} `)) ?? each);
}

/** Who is barred or admitted, and not what. */
const users = new Sought(
  /(?:管控|关注|管制)名单|实体|军事用户|\bentit(?:y|ies)\b|\b(?:firms|companies|contractors|organi[sz]ations)\b[^.;]{0,60}\bcontrol list|\bwatch ?list|\bmilitary (?:end[- ])?users?\b/i,
);

/** What was added to a list or taken off it, and what a measure covers. */
const lists = new Sought(
  /新增|增列|列入|纳入|移[除出]|删除|涉及|包括|涵盖|\b(?:add(?:s|ed|ing)|includ(?:es?|ed|ing)|cover(?:s|ed|ing)?|such as|among them|newly (?:controlled|covered|listed)|remov(?:es|ed|al))\b/i,
);

const history = new Sought(/\b(?:originally|previously|formerly)\b|此前|曾经|最初/i);

function tellsOfList(sentence: Sentence): boolean {
  return lists.isIn(sentence) && !history.isIn(sentence);
}

/** "Chip exports", and further down which chips. */
function chipsAmong(said: readonly Mention[], sentences: readonly Sentence[]): Mention[] {
  if (said.length === 0 || said.some(({ good }) => good !== 'semiconductors')) return [];
  return particular(distinctIn(sentences)).filter(({ good }) => /chips|circuits/.test(good));
}

/** To users on a list dual-use items are denied, wherever the text says so, and not what those users make. */
function deniedThem({ action, passage }: Speech, title: Mention[]): Mention[] {
  const named = action === 'deny' ? distinctIn(passage.sentences.filter(({ question }) => !question)) : title;
  return named.filter(isDualUse);
}

function namesUsers(sentence: Sentence): boolean {
  return users.isIn(sentence);
}

function ofTitle(title: Sentence): Mention[] {
  return goodsNamedIn(title).filter(({ good }) => !kinds.has(good));
}

/** "To some magnet makers", under a title about rare earths: the more telling name, though it is said of firms. */
function actingGoods(sentences: readonly Sentence[], title: Sentence): Mention[] {
  const plainly = distinctIn(sentences);
  if (plainly.length > 0) return plainly;
  const related = ({ good }: Mention) => goodsNamedIn(title).some((other) => areRelated(good, other.good));
  return distinctIn(sentences, goodsOfFirmsIn).filter(related);
}

/** Within a bulletin: the goods of the headline under which the act is told. */
function headlineGoods({ passage }: Speech, [first]: readonly Sentence[]): Mention[] {
  if (!first?.opens || goodsNamedIn(passage.title).length > 0) return [];
  const above = passage.sentences[passage.sentences.indexOf(first) - 1];
  return [first, above].flatMap((each) =>
    each && each.in === 'text' && headlineShape.test(each.folded) ? ofTitle(each) : [],
  );
}

/** A line without marks: within a bulletin the title of what stands under it. */
const headlineShape = /^[^,。.;!?:]{4,40}$/;

function firstOf(choices: readonly (() => Mention[])[]): Mention[] {
  for (const choice of choices) {
    const mentions = choice();
    if (mentions.length > 0) return mentions;
  }
  return [];
}

/** "锑等物项", "six announcements": the title says that there are more. */
const openTitle =
  /等|六|[\d六]项|[十多]余?(?:类|品类|种)|\b(?:six|several) |\b(?:some|certain) (?:\w+,? ){1,4}(?:items|goods|parts|equipment)\b|\band (?:two|three|four|five|six|\d) others?\b|\band (?:other|related) (?:items|goods|metals|minerals)\b/;
const item = /^(?:[一二三四五六七八九十]+、|\(?[一二三四五六七八九十\d]+[).．])/;

/** 对下列物项实施出口管制: the goods are the headings of the list that follows. */
const vague = new Sought(
  /(?:下列|以下|有关|相关)(?:两用)?(?:物项|货物|物品|商品|公告)|\bthe following (?:items|goods|notices)\b/i,
);
const heading = /^(?:[一二三四五六七八九十]+、|\([一二三四五六七八九十]+\))/;

function isVague(acting: readonly Sentence[]): boolean {
  return acting.some((sentence) => vague.isIn(sentence));
}

function headings({ passage }: Speech): Sentence[] {
  return passage.sentences.filter(({ folded }) => heading.test(folded));
}

/** 两用物项管制清单: the name of a list, where others are goods. */
function isGoods({ sentence: { folded }, index, length }: Mention): boolean {
  return !listName.test(folded.slice(index + length, index + length + 24));
}

const listName =
  /^(?:和技术)?(?:出口)?(?:管制|控制|管理)?(?:清单|目录|条例|编码|许可)|^ (?:items? )?(?:export )?(?:control )?(?:list|regulation|catalogue|licen[cs]|permit)/i;

function isDualUse(mention: Mention): boolean {
  return mention.good === 'dual-use items' && isGoods(mention);
}

function ifSpecific(mentions: Mention[]): Mention[] {
  return specific(mentions) ? mentions : [];
}

function specific(mentions: Mention[]): boolean {
  return mentions.some(({ good }) => !general.has(good));
}

/** Military goods leave room for dual-use items beside them. */
function particular(mentions: Mention[]): Mention[] {
  const some = mentions.filter(({ good }) => !general.has(good));
  const besides =
    some.length > 0 && some.every(({ good }) => military.has(good)) ? mentions.filter(isDualUse) : [];
  return [...some, ...besides];
}

/** One, or the members of one list. */
function ofOneKind(mentions: Mention[]): Mention[] {
  const [first] = mentions;
  return first && runs(mentions, [first]).length === mentions.length ? mentions : [];
}

const exporting =
  /(?:(?<!进)出口|提供|转移|\b(?:export|exporting|exports of|supply|supplying|ship|shipping|receive|buy|(?:for|of|in) (?:\w+ )?)) ?(?:Chinese )?$/i;
const exported = /^ (?:exports?|sales|shipments|trade|items? exports?)\b/i;

/** 出口两用物项, "supplying dual-use items": as the thing that is exported, and not in the name of a list. */
function isExported({ sentence: { folded }, index, length }: Mention): boolean {
  const before = folded.slice(Math.max(0, index - 24), index);
  return exporting.test(before) || exported.test(folded.slice(index + length, index + length + 24));
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
    const acted = distinctIn(acting).filter(({ good }) => isRareEarthElement(good));
    const elements = [...acted, ...items().filter(({ good }) => isRareEarthElement(good))];
    if (acted.length > 1 || elements.length > 2) return elements;
  }
  if (!openTitle.test(speech.passage.title.folded)) {
    const longer = [...acting, ...speech.focus]
      .filter(({ folded }) => !(headlineShape.test(folded) && openTitle.test(folded)))
      .map(goodsNamedIn)
      .find((list) => told.every(({ good }) => names(list, good)));
    return longer ? runs(longer, told) : acting.flatMap(goodsNamedIn).filter(isAdded);
  }
  const more = [...distinctIn(speech.focus), ...items()];
  return particular(more).some(({ good }) => !names(told, good))
    ? more
    : distinctIn(speech.passage.sentences);
}

/** "The three metals and superhard materials": beside what the title names. */
function isAdded({ sentence: { folded }, index }: Mention): boolean {
  return added.test(folded.slice(Math.max(0, index - 40), index));
}

const added = /\b(?:the|these|those) (?:\w+ )?(?:metals|elements|items|minerals|materials|goods) and $/i;

function state(speech: Speech, mentions: Mention[]): Stated<string[]> | null {
  const quotes = new Map<string, Quote>();
  for (const { good, sentence, index, length } of mentions) {
    if (!quotes.has(good)) quotes.set(good, quoteOf(speech.passage, sentence, index, length));
  }
  return quotes.size > 0 ? { value: [...quotes.keys()], quotes: [...quotes.values()] } : null;
}
