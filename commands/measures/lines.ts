import { Temporal } from 'temporal-polyfill';
import type { Line } from '../../src/discord/render/card.ts';
import { clean } from '../../src/discord/render/escape.ts';
import { safeUrl } from '../../src/discord/render/links.ts';
import type { Language } from '../../src/domain/source.ts';
import { dayText } from '../../src/understand/phrases/days.ts';
import { cut } from '../../src/understand/phrases/fit.ts';
import { measuredGoods } from '../../src/understand/phrases/in-force.ts';
import { noticeText } from '../../src/understand/phrases/notice.ts';
import {
  type Group,
  groups,
  type RegisterReport,
  type Standing,
} from '../../src/understand/register/report.ts';
import { statusText } from '../../src/understand/register/status-text.ts';
import { goodsText } from '../shared/goods.ts';
import { texts } from '../texts/index.ts';
import type { Asked } from './asked.ts';

/** A measure in its group. */
export interface Entry {
  group: Group | 'buyers';
  measure: Standing;
}

/** In the order in which they are shown: the groups, and what holds for any goods before what has ended. */
export function entriesOf(report: RegisterReport): Entry[] {
  const of = (group: Group): Entry[] => (report.found[group] ?? []).map((measure) => ({ group, measure }));
  const buyers = report.buyers.map((measure): Entry => ({ group: 'buyers', measure }));
  return [...groups.filter((group) => group !== 'ended').flatMap(of), ...buyers, ...of('ended')];
}

/** "rare earths (all) · 1C902". */
export function subjectText({ goods, code }: Asked, language: Language): string | null {
  const named = [...(goods.length > 0 ? [goodsText(goods, language)] : []), ...(code ? [clean(code)] : [])];
  return named.length > 0 ? cut(named.join(' · '), 120) : null;
}

/** Never "free": control is by description. */
export function notNamedLines(asked: Asked, language: Language): Line[] {
  const words = texts[language].measures;
  return [[{ bold: words.notNamed(subjectText(asked, language) ?? '') }, ` ${words.notFree}`]];
}

export function pageLines(page: readonly Entry[], asked: Asked, language: Language): Line[] {
  const { groups: names } = texts[language].measures;
  return page.flatMap(({ group, measure }, index) => [
    ...(page[index - 1]?.group === group ? [] : [[{ bold: names[group] }]]),
    ...measureLines(measure, asked, language),
  ]);
}

/** "No. 18 of 2025  Sm, Gd, Tb (1C902) · in force since 4 April 2025", and what later notices tell apart. */
function measureLines({ measure, named, status }: Standing, { on, code }: Asked, language: Language): Line[] {
  const words = texts[language].measures;
  const { notice, statements } = measure;
  const url = safeUrl(notice.url);
  const number = noticeText(notice.announcementNo, language);
  const codes = codesText(code === null ? measure.controlCodes : named, language);
  const what = goodsOrTitle(measure, language) + (codes ? words.brackets(codes) : '');
  const spoken = status.whole.state === 'not-confirmed' ? statements : [];
  return [
    [url ? { label: number, url } : { bold: number }, `  ${what} · ${statusText(status.whole, language)}`],
    ...status.sections.map(({ section, state }): Line => [`　${section} ${statusText(state, language)}`]),
    ...spoken
      .filter(({ publishedOn }) => publishedOn <= on)
      .slice(0, MOST_SPOKEN)
      .map(({ publishedOn, facts, title, url }): Line => {
        const until = facts.expiryDate ? dayText(facts.expiryDate, language) : null;
        const said = words.spoken(dayText(publishedOn, language), cut(clean(title), 100), until);
        const safe = safeUrl(url);
        return ['　', { italic: said }, ...(safe ? [' · ', { label: words.source, url: safe }] : [])];
      }),
  ];
}

const MOST_SPOKEN = 2;
const MOST_CODES = 5;

export function goodsOrTitle(measure: Standing['measure'], language: Language): string {
  if (measure.goods.length === 0) return cut(clean(measure.notice.title), 80);
  return measuredGoods(measure, language);
}

/** Many codes are told by their entries, and then by the first of them: "2B902" for 2B902.a to 2B902.z. */
function codesText(codes: readonly string[], language: Language): string {
  const entries = [...new Set(codes.map((code) => code.split('.')[0] ?? code))];
  const shown = codes.length > MOST_CODES ? entries : codes;
  const more = shown.length - MOST_CODES;
  return [...shown.slice(0, MOST_CODES), ...(more > 0 ? [texts[language].goodsMore(more)] : [])].join(
    texts[language].comma,
  );
}

const MOST_NOT_READ = 8;

/** The next stated end, and what others act on and nobody has read. */
export function endLines({ next, notRead }: RegisterReport, { on }: Asked, language: Language): Line[] {
  const words = texts[language].measures;
  const { comma, goodsMore } = texts[language];
  const numbers = notRead.slice(0, MOST_NOT_READ).map(({ notice }) => noticeText(notice, language));
  const more = notRead.length - numbers.length;
  const missing = [...numbers, ...(more > 0 ? [goodsMore(more)] : [])].join(comma);
  const ends =
    next &&
    words.statedEnd(
      dayText(next.statedEnd, language),
      noticeText(next.by.announcementNo, language),
      Temporal.PlainDate.from(on).until(next.statedEnd).days,
    );
  return [
    ...(ends ? [[{ bold: words.next }, `  ${ends}`]] : []),
    ...(missing ? [[{ bold: words.notRead }, `  ${missing}`]] : []),
  ];
}
