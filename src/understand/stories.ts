import { type Action, type Facts, kindOf } from '../domain/facts.ts';
import type { Day } from '../domain/moment.ts';
import { isRareEarthElement } from './lexicon/goods.ts';

/** Reports of one thing are at most this far apart: 72 hours, as pages say no more than the day. */
export const daysBetweenReports = 3;

/** A report as far as it decides which Story it belongs to. Both sides are of one authority. */
export interface Reported {
  facts: Facts;
  publishedOn: Day;
}

export type Joining = { joined: true; why: string } | { joined: false };

/**
 * The key that all reports of a numbered notice share, in whatever language or order they arrive. Null where there
 * is no number, and for licences granted or stopped under a notice: they are news of their own.
 */
export function storyKey(facts: Facts, { authorityId }: { authorityId: string }): string | null {
  if (facts.announcementNo === null || kindOf(facts) === 'batch') return null;
  const [, number, year] = /^No\. (\d+) of (\d{4})$/.exec(facts.announcementNo) ?? [];
  return number && year ? `${authorityId}/${year}/${number}` : null;
}

/**
 * Whether a report without a key of its own story tells what a known Story tells: not of another notice, published
 * within {@link daysBetweenReports}, of the same family of actions, the same goods, and destinations that agree.
 * A report of licences joins nothing but reports of licences: as the copy of a statement it would be told to nobody.
 */
export function sameStory(candidate: Reported, story: Reported): Joining {
  const [one, other] = [candidate.facts, story.facts];
  const apart = daysApart(candidate.publishedOn, story.publishedOn);
  if (apart > daysBetweenReports || contradict(one.announcementNo, other.announcementNo))
    return { joined: false };
  if ((kindOf(one) === 'batch') !== (kindOf(other) === 'batch')) return { joined: false };
  const family = familyOf(one.action, other.action);
  const goods = sameGoods(one.goods, other.goods);
  if (!family || !goods || !agree(one.destinations, other.destinations)) return { joined: false };
  // Without goods, only the notice's number or the same named destinations tie two reports together.
  const bare = one.goods.length === 0 && one.destinations.length === 0;
  if (bare && one.announcementNo !== other.announcementNo) return { joined: false };
  if (bare && one.announcementNo === null) return { joined: false };
  const days = apart === 0 ? 'the same day' : `${apart} ${apart === 1 ? 'day' : 'days'} apart`;
  return { joined: true, why: `${family}, ${goods}, ${days}` };
}

/** Whether a title is that of a ministry's answers to reporters, which follow a notice and are not one. */
export function isAnswerToPress(title: string): boolean {
  return /答记者问|答記者問|应询|應詢|记者提问|\banswers? (?:press |reporters'? )?questions?\b|\bQ ?& ?A\b|\bresponds? to (?:press |media )?(?:questions|queries)\b|\bpress conference\b/i.test(
    title,
  );
}

const families: [name: string, actions: Action[]][] = [
  ['licences granted', ['approve', 'resume']],
  ['controls imposed', ['new_control', 'deny', 'procedure', 'clarify']],
  ['controls eased', ['relax', 'suspend_control', 'extend_suspension', 'clarify']],
  ['said about licences', ['statement', 'clarify', 'other']],
];

/** Two languages report one thing as neighbouring actions; families say which are neighbours. */
function familyOf(one: Action, other: Action): string | null {
  if (one === other) return `both ${one}`;
  return families.find(([, actions]) => actions.includes(one) && actions.includes(other))?.[0] ?? null;
}

/** The same set, or one report says "rare earths" where the other lists them. */
function sameGoods(one: string[], other: string[]): string | null {
  if (sameSet(one, other)) return one.length > 0 ? 'the same goods' : 'no goods named';
  if (generalises(one, other) || generalises(other, one)) return 'rare earths, one report listing which';
  return null;
}

const collective = new Set(['rare earths', 'medium and heavy rare earths']);

function generalises(general: string[], listed: string[]): boolean {
  const rareEarth = (good: string) => collective.has(good) || isRareEarthElement(good);
  const rest = (goods: string[]) => goods.filter((good) => !rareEarth(good));
  return (
    general.some((good) => collective.has(good)) &&
    listed.some(rareEarth) &&
    sameSet(rest(general), rest(listed))
  );
}

function sameSet(one: string[], other: string[]): boolean {
  return one.length === other.length && one.every((value) => other.includes(value));
}

/** Named destinations must meet; a report that names none is about whatever the other names. */
function agree(one: string[], other: string[]): boolean {
  return one.length === 0 || other.length === 0 || one.some((country) => other.includes(country));
}

function contradict(one: string | null, other: string | null): boolean {
  return one !== null && other !== null && one !== other;
}

function daysApart(one: Day, other: Day): number {
  return Math.abs(Date.parse(one) - Date.parse(other)) / 86_400_000;
}
