import type { Evidence, Facts } from '../../domain/facts.ts';
import type { StoryView } from '../../domain/story.ts';
import type { Market } from '../../domain/subscription.ts';
import { isRareEarthElement } from '../lexicon/goods.ts';
import { placeOfMarket } from './places.ts';

/** What a text of its kind could have said and did not. */
export type Omission =
  | 'number'
  | 'companies'
  | 'countries'
  | 'firms'
  | 'goods'
  | 'elements'
  | 'since'
  | 'licence-type'
  | 'recipients'
  | 'from'
  | 'until'
  | 'last-day'
  | 'decision'
  | 'date'
  | 'unread';

type Absent = (facts: Facts, market: Market | null, evidence: Evidence) => boolean;

const noGoods: Absent = (facts) => facts.goods.length === 0;
const noStart: Absent = (facts) => facts.effectiveDate === null;
/** 至2026年11月10日 does not say whether that day is one of them. */
function leavesLastDayOpen({ expiryDate = [] }: Evidence): boolean {
  const words = expiryDate.map((quote) => quote.words).join(' ');
  return (
    /至|\b(?:until|till|to)\b/i.test(words) &&
    !/含|当日|[之日]止|\b(?:inclusive|including|through|end of)\b/i.test(words)
  );
}

const noDestination: Absent = (facts) => facts.destinations.length === 0;

/** In the order in which they are shown. */
const omissions: Record<StoryView['kind'], [Omission, Absent][]> = {
  batch: [
    ['number', countWithheld],
    ['companies', (facts) => facts.usFirms === null || facts.usFirms === 'unspecified'],
    ['countries', noDestination],
    [
      'firms',
      (facts, market) =>
        facts.destinations.length > 0 && market !== null && firmsIncluded(facts, market) === null,
    ],
    ['goods', noGoods],
    ['elements', (facts) => facts.goods.some(isGroupOfElements) && !facts.goods.some(isRareEarthElement)],
    ['since', noStart],
    ['licence-type', (facts) => facts.licenceType === null],
  ],
  measure: [
    ['goods', noGoods],
    ['recipients', (facts) => facts.action === 'deny' && facts.destinations.length === 0],
    ['from', noStart],
    ['until', (facts) => isHold(facts) && facts.expiryDate === null],
    ['last-day', (facts, _market, evidence) => isHold(facts) && leavesLastDayOpen(evidence)],
  ],
  statement: [
    ['decision', (facts) => facts.action !== 'other'],
    ['goods', noGoods],
    ['number', (facts) => facts.licencesCount === null],
    ['date', (facts) => facts.effectiveDate === null && facts.expiryDate === null],
  ],
};

/**
 * Only what the facts show to be absent. Of a text that has not been read, nothing is known to be.
 * `market` is null where its firms cannot be meant: they are the authority's own.
 */
export function omissionsOf(
  view: Pick<StoryView, 'facts' | 'evidence' | 'kind'> & { textRead: boolean },
  market: Market | null,
): Omission[] {
  if (!view.textRead) return ['unread'];
  return omissions[view.kind]
    .filter(([, absent]) => absent(view.facts, market, view.evidence))
    .map(([name]) => name);
}

/** Exports that stop or resume need no number; approvals without one withhold it. */
export function countWithheld(facts: Facts): boolean {
  return (
    facts.licencesCount === 'unspecified' || (facts.action === 'approve' && facts.licencesCount === null)
  );
}

/** Whether licences are for the firms of a market; null: the text does not say. */
export function firmsIncluded(facts: Facts, market: Market): boolean | null {
  if (market === 'US' && facts.usFirms === 'yes') return true;
  if (market === 'US' && facts.usFirms === 'no') return false;
  return facts.destinations.includes(placeOfMarket[market]) ? true : null;
}

function isGroupOfElements(good: string): boolean {
  return good === 'rare earths' || good === 'medium and heavy rare earths';
}

function isHold(facts: Facts): boolean {
  return facts.action === 'suspend_control' || facts.action === 'extend_suspension';
}
