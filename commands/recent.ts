import { InteractionContextType, SlashCommandBuilder } from 'discord.js';
import type { Answer } from '../src/discord/command.ts';
import { replyOf } from '../src/discord/reply.ts';
import { languageOf } from '../src/discord/texts.ts';
import { type Tier, tiers } from '../src/domain/facts.ts';
import type { Language } from '../src/domain/source.ts';
import type { Command, CommandContext } from './command.ts';
import { footing, shareButton } from './shared/footing.ts';
import { inChinese } from './shared/localised.ts';
import { completeNarrowing, narrowedIn, narrowedText, withNarrowing } from './shared/narrowed.ts';
import { loadPlace, type Place, storyPage } from './shared/paging.ts';
import { listed, storyLine, storyMenu } from './shared/story-lines.ts';
import { texts } from './texts/index.ts';

const data = withNarrowing(
  new SlashCommandBuilder()
    .setName('recent')
    .setContexts(InteractionContextType.Guild)
    .setDescription('The latest news on export licences')
    .setDescriptionLocalizations(inChinese('最近的出口许可消息', '最近的出口許可消息'))
    .addStringOption((option) =>
      option
        .setName('tier')
        .setDescription('Only decisions, measures or statements')
        .setDescriptionLocalizations(
          inChinese('只看许可决定、管制措施或表态', '只看許可決定、管制措施或表態'),
        )
        .addChoices(
          { name: 'decisions', value: 'decision', name_localizations: inChinese('许可决定', '許可決定') },
          { name: 'measures', value: 'measure', name_localizations: inChinese('管制措施', '管制措施') },
          { name: 'statements', value: 'statement', name_localizations: inChinese('表态', '表態') },
        ),
    ),
);

/** The newest Stories of the archive, page by page. */
export const recent: Command = {
  data,

  async execute(interaction, context) {
    const language = languageOf(interaction);
    const asked = narrowedIn(interaction, language, context);
    if ('note' in asked) return asked;
    const tier = tierCalled(interaction.options.getString('tier'));
    return show({ ...asked.narrowed, trail: [], ...(tier && { tier }) }, language, context);
  },

  complete: completeNarrowing,

  buttons: {
    recent: {
      shows: 'in-place',
      async answer(interaction, id, context) {
        const language = languageOf(interaction);
        const place = await loadPlace(id, context);
        return place ? show(place, language, context) : { note: texts[language].expired };
      },
    },
  },
};

function tierCalled(written: string | null): Tier | undefined {
  return tiers.find((tier) => tier === written);
}

async function show(place: Place, language: Language, context: CommandContext): Promise<Answer> {
  const { recent: words, tiers: tierNames } = texts[language];
  const page = await storyPage(place, { button: 'recent', texts: texts[language] }, context);
  const filter = [
    ...(place.tier ? [tierNames[place.tier]] : []),
    ...narrowedText(place, language, context),
  ].join(' · ');
  if (page.stories.length === 0) return { note: words.none };

  const stories = await listed(page.stories, context);
  return {
    reply: replyOf({
      title: [words.title(filter || null)],
      lines: [...stories.map((each) => storyLine(each, language)), await footing(context, language)],
      menu: storyMenu(stories, language),
      buttons: [...page.buttons, shareButton(language)],
    }),
  };
}
