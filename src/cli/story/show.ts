import { clean } from '../../discord/render/escape.ts';
import { sourceById } from '../../sources/known.ts';
import { fromJson } from '../../store/columns.ts';
import { mergedStories } from '../../store/regroup.ts';
import type { Db, StoryRow } from '../../store/schema.ts';
import { messagesAbout, type StoryMessage, type StoryPart, storyParts } from '../../store/story-parts.ts';
import { joiningText } from '../../understand/phrases/joining.ts';
import { factsText } from '../facts-text.ts';

/** One line: "12  decision   2031-03-13  action approve; goods germanium". */
export function storyLine({ id, tier, publishedOn, facts }: StoryRow): string {
  return `${String(id).padStart(5)}  ${tier.padEnd(9)}  ${publishedOn}  ${clean(factsText(fromJson(facts)))}\n`;
}

/** A Story with its facts, its pages, why each belongs to it, and where it was told. */
export async function storyText(db: Db, story: StoryRow): Promise<string> {
  const merged = await mergedStories(db, story.id);
  const messages = await messagesAbout(db, story.id);
  const parts = await storyParts(db, story.id);
  const lines = [
    `Story ${story.id}  ${story.tier}  ${story.publishedOn}  ${story.authorityId}`,
    ...(merged.length > 0 ? [`  stands for ${merged.map(({ id }) => `Story ${id}`).join(', ')} too`] : []),
    ...(story.splitFrom === null ? [] : [`  taken out of Story ${story.splitFrom}`]),
    ...(story.withdrawnAt === null ? [] : [`  withdrawn on ${timeText(story.withdrawnAt)}`]),
    `  ${clean(factsText(fromJson(story.facts)))}`,
    'pages',
    ...parts.flatMap((part) => partLines(part, story)),
    'told',
    ...(messages.length > 0 ? messages.map((message) => messageLine(message, story)) : ['  nobody']),
  ];
  return `${lines.join('\n')}\n`;
}

/** Named as `split` takes it. */
const nameOf = ({ itemId, part }: StoryPart) => (part === '' ? `${itemId}` : `${itemId}/${part}`);

function partLines(page: StoryPart, { leadItemId, leadPart }: StoryRow): string[] {
  const { itemId, part, sourceId, title, url, why, withdrawn } = page;
  const language = sourceById(sourceId)?.language ?? '??';
  const leads = itemId === leadItemId && part === leadPart;
  return [
    `  ${nameOf(page)}  ${language}  ${sourceId}  ${clean(title)}`,
    `      ${clean(url)}`,
    `      ${leads ? 'leads; ' : ''}${withdrawn ? 'withdrawn; ' : ''}${clean(why ? joiningText(why, 'en') : 'the story began with it')}`,
  ];
}

function messageLine(message: StoryMessage, { id }: StoryRow): string {
  const { channelId, messageId, state, settledAt, grouped, about } = message;
  const sent = state === 'sent' && settledAt !== null ? timeText(settledAt) : state;
  return [
    `  channel ${channelId}, message ${messageId ?? 'not sent'}, ${sent}`,
    ...(grouped ? ['with other stories'] : []),
    ...(about === id ? [] : [`as Story ${about}`]),
  ].join(', ');
}

const timeText = (at: number) => `${new Date(at).toISOString().slice(0, 16).replace('T', ' ')} UTC`;
