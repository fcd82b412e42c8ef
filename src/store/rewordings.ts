import type { Instant } from '../domain/moment.ts';
import type { Db } from './schema.ts';
import { standing } from './standing.ts';

/** A page of a Story that was read with other words than before. */
export interface Rewording {
  itemId: number;
  sourceId: string;
  url: string;
  /** The Revision with the new words; the one before it has the old ones. */
  revision: number;
  seenAt: Instant;
  /** When the old words were first seen. */
  seenBefore: Instant;
}

/** Every change of the words of a Story's pages, the newest first. Reading a text that was only a title is none. */
export function rewordings(db: Db, storyId: number): Promise<Rewording[]> {
  return db
    .selectFrom('revisions')
    .innerJoin('items', 'items.id', 'revisions.itemId')
    .innerJoin('revisions as before', (join) =>
      join
        .onRef('before.itemId', '=', 'revisions.itemId')
        .on('before.number', '=', (eb) => eb('revisions.number', '-', 1)),
    )
    .select([
      'revisions.itemId',
      'items.sourceId',
      'items.url',
      'revisions.number as revision',
      'revisions.seenAt',
      'before.seenAt as seenBefore',
    ])
    .where('revisions.itemId', 'in', (eb) =>
      eb.selectFrom('announcements').select('itemId').where('storyId', '=', standing(storyId)),
    )
    .where('revisions.textRead', '=', 1)
    .where('before.textRead', '=', 1)
    .where((eb) =>
      eb.or([
        eb('revisions.title', '!=', eb.ref('before.title')),
        eb('revisions.text', '!=', eb.ref('before.text')),
      ]),
    )
    .orderBy('revisions.seenAt', 'desc')
    .orderBy('revisions.id', 'desc')
    .execute();
}

/** Two neighbouring texts of a page, and what was announced in each, part by part. */
export async function textsAround(db: Db, { itemId, revision }: Pick<Rewording, 'itemId' | 'revision'>) {
  const numbers = [revision - 1, revision];
  const texts = await db
    .selectFrom('revisions')
    .select(['number', 'title', 'text'])
    .where('itemId', '=', itemId)
    .where('number', 'in', numbers)
    .orderBy('number')
    .execute();
  const announced = await db
    .selectFrom('announcements')
    .select(['revision', 'storyId', 'part', 'facts'])
    .where('itemId', '=', itemId)
    .where('revision', 'in', numbers)
    .orderBy('id')
    .execute();
  const [before, after] = texts;
  return before && after ? { before, after, announced } : null;
}
