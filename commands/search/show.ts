import type { Answer } from '../../src/discord/command.ts';
import type { Button, Line } from '../../src/discord/render/card.ts';
import { quotationMarks } from '../../src/discord/render/quotation.ts';
import { texts as messageTexts } from '../../src/discord/render/texts/index.ts';
import { replyOf } from '../../src/discord/reply.ts';
import type { Kind } from '../../src/domain/facts.ts';
import type { Language } from '../../src/domain/source.ts';
import { archiveSince, countItems } from '../../src/store/lookups.ts';
import { type Found, type Hit, searchTexts } from '../../src/store/search.ts';
import { languageOf as writtenIn } from '../../src/understand/language.ts';
import { dayText } from '../../src/understand/phrases/days.ts';
import { cut } from '../../src/understand/phrases/fit.ts';
import { type Excerpt, excerptOf } from '../../src/understand/search/excerpt.ts';
import { type Term, termsOf } from '../../src/understand/search/terms.ts';
import type { CommandContext } from '../command.ts';
import { optionOf } from '../shared/filter.ts';
import { footing, shareButton } from '../shared/footing.ts';
import { narrowedText, sourcesBy } from '../shared/narrowed.ts';
import { type Listed, listed, sourceLink, storyMenu } from '../shared/story-lines.ts';
import { texts } from '../texts/index.ts';
import type { Asked } from './asked.ts';
import { nearButtons } from './near.ts';

const HITS_A_PAGE = 5;

/** The page that was asked for. */
export async function show(asked: Asked, language: Language, context: CommandContext): Promise<Answer> {
  const { search: words, comma } = texts[language];
  const terms = termsOf(asked.words);
  const after = asked.trail.at(-1);
  const page = { limit: HITS_A_PAGE, ...(after !== undefined && { after }) };
  const sources = asked.authorities && (await sourcesBy(asked.authorities, context)).map(({ id }) => id);
  const search = { ...asked, terms, ...(sources && { sources }) };
  const result = await searchTexts(context.db, search, page);
  const counted = { ...asked, found: result.counted ?? asked.found ?? { count: 0, more: false } };
  if (result.hits.length === 0) return nothing(asked, language, context);

  const stories = await listed(
    result.hits.flatMap(({ story }) => story ?? []),
    context,
  );
  const byId = new Map(stories.map((each) => [each.story.id, each]));
  const also = terms.flatMap((term) => term.also);
  return {
    reply: replyOf({
      title: [words.title(askedText(asked, language, context), counted.found.count, counted.found.more)],
      lines: [
        ...result.hits.flatMap((hit, index) =>
          hitLines(hit, { number: index + 1, told: byId.get(hit.story?.id ?? 0), terms }, language),
        ),
        ...(also.length > 0 ? [[{ italic: words.also(also.join(comma)) }]] : []),
        await footing(context, language),
      ],
      menu: storyMenu(stories, language),
      buttons: [...(await turns(counted, result, language, context)), shareButton(language)],
    }),
  };
}

/** "镓 · tungsten · 1 Jan 2025 – 30 Jun 2025": what was asked, in a line. */
function askedText(asked: Asked, language: Language, context: CommandContext): string {
  const { words, since, until, kind } = asked;
  const texted = texts[language];
  const [from, to] = [since, until].map((on) => (on ? dayText(on, language, 'short') : ''));
  return [
    ...(words.trim() ? [cut(words.trim(), 80)] : []),
    ...narrowedText(asked, language, context).map((each) => cut(each, 80)),
    ...(from || to ? [`${from} – ${to}`.trim()] : []),
    ...(kind ? [texted.search.kinds[kind]] : []),
  ].join(' · ');
}

interface Told {
  number: number;
  told: Listed | undefined;
  terms: readonly Term[];
}

/** In UTF-16 units; a Chinese character takes the room of two letters. */
const room: Record<Language, number> = { en: 150, zh: 75 };

/** "1. **9 Nov 2025**  CONTROLS SUSPENDED · China suspends … · source", and the words that were found. */
function hitLines(hit: Hit, { number, told, terms }: Told, language: Language): Line[] {
  const words = texts[language].search;
  const written = writtenIn(hit.text || hit.title);
  const excerpt =
    excerptOf(hit.text, terms, room[written]) ?? (told ? excerptOf(hit.title, terms, room[written]) : null);
  const said = told
    ? `${messageTexts[language].badges[told.story.action]} · ${told.summary.headline[language]}`
    : `${words.silent} · ${cut(hit.title, 120)}`;
  return [
    [
      `${number}. `,
      { bold: dayText(hit.on, language, 'short') },
      `  ${said}`,
      ...(hit.moreStories > 0 ? [` · ${words.moreHere(hit.moreStories)}`] : []),
      ...sourceLink(hit.url, language),
    ],
    ...(excerpt ? [excerptLine(excerpt, written, language)] : []),
  ];
}

/** The source's own words in quotation marks; a reporter's are said to be one's. */
function excerptLine({ segments, asked }: Excerpt, written: Language, language: Language): Line {
  const [open, close] = quotationMarks[written].text;
  const label: Line = asked ? [{ italic: texts[language].search.asked }, ' '] : [];
  return [...label, open, ...segments.map(({ words, hit }) => (hit ? { bold: words } : words)), close];
}

/** The buttons to the pages beside this one, and to a part of what was found. */
async function turns(
  asked: Asked,
  found: Found,
  language: Language,
  { cursors }: CommandContext,
): Promise<Button[]> {
  const { newer, older, search: words } = texts[language];
  const to = async (label: string, place: Asked): Promise<Button> => ({
    label,
    customId: `search:${await cursors.save(place)}`,
  });
  const last = found.hits.at(-1);
  const { found: _, kind, ...whole } = asked;
  const only = (kind: Kind) => to(words.only[kind], { ...whole, kind, trail: [] });
  return [
    ...(asked.trail.length > 0 ? [await to(newer, { ...asked, trail: asked.trail.slice(0, -1) })] : []),
    ...(found.more && last ? [await to(older, { ...asked, trail: [...asked.trail, last.place] })] : []),
    ...(kind
      ? [await to(words.allKinds, { ...whole, trail: [] })]
      : [await only('measure'), await only('batch')]),
  ];
}

/** Nothing found, and what would find more. */
async function nothing(asked: Asked, language: Language, context: CommandContext): Promise<Answer> {
  const { search: words } = texts[language];
  const since = await archiveSince(context.db);
  const items = await countItems(context.db);
  const wider: Button[] = [];
  if (!asked.everything || asked.kind) {
    const { kind: _kind, found: _found, ...rest } = asked;
    const id = await context.cursors.save({ ...rest, everything: true, trail: [] });
    wider.push({ label: words.everything, customId: `search:${id}` });
  }
  return {
    reply: replyOf({
      title: [words.nothing(askedText(asked, language, context))],
      lines: [
        [words.looked(items, since ? dayText(since, language, 'short') : null, asked.everything)],
        [words.watch(watchFor(asked)).trim()],
      ],
      choices: await nearButtons(asked, language, context),
      buttons: wider,
    }),
  };
}

/** The options of a watch for what was looked for: "goods: gallium words: magnet". */
function watchFor({ words, goods, actions = [], authorities = [] }: Asked): string {
  const option = (name: string, entries: readonly string[]) =>
    entries.length > 0 ? [`${name}: ${cut(entries.slice(0, 3).join(', '), 60)}`] : [];
  return [
    ...option('goods', goods),
    ...option(optionOf.actions, actions),
    ...option(optionOf.authorities, authorities),
    ...(words.trim() ? [`words: ${cut(words.trim(), 60)}`] : []),
  ].join(' ');
}
