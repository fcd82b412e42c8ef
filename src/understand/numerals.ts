const digits: Record<string, number> = {
  〇: 0,
  零: 0,
  一: 1,
  二: 2,
  两: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
};
const units: Record<string, number> = { 十: 10, 百: 100, 千: 1000 };

/** A character class of what {@link numberOf} reads, for use within patterns. */
export const numeral = '[\\d〇零一二两三四五六七八九十百千]';

/** The value of `61`, `1,074`, `二〇二六` (digit by digit) or `一百二十三`; null for anything else. */
export function numberOf(words: string): number | null {
  const plain = words.replaceAll(/[,\s]/g, '');
  if (/^\d+$/.test(plain)) return Number(plain);
  if (/^[〇零一二三四五六七八九]{2,}$/.test(plain)) {
    return [...plain].reduce((value, digit) => value * 10 + (digits[digit] ?? 0), 0);
  }
  if (plain === '' || !/^[〇零一二两三四五六七八九十百千]+$/.test(plain)) return null;
  let total = 0;
  let digit: number | null = null;
  for (const character of plain) {
    const unit = units[character];
    if (unit === undefined) digit = digits[character] ?? null;
    else {
      total += (digit ?? 1) * unit;
      digit = null;
    }
  }
  return total + (digit ?? 0);
}

const ones =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(
    ' ',
  );
const tens = 'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ');
const spelled = `(?:${tens.join('|')})(?:-(?:${ones.slice(1, 10).join('|')}))?|${ones.slice(1).reverse().join('|')}`;

/** A pattern without groups of what {@link countOf} reads in English: `1,045`, "seventeen", "twenty-five", "two dozen". */
export const englishCount = `(?:\\d[\\d,]{0,11}|(?:(?:a|${ones.slice(2, 10).join('|')}) )?dozen|${spelled})`;

/** The same in Chinese: `1,204`, 六十五, 1.2万. */
export const chineseCount =
  '(?:\\d[\\d,]{0,11}(?:\\.\\d{1,4})?万?|[〇零一二两三四五六七八九十百千]{1,12}万?[一二三四五六七八九十百千]{0,8})';

/** How many, in figures or in words of either language; null for anything else, or for none. */
export function countOf(words: string): number | null {
  const plain = words.toLowerCase().replaceAll(',', '');
  const myriads = /^([^万]+)万(.*)$/.exec(plain);
  if (myriads) {
    const [, most = '', rest = ''] = myriads;
    const value = /^[\d.]+$/.test(most) ? Number(most) : numberOf(most);
    return value === null ? null : Math.round(value * 10_000) + (rest === '' ? 0 : (numberOf(rest) ?? 0));
  }
  return numberOf(plain) || english(plain);
}

function english(words: string): number | null {
  const dozens = /^(?:(\w+) )?dozen$/.exec(words);
  if (dozens) return 12 * Math.max(1, ones.indexOf(dozens[1] ?? ''));
  const [ten = '', one = ''] = words.split('-');
  if (tens.includes(ten)) return 10 * (tens.indexOf(ten) + 2) + Math.max(0, ones.indexOf(one));
  return ones.includes(words) ? ones.indexOf(words) || null : null;
}
