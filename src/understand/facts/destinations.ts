import type { Quote } from '../../domain/facts.ts';
import { issuingCountry } from '../lexicon/authorities.ts';
import { countries, countryOfCode } from '../lexicon/countries.ts';
import { quoteOf, type Sentence } from '../passage.ts';
import { Scanner } from '../scanner.ts';
import type { Speech, Stated } from './speech.ts';

const english = new Scanner(
  countries.map((value) => ({ value, pattern: new RegExp(`(?<![\\w-])(?:${value.en})(?![a-z])`) })),
);
const chinese = new Scanner(countries.map((value) => ({ value, pattern: new RegExp(value.han) })));

// A country is a destination only where the words beside it say that goods go there.
const before =
  /\b(?:to|for|among|within|toward|targeting|destined for|destinations? (?:of|schedule)|(?:controls?|curbs?|restrictions?|limits?|embargo|bans?) on|implemented on|policy for|into|group|suppliers of|makers of|(?:users?|buyers|customers|companies|firms|entities|plants?|fabs?|facilit(?:y|ies)|factories|authori[sz]ations)(?:, (?:one |\w+ )?each,?)? in)(?: or within)? (?:the |certain |both |certain )?(?:government of )?(?:\d+ )?(?:top (?:\w+ ){0,2})?(?:(?:People's )?Republic of )?["(]?$|(?:对|向|输|往|运往|出口到|至|增列|新增|适用于|涵盖|对包括|向包括)(?:部分)?$/i;
const after =
  /^ (?:from|to) the list of|^,? (?:among them|included)\b|^(?:n|ese|an)? ?(?:military|defen[cs]e|end[- ]users?|entit|firms|compan|corporations|carmakers|automakers|chipmakers|manufacturers|contractors|importers|groups|parties|organi[sz]ations|institutions|users|suppliers|clients|customers|buyers|[- ]?region entit|and (?:its|all) )|^(?:地区)?(?:\d+家)?(?:涉军|军事|军工)?(?:实体|军事|用户|企业)|^\d+[家个]/i;
/** Between two names of one list. */
const longestJoint = 40;
const listContinues =
  /^[\s,、和及与)("'0-9]*(?:(?:and|or|the|Republic of|People's Republic of|[A-Z]{2,4})(?![A-Za-z])[\s,)("'0-9]*)*$/;

/** The countries to which the goods go, or are not to go, in the sentences that speak of licences. */
export function destinationsOf(speech: Speech, decidedBy: string | null): Stated<string[]> | null {
  const own = decidedBy ?? originOf(speech);
  const quotes = new Map<string, Quote>();
  const [title, ...body] = speech.focus;
  const titled = speech.speaking.some(({ sentence }) => sentence === title);
  for (const sentence of titled ? speech.focus : [...body, title]) {
    if (!sentence || (sentence === title && !titled && quotes.size > 0)) continue;
    for (const { country, index, length } of directedIn(sentence)) {
      if (country === own || quotes.has(country)) continue;
      quotes.set(country, quoteOf(speech.passage, sentence, index, length));
    }
  }
  if (quotes.size === 0) {
    for (const sentence of elsewhere(speech)) {
      for (const { country, index, length } of directedIn(sentence)) {
        if (country === own || quotes.has(country) || !receives(sentence, index, length)) continue;
        quotes.set(country, quoteOf(speech.passage, sentence, index, length));
      }
    }
  }
  return quotes.size > 0 ? { value: [...quotes.keys()], quotes: [...quotes.values()] } : null;
}

/** So far into a text destinations are looked for where nothing is said of licences. */
const mostElsewhere = 40;

function elsewhere({ passage, focus }: Speech): Sentence[] {
  const focused = new Set(focus);
  return passage.sentences
    .slice(1, mostElsewhere)
    .filter((sentence) => !focused.has(sentence) && !sentence.question);
}

/** Whether a sentence says by itself that goods go to a country, or counts the users there. */
function receives({ folded }: Sentence, index: number, length: number): boolean {
  const lead = folded.slice(Math.max(0, index - 40), index);
  const tail = folded.slice(index + length, index + length + 24);
  return sends.test(lead) || counted.test(tail) || /\d+(?:家|个|名)$/.test(lead);
}

const sends =
  /\b(?:exports?|exported|shipped|shipments?|supply|destination)\b[^,.;]{0,24}\b(?:to|for|of)\b[^,.;]{0,12}$|(?:向|输往|运往|适用于|新增|涵盖)[^,。]{0,12}$/i;
const counted = /^(?:实体|企业|公司|机构)?\d+(?:家|个)|^(?:等)?[^,。]{0,4}\d*[国家]*(?:出口|提供)/;

/** Where the goods leave, if nobody is named as deciding: the publisher's country, else that of the authority the text names first. */
function originOf({ passage }: Speech): string | undefined {
  return countryOfCode(passage.document.country ?? '') ?? issuingCountry(passage.sentences);
}

interface Directed {
  country: string;
  index: number;
  length: number;
}

function directedIn({ folded, han }: Sentence): Directed[] {
  const found: Directed[] = [];
  let listEnd = -1;
  for (const { value, index, length } of (han && hanRun.test(folded) ? chinese : english).matches(folded)) {
    const end = index + length;
    const continues =
      listEnd >= 0 && index - listEnd <= longestJoint && listContinues.test(folded.slice(listEnd, index));
    const lead = folded.slice(Math.max(0, index - 64), index);
    if (!continues && !directed(lead, folded.slice(index, end), folded.slice(end, end + 24))) continue;
    // 输往美国、台湾等42国以外: the whole list is what is left out.
    if (outside.test(folded.slice(end, end + 24))) {
      while (found.length > 0 && continues) found.pop();
      continue;
    }
    found.push({ country: value.name, index, length });
    listEnd = end;
  }
  return found;
}

/** Enough Chinese in a row to be the sentence's language, and not a name quoted in an English one. */
const hanRun = /[\u4e00-\u9fff]{5}/;

/** 向欧盟以外出口, 输往美国等42国以外, "all destinations except Japan": anywhere but there. */
const outside = /^(?:等?\d*个?(?:国家|地区|国|和)*)(?:以|之)外/;
const except = /\b(?:except(?: for)?|other than|excluding|apart from|outside(?: of)?) (?:the )?$|除(?:了)?$/i;
const uncertain = /\b(?:whether|unclear)\b/;

/** Whether the words on either side of a country's name send goods there, or name buyers by it: "15 US entities". */
function directed(lead: string, words: string, tail: string): boolean {
  if (/\b(?:arms|weapons) sales to $/i.test(lead) || uncertain.test(lead)) return false;
  if (outside.test(tail) || except.test(lead)) return false;
  if (words.startsWith('对')) return !tail.startsWith('军售') && /出口|管制|提供/.test(tail);
  return before.test(lead) || after.test(tail);
}
