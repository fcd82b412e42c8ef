import type { Answer } from '../../src/discord/command.ts';
import { linkButton } from '../../src/discord/render/buttons.ts';
import { type Button, joined, type Line, type Section } from '../../src/discord/render/card.ts';
import { settingOf } from '../../src/discord/render/context.ts';
import { embedOf } from '../../src/discord/render/message.ts';
import { storyCard } from '../../src/discord/render/story.ts';
import { storyButtons } from '../../src/discord/render/story-buttons.ts';
import { texts as messageTexts } from '../../src/discord/render/texts/index.ts';
import { officialUrl } from '../../src/discord/render/words.ts';
import { rowsOf } from '../../src/discord/reply.ts';
import type { Day, Instant } from '../../src/domain/moment.ts';
import { dayOf } from '../../src/domain/schedule.ts';
import type { Language } from '../../src/domain/source.ts';
import type { StoryView } from '../../src/domain/story.ts';
import { viewOf } from '../../src/pipeline/view.ts';
import { type Rewording, rewordings } from '../../src/store/rewordings.ts';
import type { StoryRow } from '../../src/store/schema.ts';
import { storyById } from '../../src/store/stories.ts';
import { type StoryPart, storyParts } from '../../src/store/story-parts.ts';
import { changeText } from '../../src/understand/phrases/changes.ts';
import { dayText } from '../../src/understand/phrases/days.ts';
import { joiningText } from '../../src/understand/phrases/joining.ts';
import type { CommandContext } from '../command.ts';
import { shareButton } from '../shared/footing.ts';
import { sourceLink } from '../shared/story-lines.ts';
import { texts } from '../texts/index.ts';

/** A Story as its message tells it now, and all that has become of it since, in the order of time. */
export async function showStory(
  asked: StoryRow,
  language: Language,
  context: CommandContext,
): Promise<Answer> {
  const words = texts[language].story;
  const standing = await storyById(context.db, asked.id);
  const view = await viewOf(context.db, standing);
  const setting = settingOf({ deliveryId: '', language, market: 'US' }, context.names);
  const card = storyCard(view, setting);
  const events = [
    ...(await storyParts(context.db, standing.id)).map((page) => pageEvent(page, language, context)),
    ...(await rewordings(context.db, standing.id)).map((one) => rewordingEvent(one, language, context)),
    ...turnEvents(view, language),
  ];
  const merged = standing.id === asked.id ? [] : [[{ italic: words.merged(asked.id, standing.id) }]];
  const embed = embedOf({
    ...card,
    body: [...merged, ...card.body],
    sections: [
      ...card.sections.filter(({ label }) => label !== messageTexts[language].also),
      ...timelineSections(events, language),
    ],
    footer: [words.number(standing.id), ...(card.footer ? [card.footer] : [])].join(' · '),
  });
  const further = storyButtons(view, setting).filter(leadsOn);
  const buttons = [
    ...linkButton(messageTexts[language].official, officialUrl(view)),
    ...further,
    shareButton(language),
  ];
  return { reply: { embeds: [embed], components: rowsOf([buttons]) } };
}

/** What a message about it leads to, but for what only that message knows and for the Story itself. */
function leadsOn(button: Button): boolean {
  return 'customId' in button && /^(?:changed|measures-on):/.test(button.customId);
}

/** Something that became of a Story. */
interface Event {
  on: Day;
  /** Of two of one day, the earlier first. */
  at: Instant;
  line: Line;
}

/** "MOFCOM daily news · same notice number · source". */
function pageEvent(page: StoryPart, language: Language, { names }: CommandContext): Event {
  const link = sourceLink(page.url, language).slice(1);
  const line = joined(
    [
      [names.sourceName(page.sourceId)[language]],
      ...(page.withdrawn ? [[messageTexts[language].withdrawn]] : []),
      [{ italic: page.why ? joiningText(page.why, language) : texts[language].story.began }],
      ...(link.length > 0 ? [link] : []),
    ],
    ' · ',
  );
  return { on: page.on, at: page.itemId - Number.MAX_SAFE_INTEGER, line };
}

function rewordingEvent(
  { seenAt, sourceId }: Rewording,
  language: Language,
  { names }: CommandContext,
): Event {
  const line = [`${names.sourceName(sourceId)[language]} · ${texts[language].story.reworded}`];
  return { on: dayOf(seenAt, 'UTC'), at: seenAt, line };
}

/** What was corrected, and that it was withdrawn. */
function turnEvents({ corrections, withdrawnAt, withdrawnBy }: StoryView, language: Language): Event[] {
  const { corrected, correctedByUs, colon, notStatedBefore, notStatedNow, withdrawn, misled } =
    messageTexts[language];
  const told = corrections.map((correction): Event => {
    const { fact, from, to } = changeText(correction, language);
    const by = correction.by ? correctedByUs : corrected;
    return {
      on: dayOf(correction.at, 'UTC'),
      at: correction.at,
      line: [
        `${by} · ${fact}${colon}`,
        from === null ? notStatedBefore : { struck: from },
        ' → ',
        to === null ? notStatedNow : { bold: to },
      ],
    };
  });
  if (withdrawnAt === null) return told;
  const line = [withdrawnBy ? `${correctedByUs} · ${misled}` : withdrawn];
  return [...told, { on: dayOf(withdrawnAt, 'UTC'), at: withdrawnAt, line }];
}

/** A field takes a thousand characters: that is room for a few lines with their addresses. */
const LINES_A_FIELD = 4;
const MOST_LINES = 16;

function timelineSections(events: readonly Event[], language: Language): Section[] {
  const words = texts[language].story;
  const inTime = events.toSorted((one, other) => one.on.localeCompare(other.on) || one.at - other.at);
  const lines = inTime
    .slice(0, MOST_LINES)
    .map(({ on, line }): Line => [{ bold: dayText(on, language, 'short') }, '  ', ...line]);
  const more = inTime.length - lines.length;
  if (more > 0) lines.push([messageTexts[language].groupRest(more)]);
  const sections: Section[] = [];
  for (let at = 0; at < lines.length; at += LINES_A_FIELD) {
    const label = at === 0 ? words.timeline(events.length) : words.pagesOn;
    sections.push({ label, lines: lines.slice(at, at + LINES_A_FIELD) });
  }
  return sections;
}
