import { InteractionContextType, SlashCommandBuilder } from 'discord.js';
import { languageOf } from '../src/discord/texts.ts';
import { findStories } from '../src/store/lookups.ts';
import { storyRow } from '../src/store/regroup.ts';
import type { Db, StoryRow } from '../src/store/schema.ts';
import { searchTexts } from '../src/store/search.ts';
import { termsOf } from '../src/understand/search/terms.ts';
import type { Command } from './command.ts';
import { inChinese } from './shared/localised.ts';
import { listed, storyChoice } from './shared/story-lines.ts';
import { showStory } from './story/show.ts';
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
    return found ? showStory(found, language, context) : { note: texts[language].story.none };
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
        return found ? showStory(found, language, context) : { note: texts[language].story.none };
      },
    },
  },

  menus: {
    story: {
      shows: 'private',
      async answer(interaction, _argument, context) {
        const language = languageOf(interaction);
        const [found] = await storiesCalled(context.db, interaction.values.join(), 1);
        return found ? showStory(found, language, context) : { note: texts[language].story.none };
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
