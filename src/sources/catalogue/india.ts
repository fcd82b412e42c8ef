import type { CatalogueSource } from '../../domain/source.ts';

export const india: readonly CatalogueSource[] = [
  // The whole archive in one table of numbers, financial years and subjects; each notification is a PDF. Refuses networks of some clouds.
  {
    id: 'in-dgft',
    authority: {
      id: 'in-dgft',
      name: { en: "India's Directorate General of Foreign Trade", zh: '印度外贸总局' },
      short: { en: 'India', zh: '印度外贸总局' },
      country: 'IN',
    },
    name: { en: 'DGFT notifications', zh: '印度外贸总局通告' },
    language: 'en',
    timeZone: 'Asia/Kolkata',
    url: 'https://www.dgft.gov.in/CP/?opt=notification',
    reader: {
      kind: 'page',
      rows: {
        row: 'tbody > tr:has(a[href])',
        link: 'a[href*="content.dgft.gov.in"], a[href$=".pdf"]',
        title: 'td:nth-child(2), td:nth-child(4)',
        date: 'td:nth-child(5)',
        dateOrder: 'dmy',
      },
    },
    grade: 'published',
    cadence: 30,
    minRows: 1,
    newest: 50,
  },
];
