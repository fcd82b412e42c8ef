import type { ApplicationCommandOptionChoiceData } from 'discord.js';
import { actions, kinds } from '../../src/domain/facts.ts';
import type { Filter } from '../../src/domain/filter.ts';
import type { Language } from '../../src/domain/source.ts';
import { fold } from '../../src/understand/fold.ts';
import { countries, countryCalled } from '../../src/understand/lexicon/countries.ts';
import type { CommandContext } from '../command.ts';
import { entryName, type Listed } from './filter.ts';
import { beingTyped, partsOf } from './parts.ts';

type Known = Pick<CommandContext, 'sources' | 'names'>;

/** All that a filter can be set to. */
const entries: { [Name in Listed]: (known: Known) => readonly Filter[Name][number][] } = {
  kinds: () => kinds,
  actions: () => actions,
  destinations: () => countries.map(({ name }) => name),
  authorities({ sources }) {
    const all = [...sources.values()].map(({ authority }) => authority);
    const codes = all.map(({ country }) => country).filter((code) => code !== '');
    return [...new Set([...codes, ...all.map(({ id }) => id)])];
  },
  sources: ({ sources }) => [...sources.keys()],
  sourceLanguages: ({ sources }) => [
    ...new Set([...sources.values()].map(({ language }) => language.split('-')[0] ?? language)),
  ],
};

/** What else people write for an entry. */
const aliases: Partial<Record<Listed, (written: string) => string | undefined>> = {
  destinations: (written) => countryCalled(written)?.name,
  authorities: (written) => countryCalled(written)?.code,
};

const compared = (text: string) => fold(text).toLowerCase();

/** What an entry is called, by its id and in both languages, as it is compared. */
function calledBy(filter: Listed, entry: string, { names }: Known): string[] {
  return [entry, entryName(filter, entry, 'en', names), entryName(filter, entry, 'zh', names)].map(compared);
}

/** Reads entries of a filter as people write them: by id, or by name in English or Chinese. */
export function parseEntries(
  filter: Listed,
  written: string,
  known: Known,
): { entries: string[]; unknown: string[] } {
  const all: readonly string[] = entries[filter](known);
  const found = partsOf(written).map((part) => {
    const meant = [aliases[filter]?.(part), part].flatMap((each) => (each ? compared(each) : []));
    const entry = all.find((each) => calledBy(filter, each, known).some((called) => meant.includes(called)));
    return { part, entry };
  });
  return {
    entries: [...new Set(found.flatMap(({ entry }) => entry ?? []))],
    unknown: found.filter(({ entry }) => entry === undefined).map(({ part }) => part),
  };
}

const LONGEST_CHOICE = 100;

/** Completes the last of the entries being typed. */
export function completeEntries(
  filter: Listed,
  written: string,
  known: Known,
  language: Language,
): ApplicationCommandOptionChoiceData<string>[] {
  const { before, typed } = beingTyped(written);
  const chosen = parseEntries(filter, before.join(','), known).entries;
  const nameOf = (entry: string) => entryName(filter, entry, language, known.names);
  const wanted = compared(typed);
  return (entries[filter](known) as readonly string[])
    .filter((entry) => !chosen.includes(entry))
    .filter((entry) => calledBy(filter, entry, known).some((called) => called.includes(wanted)))
    .map((entry) => ({
      name: [...chosen, entry].map(nameOf).join(', '),
      value: [...chosen, entry].join(', '),
    }))
    .filter(({ name, value }) => name.length <= LONGEST_CHOICE && value.length <= LONGEST_CHOICE)
    .slice(0, 25);
}
