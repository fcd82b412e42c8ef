import type { ChatInputCommandInteraction } from 'discord.js';
import { clean, escapeMarkdown } from '../../src/discord/render/escape.ts';
import { tiers } from '../../src/domain/facts.ts';
import type { Filter } from '../../src/domain/filter.ts';
import type { Manners } from '../../src/domain/manners.ts';
import type { Language } from '../../src/domain/source.ts';
import { markets, messageLanguages } from '../../src/domain/subscription.ts';
import { cut } from '../../src/understand/phrases/fit.ts';
import { termsOf } from '../../src/understand/search/terms.ts';
import type { CommandContext } from '../command.ts';
import { parseEntries } from '../shared/entries.ts';
import { type Listed, optionOf } from '../shared/filter.ts';
import { parseGoods, unknownGoodsNote } from '../shared/goods.ts';
import { meansNone, parseDigest, parseSpan } from '../shared/manners.ts';
import { texts } from '../texts/index.ts';
import type { Wanted } from './wanted.ts';

type Interaction = ChatInputCommandInteraction<'cached'>;
type Options = Interaction['options'];

/** What was asked of a watch: only what was named. */
export type Wishes = Partial<Omit<Wanted, 'id' | 'channelId'>>;

/**
 * What the options say, or why they cannot be followed.
 * @param before - What stands where nothing is said.
 */
export function wishesIn(
  { options, guildId }: Interaction,
  before: Pick<Manners, 'quiet'>,
  language: Language,
  context: CommandContext,
): { wishes: Wishes } | { note: string } {
  if (options.getRole('role')?.id === guildId) return { note: texts[language].watch.everyoneRole };
  const filters = filtersIn(options, language, context);
  if ('note' in filters) return filters;
  const times = timesIn(options, before, language);
  if ('note' in times) return times;
  return { wishes: { ...plainWishesIn(options), ...tiersIn(options), ...filters.wishes, ...times.wishes } };
}

function filtersIn(
  options: Options,
  language: Language,
  context: CommandContext,
): { wishes: Partial<Filter> } | { note: string } {
  const wishes: Partial<Filter> = {};
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

/** When it is told. */
function timesIn(
  options: Options,
  before: Pick<Manners, 'quiet'>,
  language: Language,
): { wishes: Partial<Manners> } | { note: string } {
  const { manners } = texts[language].watch;
  const wishes: Partial<Manners> = {};
  const digest = written(options, 'digest');
  if (digest !== null) {
    wishes.digest = digest === '' ? null : parseDigest(digest);
    if (digest !== '' && !wishes.digest) return { note: manners.notADigest(echo(digest)) };
  }
  const span = written(options, 'quiet-hours');
  const parsed = span ? parseSpan(span) : null;
  if (span && !parsed) return { note: manners.notASpan(echo(span)) };
  const decisions = options.getBoolean('decisions-anyway');
  if (span !== null || decisions !== null) {
    const hours = span === null ? before.quiet : parsed;
    if (!hours && decisions) return { note: manners.noQuietHours };
    const exceptDecisions = decisions ?? before.quiet?.exceptDecisions ?? false;
    wishes.quiet = hours && { from: hours.from, until: hours.until, exceptDecisions };
  }
  return { wishes };
}

/** What an option says: '' where it is to be cleared; null where it is left out. */
function written(options: Options, name: string): string | null {
  const text = options.getString(name)?.trim() ?? null;
  return text !== null && meansNone(text) ? '' : text;
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

function plainWishesIn(options: Options): Wishes {
  const role = options.getRole('role');
  const language = messageLanguages.find((each) => each === options.getString('language'));
  const market = markets.find((each) => each === options.getString('market'));
  const threads = options.getBoolean('threads');
  return {
    ...(threads !== null ? { threads } : {}),
    ...(options.getBoolean('no-role') ? { roleId: null } : {}),
    ...(role ? { roleId: role.id } : {}),
    ...(language ? { language } : {}),
    ...(market ? { market } : {}),
  };
}

const LONGEST_ECHO = 200;

function unknownNote(filter: Listed, unknown: readonly string[], language: Language): { note: string } {
  const { watch, comma } = texts[language];
  return { note: watch.unknownEntry(optionOf[filter], echo(unknown.join(comma))) };
}

/** What somebody has typed, to be shown back. */
const echo = (typed: string) => escapeMarkdown(cut(clean(typed), LONGEST_ECHO));
