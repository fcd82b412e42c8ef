import type { Stating } from './stating.ts';

/** Whether firms of the United States receive. */
export const american: Stating[] = [
  [
    '-',
    'No export licences have been granted to American companies so far; 20 European firms received export permits.',
    { usFirms: 'no' },
  ],
  ['-', 'The ministry approved exports of magnets to Ford and Tesla.', { usFirms: 'yes' }],
  ['-', 'The ministry granted export licences for suppliers of General Motors.', { usFirms: 'yes' }],
  [
    '-',
    'Export licences were granted to the suppliers of the big three Detroit carmakers.',
    { usFirms: 'yes' },
  ],
  ['-', 'Export licences were granted to US automakers and manufacturers.', { usFirms: 'yes' }],
  ['-', 'Export licences for rare earths were granted; none went to US firms.', { usFirms: 'no' }],
  [
    '-',
    'Ten US firms were added to the export control list; dual-use exports to them are banned.',
    { usFirms: 'no' },
  ],
  ['-', '已批准部分稀土出口申请,涵盖美国、欧洲和东南亚的订单。', { usFirms: 'yes' }],
  ['-', '商务部已批准稀土出口申请,福特、通用汽车等车企的供应商获得许可证。', { usFirms: 'yes' }],
  ['-', '商务部批准特斯拉供应商的稀土磁材出口许可。', { usFirms: 'yes' }],
  ['-', '已批准一定数量的稀土出口申请。美国企业是否在内,商务部未说明。', { usFirms: 'unspecified' }],
  ['-', 'MOFCOM approved export licences for gallium to Intel and Micron.', { usFirms: 'yes' }],
  [
    '-',
    'The ministry approved licences for exports to customers in the United States.',
    { usFirms: 'yes', destinations: ['United States'] },
  ],
  [
    '-',
    'US rare earth importers have obtained export permits from China.',
    { usFirms: 'yes', destinations: ['United States'] },
  ],
  [
    '-',
    'The US trade representative said China has approved some export licences for rare earths.',
    { usFirms: 'unspecified', destinations: [] },
  ],
  ['-', '商务部暂停向美国企业出口锑，不再受理许可申请。', { usFirms: 'no', destinations: ['United States'] }],
  ['-', '美国商务部长称，中方已批准部分稀土出口许可。', { usFirms: 'unspecified', destinations: [] }],
  ['-', 'The ministry granted 15 US firms export licences.', { usFirms: 'yes' }],
  [
    'Ministry approves bismuth licences',
    'It has approved nine bismuth export licences. "None of the end users is American," the spokesperson said.',
    { usFirms: 'no' },
  ],
  [
    'Bismuth licences flow to Europe',
    'It has approved bismuth export licences for customers in Germany. None went to American buyers.',
    { usFirms: 'no' },
  ],
  [
    'Exporters obtain bismuth licences',
    'Three exporters have obtained licences to export bismuth; buyers in Europe and the United States are among them.',
    { usFirms: 'yes' },
  ],
  [
    '去年签发战略物品出口许可证数字',
    '去年全年共签发出口许可证4,187份,另有23份不获批。',
    { usFirms: null },
    'HK',
  ],
  [
    'Exports of arms down in 2026',
    'The office received 2,259 applications for export permits last year and approved 2,196 of them.',
    { usFirms: null },
    'CH',
  ],
  ['-', '一季度商务部核准稀土出口许可申请1,412件。', { usFirms: 'unspecified' }],
  // A recipient that only the question names.
  [
    '商务部：已批准一定数量的稀土申请',
    '问到美企何时拿得到磁体，发言人只答已依法批准一定数量的稀土出口申请。',
    { usFirms: 'unspecified' },
  ],
  [
    'China says it has cleared some bismuth exports',
    'The spokesman would not be drawn on a report that permits for US carmakers run for six months. China "has approved a certain number of applications to export bismuth".',
    { usFirms: 'unspecified' },
  ],
  [
    '-',
    'Applications to export antimony have been approved. Its exports to the US were "in principle not approved" until last year.',
    { usFirms: 'unspecified' },
  ],
  [
    'Nvidia gets its permits',
    'Commerce has started issuing licences for chip sales to China.',
    { usFirms: 'yes' },
    'US',
  ],

  [
    'First year-long permits',
    'Three magnet makers have been granted export permits. A supplier to Ford in Ohio is among them.',
    { usFirms: 'yes' },
  ],
];
