import type { Understood } from '../domain/announcement.ts';
import type { Details } from '../domain/details.ts';
import { changedFacts, type FactChange, type Quote } from '../domain/facts.ts';
import type { Day, Instant } from '../domain/moment.ts';
import type { Source } from '../domain/source.ts';
import { itemsSince, rewriteAnnouncement } from '../store/archived-texts.ts';
import { fromJson } from '../store/columns.ts';
import { latestRevision } from '../store/items.ts';
import type { Db, ItemRow, RevisionRow } from '../store/schema.ts';
import { indexForSearch } from '../store/search-index.ts';
import {
  type CurrentAnnouncement,
  currentAnnouncements,
  insertAnnouncement,
  storyById,
} from '../store/stories.ts';
import { correctStory, joinStory } from './join.ts';
import { articleIn, judged } from './observe.ts';

/** What is understood of one part of an archived text now, where that is not what was recorded. */
export type Difference = { item: ItemRow } & (
  | {
      found: 'newly-relevant';
      part: Understood;
      revision: RevisionRow;
      source: Source;
      details: Details | null;
    }
  | { found: 'no-longer-relevant'; known: CurrentAnnouncement }
  | {
      found: 'changed';
      part: Understood;
      known: CurrentAnnouncement;
      revision: RevisionRow;
      /** None where only the details are read otherwise. */
      facts: FactChange[];
      details: Details | null;
    }
);

/** One archived text, judged again. Null: its Source has left the catalogue, so nobody says whose text it is. */
export interface Rejudged {
  item: ItemRow;
  differences: Difference[] | null;
}

const PAGE = 200;

/** Judges the latest Revision of each Item published since then, the oldest Item first. Changes nothing. */
export async function* judgeAgain(
  db: Db,
  sourceById: (id: string) => Source | undefined,
  since: { on: Day; at: Instant },
): AsyncGenerator<Rejudged> {
  for (let after = 0; ; ) {
    const items = await itemsSince(db, since, { after, limit: PAGE });
    for (const item of items) {
      const revision = await latestRevision(db, item.id);
      if (!revision) continue;
      const source = sourceById(item.sourceId);
      yield { item, differences: source ? await differencesIn(db, item, revision, source) : null };
    }
    const last = items.at(-1);
    if (!last) return;
    after = last.id;
  }
}

async function differencesIn(
  db: Db,
  item: ItemRow,
  revision: RevisionRow,
  source: Source,
): Promise<Difference[]> {
  const { judgement, details } = judged(source, articleIn(revision));
  const { parts } = judgement;
  const announced = await currentAnnouncements(db, item.id);
  // What an earlier Revision announced and the latest does not has been dropped already.
  const current = announced.filter((each) => each.revision === revision.number);
  const knownAs = knownParts(parts, current);
  const matched = new Set(knownAs.values());
  return [
    ...parts.flatMap((understood): Difference[] => {
      const known = knownAs.get(understood);
      if (!known) return [{ item, found: 'newly-relevant', part: understood, revision, source, details }];
      const part = { ...understood, part: known.part };
      const facts = changedFacts(fromJson(known.facts), part.facts);
      const same = facts.length === 0 && (known.details ?? 'null') === JSON.stringify(details);
      return same ? [] : [{ item, found: 'changed', part, known, revision, facts, details }];
    }),
    ...current
      .filter((known) => !matched.has(known))
      .map((known): Difference => ({ item, found: 'no-longer-relevant', known })),
  ];
}

/**
 * As what each part was announced: under its own key, else, where answers are told apart otherwise now, as what
 * quotes the same words and is no other part.
 */
function knownParts(
  parts: readonly Understood[],
  announced: readonly CurrentAnnouncement[],
): Map<Understood, CurrentAnnouncement> {
  const known = new Map<Understood, CurrentAnnouncement>();
  const left = new Set(announced);
  const match = (alike: (part: Understood, one: CurrentAnnouncement) => boolean) => {
    for (const part of parts) {
      const one = known.has(part) ? undefined : [...left].find((each) => alike(part, each));
      if (!one) continue;
      known.set(part, one);
      left.delete(one);
    }
  };
  match((part, one) => part.part === one.part);
  match((part, { evidence }) => {
    const places = new Set(Object.values(part.evidence).flat().map(placeOf));
    return Object.values(fromJson(evidence))
      .flat()
      .some((quote) => places.has(placeOf(quote)));
  });
  return known;
}

const placeOf = ({ in: where, start }: Quote) => `${where} ${start}`;

/**
 * Records what is understood otherwise: other facts and details of Announcements, and of the Stories that took
 * theirs from them, and texts found to be relevant. What is found to be irrelevant stays: it has been read. Nobody is
 * told, and no message is edited: the ministry has said nothing new, and a reading of ours is no correction of its.
 *
 * @param differences - All of one Item.
 * @returns how many were recorded; none where the Item has been read anew in the meantime.
 */
export function recordAgain(db: Db, differences: readonly Difference[], now: Instant): Promise<number> {
  return db.transaction().execute(async (tx) => {
    let recorded = 0;
    for (const difference of differences) {
      if (difference.found === 'no-longer-relevant') continue;
      const { item, part, revision, details } = difference;
      const latest = await latestRevision(tx, item.id);
      if (latest?.id !== revision.id) continue;
      recorded += 1;
      if (difference.found === 'newly-relevant') {
        await archive(tx, difference, now);
        await indexForSearch(tx, item);
        continue;
      }
      const { known } = difference;
      // As where a title is followed by its text: what is known better now is no correction. What a person has
      // corrected stands against any lexicon.
      const { corrections } = await storyById(tx, known.storyId);
      if (!fromJson(corrections).some(({ by }) => by === 'us')) {
        await correctStory(tx, { item, part, known, wasRead: false, number: revision.number, now });
      }
      await rewriteAnnouncement(tx, known.id, part, details);
      await indexForSearch(tx, item);
    }
    return recorded;
  });
}

/** As a baseline does: it is found by whoever looks it up. */
async function archive(
  tx: Db,
  { item, part, revision, source, details }: Extract<Difference, { found: 'newly-relevant' }>,
  now: Instant,
): Promise<void> {
  const quietly = { ...item, quiet: item.quiet ?? ('baseline' as const) };
  const change = await joinStory(tx, {
    item: quietly,
    part,
    content: articleIn(revision),
    hash: revision.hash,
    batch: { source, now },
  });
  const why = change.change === 'joined' ? change.why : null;
  const place = { itemId: item.id, revision: revision.number, storyId: change.story.id, createdAt: now };
  await insertAnnouncement(tx, { ...part, details, why, ...place });
}
