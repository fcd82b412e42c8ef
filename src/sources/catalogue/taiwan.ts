import type { Authority, CatalogueSource } from '../../domain/source.ts';

const tradeAdministration: Authority = {
  id: 'tw-trade-administration',
  name: { en: "Taiwan's International Trade Administration", zh: '台湾国际贸易署' },
  short: { en: 'Taiwan', zh: '台湾国贸署' },
  country: 'TW',
};

const taipei = { language: 'zh-TW', timeZone: 'Asia/Taipei', minRows: 1 } as const;

export const taiwan: readonly CatalogueSource[] = [
  {
    ...taipei,
    id: 'tw-trade-news',
    authority: tradeAdministration,
    name: { en: 'Taiwan trade administration news', zh: '台湾国际贸易署新闻' },
    url: 'https://www.trade.gov.tw/RSS/List.aspx?nodeID=40',
    reader: { kind: 'feed' },
    grade: 'published',
    cadence: 30,
  },
  // The list is public; that its articles' addresses are made of `PageID` is from memory.
  {
    ...taipei,
    id: 'tw-trade-trends',
    authority: tradeAdministration,
    name: { en: 'Taiwan trade administration: trade abroad', zh: '台湾国际贸易署国际经贸动态' },
    url: 'https://www.trade.gov.tw/Api/Get/pages?nodeid=45&timeRestrict=true',
    reader: {
      kind: 'json',
      fields: {
        list: '',
        id: 'PageID',
        title: 'PageTitle',
        link: 'https://www.trade.gov.tw/Pages/Detail.aspx?nodeID=45&pid={PageID}',
        date: 'PagePublishTime',
        text: 'PageContent',
      },
    },
    grade: 'recalled',
    cadence: 60,
  },
];
