import type { Evidence, Quote } from '../../domain/facts.ts';
import { DAY } from '../../domain/moment.ts';
import type { Language } from '../../domain/source.ts';
import type { StoryView } from '../../domain/story.ts';
import { changeText } from '../../understand/phrases/changes.ts';
import { dayText } from '../../understand/phrases/days.ts';
import { cut } from '../../understand/phrases/fit.ts';
import { glossesIn } from '../../understand/phrases/gloss.ts';
import { goodsForms } from '../../understand/phrases/goods.ts';
import { noticeText } from '../../understand/phrases/notice.ts';
import { type Summary, summarise } from '../../understand/summarise.ts';
import { customId, linkButton } from './buttons.ts';
import { type Card, joined, type Line, type Section } from './card.ts';
import { colourOfAction } from './colours.ts';
import { type Setting, summaryOf } from './context.ts';
import { differLines } from './differ.ts';
import { clean } from './escape.ts';
import { lastReportSections } from './last-report.ts';
import { safeUrl, urlAt } from './links.ts';
import { modelSections } from './model.ts';
import { registerSections } from './register.ts';
import { durationText, texts } from './texts.ts';

const MOST_QUOTES = 3;
const MOST_LINKS = 4;
const MOST_ALONG = 4;
const LONGEST_QUOTE = 240;
const LONGEST_TITLE = 160;
const BADGE_GOODS: Record<Language, number> = { en: 24, zh: 12 };

/** The facts whose words are shown, the most telling first. */
const quotedFacts: readonly (keyof Evidence)[] = [
  'action',
  'quantity',
  'licencesCount',
  'usFirms',
  'destinations',
  'effectiveDate',
  'expiryDate',
];

/** Around the words of a text and of its title, in the language they are written in. */
export const quotationMarks: Record<Language, { text: [string, string]; title: [string, string] }> = {
  en: { text: ['“', '”'], title: ['“', '”'] },
  zh: { text: ['「', '」'], title: ['《', '》'] },
};

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
      ...lastReportSections(view, language),
      ...registerSections(view, language),
      ...modelSections(view, setting),
      whenSection(view, language),
      ...alsoHereSections(view, setting),
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
    ...(facts.announcementNo ? [noticeText(facts.announcementNo, language)] : []),
    ...(facts.announcementNo && issuer ? [cut(clean(issuer), 60)] : []),
    ...(report ? [texts[language].report(report.number, since)] : []),
  ];
  return parts.join(' · ');
}

/** By name where there is room: "lanthanum and cerium", else "tungsten and 9 more". */
function badgeGoods(goods: readonly string[], language: Language): string | undefined {
  const nouns = goodsForms(goods, language).map(({ noun }) => noun);
  return nouns.find((noun) => noun.length <= BADGE_GOODS[language]) ?? nouns.at(-1);
}

/** The text the facts were read from, opened at the leading quote. */
export function officialUrl(view: StoryView): string | null {
  const [first] = view.links;
  return first ? urlAt(first.url, keyQuotes(view)[0], first.language) : null;
}

export function storyButtons(view: StoryView, { language, deliveryId }: Setting): Card['buttons'] {
  const { official, why } = texts[language];
  return [...linkButton(official, officialUrl(view)), { label: why, customId: customId('why', deliveryId) }];
}

export function footerOf(view: StoryView, { language, sourceName }: Setting): string {
  const [first] = view.links;
  const basis = texts[language].basis(first?.language ?? view.language);
  return first ? `${sourceName(first.sourceId)[language]} · ${basis}` : basis;
}

function statedLines(summary: Summary, language: Language): Line[] {
  const { stated, notStated } = texts[language];
  const missing = summary.notStated[language];
  return [
    [{ bold: stated }, `  ${summary.stated[language].join(' · ')}`],
    ...(missing.length > 0 ? [[{ bold: notStated }, `  ${missing.join(' · ')}`]] : []),
  ];
}

function correctionLines(view: StoryView, language: Language): Line[] {
  const { corrected, correctedByUs, colon, notStatedBefore, notStatedNow } = texts[language];
  return view.corrections.map((correction) => {
    const { fact, from, to } = changeText(correction, language);
    const before = from === null ? notStatedBefore : { struck: from };
    const after = to === null ? notStatedNow : { bold: to };
    return [
      { bold: correction.by ? correctedByUs : corrected },
      `  ${fact}${colon}`,
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
  const { withdrawn, gone } = texts[language];
  return [[{ bold: withdrawn }, '  ', { at: view.withdrawnAt, as: 'ago' }, ` · ${gone}`]];
}

/** Never more than the source's own words, and our gloss labelled as ours. */
export function wordsSection(view: StoryView, language: Language): Section {
  const { words, gloss, unread } = texts[language];
  const marks = quotationMarks[view.language];
  const title = view.links[0]?.title;
  const quotes = keyQuotes(view).map((quote) => cut(clean(quote.words), LONGEST_QUOTE));
  const glosses =
    view.language === 'zh' && language === 'en' ? glossesIn(quotes.join('\n'), MOST_QUOTES) : [];
  const glossText = glosses.map(({ zh, en }) => `${zh} = ${en}`).join('; ');
  return {
    label: words,
    lines: [
      ...(title ? [[marks.title.join(cut(clean(title), LONGEST_TITLE))]] : []),
      ...quotes.map((quote) => [marks.text.join(quote)]),
      ...(glossText ? [[{ italic: `${gloss}: ${glossText}` }]] : []),
      ...(view.textRead ? [] : [[{ italic: unread }]]),
    ],
  };
}

/** One quote a fact; what another quote or the title says already is not repeated. */
function keyQuotes(view: StoryView): Quote[] {
  const title = view.links[0]?.title ?? '';
  const chosen: Quote[] = [];
  for (const fact of quotedFacts) {
    const quote = view.evidence[fact]?.find((each) => each.in === 'text' || !title.includes(each.words));
    if (quote && !chosen.some((other) => other.words.includes(quote.words))) chosen.push(quote);
  }
  return chosen.slice(0, MOST_QUOTES);
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

/** What else the same page says on licences, so that nobody wonders whether something else was said. */
function alsoHereSections(view: StoryView, setting: Setting): Section[] {
  const { language, authorities } = setting;
  const authority = authorities(view.authorityId);
  const lines = view.alsoHere
    .slice(0, MOST_ALONG)
    .map((other): Line => [summarise(other, { market: setting.market, authority }).headline[language]]);
  return lines.length > 0 ? [{ label: texts[language].alsoHere, lines }] : [];
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
