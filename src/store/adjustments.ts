import type { Names } from '../domain/source.ts';
import { fromJson, toJson } from './columns.ts';
import type { Db } from './schema.ts';

/** What an admin has changed of a Source of the catalogue; null: as the catalogue has it. */
export interface Adjustment {
  name: Names | null;
  /** Minutes. */
  cadence: number | null;
}

/** What has been changed of Sources, by their ids. */
export async function adjustments(db: Db): Promise<Map<string, Adjustment>> {
  const rows = await db
    .selectFrom('sources')
    .select(['id', 'adjustedName', 'adjustedCadence'])
    .where((eb) => eb.or([eb('adjustedName', 'is not', null), eb('adjustedCadence', 'is not', null)]))
    .execute();
  return new Map(
    rows.map(({ id, adjustedName, adjustedCadence }) => [
      id,
      { name: adjustedName === null ? null : fromJson(adjustedName), cadence: adjustedCadence },
    ]),
  );
}

/** @returns whether there is such a Source. */
export async function adjustSource(db: Db, id: string, { name, cadence }: Adjustment): Promise<boolean> {
  const result = await db
    .updateTable('sources')
    .set({ adjustedName: name && toJson(name), adjustedCadence: cadence })
    .where('id', '=', id)
    .executeTakeFirst();
  return result.numUpdatedRows > 0n;
}
