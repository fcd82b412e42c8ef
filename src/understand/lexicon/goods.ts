import type { Language } from '../../domain/source.ts';

/** A commodity that licences are about. */
export interface Good {
  /** The id used in Facts: the English commodity name, lower case, plural where goods are plural. */
  name: string;
  /** As a Chinese desk writes it. */
  zh: string;
  /** Chemical symbol, for display only: `Ho`, `In` and `W` are words, so symbols are never matched. */
  symbol: string | null;
  /** English pattern, matched at word starts, case-insensitive. */
  en: string;
  /** Pattern in Simplified characters; texts are folded to Simplified before matching. */
  han: string;
}

type Row = [name: string, zh: string, symbol: string | null, en: string, han: string];

/**
 * One line a term. The first alternative that matches at a place wins, so the specific stand before the
 * general: "rare earth magnets" is not also "rare earths".
 */
// biome-ignore format: one line a term
const rows: Row[] = [
  ['samarium', '钐', 'Sm', 'samarium', '钐'],
  ['gadolinium', '钆', 'Gd', 'gadolinium', '钆'],
  ['terbium', '铽', 'Tb', 'terbium', '铽'],
  ['dysprosium', '镝', 'Dy', 'dysprosium', '镝'],
  ['lutetium', '镥', 'Lu', 'lutetium', '镥'],
  ['scandium', '钪', 'Sc', 'scandium', '钪'],
  ['yttrium', '钇', 'Y', 'yttrium', '钇'],
  ['lanthanum', '镧', 'La', 'lanthanum', '镧'],
  ['cerium', '铈', 'Ce', 'cerium', '铈'],
  ['praseodymium', '镨', 'Pr', 'praseodymium', '镨'],
  ['neodymium', '钕', 'Nd', 'neodymium', '钕(?!铁硼)'],
  ['promethium', '钷', 'Pm', 'promethium', '钷'],
  ['europium', '铕', 'Eu', 'europium', '铕'],
  ['holmium', '钬', 'Ho', 'holmium', '钬'],
  ['erbium', '铒', 'Er', 'erbium', '铒'],
  ['thulium', '铥', 'Tm', 'thulium', '铥'],
  ['ytterbium', '镱', 'Yb', 'ytterbium', '镱'],
  ['medium and heavy rare earths', '中重稀土', null, '(?:medium|middle)(?:-| )?(?:and|to|\\/|&)?(?:-| )?heavy rare[- ]earths?', '中重稀土'],
  ['rare earth raw and auxiliary materials', '稀土原辅料', null, '(?:rare[- ]earth )?raw and auxiliary materials', '(?:稀土)?原辅料'],
  ['rare earth equipment', '稀土设备', null, 'rare[- ]earth[- ](?:(?:production|processing|related) )*equipment', '稀土(?:生产加工|相关|加工|生产)?设备'],
  ['rare earth technology', '稀土技术', null, 'rare[- ]earth[- ](?:(?:related|processing|extraction) )?technolog(?:y|ies)', '稀土(?:相关|开采|冶炼|提取|加工)*技术'],
  ['rare earth targets', '稀土靶材', null, 'rare[- ]earth targets?', '稀土靶材'],
  ['rare earth magnets', '稀土永磁体', null, '(?:rare[- ]earth )?(?:permanent )?magnets?\\b', '稀土永磁(?:体|材料)?|永磁(?:体|材料)|稀土磁(?:材|体|铁)|磁材|磁体|磁铁|钕铁硼'],
  ['rare earths', '稀土', null, 'rare[- ]earths?', '稀土'],
  ['gallium', '镓', 'Ga', 'gallium', '镓'],
  ['germanium', '锗', 'Ge', 'germanium', '锗'],
  ['antimony', '锑', 'Sb', 'antimony', '锑'],
  ['tungsten', '钨', 'W', 'tungsten', '钨'],
  ['tellurium', '碲', 'Te', 'tellurium', '碲'],
  ['bismuth', '铋', 'Bi', 'bismuth', '铋'],
  ['molybdenum', '钼', 'Mo', 'molybdenum', '钼'],
  ['indium', '铟', 'In', 'indium', '铟'],
  ['vanadium', '钒', 'V', '(?:ferro)?vanadium', '钒|釩'],
  ['zirconium', '锆', 'Zr', 'zirconium', '锆|鋯'],
  ['hafnium', '铪', 'Hf', 'hafnium', '铪|鉿'],
  ['niobium', '铌', 'Nb', '(?:ferro)?niobium', '铌|鈮'],
  ['tantalum', '钽', 'Ta', 'tantalum', '钽|鉭'],
  ['beryllium', '铍', 'Be', 'beryllium', '铍|鈹'],
  ['rhenium', '铼', 'Re', 'rhenium', '铼|錸'],
  ['titanium', '钛', 'Ti', 'titanium\\b(?! dioxide)', '(?:海绵|金属)?(?:钛|鈦)(?!白粉)'],
  ['cobalt', '钴', 'Co', '(?<!samarium[- ])cobalt\\b', '(?<!钐)钴'],
  ['nickel', '镍', 'Ni', 'nickel\\b', '镍'],
  ['manganese', '锰', 'Mn', 'manganese\\b', '锰'],
  ['magnesium', '镁', 'Mg', 'magnesium\\b', '镁'],
  ['selenium', '硒', 'Se', 'selenium\\b', '硒'],
  ['uranium', '铀', 'U', 'uranium\\b', '铀'],
  ['helium', '氦气', 'He', 'helium\\b', '氦气?'],
  ['neon', '氖气', 'Ne', 'neon\\b', '氖气?'],
  ['argon', '氩气', 'Ar', 'argon\\b', '(?:氩|氬)气?'],
  ['krypton', '氪气', 'Kr', 'krypton\\b', '氪气?'],
  ['xenon', '氙气', 'Xe', 'xenon\\b', '氙气?'],
  ['noble gases', '惰性气体', null, '(?:noble|inert|rare) gas(?:es)?\\b(?! (?:atmosphere|environment|shield\\w*|atomi\\w+))', '(?<!在)(?:惰性|稀有)气体(?!保护|环境|气氛|雾化|氛围|手套|的?(?:条件|下))'],
  ['fluorspar', '萤石', null, 'fluorspar|fluorite\\b', '(?:萤|螢)石'],
  ['copper concentrates', '铜精矿', null, 'copper concentrates?\\b', '铜精矿'],
  ['bauxite', '铝土矿', null, 'bauxite', '铝(?:土|矾)+矿?'],
  ['natural sand', '天然砂', null, 'natural sands?\\b', '天然[砂沙]'],
  ['artificial graphite anode materials', '人造石墨负极材料', null, '(?:artificial |synthetic )?graphite anode(?: materials?)?', '(?:人造)?石墨负极(?:材料)?'],
  ['graphite', '石墨', 'C', 'graphite', '石墨'],
  ['superhard materials', '超硬材料', null, 'super-?hard materials?|cubic boron nitride|(?:synthetic|artificial) diamonds?', '超硬材料|人造金刚石|六面顶压机|立方氮化硼'],
  ['battery cathode technology', '电池正极材料技术', null, 'battery cathode (?:materials? )?(?:\\w+ )?technolog(?:y|ies)', '(?:锂?电池)?正极材料(?:制备|生产)?技术'],
  ['lithium batteries', '锂电池', null, 'lithium(?:-ion)?[- ]batter(?:y|ies)', '锂(?:离子)?电池'],
  ['lithium', '锂', 'Li', 'lithium\\b', '锂(?!电)'],
  ['drones', '无人机', null, 'drones?\\b|unmanned aerial vehicles?|unmanned aircraft|uavs?\\b', '无人机|无人驾驶航空(?:飞行)?器|无人驾驶飞艇'],
  ['ultra-high molecular weight polyethylene fibre', '超高分子量聚乙烯纤维', null, 'ultra-?high[- ]molecular[- ]weight polyethylene(?: fib(?:re|er)s?)?|(?:strong |high-strength )?polyethylene fib(?:re|er)s?|uhmwpe', '超高分子量聚乙烯(?:纤维)?'],
  ['gas turbine manufacturing equipment', '燃气轮机制造装备', null, 'gas turbines?(?: engines?)?(?: (?:manufacturing|production) (?:equipment|tooling))?', '燃气(?:涡轮|轮机)(?:发动机)?(?:\\/燃气轮机)?(?:发动机)?(?:制造|相关|及)*(?:装备|设备)?'],
  ['aerospace manufacturing equipment', '航空航天制造装备', null, 'aerospace(?: structur\\w+ (?:parts?|components?)| components?| engines?)?(?: and (?:\\w+ ){0,3}?engines?)? (?:manufacturing|production) (?:equipment|tooling)|aerospace structur\\w+ (?:parts?|components?)|(?:aircraft|aerospace) structures?', '航空航天(?:结构件)?(?:及发动机|、发动机)?制造(?:相关)?(?:装备|设备)'],
  ['spacesuit manufacturing equipment', '宇航服制造装备', null, 'space ?suits?(?: visors?)?(?: (?:manufacturing|production) (?:equipment|tooling))?', '(?:宇航|航天)服(?:面窗)?(?:制造|生产|相关)*(?:装备|设备)?'],
  ['electric passenger cars', '纯电动乘用车', null, '(?:(?:battery|pure)[- ])?electric (?:passenger )?(?:cars?|vehicles?)\\b(?! batter)', '(?:纯)?电动(?:乘用|汽)?车(?!电池)'],
  ['steel products', '钢铁产品', null, 'steel(?: products?)?\\b', '钢铁(?:产品)?|钢材'],
  ['gamma-butyrolactone products', 'γ-丁内酯产品', null, '(?:gamma|γ)-?butyrolactone', '(?:γ|伽马)-?丁内酯'],
  ['1-boc-4-piperidone', '1-Boc-4-哌啶酮', null, '1-boc-4-piperidone', '1-boc-4-哌啶酮'],
  ['4-piperidone', '4-哌啶酮', null, '(?<!-)4-piperidone', '(?<![-基])4-哌啶酮'],
  ['iodine pentafluoride', '五氟化碘', 'IF5', 'iodine pentafluoride', '五氟化碘'],
  ['tetramethylguanidine', '四甲基胍', null, 'tetramethylguanidine', '四甲基胍'],
  ['narcotic and psychotropic raw materials', '麻醉药品和精神药品原料', null, 'narcotics? (?:drugs? )?(?:and|or) psychotropic', '麻醉药品[和或及]者?精神药品'],
  ['precursor chemicals', '易制毒化学品', null, '(?:drug )?precursor chemicals?|drug precursors?\\b', '易制毒化学品|前体化学品'],
  ['AI model weights', '人工智能模型权重', null, '(?:ai )?model weights', '模型权重'],
  ['EUV lithography components', '极紫外光刻部件', null, 'euv lithography|extreme ultraviolet (?:lithography)?', '极紫外(?:光刻)?|euv光刻'],
  ['additive manufacturing equipment', '增材制造设备', null, 'additive manufacturing(?: equipment)?|3d metal print\\w+', '增材制造(?:设备)?|积层制造(?:设备)?|层压成型|3d(?:打印|列印)(?:机|设备)'],
  ['EDA software', '电子设计自动化软件', null, 'electronic design automation(?: \\(eda\\))?(?: (?:software|tools?))?|eda (?:software|tools?)\\b|(?:chip|semiconductor) design (?:software|tools?)', '(?:电子设计自动化|eda)(?:软件|工具)?|(?:芯|晶)片设计(?:软件|工具)'],
  ['photoresists', '光刻胶', null, 'photo-?resists?\\b', '光刻胶|光阻(?:剂|胶)?'],
  ['advanced computing chips', '先进计算芯片', null, "advanced (?:computing|ai)(?: (?:chips?|integrated circuits?|semiconductors?|items?|commodities))?\\b|ai chips?|(?:nvidia(?:'s)? )?[AH]\\d{2,3}\\b(?: chips?)?", '先进计算(?:芯片|集成电路)?|(?:人工智能|ai)(?:芯|晶)片'],
  ['radiation hardened integrated circuits', '抗辐射集成电路', null, 'radiation[- ]hardened (?:integrated circuits?|chips?|semiconductors?)', '抗辐射(?:集成电路|(?:芯|晶)片)'],
  ['semiconductor manufacturing equipment', '半导体制造设备', null, '(?:semiconductor|chip|wafer)[- ]?(?:(?:manufacturing|making|production|fabrication|measuring|inspection|metrology)(?:\\/\\w+)?[- ])?(?:equipment|tools?|machines?|machinery)\\b|(?:semiconductor|chip)[- ](?:manufacturing|making|production)(?:\\/\\w+)?[- ]items?|lithography (?:machines?|equipment|systems?|tools?)', '半导体(?:制造|生产|量测|检测|测量|[与及和、])*(?:设备|装备|机台)|(?:芯|晶)片(?:制造|生产)(?:设备|装备)|光刻机'],
  ['semiconductor materials', '半导体材料', null, 'semiconductor materials?', '半导体材料'],
  ['semiconductor technology', '半导体技术', null, 'semiconductor technolog(?:y|ies)', '半导体技术'],
  ['semiconductor items', '半导体物项', null, 'semiconductor (?:items?|products?)', '半导体(?:物项|产品)'],
  ['semiconductors', '半导体', null, 'semiconductors?|integrated circuits?\\b|(?:computer |legacy )?chips?\\b', '半导体|(?:集成|积体)电路|(?:芯|晶)片'],
  ['quantum computing items', '量子计算物项', null, 'quantum (?:comput\\w+|technolog\\w+)(?: items?)?|cryogenic cmos(?: circuits?| chips?)?', '量子(?:计算|技术|电脑)(?:物项|机)?|量子计算机'],
  ['cryogenic cooling equipment', '低温冷却设备', null, 'cryogenic (?:cooling )?(?:equipment|systems?|components?)|cryocool\\w+|dilution refrigerators?', '低温(?:冷却|制冷)(?:设备|系统|装置)|稀释制冷机'],
  ['flow cytometers', '流式细胞仪', null, 'flow cytomet(?:ers?|ry equipment)\\b', '流式细胞(?:分析)?(?:仪|设备)'],
  ['gene synthesizers', '基因合成仪', null, '(?:gene|dna|nucleic acid) synthesi[sz]ers?\\b', '(?:基因|核酸|dna)合成(?:仪|器|设备)'],
  ['high-temperature coating technology', '高温涂层技术', null, 'high[- ]temperature coating technolog(?:y|ies)', '高温涂层技术'],
  ['high-temperature coatings', '高温涂层', null, 'high[- ]temperature coatings?', '高温涂层'],
  ['ceramic coating technology', '陶瓷涂层技术', null, 'ceramic coating technolog(?:y|ies)', '陶瓷涂层(?:材料)?(?:的?(?:相关)?技术)?'],
  ['peptide synthesizers', '多肽合成仪', null, 'peptide synthesi[sz]ers?', '(?:多)?肽合成(?:仪|器)'],
  ['tunable lasers', '可调谐激光器', null, 'tunable lasers?', '可调谐激光器'],
  ['lasers', '激光器', null, 'lasers?\\b', '激光器|雷射(?:器)?'],
  ['optical fibre', '光纤', null, '(?<!\\b(?:for|in) )optical fib(?:re|er)s?\\b|fib(?:re|er)[- ]optic cables?\\b', '(?<!用于[^,]{0,12})(?:光纤|光导纤维)(?!用|级|通信|通讯|等?领域)'],
  ['sensors', '传感器', null, 'sensors?\\b', '传感器|感测器'],
  ['CNC machine tools', '数控机床', null, '(?:cnc|numerically[- ]controlled|computer numerical control) machine tools?\\b', '数控机床|数控工具机'],
  ['CNC controllers', '数控系统', null, 'cnc (?:controllers?|control systems?)(?: parts?)?\\b|numerical controllers?\\b', '数控(?:系统|装置|控制器)'],
  ['construction machinery', '工程机械', null, '(?:heavy )?construction (?:machinery|equipment)', '(?:重型)?工程机械'],
  ['aircraft parts', '飞机零部件', null, '(?:aircraft|aviation) (?:parts?|components?)\\b', '(?:飞机|航空)零?(?:部件|组件|件)'],
  ['machine tools', '机床', null, 'machine tools?\\b', '机床|工具机'],
  ['ball bearings', '轴承', null, '(?:ball )?bearings\\b', '(?:滚珠)?轴承'],
  ['underwater visual systems', '水下视觉系统', null, 'underwater (?:visual|camera|imaging) systems?', '水下(?:视觉|摄像|成像)系统'],
  ['cameras', '照相机', null, '(?:thermal[- ]imaging |imaging )?cameras?\\b', '照相机|摄像机'],
  ['nuclear reactor components', '核反应堆部件', null, 'nuclear reactor (?:components?|parts?|equipment)', '核反应堆(?:部件|设备)'],
  ['nuclear items', '核物项', null, 'nuclear (?:non-?proliferation|items?|equipment|materials?|commodities)', '核(?:物项|设备|材料|出口)'],
  ['radioactive waste', '放射性废物', null, 'radioactive waste', '放射性废(?:物|料)'],
  ['conventional weapons-related items', '常规武器相关物项', null, 'conventional weapons?', '常规武器'],
  ['defense articles', '防务物品', null, 'defen[cs]e articles?', '防务物品'],
  ['military goods', '军品', null, 'military (?:goods|items(?! ?\\(schedule)|equipment|list items)', '军品|军事物资|军用物资'],
  ['war materiel', '战争物资', null, 'war mat[eé]riel', '战争物资'],
  ['firearms', '枪支', null, 'firearms?', '枪支'],
  ['weapons', '武器', null, '(?:arms\\b(?= (?:go|for|to)\\b)|arms exports?\\b(?! control)|exports? of arms|weapons?\\b(?! of mass))', '(?<!杀伤性)武器(?!装备发展)'],
  ['medical devices', '医疗器械', null, 'medical devices?', '医疗器械'],
  ['strategic high-tech commodities', '战略性高科技货品', null, 'strategic high[- ]tech(?:nology)? commodities', '战略性高科技货品'],
  ['dual-use items', '两用物项', null, 'dual[- ]use(?: (?:items?|goods|technolog(?:y|ies)|products?))?', '两用(?:物项|物品|货物|产品|技术)'],
  ['refined oil', '成品油', null, 'refined (?:oil|petroleum|fuel)(?: products?)?', '成品油'],
  ['crude oil', '原油', null, 'crude oil', '原油'],
  ['coal', '煤炭', null, 'coal\\b', '煤炭'],
  ['lubricant additives', '润滑油添加剂', null, 'lubricant additives?\\b', '润滑(?:油|剂)添加剂'],
  ['urea', '尿素', null, 'urea\\b', '尿素'],
  ['phosphate', '磷酸盐', null, '(?:mono|di)?(?:ammonium )?phosphates?\\b', '磷酸(?:盐|一铵|二铵)|磷肥|磷铵|磷矿石?'],
  ['fertilisers', '化肥', null, 'fertili[sz]ers?\\b', '化肥|肥料'],
  ['sugar', '食糖', null, '(?:raw |white |refined )?sugar\\b', '食糖|原糖|白糖|蔗糖'],
  ['rice bran', '米糠', null, '(?:de-oiled )?rice bran', '米糠'],
  ['rice', '大米', null, '(?:basmati |broken |white )?rice\\b', '大米|稻米|稻谷|碎米'],
  ['wheat', '小麦', null, 'wheat\\b(?: flour)?', '小麦粉?'],
  ['timber', '木材', null, 'timber\\b|sawn ?wood|(?:raw|round) ?logs?\\b', '木材|原木|锯材'],
  ['rubber', '橡胶', null, '(?:natural |synthetic |vulcani[sz]ed )?rubber\\b', '(?:天然|合成|硫化)?橡胶'],
  ['cotton', '棉花', null, 'cotton\\b', '棉花'],
  ['palm oil', '棕榈油', null, 'palm oil', '棕榈油'],
  ['grain', '粮食', null, 'grains?\\b', '粮食|谷物'],
  ['agricultural commodities', '农产品', null, 'agricultural (?:commodities|products?|goods)', '农产品'],
  ['liquorice', '甘草', null, 'li(?:quo|co)rice', '甘草'],
  ['rush products', '蔺草制品', null, 'rush(?: and rush)? products?', '蔺草(?:及)?(?:蔺草)?制品'],
  ['glass eels', '鳗鱼苗', null, 'glass eels?|eel fry', '鳗(?:鱼)?苗'],
  ['live cattle', '活牛', null, 'live cattle', '活牛'],
  ['live pigs', '活猪', null, 'live (?:pigs?|hogs?|swine)', '活猪'],
  ['tunnel boring machines', '隧道掘进机', null, 'tunnel(?:ling)?[- ]boring machines?', '盾构机|隧道掘进机'],
  ['aircraft engines', '航空发动机', null, '(?:aircraft|aero|jet) engines?\\b', '航空发动机'],
  ['liquefied natural gas', '液化天然气', null, '(?:liquefied natural gas|LNG)\\b', '液化天然气'],
  ['natural gas', '天然气', null, 'natural gas\\b', '(?<!液化)天然气'],
  ['gasoline', '汽油', null, '(?:gasoline|petrol)\\b', '汽油'],
  ['diesel', '柴油', null, 'diesel\\b(?! engine)', '柴油(?!机)'],
  ['jet fuel', '航空煤油', null, '(?:jet|aviation) fuel\\b', '航空?煤油|航煤'],
  ['sulphuric acid', '硫酸', null, 'sul(?:ph|f)uric acid', '硫酸(?!盐|铵|钾|镍|钴)'],
  ['carbon fibre', '碳纤维', null, 'carbon fib(?:re|er)s?\\b', '碳纤维'],
  ['high-enriched uranium', '高浓铀', null, 'high(?:ly)?[- ]enriched uranium|\\bHEU\\b', '高浓铀'],
  ['batteries', '电池', null, '(?<!lithium(?:-ion)? )(?:(?:rechargeable|secondary) )?batteries\\b', '(?<!锂(?:离子)?)(?:二次|蓄)?电池(?!正极|级)'],
  ['copper', '铜', 'Cu', 'copper\\b(?! concentrate)', '铜(?!精矿|陵|锣)'],
  ['tin', '锡', 'Sn', 'tin\\b(?! cans?)', '(?<!无)锡(?:矿|锭|精矿)?(?!林|伯|盟|兰|金)'],
  ['iron ore', '铁矿石', null, 'iron ore\\b', '铁矿石'],
  ['gold', '黄金', 'Au', 'gold\\b(?! standard)', '黄金'],
  ['silver', '白银', 'Ag', 'silver\\b(?! lining)', '白银'],
  ['platinum', '铂金', 'Pt', 'platinum\\b', '铂金'],
  ['maize', '玉米', null, '(?:maize|corn)\\b', '玉米'],
  ['onions', '洋葱', null, 'onions?\\b', '洋葱'],
    ['soybeans', '大豆', null, 'soya?beans?\\b', '大豆'],
  ['fish', '鱼类', null, '(?:hilsa(?: fish)?|fish)\\b(?!ing)', '鱼类|鲥鱼'],
  ['wine', '葡萄酒', null, 'wines?\\b', '葡萄酒'],
  ['ginseng', '人参', null, 'ginseng', '人参'],
  ['plastic waste', '废塑料', null, 'plastic waste', '废塑料'],
  ['electronic components', '电子元件', null, 'electronic components?\\b', '电子(?:元器?件|零组件)'],
  ['encryption items', '加密物项', null, 'encryption (?:items?|products?|commodities|software)', '加密(?:物项|产品|软件)|商用密码(?:产品)?'],
  ['infrared detectors', '红外探测器', null, 'infrared (?:detectors?|imagers?|cameras?|sensors?)', '红外(?:探测器|成像(?:设备|仪)|相机)'],
  ['radar', '雷达', null, 'radars?\\b', '雷达'],
  ['inertial measurement units', '惯性测量设备', null, 'inertial (?:measurement|navigation)(?: \\w+)?', '惯性(?:测量|导航)(?:设备|装置|系统)?'],
  ['counter-drone equipment', '反无人机设备', null, '(?:counter|anti)[- ](?:drone|uav) (?:equipment|systems?)', '反无人机(?:电子)?(?:设备|系统|装备)?'],
  ['satellites', '卫星', null, '(?:commercial )?satellites?\\b(?: components?)?', '卫星(?:部件|零件)?(?!城|通信|导航|电视|频道|卫视)'],
  ['vaccines', '疫苗', null, 'vaccines?\\b', '疫苗'],
  ['face masks', '口罩', null, 'face masks?\\b', '口罩'],
  ['technology', '技术', null, 'technology exports?|export of technolog(?:y|ies)', '技术出口|禁止出口限制出口技术'],
];

const rareEarthElements = new Set(rows.slice(0, 17).map(([name]) => name));

export const goods: readonly Good[] = rows.map(([name, zh, symbol, en, han]) => ({
  name,
  zh,
  symbol,
  en,
  han,
}));

const byName = new Map(goods.map((good) => [good.name, good]));

/** The display name of a good; an id that the lexicon does not know is returned as it is. */
export function goodName(good: string, language: Language): string {
  const known = byName.get(good);
  return known && language === 'zh' ? known.zh : good;
}

/** `Sm` for samarium; null for what has no chemical symbol. */
export function goodSymbol(good: string): string | null {
  return byName.get(good)?.symbol ?? null;
}

/** Whether a good is one of the seventeen elements, and not a product made of them. */
export function isRareEarthElement(good: string): boolean {
  return rareEarthElements.has(good);
}
