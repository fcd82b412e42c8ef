import type { CatalogueSource } from '../../domain/source.ts';

export const indonesia: readonly CatalogueSource[] = [
  // The ministry's library of regulations. Addresses spell out the title; the list says no day.
  {
    id: 'id-kemendag',
    authority: {
      id: 'id-kemendag',
      name: { en: "Indonesia's trade ministry", zh: '印度尼西亚贸易部' },
      short: { en: 'Indonesia', zh: '印尼贸易部' },
      country: 'ID',
    },
    name: { en: 'Indonesian trade regulations', zh: '印度尼西亚贸易部法规' },
    language: 'id',
    timeZone: 'Asia/Jakarta',
    url: 'https://jdih.kemendag.go.id/peraturan',
    reader: {
      kind: 'page',
      rows: { row: 'a[href*="/peraturan/"]:not(:has(img))' },
      path: /^\/peraturan\/[a-z][a-z-]*-nomor-[\w-]+-tahun-\d{4}-/,
    },
    grade: 'published',
    cadence: 60,
    minRows: 1,
  },
];
