import type { EndNear, Occasion } from '../../domain/measure.ts';
import type { Language } from '../../domain/source.ts';
import { dayText } from '../../understand/phrases/days.ts';
import { cut } from '../../understand/phrases/fit.ts';
import { goodsForms } from '../../understand/phrases/goods.ts';
import { measuredGoods } from '../../understand/phrases/in-force.ts';
import { noticeText } from '../../understand/phrases/notice.ts';
import type { Card, Line } from './card.ts';
import { type BodyOf, pushRoom, type Setting } from './context.ts';
import { clean } from './escape.ts';
import { safeUrl } from './links.ts';
import { footerOf } from './story.ts';
import { storyButtons } from './story-buttons.ts';
import { texts } from './texts.ts';
import { officialUrl } from './words.ts';

interface Words {
  badge: Record<Occasion, string>;
  /** `country` and `goods` may be empty. */
  line(near: { when: string; notice: string; country: string; goods: string; unseen: string }): string;
  when: Record<Occasion, (day: string) => string>;
  /** The longer, and the shorter. */
  unseen: readonly [string, string];
  spokenFor: readonly [string, string];
  title: Record<EndNear['of'], (notice: string, day: string) => string>;
  ends: string;
  notStated: string;
  open: string;
  held: Record<EndNear['of'], string>;
  spoken(day: string, until: string | null): string;
  spokenLabel: string;
  noLater(day: string): string;
}

const wording: Record<Language, Words> = {
  en: {
    badge: { 'month-before': 'END DATE AHEAD', 'day-before': 'ENDS TOMORROW', day: 'ENDS TODAY' },
    line: ({ when, notice, country, goods, unseen }) =>
      `${when}: stated end of ${country}${notice}${goods && ` (${goods})`}${unseen}`,
    when: {
      'month-before': (day) => `On ${day}`,
      'day-before': (day) => `Tomorrow, ${day}`,
      day: (day) => `Today, ${day}`,
    },
    unseen: ['; no extending notice seen', '; no extension seen'],
    spokenFor: ['; extension only spoken of', '; extension only spoken'],
    title: {
      suspension: (notice, day) => `Stated end of the suspension by ${notice}: ${day}`,
      term: (notice, day) => `Stated end of ${notice}: ${day}`,
    },
    ends: 'Stated end',
    notStated: 'Not stated',
    open: 'whether that day itself is included · what applies afterwards',
    held: {
      suspension: 'Suspended until then (from our register)',
      term: 'What it covers (from our register)',
    },
    spoken: (day, until) => `${day}${until ? `, to ${until}` : ''}`,
    spokenLabel: 'Spoken of, which moves no date',
    noLater: (day) => `No later notice seen in the sources read, up to ${day}.`,
  },
  zh: {
    badge: { 'month-before': '期限将至', 'day-before': '明日到期', day: '今日到期' },
    line: ({ when, notice, goods, unseen }) =>
      `${when}：${notice}${goods && `（${goods}）`}所载期限届满${unseen}`,
    when: {
      'month-before': (day) => day,
      'day-before': (day) => `明日（${day}）`,
      day: (day) => `今日（${day}）`,
    },
    unseen: ['，尚未见延期公告', '，未见延期公告'],
    spokenFor: ['，仅有口头延期表态', '，仅口头延期'],
    title: {
      suspension: (notice, day) => `${notice}所载暂停实施期至${day}`,
      term: (notice, day) => `${notice}所载期限至${day}`,
    },
    ends: '所载期限',
    notStated: '未说明',
    open: '当日是否包括在内 · 届满后如何执行',
    held: { suspension: '在此之前暂停实施（据本库）', term: '涉及物项（据本库）' },
    spoken: (day, until) => `${day}${until ? `，称至${until}` : ''}`,
    spokenLabel: '口头表态，不改变期限',
    noLater: (day) => `截至${day}，所读来源中未见后续公告。`,
  },
};

const MOST_MEASURES = 8;
const MOST_SPOKEN = 3;
const LONGEST_TITLE = 120;

/** The stated end of a notice comes near: what ends, and what nobody has said about the day after. */
export function reminderCard({ view, end }: BodyOf<'reminder'>, setting: Setting): Card {
  const { language, languages } = setting;
  const words = wording[language];
  const day = dayText(end.statedEnd, language);
  return {
    headlines: languages.map((each) =>
      headline(end, each, setting.authorities(view.authorityId).short[each]),
    ),
    colour: 'amber',
    badge: [words.badge[end.occasion], noticeText(end.announcementNo, language)].join(' · '),
    title: [words.title[end.of](noticeText(end.announcementNo, language), day)],
    url: officialUrl(view),
    body: [
      [{ bold: words.ends }, `  ${day}`],
      [{ bold: words.notStated }, `  ${words.open}`],
      [words.noLater(dayText(end.lastReadOn, language))],
    ],
    sections: [
      { label: words.held[end.of], lines: measureLines(end, language) },
      ...(end.spoken.length > 0 ? [{ label: words.spokenLabel, lines: spokenLines(end, language) }] : []),
    ],
    footer: footerOf(view, setting),
    buttons: storyButtons(view, setting),
  };
}

/** The fullest that fits a push: the goods are left out before what nobody has seen is. */
function headline(end: EndNear, language: Language, authority: string): string {
  const words = wording[language];
  const notice = noticeText(end.announcementNo, language);
  const when = words.when[end.occasion](dayText(end.statedEnd, language, 'short'));
  const goods = goodsForms([...new Set(end.measures.flatMap((measure) => measure.goods))], language);
  const seen = end.spoken.length > 0 ? words.spokenFor : words.unseen;
  const country = language === 'en' ? `${authority}'s ` : '';
  const drafts = [...goods.map(({ noun }) => noun), ''].flatMap((noun) =>
    seen.map((unseen) => words.line({ when, notice, country, goods: noun, unseen })),
  );
  const short = words.line({ when, notice, country, goods: '', unseen: '' });
  return drafts.find((draft) => draft.length <= pushRoom[language]) ?? cut(short, pushRoom[language]);
}

function measureLines({ measures }: EndNear, language: Language): Line[] {
  const shown = measures
    .slice(0, MOST_MEASURES)
    .map(
      (measure): Line => [
        { bold: noticeText(measure.announcementNo, language) },
        `  ${measuredGoods(measure, language)}`,
      ],
    );
  const rest = measures.length - shown.length;
  return rest > 0 ? [...shown, [texts[language].groupRest(rest)]] : shown;
}

function spokenLines({ spoken }: EndNear, language: Language): Line[] {
  return spoken.slice(0, MOST_SPOKEN).map(({ on, until, title, url }): Line => {
    const said = wording[language].spoken(dayText(on, language), until && dayText(until, language));
    const safe = safeUrl(url);
    const named = cut(clean(title), LONGEST_TITLE);
    return [`${said} · `, safe ? { label: named, url: safe } : named];
  });
}
