import { dayText } from './days.ts';
import { noticeText, shortNoticeText } from './notice.ts';
import type { Batch, Effect, Phrases, Sentence, Told } from './phrases.ts';

const effects: Record<Effect['when'], (day: string) => string> = {
  'at-once': () => '，即日起施行',
  later: (day) => `，${day}起施行`,
  before: (day) => `，已自${day}起施行`,
};

const licenceTypes = { general: '通用许可', individual: '单项许可' };

const goods = (told: Told) => told.goods?.noun ?? '';
const about = (told: Told) => (told.to ? `对${told.to}` : '') + goods(told);
const licence = (told: Told) => (told.licenceType ? licenceTypes[told.licenceType] : '出口许可');
const until = (told: Told) => (told.until ? `至${dayText(told.until, 'zh')}` : '');
const counted = (told: Told) => (typeof told.batch?.count === 'number' ? `（${told.batch.count}份）` : '');

function effect(told: Told): string[] {
  return told.effect ? [effects[told.effect.when](dayText(told.effect.on, 'zh'))] : [];
}

/** The notice's number stands where the speaker stands: "商务部公告2025年第18号：…". */
function sentence(told: Told, said: string, rest = counted(told)): Sentence {
  const { who, notice } = told;
  const speakers = notice ? [who + noticeText(notice, 'zh'), who + shortNoticeText(notice)] : [who];
  return {
    leads: speakers.map((speaker) => ({ core: `${speaker}：${said}`, rest })),
    optional: [effect(told)],
  };
}

function approve(told: Told): Sentence {
  const { count, quantity } = told.batch ?? { count: null, quantity: null };
  const amount = count !== null ? `${count}份` : (quantity?.attributive ?? '');
  return { ...sentence(told, `已批准${amount}${about(told)}${licence(told)}申请`, ''), optional: [] };
}

function deny(told: Told): Sentence {
  const { scopes } = told;
  const to = told.to ?? '';
  const what = goods(told) || '相关物项';
  const military = [
    ...(scopes.has('military-users') ? [`${to}军事用户`] : []),
    ...(scopes.has('military-uses') ? [scopes.has('military-users') ? '军事用途' : `${to}军事用途`] : []),
  ];
  if (military.length > 0) return sentence(told, `禁止向${military.join('及')}出口${what}`);
  if (scopes.has('entities')) return sentence(told, `禁止向${to}有关实体出口${what}`);
  const refused = scopes.has('in-principle') ? '原则上不予许可' : '不予许可';
  return sentence(told, `${refused}${what}${to ? `对${to}` : ''}出口`);
}

function newControl(told: Told): Sentence {
  if (!told.goods) return sentence(told, `新增${told.to ? `对${told.to}` : ''}出口许可要求`);
  return sentence(told, `对${told.to ? `输往${told.to}的` : ''}${told.goods.noun}实施出口管制`);
}

function hold(told: Told, verb: string): Sentence {
  return { ...sentence(told, `${verb}部分${about(told)}出口管制措施`, until(told)), optional: [] };
}

/** The dates it mentions are those of something decided earlier. */
function remark(told: Told, said: string, required = told.batch ? '' : '，未宣布新决定'): Sentence {
  return { ...sentence(told, said), optional: [], required };
}

function batch({ countWithheld, quantity, firms, complete }: Batch): string {
  if (!complete) return '';
  const number = countWithheld ? (quantity ? '具体数量' : '数量') : '';
  if (firms && firms.included === null) {
    return countWithheld ? `，未说明数量及是否涉及${firms.name}` : `，未说明是否涉及${firms.name}`;
  }
  const unsaid = number && `，未说明${number}`;
  return firms ? `${unsaid}，${firms.included ? '' : '不'}涉及${firms.name}` : unsaid;
}

export const zh: Phrases = {
  sentences: {
    approve,
    resume: (told) => sentence(told, `恢复${about(told)}出口许可`),
    suspend: (told) => sentence(told, `暂停${about(told)}出口许可`),
    deny,
    new_control: newControl,
    relax: (told) => sentence(told, `放宽${about(told)}出口许可要求`),
    suspend_control: (told) => hold(told, '暂停实施'),
    extend_suspension: (told) => hold(told, '继续暂停实施'),
    procedure: (told) => sentence(told, `明确${about(told)}出口许可办理要求`),
    clarify: (told) => remark(told, `就${about(told)}出口管制作出说明`),
    statement: (told) => remark(told, `就${about(told)}出口许可作出表态`),
    other: (told) => remark(told, `发布${about(told)}出口许可相关信息`, ''),
  },
  batch,
  marks: { late: '补报：', corrected: '【更正】', withdrawn: '【已撤下】' },
  unread: '（正文未读）',
  done: {
    approve: '已批准申请',
    resume: '恢复出口许可',
    suspend: '暂停出口许可',
    deny: '不予许可或禁止出口',
    new_control: '出口须经许可',
    relax: '放宽许可要求',
    suspend_control: '暂停实施管制措施',
    extend_suspension: '延长暂停期',
    procedure: '明确许可办理要求',
    clarify: '对管制作出说明',
    statement: '就许可作出表态',
    other: '许可相关信息',
  },
  stated: {
    count: (done, count) => `${done}：${count}份`,
    quantity: (done, { words }) => `${done}：「${words}」`,
    goods: (names) => `物项：${names}`,
    destinations: (names) => `目的地：${names}`,
    firms: (name, included) => (included ? `涉及${name}` : `不涉及${name}`),
    licenceType: licenceTypes,
    notice: (number) => noticeText(number, 'zh'),
    from: (day, onIssue) => (onIssue ? `${day}起施行（即日）` : `${day}起施行`),
    until: (day) => `至${day}`,
  },
  omitted: {
    number: () => '数量',
    companies: () => '获批企业',
    countries: (_, markets) => `目的地（${markets}等）`,
    firms: (firms) => `是否涉及${firms}`,
    goods: () => '具体物项',
    elements: () => '具体元素',
    since: () => '起始时间',
    'licence-type': () => '许可类型',
    recipients: () => '适用对象',
    from: () => '施行日期',
    until: () => '截止日期',
    decision: () => '新决定',
    date: () => '日期',
    unread: () => '正文尚未读取，暂不可知',
  },
  summary: (headline, stated, notStated) =>
    `${headline}。${stated ? `已说明：${stated}。` : ''}${notStated ? `未说明：${notStated}。` : ''}`,
};
