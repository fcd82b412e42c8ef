import type { BodyOf, Message, RenderContext } from '../../../src/discord/render/context.ts';
import type { AlertKind } from '../../../src/domain/alert.ts';
import type { Disagreement } from '../../../src/domain/disagreement.ts';
import type { Facts, Quote } from '../../../src/domain/facts.ts';
import type { Authority, Names } from '../../../src/domain/source.ts';
import type { StoryView } from '../../../src/domain/story.ts';

export const ROLE = '1200000000000000007';

export const ministry: Authority = {
  id: 'cn-mofcom',
  name: { en: "China's commerce ministry", zh: '中国商务部' },
  short: { en: 'China', zh: '商务部' },
  country: 'CN',
};

const sourceNames: Record<string, Names> = {
  'cn-briefing': { en: 'Ministry briefing', zh: '例行发布会' },
  'cn-english': { en: 'English page', zh: '英文网页' },
};

export const context: RenderContext = {
  authorities: () => ministry,
  sourceName: (id) => sourceNames[id] ?? { en: id, zh: id },
};

export const noFacts: Facts = {
  action: 'statement',
  goods: [],
  destinations: [],
  licencesCount: null,
  announcementNo: null,
  effectiveDate: null,
  expiryDate: null,
  usFirms: null,
  licenceType: null,
};

export function quoted(words: string, where: Quote['in'] = 'text'): Quote[] {
  return [{ in: where, start: 0, end: words.length, words }];
}

/** An approval of gallium licences at a briefing: 4 March 2027, 16:05 in Beijing. */
export const approval: StoryView = {
  storyId: 41,
  authorityId: 'cn-mofcom',
  kind: 'batch',
  tier: 'decision',
  facts: {
    ...noFacts,
    action: 'approve',
    goods: ['gallium'],
    licencesCount: 'unspecified',
    usFirms: 'unspecified',
  },
  evidence: {
    action: quoted('近日已批准若干镓产品的出口申请'),
    licencesCount: quoted('若干'),
    quantity: quoted('若干'),
    goods: quoted('镓'),
  },
  language: 'zh',
  links: [
    {
      url: 'https://ministry.example/zh/brief-0304.html',
      language: 'zh',
      sourceId: 'cn-briefing',
      title: '例行发布会实录（3月4日）',
    },
  ],
  issuer: '新闻办公室',
  published: { precision: 'minute', on: '2027-03-04', at: Date.UTC(2027, 2, 4, 8, 5) },
  firstSeenAt: Date.UTC(2027, 2, 4, 8, 8),
  lateness: 'fresh',
  textRead: true,
  corrections: [],
  withdrawnAt: null,
  alsoHere: [],
  report: { number: 2, since: { precision: 'date', on: '2027-01-14', at: null } },
  lastReport: null,
  modelSummary: null,
  firstGeneral: false,
  disagreements: [],
  register: null,
};

/** A notice that holds earlier ones until a date; dated without a time. */
export const hold: StoryView = {
  ...approval,
  storyId: 42,
  kind: 'measure',
  tier: 'measure',
  facts: {
    ...noFacts,
    action: 'suspend_control',
    goods: ['graphite', 'drones'],
    announcementNo: 'No. 12 of 2027',
    effectiveDate: '2027-03-09',
    expiryDate: '2028-03-08',
  },
  evidence: { action: quoted('暂停实施上述公告'), expiryDate: quoted('自即日起至2028年3月8日') },
  links: [
    {
      url: 'https://ministry.example/zh/2027-12.html',
      language: 'zh',
      sourceId: 'cn-briefing',
      title: '公告2027年第12号',
    },
    {
      url: 'https://ministry.example/en/2027-12.html',
      language: 'en',
      sourceId: 'cn-english',
      title: 'No. 12',
    },
  ],
  published: { precision: 'date', on: '2027-03-09', at: null },
  firstSeenAt: Date.UTC(2027, 2, 9, 3, 30),
  report: null,
};

export const movedEnd = { fact: 'expiryDate', from: '2028-03-18', to: '2028-03-08' } as const;
const since = Date.UTC(2027, 4, 2, 14, 5);

/** The Chinese and the English page of that notice state different ends. */
export const differingEnd: Disagreement = {
  fact: 'expiryDate',
  notice: null,
  values: [
    {
      value: '2028-03-08',
      quote: '自即日起至2028年3月8日',
      texts: [{ language: 'zh', sourceId: 'cn-briefing', url: 'https://ministry.example/zh/2027-12.html' }],
    },
    {
      value: '2028-03-18',
      quote: 'until 18 March 2028',
      texts: [{ language: 'en', sourceId: 'cn-english', url: 'https://ministry.example/en/2027-12.html' }],
    },
  ],
};

/** One body of every kind. */
export const bodies: { [Kind in AlertKind]: BodyOf<Kind> } = {
  story: { kind: 'story', view: approval },
  group: { kind: 'group', views: [hold, approval, { ...hold, tier: 'statement', kind: 'statement' }] },
  'follow-up': {
    kind: 'follow-up',
    view: hold,
    changes: [{ fact: 'destinations', from: [], to: ['Japan'] }],
  },
  correction: { kind: 'correction', view: hold, changes: [movedEnd], by: 'source' },
  withdrawal: { kind: 'withdrawal', view: { ...hold, withdrawnAt: since }, by: 'source' },
  difference: {
    kind: 'difference',
    view: { ...hold, disagreements: [differingEnd] },
    disagreements: [differingEnd],
  },
  update: { kind: 'update', view: { ...hold, corrections: [{ ...movedEnd, at: since }] } },
  reminder: {
    kind: 'reminder',
    view: hold,
    end: {
      ...{
        occasion: 'day-before',
        statedEnd: '2028-03-08',
        announcementNo: 'No. 12 of 2027',
        of: 'suspension',
      },
      measures: [
        { announcementNo: 'No. 4 of 2027', goods: ['samarium', 'terbium'], destinations: [] },
        { announcementNo: 'No. 7 of 2027', goods: ['gallium'], destinations: ['United States'] },
      ],
      spoken: [],
      lastReadOn: '2028-03-07',
    },
  },
  blind: {
    kind: 'blind',
    authorityId: 'cn-mofcom',
    since,
    sources: [{ sourceId: 'cn-briefing', reason: 'challenge', detail: 'HTTP 412 from ministry.example.' }],
  },
  recovery: {
    kind: 'recovery',
    authorityId: 'cn-mofcom',
    since,
    until: since + 190 * 60_000,
    caughtUp: { items: 5, relevant: 2 },
  },
  digest: {
    kind: 'digest',
    every: 'day',
    since,
    entries: [
      { news: 'story', view: approval },
      { news: 'correction', view: hold },
      { news: 'story', view: { ...hold, tier: 'statement', kind: 'statement', withdrawnAt: since } },
    ],
    counts: { decision: 1, measure: 1, statement: 1 },
  },
  source: {
    ...{ kind: 'source', sourceId: 'cn-briefing', authorityId: 'cn-mofcom' },
    news: {
      ...{ what: 'degraded', since, reason: 'challenge', detail: 'HTTP 412 from ministry.example.' },
      coveredBy: ['cn-english'],
    },
  },
};

export function message(body: Message['body'], changes: Partial<Message> = {}): Message {
  return {
    deliveryId: 'f3c1d2',
    body,
    roleIds: [ROLE],
    language: 'both',
    market: 'US',
    silent: false,
    ...changes,
  };
}
