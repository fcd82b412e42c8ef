import type {
  ApplicationCommandOptionChoiceData,
  AutocompleteInteraction,
  ChatInputCommandInteraction,
  SlashCommandOptionsOnlyBuilder,
} from 'discord.js';
import { z } from 'zod';
import { escapeMarkdown } from '../../src/discord/render/escape.ts';
import { languageOf } from '../../src/discord/texts.ts';
import { actions } from '../../src/domain/facts.ts';
import type { Language } from '../../src/domain/source.ts';
import { everySource } from '../../src/store/authorities.ts';
import { goodsInArchive } from '../../src/store/lookups.ts';
import type { SourceRow } from '../../src/store/schema.ts';
import { cut } from '../../src/understand/phrases/fit.ts';
import type { CommandContext } from '../command.ts';
import { texts } from '../texts/index.ts';
import { completeEntries, parseEntries } from './entries.ts';
import { entryName, listText, optionOf } from './filter.ts';
import { completeGoods, goodsText, parseGoods, unknownGoodsNote } from './goods.ts';
import { type Described, described } from './localised.ts';

/** What narrows a look-up down, as a watch's filters do: of each list any one entry, empty lists let all through. */
export const Narrowed = z.object({
  goods: z.array(z.string()),
  actions: z.array(z.enum(actions)).exactOptional(),
  /** Ids of authorities, and codes of countries for all of theirs. */
  authorities: z.array(z.string()).exactOptional(),
});
export type Narrowed = z.infer<typeof Narrowed>;

const LONGEST = 200;
const options: readonly Described[] = [
  ['goods', 'Only these goods, separated by commas', '只看这些物项，用逗号分隔', '只看這些物項，用逗號分隔'],
  [
    optionOf.actions,
    'Only what does this: licences granted, new control, …',
    '只看这些动作：许可获批、新增管制等',
    '只看這些動作：許可獲批、新增管制等',
  ],
  [
    optionOf.authorities,
    'Only from this country, or from one of its ministries',
    '只看该国，或其某一主管部门',
    '只看該國，或其某一主管部門',
  ],
];

/** Gives a look-up the options that narrow it down. */
export function withNarrowing<Command extends SlashCommandOptionsOnlyBuilder>(command: Command): Command {
  for (const each of options) {
    command.addStringOption((option) => described(option, each).setMaxLength(LONGEST).setAutocomplete(true));
  }
  return command;
}

/** What those options say, or why they cannot be followed. */
export function narrowedIn(
  { options }: Pick<ChatInputCommandInteraction<'cached'>, 'options'>,
  language: Language,
  context: CommandContext,
): { narrowed: Narrowed } | { note: string } {
  const { goods, unknown } = parseGoods(options.getString('goods'));
  if (unknown.length > 0) return unknownGoodsNote(unknown, language);
  const narrowed: Narrowed = { goods };
  for (const filter of ['actions', 'authorities'] as const) {
    const { entries, unknown } = parseEntries(filter, options.getString(optionOf[filter]) ?? '', context);
    if (unknown.length > 0) {
      const { unknownEntry, comma } = texts[language];
      return { note: unknownEntry(optionOf[filter], escapeMarkdown(cut(unknown.join(comma), LONGEST))) };
    }
    if (entries.length > 0) Object.assign(narrowed, { [filter]: entries });
  }
  return { narrowed };
}

/** Completes the one that is being typed. */
export async function completeNarrowing(
  interaction: AutocompleteInteraction<'cached'>,
  context: CommandContext,
): Promise<ApplicationCommandOptionChoiceData[]> {
  const language = languageOf(interaction);
  const { name, value } = interaction.options.getFocused(true);
  if (name === 'goods') return completeGoods(value, await goodsInArchive(context.db), language);
  const filter = (['actions', 'authorities'] as const).find((each) => optionOf[each] === name);
  return filter ? completeEntries(filter, value, context, language) : [];
}

/** "rare earths (all)", "licences granted, denied", "China (all)": what there is to say of it, list by list. */
export function narrowedText(narrowed: Narrowed, language: Language, { names }: CommandContext): string[] {
  const { goods, actions = [], authorities = [] } = narrowed;
  const named = (filter: 'actions' | 'authorities', entries: readonly string[]) =>
    entries.length > 0
      ? [
          listText(
            entries.map((entry) => entryName(filter, entry, language, names)),
            language,
          ),
        ]
      : [];
  return [
    ...(goods.length > 0 ? [goodsText(goods, language)] : []),
    ...named('actions', actions),
    ...named('authorities', authorities),
  ];
}

/** The Sources, read no more though they be, of these authorities and of all of these countries. */
export async function sourcesBy(
  authorities: readonly string[],
  { db, names }: CommandContext,
): Promise<Pick<SourceRow, 'id' | 'authorityId'>[]> {
  const all = await everySource(db);
  return all.filter(
    ({ authorityId }) =>
      authorities.includes(authorityId) || authorities.includes(names.authorities(authorityId).country),
  );
}
