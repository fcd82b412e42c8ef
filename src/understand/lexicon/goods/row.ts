/** One good; the fields are those of `Good`, whose English pattern ends where a word ends. */
export type Row = [name: string, zh: string, symbol: string | null, en: string, han: string];
