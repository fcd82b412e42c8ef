import type { Row } from './row.ts';

/** Medicines, medical goods, laboratory equipment and what is biological. */
// biome-ignore format: one line a term
export const medical: readonly Row[] = [
  ['peptide synthesizers', '多肽合成仪', null, '(?:automated )?peptide synthesi[sz](?:ers?|ing equipment)', '(?:多|胜)?肽合成(?:仪|器|机|设备)'],
  ['gene synthesizers', '基因合成仪', null, '(?:gene|dna|rna|nucleic[- ]acid) (?:synthesi[sz]ers?|assemblers?(?: and synthesi[sz]ers?)?)', '(?:基因|核酸|dna)合成(?:仪|器|机|设备)'],
  ['gene sequencers', '基因测序仪', null, '(?:gene|dna|genom\\w+) sequenc(?:ers?|ing (?:equipment|machines?))', '(?:基因)?[测]序仪'],
  ['flow cytometers', '流式细胞仪', null, '(?:high[- ]parameter )?flow cytomet(?:ers?|ry equipment)', '流式细胞(?:分析|分选)?(?:仪|设备)'],
  ['mass spectrometry equipment', '质谱仪', null, 'mass spectromet(?:ry|ers?)(?: equipment)?', '质[谱譜](?:仪|分析设备|设备)'],
  ['bioreactors', '生物反应器', null, 'bio-?reactors?|ferment(?:ers?|ors?)', '生物反应器|发酵罐'],
  ['biotechnology equipment', '生物技术设备', null, 'bio-?tech(?:nology)? (?:equipment|items?|products?|instruments)', '生物技术(?:设备|物项|产品)'],
  ['laboratory equipment', '实验室设备', null, 'lab(?:oratory)? (?:equipment|instruments|apparatus)', '实验(?:室)?(?:设备|仪器|器材)'],
  ['pathogens', '病原体', null, 'pathogens?(?: and toxins)?|(?:biological agents|toxins)', '病原(?:体|微生物)|毒素|生物(?:剂|制剂战)'],
  ['human genetic resources', '人类遗传资源', null, '(?:human genetic (?:resources?|materials?)|human biological (?:samples?|materials?))', '人类遗传资源(?:材料)?'],
  ['blood products', '血液制品', null, 'blood (?:products?|plasma)|plasma products', '血液制品'],
  ['COVID-19 vaccines', '新冠疫苗', null, '(?:covid(?:-?19)?|coronavirus) vaccines?|vaccines? against (?:covid(?:-?19)?|sars[- ]\\w+|coronavirus\\w*)(?: coronaviruses)?', '新(?:冠|型冠状病毒)(?:肺炎)?疫苗'],
  ['vaccines', '疫苗', null, 'vaccines?(?! nationalism| passports?)', '疫苗(?!接种)'],
  ['penicillin', '青霉素', null, 'penicillin(?: industrial salts?)?', '青[霉黴]素(?:工业盐)?'],
  ['anabolic agents', '蛋白同化制剂', null, 'anabolic (?:agents|steroids)(?: and peptide hormones)?', '蛋白同化制剂(?:[、和及]肽类激素)?'],
  ['antibiotics', '抗生素', null, 'antibiotics?', '抗生素'],
  ['vitamins', '维生素', null, 'vitamins?(?: [a-e]\\d?)?', '维生素[a-e]?|维他命'],
  ['pharmaceutical ingredients', '原料药', null, '(?:active )?pharmaceutical ingredients?|apis(?= exports?)', '原料药'],
  ['medicines', '药品', null, '(?<!chinese |herbal )(?:medicines?|pharmaceuticals?(?! ingredients?)|medicinal products|(?:essential |cancer |prescription )?drugs?(?= exports?| shipments?| shortages?))', '(?<!麻醉|精神|和|、|中)药(?:品|物)(?!监|管理局|和精神|类)|医药产品'],
  ['cannabis', '大麻', null, '(?:medicinal |medical )?cannabis|hemp', '(?:医用|工业)?大麻'],
  ['face masks', '口罩', null, '(?:face|surgical|medical|N95) masks?|masks(?= exports?)', '口罩'],
  ['personal protective equipment', '个人防护用品', null, 'personal protective equipment|(?:medical )?protective (?:gear|clothing|suits)|ppe', '防护(?:用品|服|装备)'],
  ['ventilators', '呼吸机', null, 'ventilators?', '呼吸机'],
  ['test kits', '检测试剂', null, '(?:covid-?19 |diagnostic )?test(?:ing)? kits?', '(?:检测)?试剂盒?'],
  ['medical devices', '医疗器械', null, 'medical (?:devices?|equipment|supplies|goods)', '医疗(?:器械|设备|物资|用品)|医用(?:物资|设备)'],
];
