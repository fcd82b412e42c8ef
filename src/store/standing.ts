import { type RawBuilder, sql } from 'kysely';

/** The id of the Story that stands for this one: of the one it was merged into, else its own. */
export const standing = (id: number): RawBuilder<number> =>
  sql<number>`(select coalesce(merged_into, id) from stories where id = ${id})`;
