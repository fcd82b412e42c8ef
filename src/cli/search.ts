import { styleText } from 'node:util';
import { clean } from '../discord/render/escape.ts';
import type { Day } from '../domain/moment.ts';
import { configuredClock, openInstallation } from '../installation.ts';
import { silentLog } from '../ops/log.ts';
import { fromJson } from '../store/columns.ts';
import { type Hit, type Search, searchTexts } from '../store/search.ts';
import { goodCalled } from '../understand/lexicon/called.ts';
import { membersOf } from '../understand/lexicon/families.ts';
import { excerptOf } from '../understand/search/excerpt.ts';
import { termsOf } from '../understand/search/terms.ts';
import { daysTyped } from '../understand/typed-dates.ts';
import { factsText } from './facts-text.ts';
import { Refusal, type Terminal, writeJson } from './terminal.ts';

interface Options {
  good?: string;
  since?: string;
  until?: string;
  all?: boolean;
  limit: string;
  json?: boolean;
}

/**
 * Finds texts of the archive by their words, the newest first.
 *
 * @throws {Refusal} where there is nothing to search for, or a good or a date is none.
 */
export async function search(words: readonly string[], options: Options, terminal: Terminal): Promise<void> {
  const limit = Number(options.limit);
  if (!Number.isInteger(limit) || limit < 1 || limit > 1000)
    throw new Refusal(`--limit is a number from 1 to 1000, not "${options.limit}".`);
  const asked = searchOf(words, options);
  const config = terminal.config();
  const installation = await openInstallation(config, configuredClock(config), silentLog);
  try {
    const { hits, more, counted } = await searchTexts(installation.db, asked, { limit });
    for (const hit of hits) {
      if (options.json) writeJson(terminal, hitJson(hit, asked));
      else terminal.write(hitText(hit, asked, terminal));
    }
    if (options.json) return;
    if (hits.length === 0) terminal.write('Nothing found.\n');
    else if (more)
      terminal.write(`${counted?.more ? 'Over ' : ''}${counted?.count} found; --limit shows more.\n`);
  } finally {
    await installation.close();
  }
}

function searchOf(words: readonly string[], { good, since, until, all }: Options): Search {
  // A shell has taken the quotes away: words that came as one argument are one phrase.
  const written = words.map((word) => (/\s/.test(word) ? `"${word.replaceAll('"', ' ')}"` : word)).join(' ');
  const terms = termsOf(written);
  const goods = good === undefined ? [] : knownGoods(good);
  if (terms.length === 0 && goods.length === 0)
    throw new Refusal('Name a word or a good to search for, such as: search gallium licence');
  return {
    ...{ terms, goods, everything: all === true },
    ...(since !== undefined && { since: daysFrom(since).first }),
    ...(until !== undefined && { until: daysFrom(until).last }),
  };
}

function knownGoods(written: string): string[] {
  const good = goodCalled(written.trim());
  if (good) return membersOf(good.name);
  throw new Refusal(
    `"${written}" is no good that the lexicon knows. Give its English or Chinese name, or its chemical symbol.`,
  );
}

function daysFrom(written: string): { first: Day; last: Day } {
  const days = daysTyped(written);
  if (days) return days;
  throw new Refusal(`"${written}" is not a date. Write it as 2031-11-10 or 2031-11.`);
}

const ROOM = 160;

function hitText(hit: Hit, { terms }: Search, { style }: Terminal): string {
  const { on, story, title, text, url } = hit;
  const excerpt = excerptOf(text, terms, ROOM) ?? excerptOf(title, terms, ROOM);
  const marked = excerpt?.segments
    .map(({ words, hit }) => (hit && style.colour ? styleText('bold', flat(words)) : flat(words)))
    .join('');
  return [
    `${on}  ${story ? `Story ${story.id}  ${clean(factsText(fromJson(story.facts)))}` : 'no story'}`,
    `    ${clean(title)}`,
    ...(marked ? [`    ${excerpt?.asked ? 'asked: ' : ''}${marked}`] : []),
    `    ${clean(url)}\n`,
  ].join('\n');
}

/** As `clean`, but for the spaces at its ends, which part it from what stands beside it. */
const flat = (words: string) =>
  `${/^\s/.test(words) ? ' ' : ''}${clean(words)}${/\s$/.test(words) && clean(words) ? ' ' : ''}`;

function hitJson({ on, story, moreStories, sourceId, url, title, text, itemId }: Hit, { terms }: Search) {
  return {
    ...{ on, itemId, sourceId, url, title },
    story: story?.id ?? null,
    moreStories,
    facts: story ? fromJson(story.facts) : null,
    excerpt: excerptOf(text, terms, ROOM) ?? excerptOf(title, terms, ROOM),
  };
}
