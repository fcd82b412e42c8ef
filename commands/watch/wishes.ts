import type { ChatInputCommandInteraction } from 'discord.js';
import { clean, escapeMarkdown } from '../../src/discord/render/escape.ts';
import { tiers } from '../../src/domain/facts.ts';
import type { Filter } from '../../src/domain/filter.ts';
import type { Language } from '../../src/domain/source.ts';
import { markets, messageLanguages, type Subscription } from '../../src/domain/subscription.ts';
import { cut } from '../../src/understand/phrases/fit.ts';
import { termsOf } from '../../src/understand/search/terms.ts';
import type { CommandContext } from '../command.ts';
import type { Listed } from '../shared/filter.ts';
import { parseGoods, unknownGoodsNote } from '../shared/goods.ts';
import { texts } from '../texts/index.ts';
import { parseEntries } from './entries.ts';
import { NONE, optionOf } from './options.ts';

type Interaction = ChatInputCommandInteraction<'cached'>;
type Options = Interaction['options'];

/** What was asked of a watch: only what was named. */
export type Wishes = Partial<Filter & Pick<Subscription, 'roleId' | 'language' | 'market'>>;

/** What the options say, or why they cannot be followed. */
export function wishesIn(
  { options, guildId }: Interaction,
  language: Language,
  context: CommandContext,
): { wishes: Wishes } | { note: string } {
  if (options.getRole('role')?.id === guildId) return { note: texts[language].watch.everyoneRole };
  const wishes: Wishes = { ...mannersIn(options), ...tiersIn(options) };
  const goods = written(options, 'goods');
  if (goods !== null) {
    const parsed = parseGoods(goods);
    if (parsed.unknown.length > 0) return unknownGoodsNote(parsed.unknown, language);
    wishes.goods = parsed.goods;
  }
  for (const filter of Object.keys(optionOf) as Listed[]) {
    const list = written(options, optionOf[filter]);
    if (list === null) continue;
    const { entries, unknown } = parseEntries(filter, list, context);
    if (unknown.length > 0) return unknownNote(filter, unknown, language);
    Object.assign(wishes, { [filter]: entries });
  }
  const words = written(options, 'words');
  if (words !== null) {
    wishes.words = wordsIn(words);
    if (wishes.words.some((each) => termsOf(each).length === 0))
      return { note: texts[language].watch.noWords };
  }
  return { wishes };
}

/** What a list option says: '' where it is to let everything through; null where it is left out. */
function written(options: Options, name: string): string | null {
  const text = options.getString(name)?.trim() ?? null;
  return text !== null && [NONE, '无', '無'].includes(text.toLowerCase()) ? '' : text;
}

/** Words and phrases, separated by commas; a comma within quotes separates nothing. */
function wordsIn(text: string): string[] {
  const found = text.match(/(?:"[^"]*"|“[^”]*”|「[^」]*」|『[^』]*』|[^,，、;；])+/gu) ?? [];
  return [...new Set(found.map((each) => each.trim()).filter(Boolean))];
}

function tiersIn(options: Options): Wishes {
  const chosen = written(options, 'tiers')?.split(',');
  return chosen ? { tiers: tiers.filter((tier) => chosen.includes(tier)) } : {};
}

function mannersIn(options: Options): Wishes {
  const role = options.getRole('role');
  const language = messageLanguages.find((each) => each === options.getString('language'));
  const market = markets.find((each) => each === options.getString('market'));
  return {
    ...(options.getBoolean('no-role') ? { roleId: null } : {}),
    ...(role ? { roleId: role.id } : {}),
    ...(language ? { language } : {}),
    ...(market ? { market } : {}),
  };
}

const LONGEST_ECHO = 200;

function unknownNote(filter: Listed, unknown: readonly string[], language: Language): { note: string } {
  const { watch, comma } = texts[language];
  const echo = escapeMarkdown(cut(clean(unknown.join(comma)), LONGEST_ECHO));
  return { note: watch.unknownEntry(optionOf[filter], echo) };
}
