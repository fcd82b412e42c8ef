import type { EndNear } from '../../domain/measure.ts';
import type { Language } from '../../domain/source.ts';
import { dayText } from '../../understand/phrases/days.ts';
import { cut, pushRoom } from '../../understand/phrases/fit.ts';
import { goodsForms } from '../../understand/phrases/goods.ts';
import { measuredGoods } from '../../understand/phrases/in-force.ts';
import { noticeText } from '../../understand/phrases/notice.ts';
import type { Card, Line } from './card.ts';
import type { BodyOf, Setting } from './context.ts';
import { clean } from './escape.ts';
import { safeUrl } from './links.ts';
import { footerOf } from './story.ts';
import { storyButtons } from './story-buttons.ts';
import { texts } from './texts/index.ts';
import { officialUrl } from './words.ts';

const MOST_MEASURES = 8;
const MOST_SPOKEN = 3;
const LONGEST_TITLE = 120;

/** The stated end of a notice comes near: what ends, and what nobody has said about the day after. */
export function reminderCard({ view, end }: BodyOf<'reminder'>, setting: Setting): Card {
  const { language, languages } = setting;
  const words = texts[language].reminder;
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
      [{ bold: words.notStated }, `  ${words.unsaid}`],
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
  const words = texts[language].reminder;
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
    const said = texts[language].reminder.spoken(dayText(on, language), until && dayText(until, language));
    const safe = safeUrl(url);
    const named = cut(clean(title), LONGEST_TITLE);
    return [`${said} · `, safe ? { label: named, url: safe } : named];
  });
}
