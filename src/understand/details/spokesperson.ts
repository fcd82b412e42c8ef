import type { Detail } from '../../domain/details.ts';
import { bodies } from '../lexicon/authorities.ts';
import { countries, countryOfCode } from '../lexicon/countries.ts';
import { type Passage, quoteOf, type Sentence } from '../passage.ts';
import { noName, surname } from './surnames.ts';

/** A surname and one or two characters, up to the words by which somebody speaks. */
const hanName = `(?<name>${surname}[\\u4e00-\\u9fff]{1,2}?)`;
const hanSpeaks =
  '(?:[,:]|(?:\\([^()]{0,12}\\))?(?:[今昨当][天日]|\\d{1,2}月\\d{1,2}日|\\d{1,2}日|周[一二三四五六日])?(?:[上下]午|晚间?)?(?:在[^,。:]{1,24}?)?(?:上|中|时)?(?:就[^,。:]{1,40}?)?(?:进行了?|作了?|作出|作)?(?:表示|说|介绍|答|回应|回答|指出|强调|称|透露|宣布|重申|主持|出席|应询|通报|说明))';
const hanPatterns = [
  new RegExp(`发言人 ?${hanName}(?=${hanSpeaks}|[)\\s]|$)`, 'g'),
  // After the office has been named once, the name alone.
  new RegExp(`^"?${hanName}(?=${hanSpeaks})`, 'g'),
  new RegExp(`(?<=[,:])${hanName}(?=(?:\\d{1,2}日|[今昨当][天日])?(?:答|回应|回答))`, 'g'),
];
const office = /发言人|发布会|记者会|答记者问|有?记者(?:问|说|提问)/;

const enName =
  "(?<name>[A-Z][A-Za-z'-]{0,14} [A-Z][a-z][A-Za-z'-]{0,14}(?: [A-Z][a-z][A-Za-z'-]{1,14})?)(?![A-Za-z])";
const enSays =
  '(?:said|says|told|stated|noted|added|explained|announced|replied|answered|stressed|confirmed|responded)';
const enPatterns = [
  new RegExp(`\\b[Ss]pokes(?:person|man|woman),? (?:Mr\\.? |Ms\\.? |Mrs\\.? )?${enName}`, 'g'),
  new RegExp(`${enName}, (?:(?:a|the|its) )?(?:[\\w']+ ){0,5}spokes(?:person|man|woman)\\b`, 'g'),
  new RegExp(
    `${enName}(?:,[^,.]{1,40},)? ${enSays} (?:\\w+ ){0,3}?(?:at|during) (?:a|the|its|this|\\w+'s) (?:[\\w-]+ ){0,3}(?:press conference|briefing)`,
    'g',
  ),
  // The pronoun is not followed by a name.
  new RegExp(
    `(?<![\\w-])(?<name>H[eE] [A-Z][a-z]{2,14})(?: [A-Z][a-z]+)?,? (?:also |further )?${enSays}\\b`,
    'g',
  ),
];
/** What one of the patterns above needs: they are dear. */
const enHints = /[Ss]pokes|briefing|press conference|\bH[eE] [A-Z]/;
/** Titles write every word large: "Spokesperson Answers Press Questions". */
const verbs =
  /^(?:Answers?|Answering|Responds?|Responding|Remarks?|Statements?|Says?|Said|Comments?|Takes?|Gives?|On|The|At|In|For|And|To|Of|Regarding|Office|Department|Briefs?|Q|Holds?|Confirms?|Denies|Urges?|Told|Press|Regular|Ministry|Commerce|China|Chinese|A|An|This|That|But|As|When|Asked|State|Foreign|National|White|Mr|Ms)\b|\b(?:Ministry|Commerce|Department|Questions?|Reporters?|House|Council|Commission|Office|Conference)\b/;

const foreignNames = new RegExp(
  [
    ...countries.map(({ han, en, name }) => ({ han, en, name })),
    ...bodies.map(({ han, en, country }) => ({ han: han ?? null, en, name: country })),
  ]
    .map(({ han, en }) => `(${[han, `(?<![A-Za-z])(?:${en})(?![a-z])`].filter(Boolean).join('|')})`)
    .join('|'),
  'g',
);
const nameOwners = [...countries.map(({ name }) => name), ...bodies.map(({ country }) => country)];
/** One character is enough in a headline: 俄外交部发言人. */
const shortForeign =
  /(?:[俄英法德韩印澳加]|白宫|五角大楼|克里姆林宫|White House|Pentagon|Kremlin|NATO|北约)[^,。]{0,8}$/;

/**
 * Who spoke for the ministry, as the text writes it: the first who is named. Those who speak for another country
 * than the publisher's are left out; where the publisher is not known it is taken to be Chinese.
 */
export function spokespersonOf(passage: Passage): Detail<string> | null {
  const official = passage.sentences.some(({ folded }) => office.test(folded));
  for (const sentence of passage.sentences) {
    const han = official && sentence.han ? hanPatterns : [];
    const en = sentence.latin && enHints.test(sentence.folded) ? enPatterns : [];
    for (const pattern of [...han, ...en]) {
      for (const match of sentence.folded.matchAll(pattern)) {
        const name = match.groups?.name ?? '';
        const at = match.index + match[0].indexOf(name);
        if (noName.test(name) || /[部局署会委办院社报网厅司所者员]$/.test(name) || verbs.test(name)) continue;
        if (isForeign(passage, sentence, match.index)) continue;
        const quote = quoteOf(passage, sentence, at, name.length);
        return { value: quote.words, quotes: [quote] };
      }
    }
  }
  return null;
}

/** Whether another country's office speaks: the name of the country stands in the clause before. */
function isForeign({ document }: Passage, { folded }: Sentence, at: number): boolean {
  const clause =
    folded
      .slice(Math.max(0, at - 36), at)
      .split(/[,;:。()]/)
      .at(-1) ?? '';
  const own = countryOfCode(document.country ?? '') ?? 'China';
  if (own === 'China' && shortForeign.test(clause)) return true;
  return [...clause.matchAll(foreignNames)].some((match) => {
    const owner = nameOwners[match.findIndex((words, group) => group > 0 && words !== undefined) - 1];
    return owner !== undefined && owner !== own;
  });
}
