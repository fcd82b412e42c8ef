import type { Quote } from '../../domain/facts.ts';
import { goods, isRareEarthElement } from '../lexicon/goods.ts';
import type { Sentence } from '../passage.ts';
import { quoteOf } from '../passage.ts';
import type { Speech, Stated } from './speech.ts';

// One pattern a script: a group for each good, so that the group's number is the good's.
const english = new RegExp(`\\b(?:${goods.map(({ en }) => `(${en})`).join('|')})`, 'gi');
const chinese = new RegExp(goods.map(({ han }) => `(${han})`).join('|'), 'gi');

interface Mention {
  good: string;
  sentence: Sentence;
  index: number;
  length: number;
}

/** Names of laws and lists hold the names of goods that the text is not about. */
const titlesOfLaws =
  /《[^》]*》|dual-use items? (?:export )?(?:control )?regulations?|两用物项出口管制(?:条例|编码)|属于两用物项/gi;

/** All goods a sentence names, in order. */
export function goodsNamedIn(sentence: Sentence): Mention[] {
  const text =
    sentence.in === 'title'
      ? sentence.folded
      : sentence.folded.replaceAll(titlesOfLaws, (words) => ' '.repeat(words.length));
  const found: Mention[] = [];
  for (const pattern of [sentence.han ? chinese : null, sentence.latin ? english : null]) {
    if (!pattern) continue;
    for (const match of text.matchAll(pattern)) {
      const group = match.findIndex((words, at) => at > 0 && words !== undefined);
      const good = goods[group - 1];
      if (good) found.push({ good: good.name, sentence, index: match.index, length: match[0].length });
    }
  }
  return found;
}

/**
 * What the text is about: the goods of its title where the title says what was done, else of the sentences that
 * do, else of those that speak of licences at all. A general name gives way to the particulars that the text
 * lists: "dual-use items" to any, "medium and heavy rare earths" to elements.
 */
export function goodsOf(speech: Speech): Stated<string[]> | null {
  const title = goodsNamedIn(speech.passage.title);
  const acting = actingSentences(speech).map(goodsNamedIn);
  const told = tellsBetter(acting.flat(), title) && !titleActs(speech) ? acting.flat() : title;
  const choices = [
    specific(told) ? [...told, ...listed(speech, told, acting)] : [...told, ...acting.flat()],
    speech.focus.flatMap(goodsNamedIn),
    speech.passage.sentences.slice(0, 4).flatMap(goodsNamedIn),
  ];
  return state(speech, withoutGeneral(choices.find((mentions) => mentions.length > 0) ?? []));
}

const general = new Set(['dual-use items', 'technology', 'semiconductors']);
const military = new Set(['military goods', 'weapons', 'defense articles', 'war materiel']);
const rareEarths = new Set(['rare earths', 'medium and heavy rare earths']);

/** "锑等物项", "six announcements": the title says that there are more. */
const openTitle = /等|六|[\d六]项|\b(?:six|several) /;
const item = /^(?:[一二三四五六七八九十]+、|\(?[一二三四五六七八九十\d]+[).．])/;

function specific(mentions: Mention[]): boolean {
  return mentions.some(({ good }) => !general.has(good));
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
function listed(speech: Speech, told: Mention[], acting: Mention[][]): Mention[] {
  const fuller = acting.find((list) => told.every(({ good }) => names(list, good)));
  const items = speech.passage.sentences.filter(({ folded }) => item.test(folded)).flatMap(goodsNamedIn);
  const elements = [...acting.flat(), ...items].filter(({ good }) => isRareEarthElement(good));
  if (told.some(({ good }) => rareEarths.has(good)) && elements.length > 2) return elements;
  if (!openTitle.test(speech.passage.title.folded)) return fuller ?? [];
  const more = [...speech.focus.flatMap(goodsNamedIn), ...items];
  return more.some(({ good }) => !names(told, good)) ? more : speech.passage.sentences.flatMap(goodsNamedIn);
}

function withoutGeneral(mentions: Mention[]): Mention[] {
  const named = new Set(mentions.map(({ good }) => good));
  const elements = [...named].some(isRareEarthElement);
  const particular = [...named].some((name) => !general.has(name) && !military.has(name));
  return mentions.filter(({ good }) => {
    if (rareEarths.has(good) && elements) return false;
    if (good === 'rare earths' && named.has('medium and heavy rare earths') && named.size === 2) return false;
    return !(general.has(good) && particular);
  });
}

function state(speech: Speech, mentions: Mention[]): Stated<string[]> | null {
  const quotes = new Map<string, Quote>();
  for (const { good, sentence, index, length } of mentions) {
    if (!quotes.has(good)) quotes.set(good, quoteOf(speech.passage, sentence, index, length));
  }
  return quotes.size > 0 ? { value: [...quotes.keys()], quotes: [...quotes.values()] } : null;
}
