import type { Line } from '../../src/discord/render/card.ts';
import { DAY } from '../../src/domain/moment.ts';
import type { Language } from '../../src/domain/source.ts';
import { type Subscription, wants } from '../../src/domain/subscription.ts';
import { fromJson } from '../../src/store/columns.ts';
import { findStories } from '../../src/store/lookups.ts';
import type { StoryRow } from '../../src/store/schema.ts';
import type { CommandContext } from '../command.ts';
import { listed, storyLine } from '../shared/story-lines.ts';
import { texts } from '../texts/index.ts';

const MOST_SHOWN = 3;
/** More than any ministry publishes in 90 days. */
const MOST_READ = 2000;

/** What the archive's last 90 days would have sent to a channel with this watch. */
export async function previewLines(
  watch: Subscription,
  language: Language,
  context: CommandContext,
): Promise<Line[]> {
  const { watch: words } = texts[language];
  const since = new Date(context.clock.now() - 90 * DAY).toISOString().slice(0, 10);
  const stories = await findStories(context.db, { since, limit: MOST_READ });
  const wanted = stories.filter((story) => wants(watch, { ...story, facts: fromJson(story.facts) }));
  if (wanted.length === 0) return [[words.previewNone]];

  const pushes = wanted.filter(rings).length;
  const shown = await listed(wanted.slice(0, MOST_SHOWN), context);
  return [
    [{ bold: words.preview(pushes, wanted.length - pushes) }],
    ...shown.map((each) => ['· ', ...storyLine(each, language)] as Line),
  ];
}

/** As fresh news would; see `manners`. */
function rings({ tier }: StoryRow): boolean {
  return tier !== 'statement';
}
