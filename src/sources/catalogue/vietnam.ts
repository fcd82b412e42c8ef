import type { CatalogueSource } from '../../domain/source.ts';

export const vietnam: readonly CatalogueSource[] = [
  // Articles are at `/tin-tuc/….html`; that this page lists the newest is from memory.
  {
    id: 'vn-moit',
    authority: {
      id: 'vn-moit',
      name: { en: "Vietnam's Ministry of Industry and Trade", zh: '越南工贸部' },
      short: { en: 'Vietnam', zh: '越南工贸部' },
      country: 'VN',
    },
    name: { en: 'Vietnamese trade ministry news', zh: '越南工贸部新闻' },
    language: 'vi',
    timeZone: 'Asia/Ho_Chi_Minh',
    url: 'https://moit.gov.vn/tin-tuc',
    reader: {
      kind: 'page',
      rows: { row: 'a[href*="/tin-tuc/"]:not(:has(img))' },
      path: /^\/tin-tuc\/.+\.html$/,
    },
    grade: 'recalled',
    cadence: 60,
    minRows: 1,
  },
];
