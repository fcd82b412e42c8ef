import { Temporal } from 'temporal-polyfill';
import type { Answer } from '../../src/discord/command.ts';
import type { Button, Line } from '../../src/discord/render/card.ts';
import { replyOf } from '../../src/discord/reply.ts';
import { type Filter, filterNames, noFilter, passesAll, type Subject } from '../../src/domain/filter.ts';
import type { Digest, Manners } from '../../src/domain/manners.ts';
import { DAY, type Day } from '../../src/domain/moment.ts';
import type { Language } from '../../src/domain/source.ts';
import { subjectOf, textsOf } from '../../src/pipeline/subject.ts';
import { fromJson } from '../../src/store/columns.ts';
import { findStories, leadsOf, pagesSince } from '../../src/store/lookups.ts';
import type { StoryRow } from '../../src/store/schema.ts';
import { excerptOf } from '../../src/understand/search/excerpt.ts';
import { termsOf } from '../../src/understand/search/terms.ts';
import type { CommandContext } from '../command.ts';
import { wordText } from '../shared/filter.ts';
import { languageOfSource, listed, storyLine } from '../shared/story-lines.ts';
import { texts } from '../texts/index.ts';

const MOST_SHOWN = 3;
/** More than any ministry publishes in 90 days. */
const MOST_READ = 2000;
const MOST_WORDS = 8;
const LONGEST_EXCERPT = 80;

interface Candidate {
  story: StoryRow;
  subject: Subject;
  texts: string[];
}

/** What is shown of it, and how many Stories there are when these are not all; else null. */
export interface Preview {
  lines: Line[];
  more: number | null;
}

/** What decides how much would have been sent. */
type Previewed = Filter & Pick<Manners, 'digest'>;

/** What the archive's last 90 days would have sent to a channel by this filter, and what each of its words found. */
export async function previewed(
  watch: Previewed,
  language: Language,
  context: CommandContext,
): Promise<Preview> {
  return previewOf(watch, await lastNinetyDays(context), language, context);
}

/** The same for a watch that was changed, with what it would have sent before. */
export async function changePreviewed(
  before: Previewed,
  after: Previewed,
  language: Language,
  context: CommandContext,
): Promise<Preview> {
  const candidates = await lastNinetyDays(context);
  const counts = countsText(before.digest, sentBy(before, candidates), language);
  const { lines, more } = await previewOf(after, candidates, language, context);
  return { lines: [[texts[language].watch.previewBefore(counts)], ...lines], more };
}

const A_PAGE = 10;

/** All that it would have sent, the newest first. @param page - From 0. */
export async function sentPage(
  watch: Previewed & { id: number },
  page: number,
  language: Language,
  context: CommandContext,
): Promise<Answer> {
  const { watch: words, source } = texts[language];
  const sent = sentBy(watch, await lastNinetyDays(context));
  const last = Math.max(0, Math.ceil(sent.length / A_PAGE) - 1);
  const shown = Math.min(Math.max(page, 0), last);
  const stories = sent.slice(shown * A_PAGE, (shown + 1) * A_PAGE).map(({ story }) => story);
  const leadTo = (label: string, to: number): Button[] =>
    to < 0 || to > last ? [] : [{ label, customId: `watch-sent-page:${watch.id}/${to}` }];
  return {
    reply: replyOf({
      title: [words.preview(countsText(watch.digest, sent, language))],
      lines: (await listed(stories, context)).map((each) => storyLine(each, language)),
      ...(last > 0 && { footer: `${shown + 1} / ${last + 1}` }),
      buttons: [...leadTo(source.before, shown - 1), ...leadTo(source.after, shown + 1)],
    }),
  };
}

/** The Stories of that time, as filters look at them. */
async function lastNinetyDays({ db, clock, names, sources }: CommandContext): Promise<Candidate[]> {
  const since = new Date(clock.now() - 90 * DAY).toISOString().slice(0, 10);
  const stories = await findStories(db, { since, limit: MOST_READ });
  const leads = await leadsOf(db, stories);
  const pages = await pagesSince(db, since);
  return stories.map((story) => {
    const { id, authorityId, kind, tier } = story;
    const links = (pages.get(id) ?? []).map(({ sourceId, title }) => ({
      ...{ sourceId, title },
      language: languageOfSource(sourceId, sources),
    }));
    const evidence = leads.get(id)?.evidence ?? {};
    const told = { authorityId, kind, tier, facts: fromJson(story.facts), evidence, links };
    return { story, subject: subjectOf(told, names.authorities), texts: textsOf(told) };
  });
}

const sentBy = (filter: Filter, candidates: readonly Candidate[]) =>
  candidates.filter(({ subject }) => passesAll(filter, subject));

async function previewOf(
  filter: Previewed,
  candidates: readonly Candidate[],
  language: Language,
  context: CommandContext,
): Promise<Preview> {
  const sent = sentBy(filter, candidates);
  const lines = await linesOf(filter, candidates, sent, language, context);
  return { lines, more: sent.length > MOST_SHOWN ? sent.length : null };
}

async function linesOf(
  filter: Previewed,
  candidates: readonly Candidate[],
  sent: readonly Candidate[],
  language: Language,
  context: CommandContext,
): Promise<Line[]> {
  const { watch: words } = texts[language];
  const found = wordLines(filter, candidates, language);
  if (candidates.length === 0) return [[words.previewEmpty]];
  if (sent.length === 0)
    return [
      [`⚠ ${words.previewNone(candidates.length)}`],
      ...aloneLines(filter, candidates, language),
      ...found,
    ];

  const shown = await listed(
    sent.slice(0, MOST_SHOWN).map(({ story }) => story),
    context,
  );
  return [
    [{ bold: words.preview(countsText(filter.digest, sent, language)) }],
    ...shown.map((each) => ['· ', ...storyLine(each, language)] as Line),
    ...found,
  ];
}

/** How many messages that is: as fresh news would be told, see `manners`, or in digests. */
function countsText(digest: Digest | null, sent: readonly Candidate[], language: Language): string {
  const { watch: words } = texts[language];
  if (digest) {
    const days = new Set(sent.map(({ story }) => digestDay(digest, story.publishedOn)));
    return words.digestCounts(digest.every, days.size, sent.length);
  }
  const pushes = sent.filter(({ story }) => story.tier !== 'statement').length;
  return words.counts(pushes, sent.length - pushes);
}

/** The day of the digest that tells what was published on a day; most dates carry no time, so the first one since. */
function digestDay(digest: Digest, on: Day): Day {
  if (digest.every === 'day') return on;
  const day = Temporal.PlainDate.from(on);
  return day.add({ days: (digest.on - day.dayOfWeek + 7) % 7 }).toString();
}

/** Which of several filters holds everything back: what each lets through by itself. */
function aloneLines(filter: Filter, candidates: readonly Candidate[], language: Language): Line[] {
  const { filters, watch } = texts[language];
  const set = filterNames.filter((name) => filter[name].length > 0);
  if (set.length < 2) return [];
  const counts = set.map((name) => {
    const alone = { ...noFilter, [name]: filter[name] };
    return `${filters[name]} ${sentBy(alone, candidates).length}`;
  });
  return [[watch.alone(counts.join(' · '))]];
}

/** What each word would have found among all that passes the other filters, and where. */
function wordLines(filter: Filter, candidates: readonly Candidate[], language: Language): Line[] {
  const { watch } = texts[language];
  const others = sentBy({ ...filter, words: [] }, candidates);
  return filter.words.slice(0, MOST_WORDS).map((word): Line => {
    const found = others.filter(({ subject }) => subject.says(word));
    return [
      `· ${watch.wordFound(wordText(word), found.length)}`,
      ...excerptParts(found[0]?.texts ?? [], word, language),
    ];
  });
}

/** ": … said of **it** there", of the newest; its words stand in one of these texts. */
function excerptParts(among: readonly string[], word: string, language: Language): Line {
  for (const text of among) {
    const excerpt = excerptOf(text, termsOf(word), LONGEST_EXCERPT);
    if (!excerpt) continue;
    const segments = excerpt.segments.map(({ words, hit }) => (hit ? { bold: words } : words));
    return [language === 'zh' ? '：' : ': ', ...segments];
  }
  return [];
}
