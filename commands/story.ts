import { InteractionContextType, SlashCommandBuilder } from 'discord.js';
import type { Answer } from '../src/discord/command.ts';
import { linkButton } from '../src/discord/render/buttons.ts';
import { joined, type Line, type Section } from '../src/discord/render/card.ts';
import { settingOf } from '../src/discord/render/context.ts';
import { embedOf } from '../src/discord/render/message.ts';
import { storyCard } from '../src/discord/render/story.ts';
import { texts as messageTexts } from '../src/discord/render/texts.ts';
import { officialUrl } from '../src/discord/render/words.ts';
import { rowsOf } from '../src/discord/reply.ts';
import { languageOf } from '../src/discord/texts.ts';
import type { Language } from '../src/domain/source.ts';
import { viewOf } from '../src/pipeline/view.ts';
import { findStories } from '../src/store/lookups.ts';
import { storyRow } from '../src/store/regroup.ts';
import type { Db, StoryRow } from '../src/store/schema.ts';
import { searchTexts } from '../src/store/search.ts';
import { storyById } from '../src/store/stories.ts';
import { type StoryPart, storyParts } from '../src/store/story-parts.ts';
import { dayText } from '../src/understand/phrases/days.ts';
import { termsOf } from '../src/understand/search/terms.ts';
import type { Command, CommandContext } from './command.ts';
import { shareButton } from './shared/footing.ts';
import { inChinese } from './shared/localised.ts';
import { listed, sourceLink, storyChoice } from './shared/story-lines.ts';
import { texts } from './texts/index.ts';

const MOST_CHOICES = 25;

/** One Story: what was stated and what was not, and every page that tells it. */
export const story: Command = {
  data: new SlashCommandBuilder()
    .setName('story')
    .setContexts(InteractionContextType.Guild)
    .setDescription('One story: what was stated, what was not, and where it was said')
    .setDescriptionLocalizations(
      inChinese('一则消息：已说明与未说明的内容及各处原文', '一則消息：已說明與未說明的內容及各處原文'),
    )
    .addStringOption((option) =>
      option
        .setName('story')
        .setDescription('Type words of it and choose, or its number')
        .setDescriptionLocalizations(
          inChinese('输入其中的词语并选择，或输入编号', '輸入其中的詞語並選擇，或輸入編號'),
        )
        .setRequired(true)
        .setMaxLength(200)
        .setAutocomplete(true),
    ),

  async execute(interaction, context) {
    const language = languageOf(interaction);
    const written = interaction.options.getString('story', true);
    const [found] = await storiesCalled(context.db, written, 1);
    return found ? show(found, language, context) : { note: texts[language].story.none };
  },

  async complete(interaction, context) {
    const language = languageOf(interaction);
    const stories = await storiesCalled(context.db, interaction.options.getFocused(), MOST_CHOICES);
    return (await listed(stories, context)).map((each) => storyChoice(each, language));
  },

  buttons: {
    story: {
      shows: 'private',
      async answer(interaction, id, context) {
        const language = languageOf(interaction);
        const [found] = await storiesCalled(context.db, id, 1);
        return found ? show(found, language, context) : { note: texts[language].story.none };
      },
    },
  },
};

/** By its number; else those whose pages hold the words, the newest first; the newest of all where nothing is typed. */
async function storiesCalled(db: Db, written: string, limit: number): Promise<StoryRow[]> {
  const typed = written.trim();
  if (/^\d{1,9}$/.test(typed)) {
    const named = await storyRow(db, Number(typed));
    if (named) return [named];
  }
  const terms = termsOf(typed);
  if (terms.length === 0) return typed === '' ? findStories(db, { limit }) : [];
  const { hits } = await searchTexts(db, { terms }, { limit });
  return hits.flatMap(({ story }) => story ?? []);
}

async function show(asked: StoryRow, language: Language, context: CommandContext): Promise<Answer> {
  const words = texts[language].story;
  const standing = await storyById(context.db, asked.id);
  const view = await viewOf(context.db, standing);
  const card = storyCard(view, settingOf({ deliveryId: '', language, market: 'US' }, context.names));
  const pages = await storyParts(context.db, standing.id);
  const merged = standing.id === asked.id ? [] : [[{ italic: words.merged(asked.id, standing.id) }]];
  const embed = embedOf({
    ...card,
    body: [...merged, ...card.body],
    sections: [
      ...card.sections.filter(({ label }) => label !== messageTexts[language].also),
      ...pageSections(pages, language, context),
    ],
    footer: [words.number(standing.id), ...(card.footer ? [card.footer] : [])].join(' · '),
  });
  const buttons = [...linkButton(messageTexts[language].official, officialUrl(view)), shareButton(language)];
  return { reply: { embeds: [embed], components: rowsOf([buttons]) } };
}

/** A field takes a thousand characters: that is room for a few pages with their addresses. */
const PAGES_A_FIELD = 4;
const MOST_PAGES = 12;

/** Where it was said, in the order of time, and why each page belongs to it. */
function pageSections(pages: readonly StoryPart[], language: Language, context: CommandContext): Section[] {
  const words = texts[language].story;
  const inTime = pages.toSorted((one, other) => one.on.localeCompare(other.on) || one.itemId - other.itemId);
  const lines = inTime.slice(0, MOST_PAGES).map((page) => pageLine(page, language, context));
  const more = inTime.length - lines.length;
  if (more > 0) lines.push([messageTexts[language].groupRest(more)]);
  const sections: Section[] = [];
  for (let at = 0; at < lines.length; at += PAGES_A_FIELD) {
    const label = at === 0 ? words.pages(pages.length) : words.pagesOn;
    sections.push({ label, lines: lines.slice(at, at + PAGES_A_FIELD) });
  }
  return sections;
}

/** "**19 Jun 2025** MOFCOM daily news · same notice number · source". */
function pageLine(page: StoryPart, language: Language, { names }: CommandContext): Line {
  const words = texts[language].story;
  return joined(
    [
      [{ bold: dayText(page.on, language, 'short') }, `  ${names.sourceName(page.sourceId)[language]}`],
      ...(page.withdrawn ? [[messageTexts[language].withdrawn]] : []),
      [{ italic: page.why ?? words.began }],
      ...(sourceLink(page.url, language).length > 0 ? [sourceLink(page.url, language).slice(1)] : []),
    ],
    ' · ',
  );
}
