import type { Understood } from '../domain/announcement.ts';
import { changedFacts, type Facts, type Tier, tiers } from '../domain/facts.ts';
import type { Article } from '../domain/item.ts';
import type { Joining } from '../domain/joining.ts';
import type { Day } from '../domain/moment.ts';
import { fromJson } from '../store/columns.ts';
import { mergedStories, storiesApart } from '../store/regroup.ts';
import type { Db, ItemRow, StoryRow } from '../store/schema.ts';
import {
  storiesAround,
  storiesByKeys,
  storyById,
  storyByKey,
  storyOfTwin,
  storyPages,
} from '../store/stories.ts';
import { numbersIn, numbersNear } from '../understand/notice-numbers.ts';
import { onePackage } from '../understand/packages.ts';
import {
  admits,
  areNear,
  correctionOf,
  daysOfOneStart,
  daysUntilCorrection,
  eases,
  noticeKey,
  type Reported,
  sameStory,
  storyKeys,
} from '../understand/stories.ts';
import { correctedTitle } from '../understand/titles.ts';
import type { Batch } from './batch.ts';

/** An Announcement that is in no Story yet. */
export interface Newcomer {
  item: ItemRow;
  part: Understood;
  content: Article;
  /** Of its Revision. */
  hash: string;
  batch: Pick<Batch, 'source' | 'now'>;
}

/** The Story that a newcomer belongs to. */
export interface Found {
  story: StoryRow;
  why: Joining;
  /** `copy`: it tells the same. */
  by: 'copy' | 'package' | 'correction';
}

/**
 * Finds the Story by what is surest first. Every step asks an index for the few Stories it may be, so that it
 * costs the same however large the archive is.
 */
export async function findStory(tx: Db, newcomer: Newcomer, publishedOn: Day): Promise<Found | null> {
  const report = { facts: newcomer.part.facts, publishedOn, titles: [newcomer.content.title] };
  return (
    (await findByKey(tx, newcomer)) ??
    (await findTwin(tx, newcomer)) ??
    (await findPackage(tx, newcomer, report)) ??
    (await findCorrected(tx, newcomer, report)) ??
    (await findAlike(tx, newcomer, report))
  );
}

/** The higher, the more it matters. */
export const matters = ({ tier }: { tier: Tier }) => -tiers.indexOf(tier);

const authorityOf = ({ batch }: Newcomer) => batch.source.authority.id;

async function findByKey(tx: Db, newcomer: Newcomer): Promise<Found | null> {
  const { facts } = newcomer.part;
  for (const { key, why } of storyKeys(facts, { authorityId: authorityOf(newcomer) })) {
    const story = await storyByKey(tx, key);
    if (!story) continue;
    const apart = await storiesApart(tx, story.id);
    const admitting: StoryRow[] = [];
    for (const one of [story, ...apart]) if (await admitsReport(tx, one, facts)) admitting.push(one);
    // What a person took apart, the key alone does not put together again: the very text, else the facts decide.
    const twin = apart.length > 0 ? await findTwin(tx, newcomer) : null;
    const found = twin?.story ?? nearest(admitting, facts);
    if (found) return { story: found, why: twin?.why ?? why, by: 'copy' };
  }
  return null;
}

/** By what it states, or by what was stated by one of the Stories that were merged into it. */
async function admitsReport(tx: Db, story: StoryRow, facts: Facts): Promise<boolean> {
  if (admits(fromJson(story.facts), facts)) return true;
  return (await mergedStories(tx, story.id)).some((merged) => admits(fromJson(merged.facts), facts));
}

/** The Story whose facts differ in the fewest from these; of equals the first. */
function nearest(stories: readonly StoryRow[], facts: Facts): StoryRow | undefined {
  const apart = (story: StoryRow) => changedFacts(fromJson(story.facts), facts).length;
  return stories.toSorted((one, other) => apart(one) - apart(other))[0];
}

/** The Story of the same page in another listing, or of the same words on another page. */
async function findTwin(tx: Db, newcomer: Newcomer): Promise<Found | null> {
  const { item, part, hash } = newcomer;
  const twin = { authorityId: authorityOf(newcomer), itemId: item.id, part: part.part, url: item.url, hash };
  const story = await storyOfTwin(tx, twin);
  return story ? { story, why: { by: 'twin' }, by: 'copy' } : null;
}

/** The Story of the notices published together with this one. */
async function findPackage(tx: Db, newcomer: Newcomer, report: Reported): Promise<Found | null> {
  const { announcementNo, action } = report.facts;
  const notice = numbersIn(announcementNo);
  if (!notice) return null;
  const { year, numbers } = numbersNear(notice);
  const keys = numbers.map((number) => noticeKey(authorityOf(newcomer), year, number, eases(action)));
  for (const story of await storiesByKeys(tx, keys)) {
    if (story.publishedOn !== report.publishedOn) continue;
    const why = onePackage(report, await reported(tx, story));
    if (why) return { story, why, by: 'package' };
  }
  return null;
}

/** The Story that a page of the title "…; Correction" corrects. */
async function findCorrected(tx: Db, newcomer: Newcomer, report: Reported): Promise<Found | null> {
  if (correctedTitle(newcomer.content.title) === null) return null;
  const { publishedOn } = report;
  for (const story of await storiesAround(tx, authorityOf(newcomer), publishedOn, daysUntilCorrection)) {
    if (matters(newcomer.part) > matters(story)) continue;
    const why = correctionOf(report, await reported(tx, story));
    if (why) return { story, why, by: 'correction' };
  }
  return null;
}

/**
 * The Story that another Source has told in like words within days. One Source does not tell a thing twice:
 * its second report is a new one.
 */
async function findAlike(tx: Db, { part, batch }: Newcomer, report: Reported): Promise<Found | null> {
  const { source } = batch;
  const around = await storiesAround(tx, source.authority.id, report.publishedOn, daysOfOneStart);
  const alike: Found[] = [];
  for (const known of around.filter((story) => areNear(report, told(story)))) {
    const story = known.mergedInto === null ? known : await storyById(tx, known.id);
    // Likeness is not proof: what matters more than the Story it resembles is told as a Story of its own.
    if (matters(part) > matters(story)) continue;
    const pages = await storyPages(tx, story.id);
    if (pages.some(({ sourceId }) => sourceId === source.id)) continue;
    const why = sameStory(report, { ...told(known), titles: pages.map(({ title }) => title) });
    if (why) alike.push({ story, why, by: 'copy' });
  }
  return newestOf(tx, alike, report.facts);
}

/** The first of them, the newest; where a person took that apart from another of them, the nearer in facts. */
async function newestOf(tx: Db, alike: readonly Found[], facts: Facts): Promise<Found | null> {
  const [newest, ...others] = alike;
  if (!newest || others.length === 0) return newest ?? null;
  const apart = (await storiesApart(tx, newest.story.id)).map(({ id }) => id);
  const rivals = [newest, ...others.filter(({ story }) => apart.includes(story.id))];
  const chosen = nearest(
    rivals.map(({ story }) => story),
    facts,
  );
  return rivals.find(({ story }) => story === chosen) ?? newest;
}

async function reported(tx: Db, story: StoryRow): Promise<Reported> {
  const pages = await storyPages(tx, story.id);
  return { ...told(story), titles: pages.map(({ title }) => title) };
}

function told({ facts, publishedOn }: StoryRow): { facts: Facts; publishedOn: Day } {
  return { facts: fromJson(facts), publishedOn };
}
