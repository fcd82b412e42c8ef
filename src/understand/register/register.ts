import type { Action } from '../../domain/facts.ts';
import type { Measure, Notice, Statement, UnresolvedReference } from '../../domain/measure.ts';
import { type Acts, actsOf, fateOf } from './acts.ts';
import { byAge, byNumber, type Numbered, noticeKey, startOf } from './notices.ts';
import { statementsBeside } from './statements.ts';

/**
 * The register of measures: one for each notice that controls, bans, regulates or eases, and what the other notices
 * do to it, in the order of publication. The order in which the notices were read plays no part. Relations are
 * followed within one authority, as numbers are its own.
 *
 * @param statements - What was said without a number. It moves no date; see {@link Measure.statements}.
 */
export function registerOf(notices: readonly Notice[], statements: readonly Statement[] = []): Measure[] {
  const numbered = byNumber(notices);
  const acts = actsOf(numbered.values());
  const told = statements.toSorted(byAge);
  return [...numbered.values()].filter(isMeasure).map((notice) => measureOf(notice, acts, told));
}

/** Relations to notices that are not among these. Each counts as soon as its notice is. */
export function unresolvedReferences(notices: readonly Notice[]): UnresolvedReference[] {
  const numbered = byNumber(notices);
  return [...numbered.values()].flatMap(({ ref, relations }) =>
    relations
      .filter(({ notice }) => !numbered.has(noticeKey(ref.authorityId, notice)))
      .map(({ kind, notice, section }) => ({ by: ref, kind, notice, section })),
  );
}

/** What makes a notice a measure, by its action. Actions not named here only act on measures. */
const measures: Partial<Record<Action, (notice: Numbered) => boolean>> = {
  new_control: () => true,
  deny: () => true,
  /** How licences are had: a catalogue of goods, or a kind of licence. */
  procedure: (notice) => lists(notice) || notice.facts.licenceType !== null,
  /** An easing of its own. One that suspends or extends what others say is told with those. */
  relax: (notice) =>
    lists(notice) && !notice.relations.some(({ kind }) => kind === 'suspends' || kind === 'extends'),
};

function isMeasure(notice: Numbered): boolean {
  return !notice.spoken && measures[notice.facts.action]?.(notice) === true;
}

function lists({ facts, controlCodes, hsCodes }: Numbered): boolean {
  return facts.goods.length + controlCodes.length + hsCodes.length > 0;
}

function measureOf(notice: Numbered, acts: Acts, statements: readonly Statement[]): Measure {
  const { ref, facts, controlCodes, hsCodes } = notice;
  const { action, goods, destinations, effectiveDate, expiryDate } = facts;
  const from = startOf(notice);
  const fate = fateOf(notice, acts);
  const measure = {
    notice: ref,
    action,
    goods,
    destinations,
    controlCodes,
    hsCodes,
    from,
    fromStated: effectiveDate !== null,
    ...fate,
    terms: [{ from, until: expiryDate, by: ref }, ...fate.terms],
  };
  return { ...measure, statements: statementsBeside(measure, statements) };
}
