import type { Action } from '../../domain/facts.ts';
import { dayText } from './days.ts';
import type { Account } from './phrases.ts';
import type { Quantity } from './quantity.ts';

const day = (on: string) => dayText(on, 'en');
const of = (goods: string | null) => (goods ? ` of ${goods}` : '');
const to = (place: string | null) => (place ? ` to ${place}` : '');
const forPlace = (place: string | null) => (place ? ` for ${place}` : '');

/** What was decided, by whom, about what and for where: one sentence, without its full stop. */
const decisions: Record<Action, (account: Account) => string> = {
  approve: (told) => `${told.who} says it has approved ${approved(told)}`,
  resume: (told) => `${told.who} resumes licensed exports${of(told.goods)}${to(told.to)}`,
  suspend: (told) => `${told.who} suspends licensed exports${of(told.goods)}${to(told.to)}`,
  deny,
  new_control: ({ who, goods, to }) =>
    goods
      ? `${who} requires an export licence for ${goods}${to ? ` going to ${to}` : ''}`
      : `${who} adds export licence requirements${forPlace(to)}`,
  relax: (told) => `${told.who} eases some of its rules on ${licences(told)}`,
  suspend_control: (told) => `${told.who} suspends some of its ${controls(told)}`,
  extend_suspension: (told) => `${told.who} keeps some of its ${controls(told)} on hold`,
  procedure: (told) => `${told.who} sets out rules on ${licences(told)}`,
  clarify: (told) => `${told.who} explains ${controls(told)}`,
  statement: (told) => `${told.who} comments on ${licences(told)}`,
  other: (told) =>
    typeof told.batch?.count === 'number'
      ? `${told.who} reports ${counted(told, told.batch.count)}`
      : `${told.who} reports on ${licences(told)}`,
};

/** The actions whose sentence has room for the kind of licence. */
const namesLicences = new Set<Action>(['approve', 'relax', 'procedure', 'statement', 'other']);

/** What runs, and since when or until when. Remarks only mention the dates of something decided earlier. */
const validity: Partial<Record<Action, { subject: string; runs: string; ran: string }>> = {
  resume: { subject: 'This', runs: 'applies', ran: 'has applied' },
  suspend: { subject: 'The suspension', runs: 'applies', ran: 'has applied' },
  deny: { subject: 'This', runs: 'applies', ran: 'has applied' },
  new_control: { subject: 'The requirement', runs: 'applies', ran: 'has applied' },
  relax: { subject: 'The change', runs: 'applies', ran: 'has applied' },
  suspend_control: { subject: 'The suspension', runs: 'runs', ran: 'has run' },
  extend_suspension: { subject: 'The suspension', runs: 'runs', ran: 'has run' },
  procedure: { subject: 'The rules', runs: 'apply', ran: 'have applied' },
};

/** "Adds export licence requirements": there are several. */
const requirements = { subject: 'They', runs: 'apply', ran: 'have applied' };

function licences({ goods, to: place, licenceType }: Pick<Account, 'goods' | 'to' | 'licenceType'>): string {
  const kind = licenceType ? `${licenceType} ` : '';
  return goods
    ? `${kind}licences to export ${goods}${to(place)}`
    : `${kind}export licences${forPlace(place)}`;
}

function controls({ goods, to: place }: Account): string {
  if (place) return `controls on exports${of(goods)}${to(place)}`;
  return goods ? `export controls on ${goods}` : 'export controls';
}

function counted(account: Account, count: number): string {
  const many = `${count} ${licences(account)}`;
  return count === 1 ? many.replace('licences', 'licence') : many;
}

function approved(account: Account): string {
  const { count = null, quantity = null } = account.batch ?? {};
  if (count !== null) return counted(account, count);
  if (!quantity?.frame) return licences(account);
  return frames[quantity.frame](quoted(quantity), licences(account));
}

const frames: Record<NonNullable<Quantity['frame']>, (words: string, licences: string) => string> = {
  of: (words, licences) => `${words} of applications for ${licences}`,
  plain: (words, licences) => `${words} applications for ${licences}`,
  firms: (words, licences) => `applications by ${words} for ${licences}`,
  adverb: (words, licences) => `applications for ${licences}, ${words}`,
};

/** The ministry's words, or our gloss of them with the original beside it. */
function quoted({ words, original }: Quantity): string {
  return original ? `"${words}" (${original})` : `"${words}"`;
}

/** A whole country is said to be refused everything only where the quoted words say so. */
function deny({ who, goods, to: place, scopes, licenceType }: Account): string {
  const where = place ? ` in ${place}` : '';
  const asked = licences({ goods, to: place, licenceType });
  if (scopes.has('military-users') || scopes.has('military-uses')) {
    const [users, uses] = [scopes.has('military-users'), scopes.has('military-uses')];
    const whom = users ? ` to military users${uses ? ' and uses' : ''}` : ' for military uses';
    return `${who} bans exports${of(goods)}${whom}${where}`;
  }
  if (scopes.has('entities')) return `${who} bans exports${of(goods)} to listed entities${where}`;
  if (scopes.has('in-principle')) return `${who} in principle refuses ${asked}`;
  if (scopes.has('refused')) return `${who} refuses ${asked}`;
  return scopes.has('banned')
    ? `${who} bans some exports${of(goods)}${to(place)}`
    : `${who} refuses some ${asked}`;
}

/** The account of a Story in sentences, the decision first. */
export function proseEn(action: Action, account: Account): string[] {
  const dates = datesOf(action, account);
  const notice = account.notice && noticeText(account.notice);
  const remark = !(action in validity);
  const named = notice ? (remark ? ` (${notice})` : `, under ${notice}`) : '';
  const datesNameIt = dates !== null && !remark;
  return [
    `${decisions[action](account)}${datesNameIt ? '' : named}.`,
    ...(dates ? [`${dates}${datesNameIt ? named : ''}.`] : []),
    ...(action === 'deny' ? alsoRefused(account) : []),
    ...extras(action, account),
  ];
}

function datesOf(action: Action, { goods, effect, until }: Account): string | null {
  const start = effect && day(effect.on);
  const end = until && day(until);
  const words = action === 'new_control' && !goods ? requirements : validity[action];
  if (!words) {
    const said = [...(start ? [`${start} as the start`] : []), ...(end ? [`${end} as the end`] : [])];
    return said.length > 0 ? `The text names ${said.join(' and ')}` : null;
  }
  const { subject, runs, ran } = words;
  const ending = end ? ` until ${end}` : '';
  if (!effect) return end && `${subject} ${runs}${ending}`;
  if (effect.when === 'before')
    return `${subject} ${ran} since ${start}${end ? `, with ${end} as the end` : ''}`;
  const atOnce = effect.when === 'at-once' && runs !== 'runs' ? ' at once,' : '';
  return `${subject} ${runs}${atOnce} from ${start}${ending}`;
}

/** "Announcement No. 18 of 2025"; other series name themselves. */
function noticeText(notice: string): string {
  if (/^Nos\. /.test(notice))
    return notice.replace(/^Nos\./, 'Announcements Nos.').replace(/, (\d+ of)/, ' and $1');
  return /^No\. /.test(notice) ? `Announcement ${notice}` : notice;
}

/** A notice may ban some and refuse others; which goods it refuses, the facts do not tell. */
function alsoRefused({ scopes }: Account): string[] {
  const bans = scopes.has('military-users') || scopes.has('military-uses') || scopes.has('entities');
  return bans && scopes.has('in-principle') ? ['It also refuses some licences in principle.'] : [];
}

function extras(action: Action, { batch, licenceType }: Account): string[] {
  const { count = null, quantity = null, firms = null } = batch ?? {};
  const saidCount = action === 'approve' || action === 'other';
  return [
    ...(quantity && count === null && (!quantity.frame || action !== 'approve')
      ? [`For how many it says ${quoted(quantity)}.`]
      : []),
    ...(count !== null && !saidCount
      ? [`The text counts ${count} ${count === 1 ? 'licence' : 'licences'}.`]
      : []),
    ...(licenceType && !namesLicences.has(action) ? [`The text mentions ${licenceType} licences.`] : []),
    ...(firms?.included != null ? [`${firms.name} are ${firms.included ? 'included' : 'excluded'}.`] : []),
  ];
}
