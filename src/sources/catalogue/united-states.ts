import type { Authority, Source } from '../../domain/source.ts';

const ofac: Authority = {
  id: 'us-ofac',
  name: { en: "the US Treasury's Office of Foreign Assets Control", zh: '美国财政部外国资产控制办公室' },
  short: { en: 'US OFAC', zh: '美国OFAC' },
  country: 'US',
};

const bis: Authority = {
  id: 'us-bis',
  name: { en: 'the US Bureau of Industry and Security', zh: '美国商务部工业与安全局' },
  short: { en: 'US BIS', zh: '美国BIS' },
  country: 'US',
};

const washington = { language: 'en', timeZone: 'America/New_York', minRows: 1 } as const;

export const unitedStates: readonly Source[] = [
  // Checked in September 2026; its RSS was retired in January 2025.
  {
    ...washington,
    id: 'us-ofac',
    authority: ofac,
    name: { en: 'OFAC recent actions', zh: 'OFAC近期行动' },
    url: 'https://ofac.treasury.gov/recent-actions',
    reader: {
      kind: 'page',
      rows: { row: '.views-row', link: 'a[href^="/recent-actions/"]', date: '.font-sans-2xs' },
      path: /^\/recent-actions\/\d{8}/,
    },
    cadence: 10,
  },
  // Checked on 2026-09-10. The bureau's own feed has been gone since.
  {
    ...washington,
    id: 'us-federal-register-bis',
    authority: bis,
    name: { en: 'BIS in the Federal Register', zh: '《联邦公报》：BIS文件' },
    url: 'https://www.federalregister.gov/api/v1/documents.rss?conditions[agencies][]=industry-and-security-bureau',
    reader: { kind: 'feed' },
    cadence: 15,
  },
];
