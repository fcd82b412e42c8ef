import type { Action, Tier } from '../../domain/facts.ts';
import type { FailureReason } from '../../domain/failure.ts';
import { DAY, HOUR, MINUTE } from '../../domain/moment.ts';
import type { Language, SourceLanguage } from '../../domain/source.ts';
import { writtenIn } from './written-in.ts';

/** Every word of a message that does not come from facts. A missing one does not compile. */
export interface Texts {
  badges: Record<Action, string>;
  /** "3rd report"; the ministry does not number batches, so reports are counted. */
  report(number: number, since: string | null): string;
  stated: string;
  notStated: string;
  corrected: string;
  /** Before a correction of what the source never said. */
  correctedByUs: string;
  colon: string;
  /** After the bold beginning of a line. */
  gap: string;
  withdrawn: string;
  unread: string;
  words: string;
  gloss: string;
  /** `day` may lack its year. */
  againstLast(day: string): string;
  sameQuantity: string;
  sameWords: string;
  furtherLicences: string;
  /** What a language model wrote, and how far it can be relied on. */
  model: string;
  modelCaveat: string;
  also: string;
  when: string;
  published: string;
  firstSeen: string;
  seenAfter(duration: string): string;
  /** Before the page that was corrected. */
  whichText: string;
  /** Under a correction by the source; between what was seen when. */
  bothKept: [first: string, corrected: string, kept: string];
  licenceType: Record<'general' | 'individual', string>;
  basis(language: SourceLanguage): string;
  correctedBadge: string;
  ourErrorBadge: string;
  weSaid: string;
  textSays: string;
  nothingStated: string;
  followUpBadge: string;
  withdrawnBadge: string;
  changed: string;
  added: string;
  noFactChanged: string;
  notStatedBefore: string;
  notStatedNow: string;
  gone: string;
  /** Under a title that was told before its text could be read. */
  misled: string;
  groupBadge(count: number): string;
  groupTitle(count: number, ringing: number): string;
  groupMore(count: number): string;
  groupRest(count: number): string;
  oldLine(count: number, dates: string | null): string;
  dates(from: string, to: string): string;
  /** `last`: after digests were switched off. */
  digestBadge: Record<DigestName, string>;
  digestName: Record<DigestName, string>;
  /** What stands before the most important entry. */
  digestLine(name: string, counts: readonly string[]): string;
  digestTitle(count: number): string;
  digestSince: string;
  tierCount: Record<Tier, (count: number) => string>;
  blindBadge: string;
  blindLine(authority: string, since: string): string;
  blindTitle(authority: string): string;
  blindSince: string;
  blindAdvice: string;
  failures: Record<FailureReason, string>;
  recoveryBadge: string;
  recoveryLine(authority: string, duration: string, items: number, relevant: number): string;
  recoveryTitle(authority: string): string;
  recoveryOutage: string;
  caughtUp(items: number, relevant: number): string;
  official: string;
  story: string;
  whatChanged: string;
  measuresOn: string;
  why: string;
  list: string;
  status: string;
  source: string;
  edited: string;
}

type DigestName = 'day' | 'week' | 'last';

export const texts: Record<Language, Texts> = {
  en: {
    badges: {
      approve: 'LICENCES GRANTED',
      resume: 'LICENSED EXPORTS RESUME',
      suspend: 'LICENSED EXPORTS SUSPENDED',
      deny: 'REFUSED',
      new_control: 'NEW CONTROL',
      relax: 'EASED',
      suspend_control: 'CONTROLS SUSPENDED',
      extend_suspension: 'SUSPENSION EXTENDED',
      procedure: 'PROCEDURE',
      clarify: 'EXPLAINED',
      statement: 'STATEMENT',
      other: 'INFORMATION',
    },
    report: (number, since) =>
      number === 1
        ? 'first report in this archive'
        : `${ordinal(number)} report${since ? ` since ${since}` : ''}`,
    stated: 'Stated',
    notStated: 'Not stated',
    corrected: 'Corrected',
    correctedByUs: 'Corrected by us',
    colon: ': ',
    gap: '  ',
    withdrawn: 'Withdrawn',
    unread: 'Title only: the text has not been read yet',
    words: "In the ministry's words",
    gloss: 'Our gloss',
    againstLast: (day) => `Against the last report (${day})`,
    sameQuantity: 'Same quantity words.',
    sameWords: 'Same words.',
    furtherLicences: 'Whether this means further licences: not stated.',
    model: 'Summary by a model, numbers and names checked',
    modelCaveat:
      'Not the words of the ministry. Numbers, dates and names were held against the text; what is said of them cannot be. The official text decides.',
    also: 'Also',
    when: 'When',
    published: 'Published',
    firstSeen: 'first seen',
    seenAfter: (duration) => `seen ${duration} later`,
    whichText: 'Which text',
    bothKept: ['First text seen ', ', corrected text seen ', '; both are kept.'],
    licenceType: { general: 'general licences', individual: 'individual licences' },
    basis: (language) => `${writtenIn(language, 'en')} text is the basis`,
    correctedBadge: 'CORRECTED BY THE SOURCE',
    ourErrorBadge: 'CORRECTED BY US · the text did not change',
    weSaid: 'We said',
    textSays: 'The text says',
    nothingStated: 'not stated',
    followUpBadge: 'MORE ON A KNOWN STORY',
    withdrawnBadge: 'WITHDRAWN BY THE SOURCE',
    changed: 'Changed',
    added: 'Added',
    noFactChanged: 'No fact that we track has changed.',
    notStatedBefore: 'not stated before',
    notStatedNow: 'no longer stated',
    misled: 'The title was told before the text could be read. The text has nothing on export licences.',
    gone: 'The page can no longer be read. That says nothing about whether what it announced still holds.',
    groupBadge: (count) => `${count} NOTICES AT ONCE`,
    groupTitle: (count, ringing) =>
      `${count} notices on export licences, ${ringing === count ? 'all' : ringing} of them decisions or measures`,
    groupMore: (count) => ` (+${count} more)`,
    groupRest: (count) => `and ${count} more`,
    oldLine: (count, dates) =>
      `${count} older notices on export licences surfaced${dates ? ` (${dates})` : ''}: none is news`,
    dates: (from, to) => `${from} to ${to}`,
    digestBadge: { day: 'DAILY DIGEST', week: 'WEEKLY DIGEST', last: 'LAST DIGEST' },
    digestName: { day: 'Daily digest', week: 'Weekly digest', last: 'Last digest' },
    digestLine: (name, counts) => `${name}: ${counts.join(', ')}. `,
    digestTitle: (count) =>
      count === 1 ? '1 development on export licences' : `${count} developments on export licences`,
    digestSince: 'Since',
    tierCount: {
      decision: (count) => counted(count, 'decision'),
      measure: (count) => counted(count, 'measure'),
      statement: (count) => counted(count, 'statement'),
    },
    blindBadge: 'BLIND',
    blindLine: (authority, since) =>
      `Blind on ${authority} since ${since}: silence here is not "no news" until this clears`,
    blindTitle: (authority) => `Nothing of ${authority} can be read`,
    blindSince: 'Not read since',
    blindAdvice:
      'Reading is tried again by itself; one message follows when it works. Admins: /source check.',
    failures: {
      challenge: 'answers with a challenge page',
      refused: 'refuses the request',
      'not-found': 'address is gone',
      'soft-404': 'answers with another page than the one asked for',
      'server-error': 'is itself in trouble',
      'too-many-requests': 'asks for fewer requests',
      robots: 'asks in its robots.txt not to be read',
      timeout: 'does not answer in time',
      dns: 'name of the host is not found',
      unreachable: 'cannot be connected to',
      tls: 'certificate is not accepted',
      'private-address': 'address leads into a private network',
      'too-many-redirects': 'redirects in circles',
      'too-large': 'answer is too large',
      'too-deep': 'page is nested too deeply',
      'too-slow': 'page takes too long to parse',
      'wrong-type': 'answer is of the wrong kind',
      malformed: 'answer cannot be parsed',
      'unit-refused': 'refuses its own list request',
      empty: 'page holds no rows',
      redesigned: 'page has been redesigned',
      'page-repeats': 'second page repeats the first',
      internal: 'makes the program itself fail',
      mojibake: 'text arrives destroyed',
    },
    recoveryBadge: 'READING AGAIN',
    recoveryLine: (authority, duration, items, relevant) =>
      `Reading ${authority} again after ${duration}: ${items} published meanwhile, ${relevant} on licences`,
    recoveryTitle: (authority) => `${authority} can be read again`,
    recoveryOutage: 'Blind',
    caughtUp: (items, relevant) =>
      `Caught up: ${items} published meanwhile, all read. ${relevant} on export licences, ${items - relevant} not.`,
    official: 'Official text',
    story: 'Story',
    whatChanged: 'What changed',
    measuresOn: 'Measures on a date',
    why: 'Why and evidence',
    list: 'List',
    status: 'Status',
    source: 'source',
    edited: 'edited',
  },
  zh: {
    badges: {
      approve: '许可获批',
      resume: '恢复许可出口',
      suspend: '暂停许可出口',
      deny: '不予许可',
      new_control: '新增管制',
      relax: '放宽',
      suspend_control: '暂停管制',
      extend_suspension: '延长暂停期',
      procedure: '办理程序',
      clarify: '说明',
      statement: '表态',
      other: '信息',
    },
    report: (number, since) =>
      number === 1 ? '本库首次通报' : since ? `${since}以来第${number}次通报` : `第${number}次通报`,
    stated: '已说明',
    notStated: '未说明',
    corrected: '更正',
    correctedByUs: '本机器人更正',
    colon: '：',
    gap: '　',
    withdrawn: '已撤下',
    unread: '仅据标题，正文尚未读取',
    words: '原文',
    gloss: '本机器人释义',
    againstLast: (day) => `与上次通报（${day}）相比`,
    sameQuantity: '数量表述未变。',
    sameWords: '表述未变。',
    furtherLicences: '是否新增批准：未说明。',
    model: '模型摘要（数字与名称已核对）',
    modelCaveat: '非官方表述。数字、日期和名称已与原文核对，文意无法核对，以官方原文为准。',
    also: '另见',
    when: '时间',
    published: '发布于',
    firstSeen: '首次读到',
    seenAfter: (duration) => `${duration}后读到`,
    whichText: '更正文本',
    bothKept: ['首次文本读到于', '，更正文本读到于', '，两版均已留存。'],
    licenceType: { general: '通用许可', individual: '单项许可' },
    basis: (language) => `以${writtenIn(language, 'zh')}原文为准`,
    correctedBadge: '来源更正',
    ourErrorBadge: '本机器人更正 · 原文未变',
    weSaid: '此前误报',
    textSays: '原文为',
    nothingStated: '未说明',
    followUpBadge: '后续消息',
    withdrawnBadge: '来源撤下',
    changed: '变更',
    added: '补充',
    noFactChanged: '所跟踪的事实均未变化。',
    notStatedBefore: '此前未说明',
    notStatedNow: '不再载明',
    misled: '此前仅据标题播报。读到正文后，其中并无出口许可内容。',
    gone: '该页面已无法读取，但这并不表明所公布的内容是否仍然有效。',
    groupBadge: (count) => `同时${count}条`,
    groupTitle: (count, ringing) =>
      `${count}条出口许可消息，${ringing === count ? '均' : `其中${ringing}条`}为决定或措施`,
    groupMore: (count) => `（另有${count}条）`,
    groupRest: (count) => `另有${count}条`,
    oldLine: (count, dates) => `补录${count}条较早的出口许可消息${dates ? `（${dates}）` : ''}，并非新消息`,
    dates: (from, to) => `${from}至${to}`,
    digestBadge: { day: '每日汇总', week: '每周汇总', last: '最后一期汇总' },
    digestName: { day: '每日汇总', week: '每周汇总', last: '最后一期汇总' },
    digestLine: (name, counts) => `${name}：${counts.join('、')}。`,
    digestTitle: (count) => `出口许可动态${count}条`,
    digestSince: '起始时间',
    tierCount: {
      decision: (count) => `决定${count}条`,
      measure: (count) => `措施${count}条`,
      statement: (count) => `表态${count}条`,
    },
    blindBadge: '读取中断',
    blindLine: (authority, since) => `${authority}来源自${since}起均无法读取，期间无提醒不代表无消息`,
    blindTitle: (authority) => `${authority}的来源均无法读取`,
    blindSince: '中断始于',
    blindAdvice: '系统会自动重试，恢复后另行通知。管理员可用 /source check。',
    failures: {
      challenge: '返回验证页面',
      refused: '拒绝请求',
      'not-found': '地址已失效',
      'soft-404': '返回的不是所请求的页面',
      'server-error': '网站自身故障',
      'too-many-requests': '要求减少请求',
      robots: '以 robots.txt 谢绝读取',
      timeout: '未按时应答',
      dns: '域名无法解析',
      unreachable: '无法连接',
      tls: '证书不被接受',
      'private-address': '地址指向内部网络',
      'too-many-redirects': '循环跳转',
      'too-large': '返回内容过大',
      'too-deep': '页面嵌套过深',
      'too-slow': '页面解析耗时过长',
      'wrong-type': '返回类型不符',
      malformed: '返回内容无法解析',
      'unit-refused': '拒绝其自身的列表请求',
      empty: '页面无条目',
      redesigned: '页面已改版',
      'page-repeats': '第二页与第一页重复',
      internal: '处理时程序出错',
      mojibake: '文字损坏',
    },
    recoveryBadge: '恢复读取',
    recoveryLine: (authority, duration, items, relevant) =>
      `${authority}中断${duration}后恢复读取，补读${items}条，其中${relevant}条相关`,
    recoveryTitle: (authority) => `${authority}的来源已恢复读取`,
    recoveryOutage: '中断',
    caughtUp: (items, relevant) =>
      `补读期间发布的${items}条，其中${relevant}条涉及出口许可，${items - relevant}条无关。`,
    official: '官方原文',
    story: '事件',
    whatChanged: '改动对照',
    measuresOn: '查某日措施',
    why: '依据与存证',
    list: '清单',
    status: '状态',
    source: '来源',
    edited: '已更新',
  },
};

const units: Record<Language, [length: number, unit: string][]> = {
  en: [
    [DAY, 'd'],
    [HOUR, 'h'],
    [MINUTE, 'min'],
  ],
  zh: [
    [DAY, '天'],
    [HOUR, '小时'],
    [MINUTE, '分钟'],
  ],
};

/** "3 h 10 min", "3小时10分钟": the two largest units; less than a minute counts as one. */
export function durationText(milliseconds: number, language: Language): string {
  let left = Math.max(milliseconds, MINUTE);
  const parts: string[] = [];
  for (const [length, unit] of units[language]) {
    const count = Math.floor(left / length);
    left -= count * length;
    if (count > 0 && parts.length < 2) parts.push(language === 'zh' ? `${count}${unit}` : `${count} ${unit}`);
  }
  return parts.join(language === 'zh' ? '' : ' ');
}

const counted = (count: number, noun: string) => `${count} ${noun}${count === 1 ? '' : 's'}`;

function ordinal(number: number): string {
  const suffixes: Record<string, string> = { one: 'st', two: 'nd', few: 'rd' };
  return `${number}${suffixes[ordinals.select(number)] ?? 'th'}`;
}

const ordinals = new Intl.PluralRules('en', { type: 'ordinal' });
