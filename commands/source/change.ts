import type { ApplicationCommandOptionChoiceData, AutocompleteInteraction } from 'discord.js';
import type { Answer } from '../../src/discord/command.ts';
import { escapeMarkdown } from '../../src/discord/render/escape.ts';
import { texts as messageTexts } from '../../src/discord/render/texts/index.ts';
import { languageOf } from '../../src/discord/texts.ts';
import type { Language } from '../../src/domain/source.ts';
import { catalogue } from '../../src/sources/catalogue/index.ts';
import { pausedSources } from '../../src/store/sources.ts';
import { cut } from '../../src/understand/phrases/fit.ts';
import type { CommandContext } from '../command.ts';
import { texts } from '../texts/index.ts';

/** What an admin may do to a Source that is known already. */
type Change = (id: string, name: string, language: Language, context: CommandContext) => Promise<string>;

export const changes: Readonly<Record<string, Change>> = {
  async pause(id, name, language, { book, clock }) {
    await book.pause(id, clock.now());
    return texts[language].source.paused(name);
  },
  async resume(id, name, language, { book, clock }) {
    await book.resume(id, clock.now());
    return texts[language].source.resumed(name);
  },
  async remove(id, name, language, { book }) {
    const { source: words } = texts[language];
    return (await book.remove(id)) ? words.removed(name) : words.ofCatalogue(name);
  },
  async check(id, name, language, { check }) {
    const { source: words } = texts[language];
    const polled = await check(id);
    if (!polled) return words.beingRead(name);
    const { failure, listing, newItems } = polled;
    if (!failure) return words.checked(name, listing === 'unchanged' ? null : newItems);
    const reason = messageTexts[language].failures[failure.reason];
    return words.checkFailed(name, reason, words.advice[failure.reason]);
  },
};

/** Does to the Source of this id what the subcommand says, or says why not. */
export async function changeSource(
  change: Change,
  id: string,
  language: Language,
  context: CommandContext,
): Promise<Answer> {
  if (!context.sources.has(id)) return { note: texts[language].source.notFound(escapeMarkdown(id)) };
  const name = escapeMarkdown(context.names.sourceName(id)[language]);
  return { note: await change(id, name, language, context) };
}

const LONGEST_CHOICE = 100;

/** The Sources that a subcommand can be used on, by name, id or authority. */
export async function completeSources(
  interaction: AutocompleteInteraction<'cached'>,
  context: CommandContext,
): Promise<ApplicationCommandOptionChoiceData[]> {
  const language = languageOf(interaction);
  const subcommand = interaction.options.getSubcommand();
  const typed = interaction.options.getFocused().toLowerCase();
  const paused = new Set((await pausedSources(context.db)).map(({ id }) => id));
  const { sources, book } = context;
  const further = subcommand === 'preview' ? catalogue.filter(({ id }) => !sources.has(id)) : [];
  return [...sources.values(), ...further]
    .filter(({ id }) => subcommand !== 'remove' || book.isAdded(id))
    .filter(({ id }) => fitsPause(subcommand, paused.has(id)))
    .map(({ id, name, authority }) => ({
      name: cut(`${authority.short[language]} · ${name[language]}`, LONGEST_CHOICE),
      value: id,
    }))
    .filter(({ name, value }) => `${name} ${value}`.toLowerCase().includes(typed))
    .slice(0, 25);
}

/** What is paused can be resumed, and looked at, changed or removed all the same. */
function fitsPause(subcommand: string, paused: boolean): boolean {
  if (subcommand === 'resume') return paused;
  return !paused || ['preview', 'edit', 'remove'].includes(subcommand);
}
