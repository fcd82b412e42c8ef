import type { Listing } from '../ministries.ts';
import type { NewPost } from '../stage.ts';
import { answered, control } from './writing.ts';

/*
 * Everything here is invented: the posts, their numbers and their years. Only the manner of writing is that of the
 * offices.
 */

/** When it was published, in Beijing, on which listing, and what. Oldest first. */
export const archive: readonly [at: string, listing: Listing, post: NewPost][] = [
  [
    '2029-04-04 17:00',
    'policy',
    control('2029年第18号', '钐、钆、铽、镝、镥、钪、钇', [
      { name: '钐', code: '1C902', what: '金属钐、钐钴永磁材料及氧化钐（参考海关商品编号：2846901940）' },
      { name: '钆', code: '1C903', what: '金属钆、钆镁合金及氧化钆' },
      { name: '铽', code: '1C904', what: '金属铽、铽钴合金及含铽的钕铁硼永磁材料' },
      { name: '镝', code: '1C905', what: '金属镝、镝铁合金及含镝的钕铁硼永磁材料' },
      { name: '镥', code: '1C906', what: '金属镥、镱镥合金及氧化镥' },
      { name: '钪', code: '1C907', what: '金属钪、铝钪合金及氧化钪' },
      { name: '钇', code: '1C908', what: '金属钇、钇铝合金及氧化钇' },
    ]),
  ],
  [
    '2029-06-07 18:10',
    'spokesperson',
    answered(
      '商务部新闻发言人就中重稀土出口许可答记者问',
      '请问中重稀土出口许可申请的审批进展如何？',
      '中方已依法批准一定数量的中重稀土出口许可合规申请，并将持续加强合规申请的审批工作。',
    ),
  ],
  [
    '2029-09-21 15:30',
    'spokesperson',
    answered(
      '商务部新闻发言人谈镓、锗出口许可申请',
      '镓、锗相关物项出口许可的申请情况如何？',
      '商务部陆续收到企业关于出口镓、锗相关物项的许可申请。经依法依规审核，已批准若干镓、锗物项出口申请。',
    ),
  ],
  [
    '2029-10-09 10:05',
    'policy',
    control(
      '2029年第57号',
      '钬、铒、铥、铕、镱',
      [
        { name: '钬', code: '1C909', what: '金属钬、钬铜合金及氧化钬' },
        { name: '铒', code: '1C910', what: '金属铒及氧化铒' },
        { name: '铥', code: '1C911', what: '金属铥及氧化铥' },
        { name: '铕', code: '1C912', what: '金属铕及氧化铕' },
        { name: '镱', code: '1C913', what: '金属镱及氧化镱' },
      ],
      '2029年11月8日',
    ),
  ],
  [
    '2029-10-30 10:05',
    'policy',
    control(
      '2029年第58号',
      '锂电池和人造石墨负极材料',
      [
        { name: '锂电池', code: '3A901', what: '重量能量密度不低于300Wh/kg的可充放电锂离子电池' },
        { name: '人造石墨负极材料', code: '1C915', what: '人造石墨负极材料及其与天然石墨混合的负极材料' },
      ],
      '2029年12月8日',
    ),
  ],
  [
    '2029-12-03 16:40',
    'policy',
    {
      title: '商务部公告2029年第46号 关于加强相关两用物项对美国出口管制的公告',
      paragraphs: [
        '一、禁止两用物项对美国军事用户或军事用途出口。',
        '二、原则上不予许可镓、锗、锑、超硬材料相关两用物项对美国出口。',
        '三、本公告自公布之日起正式实施。',
      ],
    },
  ],
  [
    '2030-01-18 15:20',
    'spokesperson',
    answered(
      '商务部新闻发言人就石墨出口许可答记者问',
      '石墨物项临时管制以来，出口申请是否有获批的？',
      '经审查，商务部已批准若干符合规定的石墨物项出口申请。',
    ),
  ],
  [
    '2030-03-20 15:20',
    'spokesperson',
    answered(
      '商务部新闻发言人谈稀土出口管制',
      '有企业反映稀土到货偏慢，中方有何回应？',
      '中方将依法依规审批稀土出口许可申请，对符合规定的申请予以许可，促进合规贸易。',
    ),
  ],
  [
    '2030-06-12 16:15',
    'spokesperson',
    answered(
      '商务部例行新闻发布会：稀土出口许可',
      '中方是否又批准了稀土出口申请？',
      '中方已依法批准一定数量的稀土出口许可合规申请，并将继续加强审批工作。',
    ),
  ],
  [
    '2030-08-26 16:15',
    'spokesperson',
    answered(
      '商务部新闻发言人就对欧稀土出口许可答记者问',
      '欧洲企业的稀土出口申请办理得怎么样？',
      '中方依法加快审查，已批准一定数量的对欧盟稀土出口许可申请。',
    ),
  ],
  [
    '2030-11-07 12:00',
    'policy',
    {
      title: '商务部 海关总署公告2030年第70号 关于暂停实施2029年第57号、第58号公告的公告',
      paragraphs: [
        '决定自即日起至2031年11月10日，暂停实施商务部 海关总署公告2029年第57号（公布对钬、铒、铥、铕、镱相关物项实施出口管制的决定）、第58号（公布对锂电池和人造石墨负极材料相关物项实施出口管制的决定）。',
      ],
    },
  ],
  [
    '2030-12-04 16:10',
    'spokesperson',
    answered(
      '商务部例行新闻发布会：稀土通用许可',
      '稀土通用许可是否已经发放？',
      '只要是用于民用用途、合规的稀土出口申请，中国政府都及时予以了批准。',
    ),
  ],
  [
    '2030-12-18 16:05',
    'spokesperson',
    answered(
      '商务部例行新闻发布会：通用许可进展',
      '通用许可能否惠及美国用户？',
      '商务部已批准部分稀土出口商的通用许可申请。',
    ),
  ],
  [
    '2029-11-20 10:00',
    'policy',
    control('2029年第62号', '铪、铼', [
      { name: '铪', code: '6C101', what: '金属铪、氧化铪及铪靶材' },
      { name: '铼', code: '6C102', what: '金属铼、镍铼合金粉末及钨铼合金粉末' },
    ]),
  ],
  [
    '2030-09-12 10:00',
    'policy',
    {
      title: '商务部公告2030年第66号 关于暂停实施2029年第62号公告的公告',
      paragraphs: [
        '决定自即日起至2031年3月14日，暂停实施商务部 海关总署公告2029年第62号（公布对铪、铼相关物项实施出口管制的决定）。',
      ],
    },
  ],
  [
    '2031-01-14 10:00',
    'policy',
    {
      title: '商务部公告2031年第2号 公布将5家境外实体列入出口管制管控名单的决定',
      paragraphs: [
        '依据《中华人民共和国出口管制法》，决定将5家境外实体列入出口管制管控名单。',
        '禁止出口经营者向上述5家实体出口两用物项；正在开展的相关出口活动应当立即停止。',
        '本公告自公布之日起正式实施。',
      ],
    },
  ],
  [
    '2031-02-06 15:20',
    'spokesperson',
    answered(
      '商务部新闻发言人谈锑出口许可申请',
      '锑相关物项的出口申请是否获批？',
      '截至1月底，商务部已依法批准17份锑物项出口许可申请。',
    ),
  ],
  [
    '2031-02-26 09:00',
    'washington',
    {
      title: 'Revision of Export Licensing Requirements for Advanced Lithography Equipment',
      paragraphs: [
        'The Bureau of Industry and Security amends the Export Administration Regulations to impose a license requirement on exports of advanced lithography equipment.',
        'The rule is effective March 28, 2031.',
      ],
    },
  ],
  [
    '2031-03-05 15:10',
    'spokesperson',
    answered(
      '商务部新闻发言人就锗物项出口许可申请受理情况答记者问',
      '有企业称已递交锗物项出口申请，请问进展如何？',
      '商务部已收到有关出口经营者提交的锗物项出口许可申请，目前正在依法依规审查。',
    ),
  ],
  [
    '2031-03-06 15:10',
    'tokyo',
    {
      title: '輸出貿易管理令の一部を改正する政令について',
      paragraphs: ['輸出貿易管理令別表第1に係る輸出許可の対象となる貨物を追加します。'],
    },
  ],
  [
    '2029-05-12 09:30',
    'portal',
    { title: '关于出口管制信息网改版的通知', paragraphs: ['网站栏目已作调整，欢迎提出意见。'] },
  ],
  [
    '2031-03-07 09:30',
    'portal',
    { title: '关于举办2031年度出口管制内部合规公益培训的通知', paragraphs: ['培训不收取费用，名额有限。'] },
  ],
  [
    '2031-03-07 09:40',
    'english',
    {
      title: 'Consumption During the Spring Festival Holiday of 2031',
      paragraphs: ['Sales grew by 4.1 percent.'],
    },
  ],
];
