import { sameAddress } from '../aliases.ts';

/** An address that is still passed around, and is known to be of no use. Not a Source. */
export interface Retired {
  /** As people would call it in SOURCES. */
  id: string;
  url: string;
  /** What follows the address in a sentence. */
  why: string;
  /** When that was recorded: `2026-09-10`, or `2026-05` or `2026` where no more is known. */
  since: string;
  /** The id of the Source that reads the same news; null where there is none. */
  instead: string | null;
}

/**
 * The known-dead. The customs' notices are among them though their page is alive: its firewall answers every program
 * with a challenge, which is not fought, so that a Source would fail at every poll and say nothing new. Their joint
 * notices stand in MOFCOM's list of the year.
 */
export const retired: readonly Retired[] = [
  {
    id: 'cn-gacc-notices',
    url: 'http://www.customs.gov.cn/customs/302249/302266/index.html',
    why: 'answers programs with a challenge (412)',
    since: '2026',
    instead: 'cn-mofcom-announcements',
  },
  {
    id: 'cn-gacc-statistics',
    url: 'http://stats.customs.gov.cn/',
    why: 'answers programs with a challenge',
    since: '2026',
    instead: 'cn-gacc-english',
  },
  {
    id: 'cn-mofcom-articles',
    url: 'http://www.mofcom.gov.cn/article/xwfb/',
    why: "answers 404: it is the layout before MOFCOM's redesign",
    since: '2026-03-13',
    instead: 'cn-mofcom-hub',
  },
  {
    id: 'cn-mofcom-control-articles',
    url: 'http://aqygzj.mofcom.gov.cn/article/glxd/',
    why: "is the layout before the bureau's redesign",
    since: '2026',
    instead: 'cn-mofcom-security',
  },
  ...['LatestNews', 'news', 'article'].map((name) => ({
    id: `cn-mofcom-rss-${name.toLowerCase()}`,
    url: `https://english.mofcom.gov.cn/rss/${name}.xml`,
    why: 'was never seen to exist: MOFCOM has no confirmed feed',
    since: '2026-11-22',
    instead: 'cn-mofcom-english',
  })),
  {
    id: 'us-bis-press',
    url: 'https://www.bis.gov/rss.xml',
    why: 'answers 404',
    since: '2026-09-10',
    instead: 'us-federal-register-bis',
  },
  {
    id: 'us-ofac-rss',
    url: 'https://ofac.treasury.gov/rss/ofac_rss.xml',
    why: 'was retired by OFAC',
    since: '2025-01',
    instead: 'us-ofac',
  },
  {
    id: 'us-cbp-csms-rss',
    url: 'https://content.govdelivery.com/accounts/USDHSCBP/bulletins.rss',
    why: 'answers 406',
    since: '2026-05',
    instead: 'us-cbp-csms',
  },
  {
    id: 'us-ustr-rss',
    url: 'https://ustr.gov/about-us/policy-offices/press-office/press-releases/rss.xml',
    why: 'answers 404',
    since: '2025-10-26',
    instead: 'us-ustr',
  },
  {
    id: 'us-white-house-feed',
    url: 'https://www.whitehouse.gov/feed/',
    why: 'answers 404',
    since: '2026',
    instead: 'us-white-house',
  },
  {
    id: 'eu-eur-lex',
    url: 'https://eur-lex.europa.eu/rss.do?rssId=legislation',
    why: 'answers 404',
    since: '2026-07-28',
    instead: 'eu-dg-trade',
  },
  {
    id: 'jp-meti-english',
    url: 'https://www.meti.go.jp/english/rss/index.xml',
    why: 'answers 403',
    since: '2026-07',
    instead: 'jp-meti',
  },
  {
    id: 'nl-rijksoverheid-rss',
    url: 'https://feeds.rijksoverheid.nl/nieuws.rss',
    why: 'has no host any more: the name does not resolve',
    since: '2026-06-07',
    instead: 'nl-government',
  },
];

/** What is known to be dead by this id or address. */
export function retiredAs(target: string): Retired | undefined {
  return retired.find(({ id, url }) => id === target || (URL.canParse(target) && sameAddress(url, target)));
}

/** "us-bis-press is known to be of no use: https://www.bis.gov/rss.xml answers 404 (2026-09-10). Use …" */
export function obituary({ id, url, why, since, instead }: Retired): string {
  const advice = instead ? `Use ${instead} instead.` : 'Nothing in the catalogue replaces it.';
  return `${id} is known to be of no use: ${url} ${why} (${since}). ${advice}`;
}
