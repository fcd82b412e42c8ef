import type { Instant } from '../domain/moment.ts';
import type { Source } from '../domain/source.ts';
import { SourceDefinition } from '../domain/source-definition.ts';
import { fromJson, toJson } from './columns.ts';
import type { Db } from './schema.ts';

/** A Source that is not of the catalogue, and who added it. */
export interface AddedSource {
  source: Source;
  /** Discord's ids of the person, and of the server it was done in. */
  addedBy: string;
  guildId: string;
  addedAt: Instant;
}

/**
 * What admins have added, oldest first.
 * @returns beside them the ids of those that this version cannot read: they are not polled until they are added anew.
 */
export async function addedSources(db: Db): Promise<{ added: AddedSource[]; unusable: string[] }> {
  const rows = await db.selectFrom('addedSources').selectAll().orderBy('addedAt').orderBy('id').execute();
  const added: AddedSource[] = [];
  const unusable: string[] = [];
  for (const { id, definition, ...rest } of rows) {
    const source = SourceDefinition.safeParse(fromJson(definition));
    if (source.success) added.push({ ...rest, source: source.data });
    else unusable.push(id);
  }
  return { added, unusable };
}

/** Adds a Source, or puts another definition in the place of the one of this id. */
export async function saveAddedSource(db: Db, { source, ...by }: AddedSource): Promise<void> {
  const definition = toJson(SourceDefinition.encode(source));
  await db
    .insertInto('addedSources')
    .values({ id: source.id, definition, ...by })
    .onConflict((conflict) => conflict.column('id').doUpdateSet({ definition, ...by }))
    .execute();
}

/** Puts another definition in the place of the one of this id; who added it stays. @returns whether there was one. */
export async function updateAddedSource(db: Db, source: Source): Promise<boolean> {
  const definition = toJson(SourceDefinition.encode(source));
  const result = await db
    .updateTable('addedSources')
    .set({ definition })
    .where('id', '=', source.id)
    .executeTakeFirst();
  return result.numUpdatedRows > 0n;
}

/** @returns whether there was one. What was read of it stays in the archive. */
export async function deleteAddedSource(db: Db, id: string): Promise<boolean> {
  const result = await db.deleteFrom('addedSources').where('id', '=', id).executeTakeFirst();
  return result.numDeletedRows > 0n;
}
