import type { CatalogueSource } from '../../domain/source.ts';

export const worldTradeOrganization: readonly CatalogueSource[] = [
  {
    id: 'wto-news',
    authority: {
      id: 'wto',
      name: { en: 'the World Trade Organization', zh: '世界贸易组织' },
      short: { en: 'WTO', zh: '世贸组织' },
      country: '',
    },
    name: { en: 'WTO news', zh: '世贸组织新闻' },
    language: 'en',
    timeZone: 'Europe/Zurich',
    url: 'https://www.wto.org/library/rss/latest_news_e.xml',
    reader: { kind: 'feed' },
    grade: 'published',
    cadence: 30,
    minRows: 1,
  },
];
