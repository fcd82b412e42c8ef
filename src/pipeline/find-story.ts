import type { Understood } from '../domain/announcement.ts';
import { type Facts, type Tier, tiers } from '../domain/facts.ts';
import type { Article } from '../domain/item.ts';
import type { Day } from '../domain/moment.ts';
import { fromJson } from '../store/columns.ts';
import type { Db, ItemRow, StoryRow } from '../store/schema.ts';
import { storiesAround, storiesByKeys, storyByKey, storyOfTwin, storyPages } from '../store/stories.ts';
import { numbersIn, numbersNear } from '../understand/notice-numbers.ts';
import { onePackage } from '../understand/packages.ts';
import {
  admits,
  correctionOf,
  daysBetweenReports,
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
  batch: Batch;
}

/** The Story that a newcomer belongs to. */
export interface Found {
  story: StoryRow;
  why: string;
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
    if (story && admits(fromJson(story.facts), facts)) return { story, why, by: 'copy' };
  }
  return null;
}

/** The Story of the same page in another listing, or of the same words on another page. */
async function findTwin(tx: Db, newcomer: Newcomer): Promise<Found | null> {
  const { item, part, hash } = newcomer;
  const twin = { authorityId: authorityOf(newcomer), itemId: item.id, part: part.part, url: item.url, hash };
  const story = await storyOfTwin(tx, twin);
  return story ? { story, why: 'same page, or the same words', by: 'copy' } : null;
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
  const around = await storiesAround(tx, source.authority.id, report.publishedOn, daysBetweenReports);
  for (const story of around) {
    // Likeness is not proof: what matters more than the Story it resembles is told as a Story of its own.
    if (matters(part) > matters(story)) continue;
    const pages = await storyPages(tx, story.id);
    if (pages.some(({ sourceId }) => sourceId === source.id)) continue;
    const why = sameStory(report, { ...told(story), titles: pages.map(({ title }) => title) });
    if (why) return { story, why, by: 'copy' };
  }
  return null;
}

async function reported(tx: Db, story: StoryRow): Promise<Reported> {
  const pages = await storyPages(tx, story.id);
  return { ...told(story), titles: pages.map(({ title }) => title) };
}

function told({ facts, publishedOn }: StoryRow): { facts: Facts; publishedOn: Day } {
  return { facts: fromJson(facts), publishedOn };
}
