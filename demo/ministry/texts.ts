import type { Archived, Placed, Post } from './archive.ts';
import { archive2031 } from './texts-archive.ts';

/*
 * Everything here is invented: the posts, their numbers, and the year in which they are published. Only the
 * manner of writing is that of the offices.
 */

/** Where to set the clock of the demonstration, so that the dates in the texts fit: a Thursday, 16:00 in Beijing. */
export const storyBeginsAt = Date.parse('2031-03-13T16:00:00+08:00');

/** What has been published when the demonstration begins. */
export const archive: readonly Archived[] = archive2031;

function noticeParagraphs(effectiveOn: string): string[] {
  return [
    '为维护国家安全和利益、履行防扩散国际义务，依据《中华人民共和国出口管制法》等法律法规，决定对镧、铈相关物项实施出口管制。现公告如下：',
    '一、未经许可，不得出口下列物项：',
    '（一）镧相关物项：纯度不低于99.95%的金属镧、镧镍合金及其粉末。',
    '（二）铈相关物项：氧化铈单晶、铈基闪烁材料及其生产用坩埚。',
    '二、出口经营者出口上述物项，应当向商务部申请两用物项出口许可证，并如实说明最终用户和最终用途。自受理之日起45个工作日内作出决定。',
    '三、出口报关时，应当在备注栏注明物项是否属于管制范围；不属于的，应当列明技术指标。',
    `四、本公告自${effectiveOn}起实施。`,
  ];
}

function noticeParagraphsInEnglish(effectiveOn: string): string[] {
  return [
    'To safeguard national security and interests, and in accordance with the Export Control Law, it has been decided to implement export control on items related to lanthanum and cerium.',
    '1. The following items shall not be exported without a licence: lanthanum metal of a purity of 99.95% or above, lanthanum-nickel alloys and their powders; cerium oxide single crystals and cerium-based scintillation materials.',
    '2. Exporters shall apply to the Ministry of Commerce for a dual-use item export licence and state the end user and the end use. A decision is made within 45 working days.',
    `3. This announcement shall take effect on ${effectiveOn}.`,
  ];
}

/** What happens in the demonstration, in this order. */
export const story = {
  /** Approvals are reported; how many, for whom and for which countries is withheld. */
  approval: {
    columns: ['spokesperson', 'portal'],
    post: {
      title: '商务部新闻发言人就稀土永磁体出口许可审批情况答记者问',
      paragraphs: [
        '有记者问：近期多家外国企业反映稀土永磁体到货偏慢，美国企业的申请是否已经获批？',
        '答：稀土永磁体具有军民两用属性，对其实施出口管制符合国际通行做法。',
        '经依法审查，商务部已批准一定数量的稀土永磁体出口许可申请，其余合规申请正在按程序办理。',
        '中方愿就此同有关国家加强沟通，促进合规贸易。',
      ],
    },
  },
  approvalInEnglish: {
    columns: ['english'],
    post: {
      title:
        'MOFCOM Spokesperson’s Remarks on the Review of Export Licence Applications for Rare Earth Magnets',
      paragraphs: [
        'Question: Foreign companies say that rare earth magnets arrive late. Have the applications of US companies been approved?',
        'Answer: Rare earth magnets are dual-use items, and controlling their export is common international practice.',
        'After a review in accordance with the law, the Ministry of Commerce has approved a certain number of export licence applications for rare earth magnets. The other compliant applications are being processed.',
        'China is ready to step up communication with the countries concerned.',
      ],
    },
  },
  /** New licence requirements, in a numbered notice of two addresses. */
  notice: {
    columns: ['policy', 'security-bureau'],
    post: {
      title: '商务部公告2031年第7号 公布对镧、铈相关物项实施出口管制的决定',
      announcementNo: '商务部公告2031年第7号',
      issuer: '安全与管制局',
      paragraphs: noticeParagraphs('2031年4月1日'),
      attachments: [
        { title: '附件：镧、铈相关物项技术说明.txt', text: '演示用附件：镧、铈相关物项的技术指标。\n' },
      ],
    },
  },
  noticeInEnglish: {
    columns: ['english'],
    post: {
      title: 'MOFCOM Announcement No. 7 of 2031 on Export Control of Items Related to Lanthanum and Cerium',
      issuer: 'Bureau of Security and Control',
      paragraphs: noticeParagraphsInEnglish('April 1, 2031'),
    },
  },
  /** Speaks of licences, applicants and quantities, and is about none for export. */
  teaFair: {
    columns: ['policy'],
    post: {
      title: '商务部办公厅关于做好2031年春季国际茶业博览会参展样品进口许可证申领工作的通知',
      issuer: '外贸司',
      paragraphs: [
        '2031年春季国际茶业博览会将于5月在杭州举办。为便利境外展商，现就参展样品进口许可证申领工作通知如下：',
        '一、境外展商可于4月20日前提出申请，主办单位统一办理进口许可证。去年共批准一定数量的样品进境。',
        '二、展品在展期结束后应当复运出境或者依法办理进口手续。',
      ],
    },
  },
  /** The edit of the notice: it takes effect a month later than first said. For all its Chinese copies. */
  noticeCorrected: { paragraphs: noticeParagraphs('2031年5月1日') },
  noticeInEnglishCorrected: { paragraphs: noticeParagraphsInEnglish('May 1, 2031') },
  /** Published while every site of the ministry answers with a challenge: a counted batch … */
  missedApproval: {
    columns: ['spokesperson', 'portal'],
    post: {
      title: '商务部新闻发言人介绍锗物项出口许可审批进展',
      paragraphs: [
        '有记者问：去年底以来企业提交的锗物项出口申请办理到哪一步了？',
        '答：截至目前，商务部已依法批准12份锗物项出口许可申请，涉及3家出口经营者，用于红外镜头和光纤生产。',
        '对于符合规定的申请，将继续予以批准。',
      ],
    },
  },
  /** … and a post about something else. */
  missedFair: {
    columns: ['spokesperson'],
    post: {
      title: '商务部新闻发言人介绍2031年消费帮扶产销对接活动安排',
      paragraphs: [
        '有记者问：今年的产销对接活动有哪些安排？',
        '答：今年将在西部省区举办6场产销对接活动，组织大型商超与农产品合作社签约，并在电商平台开设专区。',
      ],
    },
  },
} as const satisfies Record<string, Placed | Partial<Post>>;
