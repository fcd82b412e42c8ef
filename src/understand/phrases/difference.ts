import type { Disagreement } from '../../domain/disagreement.ts';
import type { Facts } from '../../domain/facts.ts';
import type { Language, Names } from '../../domain/source.ts';
import { statedText } from './changes.ts';
import { firstThatFits, pushRoom } from './fit.ts';
import { goodsForms } from './goods.ts';
import { noticeText } from './notice.ts';

interface Wording {
  /** What the texts are of: a notice, else goods. */
  about(who: string, subject: { notice: string | null; goods: string | null }): string;
  values(fact: string, values: string[]): string;
  brief(fact: string): string;
  more(count: number): string;
}

export const wordings: Record<Language, Wording> = {
  en: {
    about: (who, { notice, goods }) =>
      `${who}'s texts ${notice ? `of ${notice}` : goods ? `on ${goods} exports` : 'on export licences'} differ`,
    values: (fact, values) => `: ${fact} ${values.join(' or ')}`,
    brief: (fact) => `: ${fact}`,
    more: (count) => ` (+${count} more)`,
  },
  zh: {
    // A notice is known by its number; there is no room for who issued it.
    about: (who, { notice, goods }) => `${notice ?? `${who}${goods ?? ''}出口许可文本`}各页面不一致`,
    values: (fact, values) => `：${fact}为${values.join('或')}`,
    brief: (fact) => `：${fact}`,
    more: (count) => `（另有${count}处）`,
  },
};

/** The push line that says in what texts of one notice differ. At most 100 characters in English, 50 in Chinese. */
export function differenceLine(
  facts: Facts,
  disagreements: readonly Disagreement[],
  short: Names,
  language: Language,
): string {
  const words = wordings[language];
  const [first] = disagreements;
  const fact = first && statedText(first.fact, null, language).fact;
  const values = first?.values.flatMap(({ value }) => statedText(first.fact, value, language).value ?? []);
  const drafts = subjects(facts, first?.notice ?? null, language).map((subject) => ({
    lead: { core: words.about(short[language], subject), rest: '' },
    required: '',
    optional: fact ? [[words.values(fact, values ?? []), words.brief(fact)]] : [],
    closing: disagreements.length > 1 ? words.more(disagreements.length - 1) : '',
  }));
  return firstThatFits(drafts, { line: pushRoom[language], core: pushRoom[language] * 0.6 });
}

/** The notice, or the goods it is about, the fullest first. */
function subjects({ announcementNo, goods }: Facts, ofPackage: string | null, language: Language) {
  const notice = ofPackage ?? announcementNo;
  if (notice) return [{ notice: noticeText(notice, language), goods: null }];
  const forms = goodsForms(goods, language).map(({ adjective }) => ({ notice: null, goods: adjective }));
  return forms.length > 0 ? forms : [{ notice: null, goods: null }];
}
