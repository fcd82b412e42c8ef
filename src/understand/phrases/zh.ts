import { dayText } from './days.ts';
import { noticeText, shortNoticeText } from './notice.ts';
import type { Batch, Effect, Phrases, Sentence, Told } from './phrases.ts';
import { proseZh } from './prose-zh.ts';

const effects: Record<Effect['when'], (day: string) => string> = {
  'at-once': () => '，即日起施行',
  later: (day) => `，${day}起施行`,
  before: (day) => `，已自${day}起施行`,
};

const licenceTypes = { general: '通用许可', individual: '单项许可' };

const goods = (told: Told) => told.goods?.noun ?? '';
/** 稀土对日本出口: the ministry's own order of words. */
const exported = (told: Told) => `${goods(told)}${told.to ? `对${told.to}` : ''}出口`;
const until = (told: Told) => (told.until ? `至${dayText(told.until, 'zh')}` : '');
const counted = (told: Told) => (typeof told.batch?.count === 'number' ? `（${told.batch.count}份）` : '');

/** 稀土通用许可, 稀土对日本出口通用许可, 稀土出口许可. */
function licence(told: Told): string {
  const kind = told.licenceType ? licenceTypes[told.licenceType] : null;
  if (kind && !told.to) return `${goods(told) || '出口'}${kind}`;
  return exported(told) + (kind ?? '许可');
}

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
  const approved =
    count !== null
      ? `已批准${licence(told)}${count}份`
      : `已${quantity?.adverb ?? ''}批准${quantity?.attributive ?? ''}${licence(told)}申请`;
  return { ...sentence(told, approved, ''), optional: [] };
}

/** Everything is said to be refused only where the quoted words say so. */
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
  const refused = `${what}${to ? `对${to}` : ''}出口`;
  if (scopes.has('in-principle')) return sentence(told, `原则上不予许可${refused}`);
  if (scopes.has('refused')) return sentence(told, `不予许可${refused}`);
  return sentence(told, scopes.has('banned') ? `禁止部分${refused}` : `不予许可部分${refused}`);
}

function newControl(told: Told): Sentence {
  if (!told.goods) return sentence(told, `新增${told.to ? `对${told.to}` : ''}出口许可要求`);
  return sentence(told, `对${told.to ? `输往${told.to}的` : ''}${told.goods.noun}实施出口管制`);
}

function hold(told: Told, verb: string): Sentence {
  const passedOver = told.notNamed ? [`，${shortNoticeText(told.notNamed).replace('公告', '')}不在其列`] : [];
  return { ...sentence(told, `${verb}${exported(told)}管制的部分措施`, until(told)), optional: [passedOver] };
}

/** The dates it mentions are those of something decided earlier. */
function remark(told: Told, said: string, required = told.batch ? '' : '，未宣布新决定'): Sentence {
  return { ...sentence(told, said), optional: [], required };
}

function other(told: Told): Sentence {
  const count = told.batch?.count ?? null;
  if (count === null) return remark(told, `发布${licence(told)}相关信息`, '');
  return { ...sentence(told, `通报${licence(told)}${count}份`, ''), optional: [], saysCount: true };
}

function batch({ countWithheld, quantity, firms, complete }: Batch & { complete: boolean }): string {
  if (!complete) return '';
  const number = countWithheld ? (quantity ? '具体数量' : '数量') : '';
  if (firms && firms.included === null) {
    return countWithheld ? `，未说明数量及是否涉及${firms.name}` : `，未说明是否涉及${firms.name}`;
  }
  const unsaid = number && `，未说明${number}`;
  return firms ? `${unsaid}，${firms.included ? '' : '不'}涉及${firms.name}` : unsaid;
}

const doneZh: Phrases['done'] = {
  approve: '已批准申请',
  resume: '恢复出口许可',
  suspend: '暂停出口许可',
  deny: '对部分出口禁止或不予许可',
  new_control: '出口须经许可',
  relax: '放宽部分许可要求',
  suspend_control: '暂停实施部分管制措施',
  extend_suspension: '继续暂停实施部分管制措施',
  procedure: '明确许可办理要求',
  clarify: '对管制作出说明',
  statement: '就许可作出表态',
  other: '许可相关信息',
};

export const zh: Phrases = {
  sentences: {
    approve,
    resume: (told) => sentence(told, `恢复${exported(told)}许可`),
    suspend: (told) => sentence(told, `暂停${exported(told)}许可`),
    deny,
    new_control: newControl,
    relax: (told) => sentence(told, `放宽${licence(told)}的部分要求`),
    suspend_control: (told) => hold(told, '暂停实施'),
    extend_suspension: (told) => hold(told, '继续暂停实施'),
    procedure: (told) => sentence(told, `明确${licence(told)}办理要求`),
    clarify: (told) => remark(told, `就${exported(told)}管制作出说明`),
    statement: (told) => remark(told, `就${licence(told)}作出表态`),
    other,
  },
  batch,
  marks: { late: '【补报】', corrected: '【更正】', withdrawn: '【已撤下】', misled: '【本机器人误报】' },
  unread: '（正文未读）',
  done: doneZh,
  stated: {
    count: (done, count) => `${done}：${count}份`,
    quantity: (done, { words, original, attributive }) => {
      if (original) return `${done}：${words}（原文“${original}”）`;
      // As a desk says it: 已批准「一定数量」的申请.
      const before = attributive.replace(words, `「${words}」`);
      return attributive && done === doneZh.approve ? `已批准${before}申请` : `${done}：「${words}」`;
    },
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
    companies: () => '具体企业',
    countries: (_, markets) => `目的地（${markets}等）`,
    firms: (firms) => `是否涉及${firms}`,
    goods: () => '具体物项',
    elements: () => '具体元素',
    since: () => '起始时间',
    'licence-type': () => '许可类型',
    recipients: () => '适用对象',
    from: () => '施行日期',
    until: () => '截止日期',
    'last-day': () => '是否含截止当日',
    decision: () => '是否有新决定',
    date: () => '日期',
    unread: () => '正文尚未读取，暂不可知',
  },
  summary: {
    prose: proseZh,
    between: '',
    notStated: (omissions) => `未说明：${omissions}。`,
    separator: '、',
    unread: '目前仅见标题，正文尚未读取。',
  },
};
