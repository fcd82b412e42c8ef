import type { CatalogueSource } from '../../domain/source.ts';

export const canada: readonly CatalogueSource[] = [
  // Notices are at `notices-avis/1168.aspx`; that this page lists them all is from memory.
  {
    id: 'ca-global-affairs',
    authority: {
      id: 'ca-global-affairs',
      name: { en: 'Global Affairs Canada', zh: '加拿大全球事务部' },
      short: { en: 'Canada', zh: '加拿大' },
      country: 'CA',
    },
    name: { en: 'Notices to Canadian exporters and importers', zh: '加拿大进出口商通告' },
    language: 'en',
    timeZone: 'America/Toronto',
    url: 'https://www.international.gc.ca/trade-commerce/controls-controles/notices-avis/index.aspx?lang=eng',
    reader: {
      kind: 'page',
      rows: { row: 'main li:has(a[href*=".aspx"])', link: 'a[href*=".aspx"]', date: 'time' },
      path: /\/notices-avis\/\d+\.aspx$/,
    },
    grade: 'recalled',
    cadence: 60,
    minRows: 1,
  },
];
