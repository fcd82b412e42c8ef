import type { Told } from './story.ts';

export const batches: Record<string, Told> = {
  'an approval of "a certain number"': {
    facts: {
      action: 'approve',
      goods: ['rare earths'],
      licencesCount: 'unspecified',
      usFirms: 'unspecified',
    },
    words: {
      quantity: '一定数量的合规申请',
    },
    push: {
      en: 'China says rare-earth export licences approved: "a certain number"; US firms: not stated',
      zh: '商务部：已批准一定数量的稀土出口许可申请，未说明数量及是否涉及美企',
    },
    headline: {
      en: 'China\'s commerce ministry says rare-earth export licences approved: "a certain number"',
      zh: '商务部：已批准一定数量的稀土出口许可申请',
    },
    summary: {
      en: 'China\'s commerce ministry says it has approved "a certain number" (一定数量) of applications for licences to export rare earths. Not stated: how many licences, which companies, which countries (US, EU, Japan …), which elements, since when, kind of licence.',
      zh: '商务部已批准一定数量的稀土出口许可申请。未说明：数量、具体企业、目的地（美国、欧盟、日本等）、具体元素、起始时间、许可类型。',
    },
  },
  'the same, read by a European desk': {
    facts: {
      action: 'approve',
      goods: ['rare earths'],
      licencesCount: 'unspecified',
      usFirms: 'unspecified',
    },
    words: {
      quantity: '一定数量的合规申请',
    },
    market: 'EU',
    push: {
      en: 'China says rare-earth export licences approved: "a certain number"; EU firms: not stated',
      zh: '商务部：已批准一定数量的稀土出口许可申请，未说明数量及是否涉及欧企',
    },
    headline: {
      en: 'China\'s commerce ministry says rare-earth export licences approved: "a certain number"',
      zh: '商务部：已批准一定数量的稀土出口许可申请',
    },
    summary: {
      en: 'China\'s commerce ministry says it has approved "a certain number" (一定数量) of applications for licences to export rare earths. Not stated: how many licences, which companies, which countries (EU, US, Japan …), which elements, since when, kind of licence.',
      zh: '商务部已批准一定数量的稀土出口许可申请。未说明：数量、具体企业、目的地（欧盟、美国、日本等）、具体元素、起始时间、许可类型。',
    },
  },
  'some general licences': {
    facts: {
      action: 'approve',
      goods: ['rare earths'],
      licenceType: 'general',
      licencesCount: 'unspecified',
      usFirms: 'unspecified',
    },
    words: {
      quantity: '部分通用许可申请',
    },
    push: {
      en: 'China says it approved rare-earth general licences: "some"; US firms: not stated',
      zh: '商务部：已批准部分稀土通用许可申请，未说明数量及是否涉及美企',
    },
    headline: {
      en: 'China\'s commerce ministry says rare-earth general licences approved: "some"',
      zh: '商务部：已批准部分稀土通用许可申请',
    },
    summary: {
      en: 'China\'s commerce ministry says it has approved "some" (部分) applications for general licences to export rare earths. Not stated: how many licences, which companies, which countries (US, EU, Japan …), which elements, since when.',
      zh: '商务部已批准部分稀土通用许可申请。未说明：数量、具体企业、目的地（美国、欧盟、日本等）、具体元素、起始时间。',
    },
  },
  'applications of several firms': {
    facts: {
      action: 'approve',
      goods: ['graphite'],
      licencesCount: 'unspecified',
      usFirms: 'unspecified',
    },
    words: {
      quantity: '多家企业',
    },
    push: {
      en: 'China says graphite export licences approved: "several firms"; US firms: not stated',
      zh: '商务部：已批准多家企业的石墨出口许可申请，未说明数量及是否涉及美企',
    },
    headline: {
      en: 'China\'s commerce ministry says graphite export licences approved: "several firms"',
      zh: '商务部：已批准多家企业的石墨出口许可申请',
    },
    summary: {
      en: 'China\'s commerce ministry says it has approved applications by "several firms" (多家) for licences to export graphite. Not stated: how many licences, which companies, which countries (US, EU, Japan …), since when, kind of licence.',
      zh: '商务部已批准多家企业的石墨出口许可申请。未说明：数量、具体企业、目的地（美国、欧盟、日本等）、起始时间、许可类型。',
    },
  },
  'all applications in time': {
    facts: {
      action: 'approve',
      goods: ['rare earth magnets'],
      licencesCount: 'unspecified',
      usFirms: 'unspecified',
    },
    words: {
      quantity: '都及时予以了批准',
    },
    push: {
      en: 'China says it approved rare-earth magnet export licences: "all in time"; US firms: not stated',
      zh: '商务部：已及时批准稀土永磁体出口许可申请，未说明数量及是否涉及美企',
    },
    headline: {
      en: 'China\'s commerce ministry says rare-earth magnet export licences approved: "all in time"',
      zh: '商务部：已及时批准稀土永磁体出口许可申请',
    },
    summary: {
      en: 'China\'s commerce ministry says it has approved applications for licences to export rare earth magnets, "all in time" (都及时). Not stated: how many licences, which companies, which countries (US, EU, Japan …), since when, kind of licence.',
      zh: '商务部已及时批准稀土永磁体出口许可申请。未说明：数量、具体企业、目的地（美国、欧盟、日本等）、起始时间、许可类型。',
    },
  },
  'applications approved one after another': {
    facts: {
      action: 'approve',
      goods: ['antimony'],
      licencesCount: 'unspecified',
      usFirms: 'unspecified',
    },
    words: {
      quantity: '陆续',
      action: '陆续批准了锑出口申请',
    },
    view: {
      evidence: {
        quantity: [
          {
            in: 'text',
            start: 0,
            end: 2,
            words: '陆续',
          },
        ],
        action: [
          {
            in: 'text',
            start: 0,
            end: 11,
            words: '陆续批准了锑出口申请',
          },
        ],
      },
    },
    push: {
      en: 'China says antimony export licences approved: "one after another"; US firms: not stated',
      zh: '商务部：已陆续批准锑出口许可申请，未说明数量及是否涉及美企',
    },
    headline: {
      en: 'China\'s commerce ministry says antimony export licences approved: "one after another"',
      zh: '商务部：已陆续批准锑出口许可申请',
    },
    summary: {
      en: 'China\'s commerce ministry says it has approved applications for licences to export antimony, "one after another" (陆续). Not stated: how many licences, which companies, which countries (US, EU, Japan …), since when, kind of licence.',
      zh: '商务部已陆续批准锑出口许可申请。未说明：数量、具体企业、目的地（美国、欧盟、日本等）、起始时间、许可类型。',
    },
  },
  'applications that only came in one after another': {
    facts: {
      action: 'approve',
      goods: ['antimony'],
      licencesCount: 'unspecified',
      usFirms: 'unspecified',
    },
    view: {
      evidence: {
        quantity: [
          {
            in: 'text',
            start: 0,
            end: 2,
            words: '陆续',
          },
        ],
        action: [
          {
            in: 'text',
            start: 40,
            end: 51,
            words: '已批准符合规定的出口申请',
          },
        ],
      },
    },
    push: {
      en: 'China says antimony export licences approved; number and US firms: not stated',
      zh: '商务部：已批准锑出口许可申请，未说明数量及是否涉及美企',
    },
    headline: {
      en: "China's commerce ministry says antimony export licences approved",
      zh: '商务部：已批准锑出口许可申请',
    },
    summary: {
      en: "China's commerce ministry says it has approved licences to export antimony. Not stated: how many licences, which companies, which countries (US, EU, Japan …), since when, kind of licence.",
      zh: '商务部已批准锑出口许可申请。未说明：数量、具体企业、目的地（美国、欧盟、日本等）、起始时间、许可类型。',
    },
  },
  'the words of an English text': {
    facts: {
      action: 'approve',
      goods: ['gallium', 'germanium'],
      licencesCount: 'unspecified',
      usFirms: 'unspecified',
    },
    words: {
      quantity: 'a number',
    },
    view: {
      language: 'en',
    },
    push: {
      en: 'China says it approved gallium and germanium export licences: "a number"; US firms: not stated',
      zh: '商务部：已批准若干镓、锗出口许可申请，未说明数量及是否涉及美企',
    },
    headline: {
      en: 'China\'s commerce ministry says gallium and germanium export licences approved: "a number"',
      zh: '商务部：已批准若干镓、锗出口许可申请',
    },
    summary: {
      en: 'China\'s commerce ministry says it has approved "a number" of applications for licences to export gallium and germanium. Not stated: how many licences, which companies, which countries (US, EU, Japan …), since when, kind of licence.',
      zh: '商务部已批准若干镓、锗出口许可申请。未说明：数量、具体企业、目的地（美国、欧盟、日本等）、起始时间、许可类型。',
    },
  },
  'words that cannot be built into a sentence': {
    facts: {
      action: 'approve',
      goods: ['rare earths'],
      licencesCount: 'unspecified',
      usFirms: 'unspecified',
    },
    words: {
      quantity: 'certain companies',
    },
    view: {
      language: 'en',
    },
    push: {
      en: 'China says rare-earth export licences approved: "certain companies"; US firms: not stated',
      zh: '商务部：已批准稀土出口许可申请，未说明数量及是否涉及美企',
    },
    headline: {
      en: 'China\'s commerce ministry says rare-earth export licences approved: "certain companies"',
      zh: '商务部：已批准稀土出口许可申请',
    },
    summary: {
      en: 'China\'s commerce ministry says it has approved licences to export rare earths. For how many it says "certain companies". Not stated: how many licences, which companies, which countries (US, EU, Japan …), which elements, since when, kind of licence.',
      zh: '商务部已批准稀土出口许可申请。未说明：数量、具体企业、目的地（美国、欧盟、日本等）、具体元素、起始时间、许可类型。',
    },
  },
  'an approval without a word for how many': {
    facts: {
      action: 'approve',
      goods: ['tungsten'],
      licencesCount: 'unspecified',
      usFirms: 'unspecified',
    },
    push: {
      en: 'China says tungsten export licences approved; number and US firms: not stated',
      zh: '商务部：已批准钨出口许可申请，未说明数量及是否涉及美企',
    },
    headline: {
      en: "China's commerce ministry says tungsten export licences approved",
      zh: '商务部：已批准钨出口许可申请',
    },
    summary: {
      en: "China's commerce ministry says it has approved licences to export tungsten. Not stated: how many licences, which companies, which countries (US, EU, Japan …), since when, kind of licence.",
      zh: '商务部已批准钨出口许可申请。未说明：数量、具体企业、目的地（美国、欧盟、日本等）、起始时间、许可类型。',
    },
  },
  'a count of licences for named buyers': {
    facts: {
      action: 'approve',
      goods: ['antimony'],
      destinations: ['Japan'],
      licencesCount: 14,
    },
    push: {
      en: 'China says it approved 14 antimony export licences for Japan; US firms: not stated',
      zh: '商务部：已批准锑对日本出口许可14份，未说明是否涉及美企',
    },
    headline: {
      en: "China's commerce ministry says it approved 14 antimony export licences for Japan",
      zh: '商务部：已批准锑对日本出口许可14份',
    },
    summary: {
      en: "China's commerce ministry says it has approved 14 licences to export antimony to Japan. Not stated: which companies, whether US firms are among them, since when, kind of licence.",
      zh: '商务部已批准锑对日本出口许可14份。未说明：具体企业、是否涉及美企、起始时间、许可类型。',
    },
  },
  'one licence, and US firms among the recipients': {
    facts: {
      action: 'approve',
      goods: ['bismuth'],
      licencesCount: 1,
      usFirms: 'yes',
    },
    push: {
      en: 'China says it approved 1 bismuth export licence; US firms included',
      zh: '商务部：已批准铋出口许可1份，涉及美企',
    },
    headline: {
      en: "China's commerce ministry says it approved 1 bismuth export licence",
      zh: '商务部：已批准铋出口许可1份',
    },
    summary: {
      en: "China's commerce ministry says it has approved 1 licence to export bismuth. US firms are included. Not stated: which countries (US, EU, Japan …), since when, kind of licence.",
      zh: '商务部已批准铋出口许可1份。相关许可涉及美企。未说明：目的地（美国、欧盟、日本等）、起始时间、许可类型。',
    },
  },
  'a count without US firms': {
    facts: {
      action: 'approve',
      goods: ['drones'],
      licencesCount: 26,
      usFirms: 'no',
      licenceType: 'individual',
    },
    push: {
      en: 'China says it approved 26 individual drone licences; US firms excluded',
      zh: '商务部：已批准无人机单项许可26份，不涉及美企',
    },
    headline: {
      en: "China's commerce ministry says it approved 26 individual drone licences",
      zh: '商务部：已批准无人机单项许可26份',
    },
    summary: {
      en: "China's commerce ministry says it has approved 26 individual licences to export drones. US firms are excluded. Not stated: which countries (US, EU, Japan …), since when.",
      zh: '商务部已批准无人机单项许可26份。相关许可不涉及美企。未说明：目的地（美国、欧盟、日本等）、起始时间。',
    },
  },
  'an approval for the home market': {
    facts: {
      action: 'approve',
      goods: ['rare earths'],
      destinations: ['EU'],
      licencesCount: 'unspecified',
    },
    words: {
      quantity: '若干',
    },
    market: 'EU',
    push: {
      en: 'China says rare-earth export licences approved for the EU: "a number"; EU firms included',
      zh: '商务部：已批准若干稀土对欧盟出口许可申请，未说明具体数量，涉及欧企',
    },
    headline: {
      en: 'China\'s commerce ministry says rare-earth export licences approved for the EU: "a number"',
      zh: '商务部：已批准若干稀土对欧盟出口许可申请',
    },
    summary: {
      en: 'China\'s commerce ministry says it has approved "a number" (若干) of applications for licences to export rare earths to the EU. Not stated: how many licences, which companies, which elements, since when, kind of licence.',
      zh: '商务部已批准若干稀土对欧盟出口许可申请。未说明：数量、具体企业、具体元素、起始时间、许可类型。',
    },
  },
  'an approval of seven elements since a date': {
    facts: {
      action: 'approve',
      goods: ['samarium', 'gadolinium', 'terbium', 'dysprosium', 'lutetium', 'scandium', 'yttrium'],
      effectiveDate: '2027-04-01',
      licencesCount: 'unspecified',
      usFirms: 'unspecified',
    },
    words: {
      quantity: '首批',
    },
    push: {
      en: 'China says rare-earth export licences approved: "the first batch"; US firms: not stated',
      zh: '商务部：已批准首批钐钆铽镝镥钪钇出口许可申请，未说明数量及是否涉及美企',
    },
    headline: {
      en: 'China\'s commerce ministry says rare-earth export licences approved (Sm Gd Tb Dy Lu Sc Y): "the first batch"',
      zh: '商务部：已批准首批钐钆铽镝镥钪钇出口许可申请',
    },
    summary: {
      en: 'China\'s commerce ministry says it has approved "the first batch" (首批) of applications for licences to export samarium, gadolinium, terbium, dysprosium, lutetium, scandium and yttrium. The text names 1 April 2027 as the start. Not stated: how many licences, which companies, which countries (US, EU, Japan …), kind of licence.',
      zh: '商务部已批准首批钐、钆、铽、镝、镥、钪、钇出口许可申请，文中提及的起始日期为2027年4月1日。未说明：数量、具体企业、目的地（美国、欧盟、日本等）、许可类型。',
    },
  },
  'an approval that names no goods': {
    facts: {
      action: 'approve',
      licencesCount: 'unspecified',
      usFirms: 'unspecified',
    },
    words: {
      quantity: '大量',
    },
    push: {
      en: 'China says export licences approved: "a large number"; US firms: not stated',
      zh: '商务部：已批准大量出口许可申请，未说明数量及是否涉及美企',
    },
    headline: {
      en: 'China\'s commerce ministry says export licences approved: "a large number"',
      zh: '商务部：已批准大量出口许可申请',
    },
    summary: {
      en: 'China\'s commerce ministry says it has approved "a large number" (大量) of applications for export licences. Not stated: how many licences, which companies, which countries (US, EU, Japan …), which goods, since when, kind of licence.',
      zh: '商务部已批准大量出口许可申请。未说明：数量、具体企业、目的地（美国、欧盟、日本等）、具体物项、起始时间、许可类型。',
    },
  },
  'an approval by the country of the home market': {
    facts: {
      action: 'approve',
      goods: ['advanced computing chips'],
      destinations: ['China'],
      licencesCount: 'unspecified',
    },
    view: {
      language: 'en',
    },
    authority: 'us',
    push: {
      en: 'US BIS says AI chip export licences approved for China; number: not stated',
      zh: '美国BIS：已批准先进计算芯片对中国出口许可申请，未说明数量',
    },
    headline: {
      en: 'The US Bureau of Industry and Security says advanced computing chip export licences approved for China',
      zh: '美国商务部工业与安全局：已批准先进计算芯片对中国出口许可申请',
    },
    summary: {
      en: 'The US Bureau of Industry and Security says it has approved licences to export advanced computing chips to China. Not stated: how many licences, which companies, since when, kind of licence.',
      zh: '美国商务部工业与安全局已批准先进计算芯片对中国出口许可申请。未说明：数量、具体企业、起始时间、许可类型。',
    },
  },
  'exports that resume': {
    facts: {
      action: 'resume',
      goods: ['drones'],
      destinations: ['Japan'],
      effectiveDate: '2027-04-10',
    },
    push: {
      en: 'China resumes licensed drone exports to Japan from 10 Apr 2027; US firms: not stated',
      zh: '商务部：恢复无人机对日本出口许可，2027年4月10日起施行，未说明是否涉及美企',
    },
    headline: {
      en: "China's commerce ministry resumes licensed drone exports to Japan from 10 Apr 2027",
      zh: '商务部：恢复无人机对日本出口许可，2027年4月10日起施行',
    },
    summary: {
      en: "China's commerce ministry resumes licensed exports of drones to Japan. This applies from 10 April 2027. Not stated: which companies, whether US firms are among them, kind of licence.",
      zh: '商务部恢复无人机对日本出口许可，自2027年4月10日起生效。未说明：具体企业、是否涉及美企、许可类型。',
    },
  },
  'exports that stop': {
    facts: {
      action: 'suspend',
      goods: ['rare earth magnets'],
      destinations: ['United States'],
      usFirms: 'no',
      effectiveDate: '2027-04-05',
    },
    push: {
      en: 'China suspends some licensed rare-earth magnet exports, those to the US, at once',
      zh: '商务部：暂停稀土永磁体对美国出口许可，即日起施行',
    },
    headline: {
      en: "China's commerce ministry suspends licensed rare-earth magnet exports to the US, at once",
      zh: '商务部：暂停稀土永磁体对美国出口许可，即日起施行',
    },
    summary: {
      en: "China's commerce ministry suspends licensed exports of rare earth magnets to the US. The suspension applies at once, from 5 April 2027. Not stated: kind of licence.",
      zh: '商务部暂停稀土永磁体对美国出口许可，自2027年4月5日（公布之日）起生效。未说明：许可类型。',
    },
  },
  'exports that stop, at a ministry of another country': {
    facts: {
      action: 'suspend',
      goods: ['war materiel'],
      destinations: ['Israel', 'Turkey'],
    },
    view: {
      decidedBy: 'Switzerland',
    },
    authority: 'unknown',
    push: {
      en: 'Switzerland suspends some licensed war materiel exports to Israel and Turkey; US firms: not stated',
      zh: '瑞士：暂停战争物资对以色列、土耳其出口许可，未说明是否涉及美企',
    },
    headline: {
      en: 'Switzerland suspends licensed war materiel exports to Israel and Turkey',
      zh: '瑞士：暂停战争物资对以色列、土耳其出口许可',
    },
    summary: {
      en: 'Switzerland suspends licensed exports of war materiel to Israel and Turkey. Not stated: which companies, whether US firms are among them, since when, kind of licence.',
      zh: '瑞士暂停战争物资对以色列、土耳其出口许可。未说明：具体企业、是否涉及美企、起始时间、许可类型。',
    },
  },
};
