import type { Told } from './story.ts';

export const measures: Record<string, Told> = {
  'a control at once on seven elements': {
    facts: {
      action: 'new_control',
      goods: ['samarium', 'gadolinium', 'terbium', 'dysprosium', 'lutetium', 'scandium', 'yttrium'],
      announcementNo: 'No. 18 of 2027',
      effectiveDate: '2027-04-05',
    },
    push: {
      en: 'China puts seven rare earths under export licence, at once: Sm Gd Tb Dy Lu Sc Y (No. 18 of 2027)',
      zh: '商务部公告2027年第18号：对钐钆铽镝镥钪钇实施出口管制，即日起施行',
    },
    headline: {
      en: "China's commerce ministry puts seven rare earths under export licence, at once: Sm Gd Tb Dy Lu Sc Y (No. 18 of 2027)",
      zh: '商务部公告2027年第18号：对钐钆铽镝镥钪钇实施出口管制，即日起施行',
    },
    summary: {
      en: "China's commerce ministry requires an export licence for samarium, gadolinium, terbium, dysprosium, lutetium, scandium and yttrium. The requirement applies at once, from 5 April 2027, under Announcement No. 18 of 2027.",
      zh: '商务部对钐、钆、铽、镝、镥、钪、钇实施出口管制，出口须经许可。依据公告2027年第18号，相关措施自2027年4月5日（公布之日）起施行。',
    },
  },
  'a control from a later date': {
    facts: {
      action: 'new_control',
      goods: ['superhard materials'],
      announcementNo: 'No. 55 of 2027',
      effectiveDate: '2027-05-08',
    },
    push: {
      en: 'China puts superhard materials under export licence from 8 May 2027 (No. 55 of 2027)',
      zh: '商务部公告2027年第55号：对超硬材料实施出口管制，2027年5月8日起施行',
    },
    headline: {
      en: "China's commerce ministry puts superhard materials under export licence from 8 May 2027 (No. 55 of 2027)",
      zh: '商务部公告2027年第55号：对超硬材料实施出口管制，2027年5月8日起施行',
    },
    summary: {
      en: "China's commerce ministry requires an export licence for superhard materials. The requirement applies from 8 May 2027, under Announcement No. 55 of 2027.",
      zh: '商务部对超硬材料实施出口管制，出口须经许可。依据公告2027年第55号，相关措施自2027年5月8日起施行。',
    },
  },
  'a package of notices': {
    facts: {
      action: 'new_control',
      goods: [
        'superhard materials',
        'rare earth equipment',
        'rare earth raw and auxiliary materials',
        'lithium batteries',
        'artificial graphite anode materials',
      ],
      announcementNo: 'Nos. 55, 56, 58 of 2027',
      effectiveDate: '2027-05-08',
    },
    push: {
      en: 'China controls superhard materials and 4 more: export licence needed from 8 May 2027',
      zh: '商务部公告2027年第55、56、58号：对超硬材料、稀土设备等5类物项实施出口管制',
    },
    headline: {
      en: "China's commerce ministry puts superhard materials, rare earth equipment, rare earth auxiliaries, lithium batteries and graphite anodes under export licence from 8 May 2027",
      zh: '商务部公告2027年第55、56、58号：对超硬材料、稀土设备、稀土原辅料、锂电池、人造石墨负极材料实施出口管制，2027年5月8日起施行',
    },
    summary: {
      en: "China's commerce ministry requires an export licence for superhard materials, rare earth equipment, rare earth raw and auxiliary materials, lithium batteries and artificial graphite anode materials. The requirement applies from 8 May 2027, under Announcements Nos. 55, 56 and 58 of 2027.",
      zh: '商务部对超硬材料、稀土设备、稀土原辅料、锂电池、人造石墨负极材料实施出口管制，出口须经许可。依据公告2027年第55、56、58号，相关措施自2027年5月8日起施行。',
    },
  },
  'a control without date or number': {
    facts: {
      action: 'new_control',
      goods: ['gallium', 'germanium'],
    },
    push: {
      en: 'China puts gallium and germanium under export licence',
      zh: '商务部：对镓、锗实施出口管制',
    },
    headline: {
      en: "China's commerce ministry puts gallium and germanium under export licence",
      zh: '商务部：对镓、锗实施出口管制',
    },
    summary: {
      en: "China's commerce ministry requires an export licence for gallium and germanium. Not stated: from when.",
      zh: '商务部对镓、锗实施出口管制，出口须经许可。未说明：施行日期。',
    },
  },
  'a control by destination': {
    facts: {
      action: 'new_control',
      goods: ['advanced computing chips', 'semiconductor manufacturing equipment'],
      destinations: ['China', 'Macau'],
    },
    view: {
      language: 'en',
    },
    authority: 'us',
    push: {
      en: 'US BIS controls some AI chip and other exports: licence needed for China and Macau',
      zh: '美国BIS：对输往中国内地、澳门的先进计算芯片、半导体制造设备实施出口管制',
    },
    headline: {
      en: 'The US Bureau of Industry and Security puts advanced computing chips and semiconductor manufacturing equipment under export licence for China and Macau',
      zh: '美国商务部工业与安全局：对输往中国内地、澳门的先进计算芯片、半导体制造设备实施出口管制',
    },
    summary: {
      en: 'The US Bureau of Industry and Security requires an export licence for advanced computing chips and semiconductor manufacturing equipment going to China and Macau. Not stated: from when.',
      zh: '美国商务部工业与安全局对输往中国内地、澳门的先进计算芯片、半导体制造设备实施出口管制，出口须经许可。未说明：施行日期。',
    },
  },
  'a control for a country, the goods unsaid': {
    facts: {
      action: 'new_control',
      destinations: ['Nicaragua'],
      effectiveDate: '2027-04-05',
    },
    view: {
      language: 'en',
    },
    authority: 'us',
    push: {
      en: 'US BIS adds export licence requirements for Nicaragua, at once',
      zh: '美国BIS：新增对尼加拉瓜出口许可要求，即日起施行',
    },
    headline: {
      en: 'The US Bureau of Industry and Security adds export licence requirements for Nicaragua, at once',
      zh: '美国商务部工业与安全局：新增对尼加拉瓜出口许可要求，即日起施行',
    },
    summary: {
      en: 'The US Bureau of Industry and Security adds export licence requirements for Nicaragua. They apply at once, from 5 April 2027. Not stated: which goods.',
      zh: '美国商务部工业与安全局新增对尼加拉瓜出口许可要求，自2027年4月5日（公布之日）起施行。未说明：具体物项。',
    },
  },
  'a control with a licence kind and an end': {
    facts: {
      action: 'new_control',
      goods: ['urea'],
      licenceType: 'individual',
      effectiveDate: '2027-05-01',
      expiryDate: '2027-10-31',
    },
    push: {
      en: 'China puts urea under export licence from 1 May 2027',
      zh: '商务部：对尿素实施出口管制，2027年5月1日起施行',
    },
    headline: {
      en: "China's commerce ministry puts urea under export licence from 1 May 2027",
      zh: '商务部：对尿素实施出口管制，2027年5月1日起施行',
    },
    summary: {
      en: "China's commerce ministry requires an export licence for urea. The requirement applies from 1 May 2027 until 31 October 2027. The text mentions individual licences.",
      zh: '商务部对尿素实施出口管制，出口须经许可，自2027年5月1日起施行，有效期至2027年10月31日。文中提及单项许可。',
    },
  },
  'a control of another country, told by the ministry': {
    facts: {
      action: 'new_control',
      goods: ['semiconductor manufacturing equipment'],
      effectiveDate: '2027-04-01',
    },
    view: {
      decidedBy: 'Netherlands',
    },
    push: {
      en: 'Netherlands controls chipmaking tools: export licence needed, in force since 1 Apr 2027',
      zh: '荷兰：对半导体制造设备实施出口管制，已自2027年4月1日起施行',
    },
    headline: {
      en: 'The Netherlands puts semiconductor manufacturing equipment under export licence, in force since 1 Apr 2027',
      zh: '荷兰：对半导体制造设备实施出口管制，已自2027年4月1日起施行',
    },
    summary: {
      en: 'The Netherlands requires an export licence for semiconductor manufacturing equipment. The requirement has applied since 1 April 2027.',
      zh: '荷兰对半导体制造设备实施出口管制，出口须经许可，已自2027年4月1日起施行。',
    },
  },
  'a ban of military users and uses': {
    facts: {
      action: 'deny',
      goods: ['dual-use items'],
      destinations: ['Japan'],
      announcementNo: 'No. 1 of 2027',
      effectiveDate: '2027-04-05',
    },
    words: {
      action: '禁止向日本军事用户、军事用途出口两用物项',
    },
    push: {
      en: 'China bans some dual-use exports, those to military users and uses in Japan, at once (No. 1 of 2027)',
      zh: '商务部公告2027年第1号：禁止向日本军事用户及军事用途出口两用物项，即日起施行',
    },
    headline: {
      en: "China's commerce ministry bans dual-use exports to military users and uses in Japan, at once (No. 1 of 2027)",
      zh: '商务部公告2027年第1号：禁止向日本军事用户及军事用途出口两用物项，即日起施行',
    },
    summary: {
      en: "China's commerce ministry bans exports of dual-use items to military users and uses in Japan. This applies at once, from 5 April 2027, under Announcement No. 1 of 2027.",
      zh: '商务部禁止向日本军事用户及军事用途出口两用物项。依据公告2027年第1号，相关措施自2027年4月5日（公布之日）起施行。',
    },
  },
  'a ban of entities': {
    facts: {
      action: 'deny',
      goods: ['dual-use items'],
      destinations: ['United States'],
      announcementNo: 'No. 51 of 2027',
      usFirms: 'no',
    },
    words: {
      action: '将三家美国实体列入出口管制管控名单，禁止向其出口',
    },
    push: {
      en: 'China bans some dual-use exports, those to listed entities in the US (No. 51 of 2027)',
      zh: '商务部公告2027年第51号：禁止向美国有关实体出口两用物项',
    },
    headline: {
      en: "China's commerce ministry bans dual-use exports to listed entities in the US (No. 51 of 2027)",
      zh: '商务部公告2027年第51号：禁止向美国有关实体出口两用物项',
    },
    summary: {
      en: "China's commerce ministry bans exports of dual-use items to listed entities in the US, under Announcement No. 51 of 2027. Not stated: from when.",
      zh: '商务部禁止向美国有关实体出口两用物项（公告2027年第51号）。未说明：施行日期。',
    },
  },
  'entities of seven countries': {
    facts: {
      action: 'deny',
      destinations: ['China', 'India', 'Iran', 'Singapore', 'Taiwan', 'Turkey', 'United Arab Emirates'],
    },
    words: {
      action: 'adding 32 entities to the Entity List',
    },
    view: {
      language: 'en',
    },
    authority: 'us',
    push: {
      en: 'US BIS bans some exports, those to listed entities in China, India and 5 more',
      zh: '美国BIS：禁止向中国大陆、印度等7地有关实体出口相关物项',
    },
    headline: {
      en: 'The US Bureau of Industry and Security bans exports to listed entities in China, India and 5 more',
      zh: '美国商务部工业与安全局：禁止向中国大陆、印度等7地有关实体出口相关物项',
    },
    summary: {
      en: 'The US Bureau of Industry and Security bans exports to listed entities in China, India, Iran, Singapore, Taiwan, Turkey and the UAE. Not stated: which goods, from when.',
      zh: '美国商务部工业与安全局禁止向中国大陆、印度、伊朗、新加坡、台湾地区、土耳其、阿联酋有关实体出口相关物项。未说明：具体物项、施行日期。',
    },
  },
  'a refusal in principle': {
    facts: {
      action: 'deny',
      goods: ['gallium', 'germanium', 'antimony'],
      destinations: ['United States'],
      announcementNo: 'No. 46 of 2027',
    },
    words: {
      action: '原则上不予许可镓、锗、锑对美国出口',
    },
    push: {
      en: 'China in principle refuses some gallium and other export licences, those for the US (No. 46 of 2027)',
      zh: '商务部公告2027年第46号：原则上不予许可镓、锗、锑对美国出口',
    },
    headline: {
      en: "China's commerce ministry in principle refuses gallium, germanium and antimony export licences for the US (No. 46 of 2027)",
      zh: '商务部公告2027年第46号：原则上不予许可镓、锗、锑对美国出口',
    },
    summary: {
      en: "China's commerce ministry in principle refuses licences to export gallium, germanium and antimony to the US, under Announcement No. 46 of 2027. Not stated: from when.",
      zh: '商务部原则上不予许可镓、锗、锑对美国出口（公告2027年第46号）。未说明：施行日期。',
    },
  },
  'a ban of military users beside a refusal in principle': {
    facts: {
      action: 'deny',
      goods: ['gallium', 'graphite'],
      destinations: ['United States'],
      announcementNo: 'No. 46 of 2027',
    },
    words: {
      action: '禁止向美国军事用户出口',
      goods: '原则上不予许可镓相关物项对美国出口',
    },
    push: {
      en: 'China bans some gallium and graphite exports, those to military users in the US (No. 46 of 2027)',
      zh: '商务部公告2027年第46号：禁止向美国军事用户出口镓、石墨',
    },
    headline: {
      en: "China's commerce ministry bans gallium and graphite exports to military users in the US (No. 46 of 2027)",
      zh: '商务部公告2027年第46号：禁止向美国军事用户出口镓、石墨',
    },
    summary: {
      en: "China's commerce ministry bans exports of gallium and graphite to military users in the US, under Announcement No. 46 of 2027. It also refuses some licences in principle. Not stated: from when.",
      zh: '商务部禁止向美国军事用户出口镓、石墨（公告2027年第46号）。另有部分物项出口原则上不予许可。未说明：施行日期。',
    },
  },
  'a refusal in so many words': {
    facts: {
      action: 'deny',
      goods: ['rare earths'],
      destinations: ['Japan'],
    },
    words: {
      action: '对有关申请不予许可',
    },
    push: {
      en: 'China refuses some rare-earth export licences, those for Japan',
      zh: '商务部：不予许可稀土对日本出口',
    },
    headline: {
      en: "China's commerce ministry refuses rare-earth export licences for Japan",
      zh: '商务部：不予许可稀土对日本出口',
    },
    summary: {
      en: "China's commerce ministry refuses licences to export rare earths to Japan. Not stated: from when.",
      zh: '商务部不予许可稀土对日本出口。未说明：施行日期。',
    },
  },
  'a ban whose scope the words do not tell': {
    facts: {
      action: 'deny',
      goods: ['dual-use items'],
      destinations: ['United States'],
      announcementNo: 'No. 13 of 2027',
    },
    words: {
      action: '禁止向其出口',
    },
    push: {
      en: 'China bans some dual-use exports to the US (No. 13 of 2027)',
      zh: '商务部公告2027年第13号：禁止部分两用物项对美国出口',
    },
    headline: {
      en: "China's commerce ministry bans some dual-use exports to the US (No. 13 of 2027)",
      zh: '商务部公告2027年第13号：禁止部分两用物项对美国出口',
    },
    summary: {
      en: "China's commerce ministry bans some exports of dual-use items to the US, under Announcement No. 13 of 2027. Not stated: from when.",
      zh: '商务部禁止部分两用物项对美国出口（公告2027年第13号）。未说明：施行日期。',
    },
  },
  'a refusal of which only the title is known': {
    facts: {
      action: 'deny',
      goods: ['graphite'],
      destinations: ['Japan'],
    },
    view: {
      textRead: false,
    },
    push: {
      en: 'China refuses some graphite export licences for Japan (text not yet read)',
      zh: '商务部：不予许可部分石墨对日本出口（正文未读）',
    },
    headline: {
      en: "China's commerce ministry refuses some graphite export licences for Japan (text not yet read)",
      zh: '商务部：不予许可部分石墨对日本出口（正文未读）',
    },
    summary: {
      en: "China's commerce ministry refuses some licences to export graphite to Japan. Only the title has been read so far.",
      zh: '商务部不予许可部分石墨对日本出口。目前仅见标题，正文尚未读取。',
    },
  },
  'an easing': {
    facts: {
      action: 'relax',
      goods: ['graphite'],
      announcementNo: 'No. 9 of 2027',
      effectiveDate: '2027-05-01',
    },
    push: {
      en: 'China eases some graphite export licence rules from 1 May 2027 (No. 9 of 2027)',
      zh: '商务部公告2027年第9号：放宽石墨出口许可的部分要求，2027年5月1日起施行',
    },
    headline: {
      en: "China's commerce ministry eases some graphite export licence rules from 1 May 2027 (No. 9 of 2027)",
      zh: '商务部公告2027年第9号：放宽石墨出口许可的部分要求，2027年5月1日起施行',
    },
    summary: {
      en: "China's commerce ministry eases some of its rules on licences to export graphite. The change applies from 1 May 2027, under Announcement No. 9 of 2027.",
      zh: '商务部放宽石墨出口许可的部分要求。依据公告2027年第9号，相关措施自2027年5月1日起施行。',
    },
  },
  'an easing for two countries': {
    facts: {
      action: 'relax',
      goods: ['medical devices'],
      destinations: ['Russia', 'Belarus'],
    },
    view: {
      language: 'en',
    },
    authority: 'us',
    push: {
      en: 'US BIS eases some medical device export licence rules for Russia and Belarus',
      zh: '美国BIS：放宽医疗器械对俄罗斯、白俄罗斯出口许可的部分要求',
    },
    headline: {
      en: 'The US Bureau of Industry and Security eases some medical device export licence rules for Russia and Belarus',
      zh: '美国商务部工业与安全局：放宽医疗器械对俄罗斯、白俄罗斯出口许可的部分要求',
    },
    summary: {
      en: 'The US Bureau of Industry and Security eases some of its rules on licences to export medical devices to Russia and Belarus. Not stated: from when.',
      zh: '美国商务部工业与安全局放宽医疗器械对俄罗斯、白俄罗斯出口许可的部分要求。未说明：施行日期。',
    },
  },
  'an easing by general licences': {
    facts: {
      action: 'relax',
      goods: ['military goods', 'dual-use items'],
      licenceType: 'general',
    },
    view: {
      decidedBy: 'Germany',
    },
    push: {
      en: 'Germany eases some military and other export licence rules',
      zh: '德国：放宽军品、两用物项通用许可的部分要求',
    },
    headline: {
      en: 'Germany eases some military and dual-use export licence rules',
      zh: '德国：放宽军品、两用物项通用许可的部分要求',
    },
    summary: {
      en: 'Germany eases some of its rules on general licences to export military goods and dual-use items. Not stated: from when.',
      zh: '德国放宽军品、两用物项通用许可的部分要求。未说明：施行日期。',
    },
  },
  'controls on hold': {
    facts: {
      action: 'suspend_control',
      goods: [
        'rare earths',
        'superhard materials',
        'rare earth equipment',
        'rare earth raw and auxiliary materials',
        'lithium batteries',
        'artificial graphite anode materials',
        'rare earth technology',
      ],
      announcementNo: 'No. 70 of 2027',
      effectiveDate: '2027-04-05',
      expiryDate: '2028-04-10',
    },
    push: {
      en: 'China suspends some rare-earth and other export controls until 10 Apr 2028 (No. 70 of 2027)',
      zh: '商务部第70号公告：暂停实施稀土、超硬材料等7类物项出口管制的部分措施至2028年4月10日',
    },
    headline: {
      en: "China's commerce ministry suspends some rare-earth, superhard material and other export controls until 10 Apr 2028 (No. 70 of 2027)",
      zh: '商务部公告2027年第70号：暂停实施稀土、超硬材料、稀土设备、稀土原辅料、锂电池、人造石墨负极材料、稀土技术出口管制的部分措施至2028年4月10日',
    },
    summary: {
      en: "China's commerce ministry suspends some of its export controls on rare earths, superhard materials, rare earth equipment, rare earth raw and auxiliary materials, lithium batteries, artificial graphite anode materials and rare earth technology. The suspension runs from 5 April 2027 until 10 April 2028, under Announcement No. 70 of 2027.",
      zh: '商务部暂停实施稀土、超硬材料、稀土设备、稀土原辅料、锂电池、人造石墨负极材料、稀土技术出口管制的部分措施。依据公告2027年第70号，暂停期自2027年4月5日起至2028年4月10日。',
    },
  },
  'controls on hold for a country, the end unsaid': {
    facts: {
      action: 'suspend_control',
      goods: ['gallium', 'germanium', 'antimony'],
      destinations: ['United States'],
      announcementNo: 'No. 72 of 2027',
    },
    push: {
      en: 'China suspends some gallium and other export controls for the US (No. 72 of 2027)',
      zh: '商务部公告2027年第72号：暂停实施镓、锗、锑对美国出口管制的部分措施',
    },
    headline: {
      en: "China's commerce ministry suspends some gallium, germanium and antimony export controls for the US (No. 72 of 2027)",
      zh: '商务部公告2027年第72号：暂停实施镓、锗、锑对美国出口管制的部分措施',
    },
    summary: {
      en: "China's commerce ministry suspends some of its controls on exports of gallium, germanium and antimony to the US, under Announcement No. 72 of 2027. Not stated: from when, until when.",
      zh: '商务部暂停实施镓、锗、锑对美国出口管制的部分措施（公告2027年第72号）。未说明：施行日期、截止日期。',
    },
  },
  'controls on hold, nothing else said': {
    facts: {
      action: 'suspend_control',
    },
    push: {
      en: 'China suspends some export controls',
      zh: '商务部：暂停实施出口管制的部分措施',
    },
    headline: {
      en: "China's commerce ministry suspends some export controls",
      zh: '商务部：暂停实施出口管制的部分措施',
    },
    summary: {
      en: "China's commerce ministry suspends some of its export controls. Not stated: which goods, from when, until when.",
      zh: '商务部暂停实施出口管制的部分措施。未说明：具体物项、施行日期、截止日期。',
    },
  },
  'a hold that goes on': {
    facts: {
      action: 'extend_suspension',
      goods: ['dual-use items'],
      destinations: ['United States'],
      announcementNo: 'No. 21 of 2027',
      effectiveDate: '2027-04-10',
      expiryDate: '2028-04-10',
    },
    push: {
      en: 'China keeps some dual-use export controls on hold until 10 Apr 2028 for the US (No. 21 of 2027)',
      zh: '商务部公告2027年第21号：继续暂停实施两用物项对美国出口管制的部分措施至2028年4月10日',
    },
    headline: {
      en: "China's commerce ministry keeps some dual-use export controls on hold until 10 Apr 2028 for the US (No. 21 of 2027)",
      zh: '商务部公告2027年第21号：继续暂停实施两用物项对美国出口管制的部分措施至2028年4月10日',
    },
    summary: {
      en: "China's commerce ministry keeps some of its controls on exports of dual-use items to the US on hold. The suspension runs from 10 April 2027 until 10 April 2028, under Announcement No. 21 of 2027.",
      zh: '商务部继续暂停实施两用物项对美国出口管制的部分措施。依据公告2027年第21号，暂停期自2027年4月10日起至2028年4月10日。',
    },
  },
  'a catalogue of licences': {
    facts: {
      action: 'procedure',
      goods: ['dual-use items'],
      announcementNo: 'No. 66 of 2027',
      effectiveDate: '2028-01-01',
    },
    push: {
      en: 'China sets out dual-use export licence rules from 1 Jan 2028 (No. 66 of 2027)',
      zh: '商务部公告2027年第66号：明确两用物项出口许可办理要求，2028年1月1日起施行',
    },
    headline: {
      en: "China's commerce ministry sets out dual-use export licence rules from 1 Jan 2028 (No. 66 of 2027)",
      zh: '商务部公告2027年第66号：明确两用物项出口许可办理要求，2028年1月1日起施行',
    },
    summary: {
      en: "China's commerce ministry sets out rules on licences to export dual-use items. The rules apply from 1 January 2028, under Announcement No. 66 of 2027.",
      zh: '商务部明确两用物项出口许可办理要求。依据公告2027年第66号，相关措施自2028年1月1日起施行。',
    },
  },
  'rules for general licences, since last month': {
    facts: {
      action: 'procedure',
      goods: ['rare earths'],
      destinations: ['EU'],
      licenceType: 'general',
      effectiveDate: '2027-03-01',
    },
    push: {
      en: 'China sets out rare-earth general licence rules for the EU, in force since 1 Mar 2027',
      zh: '商务部：明确稀土对欧盟出口通用许可办理要求，已自2027年3月1日起施行',
    },
    headline: {
      en: "China's commerce ministry sets out rare-earth general licence rules for the EU, in force since 1 Mar 2027",
      zh: '商务部：明确稀土对欧盟出口通用许可办理要求，已自2027年3月1日起施行',
    },
    summary: {
      en: "China's commerce ministry sets out rules on general licences to export rare earths to the EU. The rules have applied since 1 March 2027.",
      zh: '商务部明确稀土对欧盟出口通用许可办理要求，已自2027年3月1日起施行。',
    },
  },
};
