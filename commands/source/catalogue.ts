import type { ApplicationCommandOptionChoiceData } from 'discord.js';
import type { Answer } from '../../src/discord/command.ts';
import type { Button, Line } from '../../src/discord/render/card.ts';
import { clean, escapeMarkdown } from '../../src/discord/render/escape.ts';
import { safeUrl } from '../../src/discord/render/links.ts';
import { replyOf } from '../../src/discord/reply.ts';
import { sourceAt } from '../../src/domain/schedule.ts';
import type { CatalogueSource, Language } from '../../src/domain/source.ts';
import { catalogue, isReadByDefault } from '../../src/sources/catalogue/index.ts';
import { pausedSources } from '../../src/store/sources.ts';
import { countryCalled, countryName, countryOfCode } from '../../src/understand/lexicon/countries.ts';
import { cut } from '../../src/understand/phrases/fit.ts';
import type { CommandContext } from '../command.ts';
import { shareButton } from '../shared/footing.ts';
import { pagesOf } from '../shared/pages.ts';
import { texts } from '../texts/index.ts';

/** What a page shows at most, in characters of markdown. */
const room = 3600;
const LONGEST_CHOICE = 100;
const LONGEST_ECHO = 100;

/** Of a body that belongs to no country. */
const INTERNATIONAL = 'international';

const countryOf = ({ authority }: CatalogueSource) => authority.country || INTERNATIONAL;

/** The countries of the catalogue, in its order. */
const countries: readonly string[] = [...new Set(catalogue.map(countryOf))];

function nameOf(country: string, language: Language): string {
  if (country === INTERNATIONAL) return texts[language].source.catalogue.international;
  const known = countryOfCode(country);
  return known ? countryName(known, language) : country;
}

/** The country somebody means, by its code or name. */
function countryMeant(written: string): string | undefined {
  const code = countryCalled(written)?.code ?? written.trim();
  return countries.find((country) =>
    [country, nameOf(country, 'en'), nameOf(country, 'zh')].some(
      (name) => name.toLowerCase() === code.toLowerCase(),
    ),
  );
}

/** Which page of which part of the catalogue: `CN/2`, or `/0` for all of it. */
export function cataloguePage(place: string, language: Language, context: CommandContext): Promise<Answer> {
  const [country = '', page] = place.split('/');
  return showCatalogue(country || null, language, context, Number(page));
}

/**
 * What ships with the bot, by country: what of it is read, and why the rest is not.
 * @param written - A country, by its code or name; null: all.
 */
export async function showCatalogue(
  written: string | null,
  language: Language,
  context: CommandContext,
  page = 0,
): Promise<Answer> {
  const { source: all } = texts[language];
  const { catalogue: words } = all;
  const country = written === null ? null : countryMeant(written);
  if (country === undefined)
    return { note: words.noCountry(escapeMarkdown(cut(clean(written ?? ''), LONGEST_ECHO))) };

  const entries = catalogue.filter((entry) => country === null || countryOf(entry) === country);
  const paused = new Set((await pausedSources(context.db)).map(({ id }) => id));
  const read = entries.filter(({ id }) => context.sources.has(id) && !paused.has(id)).length;
  const lineOf = (entry: CatalogueSource) => entryLine(entry, paused.has(entry.id), language, context);
  const blocks =
    country === null ? blocksOf(entries, lineOf, language) : entries.map((entry) => [lineOf(entry)]);
  const pages = pagesOf(blocks, room);
  const shown = Math.min(Math.max(page, 0), pages.length - 1);
  const leadTo = (label: string, to: number): Button[] =>
    pages[to] ? [{ label, customId: `source-catalogue:${country ?? ''}/${to}` }] : [];
  const added = [...context.sources.keys()].filter((id) => context.book.isAdded(id)).length;
  const footer = [
    ...(pages.length > 1 ? [`${shown + 1} / ${pages.length}`] : []),
    ...(added > 0 ? [words.added(added)] : []),
  ];
  return {
    reply: replyOf({
      title: [
        country
          ? words.of(nameOf(country, language), read, entries.length)
          : words.title(read, entries.length),
      ],
      lines: pages[shown] ?? [],
      ...(footer.length > 0 && { footer: footer.join(' · ') }),
      buttons: [...leadTo(all.before, shown - 1), ...leadTo(all.after, shown + 1), shareButton(language)],
    }),
  };
}

/** One of a country each. */
function blocksOf(
  entries: readonly CatalogueSource[],
  lineOf: (entry: CatalogueSource) => Line,
  language: Language,
): Line[][] {
  return [...Map.groupBy(entries, countryOf)].map(([country, its]) => [
    [{ bold: nameOf(country, language) }],
    ...its.map(lineOf),
  ]);
}

/** "✓ MOFCOM daily news · every 10 minutes", or "○ … · off: …". */
function entryLine(
  entry: CatalogueSource,
  paused: boolean,
  language: Language,
  { sources, clock }: CommandContext,
): Line {
  const { catalogue: words } = texts[language].source;
  const url = safeUrl(sourceAt(entry, clock.now()).url);
  const label = entry.name[language];
  const name = url ? { label, url } : label;
  const source = sources.get(entry.id);
  if (paused) return ['‖ ', name, ` · ${words.paused}`];
  if (source) return ['✓ ', name, ` · ${words.every(source.cadence)}`];
  return ['○ ', name, ` · ${isReadByDefault(entry) ? words.leftOut : words.recalled}`];
}

export function completeCountry(typed: string, language: Language): ApplicationCommandOptionChoiceData[] {
  const wanted = typed.trim().toLowerCase();
  return countries
    .map((country) => ({ name: cut(nameOf(country, language), LONGEST_CHOICE), value: country }))
    .filter(({ name, value }) => {
      const called = `${name} ${value} ${nameOf(value, 'en')} ${nameOf(value, 'zh')}`;
      return called.toLowerCase().includes(wanted);
    })
    .slice(0, 25);
}
