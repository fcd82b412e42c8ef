import type { Authority, CatalogueSource } from '../../domain/source.ts';

const meti: Authority = {
  id: 'jp-meti',
  name: { en: "Japan's Ministry of Economy, Trade and Industry", zh: '日本经济产业省' },
  short: { en: 'Japan', zh: '日本经产省' },
  country: 'JP',
};

/** No government body: an association of exporters that reports what the ministry and other countries change. */
const cistec: Authority = {
  id: 'jp-cistec',
  name: { en: "Japan's Center for Information on Security Trade Control", zh: '日本安全保障贸易信息中心' },
  short: { en: 'Japan CISTEC', zh: '日本CISTEC' },
  country: 'JP',
};

const tokyo = { language: 'ja', timeZone: 'Asia/Tokyo', minRows: 1 } as const;

export const japan: readonly CatalogueSource[] = [
  {
    ...tokyo,
    id: 'jp-meti',
    authority: meti,
    name: { en: 'METI press releases', zh: '日本经济产业省新闻稿' },
    url: 'https://www.meti.go.jp/ml_index_release_atom.xml',
    reader: { kind: 'feed' },
    grade: 'verified',
    checkedOn: '2026-06-04',
    cadence: 15,
  },
  // The address was checked in July 2026; how its rows stand is from memory, and that check's selector failed.
  {
    ...tokyo,
    id: 'jp-meti-export-control',
    authority: meti,
    name: { en: 'METI security export control', zh: '日本经济产业省安全保障贸易管理' },
    url: 'https://www.meti.go.jp/policy/anpo/index.html',
    reader: { kind: 'page', rows: { row: 'dl > dd:has(a[href])', link: 'a[href]' } },
    charset: 'utf-8',
    grade: 'recalled',
    cadence: 60,
  },
  {
    ...tokyo,
    id: 'jp-cistec',
    authority: cistec,
    name: { en: 'CISTEC news', zh: '日本安全保障贸易信息中心动态' },
    url: 'https://www.cistec.or.jp/',
    reader: {
      kind: 'page',
      rows: {
        row: 'tr.tableWhatNew',
        link: 'td:nth-child(2) a[href]',
        date: 'td:nth-child(1)',
        dateOrder: 'ymd',
      },
    },
    grade: 'verified',
    checkedOn: '2026-07',
    cadence: 60,
  },
];
