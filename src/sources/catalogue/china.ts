import type { Authority, CatalogueSource } from '../../domain/source.ts';
import { beijing, datedNames, datedPath } from './china-columns.ts';

const miit: Authority = {
  id: 'cn-miit',
  name: { en: "China's industry ministry", zh: '工业和信息化部' },
  short: { en: 'China MIIT', zh: '工信部' },
  country: 'CN',
};

const tao: Authority = {
  id: 'cn-tao',
  name: { en: "China's Taiwan Affairs Office", zh: '国务院台湾事务办公室' },
  short: { en: 'China TAO', zh: '国台办' },
  country: 'CN',
};

const ndrc: Authority = {
  id: 'cn-ndrc',
  name: { en: "China's National Development and Reform Commission", zh: '国家发展和改革委员会' },
  short: { en: 'China NDRC', zh: '发改委' },
  country: 'CN',
};

const stateCouncil: Authority = {
  id: 'cn-state-council',
  name: { en: "China's State Council", zh: '国务院' },
  short: { en: 'China State Council', zh: '国务院' },
  country: 'CN',
};

const mfa: Authority = {
  id: 'cn-mfa',
  name: { en: "China's foreign ministry", zh: '外交部' },
  short: { en: 'China MFA', zh: '外交部' },
  country: 'CN',
};

const gacc: Authority = {
  id: 'cn-gacc',
  name: { en: "China's customs administration", zh: '海关总署' },
  short: { en: 'China customs', zh: '海关总署' },
  country: 'CN',
};

export const china: readonly CatalogueSource[] = [
  // The encoding was checked too: GB18030, whatever the header says.
  {
    ...beijing,
    id: 'cn-tao',
    authority: tao,
    name: { en: 'Taiwan Affairs Office: measures', zh: '国台办：惩戒台独顽固分子' },
    url: 'https://www.gwytb.gov.cn/zccs/zccs_61195/cjtdwgfz/',
    reader: { kind: 'page', rows: datedNames, path: datedPath },
    charset: 'gb18030',
    grade: 'verified',
    checkedOn: '2026-06',
    cadence: 15,
  },
  // A list captured on that day. Not sorted by date.
  {
    ...beijing,
    id: 'cn-miit-consultations',
    authority: miit,
    name: { en: 'MIIT consultations', zh: '工信部意见征集' },
    url: 'https://www.miit.gov.cn/gzcy/yjzj/index.html',
    reader: { kind: 'jpaas', rows: { row: '.clist_con li', link: 'a[href]', date: 'span.fr' } },
    grade: 'verified',
    checkedOn: '2026-09-20',
    cadence: 15,
  },
  // Not sorted either; 23 of 24 links were plain http.
  miitColumn('cn-miit-policy', 'xwfb/zxzc', 'MIIT latest policy', '工信部最新政策'),
  miitColumn('cn-miit-documents', 'zwgk/zcwj/wjfb', 'MIIT documents', '工信部文件发布'),
  miitColumn('cn-miit-ministers', 'xwfb/bldhd', "MIIT: ministers' activities", '工信部部领导活动'),
  {
    ...beijing,
    id: 'cn-ndrc-news',
    authority: ndrc,
    name: { en: 'NDRC news', zh: '国家发展改革委新闻发布' },
    url: 'https://www.ndrc.gov.cn/xwdt/xwfb/',
    reader: { kind: 'page', rows: { row: '.u-list > li:not(.empty)', link: 'a[href]', date: 'span' } },
    grade: 'verified',
    checkedOn: '2026-10-01',
    cadence: 15,
  },
  // The page builds its list from this file, some 1,100 rows. Only what the State Council itself issues is taken:
  // the documents of ministries that it reprints are read where they stand first.
  {
    ...beijing,
    id: 'cn-state-council',
    authority: stateCouncil,
    name: { en: 'State Council: latest policy', zh: '中国政府网：国务院最新政策' },
    url: 'https://www.gov.cn/zhengce/zuixin/ZUIXINZHENGCE.json',
    reader: {
      kind: 'json',
      fields: { list: '', title: 'TITLE', link: 'URL', date: 'DOCRELPUBTIME' },
      path: /^\/zhengce\/content\//,
    },
    grade: 'verified',
    checkedOn: '2026-09-11',
    cadence: 15,
    newest: 200,
  },
  {
    ...beijing,
    id: 'cn-mfa-press-conferences',
    authority: mfa,
    name: { en: 'MFA regular press conferences in English', zh: '外交部例行记者会（英文）' },
    language: 'en',
    url: 'https://www.fmprc.gov.cn/eng/xw/fyrbt/lxjzh/',
    reader: { kind: 'page', rows: datedNames, path: datedPath },
    grade: 'verified',
    checkedOn: '2026-08',
    cadence: 15,
  },
  {
    ...beijing,
    id: 'cn-mfa-remarks',
    authority: mfa,
    name: { en: "MFA spokesperson's remarks in English", zh: '外交部发言人表态（英文）' },
    language: 'en',
    url: 'https://www.fmprc.gov.cn/eng/xw/fyrbt/fyrbt/',
    reader: { kind: 'page', rows: datedNames, path: datedPath },
    grade: 'verified',
    checkedOn: '2026-08',
    cadence: 15,
  },
  {
    ...beijing,
    id: 'cn-mfa-countermeasures',
    authority: mfa,
    name: { en: 'MFA countermeasures', zh: '外交部反制裁清单和措施' },
    url: 'https://www.mfa.gov.cn/web/wjb_673085/zfxxgk_674865/gknrlb/fzcqdcs/',
    reader: { kind: 'page', rows: datedNames, path: datedPath },
    grade: 'verified',
    checkedOn: '2026-06',
    cadence: 15,
  },
  // The Chinese site answers programs with a challenge (see retired.ts). This one ends its certificate chain in a
  // root that few systems have: without `ca` it fails by name.
  {
    ...beijing,
    id: 'cn-gacc-english',
    authority: gacc,
    name: { en: 'GACC in English', zh: '海关总署英文网站' },
    language: 'en',
    url: 'https://english.customs.gov.cn/',
    reader: {
      kind: 'page',
      rows: { row: 'a[href*="/Statics/" i]:not(:has(img))' },
      path: /^\/statics\/[\da-f-]{36}\.html$/i,
    },
    grade: 'recalled',
    cadence: 60,
  },
];

function miitColumn(id: string, path: string, en: string, zh: string): CatalogueSource {
  return {
    ...beijing,
    id,
    authority: miit,
    name: { en, zh },
    url: `https://www.miit.gov.cn/${path}/index.html`,
    reader: { kind: 'jpaas', rows: { row: 'li.cf', link: 'a.fl', date: 'span.fr' } },
    grade: 'verified',
    checkedOn: '2026-10-01',
    cadence: 15,
  };
}
