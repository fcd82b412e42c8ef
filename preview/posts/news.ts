import { story as demonstrated } from '../../demo/ministry/texts.ts';
import type { NewPost } from '../stage.ts';
import { answered, control } from './writing.ts';

/* What happens while the preview runs. As invented as the archive. */

export const news = {
  approval: demonstrated.approval.post,
  approvalInEnglish: demonstrated.approvalInEnglish.post,
  counted: demonstrated.missedApproval.post,
  fair: demonstrated.missedFair.post,
  notice: demonstrated.notice.post,
  noticeCorrected: demonstrated.noticeCorrected,
  /** States the same in other words. */
  noticeReworded: {
    paragraphs: [
      ...demonstrated.noticeCorrected.paragraphs,
      '五、本公告由商务部负责解释，此前有关规定与本公告不一致的，以本公告为准。',
    ],
  },
  /** Says another day than the Chinese text. */
  noticeInEnglish: {
    title: demonstrated.noticeInEnglish.post.title,
    paragraphs: demonstrated.noticeInEnglish.post.paragraphs.map((text) =>
      text.replace('April 1, 2031', 'April 11, 2031'),
    ),
  },
  /** Of the same package as the notice before it. */
  secondOfPackage: control(
    '2031年第32号',
    '碲',
    [{ name: '碲', code: '6C002', what: '金属碲、碲化镉及碲锌镉单晶' }],
    '2031年4月1日',
  ),
  firstOfPackage: control(
    '2031年第31号',
    '铋',
    [{ name: '铋', code: '6C001', what: '金属铋、锗酸铋及三苯基铋' }],
    '2031年4月1日',
  ),
  suspension: {
    title: '商务部 海关总署公告2031年第20号 关于暂停实施2029年第18号公告的公告',
    paragraphs: [
      '决定自即日起至2032年3月12日，暂停实施商务部 海关总署公告2029年第18号（公布对钐、钆、铽、镝、镥、钪、钇相关物项实施出口管制的决定）。',
    ],
  },
  extension: {
    title: '商务部 海关总署公告2031年第21号 关于延长暂停实施期限的公告',
    paragraphs: [
      '决定将商务部 海关总署公告2030年第70号所定暂停实施期限延长至2032年11月10日。',
      '本公告自公布之日起实施。',
    ],
  },
  denial: {
    title: '商务部公告2031年第22号 关于加强镓、锗相关两用物项对美国出口管制的公告',
    paragraphs: [
      '一、禁止镓、锗相关两用物项对美国军事用户或军事用途出口。',
      '二、原则上不予许可镓、锗相关两用物项对美国出口。',
      '三、本公告自公布之日起正式实施。',
    ],
  },
  halt: {
    title: '商务部办公厅关于暂停办理石墨产品出口许可的通知',
    paragraphs: ['经研究决定，即日起暂停办理石墨产品出口许可。'],
  },
  resumption: {
    title: '商务部：恢复受理对加拿大石墨产品出口许可申请',
    paragraphs: ['自2031年3月20日起，恢复受理并发放对加拿大出口石墨产品的许可。'],
  },
  relaxation: {
    title: '商务部公告2031年第23号 关于将两家德国企业移出关注名单的公告',
    paragraphs: ['现决定将其移出关注名单。出口经营者向上述企业出口两用物项，可申请通用许可。'],
  },
  procedure: {
    title: '商务部公告2031年第24号 关于简化锑相关物项出口许可申请材料的公告',
    paragraphs: [
      '同一出口经营者向同一最终用户再次出口锑相关物项，申请两用物项出口许可证时，可不再重复提交最终用户的登记证明。',
      '本公告自公布之日起施行。',
    ],
  },
  statement: answered(
    '商务部新闻发言人就钛出口管制答记者问',
    '中方会否放宽钛相关物项出口管制？',
    '中方将依法依规审批钛相关物项出口许可申请，对符合规定的申请予以许可。',
  ),
  /** On a notice that has been told. */
  comment: answered(
    '商务部新闻发言人就2031年第20号公告答记者问',
    '暂停实施的范围有哪些？',
    '公告2031年第20号暂停实施对钐、钆、铽、镝、镥、钪、钇相关物项的出口管制，不涉及其他物项。',
  ),
  transcript: {
    title: '商务部召开例行新闻发布会（2031年3月13日）',
    paragraphs: [
      '记者：请问部分钢铁产品出口许可证如何申领？',
      '发言人：自2031年4月1日起，对部分钢铁产品实施出口许可证管理，出口企业应当凭出口合同申领出口许可证。',
      '记者：请问镓物项的出口申请办理得怎么样？美国企业的申请是否获批？',
      '发言人：经依法审查，商务部已批准部分镓物项出口许可申请。',
      '记者：请介绍今年消费品以旧换新的情况。',
      '发言人：今年以来，消费品以旧换新带动销售稳步增长。',
    ],
  },
  inEnglishOnly: {
    title: 'Addition of Entities to the Entity List; License Requirements for Quantum Sensors',
    paragraphs: [
      'The Bureau of Industry and Security adds 14 entities to the Entity List and imposes a license requirement for exports of quantum sensors to them. License applications are reviewed under a presumption of denial.',
      'This rule is effective March 20, 2031.',
    ],
  },
  inJapanese: {
    title: '輸出貿易管理令別表第1の改正（量子センサーに係る輸出許可の追加）について',
    paragraphs: ['量子センサーの輸出に当たっては、経済産業大臣の輸出許可が必要となります。'],
  },
  longest: longestNotice(),
  /** Its title alone speaks of controls. */
  misleading: {
    title: '商务部关于对铌相关物项实施出口管制的说明',
    paragraphs: ['The Office of Foreign Assets Control has amended OFAC General License 5.'],
  },
  withdrawn: answered(
    '商务部新闻发言人就钨出口许可答记者问',
    '钨相关物项的出口申请是否获批？',
    '经依法审查，商务部已批准若干钨相关物项出口许可申请。',
  ),
  wronglyRead: answered(
    '商务部新闻发言人谈钼相关物项出口许可',
    '钼相关物项的出口许可申请是否获批？',
    '经依法审查，商务部已批准8份钼相关物项出口许可申请。',
  ),
} as const satisfies Record<string, Partial<NewPost>>;

/** As much as one notice has ever held: many goods, many codes, long names. */
function longestNotice(): NewPost {
  const items = ['钨', '碲', '铋', '钼', '铟', '锑', '锗', '镓', '石墨', '无人机'].map((name, index) => ({
    name,
    code: `1C${920 + index}`,
    what: `纯度不低于99.99%的${name}及其合金、化合物、靶材、单晶、粉末和用于其生产、加工、回收、检测的专用设备及其零部件、组件、软件和技术资料`,
  }));
  return control(
    '2031年第40号',
    '钨、碲、铋、钼、铟、锑、锗、镓、石墨、无人机以及用于其生产、加工和回收的专用设备、软件和技术',
    items,
    '2031年5月1日',
  );
}
