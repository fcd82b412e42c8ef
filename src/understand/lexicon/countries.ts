import type { Language } from '../../domain/source.ts';

/** A destination: where the goods go. */
export interface Country {
  /** ISO 3166-1 alpha-2; `EU` for the European Union. */
  code: string;
  /** The id used in Facts: the short English name; "EU" for the European Union. */
  name: string;
  zh: string;
  /** English pattern, case-sensitive (`US` is a country, `us` is not), matched as whole words. */
  en: string;
  /** Pattern in Simplified characters. */
  han: string;
}

type Row = [code: string, name: string, zh: string, en: string, han: string];

/** One line a country. Within Chinese text 美方, 日方 and 欧方 name the country as well as its name does. */
// biome-ignore format: one line a term
const rows: Row[] = [
  ['US', 'United States', '美国', 'United States|U\\.S\\.(?:A\\.)?|USA?(?![\\w-])|America(?:n|ns)?(?!\\w)|Washington', '美国|美方|美企|对美'],
  ['EU', 'EU', '欧盟', 'European Union|E\\.U\\.|EU|Europe(?:an)?(?! Commission)', '欧盟|欧方|欧洲|欧企|对欧|中欧'],
  ['JP', 'Japan', '日本', 'Japan(?:ese)?', '日本|日方|对日|日企'],
  ['KP', 'North Korea', '朝鲜', "North Korean?|DPRK|Democratic People's Republic of Korea", '朝鲜'],
  ['KR', 'South Korea', '韩国', '(?:South )?Korean?(?!-)|Republic of Korea|ROK', '韩国|韩方'],
  ['TW', 'Taiwan', '台湾', 'Taiwan(?:ese)?', '台湾|对台'],
  ['CN', 'China', '中国', 'China|Chinese|PRC', '中国(?!商务部|海关)|大陆|中方'],
  ['HK', 'Hong Kong', '香港', 'Hong Kong', '香港'],
  ['MO', 'Macau', '澳门', 'Maca[uo]', '澳门'],
  ['IN', 'India', '印度', 'Indian?', '印度(?!尼西亚)|印方'],
  ['RU', 'Russia', '俄罗斯', 'Russian?|Russian Federation', '俄罗斯|对俄'],
  ['BY', 'Belarus', '白俄罗斯', 'Belarus(?:ian)?', '白俄罗斯'],
  ['UA', 'Ukraine', '乌克兰', 'Ukrain(?:e|ian)', '乌克兰'],
  ['GB', 'United Kingdom', '英国', 'United Kingdom|U\\.K\\.|UK|Britain|British', '英国'],
  ['DE', 'Germany', '德国', 'German(?:y)?', '德国|德方'],
  ['FR', 'France', '法国', 'France|French', '法国'],
  ['IT', 'Italy', '意大利', 'Ital(?:y|ian)', '意大利'],
  ['NL', 'Netherlands', '荷兰', 'Netherlands|Dutch', '荷兰|荷方'],
  ['BE', 'Belgium', '比利时', 'Belgi(?:um|an)', '比利时'],
  ['ES', 'Spain', '西班牙', 'Spain|Spanish', '西班牙'],
  ['PL', 'Poland', '波兰', 'Poland|Polish', '波兰'],
  ['CZ', 'Czechia', '捷克', 'Czech(?:ia| Republic)?', '捷克'],
  ['CH', 'Switzerland', '瑞士', 'Switzerland|Swiss', '瑞士'],
  ['NO', 'Norway', '挪威', 'Norw(?:ay|egian)', '挪威'],
  ['TR', 'Turkey', '土耳其', 'Turkey|Türkiye|Turkish', '土耳其'],
  ['AM', 'Armenia', '亚美尼亚', 'Armenian?', '亚美尼亚'],
  ['AZ', 'Azerbaijan', '阿塞拜疆', 'Azerbaijani?', '阿塞拜疆'],
  ['GE', 'Georgia', '格鲁吉亚', 'Georgia', '格鲁吉亚'],
  ['KZ', 'Kazakhstan', '哈萨克斯坦', 'Kazakhstan', '哈萨克斯坦'],
  ['IL', 'Israel', '以色列', 'Israeli?', '以色列'],
  ['IR', 'Iran', '伊朗', 'Iran(?:ian)?', '伊朗'],
  ['IQ', 'Iraq', '伊拉克', 'Iraqi?', '伊拉克'],
  ['SY', 'Syria', '叙利亚', 'Syrian?', '叙利亚'],
  ['SA', 'Saudi Arabia', '沙特阿拉伯', 'Saudi(?: Arabian?)?', '沙特(?:阿拉伯)?'],
  ['AE', 'United Arab Emirates', '阿联酋', 'United Arab Emirates|UAE|Emirati', '阿联酋|阿拉伯联合酋长国'],
  ['QA', 'Qatar', '卡塔尔', 'Qatari?', '卡塔尔'],
  ['PK', 'Pakistan', '巴基斯坦', 'Pakistani?', '巴基斯坦'],
  ['CA', 'Canada', '加拿大', 'Canad(?:a|ian)', '加拿大'],
  ['MX', 'Mexico', '墨西哥', 'Mexic(?:o|an)', '墨西哥'],
  ['BR', 'Brazil', '巴西', 'Brazil(?:ian)?', '巴西'],
  ['CU', 'Cuba', '古巴', 'Cuban?', '古巴'],
  ['NI', 'Nicaragua', '尼加拉瓜', 'Nicaraguan?', '尼加拉瓜'],
  ['VE', 'Venezuela', '委内瑞拉', 'Venezuelan?', '委内瑞拉'],
  ['AU', 'Australia', '澳大利亚', 'Australian?', '澳大利亚'],
  ['NZ', 'New Zealand', '新西兰', 'New Zealand', '新西兰'],
  ['SG', 'Singapore', '新加坡', 'Singapore(?:an)?', '新加坡'],
  ['MY', 'Malaysia', '马来西亚', 'Malaysian?', '马来西亚'],
  ['ID', 'Indonesia', '印度尼西亚', 'Indonesian?', '印度尼西亚|印尼'],
  ['TH', 'Thailand', '泰国', 'Thai(?:land)?', '泰国'],
  ['VN', 'Vietnam', '越南', 'Viet ?Nam(?:ese)?', '越南'],
  ['KH', 'Cambodia', '柬埔寨', 'Cambodian?', '柬埔寨'],
  ['MM', 'Myanmar', '缅甸', 'Myanmar|Burma', '缅甸'],
  ['PH', 'Philippines', '菲律宾', 'Philippines?', '菲律宾'],
];

/** All countries the lexicon knows; a text's other places are no destinations. */
export const countries: readonly Country[] = rows.map(([code, name, zh, en, han]) => ({
  code,
  name,
  zh,
  en,
  han,
}));

const zhNames = new Map(countries.map((country) => [country.name, country.zh]));

/** The display name of a country; an id that the lexicon does not know is returned as it is. */
export function countryName(country: string, language: Language): string {
  return (language === 'zh' ? zhNames.get(country) : undefined) ?? country;
}

const names = new Map(countries.map((country) => [country.code, country.name]));

/** The short English name for a code of ISO 3166-1 alpha-2; undefined for one that the lexicon does not know. */
export function countryOfCode(code: string): string | undefined {
  return names.get(code);
}

/** Authorities by whose mention a text shows whose decision it reports. */
const authorities: [country: string, pattern: RegExp][] = [
  [
    'China',
    /(?<!美国|美|韩国|印尼)商务部|国务院|中方|MOFCOM|Ministry of Commerce and General|China's (?:\w+ ){0,2}[Mm]inistry|China's Ministry|Chinese government|^China |: China /,
  ],
  [
    'United States',
    /Bureau of Industry and Security|\bBIS\b|Department of State\b|US Commerce Department|^US |美商务部|美国商务部/,
  ],
  ['Netherlands', /Dutch (?:compan|government|national)|荷兰(?:政府|外贸|将)/],
  ['Japan', /\bMETI\b|日本经济产业省|Cabinet Decision|日本政府/],
  ['Taiwan', /Taiwan's (?:\w+ ){0,2}administration|International Trade Administration/],
  ['EU', /European Commission|欧委会|欧盟(?:委员会|发布)/],
  ['United Kingdom', /Export Control Joint Unit|Department for Business and Trade/i],
];

/** The country whose authority a text names first; undefined where it names none. */
export function issuingCountry(sentences: readonly { folded: string }[]): string | undefined {
  for (const { folded } of sentences) {
    const found = authorities
      .map(([country, pattern]) => ({ country, at: folded.search(pattern) }))
      .filter(({ at }) => at >= 0)
      .sort((a, b) => a.at - b.at);
    if (found[0]) return found[0].country;
  }
  return undefined;
}
