import type { Authority, RowSelectors, Source } from '../../domain/source.ts';
import { mofcomEarlier } from './china-earlier.ts';

const mofcom: Authority = {
  id: 'cn-mofcom',
  name: { en: "China's commerce ministry", zh: '商务部' },
  short: { en: 'China', zh: '商务部' },
  country: 'CN',
};

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

const beijing = { language: 'zh', timeZone: 'Asia/Shanghai', minRows: 1 } as const;

/** As the columns of MOFCOM's sites list their articles. */
const textList: RowSelectors = { row: 'ul.txtList_01 > li', link: 'a[href]', date: 'span' };

export const china: readonly Source[] = [
  // The page was checked on 2026-10-01. Its parameters are not published: they are read from its shell.
  {
    ...beijing,
    id: 'cn-mofcom-spokesperson',
    authority: mofcom,
    name: { en: 'MOFCOM spokesperson', zh: '商务部新闻发言人谈话' },
    url: 'https://www.mofcom.gov.cn/xwfb/xwfyrth/index.html',
    reader: { kind: 'jpaas', rows: textList },
    cadence: 5,
  },
  // Checked on 2026-10-01: 8,242 items, about five a month.
  {
    ...beijing,
    id: 'cn-mofcom-daily',
    authority: mofcom,
    name: { en: 'MOFCOM daily news', zh: '商务部日常新闻发布' },
    url: 'https://www.mofcom.gov.cn/xwfb/rcxwfb/index.html',
    reader: { kind: 'jpaas', rows: textList },
    cadence: 5,
  },
  // Checked on 2026-10-01: about 2,300 documents.
  {
    ...beijing,
    id: 'cn-mofcom-policy',
    authority: mofcom,
    name: { en: 'MOFCOM policy column', zh: '商务部政策发布' },
    url: 'https://www.mofcom.gov.cn/zwgk/zcfb/index.html',
    reader: { kind: 'jpaas', rows: textList },
    cadence: 5,
    earlier: mofcomEarlier,
  },
  // Checked in June and July 2026. Has orders and unreliable-entity notices that the policy column misses.
  {
    ...beijing,
    id: 'cn-mofcom-security',
    authority: mofcom,
    name: { en: 'MOFCOM security and control bureau', zh: '商务部安全与管制局' },
    url: 'https://aqygzj.mofcom.gov.cn/flzc/gzjgfxwj/index.html',
    reader: { kind: 'jpaas', rows: textList },
    cadence: 5,
  },
  // Checked in 2026: server-rendered, the newest of all press columns and the weekly press conferences.
  // The other columns' stand-in when their list service fails.
  {
    ...beijing,
    id: 'cn-mofcom-hub',
    authority: mofcom,
    name: { en: 'MOFCOM press hub', zh: '商务部新闻发布' },
    url: 'https://www.mofcom.gov.cn/xwfb/index.html',
    reader: {
      kind: 'page',
      rows: { row: 'a[href*="/xwfb"]:not(:has(img))' },
      path: /^\/(?:xwfb\/[^/]+\/art\/\d{4}\/|xwfbzt\/\d{4}\/)/,
    },
    cadence: 10,
  },
  // Checked in 2026: three columns of one portal, read by their numbers.
  portal('cn-mofcom-portal-domestic', 1, 'export-control portal: domestic news', '出口管制信息网：国内动态'),
  portal('cn-mofcom-portal-abroad', 2, 'export-control portal: news from abroad', '出口管制信息网：国际动态'),
  portal(
    'cn-mofcom-portal-notices',
    9,
    'export-control portal: lists and notices',
    '出口管制信息网：管制清单公告',
  ),
  // Seen in public code as plain anchors without dates. Lags behind the Chinese sites and omits items.
  {
    ...beijing,
    id: 'cn-mofcom-english',
    authority: mofcom,
    name: { en: 'MOFCOM press conferences in English', zh: '商务部英文网站新闻发布会' },
    language: 'en',
    url: 'https://english.mofcom.gov.cn/News/PressConference/index.html',
    reader: {
      kind: 'page',
      rows: { row: 'a[href*="/News/PressConference/"]:not(:has(img))' },
      path: /^\/News\/PressConference\/art\/\d{4}\//,
    },
    cadence: 15,
  },
  // Checked in 2026, the encoding too: GB18030, whatever the header says. Article names carry their date.
  {
    ...beijing,
    id: 'cn-tao',
    authority: tao,
    name: { en: 'Taiwan Affairs Office: measures', zh: '国台办：惩戒台独顽固分子' },
    url: 'https://www.gwytb.gov.cn/zccs/zccs_61195/cjtdwgfz/',
    reader: {
      kind: 'page',
      rows: { row: 'li:has(> a[href*="/t20"])', link: 'a[href*="/t20"]', date: 'span' },
      path: /\/t20\d{6}_\d+\.html?$/,
    },
    charset: 'gb18030',
    cadence: 15,
  },
  // A list captured on 2026-09-20. Not sorted by date.
  {
    ...beijing,
    id: 'cn-miit-consultations',
    authority: miit,
    name: { en: 'MIIT consultations', zh: '工信部意见征集' },
    url: 'https://www.miit.gov.cn/gzcy/yjzj/index.html',
    reader: { kind: 'jpaas', rows: { row: '.clist_con li', link: 'a[href]', date: 'span.fr' } },
    cadence: 15,
  },
];

function portal(id: string, column: number, en: string, zh: string): Source {
  return {
    ...beijing,
    id,
    authority: mofcom,
    name: { en: `MOFCOM ${en}`, zh: `商务部${zh}` },
    url: 'https://exportcontrol.mofcom.gov.cn/',
    reader: { kind: 'portal', column },
    cadence: 5,
  };
}
