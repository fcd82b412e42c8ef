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
  // How a thing is made is not the thing.
  [
    'deny',
    'Ministry bars magnet know-how',
    'Know-how for making neodymium and cerium magnets may not be exported, the ministry said.',
    { goods: ['rare earth technology'] },
  ],
  [
    'new_control',
    '公告2027年第8号',
    '对钐、镝磁体制备技术实施出口管制，未经许可不得出口。',
    { goods: ['rare earth technology'] },
  ],
  // What is said to be another matter.
  [
    'approve',
    '-',
    'The ministry approved applications to export tellurium. The rule on graphite is a separate notice, and indium is not affected.',
    { goods: ['tellurium'] },
  ],
  // "The two metals and" what stands in the title.
  [
    'suspend_control',
    'Ministry lifts its bar on tungsten and bismuth',
    'It suspends until 3 May 2028 the export controls on the two metals and drones.',
    { goods: ['tungsten', 'bismuth', 'drones'] },
  ],
  // Under a headline that leaves the rest of the list to its text.
  [
    'new_control',
    '联播简讯',
    '全国多地迎来降雨。\n某国对石墨烯等物项实施出口管制\n该国政府宣布，对石墨烯、激光器和声呐实施出口管制，9月起施行。\n多地气温回升',
    { goods: ['graphene', 'lasers', 'sonar'] },
    'GB',
  ],
  // An answer that names none is about the goods of its question.
  [
    'approve',
    '商务部召开例行新闻发布会（2027年3月18日）',
    '甲报记者：请介绍汽车以旧换新情况。\n发言人：申请量稳步增长。\n乙报记者：钼、碲供应紧张，请问申请进展如何？\n发言人：主管部门依法审查，近期已批准若干出口许可申请。\n丙报记者：大豆进口有何变化？\n发言人：请向有关部门了解。',
    { goods: ['molybdenum', 'tellurium'] },
  ],
  // Chips, and further down which.
  [
    'approve',
    'Licences for chip exports to Ruritania',
    'Commerce has granted licences for chip exports to two firms. They may buy up to 900 GB200 processors.',
    { goods: ['advanced computing chips'] },
    'US',
  ],
  // Who is listed gets no dual-use items, in whatever words.
  [
    'deny',
    'China puts five foreign firms on its export control list',
    'They will get no dual-use goods from China. One of them builds missiles.',
    { goods: ['dual-use items'] },
  ],
  // What an entry held before it was removed.
  [
    'new_control',
    'Kingdom revises its export control list',
    'The ministry has amended the export control list.\n- Military items: added new entries.\n- Dual-use goods: removed two items. These originally covered lasers and sonar.',
    { goods: ['military goods', 'dual-use items'] },
    'GB',
  ],
  [
    'deny',
    '光学公司、飞鸢无人机等7家企业禁获两用物项',
    '7家实体列入出口管制管控名单，禁止向上述实体出口两用物项。',
    { goods: ['dual-use items'] },
  ],
  [
    'deny',
    'Ministry bars dual-use exports to 20 firms',
    'Aero-engine units of a heavy-industry group are among the firms that may no longer receive dual-use goods.',
    { goods: ['dual-use items'] },
  ],
  [
    'approve',
    'Exports of war material down',
    'The office approved 40 applications to export war material.',
    { goods: ['war materiel'] },
    'CH',
  ],
  [
    'new_control',
    '-',
    '对航空航太结构件与发动机制造设备、太空衣面窗制造设备实施出口管制。',
    { goods: ['aerospace manufacturing equipment', 'spacesuit manufacturing equipment'] },
  ],
  [
    'new_control',
    '-',
    'METI requires permission to export conventional-arms related goods.',
    { goods: ['conventional weapons-related items'] },
    'JP',
  ],
  // Who makes what receives something else; what a tool is for is not what leaves.
  [
    'approve',
    'Some firms get leave for magnets',
    'Four makers of car parts have received export licences for rare earth magnets.',
    { goods: ['rare earth magnets'] },
  ],
  [
    'new_control',
    '关于对有关物项实施出口管制的公告',
    '下列与航空航天结构件制造相关的装备，未经许可，不得出口：用于钛、铝及其合金的超塑成形的模具。',
    { goods: ['aerospace manufacturing equipment'] },
  ],
  // A notice's title in brackets names no goods; a title that says "and other items" leaves them to the text.
  [
    'suspend_control',
    'MOFCOM suspends paragraph 2 of Announcement No. 46 of 2026',
    'It suspends the second paragraph of the announcement (关于加强相关两用物项对美国出口管制的公告).\n- **Paragraph 2**: exports of tellurium and bismuth would not be permitted in principle.',
    { goods: ['tellurium', 'bismuth'] },
  ],
  [
    'clarify',
    'Spokesperson on export control over tellurium and other items',
    'Asked why, the spokesperson said tellurium, bismuth and indium items have military uses. Exports that comply will be permitted.',
    { goods: ['tellurium', 'bismuth', 'indium'] },
  ],
  [
    'new_control',
    '对部分航空航天装备实施出口管制',
    '航空航天结构件、燃气轮机和航天服面窗制造装备，未经许可，不得出口。',
    {
      goods: [
        'aerospace manufacturing equipment',
        'gas turbine manufacturing equipment',
        'spacesuit manufacturing equipment',
      ],
    },
  ],
  [
    'new_control',
    'Beijing widens mineral controls',
    'It said it was "imposing export controls on tungsten, tellurium and indium" from now on.',
    { goods: ['tungsten', 'tellurium', 'indium'] },
  ],
  [
    'new_control',
    'Metal traders wait',
    'The notice brings bismuth and indium into the dual-use catalogue, as antimony was last autumn.',
    { goods: ['bismuth', 'indium'] },
  ],
  [
    'approve',
    'Miner wins copper export permit',
    'Jakarta has issued a permit to ship copper concentrate until September.',
    { goods: ['copper concentrate'] },
    'ID',
  ],
  [
    'deny',
    'Beijing hits US rare earth champions with curbs',
    'Ten American companies may no longer receive Chinese dual-use items.',
    { goods: ['dual-use items'] },
  ],
  [
    'procedure',
    'MOFCOM puts 20 Japanese firms on its watch list',
    'End uses of dual-use items could not be verified.\n\n**Affected**: suppliers of machine tools to the firms.',
    { goods: ['dual-use items'] },
  ],
  [
    'procedure',
    '公布国营贸易企业名单',
    '现公布钨、锑、白银出口企业名单，未列入者不得申领出口许可证。',
    { goods: ['tungsten', 'antimony', 'silver'] },
  ],
  [
    'new_control',
    'Neodymium magnets need an export licence',
    'The ministry put them under control.',
    { goods: ['rare earth magnets'] },
  ],
  [
    'new_control',
    '-',
    'Nickel pig iron and lithium-iron-phosphate cathode material need an export licence.',
    { goods: ['nickel', 'cathode materials'] },
    'ID',
  ],
];
