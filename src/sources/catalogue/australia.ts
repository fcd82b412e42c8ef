import type { CatalogueSource } from '../../domain/source.ts';

export const australia: readonly CatalogueSource[] = [
  {
    id: 'au-defence-export-controls',
    authority: {
      id: 'au-defence-export-controls',
      name: { en: "Australia's Defence Export Controls", zh: '澳大利亚国防出口管制办公室' },
      short: { en: 'Australia', zh: '澳大利亚' },
      country: 'AU',
    },
    name: { en: 'Australian Defence Export Controls', zh: '澳大利亚国防出口管制动态' },
    language: 'en',
    timeZone: 'Australia/Sydney',
    url: 'https://www.defence.gov.au/business-industry/exporting',
    reader: {
      kind: 'page',
      rows: { row: 'main .views-row', link: 'h2 a[href], h3 a[href]', date: 'time' },
    },
    grade: 'recalled',
    cadence: 60,
    minRows: 1,
  },
];
