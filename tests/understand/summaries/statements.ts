import type { Told } from './story.ts';

export const statements: Record<string, Told> = {
  'an explanation': {
    facts: {
      action: 'clarify',
      goods: ['medium and heavy rare earths'],
    },
    push: {
      en: 'China explains mid-heavy rare-earth export controls; no decision stated',
      zh: '商务部：就中重稀土出口管制作出说明，未宣布新决定',
    },
    headline: {
      en: "China's commerce ministry explains medium and heavy rare-earth export controls; no decision stated",
      zh: '商务部：就中重稀土出口管制作出说明，未宣布新决定',
    },
    summary: {
      en: "China's commerce ministry explains export controls on medium and heavy rare earths. Not stated: any new decision, how many licences, any date.",
      zh: '商务部就中重稀土出口管制作出说明。未说明：是否有新决定、数量、日期。',
    },
  },
  'an explanation of a dated notice': {
    facts: {
      action: 'clarify',
      goods: ['lithium batteries'],
      destinations: ['EU'],
      announcementNo: 'No. 58 of 2027',
      effectiveDate: '2027-05-08',
    },
    push: {
      en: 'China explains lithium battery export controls for the EU (No. 58 of 2027); no decision stated',
      zh: '商务部公告2027年第58号：就锂电池对欧盟出口管制作出说明，未宣布新决定',
    },
    headline: {
      en: "China's commerce ministry explains lithium battery export controls for the EU (No. 58 of 2027); no decision stated",
      zh: '商务部公告2027年第58号：就锂电池对欧盟出口管制作出说明，未宣布新决定',
    },
    summary: {
      en: "China's commerce ministry explains controls on exports of lithium batteries to the EU (Announcement No. 58 of 2027). The text names 8 May 2027 as the start. Not stated: any new decision, how many licences.",
      zh: '商务部就锂电池对欧盟出口管制作出说明（公告2027年第58号），文中提及的起始日期为2027年5月8日。未说明：是否有新决定、数量。',
    },
  },
  'an intention': {
    facts: {
      action: 'statement',
      goods: ['rare earths'],
      destinations: ['Japan'],
    },
    push: {
      en: 'China comments on rare-earth export licences for Japan; no decision stated',
      zh: '商务部：就稀土对日本出口许可作出表态，未宣布新决定',
    },
    headline: {
      en: "China's commerce ministry comments on rare-earth export licences for Japan; no decision stated",
      zh: '商务部：就稀土对日本出口许可作出表态，未宣布新决定',
    },
    summary: {
      en: "China's commerce ministry comments on licences to export rare earths to Japan. Not stated: any new decision, how many licences, any date.",
      zh: '商务部就稀土对日本出口许可作出表态。未说明：是否有新决定、数量、日期。',
    },
  },
  'an intention about general licences, with an end': {
    facts: {
      action: 'statement',
      goods: ['rare earths'],
      licenceType: 'general',
      expiryDate: '2027-11-10',
    },
    push: {
      en: 'China comments on rare-earth general licences; no decision stated',
      zh: '商务部：就稀土通用许可作出表态，未宣布新决定',
    },
    headline: {
      en: "China's commerce ministry comments on rare-earth general licences; no decision stated",
      zh: '商务部：就稀土通用许可作出表态，未宣布新决定',
    },
    summary: {
      en: "China's commerce ministry comments on general licences to export rare earths. The text names 10 November 2027 as the end. Not stated: any new decision, how many licences.",
      zh: '商务部就稀土通用许可作出表态，文中提及的截止日期为2027年11月10日。未说明：是否有新决定、数量。',
    },
  },
  'an intention that names no goods': {
    facts: {
      action: 'statement',
    },
    push: {
      en: 'China comments on export licences; no decision stated',
      zh: '商务部：就出口许可作出表态，未宣布新决定',
    },
    headline: {
      en: "China's commerce ministry comments on export licences; no decision stated",
      zh: '商务部：就出口许可作出表态，未宣布新决定',
    },
    summary: {
      en: "China's commerce ministry comments on export licences. Not stated: any new decision, which goods, how many licences, any date.",
      zh: '商务部就出口许可作出表态。未说明：是否有新决定、具体物项、数量、日期。',
    },
  },
  statistics: {
    facts: {
      action: 'other',
      goods: ['dual-use items'],
      licencesCount: 731,
    },
    view: {
      decidedBy: 'Netherlands',
    },
    push: {
      en: 'Netherlands reports 731 dual-use export licences; US firms: not stated',
      zh: '荷兰：通报两用物项出口许可731份，未说明是否涉及美企',
    },
    headline: {
      en: 'The Netherlands reports 731 dual-use export licences',
      zh: '荷兰：通报两用物项出口许可731份',
    },
    summary: {
      en: 'The Netherlands reports 731 licences to export dual-use items. Not stated: which companies, which countries (US, EU, Japan …), since when, kind of licence.',
      zh: '荷兰通报两用物项出口许可731份。未说明：具体企业、目的地（美国、欧盟、日本等）、起始时间、许可类型。',
    },
  },
  'a report without a count': {
    facts: {
      action: 'other',
      destinations: ['China'],
      licenceType: 'individual',
    },
    view: {
      language: 'en',
    },
    authority: 'unknown',
    push: {
      en: 'Ministry reports on individual licences for China',
      zh: '主管部门：发布对中国出口单项许可相关信息',
    },
    headline: {
      en: 'The ministry reports on individual licences for China',
      zh: '主管部门：发布对中国出口单项许可相关信息',
    },
    summary: {
      en: 'The ministry reports on individual export licences for China. Not stated: which goods, how many licences, any date.',
      zh: '主管部门发布对中国出口单项许可相关信息。未说明：具体物项、数量、日期。',
    },
  },
};
