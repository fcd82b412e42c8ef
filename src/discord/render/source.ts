import type { SourceNews } from '../../domain/alert.ts';
import type { Language } from '../../domain/source.ts';
import { utcText } from '../../understand/phrases/days.ts';
import { cut, joinWithin, pushRoom } from '../../understand/phrases/fit.ts';
import { customId } from './buttons.ts';
import type { Card, Line } from './card.ts';
import type { Colour } from './colours.ts';
import type { BodyOf, Setting } from './context.ts';
import { durationText } from './duration.ts';
import { texts } from './texts/index.ts';

type What = SourceNews['what'];
type NewsOf<Kind extends What> = Extract<SourceNews, { what: Kind }>;

const colourOf: Record<What, Colour> = { degraded: 'amber', readable: 'green', gap: 'amber' };
const LONGEST_DETAIL = 200;
const ROOM_FOR_SOURCES = 600;

/** How one Source is doing: what is wrong, who covers it, and what is to be done about it. */
export function sourceCard({ sourceId, news }: BodyOf<'source'>, setting: Setting): Card {
  const { language, languages, sourceName, deliveryId } = setting;
  return {
    headlines: languages.map((each) => cut(headline(sourceName(sourceId)[each], news, each), pushRoom[each])),
    colour: colourOf[news.what],
    badge: texts[language].sourceNews.badge[news.what],
    title: [sourceName(sourceId)[language]],
    url: null,
    body: bodyOf(news, setting),
    sections: [],
    footer: sourceId,
    buttons: [{ label: texts[language].status, customId: customId('status', deliveryId) }],
  };
}

function headline(source: string, news: SourceNews, language: Language): string {
  const words = texts[language].sourceNews;
  switch (news.what) {
    case 'degraded':
      return words.degraded(source, utcText(news.since, language));
    case 'readable':
      return words.readable(source, durationText(news.until - news.since, language));
    case 'gap':
      return words.gap(source);
  }
}

function bodyOf(news: SourceNews, setting: Setting): Line[] {
  const words = texts[setting.language].sourceNews;
  switch (news.what) {
    case 'degraded':
      return degradedLines(news, setting);
    case 'readable':
      return [span(words.between, news.since, news.until)];
    case 'gap':
      return [span(words.between, news.from, news.until), [words.gapAdvice]];
  }
}

function degradedLines({ since, reason, detail, coveredBy }: NewsOf<'degraded'>, setting: Setting): Line[] {
  const { language, sourceName } = setting;
  const words = texts[language].sourceNews;
  const others = coveredBy.map((id) => sourceName(id)[language]);
  // The detail is an English sentence of ours.
  const said = language === 'en' && detail ? ` (${cut(detail, LONGEST_DETAIL)})` : '';
  return [
    [
      `${texts[language].blindSince} `,
      { at: since, as: 'when' },
      ` · ${texts[language].failures[reason]}${said}`,
    ],
    [{ bold: words.coveredBy }, `  ${joinWithin(others, words.separator, ROOM_FOR_SOURCES)}`],
    [words.nothingToDo],
  ];
}

const span = (label: string, from: number, until: number): Line => [
  `${label} `,
  { at: from, as: 'when' },
  ' – ',
  { at: until, as: 'when' },
];
