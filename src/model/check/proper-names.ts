type Row = [en: string, zh: string];

/**
 * Names that have one meaning in both languages, beside the countries, goods and bodies of the lexicons: places of
 * talks, lists, laws, organisations. Patterns see folded text; the English ones are whole words in any case.
 */
// biome-ignore format: one line a name
export const properNames: readonly Row[] = [
  ['Beijing', '北京'],
  ['State Council', '(?<!美国?)国务院'],
  ['White House', '白宫'],
  ['Pentagon', '五角大楼'],
  ['Kremlin', '克里姆林宫'],
  ['Brussels', '布鲁塞尔'],
  ['The Hague', '海牙'],
  ['Geneva', '日内瓦'],
  ['Stockholm', '斯德哥尔摩'],
  ['Madrid', '马德里'],
  ['London', '伦敦'],
  ['Tokyo', '东京'],
  ['Seoul', '首尔'],
  ['Taipei', '台北'],
  ['Busan', '釜山'],
  ['Shanghai', '上海'],
  ['Trump(?: administration)?', '特朗普'],
  ['Unreliable Entity List', '不可靠实体清单'],
  ['Entity List', '(?<!不可靠)实体清单'],
  ['(?:Export )?Control List', '管控名单|管制清单'],
  ['Export Control Law', '出口管制法'],
  ['Foreign Trade Law', '对外贸易法'],
  ['Customs Law', '海关法'],
  ['Dual-Use Items Export Control Regulations|Regulations on (?:the )?Export Control of Dual-Use Items', '两用物项出口管制条例'],
  ['Wassenaar(?: Arrangement)?', '瓦森纳'],
  ['WTO|World Trade Organi[sz]ation', '世贸组织|世界贸易组织'],
  ['United Nations|UN', '联合国'],
  ['NATO', '北约'],
  ['BRICS', '金砖'],
  ['ASEAN', '东盟'],
  ['G7', '七国集团'],
  ['G20', '二十国集团'],
  ['APEC', '亚太经合组织'],
  ['NVIDIA', '英伟达'],
  ['AMD', '超威'],
  ['Intel', '英特尔'],
  ['ASML', '阿斯麦'],
  ['TSMC', '台积电'],
  ['Samsung', '三星'],
  ['Nexperia', '安世'],
  ['Wingtech', '闻泰'],
  ['Huawei', '华为'],
  ['SMIC', '中芯国际'],
  ['Tesla', '特斯拉'],
  ['Apple', '苹果公司'],
  ['Boeing', '波音'],
  ['Lockheed(?: Martin)?', '洛克希德'],
  ['Raytheon', '雷神'],
  ['Republic of China', '中华民国'],
  ['Ministry of (?:Foreign )?Trade', '贸易部'],
];

/** Elements that are no goods of the lexicon by themselves. */
// biome-ignore format: one line a few elements
export const elements: readonly Row[] = [
  ['platinum', '铂'], ['palladium', '钯'], ['rhodium', '铑'], ['ruthenium', '钌'], ['iridium', '铱'], ['osmium', '锇'],
  ['gold', '黄金'], ['silver', '银(?!行)'], ['copper', '铜'], ['zinc', '锌'], ['tin', '锡'], ['iron', '铁(?!硼|路)'],
  ['alumini?um', '铝'], ['silicon', '硅'], ['boron', '硼'], ['arsenic', '砷'], ['mercury', '汞|水银'],
  ['cadmium', '镉'], ['c(?:a)?esium', '铯'], ['rubidium', '铷'], ['strontium', '锶'], ['barium', '钡'], ['chromium', '铬'],
  ['thallium', '铊'], ['thorium', '钍'], ['plutonium', '钚'], ['phosphorus', '磷'], ['sul(?:ph|f)ur', '硫磺'],
  ['potash|potassium', '钾'], ['sodium', '钠'], ['calcium', '钙'], ['tritium', '氚'], ['deuterium', '氘'],
];
