import type { ApplicationCommandOptionChoiceData } from 'discord.js';
import type { Line } from '../../src/discord/render/card.ts';
import { clean } from '../../src/discord/render/escape.ts';
import { safeUrl } from '../../src/discord/render/links.ts';
import { texts as messageTexts } from '../../src/discord/render/texts/index.ts';
import type { Menu } from '../../src/discord/reply.ts';
import { judgedAs, type Language, type SourceLanguage } from '../../src/domain/source.ts';
import { sourceById } from '../../src/sources/known.ts';
import { fromJson } from '../../src/store/columns.ts';
import { type Lead, leadsOf } from '../../src/store/lookups.ts';
import type { StoryRow } from '../../src/store/schema.ts';
import { dayText } from '../../src/understand/phrases/days.ts';
import { cut } from '../../src/understand/phrases/fit.ts';
import { type Summary, summarise } from '../../src/understand/summarise.ts';
import type { CommandContext } from '../command.ts';
import { texts } from '../texts/index.ts';

/** A Story of the archive with what its leading page says. */
export interface Listed {
  story: StoryRow;
  summary: Summary;
  lead: Lead | undefined;
  /** The language its facts and quotes were read in. */
  written: Language;
}

/** Words Stories as their alerts would, without "late": in an archive nothing is. */
export async function listed(
  stories: readonly StoryRow[],
  { db, sources, names }: CommandContext,
): Promise<Listed[]> {
  const leads = await leadsOf(db, stories);
  return stories.map((story) => {
    const lead = leads.get(story.id);
    const written = judgedAs(languageOfSource(lead?.sourceId ?? '', sources));
    const view = {
      kind: story.kind,
      facts: fromJson(story.facts),
      evidence: lead?.evidence ?? {},
      language: written,
      corrections: fromJson(story.corrections),
      withdrawnAt: story.withdrawnAt,
      ...(story.withdrawnBy && { withdrawnBy: story.withdrawnBy }),
    };
    const authority = names.authorities(story.authorityId);
    return { story, lead, written, summary: summarise(view, { market: 'US', authority }) };
  });
}

/** A Source that is read no more keeps its archive, and what that is written in. */
export function languageOfSource(id: string, sources: CommandContext['sources']): SourceLanguage {
  return (sources.get(id) ?? sourceById(id))?.language ?? 'en';
}

/** "19 Jun 2025 · China's commerce ministry says …": a Story among choices, which take 100 characters. */
export function storyChoice(
  { story, summary }: Listed,
  language: Language,
): ApplicationCommandOptionChoiceData<string> {
  const name = `${dayText(story.publishedOn, language, 'short')} · ${clean(summary.headline[language])}`;
  return { name: cut(name, 100), value: String(story.id) };
}

/** Leads to one of several Stories; see the menu of /story. */
export function storyMenu(stories: readonly Listed[], language: Language): Menu {
  const options = stories.map((each) => {
    const { name, value } = storyChoice(each, language);
    return { label: name, value };
  });
  return { customId: 'story:', placeholder: texts[language].story.open, options };
}

/** "**19 Jun 2025** LICENCES GRANTED · China's commerce ministry says … source". */
export function storyLine({ story, summary, lead }: Listed, language: Language): Line {
  const badge = messageTexts[language].badges[story.action];
  return [
    { bold: dayText(story.publishedOn, language, 'short') },
    `  ${badge} · ${summary.headline[language]}`,
    ...sourceLink(lead?.url, language),
  ];
}

/** " source", where there is an address to open. */
export function sourceLink(url: string | undefined, language: Language): Line {
  const safe = url === undefined ? null : safeUrl(url);
  return safe ? [' · ', { label: messageTexts[language].source, url: safe }] : [];
}
