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
