import type { Understood } from '../domain/announcement.ts';
import {
  changedFacts,
  type FactChange,
  type Facts,
  kindOf,
  type Tier,
  tierOf,
  tiers,
} from '../domain/facts.ts';
import type { Article } from '../domain/item.ts';
import type { Day, Instant } from '../domain/moment.ts';
import { dayOf } from '../domain/schedule.ts';
import type { Source } from '../domain/source.ts';
import type { Correction } from '../domain/story.ts';
import { flag, fromJson, toJson } from '../store/columns.ts';
import type { Db, ItemRow, StoryRow } from '../store/schema.ts';
import {
  type CurrentAnnouncement,
  insertStory,
  storiesAround,
  storyById,
  storyByKey,
  storyOfTwin,
  storyPages,
  updateStory,
} from '../store/stories.ts';
import { daysBetweenReports, isAnswerToPress, sameStory, storyKey } from '../understand/stories.ts';
import type { Batch } from './batch.ts';
import type { StoryChange } from './story-change.ts';

/** An Announcement that is in no Story yet. */
interface Newcomer {
  item: ItemRow;
  part: Understood;
  content: Article;
  /** Of its Revision. */
  hash: string;
  batch: Batch;
}

/** Finds the Story that an Announcement belongs to, or begins one. */
export async function joinStory(tx: Db, newcomer: Newcomer): Promise<StoryChange> {
  const { item, part, content, batch } = newcomer;
  const { source, now } = batch;
  const publishedOn = content.published?.on ?? dayOf(now, source.timeZone);
  const key = storyKey(part.facts, { authorityId: source.authority.id });
  const story =
    (key && (await storyByKey(tx, key))) ??
    (await findTwin(tx, newcomer)) ??
    (await findAlike(tx, part, publishedOn, source));
  if (!story) {
    return { change: 'new', story: await beginStory(tx, { key, item, part, content, publishedOn, batch }) };
  }

  if (matters(part) > matters(story)) return promote(tx, story, { item, part, now });

  const before = fromJson(story.facts);
  const added = newFacts(before, part.facts);
  const after = added.length > 0 ? await setFacts(tx, story, apply(before, added), [], now) : story;
  return { change: 'joined', story: after, item, added, isAnswer: await answersPress(tx, story, content) };
}

/** The higher, the more it matters. */
const matters = ({ tier }: { tier: Tier }) => -tiers.indexOf(tier);

/** The notice itself comes after what was said about it: from now on the Story is the notice's. */
async function promote(
  tx: Db,
  story: StoryRow,
  { item, part, now }: { item: ItemRow; part: Understood; now: Instant },
): Promise<StoryChange> {
  const added = changedFacts(fromJson(story.facts), part.facts);
  await updateStory(tx, story.id, { leadItemId: item.id, leadPart: part.part });
  const after = await setFacts(tx, story, part.facts, [], now);
  return { change: 'joined', story: after, item, added, isAnswer: false };
}

/** Whether a page answers questions about a notice, rather than being another copy of the same answers. */
async function answersPress(tx: Db, story: StoryRow, { title }: Article): Promise<boolean> {
  if (!isAnswerToPress(title)) return false;
  const pages = await storyPages(tx, story.id);
  return !pages.some((page) => page.itemId === story.leadItemId && isAnswerToPress(page.title));
}

/** The Story of the same page in another listing, or of the same words on another page. */
function findTwin(tx: Db, { item, part, hash, batch }: Newcomer): Promise<StoryRow | undefined> {
  const authorityId = batch.source.authority.id;
  return storyOfTwin(tx, { authorityId, itemId: item.id, part: part.part, url: item.url, hash });
}

/**
 * The Story that another Source has told in like words within days. One Source does not tell a thing twice:
 * its second report is a new one.
 */
async function findAlike(
  tx: Db,
  { facts, tier }: Understood,
  publishedOn: Day,
  source: Source,
): Promise<StoryRow | undefined> {
  const candidates = await storiesAround(tx, source.authority.id, publishedOn, daysBetweenReports);
  for (const story of candidates) {
    const told = { facts: fromJson(story.facts), publishedOn: story.publishedOn };
    // Likeness is not proof: what matters more than the Story it resembles is told as a Story of its own.
    if (matters({ tier }) > matters(story) || !sameStory({ facts, publishedOn }, told).joined) continue;
    const pages = await storyPages(tx, story.id);
    if (!pages.some(({ sourceId }) => sourceId === source.id)) return story;
  }
  return undefined;
}

interface Beginning {
  key: string | null;
  item: ItemRow;
  part: Understood;
  content: Article;
  publishedOn: Day;
  batch: Batch;
}

function beginStory(tx: Db, { key, item, part, content, publishedOn, batch }: Beginning): Promise<StoryRow> {
  return insertStory(tx, {
    key: key ?? `${batch.source.authority.id}/item-${item.id}${part.part && `-${part.part}`}`,
    authorityId: batch.source.authority.id,
    kind: part.kind,
    tier: part.tier,
    action: part.facts.action,
    facts: toJson(part.facts),
    corrections: toJson([]),
    leadItemId: item.id,
    leadPart: part.part,
    published: content.published && toJson(content.published),
    publishedOn,
    firstSeenAt: batch.now,
    updatedAt: batch.now,
    withdrawnAt: null,
    quiet: flag(item.quiet !== null),
  });
}

/**
 * What another copy adds. Copies differ in wording, and languages in detail: only what a reader would
 * act on counts, and only where it was not known.
 */
function newFacts(known: Facts, copy: Facts): FactChange[] {
  const telling = ['licencesCount', 'effectiveDate', 'expiryDate', 'usFirms'] as const;
  const open = (value: unknown) => value === null || value === 'unspecified';
  return changedFacts(known, copy).filter(
    ({ fact, from, to }) => (telling as readonly string[]).includes(fact) && open(from) && !open(to),
  );
}

/** A new Revision of a page whose Story is known. */
export async function correctStory(
  tx: Db,
  revision: {
    item: ItemRow;
    part: Understood;
    known: CurrentAnnouncement;
    /** Whether the Revision before was the page's text, and not a title told alone. */
    wasRead: boolean;
    number: number;
    now: Instant;
  },
): Promise<StoryChange> {
  const { item, part, known, wasRead, number, now } = revision;
  const story = await storyById(tx, known.storyId);
  const before = fromJson(story.facts);
  const leads = story.leadItemId === item.id && story.leadPart === part.part;
  // A copy corrects what we told only where it used to say the same.
  const facts = changedFacts(fromJson(known.facts), part.facts).filter(
    ({ fact, from }) => leads || JSON.stringify(from) === JSON.stringify(before[fact]),
  );
  if (facts.length === 0) {
    return { change: wasRead ? 'reworded' : 'text-read', story, item, revision: number, facts };
  }

  const corrections = wasRead ? facts.map((fact) => ({ ...fact, at: now })) : [];
  const after = await setFacts(tx, story, apply(before, facts), corrections, now);
  return { change: wasRead ? 'corrected' : 'text-read', story: after, item, revision: number, facts };
}

/**
 * One page of a Story is gone or has dropped the subject.
 * @returns null while another page still tells it, or when it was withdrawn before.
 */
export async function withdrawStory(
  tx: Db,
  storyId: number,
  itemId: number,
  now: Instant,
): Promise<StoryRow | null> {
  const story = await storyById(tx, storyId);
  const pages = await storyPages(tx, storyId);
  const told = pages.some((page) => page.itemId !== itemId && page.body !== 'withdrawn');
  if (told || story.withdrawnAt !== null) return null;
  return updateStory(tx, storyId, { withdrawnAt: now, updatedAt: now });
}

function apply(facts: Facts, changes: FactChange[]): Facts {
  return { ...facts, ...Object.fromEntries(changes.map(({ fact, to }) => [fact, to])) };
}

function setFacts(
  tx: Db,
  story: StoryRow,
  facts: Facts,
  corrections: Correction[],
  now: Instant,
): Promise<StoryRow> {
  const kind = kindOf(facts);
  return updateStory(tx, story.id, {
    facts: toJson(facts),
    kind,
    tier: tierOf(kind),
    action: facts.action,
    corrections: toJson([...fromJson(story.corrections), ...corrections]),
    updatedAt: now,
  });
}
