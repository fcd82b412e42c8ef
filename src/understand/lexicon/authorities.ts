import { countries } from './countries.ts';

/** Who decides in a country: names of bodies that name no country themselves, or whose first word is not it. */
interface Authorities {
  /** As in Facts: the short English name. */
  country: string;
  /** Full names and the words desks use for them, case-sensitive. */
  en: string;
  /** In Simplified characters. */
  han?: string;
  /** Other words that show whose text it is, wherever they stand. */
  signs?: RegExp;
}

const authorities: Authorities[] = [
  {
    country: 'China',
    en: 'MOFCOM|GACC|State Council|Beijing|Ministry of Commerce and General Administration of Customs|Chinese (?:authorities|government)',
    han: '(?:中国|我国?|大陆)?(?:商务部|海关总署|国务院|工信部|工业和信息化部)|中国政府|中方',
    signs:
      /(?<!美国|美|韩国|印尼|孟|孟加拉国|泰国?|柬埔寨|老挝|缅甸)商务部|国务院|中方|MOFCOM|Ministry of Commerce and General|China's (?:\w+ ){0,2}[Mm]inistry|China's Ministry|Chinese government|^China |: China /,
  },
  {
    country: 'United States',
    en: 'Bureau of Industry and Security|BIS|Commerce Department|State Department|Department of (?:State|Commerce)|White House|Trump administration|U\\.?S\\.? Commerce',
    han: '白宫|美(?:国)?商务部|美国?工业与?和?安全局|美政府',
    signs:
      /\bCommerce Department\b|Bureau of Industry and Security|\bBIS\b|Department of (?:State|Commerce|Energy)\b|US Commerce Department|^US |美商务部|美国商务部/,
  },
  {
    country: 'Netherlands',
    en: 'The Hague',
    han: '荷政府',
    signs: /Dutch (?:compan|government|national)|荷兰(?:政府|外贸|将)/,
  },
  {
    country: 'Japan',
    en: 'METI|Ministry of Economy, Trade and Industry|Tokyo',
    han: '经济产业省|经产省|日政府',
    signs: /\bMETI\b|日本经济产业省|Cabinet Decision|日本政府/,
  },
  {
    country: 'South Korea',
    en: 'MOTIE|MOTIR|Seoul',
    han: '(?:韩国)?产业通商(?:资源)?部|韩政府',
    signs: /\bMOTIE\b|韩国产业通商/,
  },
  {
    country: 'Taiwan',
    en: 'International Trade Administration|Taipei',
    han: '(?:经济部)?国际?贸易?署|台当局|台外事部门|台经济部门',
    signs:
      /Taiwan's (?:\w+ ){0,2}administration|International Trade Administration|(?:国贸|贸易)署|台当局|我国(?:晶片|半导体)|输往[^,。]{2,8}者/,
  },
  {
    country: 'EU',
    en: 'European (?:Commission|Council|Parliament)|Council of the European Union|Brussels',
    han: '欧委会|欧洲(?:委员会|理事会|议会)',
    signs:
      /European Commission|欧委会|欧盟(?:委员会|理事会|发布)|COUNCIL OF THE EUROPEAN UNION|(?:Regulation|Decision) \((?:EU|CFSP)\) 20\d\d\/\d/,
  },
  {
    country: 'United Kingdom',
    en: 'Export Control Joint Unit|ECJU|Department for Business and Trade|London',
    han: '英政府',
    signs:
      /Export Control Joint Unit|Department for Business and Trade|\bS\.I\. \d{4}\/|Export Control Order 2008|\bNTE 20\d\d|Notice to Exporters|英国?(?:外交大臣|外相|政府)/i,
  },
  {
    country: 'Germany',
    en: 'BAFA|BMWK|Berlin',
    signs: /\bBAFA\b|\bBMWK\b|Federal Office for Economic Affairs and Export Control|German government/,
  },
  {
    country: 'India',
    en: 'DGFT|Directorate General of Foreign Trade|New Delhi',
    signs: /\bDGFT\b|G(?:overnment|azette) of India|Directorate General of Foreign Trade|\bITC ?\(HS\)/,
  },
  { country: 'Malaysia', en: 'MITI|Kuala Lumpur', signs: /\bMITI\b/ },
  {
    country: 'Canada',
    en: 'Global Affairs Canada|Ottawa',
    signs: /\bGlobal Affairs Canada\b|\bSOR\/\d{4}|\bExport and Import Permits Act\b/i,
  },
  {
    country: 'Russia',
    en: 'Moscow|Kremlin',
    han: '俄政府',
    signs: /俄(?:罗斯)?(?:联邦)?政府|Russian government|^Russia (?:bans|extends|lifts|limits|prolongs)\b/,
  },
  {
    country: 'Australia',
    en: 'Canberra|Defence Export Controls|Wine Australia',
    signs: /\bDefence Export Controls\b|\bWine Australia\b|\bAustralian Government\b/,
  },
  {
    country: 'Switzerland',
    en: 'SECO|Federal Council',
    signs: /\bSECO\b|瑞士联邦委员会|^Switzerland exported/,
  },
  { country: 'Indonesia', en: 'Jakarta|Permendag', signs: /\bPermendag\b|印尼[\u4e00-\u9fff]{0,8}部/ },
  { country: 'Vietnam', en: 'Hanoi', signs: /\/ND-CP\b|Viet ?[Nn]am's government/ },
  { country: 'Thailand', en: 'Bangkok' },
  { country: 'Bangladesh', en: 'Dhaka', han: '孟(?:加拉国)?商务部', signs: /孟(?:加拉国)?商务部/ },
  {
    country: 'Singapore',
    en: 'Singapore Customs',
    signs: /\bSingapore Customs\b|Strategic Goods \(Control\)/,
  },
  { country: 'DR Congo', en: 'Kinshasa|ARECOMS', signs: /\bARECOMS\b/ },
];

/** The bodies by their names. */
export const bodies: readonly Pick<Authorities, 'country' | 'en' | 'han'>[] = authorities;

/** How a text names the country that publishes it. */
export const firstPerson = { en: 'We|we', han: '我国|我方|我们|本部' } as const;

/** The country whose authority a text names first; undefined where it names none. */
export function issuingCountry(sentences: readonly { folded: string }[]): string | undefined {
  for (const { folded } of sentences) {
    const found = authorities
      .map(({ country, signs }) => ({ country, at: signs ? folded.search(signs) : -1 }))
      .filter(({ at }) => at >= 0)
      .sort((a, b) => a.at - b.at);
    if (found[0]) return found[0].country;
  }
  return governing(sentences);
}

/** A country with one of its authorities: 德国政府, "the Swiss government". */
const governments = countries.map(({ name, en, han }) => ({
  name,
  pattern: new RegExp(
    `(?:${han})(?:联邦)?(?:政府|当局|[\\u4e00-\\u9fff]{0,4}(?:部长|大臣|外长|总理))|(?<![\\w-])(?:${en})(?:'s)? (?:federal )?(?:government|cabinet|(?:\\w+ ){0,2}ministry)\\b`,
  ),
}));

function governing(sentences: readonly { folded: string }[]): string | undefined {
  const [first] = sentences
    .slice(0, 6)
    .flatMap(({ folded }, place) =>
      governments.map(({ name, pattern }) => ({ name, place, at: folded.search(pattern) })),
    )
    .filter(({ at }) => at >= 0)
    .sort((one, other) => one.place - other.place || one.at - other.at);
  return first?.name;
}
