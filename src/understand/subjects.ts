import type { Language } from '../domain/source.ts';
import { bodies, firstPerson } from './lexicon/authorities.ts';
import { countries } from './lexicon/countries.ts';
import { subjectGrammars } from './lexicon/subjects.ts';
import { matchesIn } from './matches.ts';
import type { Sentence } from './passage.ts';
import { Scanner } from './scanner.ts';

/** Who decided, by name. `index` and `length` are within the sentence. */
export interface Subject {
  country: string;
  index: number;
  length: number;
}

/** Countries, or authorities of theirs, named side by side. */
interface Named {
  countries: string[];
  /** An authority by a name of its own; it does not merely describe firms or goods. */
  body: boolean;
  index: number;
  end: number;
}

/** Stands for the publisher's country, whichever it is. */
const publisher = '';

/** An authority's own name before the country's: "European Commission" is not Europe. */
const names = [
  { country: publisher, ...firstPerson, body: true },
  ...bodies.map(({ country, en, han }) => ({ country, en, han: han ?? null, body: true })),
  ...countries.map(({ name, en, han }) => ({ country: name, en, han, body: false })),
];
const scanners: Record<Language, Scanner<(typeof names)[number]>> = {
  zh: new Scanner(
    names.flatMap((value) => (value.han === null ? [] : [{ value, pattern: new RegExp(value.han) }])),
  ),
  en: new Scanner(
    names.map((value) => ({
      value,
      pattern: new RegExp(`(?<![\\w-])(?:${value.en})(?![a-z]|-[A-Za-z])`),
    })),
  ),
};

/** Enough Chinese in a row to be the sentence's language, and not a name quoted in an English one. */
const hanRun = /[\u4e00-\u9fff]{5}/;
const clauseMarks: Record<Language, RegExp> = { zh: /[,;:"()!? ]/, en: /[,;:"()]/ };

/** How many characters from an act its subject is looked for. */
const reach = { before: 400, after: 80 };

/**
 * Who does what the words from `at` to `end` say; null where the sentence does not name who.
 * A country is the subject only where it opens its clause and acts there, by itself or by an authority: not
 * where goods go to it, where firms or goods are described by it, or where it speaks of what another does.
 * `own` is the publisher's country, which is understood from less: a text need not introduce its ministry.
 */
export function subjectOf(sentence: Sentence, at: number, end: number, own?: string): Subject | null {
  const language = languageIn(sentence);
  const found = subjectIn({ sentence, text: sentence.folded, at, end, language, own });
  if (!found) return null;
  const country = isOwn(found, own) ? own : found.countries.find((one) => one !== publisher);
  if (country === undefined) return null;
  return { country, index: found.index, length: found.end - found.index };
}

/** An act and the words around it. */
interface Act {
  sentence: Sentence;
  text: string;
  at: number;
  end: number;
  language: Language;
  own: string | undefined;
}

function subjectIn(act: Act): Named | null {
  const { sentence, text, at, end, language } = act;
  const { receives, unnamed } = subjectGrammars[language];
  const named = namesIn(sentence, language).filter(
    ({ index }) => index >= at - reach.before && index < end + reach.after,
  );
  const agent = named.find((each) => isAgent(each, act));
  if (agent) return agent;
  if (receives.test(text.slice(at, end))) return null;

  const nearest = named.findLast((each) => each.index <= at && isSubject(each, act));
  if (!nearest) return null;
  const unnamedAt = matchesIn(text.slice(0, at), unnamed).at(-1)?.index ?? -1;
  return nearest.index >= unnamedAt ? nearest : null;
}

function isOwn({ countries: joint }: Named, own: string | undefined): own is string {
  return own !== undefined && (joint.includes(own) || joint.includes(publisher));
}

function languageIn({ folded, han }: Sentence): Language {
  return han && (hanRun.test(folded) || !/[A-Za-z]{3}/.test(folded)) ? 'zh' : 'en';
}

const known = new WeakMap<Sentence, Named[]>();

function namesIn(sentence: Sentence, language: Language): Named[] {
  const names = known.get(sentence) ?? namedIn(sentence.folded, language);
  known.set(sentence, names);
  return names;
}

function namedIn(text: string, language: Language): Named[] {
  const { joins } = subjectGrammars[language];
  const found: Named[] = [];
  for (const { value: name, index, length } of scanners[language].matches(text)) {
    const end = index + length;
    // The lexicon's 对美, 美企 and 中欧 name where goods go, who gets them, or two parties.
    if (/^[对中](?=[美日欧俄台印韩华德荷以])|^华$|企$/.test(text.slice(index, end))) continue;
    const before = found.at(-1);
    if (before && joins.test(text.slice(before.end, index))) {
      before.countries.push(name.country);
      before.end = end;
    } else found.push({ countries: [name.country], body: name.body, index, end });
  }
  return language === 'en' ? withoutEnumerated(text, found) : found;
}

/** "To Mexico, Brazil and Chile", "in Iran, Singapore and Turkey": what ends a list is part of it, not a new subject. */
function withoutEnumerated(text: string, found: Named[]): Named[] {
  return found.filter(({ index, countries }, at) => {
    const before = found[at - 1];
    if (!before) return true;
    const between = text.slice(before.end, index);
    return !/^, and (?:the )?$/.test(between) && !(countries.length > 1 && /^, (?:the )?$/.test(between));
  });
}

/** "granted by the Dutch government", 获美国商务部批准: in the clause of the act. */
function isAgent(each: Named, { text, at, end, language }: Act): boolean {
  const { agentLead, agentTail } = subjectGrammars[language];
  const between = each.index < at ? text.slice(each.index, at) : text.slice(end, each.index);
  if (clauseMarks[language].test(between)) return false;
  if (!agentLead.test(text.slice(Math.max(0, each.index - 80), each.index))) return false;
  return each.body || agentTail.test(text.slice(each.end, each.end + 60));
}

function isSubject(each: Named, { text, at, language, own }: Act): boolean {
  const grammar = subjectGrammars[language];
  const lead = text.slice(0, each.index).split(clauseMarks[language]).at(-1) ?? '';
  const opens = grammar.opens.test(lead);
  if (!opens && !grammar.embeds.test(lead)) return false;
  const between = text.slice(each.end, at);
  if (grammar.talksOfOthers.test(between)) return false;
  const later = clauseMarks[language].test(between);
  // In Chinese the subject of an embedded clause ends with it: 商务部表示美方…, 将… is the ministry's again.
  if (later && language === 'zh' && !opens) return false;
  const tail = text.slice(each.end, each.end + 60);
  if ((later ? grammar.goesOn : grammar.acts).test(tail)) return true;
  if (grammar.belongs.test(tail)) return false;
  const clear = each.body || grammar.authority.test(tail) || (!later && grammar.controls.test(tail));
  return clear || isOwn(each, own);
}
