import type { CatalogueSource } from '../../domain/source.ts';

export const netherlands: readonly CatalogueSource[] = [
  // Public code reads its rows so; the government's sites moved to another system in 2026, and nobody has said since.
  {
    id: 'nl-government',
    authority: {
      id: 'nl-government',
      name: { en: 'the Dutch government', zh: '荷兰政府' },
      short: { en: 'Netherlands', zh: '荷兰政府' },
      country: 'NL',
    },
    name: { en: 'Government of the Netherlands: news', zh: '荷兰政府新闻' },
    language: 'en',
    timeZone: 'Europe/Amsterdam',
    url: 'https://www.government.nl/latest/news',
    reader: {
      kind: 'page',
      rows: {
        row: 'ol.results > li.results__item',
        link: 'a[href]',
        title: 'h3',
        date: 'p.meta',
        dateOrder: 'dmy',
      },
      path: /^\/latest\/news\/\d{4}\//,
    },
    grade: 'recalled',
    cadence: 60,
    minRows: 1,
  },
];
