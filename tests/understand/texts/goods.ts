import type { Told } from './told.ts';

/** Which of the goods that a text names are those decided about. Published on 2027-03-18. */
export const namedGoods: Told[] = [
  // The list stands in one sentence, the requirement in another.
  [
    'new_control',
    '某国修订两用物项管制清单',
    '该国工业部修订清单，新增量子计算机、稀释制冷机和扫描电子显微镜等条目。上述物项出口至任何目的地均须事先取得出口许可。',
    { goods: ['quantum computing items', 'cryogenic cooling equipment', 'scanning electron microscopes'] },
    'GB',
  ],
  [
    'new_control',
    'Ministry amends its dual-use list',
    'The order adds entries for peptide synthesizers and 3D metal printers. Exporters of these items must obtain a licence from 1 June 2027.',
    { goods: ['peptide synthesizers', 'additive manufacturing equipment'] },
    'GB',
  ],
  // A general name stands where users are listed.
  [
    'deny',
    '商务部公告2027年第33号 公布将12家实体列入出口管制管控名单',
    '禁止出口经营者向上述12家实体出口两用物项。其中部分实体从事芯片和无人机生产。',
    { goods: ['dual-use items'] },
  ],
  [
    'deny',
    'Beijing bars eight firms from dual-use goods',
    'Eight entities were added to the export control list and exports of dual-use items to them are prohibited. He would not say whether graphite is affected.',
    { goods: ['dual-use items'] },
  ],
  // What goods go into, what was bought in return, taxed or compared.
  [
    'approve',
    '-',
    'The ministry approved applications to export gallium, which is vital for radars and sensors.',
    { goods: ['gallium'] },
  ],
  ['approve', '-', '已批准若干锗出口许可申请，锗广泛用于光纤、红外探测器等领域。', { goods: ['germanium'] }],
  [
    'approve',
    '-',
    'The ministry approved applications to export magnets in return for purchases of soybeans and aircraft.',
    { goods: ['rare earth magnets'] },
  ],
  [
    'new_control',
    '-',
    'Exporters of antimony must obtain a licence, unlike those of zinc and copper.',
    { goods: ['antimony'] },
  ],
  // Firms are told apart from what they trade in, unless nothing else is named.
  [
    'approve',
    '-',
    'Ruritania Zinc was granted licences to export indium, as two chip makers had been.',
    { goods: ['indium'] },
  ],
  ['approve', '厦门某钨业公司获批', '主管部门批准该公司的铋出口许可申请。', { goods: ['bismuth'] }],
  [
    'approve',
    'Rare earths: licences issued',
    'The ministry has granted export licences to three magnet makers.',
    { goods: ['rare earth magnets'] },
  ],
  // The longer list of what was done, and not whatever its sentence names besides.
  [
    'new_control',
    'Kingdom puts lithium under export licensing',
    'From 1 June exports of lithium, cobalt and nickel ore require a licence, the ministry said.',
    { goods: ['lithium', 'cobalt', 'nickel ore'] },
    'GB',
  ],
  // Elements in place of rare earths.
  [
    'deny',
    '重稀土出口遭拒',
    '主管部门拒绝了两家企业的镝、铽出口许可申请。',
    { goods: ['dysprosium', 'terbium'] },
  ],
  // A kind gives way to what it is said of.
  [
    'approve',
    'Ministry clears critical minerals',
    'It has granted licences to export the critical minerals tellurium and bismuth.',
    { goods: ['tellurium', 'bismuth'] },
  ],
  // A bulletin's headline is the title of what stands under it.
  [
    'suspend',
    '国际快讯',
    '气象部门发布大风预警。\n某国暂停成品油出口\n该国能源部18日宣布，暂停汽油出口至年底，以保障国内供应。',
    { goods: ['refined oil'] },
    'GB',
  ],
  // Words of Taiwan and Hong Kong.
  [
    'new_control',
    '輸出管制貨品增列項目',
    '經濟部公告增列石墨烯、雷射及感測器，出口前須申請輸出許可證。',
    { goods: ['graphene', 'lasers', 'sensors'] },
    'TW',
  ],
];
