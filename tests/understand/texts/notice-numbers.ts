import type { Stating } from './stating.ts';

/** The notice's own number, beside those it cites. */
export const numbered: Stating[] = [
  [
    '-',
    "Export controls on bismuth in last year's Announcement No. 12 are suspended until March 2028, the ministry said in Announcement No. 31.",
    { announcementNo: 'No. 31 of 2027' },
  ],
  [
    'Notification No. 20/2023 – Amendment in export policy of non-basmati rice',
    'Export of non-basmati rice is prohibited.',
    { announcementNo: 'No. 20 of 2023' },
    'IN',
  ],
  [
    'Notification No. 20/2027-28 – export of sugar restricted',
    'Export of sugar is restricted; a licence is required.',
    { announcementNo: 'No. 20 of 2027' },
    'IN',
  ],
  [
    'Ministry of Trade Regulation No. 5 of 2027',
    'Palm oil exports require an export permit.',
    { announcementNo: 'No. 5 of 2027' },
    'ID',
  ],
  [
    'Trade ministry issues Regulation No. 22 Year 2027',
    'Palm oil exports require an export permit.',
    { announcementNo: 'No. 22 of 2027' },
    'ID',
  ],
  [
    '貿易署通告第1/2027號',
    '由2027年4月1日起，輸出配方粉須取得出口許可證。',
    { announcementNo: 'No. 1 of 2027', effectiveDate: '2027-04-01' },
    'HK',
  ],
  ['海关总署公告2027年第31号', '出口两用物项应当提交许可证。', { announcementNo: 'No. 31 of 2027' }],
  [
    '关于出口准许证电子化的公告',
    '国家药监局 海关总署公告2027年第45号\n出口麻醉药品须凭出口准许证。',
    { announcementNo: 'No. 45 of 2027' },
  ],
  ['-', '依据商务部公告2025年第18号，稀土出口须申请许可。', { announcementNo: null }],
  [
    '-',
    'Under Announcement No. 18 of 2025, export licences for dysprosium were granted.',
    { announcementNo: null },
  ],
  [
    '-',
    'Announcement No. 12 of 2027, which replaces No. 50 of 2019, imposes export controls on bismuth.',
    { announcementNo: 'No. 12 of 2027' },
  ],
  ['-', '商务部发布第12号公告，对铋实施出口管制。', { announcementNo: 'No. 12 of 2027' }],
  ['-', '陆发布第12號公告，禁止向日企出口兩用物項。', { announcementNo: 'No. 12 of 2027' }, 'CN'],
  [
    '-',
    '第27號公告把20家日企列入管控名單，禁止向其出口兩用物項。',
    { announcementNo: 'No. 27 of 2027' },
    'CN',
  ],
  [
    'Decree No. 259/2027/ND-CP on strategic trade control',
    'Exports of listed goods require a permit.',
    { announcementNo: 'No. 259 of 2027' },
    'VN',
  ],
  [
    'Order No. 83 of 2027',
    'Exports of coal are banned without a permit.',
    { announcementNo: 'No. 83 of 2027' },
    'MN',
  ],
  [
    'Notice to exporters 2027/14: OGEL for dual-use items',
    'The open general export licence was updated.',
    { announcementNo: null },
    'GB',
  ],
  [
    'NTE 2027/09: changes to export licences',
    'Applications for a SIEL must be made in LITE.',
    { announcementNo: null },
    'GB',
  ],
  [
    '-',
    'The controls, laid down in Announcement No. 9 (2027), require an export licence for bismuth.',
    { announcementNo: 'No. 9 of 2027' },
  ],
  [
    '-',
    'Notification No. 33/2027-28 dated 20th July, 2027: export policy of onion is amended from Free to Prohibited.',
    { announcementNo: 'No. 33 of 2027' },
    'IN',
  ],
  [
    '-',
    'In exercise of powers conferred by Section 3 of the Foreign Trade (Development & Regulation) Act, 1992 (No. 22 of 1992), the export of onion is prohibited.',
    { announcementNo: null },
    'IN',
  ],
  [
    '-',
    'In continuation of Notification No. 20/2023 dated 20.07.2023, export of rice to Nepal is permitted.',
    { announcementNo: null, destinations: ['Nepal'], effectiveDate: null },
    'IN',
  ],
  [
    '商务部、海关总署公告2027年第10号 公布对铟相关物项实施出口管制的决定',
    '根据《出口管制法》，对铟实施出口管制。商务部公告2019年第5号同时废止。',
    { announcementNo: 'No. 10 of 2027' },
  ],
  [
    '商务部关于延长公告2026年第70号实施期限的公告',
    '商务部公告2027年第44号\n决定继续暂停实施公告2026年第55号，至2028年11月10日。',
    { announcementNo: 'No. 44 of 2027', expiryDate: '2028-11-10' },
  ],
  [
    'MOFCOM Announcement No. 44 of 2027 on Extending the Suspension of Announcement No. 70 of 2026',
    'The suspension of export controls is extended to November 10, 2028.',
    { announcementNo: 'No. 44 of 2027', expiryDate: '2028-11-10' },
  ],
  [
    'Public Notice: Order No. 7/2027',
    'Exports of tellurium require a permit.',
    { announcementNo: 'No. 7 of 2027' },
    'KZ',
  ],
  ['-', '商务部今年第8号公告对碲实施出口管制。', { announcementNo: 'No. 8 of 2027' }],
  [
    '商务部公告2027年第14号',
    '根据商务部公告2025年第18号，铽出口须申请许可；公告2024年第21号同时废止。',
    { announcementNo: 'No. 14 of 2027' },
  ],

  [
    'Export of rice through a state trader',
    'Directorate of Foreign Trade\nNotification No. 41/2026, Dated: 5th March, 2027\nExport of rice to Norway is permitted under licence to the extent of 20,000 tonnes.',
    { announcementNo: 'No. 41 of 2026' },
    'IN',
  ],
  [
    'Twenty firms cut off from dual-use goods',
    'They may no longer receive dual-use goods from China, under announcement No. 12 issued on Tuesday.',
    { announcementNo: 'No. 12 of 2027' },
  ],
  [
    'Council Regulation (EU) 2027/412 of 3 March 2027 amending Regulation (EU) No 833/2014',
    'Export of the items in Annex VII shall require prior authorisation. Dual-use goods are concerned.',
    { announcementNo: 'No. 412 of 2027' },
    'EU',
  ],
  [
    'Annual update of the dual-use list',
    'Commission Delegated Regulation (EU) 2026/2188 amends Annex I to Regulation (EU) 2021/821; exports of the listed items need a licence.',
    { announcementNo: 'No. 2188 of 2026' },
    'EU',
  ],
  [
    'The Export Control (Amendment) Regulations 2027',
    'These Regulations, S.I. 2027/219, amend the Export Control Order 2008 (S.I. 2008/3231). Lasers are added to the list of goods that need a licence to export.',
    { announcementNo: 'No. 219 of 2027' },
    'GB',
  ],
  [
    'Order Amending the Export Control List: SOR/2027-31',
    'The Order adds quantum computers to the list; their export needs a permit.',
    { announcementNo: 'No. 31 of 2027' },
    'CA',
  ],
  [
    'Congo stops cobalt exports',
    'Decision No. 004/2027 forbids all exports of cobalt for three months.',
    { announcementNo: 'No. 4 of 2027' },
    'CD',
  ],
  [
    'Russia bans diesel exports',
    'Government Resolution No. 1207 bans exports of diesel by traders until 31 July 2027.',
    { announcementNo: 'No. 1207 of 2027' },
    'RU',
  ],
  [
    '俄延长柴油出口禁令',
    '俄政府第877号决议规定,柴油出口禁令延长至2027年7月31日。',
    { announcementNo: 'No. 877 of 2027' },
    'RU',
  ],
  [
    'Viet Nam issues decree',
    'Decree 112/2027/ND-CP on strategic trade control requires an export permit for dual-use goods.',
    { announcementNo: 'No. 112 of 2027' },
    'VN',
  ],
  [
    '商务部办公厅关于两用物项出口许可无纸化的通知',
    '商办安管函〔2027〕88号\n决定开展两用物项出口许可证件无纸化试点。',
    { announcementNo: 'No. 88 of 2027' },
  ],
  [
    '-',
    '商务部下发商安管函〔2027〕19号,对稀土磁材出口许可申请实行绿色通道。',
    { announcementNo: 'No. 19 of 2027' },
  ],
  [
    'China prolongs pause of export controls',
    'The suspension of six announcements on rare earth exports is lengthened under Announcement No. 44 of 2027.',
    { announcementNo: 'No. 44 of 2027' },
  ],
  [
    'METI Ordinance No. 27 of 2027 promulgated',
    'METI requires permission to export lasers.',
    { announcementNo: 'No. 27 of 2027' },
    'JP',
  ],
  [
    '欧盟扩大对俄出口管制',
    '欧盟理事会通过的第2027/612号条例对两用物项实施更严格出口限制。',
    { announcementNo: 'No. 612 of 2027' },
    'EU',
  ],
  [
    'Circular No. 07/2027: Strategic Goods (Control) Order',
    'A permit is needed for the export of peptide synthesizers.',
    { announcementNo: 'No. 7 of 2027' },
    'SG',
  ],
  [
    'Notification No. 31/2027-28',
    'Export of sugar is moved from free to restricted.',
    { announcementNo: 'No. 31 of 2027' },
    'IN',
  ],
  ['商务部令2027年第3号', '公布两用物项出口许可管理办法。', { announcementNo: 'No. 3 of 2027' }],
  ['-', '根据商务部2027年第33号公告，锗的出口须申请许可。', { announcementNo: null }],
  ['-', '商务部33号公告对锗实施出口管制。', { announcementNo: 'No. 33 of 2027' }],
  ['-', '今年第17号公告公布，对铋相关物项实施出口管制。', { announcementNo: 'No. 17 of 2027' }],
  [
    'China tightens tungsten exports',
    'Announcement 9 of 2027 puts tungsten under export control, the ministry said.',
    { announcementNo: 'No. 9 of 2027' },
  ],
  [
    'China tightens tungsten exports',
    'The notice (2027 No. 9) puts tungsten under export control.',
    { announcementNo: 'No. 9 of 2027' },
  ],
  [
    'China tightens tungsten exports',
    'In its No. 9 notice of this year the ministry put tungsten under export control.',
    { announcementNo: 'No. 9 of 2027' },
  ],
  [
    'China tightens tungsten exports',
    'Notice No 9 of 2027 puts tungsten under export control.',
    { announcementNo: 'No. 9 of 2027' },
  ],
  [
    'China tightens tungsten exports',
    'The measure, MOFCOM Announcement 2027/9, puts tungsten under export control.',
    { announcementNo: 'No. 9 of 2027' },
  ],
  [
    'China tightens tungsten exports',
    'Exports of tungsten need a licence (MOFCOM and GAC Announcement [2027] No.9).',
    { announcementNo: 'No. 9 of 2027' },
  ],
  [
    '商务部公告',
    '商务部、海关总署联合发布2027年第21、22号公告,对钪、钇物项实施出口管制。',
    { announcementNo: 'No. 21 of 2027' },
  ],
  ['商务部 公告 2027年 第 8 号', '对碲实施出口管制。', { announcementNo: 'No. 8 of 2027' }],
  ['商务部二〇二七年第八号公告', '对碲实施出口管制。', { announcementNo: 'No. 8 of 2027' }],
  ['-', '公告(2027年8号)称对碲实施出口管制。', { announcementNo: 'No. 8 of 2027' }],
  [
    '經濟部公告',
    '經濟部貿易署公告,經貿字第1160012號,對南非晶片出口須申請許可。',
    { announcementNo: null },
    'TW',
  ],
  // What a reporter asks about is what the answer is about.
  [
    '就加强无人机出口管制答记者问',
    '问：我们注意到，商务部今天发布2027年第14号公告，加强无人机出口管制。请介绍有关情况。\n答：中方决定对无人机出口从严逐案审查，不适用通用许可。',
    { announcementNo: 'No. 14 of 2027' },
  ],
  [
    '就无人机出口管制答记者问',
    '问：根据商务部2026年第14号公告，无人机受到管制。请问有何评论？\n答：出口无人机须申请许可。',
    { announcementNo: null },
  ],
  [
    '关于调整特定国家目录的公告',
    '根据《向特定国家出口暂行管理规定》（商务部、公安部、海关总署2005年第12号令），现增列秘鲁为特定国家，出口须申请许可。',
    { announcementNo: null },
  ],
  // The "No." of a notice denies nothing; under it something is done now.
  [
    'Exports to Peru',
    'Under Announcement No. 9 of 2027 exports of dual-use items to military users in Peru are prohibited. Announcement No. 46 of 2026 is unaffected.',
    { announcementNo: 'No. 9 of 2027' },
  ],
  [
    'Tellurium exports',
    'Asked about Announcement No. 46 of 2026, the spokesperson said licences for tellurium exports to Peru had been approved.',
    { announcementNo: null },
  ],
  [
    'China to vet drone exports to Peru',
    'Exporters of drones must apply for a licence, under a notice of the ministry (No. 34).',
    { announcementNo: 'No. 34 of 2027' },
  ],
  [
    'MOFCOM Announcements 2027 Nos. 11 and 12: entities on the export control list',
    'Exporters are prohibited from exporting dual-use items to them.',
    { announcementNo: 'No. 11 of 2027' },
  ],

  [
    'MOFCOM suspends control-list measures against 28 entities',
    'Exports to 28 entities may again be licensed.\n- **Not covered**: Announcement No. 18 of 2027 on heavy rare earths is not mentioned',
    { announcementNo: null },
  ],

  [
    'Notification No. 06/2025-2030: Export Policy of Wheat',
    'Wheat is moved from free to prohibited.',
    { announcementNo: null },
    'IN',
  ],
];
