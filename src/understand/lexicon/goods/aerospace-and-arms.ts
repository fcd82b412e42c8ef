import type { Row } from './row.ts';

/** Aircraft, space, drones, weapons and what goes with them. */
// biome-ignore format: one line a term
export const aerospaceAndArms: readonly Row[] = [
  ['aerospace manufacturing equipment', '航空航天制造装备', null, 'aerospace(?: structur\\w+ (?:parts?|components?)| components?| engines?)?(?: and (?:\\w+ ){0,3}?engines?)? (?:manufacturing|production) (?:equipment|tooling)|aerospace structur\\w+ (?:parts?|components?)|(?:aircraft|aerospace) structures?', '航空航[天太](?:结构件)?(?:[及、和与]航?空?发动机)?制造(?:相关)?(?:的?装备|设备)|航空航天结构件[及、和]航?空?发动机'],
  ['spacesuit manufacturing equipment', '宇航服制造装备', null, 'space ?suits?(?: visors?)?(?: (?:manufacturing|production) (?:equipment|tooling))?', '(?:宇航|航天|太空)[服衣](?:面窗)?(?:制造|生产|相关)*(?:装备|设备)?'],
  ['gas turbine manufacturing equipment', '燃气轮机制造装备', null, 'gas turbines?(?: engines?)?(?: (?:manufacturing|production) (?:equipment|tooling))?', '燃气(?:[涡渦]轮|轮机)(?:发动机)?(?:\\/燃气轮机)?(?:发动机)?(?:制造|相关|及)*(?:装备|设备)?'],
  ['counter-drone equipment', '反无人机设备', null, '(?:counter|anti)[- ](?:drone|uav|uas)(?: (?:electronic )?(?:equipment|systems?|items?|technolog(?:y|ies)))?', '(?:民用)?反(?:制)?无人机(?:电子)?(?:设备|系统|装备)?'],
  ['drones', '无人机', null, "(?:civilian |military |consumer )?drones?(?: (?:parts?|components?|engines?|payloads?))?(?! (?:strikes?|attacks?|incursions?|warfare))|(?:unmanned|uncrewed) (?:aerial|aircraft|air) (?:vehicles?|systems?)|unmanned aircraft|ua[vs]s?", '(?:民用|军用)?无人(?:飞行)?机(?:专用)?(?:零?部件|零组件|发动机|载荷)?(?![袭襲]击|侵)|无人(?:驾驶)?(?:航空)?(?:飞行|载具)器|无人驾驶(?:飞艇|航空器)'],
  ['aircraft engines', '航空发动机', null, '(?:aircraft|aero-?|jet|aviation|turbofan|turboprop|airliner)[- ]?engines?(?: parts)?|(?:leap-1[abc]|cfm56|cj-?1000a?)(?: engines?)?|(?:c919|c909|arj21)(?:(?:,| and|, and) (?:c919|c909|arj21))*(?:\'s)? (?:jet )?engines?', '(?:航空|飞机|客机|[涡渦][扇轮桨]|[渦]扇)(?:发动机|引擎)|(?:(?:c919|c909|arj21)[、和及与]?)+(?:客机|飞机)?(?:的|所用)?(?:发动机|引擎)|(?:leap-1[abc]|cfm56|长江-?1000a?)(?:发动机|引擎)?|(?<=商飞[^,。]{0,8})(?:发动机|引擎)'],
  ['aircraft parts', '飞机零部件', null, '(?:(?:civil )?(?:aircraft|aviation|aerospace|airplane|F-35|fighter)) (?:spare )?(?:parts?|components?|equipment)|(?:parts?|components?) (?:for|of) (?:the )?(?:civil )?(?:aircraft|F-35s?|airplanes|military aircraft|fighter jets?)', '(?:民用|军用)?(?:飞机|航空(?!航天)器?|F-?35(?:战[斗机]+)?)(?:的)?零?(?:部件|组件|零件|配件|件)'],
  ['fighter jets', '战斗机', null, 'fighter (?:jets?|aircraft|planes?)|eurofighters?|warplanes?', '(?:战斗|[歼殲]击)机'],
  ['helicopters', '直升机', null, 'helicopters?', '直升机'],
  ['aircraft', '飞机', null, '(?:civil(?:ian)? |passenger |military )?(?:aircraft|air-?planes?)(?! (?:carriers?|parts|engines?|leas))', '(?<!无人|直升)飞机(?!零|场|票|发动机|部件|租赁)'],
  ['launch vehicles', '运载火箭', null, '(?:space )?launch vehicles?|(?:space )?rockets?(?: (?:engines?|motors?|systems?))?(?! attacks?)', '(?:运载)?火箭(?:发动机)?(?!军|炮|[袭襲]击)'],
  ['missiles', '导弹', null, '(?:ballistic |cruise |anti-tank |air defen[cs]e )?missiles?(?: (?:systems?|technolog(?:y|ies)|components?|parts))?(?! (?:attacks?|strikes?|control|tests?))', '(?:弹道)?导弹(?:系统|技术)?(?![袭襲]击|试射|及其技术)|飞弹'],
  ['satellites', '卫星', null, '(?:commercial |communications? )?(?:satellites?|spacecraft)(?: (?:components?|parts|systems?|items?))?(?! (?:images?|imagery|communication|navigation|tv|television))', '(?:商业|人造|通信)?卫星(?:及?其?(?:部件|零件|零部件))?(?!城|通信|通讯|导航|电视|频道|卫视|图)|航天器'],
  ['space items', '航天物项', null, 'space(?:-related)? (?:items?|technolog(?:y|ies)|systems? items|exports?)', '(?:航天|太空)(?:物项|产品|技术)'],
  ['conventional weapons-related items', '常规武器相关物项', null, 'conventional[- ](?:weapons?|arms)(?:[- ]related)?(?: (?:items?|goods))?', '常规武器(?:相关物项)?'],
  ['firearms', '枪支', null, '(?:(?:semi-?automatic|civilian) )?(?:fire-?arms?|rifles?|pistols?|handguns?|shotguns?|guns?(?= exports?| parts))(?: (?:parts|components))?', '[枪槍](?:支|械)|(?:步|手|[猎獵])[枪槍]'],
  ['ammunition', '弹药', null, 'ammunition|munitions(?! list)|(?:artillery|mortar) (?:shells?|rounds?)|(?:lead-free )?(?:bird|buck)shot|bullets?|cartridges?(?= exports?)', '弹药|炮弹|子弹'],
  ['artillery', '火炮', null, 'artillery(?: systems?)?|howitzers?', '火[炮砲]|榴弹[炮砲]'],
  ['armoured vehicles', '装甲车辆', null, '(?:armou?red (?:personnel carriers|vehicles?)|battle tanks?|(?:leopard|main battle) (?:2 )?tanks?)', '装甲车(?:辆)?|坦克'],
  ['body armour', '防弹衣', null, 'body armou?r|bullet-?proof vests?|ballistic (?:vests|helmets|protection)|helmets', '防弹(?:衣|背心|头盔|钢板)'],
  ['tear gas', '催泪瓦斯', null, 'tear gas|crowd[- ]control (?:equipment|items)|riot (?:control )?(?:equipment|gear)|anti-riot (?:equipment|gear)', '催泪(?:瓦斯|弹|剂)|防暴(?:装备|器材)'],
  ['torture goods', '酷刑器具', null, '(?:goods|items) (?:that could be )?used for (?:capital punishment|torture)[\\w ,]{0,40}|torture (?:goods|instruments|equipment)|execution drugs', '酷刑(?:器具|用具|工具)|刑具'],
  ['landmines', '地雷', null, '(?:anti-personnel )?land-?mines?|cluster munitions?', '地雷|集束弹药'],
  ['crime control equipment', '犯罪控制设备', null, 'crime[- ]control (?:equipment|items?|and detection (?:equipment|items?)|instruments)', '犯罪控制(?:设备|物项)'],
  ['defense articles', '防务物品', null, 'defen[cs]e (?:articles?|trade items)(?: (?:and|or) defen[cs]e services?)?|(?:usml|(?:u\\.?s\\.? )?munitions list)(?: (?:articles?|items?))?|munitions items?', '防务(?:物品|产品|装备)|防御物品|军需物品'],
  ['war materiel', '战争物资', null, 'war mat(?:[eé]riel|erials?)|war weapons', '战争(?:物资|武器)'],
  ['military goods', '军品', null, '(?:military|defen[cs]e)(?:[- ]related)? (?:goods|items(?! ?\\(schedule)|equipment|list items|products?|hardware|exports?|mat[eé]riel|kit|supplies|technolog(?:y|ies))|militar(?:y|ies) (?:and|or) dual[- ]use(?= )|armaments?', '军品|军(?:事|用|工)(?:物资|物项|物品|产品|货品|装备|设备|用品|技术)(?!发展部|采购)|国防(?:物资|物项|装备|产品)|防卫装备|军备'],
  ['weapons', '武器', null, '(?:lethal |offensive )?(?:arms(?! sales? to taiwan)(?= (?:go|for|to|sales?|deliver\\w+|shipments?|transfers?|suppl\\w+|licen[cs]\\w+|permits?|consents?|approvals?|authori[sz]ations?)\\b)|arms[- ]exports?(?! (?:control|polic|law|act|regulation))|exports? of arms|(?:full-system )?conventional arms|small arms(?: and light weapons)?|light weapons|weapons?(?: (?:systems?|parts|components|exports?))?(?! of mass| control|-usable))(?! control| race| embargo|ed)', '(?<!杀伤性|常规|核|化学|生物)武器(?:出口|系统)?(?!装备发展|贸易条约|管制|禁运)|(?<=对(?!台)\\S{1,5})军售'],
];
