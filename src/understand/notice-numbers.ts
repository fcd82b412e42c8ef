/** The numbers of one notice, or of a package: `{ year: 2025, numbers: [55, 56] }`. */
export interface NoticeNumbers {
  year: number;
  /** Ascending, never empty. */
  numbers: number[];
}

/** Reads "No. 18 of 2025" and, of a package, "Nos. 55, 56 of 2025". Null for no number, or one of another form. */
export function numbersIn(announcementNo: string | null): NoticeNumbers | null {
  const [, numbers, year] = /^Nos?\. (\d+(?:, \d+)*) of (\d{4})$/.exec(announcementNo ?? '') ?? [];
  return numbers && year ? { year: Number(year), numbers: numbers.split(', ').map(Number) } : null;
}

/** One value for the notices of a package: "No. 55 of 2025" and "No. 56 of 2025" are "Nos. 55, 56 of 2025". */
export function numbersTogether(one: NoticeNumbers, other: NoticeNumbers): string {
  const numbers = [...new Set([...one.numbers, ...other.numbers])].sort((a, b) => a - b);
  return `${numbers.length > 1 ? 'Nos.' : 'No.'} ${numbers.join(', ')} of ${one.year}`;
}

/** Whether both name a notice, and never the same one: No. 51 of 2024 is not No. 51 of 2025. */
export function otherNotice(one: string | null, other: string | null): boolean {
  const [first, second] = [numbersIn(one), numbersIn(other)];
  if (!first || !second) return one !== null && other !== null && one !== other;
  return first.year !== second.year || !first.numbers.some((number) => second.numbers.includes(number));
}

/**
 * The numbers of a package lie at most this far apart: ministries number other notices in between.
 * Packages no wider than this are found in whatever order their notices arrive.
 */
export const numbersApart = 3;

/** The numbers that another notice of the same package may have. */
export function numbersNear({ year, numbers }: NoticeNumbers): NoticeNumbers {
  const near = numbers.flatMap((number) =>
    Array.from({ length: 2 * numbersApart + 1 }, (_, step) => number + step - numbersApart),
  );
  return { year, numbers: near.filter((number) => number > 0 && !numbers.includes(number)) };
}
