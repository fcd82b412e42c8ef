import { DAY } from '../../domain/moment.ts';
import type { Language } from '../../domain/source.ts';
import type { StoryView } from '../../domain/story.ts';
import { hasHan } from '../../understand/language.ts';
import { changeText } from '../../understand/phrases/changes.ts';
import { dayText } from '../../understand/phrases/days.ts';
import { cut } from '../../understand/phrases/fit.ts';
import { goodsForms } from '../../understand/phrases/goods.ts';
import { noticeText } from '../../understand/phrases/notice.ts';
import type { Summary } from '../../understand/summarise.ts';
import { type Card, joined, type Line, type Section } from './card.ts';
import { colourOfAction } from './colours.ts';
import { type Setting, summaryOf } from './context.ts';
import { differLines } from './differ.ts';
import { durationText } from './duration.ts';
import { clean } from './escape.ts';
import { lastReportSections } from './last-report.ts';
import { safeUrl } from './links.ts';
import { modelSections } from './model.ts';
import { registerSections } from './register.ts';
import { storyButtons } from './story-buttons.ts';
import { texts } from './texts/index.ts';
import { alsoHereSections, questionSections } from './transcript.ts';
import { officialUrl, wordsSection } from './words.ts';

const MOST_LINKS = 4;
const BADGE_GOODS: Record<Language, number> = { en: 24, zh: 12 };

/** A Story as its first message tells it, and as the edits of that message keep it true. */
export function storyCard(view: StoryView, setting: Setting): Card {
  const { language, languages } = setting;
  const summary = summaryOf(view, setting);
  const url = officialUrl(view);
  const title = summary.headline[language];
  return {
    headlines: languages.map((each) => summary.pushLine[each]),
    colour: colourOfAction[view.facts.action],
    badge: badgeOf(view, texts[language].badges[view.facts.action], language),
    title: view.withdrawnAt ? [{ struck: title }] : [title],
    url,
    body: [
      ...(languages.length > 1 ? [[summary.headline.zh]] : []),
      ...statedLines(summary, language),
      ...differLines(view.disagreements, setting),
      ...correctionLines(view, language),
      ...withdrawalLines(view, language),
    ],
    sections: [
      wordsSection(view, language),
      ...questionSections(view, language),
      ...registerSections(view, language),
      ...lastReportSections(view, language),
      ...alsoHereSections(view, setting),
      ...modelSections(view, setting),
      whenSection(view, language),
      ...alsoSections(view, setting),
    ],
    footer: footerOf(view, setting),
    buttons: storyButtons(view, setting),
  };
}

/** "LICENCES GRANTED · rare earths · 3rd report since 7 June 2025". */
export function badgeOf(view: StoryView, badge: string, language: Language): string {
  const { facts, report, issuer } = view;
  const goods = badgeGoods(facts.goods, language);
  const since = report?.since ? dayText(report.since.on, language) : null;
  const parts = [
    badge,
    ...(goods ? [goods] : []),
    ...(report && facts.licenceType ? [texts[language].licenceType[facts.licenceType]] : []),
    ...(facts.announcementNo ? [noticeText(facts.announcementNo, language)] : []),
    ...(facts.announcementNo && issuer && readable(issuer, language) ? [cut(clean(issuer), 60)] : []),
    ...(report ? [texts[language].report(report.number, since)] : []),
  ];
  return parts.join(' · ');
}

/** An office by its Chinese name alone says nothing to a reader of English. */
const readable = (name: string, language: Language) => language === 'zh' || !hasHan(name);

/** By name where there is room: "lanthanum and cerium", else "tungsten and 9 more". */
function badgeGoods(goods: readonly string[], language: Language): string | undefined {
  const nouns = goodsForms(goods, language).map(({ noun }) => noun);
  return nouns.find((noun) => noun.length <= BADGE_GOODS[language]) ?? nouns.at(-1);
}

export function footerOf(view: StoryView, { language, sourceName }: Setting): string {
  const [first] = view.links;
  const basis = texts[language].basis(first?.language ?? view.language);
  return first ? `${sourceName(first.sourceId)[language]} · ${basis}` : basis;
}

function statedLines(summary: Summary, language: Language): Line[] {
  const { stated, notStated, gap } = texts[language];
  const missing = summary.notStated[language];
  return [
    [{ bold: stated }, `${gap}${summary.stated[language].join(' · ')}`],
    ...(missing.length > 0 ? [[{ bold: notStated }, `${gap}${missing.join(' · ')}`]] : []),
  ];
}

function correctionLines(view: StoryView, language: Language): Line[] {
  const { corrected, correctedByUs, colon, gap, notStatedBefore, notStatedNow } = texts[language];
  return view.corrections.map((correction) => {
    const { fact, from, to } = changeText(correction, language);
    const before = from === null ? notStatedBefore : { struck: from };
    const after = to === null ? notStatedNow : { bold: to };
    return [
      { bold: correction.by ? correctedByUs : corrected },
      `${gap}${fact}${colon}`,
      before,
      ' → ',
      after,
      ' · ',
      { at: correction.at, as: 'ago' },
    ];
  });
}

function withdrawalLines(view: StoryView, language: Language): Line[] {
  if (view.withdrawnAt === null) return [];
  const { withdrawn, gone, correctedByUs, misled, gap } = texts[language];
  const [what, why] = view.withdrawnBy ? [correctedByUs, misled] : [withdrawn, gone];
  return [[{ bold: what }, gap, { at: view.withdrawnAt, as: 'ago' }, ` · ${why}`]];
}

/** A date without a time is shown as a date; an instant in the reader's own zone. */
function whenSection(view: StoryView, language: Language): Section {
  const { when, published, firstSeen, seenAfter } = texts[language];
  const seen: Line = [`${firstSeen} `, { at: view.firstSeenAt, as: 'when' }];
  if (!view.published) return { label: when, lines: [seen] };
  if (view.published.precision === 'date') {
    const on = dayText(view.published.on, language);
    return { label: when, lines: [joined([[`${published} ${on}`], seen], ' · ')] };
  }
  const delay = view.firstSeenAt - view.published.at;
  const soon = delay >= 0 && delay < DAY;
  const said: Line = [`${published} `, { at: view.published.at, as: 'when' }];
  return {
    label: when,
    lines: [joined([said, soon ? [seenAfter(durationText(delay, language))] : seen], ' · ')],
  };
}

/** The other addresses at which it can be read: "MOFCOM English site ↗". */
function alsoSections(view: StoryView, { language, sourceName }: Setting): Section[] {
  const links = view.links.slice(1).flatMap((link): Line[] => {
    const url = safeUrl(link.url);
    return url ? [[{ label: `${sourceName(link.sourceId)[language]} ↗`, url }]] : [];
  });
  if (links.length === 0) return [];
  return [{ label: texts[language].also, lines: [joined(links.slice(0, MOST_LINKS), ' · ')] }];
}
