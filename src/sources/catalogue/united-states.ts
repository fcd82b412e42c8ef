import type { Authority, CatalogueSource } from '../../domain/source.ts';

const bis: Authority = {
  id: 'us-bis',
  name: { en: 'the US Bureau of Industry and Security', zh: '美国商务部工业与安全局' },
  short: { en: 'US BIS', zh: '美国BIS' },
  country: 'US',
};

const ofac: Authority = {
  id: 'us-ofac',
  name: { en: "the US Treasury's Office of Foreign Assets Control", zh: '美国财政部外国资产控制办公室' },
  short: { en: 'US OFAC', zh: '美国OFAC' },
  country: 'US',
};

const ustr: Authority = {
  id: 'us-ustr',
  name: { en: 'the US Trade Representative', zh: '美国贸易代表办公室' },
  short: { en: 'US USTR', zh: '美贸易代表' },
  country: 'US',
};

const treasury: Authority = {
  id: 'us-treasury',
  name: { en: 'the US Treasury', zh: '美国财政部' },
  short: { en: 'US Treasury', zh: '美财政部' },
  country: 'US',
};

const whiteHouse: Authority = {
  id: 'us-white-house',
  name: { en: 'the White House', zh: '美国白宫' },
  short: { en: 'White House', zh: '白宫' },
  country: 'US',
};

const state: Authority = {
  id: 'us-state',
  name: { en: 'the US State Department', zh: '美国国务院' },
  short: { en: 'US State', zh: '美国务院' },
  country: 'US',
};

const cbp: Authority = {
  id: 'us-cbp',
  name: { en: 'US Customs and Border Protection', zh: '美国海关与边境保护局' },
  short: { en: 'US CBP', zh: '美国海关' },
  country: 'US',
};

const washington = { language: 'en', timeZone: 'America/New_York', minRows: 1 } as const;

export const unitedStates: readonly CatalogueSource[] = [
  // The bureau's own feed is gone, and this is where its rules take effect. The RSS twin gives 5 documents and
  // refuses some networks.
  register('us-federal-register-bis', 'industry-and-security-bureau', bis, 'BIS'),
  // Its RSS was retired in January 2025.
  {
    ...washington,
    id: 'us-ofac',
    authority: ofac,
    name: { en: 'OFAC recent actions', zh: 'OFAC近期行动' },
    url: 'https://ofac.treasury.gov/recent-actions',
    reader: {
      kind: 'page',
      rows: { row: '.views-row', link: 'a[href^="/recent-actions/"]', date: '.font-sans-2xs' },
      path: /^\/recent-actions\/\d{8}/,
    },
    grade: 'verified',
    checkedOn: '2026-09',
    cadence: 10,
  },
  register('us-federal-register-ustr', 'trade-representative-office-of-united-states', ustr, 'USTR'),
  register('us-federal-register-treasury', 'treasury-department', treasury, 'Treasury', '财政部'),
  // Both /about/ and /about-us/ lead to items; pages of a month look like items and are none.
  {
    ...washington,
    id: 'us-ustr',
    authority: ustr,
    name: { en: 'USTR press releases', zh: '美国贸易代表办公室新闻稿' },
    url: 'https://ustr.gov/about-us/policy-offices/press-office/press-releases',
    reader: {
      kind: 'page',
      rows: { row: 'a[href*="/press-releases/20"]:not(:has(img))' },
      path: /\/press-office\/press-releases\/\d{4}\/[a-z]+\/[^/]+/,
    },
    grade: 'verified',
    checkedOn: '2026',
    cadence: 15,
  },
  // 30 items; the site's own /feed/ is gone.
  {
    ...washington,
    id: 'us-white-house',
    authority: whiteHouse,
    name: { en: 'White House: presidential actions', zh: '白宫：总统行动' },
    url: 'https://www.whitehouse.gov/presidential-actions/feed/',
    reader: { kind: 'feed' },
    grade: 'verified',
    checkedOn: '2026',
    cadence: 15,
  },
  {
    ...washington,
    id: 'us-state',
    authority: state,
    name: { en: 'State Department press releases', zh: '美国国务院新闻稿' },
    url: 'https://www.state.gov/wp-json/wp/v2/press_releases?per_page=20&orderby=date&_fields=id,date,title,link,content',
    reader: {
      kind: 'json',
      fields: {
        list: '',
        id: 'id',
        title: 'title.rendered',
        link: 'link',
        date: 'date',
        text: 'content.rendered',
      },
      page: 'page',
    },
    grade: 'verified',
    checkedOn: '2026',
    cadence: 15,
  },
  {
    ...washington,
    id: 'us-cbp-csms',
    authority: cbp,
    name: { en: 'CBP cargo systems messages', zh: '美国海关货运系统通知' },
    url: 'https://content.govdelivery.com/accounts/USDHSCBP/widgets/USDHSCBP_WIDGET_2.json',
    reader: { kind: 'json', fields: { list: '', title: 'subject', link: 'href', date: 'pub_date' } },
    grade: 'published',
    cadence: 30,
  },
];

/** The documents of one agency in the Federal Register, by its public interface. Their addresses never change. */
function register(
  id: string,
  agency: string,
  authority: Authority,
  en: string,
  zh: string = en,
): CatalogueSource {
  return {
    ...washington,
    id,
    authority,
    name: { en: `${en} in the Federal Register`, zh: `《联邦公报》：${zh}文件` },
    url: `https://www.federalregister.gov/api/v1/documents.json?conditions[agencies][]=${agency}&order=newest`,
    reader: {
      kind: 'json',
      fields: {
        list: 'results',
        title: 'title',
        link: 'html_url',
        date: 'publication_date',
        text: 'abstract',
      },
      page: 'page',
    },
    grade: 'verified',
    checkedOn: '2026',
    cadence: 15,
  };
}
