import type { Told } from './story.ts';

export const states: Record<string, Told> = {
  late: {
    facts: {
      action: 'approve',
      goods: ['graphite'],
      licencesCount: 'unspecified',
      usFirms: 'unspecified',
    },
    words: {
      quantity: '若干',
    },
    view: {
      lateness: 'late',
    },
    push: {
      en: 'Late: China says it approved graphite export licences: "a number"; US firms: not stated',
      zh: '【补报】商务部：已批准若干石墨出口许可申请，未说明数量及是否涉及美企',
    },
    headline: {
      en: 'Late: China\'s commerce ministry says graphite export licences approved: "a number"',
      zh: '【补报】商务部：已批准若干石墨出口许可申请',
    },
    summary: {
      en: 'Late: China\'s commerce ministry says it has approved "a number" (若干) of applications for licences to export graphite. Not stated: how many licences, which companies, which countries (US, EU, Japan …), since when, kind of licence.',
      zh: '【补报】商务部已批准若干石墨出口许可申请。未说明：数量、具体企业、目的地（美国、欧盟、日本等）、起始时间、许可类型。',
    },
  },
  corrected: {
    facts: {
      action: 'suspend_control',
      goods: ['graphite', 'drones'],
      announcementNo: 'No. 12 of 2027',
      effectiveDate: '2027-04-05',
      expiryDate: '2028-03-08',
    },
    view: {
      corrections: [
        {
          fact: 'expiryDate',
          from: '2028-03-28',
          to: '2028-03-08',
          at: 1,
        },
      ],
    },
    push: {
      en: '[Corrected] China suspends some graphite and drone export controls until 8 Mar 2028 (No. 12 of 2027)',
      zh: '【更正】商务部公告2027年第12号：暂停实施石墨、无人机出口管制的部分措施至2028年3月8日',
    },
    headline: {
      en: "[Corrected] China's commerce ministry suspends some graphite and drone export controls until 8 Mar 2028 (No. 12 of 2027)",
      zh: '【更正】商务部公告2027年第12号：暂停实施石墨、无人机出口管制的部分措施至2028年3月8日',
    },
    summary: {
      en: "[Corrected] China's commerce ministry suspends some of its export controls on graphite and drones. The suspension runs from 5 April 2027 until 8 March 2028, under Announcement No. 12 of 2027.",
      zh: '【更正】商务部暂停实施石墨、无人机出口管制的部分措施。依据公告2027年第12号，暂停期自2027年4月5日起至2028年3月8日。',
    },
  },
  withdrawn: {
    facts: {
      action: 'new_control',
      goods: ['tungsten'],
      announcementNo: 'No. 10 of 2027',
      effectiveDate: '2027-04-05',
    },
    view: {
      withdrawnAt: 1,
    },
    push: {
      en: '[Withdrawn] China puts tungsten under export licence, at once (No. 10 of 2027)',
      zh: '【已撤下】商务部公告2027年第10号：对钨实施出口管制，即日起施行',
    },
    headline: {
      en: "[Withdrawn] China's commerce ministry puts tungsten under export licence, at once (No. 10 of 2027)",
      zh: '【已撤下】商务部公告2027年第10号：对钨实施出口管制，即日起施行',
    },
    summary: {
      en: "[Withdrawn] China's commerce ministry requires an export licence for tungsten. The requirement applies at once, from 5 April 2027, under Announcement No. 10 of 2027.",
      zh: '【已撤下】商务部对钨实施出口管制，出口须经许可。依据公告2027年第10号，相关措施自2027年4月5日（公布之日）起施行。',
    },
  },
  'known by its title alone': {
    facts: {
      action: 'approve',
      goods: ['rare earths'],
      licencesCount: 'unspecified',
      usFirms: 'unspecified',
    },
    words: {
      quantity: '部分',
    },
    view: {
      textRead: false,
    },
    push: {
      en: 'China says rare-earth export licences approved: "some" (text not yet read)',
      zh: '商务部：已批准部分稀土出口许可申请（正文未读）',
    },
    headline: {
      en: 'China\'s commerce ministry says rare-earth export licences approved: "some" (text not yet read)',
      zh: '商务部：已批准部分稀土出口许可申请（正文未读）',
    },
    summary: {
      en: 'China\'s commerce ministry says it has approved "some" (部分) applications for licences to export rare earths. Only the title has been read so far.',
      zh: '商务部已批准部分稀土出口许可申请。目前仅见标题，正文尚未读取。',
    },
  },
  'of no known day': {
    facts: {
      action: 'new_control',
      goods: ['steel products'],
      effectiveDate: '2027-01-01',
    },
    view: {
      published: null,
    },
    push: {
      en: 'China puts steel products under export licence from 1 Jan 2027',
      zh: '商务部：对钢铁产品实施出口管制，2027年1月1日起施行',
    },
    headline: {
      en: "China's commerce ministry puts steel products under export licence from 1 Jan 2027",
      zh: '商务部：对钢铁产品实施出口管制，2027年1月1日起施行',
    },
    summary: {
      en: "China's commerce ministry requires an export licence for steel products. The requirement applies from 1 January 2027.",
      zh: '商务部对钢铁产品实施出口管制，出口须经许可，自2027年1月1日起施行。',
    },
  },
};
