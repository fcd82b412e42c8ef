import type { SourceNews } from '../../domain/alert.ts';
import type { Language } from '../../domain/source.ts';
import { utcText } from '../../understand/phrases/days.ts';
import { cut, joinWithin } from '../../understand/phrases/fit.ts';
import { customId } from './buttons.ts';
import type { Card, Line } from './card.ts';
import type { Colour } from './colours.ts';
import { type BodyOf, pushRoom, type Setting } from './context.ts';
import { durationText, texts } from './texts.ts';

type What = SourceNews['what'];
type NewsOf<Kind extends What> = Extract<SourceNews, { what: Kind }>;

interface Words {
  badge: Record<What, string>;
  degraded(source: string, since: string): string;
  readable(source: string, duration: string): string;
  gap(source: string): string;
  coveredBy: string;
  nothingToDo: string;
  between: string;
  gapAdvice: string;
  separator: string;
}

const wording: Record<Language, Words> = {
  en: {
    badge: { degraded: 'ONE SOURCE DOWN', readable: 'READ AGAIN', gap: 'GAP' },
    degraded: (source, since) => `${source}: unreadable since ${since}; other sources cover it`,
    readable: (source, duration) => `${source}: read again after ${duration}`,
    gap: (source) => `${source}: entries may have gone by unseen`,
    coveredBy: 'Covered by',
    nothingToDo: 'Nothing for you to do: it is tried again by itself.',
    between: 'Between',
    gapAdvice: 'More was posted than its pages still show. Have a look at the site for that time.',
    separator: ' · ',
  },
  zh: {
    badge: { degraded: '一个来源中断', readable: '恢复读取', gap: '读取缺口' },
    degraded: (source, since) => `${source}自${since}起无法读取，其他来源仍覆盖`,
    readable: (source, duration) => `${source}中断${duration}后恢复读取`,
    gap: (source) => `${source}可能有条目未被读到`,
    coveredBy: '仍由下列来源覆盖',
    nothingToDo: '无需处理，系统会自动重试。',
    between: '期间',
    gapAdvice: '期间发布的内容多于列表页仍显示的内容，请到网站核对该时段。',
    separator: '、',
  },
};

const colourOf: Record<What, Colour> = { degraded: 'amber', readable: 'green', gap: 'amber' };
const LONGEST_DETAIL = 200;
const ROOM_FOR_SOURCES = 600;

/** How one Source is doing: what is wrong, who covers it, and what is to be done about it. */
export function sourceCard({ sourceId, news }: BodyOf<'source'>, setting: Setting): Card {
  const { language, languages, sourceName, deliveryId } = setting;
  return {
    headlines: languages.map((each) => cut(headline(sourceName(sourceId)[each], news, each), pushRoom[each])),
    colour: colourOf[news.what],
    badge: wording[language].badge[news.what],
    title: [sourceName(sourceId)[language]],
    url: null,
    body: bodyOf(news, setting),
    sections: [],
    footer: sourceId,
    buttons: [{ label: texts[language].status, customId: customId('status', deliveryId) }],
  };
}

function headline(source: string, news: SourceNews, language: Language): string {
  const words = wording[language];
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
  const words = wording[setting.language];
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
  const words = wording[language];
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
