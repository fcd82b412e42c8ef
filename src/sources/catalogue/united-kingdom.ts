import type { Authority, Source } from '../../domain/source.ts';

const ofsi: Authority = {
  id: 'uk-ofsi',
  name: {
    en: "the UK's Office of Financial Sanctions Implementation",
    zh: '英国金融制裁执行办公室',
  },
  short: { en: 'UK OFSI', zh: '英国OFSI' },
  country: 'GB',
};

export const unitedKingdom: readonly Source[] = [
  // Captured on 2026-09-24. An edit gives the same page a new id.
  {
    id: 'uk-ofsi',
    authority: ofsi,
    name: { en: 'OFSI on GOV.UK', zh: '英国金融制裁执行办公室动态' },
    language: 'en',
    timeZone: 'Europe/London',
    url: 'https://www.gov.uk/government/organisations/office-of-financial-sanctions-implementation.atom',
    reader: { kind: 'feed' },
    cadence: 15,
    minRows: 1,
  },
];
