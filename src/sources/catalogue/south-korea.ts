import type { CatalogueSource } from '../../domain/source.ts';

export const southKorea: readonly CatalogueSource[] = [
  // The ministry, its site and its abbreviation were renamed from MOTIE to MOTIR; addresses have stayed below the
  // host. Links call a script with the article's number. Its firewall resets connections now and then.
  {
    id: 'kr-motie',
    authority: {
      id: 'kr-motie',
      name: { en: "South Korea's Ministry of Trade and Industry", zh: '韩国产业通商部' },
      short: { en: 'South Korea', zh: '韩国产业部' },
      country: 'KR',
    },
    name: { en: 'Korean trade ministry press releases', zh: '韩国产业通商部新闻稿' },
    language: 'ko',
    timeZone: 'Asia/Seoul',
    url: 'https://www.motir.go.kr/kor/article/ATCL3f49a5a8c',
    reader: {
      kind: 'page',
      rows: {
        row: 'tbody > tr:has(a)',
        link: 'a[href*="article.view"], a[onclick*="article.view"]',
        call: {
          pattern: /article\.view\(\s*'(\d+)'/,
          url: 'https://www.motir.go.kr/kor/article/ATCL3f49a5a8c/$1/view',
        },
        date: 'td:not(:has(a)):contains("-")',
      },
    },
    grade: 'published',
    cadence: 30,
    politeness: { gap: 5000, atOnce: 1 },
    minRows: 1,
  },
];
