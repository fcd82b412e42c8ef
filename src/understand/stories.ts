import { type Action, type Facts, kindOf } from '../domain/facts.ts';
import type { Joining, Likeness, Shared } from '../domain/joining.ts';
import { DAY, type Day } from '../domain/moment.ts';
import { areRelated } from './lexicon/families.ts';
import { isRareEarthElement } from './lexicon/goods.ts';
import { numbersIn, otherNotice } from './notice-numbers.ts';
import { correctedTitle, isAnswerToPress, otherEdition } from './titles.ts';

/**
 * Reports of one thing are at most this many days apart: as pages say no more than the day, and agencies and
 * translators follow by the next. Two days later it is another press conference.
 */
const daysBetweenReports = 1;

/** A correction follows what it corrects within this many days. */
export const daysUntilCorrection = 60;

/** What was granted to named places is told for so many days: agencies follow the ministry. */
const daysOfOneGrant = 2;

/** What is done about named places is told for so many days: agencies tell of it before the gazette prints it. */
const daysOfOneRule = 5;

/** What begins on one stated day is told for so many days: portals and digests lag behind. */
export const daysOfOneStart = 31;

/** A report as far as it decides which Story it belongs to. Both sides are of one authority. */
export interface Reported {
  facts: Facts;
  publishedOn: Day;
  /** Of the page; for a Story, of all its pages. */
  titles: readonly string[];
}

/** A name that all reports of one thing share, in whatever language or order they arrive. */
export interface StoryKey {
  key: string;
  why: Joining;
}

/**
 * The keys of a report, the surest first: the notice's number, and until when a control is suspended, where. None
 * for licences granted or stopped, which are news of their own though they name the notice.
 */
export function storyKeys(facts: Facts, { authorityId }: { authorityId: string }): StoryKey[] {
  if (kindOf(facts) === 'batch') return [];
  const { announcementNo, action, expiryDate, destinations } = facts;
  const notice = numbersIn(announcementNo);
  return [
    ...(notice?.numbers ?? []).map((number) => ({
      key: noticeKey(authorityId, notice?.year ?? 0, number, eases(action)),
      why: { by: 'number', notice: `No. ${number} of ${notice?.year}` } as const,
    })),
    ...(isPause(action) && expiryDate
      ? [
          {
            key: `${authorityId}/suspended-until/${expiryDate}/${destinations.toSorted().join()}`,
            why: { by: 'suspension', until: expiryDate } as const,
          },
        ]
      : []),
  ];
}

/**
 * A text that eases often gives the number of what it eases, having none of its own: a suspension and the notice
 * it suspends are different things.
 */
export function noticeKey(authorityId: string, year: number, number: number, eased: boolean): string {
  return `${authorityId}/${year}/${number}${eased ? '/eased' : ''}`;
}

export const eases = (action: Action) =>
  action === 'relax' || action === 'suspend_control' || action === 'extend_suspension';

/** Whether a Story found by a key is what the report tells: another numbered notice, or other goods, is not. */
export function admits(story: Facts, report: Facts): boolean {
  if (otherNotice(story.announcementNo, report.announcementNo) || startsAnew(story, report)) return false;
  if (story.announcementNo !== null && report.announcementNo !== null) return true;
  const [told, named] = [story.goods, report.goods];
  return (
    namesNoGoods(told) || namesNoGoods(named) || (sameGoods(told, named) ?? moreGoods(told, named)) !== null
  );
}

/** "Dual-use items" are whatever a list holds. */
const namesNoGoods = (goods: readonly string[]) => goods.every((good) => good === 'dual-use items');

/**
 * A suspension and what prolongs it cite the same notice, and begin on days of their own: where one does not say
 * when, the number alone does not make them one, but the day on which they end does.
 */
function startsAnew(one: Facts, other: Facts): boolean {
  const [start, otherStart] = [one.effectiveDate, other.effectiveDate];
  if (one.action === other.action) return false;
  if (start !== null && otherStart !== null) return start !== otherStart;
  return isPause(one.action) && isPause(other.action) && !endsOneDay(one, other);
}

const endsOneDay = (one: Facts, other: Facts) =>
  one.expiryDate !== null && one.expiryDate === other.expiryDate;

const isPause = (action: Action) => action === 'suspend_control' || action === 'extend_suspension';

/**
 * Why a report tells what a known Story tells; null where it does not: not of another notice or edition, published
 * near it ({@link areNear}), of actions that two texts may give one thing, about the same goods and places.
 * A report of licences joins a statement only where both are of one day, and a measure never.
 */
export function sameStory(report: Reported, story: Reported): Joining | null {
  const [one, other] = [report.facts, story.facts];
  const apart = daysApart(report.publishedOn, story.publishedOn);
  if (!areNear(report, story) || otherNotice(one.announcementNo, other.announcementNo)) return null;
  if (report.titles.some((title) => story.titles.some((told) => otherEdition(title, told)))) return null;
  const done = likenessOf(report, story, apart);
  if (!done || !samePlaces(one, other, apart)) return null;
  const subject = subjectOf(one, other, one.action === other.action || oneOccasion(one, other));
  return subject && { by: 'likeness', done, subject, daysApart: apart };
}

/** Whether two measures begin on one stated day in one place: one report lists more goods than the other. */
function oneOccasion(one: Facts, other: Facts): boolean {
  return beginsTogether(one, other) && one.destinations.length > 0;
}

function beginsTogether(one: Facts, other: Facts): boolean {
  const measures = kindOf(one) === 'measure' && kindOf(other) === 'measure';
  return measures && one.effectiveDate !== null && one.effectiveDate === other.effectiveDate;
}

/** Whether two reports are of days on which one thing is told. */
export function areNear(
  report: Pick<Reported, 'facts' | 'publishedOn'>,
  story: Pick<Reported, 'facts' | 'publishedOn'>,
): boolean {
  return daysApart(report.publishedOn, story.publishedOn) <= reachOf(report.facts, story.facts);
}

function reachOf(one: Facts, other: Facts): number {
  if (beginsTogether(one, other) || endsTogether(one, other)) return daysOfOneStart;
  if (tellsOneRule(one, other)) return daysOfOneRule;
  return tellsOneGrant(one, other) ? daysOfOneGrant : daysBetweenReports;
}

/** Whether the same was done until one stated day: no two licences of one country end together by chance. */
function endsTogether(one: Facts, other: Facts): boolean {
  return one.action === other.action && endsOneDay(one, other);
}

/**
 * A permission taken from those who supply the same places, or one measure on the same particular goods for them:
 * no statement, which comes again and again.
 */
function tellsOneRule(one: Facts, other: Facts): boolean {
  const placed = one.destinations.length > 0 && sameSet(one.destinations, other.destinations);
  if (!placed || one.action !== other.action) return false;
  const named = !namesNoGoods(one.goods) && sameSet(one.goods, other.goods);
  return one.action === 'other' || (kindOf(one) === 'measure' && named);
}

/** Licences for the same particular goods to the same places. */
function tellsOneGrant(one: Facts, other: Facts): boolean {
  const placed = one.destinations.length > 0 && sameSet(one.destinations, other.destinations);
  return placed && grants(one.action) && grants(other.action) && sameSet(one.goods, other.goods);
}

/** Whether both are of one notice that begins on one stated day. */
function ofOneNotice(one: Facts, other: Facts): boolean {
  const numbered = one.announcementNo !== null && one.announcementNo === other.announcementNo;
  return numbered && one.effectiveDate !== null && one.effectiveDate === other.effectiveDate;
}

/** Why a report is the correction of a known Story, under its title; null where it is not. */
export function correctionOf({ publishedOn, titles }: Reported, story: Reported): Joining | null {
  if (daysApart(publishedOn, story.publishedOn) > daysUntilCorrection) return null;
  const corrected = titles.map(correctedTitle).find((title) => title && story.titles.includes(title));
  return corrected ? { by: 'correction', title: corrected } : null;
}

const families: [name: Likeness, actions: Action[]][] = [
  ['granted', ['approve', 'resume']],
  ['imposed', ['new_control', 'deny', 'procedure', 'clarify']],
  ['eased', ['relax', 'suspend_control', 'extend_suspension', 'clarify']],
  ['spoken', ['statement', 'clarify', 'other']],
];

/** Two languages report one thing as neighbouring actions; families say which are neighbours. */
function likenessOf(report: Reported, story: Reported, apart: number): Action | Likeness | null {
  const [one, other] = [report.facts.action, story.facts.action];
  const [batch, otherBatch] = [kindOf(report.facts) === 'batch', kindOf(story.facts) === 'batch'];
  if (batch !== otherBatch) {
    // What a spokesperson said of the review of applications that day, and the approvals told in the same breath.
    if (stops(one) && stops(other)) return 'stopped';
    if (grants(one) && grants(other)) return 'granted';
    // What a ministry calls a curb lifted, agencies call exports resumed.
    if (frees(one, other) && (apart === 0 || startTogether(report.facts, story.facts))) return 'freed';
    const spoken = kindOf(batch ? story.facts : report.facts) === 'statement';
    return spoken && apart === 0 && grants(batch ? one : other) ? 'spoken-of-grants' : null;
  }
  if (one === other) return one;
  const family = families.find(([, actions]) => actions.includes(one) && actions.includes(other))?.[0];
  if (family) return family;
  if (ofOneNotice(report.facts, story.facts)) return 'one-notice';
  if (batch || undoes(one, other) || undoes(other, one)) return null;
  const answers = [...report.titles, ...story.titles].some(isAnswerToPress);
  if (answers) return 'answers';
  return apart === 0 ? 'one-matter' : null;
}

/** A suspension and the notices it suspends are different things. */
const undoes = (one: Action, other: Action) => isPause(one) && (other === 'new_control' || other === 'deny');

const grants = (action: Action) => action === 'approve' || action === 'resume';

const frees = (one: Action, other: Action) =>
  (one === 'relax' && other === 'resume') || (one === 'resume' && other === 'relax');

const startTogether = (one: Facts, other: Facts) =>
  one.effectiveDate !== null && one.effectiveDate === other.effectiveDate;

/** What an agency calls halted, the notice calls prohibited. */
const stops = (action: Action) => action === 'suspend' || action === 'deny';

/**
 * Of two texts that say the same was done one may leave out where to; where both name places, they have one in
 * common. Of licences two are granted on two days to two places: only on one day may a report of them leave out
 * where to, and what was granted is told with what was said only where both are about the same places.
 */
function samePlaces(one: Facts, other: Facts, apart: number): boolean {
  const [places, others] = [one.destinations, other.destinations];
  const licences = kindOf(one) === 'batch' || kindOf(other) === 'batch';
  const leavesOut = apart === 0 && grants(one.action) && grants(other.action);
  if (licences && !leavesOut && !frees(one.action, other.action)) return sameSet(places, others);
  return places.length === 0 || others.length === 0 || places.some((place) => others.includes(place));
}

/**
 * What two reports have in common as their subject: the notice, the goods, or without goods the places, or the day
 * from which a control is eased.
 */
function subjectOf(one: Facts, other: Facts, mayNameMore: boolean): Shared | null {
  if (one.announcementNo !== null && other.announcementNo !== null)
    return { shared: 'notice', notice: one.announcementNo };
  const placed = one.destinations.length > 0 && sameSet(one.destinations, other.destinations);
  if (one.goods.length === 0 || other.goods.length === 0) {
    if (placed) return { shared: 'destinations' };
    if (one.action === other.action && eases(one.action) && beginsTogether(one, other))
      return { shared: 'first-day' };
    return isBareStatement(one) && isBareStatement(other) ? { shared: 'nothing-named' } : null;
  }
  const related = (goods: readonly string[], others: readonly string[]) =>
    goods.every((good) => others.some((each) => areRelated(good, each)));
  if (placed && mayNameMore && related(one.goods, other.goods) && related(other.goods, one.goods)) {
    return { shared: 'family' };
  }
  return sameGoods(one.goods, other.goods) ?? (mayNameMore ? moreGoods(one.goods, other.goods) : null);
}

/** Something said about licences at large: of one authority on one day, one thing. */
function isBareStatement({ action, goods, destinations }: Facts): boolean {
  return action === 'statement' && goods.length === 0 && destinations.length === 0;
}

/** The same set, or "rare earths" where the other lists them. */
function sameGoods(one: readonly string[], other: readonly string[]): Shared | null {
  if (sameSet(one, other)) return { shared: 'goods' };
  return generalises(one, other) || generalises(other, one) ? { shared: 'rare-earths' } : null;
}

/** Mostly the same set: where both say that the same was done, one leaves some out. */
function moreGoods(one: readonly string[], other: readonly string[]): Shared | null {
  const shared = one.filter((good) => other.includes(good)).length;
  const within = shared > 0 && 3 * shared >= 2 * Math.min(one.length, other.length);
  return within ? { shared: 'most-goods' } : null;
}

const collective = new Set(['rare earths', 'medium and heavy rare earths']);

function generalises(general: readonly string[], listed: readonly string[]): boolean {
  const rareEarth = (good: string) =>
    collective.has(good) || good === 'rare earth magnets' || isRareEarthElement(good);
  const rest = (goods: readonly string[]) => goods.filter((good) => !rareEarth(good));
  return (
    general.some((good) => collective.has(good)) &&
    listed.some(rareEarth) &&
    sameSet(rest(general), rest(listed))
  );
}

function sameSet(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && one.every((value) => other.includes(value));
}

function daysApart(one: Day, other: Day): number {
  return Math.abs(Date.parse(one) - Date.parse(other)) / DAY;
}
