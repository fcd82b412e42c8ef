/**
 * Many rows of numbers, each with few that are not 0, laid into the gaps of one another: a look costs two reads of
 * memory, and all rows take little more than what is in them (Tarjan and Yao, 1979).
 */
export class PackedRows {
  /** By row where it begins. */
  readonly #begins: Uint32Array;
  readonly #values: Uint16Array;
  /** By place of the values the row that has it, counted from 1; 0: none. */
  readonly #owners: Uint16Array;

  /** @param rows - By column the numbers above 0, each below 65,536 as is the count of rows. */
  constructor(rows: readonly ReadonlyMap<number, number>[]) {
    this.#begins = new Uint32Array(rows.length);
    const fullestFirst = [...rows.entries()].toSorted(([, one], [, other]) => other.size - one.size);
    const owners: number[] = [];
    const values: number[] = [];
    let [begin, size] = [0, 0];
    for (const [id, row] of fullestFirst) {
      // Where one row found no place, the next as full is not tried either.
      if (row.size < size) begin = 0;
      size = row.size;
      const columns = [...row.keys()];
      while (columns.some((column) => owners[begin + column])) begin++;
      this.#begins[id] = begin;
      for (const [column, value] of row) {
        owners[begin + column] = id + 1;
        values[begin + column] = value;
      }
    }
    this.#values = Uint16Array.from({ length: values.length }, (_, place) => values[place] ?? 0);
    this.#owners = Uint16Array.from({ length: owners.length }, (_, place) => owners[place] ?? 0);
  }

  /** 0 where a row has nothing in a column. */
  at(row: number, column: number): number {
    const place = (this.#begins[row] ?? 0) + column;
    return this.#owners[place] === row + 1 ? (this.#values[place] ?? 0) : 0;
  }
}
