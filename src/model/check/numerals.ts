import { numberOf } from '../../understand/numerals.ts';

const ones =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(
    ' ',
  );
const tens = ' ten twenty thirty forty fifty sixty seventy eighty ninety'.split(' ');
const scales: Record<string, number> = {
  hundred: 100,
  thousand: 1e3,
  million: 1e6,
  billion: 1e9,
  trillion: 1e12,
};
const ordinalsEn =
  'zeroth first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth'.split(
    ' ',
  );

const word = [...ones.toReversed(), ...tens.slice(2)].join('|');

/** Number words of English, "a hundred and five" included. No capturing group. */
export const englishNumber = `(?:(?:a|an) (?=hundred|thousand|million|billion))?\\b(?:${word}|hundred|thousand|million|billion)\\b(?:(?:[ -]| and )(?:${word}|hundred|thousand|million|billion)\\b)*`;

/** "First" to "twentieth". */
export const englishOrdinal = `\\b(?:${ordinalsEn.slice(1).join('|')})\\b`;

/** The value of words that {@link englishNumber} matches. */
export function englishValue(words: string): number {
  let [total, group] = [0, 0];
  for (const each of words.toLowerCase().split(/[ -]+/)) {
    const scale = scales[each];
    const unit = ones.indexOf(each);
    const ten = tens.indexOf(each);
    if (unit >= 0) group += unit;
    else if (ten > 0) group += ten * 10;
    else if (scale === 100) group = (group || 1) * 100;
    else if (scale) [total, group] = [total + (group || 1) * scale, 0];
  }
  return total + group;
}

export function ordinalValue(word: string): number {
  return ordinalsEn.indexOf(word.toLowerCase());
}

/** Chinese numerals, the large units included. */
export const hanNumber = '[〇零一二两三四五六七八九十百千万亿]+(?:点[〇零一二三四五六七八九]+)?';

/** No number that anybody writes has more signs. */
const LONGEST = 24;

/** The value of `一千二百`, `三万五千`, `二点五亿`; null for what is no numeral, such as 千万 by itself. */
export function hanValue(words: string): number | null {
  if (words.length > LONGEST) return null;
  for (const [unit, scale] of [
    ['亿', 1e8],
    ['万', 1e4],
  ] as const) {
    const at = words.lastIndexOf(unit);
    if (at < 0) continue;
    const [head, tail] = [words.slice(0, at), words.slice(at + 1)];
    const [many, rest] = [hanValue(head), tail === '' ? 0 : hanValue(tail)];
    return many === null || rest === null ? null : rounded(many * scale + rest);
  }
  const [whole = '', fraction] = words.split('点');
  const value = numberOf(whole);
  if (fraction === undefined || value === null) return value;
  const digits = [...fraction].map((digit) => numberOf(digit) ?? 0).join('');
  return Number(`${value}.${digits}`);
}

/** The value of `1,074`, `0.1`, with a unit behind it: 万, 亿, "million". */
export function digitsValue(digits: string, scale: string): number {
  const times = { 万: 1e4, 亿: 1e8, 万亿: 1e12 }[scale] ?? scales[scale.toLowerCase()] ?? 1;
  return rounded(Number(digits.replaceAll(',', '')) * times);
}

/** 0.1 times ten thousand is a thousand. */
function rounded(value: number): number {
  return Number(value.toPrecision(15));
}
