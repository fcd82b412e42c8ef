import type { Action } from '../../domain/facts.ts';
import { dayText } from './days.ts';
import { noticeText } from './notice.ts';
import type { Account } from './phrases.ts';

const day = (on: string) => dayText(on, 'zh');
const toPlace = ({ to }: Account) => (to ? `对${to}` : '');
/** 稀土对日本出口. */
const exported = (told: Account) => `${told.goods ?? ''}${toPlace(told)}出口`;
const kinds = { general: '通用许可', individual: '单项许可' };

/** What was decided, by whom, about what and for where: one sentence, without its full stop. */
const decisions: Record<Action, (account: Account) => string> = {
  approve: (told) => `${told.who}${approved(told)}`,
  resume: (told) => `${told.who}恢复${exported(told)}许可`,
  suspend: (told) => `${told.who}暂停${exported(told)}许可`,
  deny,
  new_control: ({ who, goods, to }) =>
    goods
      ? `${who}对${to ? `输往${to}的` : ''}${goods}实施出口管制，出口须经许可`
      : `${who}新增${to ? `对${to}` : ''}出口许可要求`,
  relax: (told) => `${told.who}放宽${licence(told)}的部分要求`,
  suspend_control: (told) => `${told.who}暂停实施${exported(told)}管制的部分措施`,
  extend_suspension: (told) => `${told.who}继续暂停实施${exported(told)}管制的部分措施`,
  procedure: (told) => `${told.who}明确${licence(told)}办理要求`,
  clarify: (told) => `${told.who}就${exported(told)}管制作出说明`,
  statement: (told) => `${told.who}就${licence(told)}作出表态`,
  other: (told) =>
    typeof told.batch?.count === 'number'
      ? `${told.who}通报${licence(told)}${told.batch.count}份`
      : `${told.who}发布${licence(told)}相关信息`,
};

/** The actions whose sentence has room for the kind of licence. */
const namesLicences = new Set<Action>(['approve', 'relax', 'procedure', 'statement', 'other']);

/** 自……起: what begins. Remarks only mention the dates of something decided earlier. */
const begins: Partial<Record<Action, string>> = {
  resume: '起生效',
  suspend: '起生效',
  deny: '起施行',
  new_control: '起施行',
  relax: '起施行',
  suspend_control: '起暂停实施',
  extend_suspension: '起暂停实施',
  procedure: '起施行',
};

const holds = new Set<Action>(['suspend_control', 'extend_suspension']);

/** 稀土通用许可, 稀土对日本出口通用许可, 稀土出口许可. */
function licence(told: Account): string {
  const kind = told.licenceType ? kinds[told.licenceType] : null;
  if (kind && !told.to) return `${told.goods ?? '出口'}${kind}`;
  return exported(told) + (kind ?? '许可');
}

function approved(told: Account): string {
  const { count = null, quantity = null } = told.batch ?? {};
  if (count !== null) return `已批准${licence(told)}${count}份`;
  return `已${quantity?.adverb ?? ''}批准${quantity?.attributive ?? ''}${licence(told)}申请`;
}

/** A whole country is said to be refused everything only where the quoted words say so. */
function deny(told: Account): string {
  const { who, scopes, to } = told;
  const goods = told.goods ?? '相关物项';
  const place = to ?? '';
  const [users, uses] = [scopes.has('military-users'), scopes.has('military-uses')];
  if (users) return `${who}禁止向${place}军事用户${uses ? '及军事用途' : ''}出口${goods}`;
  if (uses) return `${who}禁止${goods}${toPlace(told)}出口用于军事用途`;
  if (scopes.has('entities')) return `${who}禁止向${place}有关实体出口${goods}`;
  const refused = `${goods}${toPlace(told)}出口`;
  if (scopes.has('in-principle')) return `${who}原则上不予许可${refused}`;
  if (scopes.has('refused')) return `${who}不予许可${refused}`;
  return scopes.has('banned') ? `${who}禁止部分${refused}` : `${who}不予许可部分${refused}`;
}

/** The account of a Story in sentences, the decision first. */
export function proseZh(action: Action, account: Account): string[] {
  const decision = decisions[action](account);
  const dates = datesOf(action, account);
  const notice = account.notice && noticeText(account.notice, 'zh');
  const citable = notice && dates && action in begins;
  const opening = citable
    ? [`${decision}。`, `依据${notice}，${holds.has(action) ? '' : '相关措施'}${dates}。`]
    : [`${decision}${notice ? `（${notice}）` : ''}${dates ? `，${dates}` : ''}。`];
  return [...opening, ...(action === 'deny' ? alsoRefused(account) : []), ...extras(action, account)];
}

function datesOf(action: Action, { effect, until }: Account): string | null {
  const begin = begins[action];
  const end = until ? `至${day(until)}` : '';
  if (!begin) {
    const said = [
      ...(effect ? [`起始日期为${day(effect.on)}`] : []),
      ...(until ? [`截止日期为${day(until)}`] : []),
    ];
    return said.length > 0 ? `文中提及的${said.join('、')}` : null;
  }
  const held = holds.has(action);
  if (!effect) return end && `${held ? '暂停期' : '有效期'}${end}`;
  if (held && end) return `暂停期自${day(effect.on)}起${end}`;
  const already = effect.when === 'before' ? '已' : '';
  const issued = effect.when === 'at-once' ? '（公布之日）' : '';
  return `${already}自${day(effect.on)}${issued}${begin}${end && `，有效期${end}`}`;
}

/** A notice may ban some and refuse others; which goods it refuses, the facts do not tell. */
function alsoRefused({ scopes }: Account): string[] {
  const bans = scopes.has('military-users') || scopes.has('military-uses') || scopes.has('entities');
  return bans && scopes.has('in-principle') ? ['另有部分物项出口原则上不予许可。'] : [];
}

function extras(action: Action, { batch, licenceType }: Account): string[] {
  const { count = null, quantity = null, firms = null } = batch ?? {};
  const saidCount = action === 'approve' || action === 'other';
  const saidQuantity = action === 'approve' && (quantity?.attributive || quantity?.adverb);
  return [
    ...(quantity && count === null && !saidQuantity ? [`数量表述为“${quantity.words}”。`] : []),
    ...(count !== null && !saidCount ? [`文中提及许可${count}份。`] : []),
    ...(licenceType && !namesLicences.has(action) ? [`文中提及${kinds[licenceType]}。`] : []),
    ...(firms?.included != null ? [`相关许可${firms.included ? '' : '不'}涉及${firms.name}。`] : []),
  ];
}
