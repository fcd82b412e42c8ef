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
  ['KR', 'South Korea', '韩国', '(?:South )?Korean?(?!-)|Republic of Korea|ROK', '韩国|韩方|对韩(?!国)'],
  ['TW', 'Taiwan', '台湾', 'Taiwan(?:ese)?', '台湾|对台'],
  ['CN', 'China', '中国', 'China|Chinese|PRC', '中国(?!商务部|海关)|大陆|中方'],
  ['HK', 'Hong Kong', '香港', 'Hong Kong', '香港'],
  ['MO', 'Macau', '澳门', 'Maca[uo]', '澳门'],
  ['IN', 'India', '印度', 'Indian?', '印度(?!尼西亚)|印方|对印(?![尼度])'],
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
  ['AT', 'Austria', '奥地利', 'Austrian?', '奥地利'],
  ['SE', 'Sweden', '瑞典', 'Sweden|Swedish', '瑞典'],
  ['FI', 'Finland', '芬兰', 'Finland|Finnish', '芬兰'],
  ['DK', 'Denmark', '丹麦', 'Denmark|Danish', '丹麦'],
  ['PT', 'Portugal', '葡萄牙', 'Portugal|Portuguese', '葡萄牙'],
  ['GR', 'Greece', '希腊', 'Greece|Greek', '希腊'],
  ['HU', 'Hungary', '匈牙利', 'Hungar(?:y|ian)', '匈牙利'],
  ['RO', 'Romania', '罗马尼亚', 'Romanian?', '罗马尼亚'],
  ['IE', 'Ireland', '爱尔兰', '(?<!Northern )Ireland|Irish', '(?<!北)爱尔兰'],
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
  ['VN', 'Vietnam', '越南', 'Viet ?[Nn]am(?:ese)?', '越南'],
  ['KH', 'Cambodia', '柬埔寨', 'Cambodian?', '柬埔寨'],
  ['MM', 'Myanmar', '缅甸', 'Myanmar|Burma', '缅甸'],
  ['PH', 'Philippines', '菲律宾', 'Philippines?', '菲律宾'],
  ['BD', 'Bangladesh', '孟加拉国', 'Bangladeshi?', '孟加拉国'],
  ['LK', 'Sri Lanka', '斯里兰卡', 'Sri Lankan?', '斯里兰卡'],
  ['LA', 'Laos', '老挝', 'Laos|Lao PDR|Laotian', '老挝'],
  ['MN', 'Mongolia', '蒙古国', '(?<!Inner )Mongolian?', '(?<!内)蒙古'],
  ['UZ', 'Uzbekistan', '乌兹别克斯坦', 'Uzbekistan|Uzbek', '乌兹别克斯坦'],
  ['EG', 'Egypt', '埃及', 'Egypt(?:ian)?', '埃及'],
  ['ZA', 'South Africa', '南非', 'South African?', '南非'],
  ['ZW', 'Zimbabwe', '津巴布韦', 'Zimbabwe(?:an)?', '津巴布韦'],
  ['CD', 'DR Congo', '刚果（金）', 'DR Congo|DRC|Democratic Republic of(?: the)? Congo|Congolese', '刚果\\(金\\)|刚果民主共和国'],
  ['GA', 'Gabon', '加蓬', 'Gabon(?:ese)?', '加蓬'],
  ['GN', 'Guinea', '几内亚', '(?<!New |Equatorial )Guinea(?!-)', '(?<!新|赤道)几内亚(?!比绍)'],
  ['NG', 'Nigeria', '尼日利亚', 'Nigerian?', '尼日利亚'],
  ['AR', 'Argentina', '阿根廷', 'Argentin(?:a|e|ian)', '阿根廷'],
  ['CL', 'Chile', '智利', 'Chile(?:an)?', '智利'],
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
