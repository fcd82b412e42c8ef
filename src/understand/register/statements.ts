import { kindOf } from '../../domain/facts.ts';
import type { Measure, Statement } from '../../domain/measure.ts';
import { areRelated } from '../lexicon/families.ts';

/**
 * What was said about a measure after its last stated end, or about a later end than is stated. Licences granted
 * are no statement about a measure, and what is said before that end about that end adds nothing.
 */
export function statementsBeside(
  measure: Omit<Measure, 'statements'>,
  statements: readonly Statement[],
): Statement[] {
  const periods = [...measure.terms, ...measure.holds];
  const ends = periods.flatMap(({ until }) => until ?? []).toSorted();
  const last = ends.at(-1);
  if (last === undefined) return [];

  const names = new Set(
    [measure.notice, ...periods.map(({ by }) => by)].map(({ announcementNo }) => announcementNo),
  );
  return statements.filter(
    (statement) =>
      statement.authorityId === measure.notice.authorityId &&
      kindOf(statement.facts) !== 'batch' &&
      (statement.publishedOn > last || (statement.facts.expiryDate ?? '') > last) &&
      isAbout(statement, measure, names),
  );
}

/** By name, by its goods, or because it speaks of the suspensions as a whole and names neither. */
function isAbout(
  { facts, details }: Statement,
  { goods, holds }: Pick<Measure, 'goods' | 'holds'>,
  names: ReadonlySet<string>,
): boolean {
  if (details.relations.some(({ notice }) => names.has(notice))) return true;
  if (facts.goods.some((good) => goods.some((own) => areRelated(own, good)))) return true;
  const ofHolds = facts.action === 'suspend_control' || facts.action === 'extend_suspension';
  return ofHolds && holds.length > 0 && facts.goods.length === 0 && details.relations.length === 0;
}
