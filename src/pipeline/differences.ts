import type { AlertBody } from '../domain/alert.ts';
import type { ComparedFact, Disagreement } from '../domain/disagreement.ts';
import type { SourceLanguage } from '../domain/source.ts';
import type { StoryView } from '../domain/story.ts';
import { fromJson } from '../store/columns.ts';
import type { StoryRow } from '../store/schema.ts';
import type { StoryTextRow } from '../store/story-texts.ts';
import { disagreementsIn } from '../understand/disagreements.ts';
import { numbersIn, numbersNear } from '../understand/notice-numbers.ts';
import type { StoryChange } from './story-change.ts';

/** In what a Story's texts disagree. What a person has corrected we had read wrongly: of that nothing is said. */
export function disagreementsAmong(
  story: Pick<StoryRow, 'facts' | 'corrections'>,
  texts: readonly StoryTextRow[],
  languageOf: (sourceId: string) => SourceLanguage,
): Disagreement[] {
  const ruled = fromJson(story.corrections).flatMap(({ fact, by }) => (by === 'us' ? [fact] : []));
  const read = texts.map(({ sourceId, url, part, facts, evidence }) => ({
    ...{ sourceId, url, part },
    language: languageOf(sourceId),
    facts: fromJson(facts),
    evidence: fromJson(evidence),
  }));
  const numbers = [fromJson(story.facts), ...read.map(({ facts }) => facts)].map(
    (each) => each.announcementNo,
  );
  return disagreementsIn(read, isPackage(numbers)).filter(({ fact }) => !ruled.includes(fact));
}

/** Whether these are the numbers of a package: several together, or neighbours that are being told one by one. */
function isPackage(announcementNos: readonly (string | null)[]): boolean {
  const known = announcementNos.flatMap((announcementNo) => numbersIn(announcementNo) ?? []);
  return known.some((one) => {
    const near = numbersNear(one);
    return (
      one.numbers.length > 1 ||
      known.some(
        ({ year, numbers }) => year === near.year && numbers.some((each) => near.numbers.includes(each)),
      )
    );
  });
}

/** On these people act: a date, a number, and whether US firms are among them. */
const telling: ReadonlySet<ComparedFact> = new Set([
  'effectiveDate',
  'expiryDate',
  'licencesCount',
  'usFirms',
]);

/**
 * One reply, once, where a page that was just read states otherwise than the Story is told. Where a page was
 * changed by its source, the others follow within minutes as a rule, and their next reading tells.
 *
 * @param changes - What one poll did to the Story.
 */
export function differencesTold(
  view: StoryView,
  changes: readonly StoryChange[],
): { key: string; body: AlertBody }[] {
  const read = new Set(changes.flatMap(pageRead));
  const disagreements = view.disagreements.filter(
    ({ fact, values }) =>
      telling.has(fact) &&
      values.some(({ value, texts }) => value !== view.facts[fact] && texts.some(({ url }) => read.has(url))),
  );
  if (disagreements.length === 0) return [];
  const states = disagreements.map(({ fact, notice, values }) => [
    ...[fact, notice],
    ...values.map(({ value }) => value).toSorted(),
  ]);
  const key = `difference/${view.storyId}/${JSON.stringify(states)}`;
  return [{ key, body: { kind: 'difference', view, disagreements } }];
}

/** The address of a page that was read as it stands; what a baseline finds is told to nobody as news. */
function pageRead(change: StoryChange): string[] {
  if (change.change !== 'joined' && change.change !== 'text-read' && change.change !== 'reworded') return [];
  return change.item.quiet === null ? [change.item.url] : [];
}
