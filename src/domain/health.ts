/** How much of what is usual one reading is worth: twenty make what is new usual. */
const weightOfOne = 1 / 20;

/** How many rows a first page usually has, as another reading shows it; `before` is null before the first. */
export function usualRows(before: number | null, rows: number): number {
  return before === null ? rows : before + (rows - before) * weightOfOne;
}
