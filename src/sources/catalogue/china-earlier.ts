import type { Earlier } from '../../domain/source.ts';

/**
 * Notices of China's commerce ministry on who may receive dual-use items, that its policy column has turned over.
 * Addresses as public lists of these notices give them; the export-control portal still lists those on goods.
 */
export const mofcomEarlier: readonly Earlier[] = [
  [
    '商务部公告2025年第1号',
    '2025-01-02',
    'zcfb/blgg/gg/2025nswbgg/art/2025/art_9b966e20a6934cc6b4fa2cf777626854',
  ],
  ['商务部公告2025年第13号', '2025-03-04', 'zcfb/blgg/gg/2025/art/2025/art_67b1b070edcb42e2ad9b8860c15f3b12'],
  ['商务部公告2025年第21号', '2025-04-04', 'zcfb/blgg/gg/2025/art/2025/art_e1772b9dcc6c4337aa61f1f8847d0a61'],
  ['商务部公告2025年第22号', '2025-04-09', 'zcfb/blgg/gg/2025/art/2025/art_a3535a90814b4d33bf9dc2878c65c9e0'],
  ['商务部公告2025年第35号', '2025-07-09', 'zcfb/blgg/gg/2025/art/2025/art_bc099a251426466f8fa650f9216c064d'],
  ['商务部公告2025年第51号', '2025-09-25', 'zcfb/blgg/gg/2025/art/2025/art_250b2a4fdbd04ed19f626a5ce931492c'],
  ['商务部公告2026年第11号', '2026-02-24', 'zwgk/zcfb/art/2026/art_b5159a773124428a9813884015d1b8b3'],
  ['商务部公告2026年第12号', '2026-02-24', 'zwgk/zcfb/art/2026/art_bac18400512d408a8d4c2f964e36ac11'],
  ['商务部公告2026年第20号', '2026-04-24', 'zcfb/blgg/gg/2026/art/2026/art_d909592ea44b40148f244cb233773d4f'],
  ['商务部公告2026年第23号', '2026-06-22', 'zwgk/zcfb/art/2026/art_dfa9cc5c1e004d7fbb86f83d249e7986'],
  ['商务部公告2026年第27号', '2026-06-29', 'zwgk/zcfb/art/2026/art_df87be1437044874a35f85cf6e076f3d'],
  ['商务部公告2026年第28号', '2026-06-29', 'zcfb/blgg/gg/2026/art/2026/art_1a0adf5de9b84cd091992669d59e10d4'],
  ['商务部公告2026年第30号', '2026-07-24', 'zcfb/blgg/gg/2026/art/2026/art_452eed7fd22c431fbd3d7a8b9fad6d93'],
].map(([notice = '', on = '', path]) => ({ notice, on, url: `https://www.mofcom.gov.cn/${path}.html` }));
