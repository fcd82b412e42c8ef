import { clean } from '../discord/render/escape.ts';
import { configuredClock, type Installation, openInstallation } from '../installation.ts';
import { silentLog } from '../ops/log.ts';
import { type MergeRefusal, mergeStories } from '../pipeline/merge-stories.ts';
import type { Ruling } from '../pipeline/regroup.ts';
import { type PageOf, type SplitRefusal, splitStory } from '../pipeline/split-story.ts';
import { findStories } from '../store/lookups.ts';
import { storyRow } from '../store/regroup.ts';
import { storyById } from '../store/stories.ts';
import { storyLine, storyText } from './story/show.ts';
import { Refusal, type Terminal } from './terminal.ts';

const NEWEST = 20;

/**
 * Shows the newest Stories or one of them, or rules which pages tell one thing: `show ID`, or the ID alone,
 * `merge ID INTO-ID`, `split ID ITEM[/PART]…`.
 *
 * @throws {Refusal} What is named does not exist, or cannot be merged or split; nothing was done.
 */
export async function story(
  task: string | undefined,
  ids: readonly string[],
  { because }: { because?: string },
  terminal: Terminal,
): Promise<void> {
  const known = Object.entries(tasks).find(([name]) => name === task)?.[1];
  const config = terminal.config();
  const installation = await openInstallation(config, configuredClock(config), silentLog);
  try {
    const ruling = { because: clean(because ?? '') || null, now: installation.clock.now() };
    const request = { installation, ruling, terminal };
    if (task === undefined) await list(request);
    else if (known) await known(ids, request);
    else await show([task, ...ids], request);
  } finally {
    await installation.close();
  }
}

interface Request {
  installation: Installation;
  ruling: Ruling;
  terminal: Terminal;
}

const tasks: Record<string, (ids: readonly string[], request: Request) => Promise<void>> = {
  show,
  merge,
  split,
};

async function list({ installation: { db }, terminal }: Request): Promise<void> {
  const newest = await findStories(db, { limit: NEWEST });
  for (const each of newest) terminal.write(storyLine(each));
  if (newest.length === 0) terminal.write('No stories.\n');
}

async function show(ids: readonly string[], { installation: { db }, terminal }: Request): Promise<void> {
  const [id = 0] = idsIn(ids, 'show ID', 1);
  const asked = await storyRow(db, id);
  if (!asked) throw new Refusal(noStory(id));
  const standing = await storyById(db, id);
  if (asked.mergedInto !== null) {
    terminal.write(`Story ${id} was merged into Story ${standing.id}, which stands for it.\n`);
  }
  terminal.write(await storyText(db, standing));
}

async function merge(
  ids: readonly string[],
  { installation: { db }, ruling, terminal }: Request,
): Promise<void> {
  const [from = 0, into = 0] = idsIn(ids, 'merge ID INTO-ID', 2);
  const merged = await mergeStories(db, from, into, ruling);
  if (merged.refused !== null) throw new Refusal(`${whyNotMerged(merged)} Nothing was done.`);
  terminal.write(
    `Story ${from} is told as Story ${into} from now on; ${counted(merged.edits, 'message')} brought up to date.\n`,
  );
}

async function split(
  ids: readonly string[],
  { installation: { db }, ruling, terminal }: Request,
): Promise<void> {
  const [id = '', ...named] = ids;
  const pages = named.flatMap(pageOf);
  const understood = pages.length === named.length && pages.length > 0;
  const [storyId = 0] = idsIn(understood ? [id] : [], 'split ID ITEM[/PART]…', 1);
  const done = await splitStory(db, storyId, pages, ruling);
  if (done.refused !== null) throw new Refusal(`${whyNotSplit(done, storyId)} Nothing was done.`);
  terminal.write(
    `${counted(pages.length, 'page')} ${pages.length === 1 ? 'is' : 'are'} Story ${done.story.id} from now on, ` +
      `told as new in ${counted(done.told, 'channel')}; Story ${done.remaining.id} stands with what remains.\n`,
  );
}

/** "14", or "14/0d3f" for one answer of it. */
function pageOf(typed: string): PageOf[] {
  const [, itemId, part = null] = /^(\d{1,15})(?:\/([^/\s]+))?$/.exec(typed) ?? [];
  return itemId === undefined ? [] : [{ itemId: Number(itemId), part }];
}

function idsIn(typed: readonly string[], usage: string, count: number): number[] {
  if (typed.length === count && typed.every((id) => /^\d{1,15}$/.test(id))) return typed.map(Number);
  throw new Refusal(`Write: story ${usage}, with numbers as \`wire story\` and \`wire story ID\` list them.`);
}

const noStory = (id: number) => `No Story ${id}. \`wire story\` lists the newest.`;
const counted = (count: number, thing: string) => `${count} ${thing}${count === 1 ? '' : 's'}`;

function whyNotMerged(refusal: MergeRefusal): string {
  switch (refusal.refused) {
    case 'no-story':
      return noStory(refusal.id);
    case 'itself':
      return 'A Story cannot be merged into itself.';
    case 'merged-before':
      return `Story ${refusal.id} was merged into Story ${refusal.into} before: name that one.`;
    case 'authorities':
      return `One Story is of ${refusal.authorityIds.join(' and the other of ')}: two authorities never tell one thing.`;
  }
}

function whyNotSplit(refusal: SplitRefusal, asked: number): string {
  switch (refusal.refused) {
    case 'no-story':
      return noStory(asked);
    case 'not-in-story': {
      const { storyId, page } = refusal;
      const name = page.part === null ? page.itemId : `${page.itemId}/${page.part}`;
      return `Story ${storyId} has no page ${name}. \`wire story ${storyId}\` lists its pages.`;
    }
    case 'nothing-remains':
      return `Nothing of Story ${refusal.storyId} would remain: it has no other page.`;
  }
}
