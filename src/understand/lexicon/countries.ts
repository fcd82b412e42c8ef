import type { Language } from '../../domain/source.ts';
import { fold } from '../fold.ts';

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
  ['US', 'United States', '美国', 'United States|U\\.S\\.(?:A\\.)?|USA?(?![\\w-])|America(?:n|ns)?(?!\\w)|Washington', '美利坚合众国|美国|美方|美企|对美(?!国|利坚|方|元|联储)|(?<=\\d家)美(?=实体)'],
  ['EU', 'EU', '欧盟', 'European Union|E\\.U\\.|EU|Europe(?:an)?(?! Commission)', '欧盟|欧方|欧洲|欧企|对欧(?!盟|洲|委|方)|中欧'],
  ['JP', 'Japan', '日本', 'Japan(?:ese)?', '日本|日方|对日(?!本|方|益|常|后|内)|日企'],
  ['KP', 'North Korea', '朝鲜', "North Korean?|DPRK|Democratic People's Republic of Korea", '朝鲜'],
  ['KR', 'South Korea', '韩国', '(?:South )?Korean?(?!-)|Republic of Korea|ROK', '韩国|南韩|韩方|对韩(?!国|方)|韩企'],
  ['TW', 'Taiwan', '台湾', 'Taiwan(?:ese)?', '台湾|对台(?!湾)|台企'],
  ['CN', 'China', '中国', 'China|Chinese|PRC|(?<=\\b(?:to|supply|puts?|adds?|blacklists?) )(?:Huawei|SMIC)', '中国(?!商务部|海关)|(?<=[对向将])(?:华为|中芯)|大陆|中方|(?<=输)陆|(?<=输)中(?![国亚东欧南非转])|对华(?!为|盛|尔|夏)|(?<=输)华|(?<=在)华(?=工厂|晶圆厂|[^,。;]{0,4}厂|设厂)|中企'],
  ['HK', 'Hong Kong', '香港', 'Hong Kong', '香港|港(?=澳)'],
  ['MO', 'Macau', '澳门', 'Maca[uo]', '澳门|(?<=港)澳(?!大利亚|洲)'],
  ['IN', 'India', '印度', 'Indian?', '印度(?!尼西亚)|印方|对印(?![尼度])'],
  ['RU', 'Russia', '俄罗斯', 'Russian?|Russian Federation', '(?<!白)俄罗斯|俄方|对俄(?!罗斯|方)|俄企'],
  ['BY', 'Belarus', '白俄罗斯', 'Belarus(?:ian)?', '白俄罗斯'],
  ['UA', 'Ukraine', '乌克兰', 'Ukrain(?:e|ian)', '乌克兰'],
  ['GB', 'United Kingdom', '英国', 'United Kingdom|U\\.K\\.|UK|Britain|British', '英国'],
  ['DE', 'Germany', '德国', 'German(?:y)?', '德国|德方|对德(?!国|方|州)|德企'],
  ['FR', 'France', '法国', 'France|French', '法国'],
  ['IT', 'Italy', '意大利', 'Ital(?:y|ian)', '意大利'],
  ['NL', 'Netherlands', '荷兰', 'Netherlands|Dutch', '荷兰|荷方|对荷(?!兰|方)'],
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
  ['IL', 'Israel', '以色列', 'Israeli?', '以色列|对以(?=出口|军|武|实施出口)'],
  ['IR', 'Iran', '伊朗', 'Iran(?:ian)?', '伊朗'],
  ['IQ', 'Iraq', '伊拉克', 'Iraqi?', '伊拉克'],
  ['SY', 'Syria', '叙利亚', 'Syrian?', '叙利亚'],
  ['SA', 'Saudi Arabia', '沙特阿拉伯', 'Saudi(?: Arabian?)?', '沙特(?:阿拉伯)?'],
  ['AE', 'United Arab Emirates', '阿联酋', 'United Arab Emirates|UAE|Emirat(?:i|es)', '阿联酋|阿拉伯联合酋长国'],
  ['QA', 'Qatar', '卡塔尔', 'Qatari?', '卡塔尔'],
  ['PK', 'Pakistan', '巴基斯坦', 'Pakistani?', '巴基斯坦'],
  ['CA', 'Canada', '加拿大', 'Canad(?:a|ian)', '加拿大'],
  ['MX', 'Mexico', '墨西哥', 'Mexic(?:o|an)', '墨西哥(?:合众国)?'],
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
  ['AF', 'Afghanistan', '阿富汗', 'Afghan(?:istan)?', '阿富汗'],
  ['AL', 'Albania', '阿尔巴尼亚', 'Albanian?', '阿尔巴尼亚'],
  ['DZ', 'Algeria', '阿尔及利亚', 'Algerian?', '阿尔及利亚'],
  ['AO', 'Angola', '安哥拉', 'Angolan?', '安哥拉'],
  ['BH', 'Bahrain', '巴林', 'Bahraini?', '巴林'],
  ['BJ', 'Benin', '贝宁', 'Benin', '贝宁'],
  ['BO', 'Bolivia', '玻利维亚', 'Bolivian?', '玻利维亚'],
  ['BA', 'Bosnia and Herzegovina', '波黑', 'Bosnian?(?: and Herzegovina)?', '波黑|波斯尼亚'],
  ['BW', 'Botswana', '博茨瓦纳', 'Botswanan?', '博茨瓦纳'],
  ['BN', 'Brunei', '文莱', 'Brunei', '文莱'],
  ['BG', 'Bulgaria', '保加利亚', 'Bulgarian?', '保加利亚'],
  ['BF', 'Burkina Faso', '布基纳法索', 'Burkina Faso', '布基纳法索'],
  ['BI', 'Burundi', '布隆迪', 'Burundi', '布隆迪'],
  ['CM', 'Cameroon', '喀麦隆', 'Cameroon(?:ian)?', '喀麦隆'],
  ['CF', 'Central African Republic', '中非共和国', 'Central African Republic', '中非共和国'],
  ['TD', 'Chad', '乍得', 'Chad(?:ian)?', '乍得'],
  ['CO', 'Colombia', '哥伦比亚', 'Colombian?', '哥伦比亚'],
  ['CG', 'Congo', '刚果（布）', 'Republic of(?: the)? Congo|Congo[- ]Brazzaville', '刚果\\(布\\)'],
  ['CR', 'Costa Rica', '哥斯达黎加', 'Costa Rican?', '哥斯达黎加'],
  ['CI', "Côte d'Ivoire", '科特迪瓦', "C[ôo]te d['’]Ivoire|Ivory Coast|Ivorian", '科特迪瓦'],
  ['HR', 'Croatia', '克罗地亚', 'Croatian?', '克罗地亚'],
  ['CY', 'Cyprus', '塞浦路斯', 'Cyprus|Cypriot', '塞浦路斯'],
  ['DO', 'Dominican Republic', '多米尼加', 'Dominican Republic', '多米尼加'],
  ['EC', 'Ecuador', '厄瓜多尔', 'Ecuador(?:ian)?', '厄瓜多尔'],
  ['SV', 'El Salvador', '萨尔瓦多', 'El Salvador', '萨尔瓦多'],
  ['ER', 'Eritrea', '厄立特里亚', 'Eritrean?', '厄立特里亚'],
  ['EE', 'Estonia', '爱沙尼亚', 'Estonian?', '爱沙尼亚'],
  ['ET', 'Ethiopia', '埃塞俄比亚', 'Ethiopian?', '埃塞俄比亚'],
  ['GH', 'Ghana', '加纳', 'Ghana(?:ian)?', '加纳'],
  ['GT', 'Guatemala', '危地马拉', 'Guatemalan?', '危地马拉'],
  ['HT', 'Haiti', '海地', 'Haitian?', '海地'],
  ['IS', 'Iceland', '冰岛', 'Iceland(?:ic)?', '冰岛'],
  ['JM', 'Jamaica', '牙买加', 'Jamaican?', '牙买加'],
  ['JO', 'Jordan', '约旦', 'Jordan(?:ian)?', '约旦'],
  ['KE', 'Kenya', '肯尼亚', 'Kenyan?', '肯尼亚'],
  ['KW', 'Kuwait', '科威特', 'Kuwaiti?', '科威特'],
  ['KG', 'Kyrgyzstan', '吉尔吉斯斯坦', 'Kyrgyz(?:stan| Republic)?', '吉尔吉斯斯坦'],
  ['LV', 'Latvia', '拉脱维亚', 'Latvian?', '拉脱维亚'],
  ['LB', 'Lebanon', '黎巴嫩', 'Leban(?:on|ese)', '黎巴嫩'],
  ['LR', 'Liberia', '利比里亚', 'Liberian?', '利比里亚'],
  ['LY', 'Libya', '利比亚', 'Libyan?', '利比亚'],
  ['LT', 'Lithuania', '立陶宛', 'Lithuanian?', '立陶宛'],
  ['LU', 'Luxembourg', '卢森堡', 'Luxembourg', '卢森堡'],
  ['MG', 'Madagascar', '马达加斯加', 'Madagascar', '马达加斯加'],
  ['MW', 'Malawi', '马拉维', 'Malawi', '马拉维'],
  ['ML', 'Mali', '马里', 'Mali(?:an)?', '马里(?!兰|亚)'],
  ['MT', 'Malta', '马耳他', 'Malta|Maltese', '马耳他'],
  ['MR', 'Mauritania', '毛里塔尼亚', 'Mauritanian?', '毛里塔尼亚'],
  ['MU', 'Mauritius', '毛里求斯', 'Mauritius', '毛里求斯'],
  ['MD', 'Moldova', '摩尔多瓦', 'Moldovan?', '摩尔多瓦'],
  ['ME', 'Montenegro', '黑山', 'Montenegr(?:o|in)', '黑山'],
  ['MA', 'Morocco', '摩洛哥', 'Morocc(?:o|an)', '摩洛哥'],
  ['MZ', 'Mozambique', '莫桑比克', 'Mozambi(?:que|can)', '莫桑比克'],
  ['NA', 'Namibia', '纳米比亚', 'Namibian?', '纳米比亚'],
  ['NP', 'Nepal', '尼泊尔', 'Nepal(?:ese|i)?', '尼泊尔'],
  ['NE', 'Niger', '尼日尔', 'Niger(?!ia)', '尼日尔'],
  ['MK', 'North Macedonia', '北马其顿', 'North Macedonian?', '北马其顿'],
  ['OM', 'Oman', '阿曼', 'Omani?', '阿曼'],
  ['PA', 'Panama', '巴拿马', 'Panama(?:nian)?', '巴拿马'],
  ['PG', 'Papua New Guinea', '巴布亚新几内亚', 'Papua New Guinea', '巴布亚新几内亚'],
  ['PY', 'Paraguay', '巴拉圭', 'Paraguay(?:an)?', '巴拉圭'],
  ['PE', 'Peru', '秘鲁', 'Peru(?:vian)?', '秘鲁'],
  ['RW', 'Rwanda', '卢旺达', 'Rwandan?', '卢旺达'],
  ['SN', 'Senegal', '塞内加尔', 'Senegal(?:ese)?', '塞内加尔'],
  ['RS', 'Serbia', '塞尔维亚', 'Serbian?', '塞尔维亚'],
  ['SL', 'Sierra Leone', '塞拉利昂', 'Sierra Leone(?:an)?', '塞拉利昂'],
  ['SK', 'Slovakia', '斯洛伐克', 'Slovak(?:ia)?', '斯洛伐克'],
  ['SI', 'Slovenia', '斯洛文尼亚', 'Sloven(?:ia|e|ian)', '斯洛文尼亚'],
  ['SO', 'Somalia', '索马里', 'Somalia|Somali', '索马里'],
  ['SS', 'South Sudan', '南苏丹', 'South Sudan(?:ese)?', '南苏丹'],
  ['SD', 'Sudan', '苏丹', '(?<!South )Sudan(?:ese)?', '(?<!南)苏丹'],
  ['TJ', 'Tajikistan', '塔吉克斯坦', 'Tajik(?:istan)?', '塔吉克斯坦'],
  ['TZ', 'Tanzania', '坦桑尼亚', 'Tanzanian?', '坦桑尼亚'],
  ['TG', 'Togo', '多哥', 'Togo', '多哥'],
  ['TT', 'Trinidad and Tobago', '特立尼达和多巴哥', 'Trinidad(?: and Tobago)?', '特立尼达和多巴哥'],
  ['TN', 'Tunisia', '突尼斯', 'Tunisian?', '突尼斯'],
  ['TM', 'Turkmenistan', '土库曼斯坦', 'Turkmen(?:istan)?', '土库曼斯坦'],
  ['UG', 'Uganda', '乌干达', 'Ugandan?', '乌干达'],
  ['UY', 'Uruguay', '乌拉圭', 'Uruguay(?:an)?', '乌拉圭'],
  ['YE', 'Yemen', '也门', 'Yemeni?', '也门'],
  ['ZM', 'Zambia', '赞比亚', 'Zambian?', '赞比亚'],
  ['BT', 'Bhutan', '不丹', 'Bhutan(?:ese)?', '不丹'],
  ['LI', 'Liechtenstein', '列支敦士登', 'Liechtenstein', '列支敦士登'],
  ['MV', 'Maldives', '马尔代夫', 'Maldives', '马尔代夫'],
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

/** The country of this name in English or Chinese, or of this code in capitals: "us" is a word. */
export function countryCalled(written: string): Country | undefined {
  const name = fold(written).toLowerCase();
  return countries.find(
    (country) => country.name.toLowerCase() === name || country.zh === name || country.code === written,
  );
}

const named = countries.map(({ name, en, han }) => ({
  name,
  pattern: new RegExp(`(?<![\\w-])(?:${en})(?![a-z])|${han}`),
}));

/** The countries that a folded text names, in order. */
export function countriesNamed(folded: string): string[] {
  return named
    .map(({ name, pattern }) => ({ name, at: folded.search(pattern) }))
    .filter(({ at }) => at >= 0)
    .sort((one, other) => one.at - other.at)
    .map(({ name }) => name);
}
