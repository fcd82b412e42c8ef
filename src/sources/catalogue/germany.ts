import type { CatalogueSource } from '../../domain/source.ts';

export const germany: readonly CatalogueSource[] = [
  {
    id: 'de-bafa',
    authority: {
      id: 'de-bafa',
      name: {
        en: "Germany's Federal Office for Economic Affairs and Export Control",
        zh: '德国联邦经济与出口管制局',
      },
      short: { en: 'Germany', zh: '德国BAFA' },
      country: 'DE',
    },
    name: { en: 'BAFA news', zh: '德国联邦经济与出口管制局动态' },
    language: 'de',
    timeZone: 'Europe/Berlin',
    url: 'https://www.bafa.de/SiteGlobals/Functions/RSSFeed/DE/RSSNewsfeed/RSSNewsfeed.xml',
    reader: { kind: 'feed' },
    grade: 'published',
    cadence: 30,
    minRows: 1,
  },
];
