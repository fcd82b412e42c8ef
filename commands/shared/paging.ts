import { z } from 'zod';
import type { Button } from '../../src/discord/render/card.ts';
import { type Kind, tiers } from '../../src/domain/facts.ts';
import { findStories } from '../../src/store/lookups.ts';
import type { StoryRow } from '../../src/store/schema.ts';
import type { CommandContext } from '../command.ts';
import type { Texts } from '../texts/texts.ts';
import { Narrowed, sourcesBy } from './narrowed.ts';

/** Which page of which list: kept among the cursors, and checked when it comes back from there. */
export const Place = Narrowed.extend({
  tier: z.enum(tiers).exactOptional(),
  /** Where each page before this one ended, the first page's end first; empty on the first page. */
  trail: z.array(z.object({ publishedOn: z.string(), id: z.number() })),
});
export type Place = z.infer<typeof Place>;

const STORIES_A_PAGE = 5;

/** The Stories of a page, and the buttons to its neighbours: they work for as long as the cursors are kept. */
export async function storyPage(
  place: Place,
  list: { kind?: Kind; button: string; texts: Texts },
  context: CommandContext,
): Promise<{ stories: StoryRow[]; buttons: Button[] }> {
  const { tier, goods, actions, authorities, trail } = place;
  const after = trail.at(-1);
  const by = authorities && (await sourcesBy(authorities, context)).map(({ authorityId }) => authorityId);
  const found = await findStories(context.db, {
    goods,
    limit: STORIES_A_PAGE + 1,
    ...(list.kind && { kind: list.kind }),
    ...(tier && { tier }),
    ...(actions && { actions }),
    ...(by && { authorities: [...new Set(by)] }),
    ...(after && { after }),
  });
  const stories = found.slice(0, STORIES_A_PAGE);
  const last = stories.at(-1);
  const buttons: Button[] = [];
  const leadTo = async (label: string, trail: Place['trail']) => {
    const id = await context.cursors.save({ ...place, trail });
    buttons.push({ label, customId: `${list.button}:${id}` });
  };

  if (after) await leadTo(list.texts.newer, trail.slice(0, -1));
  if (last && found.length > stories.length) {
    await leadTo(list.texts.older, [...trail, { publishedOn: last.publishedOn, id: last.id }]);
  }
  return { stories, buttons };
}

/** The place behind a button; null when it is lost, expired or of another version. */
export function loadPlace(id: string, context: CommandContext): Promise<Place | null> {
  return loadCursor(Place, id, context);
}

/** What was kept behind a button; null when it is lost, expired or of another version. */
export async function loadCursor<Kept>(
  schema: z.ZodType<Kept>,
  id: string,
  { cursors }: CommandContext,
): Promise<Kept | null> {
  const kept = schema.safeParse(await cursors.load(id));
  return kept.success ? kept.data : null;
}
