import type { Archived } from './archive.ts';

/** Older posts, all invented: a few about export licences, the others what else these columns carry. */
export const archive2031: readonly Archived[] = [
  {
    columns: ['spokesperson', 'portal'],
    hoursAgo: 9 * 24,
    post: {
      title: '商务部新闻发言人就锗物项出口许可申请受理情况答记者问',
      paragraphs: [
        '有记者问：有企业称已递交锗物项出口申请，请问进展如何？',
        '答：商务部已收到有关出口经营者提交的锗物项出口许可申请，目前正在依法依规审查。审查需要一定时间，结果将及时告知申请人。',
      ],
    },
  },
  {
    columns: ['english'],
    hoursAgo: 8 * 24,
    post: {
      title: 'MOFCOM Spokesperson’s Remarks on Export Licence Applications for Germanium Items',
      paragraphs: [
        'Question: Companies say that they have applied to export germanium items. Where do these applications stand?',
        'Answer: The Ministry of Commerce has received export licence applications for germanium items, which are under review in accordance with laws and regulations.',
      ],
    },
  },
  {
    columns: ['policy', 'security-bureau', 'portal'],
    hoursAgo: 30 * 24 + 5,
    post: {
      title: '商务部公告2031年第3号 关于简化锑相关物项出口许可申请材料的公告',
      announcementNo: '商务部公告2031年第3号',
      issuer: '安全与管制局',
      paragraphs: [
        '为便利合规贸易，现就锑相关物项出口许可申请材料有关事项公告如下：',
        '一、同一出口经营者向同一最终用户再次出口锑相关物项，申请两用物项出口许可证时，可不再重复提交最终用户的登记证明。',
        '二、其他材料仍按现行规定提交。',
        '三、本公告自公布之日起施行。',
      ],
    },
  },
  {
    columns: ['security-bureau', 'portal'],
    hoursAgo: 41 * 24,
    post: {
      title: '关于举办2031年度出口管制内部合规公益培训的通知',
      issuer: '安全与管制局',
      paragraphs: [
        '为帮助企业健全内部合规制度，拟于4月在宁波、青岛各举办一期公益培训，内容为法规解读和案例交流。',
        '培训不收取费用，名额有限，请于3月底前报名。',
      ],
    },
  },
  {
    columns: ['security-bureau', 'portal'],
    hoursAgo: 55 * 24,
    post: {
      title: '中新出口管制工作组第四次会议在苏州举行',
      paragraphs: ['双方介绍了各自出口管制制度的新进展，就加强信息交流和能力建设交换了意见。'],
    },
  },
  {
    columns: ['spokesperson'],
    hoursAgo: 20,
    post: {
      title: '商务部新闻发言人介绍一季度外贸企业圆桌会情况',
      paragraphs: [
        '有记者问：本周的外贸企业圆桌会讨论了哪些问题？',
        '答：来自9个省的企业代表反映了物流、结算和参展方面的困难，我们将会同有关部门逐项研究。',
      ],
    },
  },
  {
    columns: ['spokesperson'],
    hoursAgo: 28 * 24,
    post: {
      title: '商务部新闻发言人介绍2031年春节消费市场情况',
      paragraphs: [
        '有记者问：春节假期消费情况如何？',
        '答：监测的重点零售和餐饮企业销售额同比增长百分之四点一，冰雪旅游和国货年礼受到欢迎。',
      ],
    },
  },
  {
    columns: ['spokesperson'],
    hoursAgo: 35 * 24,
    post: {
      title: '商务部新闻发言人就数字贸易规则谈判答记者问',
      paragraphs: [
        '有记者问：请介绍数字贸易规则谈判的进展。',
        '答：各方就无纸化单证和电子签名取得共识，下一轮谈判将在夏季举行。',
      ],
    },
  },
  {
    columns: ['policy'],
    hoursAgo: 3 * 24,
    post: {
      title: '商务部等五部门关于开展2031年老旧家电以旧换新进社区活动的通知',
      issuer: '消费促进司',
      paragraphs: ['各地可结合实际设立社区服务点，为居民提供上门回收、检测和安装的一站式服务。'],
    },
  },
  {
    columns: ['policy'],
    hoursAgo: 16 * 24,
    post: {
      title: '商务部公告2031年第5号 公布进口邻苯二酚反倾销措施期终复审调查的公告',
      announcementNo: '商务部公告2031年第5号',
      issuer: '贸易救济调查局',
      paragraphs: [
        '应国内产业申请，决定对进口邻苯二酚所适用的反倾销措施进行期终复审调查。',
        '利害关系方可自公告之日起20天内登记参加调查。',
      ],
    },
  },
  {
    columns: ['policy'],
    hoursAgo: 47 * 24,
    post: {
      title: '商务部办公厅关于做好2031年度摩托车出口许可申报的通知',
      issuer: '外贸司',
      paragraphs: ['摩托车生产企业及其授权经营企业应当通过统一平台填报信息，地方商务主管部门负责初核。'],
    },
  },
  {
    columns: ['english'],
    hoursAgo: 27 * 24,
    post: {
      title: 'Consumption During the Spring Festival Holiday of 2031',
      paragraphs: ['Sales of the retailers and restaurants monitored grew by 4.1 percent year on year.'],
    },
  },
  {
    columns: ['english'],
    hoursAgo: 34 * 24,
    post: {
      title: 'Progress in the Negotiations on Digital Trade Rules',
      paragraphs: ['The parties agreed on paperless documents and electronic signatures.'],
    },
  },
  {
    columns: ['taiwan'],
    hoursAgo: 6 * 24,
    post: {
      title: '国务院台办介绍2031年春季两岸农产品展销活动安排',
      paragraphs: ['活动将于四月在福建举办，欢迎台湾同胞和农渔民合作组织参加。'],
    },
  },
  {
    columns: ['taiwan'],
    hoursAgo: 25 * 24,
    post: {
      title: '关于调整来信来访接待时间的通知',
      paragraphs: ['自三月起，接待时间调整为工作日上午九时至十一时。'],
    },
  },
  {
    columns: ['taiwan'],
    hoursAgo: 60 * 24,
    post: { title: '专栏使用说明', paragraphs: ['本专栏刊载有关政策措施，内容以正式文件为准。'] },
  },
  {
    columns: ['ofsi'],
    hoursAgo: 5 * 24,
    post: {
      title: 'OFSI opens registration for its spring 2031 webinars',
      paragraphs: [
        'The webinars explain how to report frozen assets and how to apply for a financial sanctions licence.',
      ],
    },
  },
  {
    columns: ['ofsi'],
    hoursAgo: 22 * 24,
    post: {
      title: 'OFSI renews a general licence for legal fees',
      paragraphs: [
        'The renewed general licence allows payments for legal advice up to the caps that it sets.',
        'It concerns payments only and permits no export of goods.',
      ],
    },
  },
  {
    columns: ['ofsi'],
    hoursAgo: 50 * 24,
    post: {
      title: 'OFSI publishes its annual frozen assets review',
      paragraphs: ['The review sums up what firms reported about the funds they hold frozen.'],
    },
  },
];
