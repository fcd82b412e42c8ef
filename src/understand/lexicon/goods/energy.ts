import type { Row } from './row.ts';

/** Fuels, and what is nuclear. */
// biome-ignore format: one line a term
export const energy: readonly Row[] = [
  ['fuel oil', '燃料油', null, 'fuel oil|heavy oil|bunker fuel', '燃料油|重油'],
  ['refined oil', '成品油', null, '(?:refined (?:oil|petroleum|fuel)|petroleum|oil|fuel) products?|refined (?:oil|petroleum|fuels?)|(?:motor|road|transport) fuels?|(?:jet|aviation) (?:fuel|kerosene)|kerosene|gasoline|petrol(?! stations?| pumps?)|(?:gasoil|diesel)(?: fuel)?(?! (?:engines?|cars?|vehicles?|generators?)\\b)|fuel(?= exports?| shipments?| cargoes| sales)', '成品油|石油产品|航空?(?:煤油|燃油)|航煤|汽油(?!价|车)|柴油(?!机|车|发电)|燃油(?!车|价|附加)'],
  ['crude oil', '原油', null, 'crude(?: oil)?(?! (?:steel|palm|attempt))|oil(?= exports?| shipments?)', '原油'],
  ['coke', '焦炭', null, '(?:metallurgical |petroleum |coal )?coke(?! (?:zero|and pepsi))', '焦炭|石油焦'],
  ['coal', '煤炭', null, '(?:thermal |steam |coking )?coal(?!ition)', '煤炭|动力煤|无烟煤|[炼焦]+煤'],
  ['liquefied natural gas', '液化天然气', null, '(?:liquefied natural gas|lng)(?! carriers?| tankers?)', '液化天然气(?!船|运输船)'],
  ['liquefied petroleum gas', '液化石油气', null, 'liquefied petroleum gas|lpg', '液化石油气'],
  ['natural gas', '天然气', null, '(?:pipeline |natural )gas(?! act)|gas(?= exports?| shipments?)', '(?<!液化)天然气'],
  ['ethane', '乙烷', null, 'ethane', '乙烷'],
  ['propane', '丙烷', null, 'propane|butane', '丙烷|丁烷'],
  ['naphtha', '石脑油', null, 'naphtha', '石脑油'],
  ['bitumen', '沥青', null, 'bitumen|asphalt', '[沥瀝]青(?!路)'],
  ['biodiesel', '生物柴油', null, 'bio-?diesel', '生物柴油'],
  ['ethanol', '乙醇', null, 'ethanol', '乙醇'],
  ['used cooking oil', '废弃食用油', null, 'used cooking oils?|uco', '废[弃棄]?(?:食用油脂?|油脂)|地沟油'],
  ['electricity', '电力', null, 'electricity(?= exports?| to )', '电力(?=出口)'],
  ['charcoal', '木炭', null, 'charcoal', '木炭'],
  ['nuclear reactor components', '核反应堆部件', null, 'nuclear reactors?(?: (?:components?|parts?|equipment|vessels?))?|reactor (?:components?|pressure vessels?)', '核反应堆(?:部件|设备)?|反应堆部件'],
  ['nuclear fuel', '核燃料', null, 'nuclear fuels?|fuel (?:assemblies|rods)', '核燃料|燃料组件'],
  ['nuclear items', '核物项', null, 'nuclear(?:[- ]related)? (?:non-?proliferation|items?|equipment|kit|gear|materials?|commodities|goods|technolog(?:y|ies)|exports?)', '核(?:物项|设备|材料|出口|两用品?(?!物)|技术)'],
  ['radioactive waste', '放射性废物', null, 'radioactive wastes?|(?:spent|nuclear) fuel waste|nuclear waste', '放射性废(?:物|料)|核废料'],
  ['radioactive sources', '放射源', null, '(?:radioactive|sealed) sources?|radioactive materials?|(?:radio-?|medical )isotopes?|radioisotopes?', '放射源|放射性(?:材料|物质|同位素)|医用同位素'],
  ['enriched uranium', '浓缩铀', null, '(?:high(?:ly)?|low)[- ]enriched uranium|heu|haleu|enriched uranium', '(?:高浓|低浓|浓缩)铀|高[纯丰]度低浓铀'],
  ['plutonium', '钚', 'Pu', 'plutonium', '[钚鈈]'],
  ['uranium', '铀', 'U', 'uranium(?: (?:ores?|concentrates?|oxide|hexafluoride))?', '铀(?:矿|浓缩物)?'],
  ['solar panels', '太阳能电池板', null, '(?:solar|photovoltaic|pv) (?:panels?|modules?|cells?|products?|equipment|wafers?)', '(?:太阳能|光伏)(?:电池)?(?:板|组件|产品|设备|硅片|片)?(?!发电|电站|行业|产业|企业)'],
  ['wind turbines', '风力发电机', null, 'wind turbines?', '风(?:力发电|电)机组?|风机'],
  ['transformers', '变压器', null, '(?:power )?transformers?', '变压器'],
];
