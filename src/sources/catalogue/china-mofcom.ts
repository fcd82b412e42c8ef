import type { Authority, CatalogueSource, PressWindow, RowSelectors } from '../../domain/source.ts';
import { beijing, textList } from './china-columns.ts';
import { mofcomEarlier } from './china-earlier.ts';

const mofcom: Authority = {
  id: 'cn-mofcom',
  name: { en: "China's commerce ministry", zh: '商务部' },
  short: { en: 'China', zh: '商务部' },
  country: 'CN',
};

/** The weekly briefing begins on Thursday at 15:00; what was said is published piece by piece until evening. */
const briefing: readonly PressWindow[] = [{ weekday: 4, from: '15:00', to: '18:00', cadence: 2 }];

/** Articles as plain anchors, those around a picture left out: the same article stands beside it in words. */
function anchorsTo(path: string): RowSelectors {
  return { row: `a[href*="${path}"]:not(:has(img))` };
}

export const chinaMofcom: readonly CatalogueSource[] = [
  // The parameters of the list are not published: they are read from its shell.
  column('cn-mofcom-spokesperson', 'xwfb/xwfyrth', 'MOFCOM spokesperson', '商务部新闻发言人谈话', {
    checkedOn: '2026-10-01',
    cadence: 5,
    pressWindows: briefing,
  }),
  // 8,242 items, about five a month.
  column('cn-mofcom-daily', 'xwfb/rcxwfb', 'MOFCOM daily news', '商务部日常新闻发布', {
    checkedOn: '2026-10-01',
    cadence: 5,
  }),
  // About 2,300 documents.
  column('cn-mofcom-policy', 'zwgk/zcfb', 'MOFCOM policy column', '商务部政策发布', {
    checkedOn: '2026-10-01',
    cadence: 5,
    earlier: mofcomEarlier,
  }),
  // Has orders and unreliable-entity notices that the policy column misses.
  {
    ...column('cn-mofcom-security', '', 'MOFCOM security and control bureau', '商务部安全与管制局', {
      checkedOn: '2026-07',
      cadence: 5,
    }),
    url: 'https://aqygzj.mofcom.gov.cn/flzc/gzjgfxwj/index.html',
  },
  // Server-rendered, the newest of all press columns and the weekly press conferences.
  // The other columns' stand-in when their list service fails.
  {
    ...beijing,
    id: 'cn-mofcom-hub',
    authority: mofcom,
    name: { en: 'MOFCOM press hub', zh: '商务部新闻发布' },
    url: 'https://www.mofcom.gov.cn/xwfb/index.html',
    reader: {
      kind: 'page',
      rows: anchorsTo('/xwfb'),
      path: /^\/(?:xwfb\/[^/]+\/art\/\d{4}\/|xwfbzt\/\d{4}\/)/,
    },
    grade: 'verified',
    checkedOn: '2026',
    cadence: 10,
    pressWindows: briefing,
  },
  // Three columns of one portal, read by their numbers.
  portal('cn-mofcom-portal-domestic', 1, 'export-control portal: domestic news', '出口管制信息网：国内动态'),
  portal('cn-mofcom-portal-abroad', 2, 'export-control portal: news from abroad', '出口管制信息网：国际动态'),
  portal(
    'cn-mofcom-portal-notices',
    9,
    'export-control portal: lists and notices',
    '出口管制信息网：管制清单公告',
  ),
  // The year's orders and announcements; the joint ones with the customs too. A new list begins every January.
  {
    ...beijing,
    id: 'cn-mofcom-announcements',
    authority: mofcom,
    name: { en: "MOFCOM: this year's announcements", zh: '商务部本年度部令公告' },
    url: 'https://www.mofcom.gov.cn/zcfb/blgg/gg/{year}/index.html',
    reader: { kind: 'page', rows: anchorsTo('/art/'), path: /^\/zcfb\/blgg\/gg\/\d{4}[^/]*\/art\// },
    grade: 'verified',
    checkedOn: '2026-06',
    cadence: 10,
  },
  // A folder for each Thursday, whose name is the only date.
  {
    ...beijing,
    id: 'cn-mofcom-press-conferences',
    authority: mofcom,
    name: { en: 'MOFCOM regular press conferences', zh: '商务部例行新闻发布会' },
    url: 'https://www.mofcom.gov.cn/xwfb/lxxwfbh/index.html',
    reader: {
      kind: 'page',
      rows: anchorsTo('lxxwfbh'),
      path: /^\/xwfbzt\/\d{4}\/[a-z]+\d{4}n\d{1,2}y\d{1,2}r\//,
    },
    grade: 'verified',
    checkedOn: '2026-09-03',
    cadence: 10,
    pressWindows: briefing,
  },
  column('cn-mofcom-leaders', 'xwfb/ldrhd', "MOFCOM: the minister's activities", '商务部领导人活动', {
    checkedOn: '2026-08-05',
    cadence: 15,
  }),
  column('cn-mofcom-ministers', 'xwfb/bldhd', "MOFCOM: vice ministers' activities", '商务部部领导活动', {
    checkedOn: '2026-08-05',
    cadence: 15,
  }),
  column('cn-mofcom-bureaux', 'xwfb/sjfzrfb', 'MOFCOM: heads of bureaux', '商务部司局负责人发布', {
    checkedOn: '2026-08-05',
    cadence: 15,
  }),
  // It was empty on that day, and that was no failure.
  column('cn-mofcom-topics', 'xwfb/ztxwfbh', 'MOFCOM special press conferences', '商务部专题新闻发布会', {
    checkedOn: '2026-08-05',
    cadence: 15,
    minRows: 0,
  }),
  // No page leads to this list, so the address is the list's own request.
  {
    ...column('cn-mofcom-rules', '', 'MOFCOM rules database', '商务部规章库', { cadence: 60 }),
    url:
      'https://www.mofcom.gov.cn/api-gateway/jpaas-publish-server/front/page/build/unit?parseType=bulidstatic' +
      '&webId=8f43c7ad3afc411fb56f281724b73708&tplSetId=52551ea0e2c14bca8c84792f7aa37ead&pageType=column' +
      `&tagId=${encodeURIComponent('规章库列表')}&editType=null&pageId=8f9725e7377f44e3bf04b68cd18d21e5`,
    grade: 'published',
  },
  // Plain anchors without dates. The English site lags behind the Chinese ones and omits items.
  english('cn-mofcom-english', 'News/PressConference', {
    name: { en: 'MOFCOM press conferences in English', zh: '商务部英文网站新闻发布会' },
    grade: 'verified',
    checkedOn: '2026',
  }),
  // Articles of these two columns are cited widely; how their lists are built is taken from the one above.
  english('cn-mofcom-english-announcements', 'Policies/AnnouncementsOrders', {
    name: { en: 'MOFCOM announcements in English', zh: '商务部英文网站公告' },
    grade: 'published',
  }),
  english('cn-mofcom-english-news', 'News/SignificantNews', {
    name: { en: 'MOFCOM significant news in English', zh: '商务部英文网站要闻' },
    grade: 'published',
  }),
];

type Rest = Pick<CatalogueSource, 'cadence'> & Partial<CatalogueSource>;

/** A column of the JPAAS system: its page is a shell that names its list. */
function column(id: string, path: string, en: string, zh: string, rest: Rest): CatalogueSource {
  return {
    ...beijing,
    id,
    authority: mofcom,
    name: { en, zh },
    url: `https://www.mofcom.gov.cn/${path}/index.html`,
    reader: { kind: 'jpaas', rows: textList },
    grade: 'verified',
    ...rest,
  };
}

function portal(id: string, number: number, en: string, zh: string): CatalogueSource {
  return {
    ...beijing,
    id,
    authority: mofcom,
    name: { en: `MOFCOM ${en}`, zh: `商务部${zh}` },
    url: 'https://exportcontrol.mofcom.gov.cn/',
    reader: { kind: 'portal', column: number },
    grade: 'verified',
    checkedOn: '2026-10',
    cadence: 5,
  };
}

function english(
  id: string,
  path: string,
  rest: Pick<CatalogueSource, 'name' | 'grade' | 'checkedOn'>,
): CatalogueSource {
  return {
    ...beijing,
    id,
    authority: mofcom,
    language: 'en',
    url: `https://english.mofcom.gov.cn/${path}/index.html`,
    reader: { kind: 'page', rows: anchorsTo(`/${path}/`), path: new RegExp(`^/${path}/art/\\d{4}/`) },
    cadence: 15,
    ...rest,
  };
}
