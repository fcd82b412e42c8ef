import type { Facts } from '../../domain/facts.ts';
import type { Day } from '../../domain/moment.ts';
import { weekdaysIn } from './dates.ts';
import type { Finding } from './found.ts';
import { bearsOut, type Quantity, sameValue } from './quantities.ts';
import { codeOf, noticesIn, readNumbers, type Said } from './said.ts';

/** Numbers, dates, codes and notice numbers of a folded text that neither the source nor the facts hold. */
export function unsaidNumbers(
  text: string,
  said: Said,
  { facts, publishedOn }: { facts: Facts; publishedOn: Day | null },
): Finding[] {
  const { dates, years, codes, quantities, rest } = readNumbers(text, publishedOn);
  const unread = (rest.match(unreadable) ?? []).filter((words) => !said.plain.includes(words));
  return [
    ...dates.flatMap(({ value, role, words }) => {
      if (value === null || !said.dates.has(value)) {
        return [{ words, says: 'is a date that does not stand in the source' }];
      }
      return said.dates.hasAs(value, role)
        ? []
        : [{ words, says: `is not the ${role} of anything in the source` }];
    }),
    ...years
      .filter((year) => !said.dates.has(String(year)))
      .map((year) => ({ words: String(year), says: 'is a year that does not stand in the source' })),
    ...weekdaysIn(text)
      .filter(({ weekday }) => !said.weekdays.has(weekday))
      .map(({ words }) => ({ words, says: 'is another day of the week than the source names' })),
    ...codes
      .filter(({ words }) => !said.codes.has(codeOf(words)))
      .map(({ words }) => ({ words, says: 'is a code that does not stand in the source' })),
    ...quantities.flatMap((quantity) => faultOf(quantity, said, facts)),
    ...unread.map((words) => ({ words, says: 'is a number that cannot be read' })),
    ...noticesIn('', text, publishedOn)
      .filter(({ notice }) => notice === null || !said.notices.has(notice))
      .map(({ words, notice }) => ({
        words,
        says: `is ${notice ?? 'a notice'}, which the source does not name`,
      })),
    ...oneLicence(text, facts),
  ];
}

/** Numerals that no pattern of ours reads: of other scripts, in one sign, of cheques. */
const unreadable = /(?:[^\P{N}〇]|[壹贰叁肆柒捌玖佰仟廿卅俩仨])+/gu;

function faultOf(claimed: Quantity, { quantities, plain }: Said, facts: Facts): Finding[] {
  const { words, value, units, ordinal } = claimed;
  const counted = wordsWith(claimed);
  if (/^0\d/.test(words) && !plain.includes(words)) {
    return [{ words, says: 'is a number that does not stand in the source' }];
  }
  if (units.at(-1) === 'licences' && !ordinal && value !== facts.licencesCount) {
    return [{ words: counted, says: 'counts licences, which the facts do not' }];
  }
  if (quantities.some((said) => bearsOut(said, claimed))) return [];
  const known = quantities.some((said) => sameValue(said, claimed));
  return [
    known
      ? { words: counted, says: 'counts something else, or otherwise, than the source' }
      : { words, says: 'is a number that does not stand in the source' },
  ];
}

function wordsWith({ words, units }: Quantity): string {
  return units.length > 0 ? `${words} ${units.at(-1)}` : words;
}

/** "Approved an application" counts as well as "approved one application". */
const single =
  /\b(?:granted|approved|issued|cleared|awarded|authori[sz]ed) (?:a|an) (?:[\w-]+ ){0,4}?(?:licen[cs]e|application|permit|authori[sz]ation)\b(?! (?:\w+ )?(?:applications|requests|permits|licen[cs]es|requirements?))/i;

function oneLicence(text: string, { licencesCount }: Facts): Finding[] {
  const [words] = single.exec(text) ?? [];
  return words === undefined || licencesCount === 1
    ? []
    : [{ words, says: 'counts one licence, which the facts do not' }];
}
