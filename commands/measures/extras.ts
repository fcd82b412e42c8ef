import type { Line } from '../../src/discord/render/card.ts';
import { clean } from '../../src/discord/render/escape.ts';
import { safeUrl } from '../../src/discord/render/links.ts';
import { quotationMarks } from '../../src/discord/render/quotation.ts';
import { replyOf } from '../../src/discord/reply.ts';
import { languageOf } from '../../src/discord/texts.ts';
import type { State } from '../../src/domain/measure.ts';
import { quotesOfNotices } from '../../src/store/notices.ts';
import { languageOf as writtenIn } from '../../src/understand/language.ts';
import { dayText } from '../../src/understand/phrases/days.ts';
import { cut } from '../../src/understand/phrases/fit.ts';
import { noticeText } from '../../src/understand/phrases/notice.ts';
import { statusText } from '../../src/understand/register/status-text.ts';
import type { CommandButton } from '../command.ts';
import { type Cell, tableButton } from '../shared/csv.ts';
import { shareButton } from '../shared/footing.ts';
import { loadCursor } from '../shared/paging.ts';
import { texts } from '../texts/index.ts';
import { Asked, reportFor } from './asked.ts';
import { type Entry, entriesOf, subjectText } from './lines.ts';
import { pageOf } from './show.ts';

const LONGEST_QUOTE = 220;
const MOST_QUOTES = 2;

/** The notices' own words behind the measures of the page. */
export const quotes: CommandButton = {
  shows: 'private',

  async answer(interaction, id, context) {
    const language = languageOf(interaction);
    const asked = await loadCursor(Asked, id, context);
    const found = asked && (await reportFor(asked, context));
    if (!found) return { note: texts[language].expired };
    const words = texts[language].measures;
    const page = pageOf(asked, entriesOf(found.report));
    const urls = page.map(({ measure }) => measure.measure.notice.url);
    const said = await quotesOfNotices(context.db, urls);
    const lines = page.flatMap(({ measure: { measure } }): Line[] => {
      const { announcementNo, url } = measure.notice;
      const number = noticeText(announcementNo, language);
      const safe = safeUrl(url);
      const own = [...new Set((said.get(url) ?? []).map((quote) => cut(clean(quote.words), LONGEST_QUOTE)))];
      return [
        [safe ? { label: number, url: safe } : { bold: number }],
        ...(own.length > 0
          ? own
              .slice(0, MOST_QUOTES)
              .map((quote): Line => [quotationMarks[writtenIn(quote)].text.join(quote)])
          : [[words.noQuotes]]),
      ];
    });
    return {
      reply: replyOf({
        title: [words.quotesTitle(subjectText(asked, language))],
        colour: 'amber',
        lines,
        buttons: [shareButton(language)],
      }),
    };
  },
};

const header = [
  'asked_on',
  'group',
  'notice',
  'section',
  'title',
  'goods',
  'destinations',
  'control_codes',
  'customs_codes_for_reference',
  'state',
  'state_in_words',
  'since',
  'until',
  'published_on',
  'source',
];

/** All that was found, not only the page, as a table. */
export const csv = tableButton(async (id, language, context) => {
  const asked = await loadCursor(Asked, id, context);
  const found = asked && (await reportFor(asked, context));
  if (!found) return null;
  const subject = subjectText(asked, language);
  const title = texts[language].measures.title(subject, dayText(asked.on, language));
  const rows = entriesOf(found.report).flatMap((entry) => rowsOf(entry, asked));
  return { name: `measures-${asked.on}.csv`, header, rows, title, description: title, colour: 'amber' };
});

/** One for the measure, and one for each of its sections that stands apart. */
function rowsOf({ group, measure: { measure, status } }: Entry, { on }: Asked): Cell[][] {
  const { notice, goods, destinations, controlCodes, hsCodes } = measure;
  const row = (section: string, state: State): Cell[] => [
    ...[on, group, notice.announcementNo, section, notice.title],
    ...[goods, destinations, controlCodes, hsCodes],
    ...[state.state, statusText(state, 'en'), ...spanOf(state)],
    ...[notice.publishedOn, notice.url],
  ];
  return [row('', status.whole), ...status.sections.map(({ section, state }) => row(section, state))];
}

/** From when and until when a state holds, as far as it is stated. */
function spanOf(state: State): [since: string | null, until: string | null] {
  switch (state.state) {
    case 'not-yet':
      return [state.from, null];
    case 'in-force':
      return [state.since, null];
    case 'suspended':
    case 'confirmed':
      return [state.since, state.until];
    case 'not-confirmed':
      return [null, state.statedEnd];
    case 'ended':
      return [null, state.on];
  }
}
