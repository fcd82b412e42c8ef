import type { CatalogueSource } from '../../domain/source.ts';

export const singapore: readonly CatalogueSource[] = [
  // The address is in public code; how its rows stand is from memory.
  {
    id: 'sg-customs',
    authority: {
      id: 'sg-customs',
      name: { en: 'Singapore Customs', zh: '新加坡关税局' },
      short: { en: 'Singapore', zh: '新加坡关税局' },
      country: 'SG',
    },
    name: { en: 'Singapore Customs circulars', zh: '新加坡关税局通告' },
    language: 'en',
    timeZone: 'Asia/Singapore',
    url: 'https://www.customs.gov.sg/news-and-media/circulars/',
    reader: {
      kind: 'page',
      rows: { row: 'main a[href*="/circulars/"]', title: 'h3', date: 'p' },
      path: /\/circulars\/[^/]+\/?$/,
    },
    grade: 'recalled',
    cadence: 60,
    minRows: 1,
  },
];
