import type { Action } from '../../domain/facts.ts';
import type { MeasureInForce } from '../../domain/measure.ts';
import type { Language } from '../../domain/source.ts';
import { isFamily } from '../lexicon/families.ts';
import { goodName, goodSymbol, isRareEarthElement } from '../lexicon/goods.ts';
import { dayText } from './days.ts';
import { placesText } from './places.ts';

interface Wording {
  since: Partial<Record<Action, (day: string) => string>>;
  ofPublication: string;
  except(sections: string): string;
  to(goods: string, places: string): string;
  more(goods: string, more: number): string;
}

export const wordings: Record<Language, Wording> = {
  en: {
    since: {
      new_control: (day) => `licence needed since ${day}`,
      deny: (day) => `refused since ${day}`,
      procedure: (day) => `rules for licences since ${day}`,
    },
    ofPublication: ' (day of publication)',
    except: (sections) => `, except ${sections}`,
    to: (goods, places) => `${goods} to ${places}`,
    more: (goods, more) => `${goods} and ${more} more`,
  },
  zh: {
    since: {
      new_control: (day) => `${day}起须申请许可`,
      deny: (day) => `${day}起不予许可`,
      procedure: (day) => `${day}起适用许可办理规定`,
    },
    ofPublication: '（按发布日期）',
    except: (sections) => `，${sections}除外`,
    to: (goods, places) => `${goods}（对${places}）`,
    more: (goods, more) => `${goods}等，另有${more}项`,
  },
};

/** "Sm, Gd, Tb to the US", "钐钆铽（对美国）": what a measure is on, in little room. */
export function measuredGoods(
  { goods, destinations }: Pick<MeasureInForce, 'goods' | 'destinations'>,
  language: Language,
): string {
  const { to, more } = wordings[language];
  let shown = '';
  let count = 0;
  for (const [index, good] of goods.entries()) {
    const longer = shown + separator(goods[index - 1], good, language) + nameOf(good, language);
    if (shown && longer.length > room[language]) break;
    shown = longer;
    count += 1;
  }
  const rest = goods.length - count;
  const named = rest > 0 ? more(shown, rest) : shown;
  const places = placesText(destinations, language);
  return places ? to(named, places) : named;
}

const room: Record<Language, number> = { en: 48, zh: 24 };

/** By its symbol; but graphite is more than carbon. */
function nameOf(good: string, language: Language): string {
  return (language === 'en' && !isFamily(good) ? goodSymbol(good) : null) ?? goodName(good, language);
}

/** Rare-earth elements stand without commas in Chinese, as notices write them. */
function separator(before: string | undefined, good: string, language: Language): string {
  if (before === undefined) return '';
  if (language === 'en') return ', ';
  return isRareEarthElement(before) && isRareEarthElement(good) ? '' : '、';
}

/** "licence needed since 4 April 2031, except §2"; `short`: "4 Apr 2031". */
export function bindingText(
  { action, since, sinceStated, except }: MeasureInForce,
  language: Language,
  form: 'short' | 'long',
): string {
  const words = wordings[language];
  const day = dayText(since, language, form) + (sinceStated ? '' : words.ofPublication);
  const said = words.since[action]?.(day) ?? day;
  return except.length > 0 ? said + words.except(except.join(language === 'zh' ? '、' : ', ')) : said;
}
