import type { CatalogueSource } from '../../domain/source.ts';

export const malaysia: readonly CatalogueSource[] = [
  // The address is in public code; how its rows stand is from memory.
  {
    id: 'my-miti',
    authority: {
      id: 'my-miti',
      name: { en: "Malaysia's Ministry of Investment, Trade and Industry", zh: '马来西亚投资、贸易及工业部' },
      short: { en: 'Malaysia', zh: '马来西亚贸工部' },
      country: 'MY',
    },
    name: { en: 'MITI news', zh: '马来西亚投资、贸易及工业部动态' },
    language: 'en',
    timeZone: 'Asia/Kuala_Lumpur',
    url: 'https://www.miti.gov.my/index.php/pages/view/news',
    reader: {
      kind: 'page',
      rows: { row: '#content li:has(a[href*="/pages/view/"])', link: 'a[href]', date: 'span' },
      path: /\/pages\/view\/\d+$/,
    },
    grade: 'recalled',
    cadence: 60,
    minRows: 1,
  },
];
