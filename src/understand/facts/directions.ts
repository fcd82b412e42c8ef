import type { Language } from '../../domain/source.ts';

/**
 * How the words on either side of a list of countries say that goods go there, or may not. All patterns see
 * folded text. `lead` is what stands before the first name of the list, `tail` what follows the last one.
 */
interface Grammar {
  /** What may stand between two names of one list. */
  joint: RegExp;
  /** Prepositions and verbs after which a name is where goods go. */
  before: RegExp;
  /** The same words where nothing goes anywhere: "according to", 针对. */
  notGoods: RegExp;
  /** Those whom a name describes and who receive: "Japanese firms", 日本企业. Also names that are listed as such. */
  after: RegExp;
  /** Receivers who only have their say: "European carmakers warned of stoppages". */
  reacts: RegExp;
  /** Words after which even one who reacts is spoken of as an applicant. */
  applies: RegExp;
  /** Names of authorities, and of where goods were made. */
  neither: RegExp;
  /** Before a list of those left out, and after it. */
  except: RegExp;
  outside: RegExp;
  /** What is moved from one list of countries to another. */
  moved: { lead: RegExp; tail: RegExp };
}

const count =
  '(?:\\d[\\d,]{0,6}|an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozens of|(?:a )?few)';
const enWho =
  '(?:users?|buyers?|customers?|clients?|companies|company|corporations?|firms?|entit(?:y|ies)|plants?|fabs?|facilit(?:y|ies)|factor(?:y|ies)|destinations?|importers?|operators?|subsidiar(?:y|ies)|affiliates?|(?:chip(?:making)? )?tools)';
const described = `(?:(?:the|a (?:number|handful|group|couple|range|few dozen) of|dozens of|hundreds of|certain|both|all|some|several|many|most|more|selected|civilian|licensed|top|approved|${count}) ){0,4}`;

const regions =
  '(?:the )?(?:ASEAN|Middle East|South-?[Ee]ast Asia|Africa|Gulf(?: states)?|Asia|North America|Latin America)';

const en: Grammar = {
  joint:
    /^[\s,)("'0-9]*(?:(?:and|or|as well as|plus|the|one|two|three|four|five|six|each|in|Republic of|People's Republic of|[A-Z]{2,4}|and [A-Z][\w&.-]{1,20} (?:of|in))(?![A-Za-z])[\s,)("'0-9]*){0,6}$/,
  before: new RegExp(
    [
      '\\b(?:to (?:and|or) from|to|for|among|across|within|towards?|into|targeting|(?:destined|bound|intended) for(?: (?:,? ?(?:or|and) )?originating in)?|suppliers of|makers of)',
      '\\b(?:controls?|curbs?|restrictions?|limits?|embargo(?:es)?|bans?) (?:on|against|related to)|\\bpolicy for|\\bgroup',
      '\\b(?:applications?|requests?|orders?) (?:from|by)|\\b(?:covers?|covering|extends? to)',
      '\\b(?:countries|destinations|nations|states|markets)\\b[^.;]{0,60}\\b(?:including|such as|namely|like)',
      '\\bdestinations? (?:of (?:the )?[\\w-]+(?: [\\w-]+)?\\W{1,4}|of|schedule)|\\b(?:country|countries) of (?:destination|end[- ]use)|\\bdestinations?\\W{1,4}',
      `\\b${enWho}(?:, (?:one |\\w+ )?each,?)?(?: (?:is|are))?(?: (?:located|based|registered))? (?:in|from)(?: or within)?`,
      '\\b(?:authori[sz]ations)(?:, (?:one |\\w+ )?each,?)? in',
      '\\b(?:to|for)\\b[^.;]{0,60}\\b[A-Z][\\w&.-]*, in',
      '\\b(?:bound for|to|for) [^.;]{0,40}\\bin [A-Z]\\w+,',
      '\\b(?:\\w+|\\d+) of (?:them|which|whom) (?:are |is |were )?(?:based |located )?in',
      '\\b(?:waivers?|licen[cs]es?|permits?|approvals?) for [^.;]{0,40} in',
    ]
      .map(
        (words) =>
          `(?:${words}) ?(?:${regions}(?:,| and|, and) )?${described}(?:(?:suppliers of|makers of|government of|${enWho} in) ${described})?(?:(?:People's )?Republic of |Kingdom of )?["(]?$`,
      )
      .join('|'),
    'i',
  ),
  notGoods:
    /\bheld by $|\b(?:look|inquir|enquir|prob|investigat|research)\w* into (?:an? |the )?$|\b(?:according|due|thanks|respon\w+|repl(?:y|ies|ied)|reacti?\w*|visits?|visited|trips?|letters?|blow|threats?|setback|signal|concessions?|message|warnings?|appeal|close|closer|relat\w+|similar|compar\w+|oppos\w+|objections?|complain\w*|pledge[ds]?|promise[ds]?|ambassador|envoy|talk\w*|spoke|speak\w*|retaliat\w+|refer\w*|contrast|linked|ties|told|changes?|amendments?|updates?|revisions?|challenge|answers?|notified|explained|proposed|critici\w+|arms sales|weapons sales) to (?:the )?$|\b(?:not|never|barred|forbidden|ban\w*)\b[^.;]{0,40}\b(?:re-?(?:sold|sell|selling|export\w*|transferr?\w*|ship\w*)|passed on|diverted|forwarded|onward)\b[^.;]{0,16}$|\b(?:hit|hits|hitting|hurt|hurts|hurting|harm\w*|alarm\w*|squeez\w*)\b[^.,;]{0,40}$|\b(?:spokes\w+|ministry|minister|deal|win|victory|risks?|worr\w+|problems?|lesson|news|model|secretary|commissioner|envoy|responsib\w+|waiting|blow|spoke|speaking) for (?:the )?$/i,
  after: new RegExp(
    [
      '^-bound\\b|^ (?:drops? out|(?:is|are|was|were) (?:dropped|removed|struck)) (?:of|from) [^.;]{0,24}(?:list|destinations)|^ (?:from|to) the list of|^,? (?:among them|included)\\b',
      '^ (?:(?:(?:is|are|was|were|has been|have been) )?(?:re)?added to|joins?|joined) (?:the |its )?"?(?:\\w+ ){0,3}?(?:list|group|table|destinations|countries)\\b',
      '^,? (?:(?:were|are|was|as|being) )?(?:the |its |their )?(?:main|top|largest|biggest|leading|principal|chief) (?:recipients?|destinations?|buyers?|markets?|customers?|importers?)',
      '^ (?:(?:may|can|could|will) (?:\\w+ )?(?:import|buy|get|order|purchase)|(?:\\w+ ){0,3}(?:receiv(?:e|es|ed|ing)|obtain(?:s|ed)?|secured?|got|gets))\\b',
      "^(?:n|ese|an)?(?:'s)?(?:[- ]based)?,? ?(?:[a-z-]+ ){0,2}?(?:military|defen[cs]e|end[- ]users?|entit|firms?\\b|compan|corporations|\\w+makers|makers\\b|manufacturers|contractors|importers|groups|parties|organi[sz]ations|institutions|users|suppliers|clients|customers|buyers|smelters|refiners|fabs\\b|operators|laborator|universit|subsidiar|plants\\b|factories|[- ]?region entit|market\\b|markets\\b|ones?\\b(?! export)|chamber of commerce|and (?:its|all) )",
    ].join('|'),
    'i',
  ),
  reacts:
    /^[^.,;]{0,60}?(?:firms?|companies|\w*makers|manufacturers|suppliers|customers|buyers|smelters|users|importers|groups)\b(?: (?:such as|including|like) [^,]{0,30},?)?(?: (?:have|has|had|who|that|also|already|were|are))* (?:warn|critici|complain|sa(?:y|id)\b|welcom|fear|protest|worr|told|halt|stopp?|shut|suffer|express|voic|object|lament|los[et])/i,
  applies: /\b(?:receiv|obtain|grant|approv|secur|licen[cs]|permi|applic|applied|got\b)/i,
  neither:
    /^-(?:origin|made|built|designed|developed|produced)\b|^(?:'s?)? (?:[\w-]+ )?(?:authorit|government(?! (?:end[- ])?users?| entit)|ministr|minister|officials|embassy|side\b|regulators?|delegation|counterparts?|negotiators|ambassador|press\b|media\b|trade (?:minister|commissioner|representative)|commissioner|origin\b)/i,
  except:
    /\b(?:except(?: for| to| in)?|other than|excluding|apart from|outside(?: of)?|not (?:to|for)|none (?:\w+ )?(?:to|for)) (?:the |those (?:to|in) |exports to )?$/i,
  outside: /^ (?:(?:are|is|being) )?(?:excepted|excluded)\b/,
  moved: {
    lead: /\b(?:remov|add|put|blacklist|restor|reinstat|mov|reclassif|transferr?|includ|plac|dropp?|upgrad|downgrad|delet|return)(?:e?s|e?d|ing|y|ied|ies|e)?\b (?:\w+ ){0,2}?(?:the )?$/i,
    tail: /^[^.;,]{0,40}? (?:from|to|on|in|into) (?:[\w']+ ){0,4}?(?:list|lists|whitelist|schedule|group|category|annex|table)\b/i,
  },
};

const hanWho =
  '(?:实体|企业|公司|用户|客户|厂商|车企|工厂|买家|订单|市场|军方|军事|涉军|军工|供应商|供货方|零部件商|进口商(?!品)|贸易商|磁材商|商会)';

const zh: Grammar = {
  joint: /^(?:[A-Z][A-Za-z\d&.-]{0,20})?[\s,、和及与或以同)("'0-9]{0,40}$/,
  before: new RegExp(
    [
      '(?:对|向|输|往|给|至|交付|售予|出售|停售|增列|新增|适用于|涵盖|涉及|对包括|向包括|面向)(?:部分|有关|上述|一些|多家|包括|\\d{1,3}[家个]|(?:东盟|中东|东南亚|北美|南美|拉美|非洲|中亚|海湾国家)[、和及与])?',
      '(?:用户|客户|买家|工厂|企业|订单)[^,。;]{0,6}(?:位于|在|来自)',
      '目的(?:国|地)(?:家)?(?:为|是|:)',
      '(?<!进)(?:出口|输出|销往|运抵)',
      '[家批](?=[美日欧韩台]企?)',
    ]
      .map((words) => `(?:${words})$`)
      .join('|'),
  ),
  notGoods:
    /原产于$|产自$|(?:针|应|反|面|绝|相|核)对$|是否[^,。;]{0,12}$|(?:不得|不可|不能|禁止|不再)(?:将[^,。;]{0,8})?(?:转|再)[^,。;]{0,6}$/,
  after: new RegExp(
    `^(?:[和及、与][\\u4e00-\\u9fff]{2,6}?)?(?:等?(?:\\d{1,2}|[一二两三四五六七八九十])?个?(?:国家|地区|国|经济体)(?:和地区)?|等(?:地)?)?的?(?:部分|有关|相关|多家|一些)?(?:\\d{1,3}家)?(?:(?![对将已宣表称说与就在要加因])[\\u4e00-\\u9fff]){0,6}?${hanWho}|^\\d{1,3}[家个]|^(?:仍|还|另|尚)有[^,。;]{0,12}(?:申请|材料|企业|公司)[^,。;]{0,6}(?:排队|待批|待审|等待|审理|审批)`,
  ),
  reacts:
    /^[^,。;]{0,12}?(?:抱怨|关切|担忧|表示|警告|反映|批评|不满|投诉|停产|停工|减产|指责|质疑|呼吁|通报|转达|抗议)/,
  applies: /出口申请|许可|批准|获批/,
  neither:
    /^(?:产|原产|政府(?!采购|用户)|当局|官员|商务部|外交部|经济部|媒体|驻华|大使|部长|总统|首相|贸易代表|海关|籍)/,
  except: /(?<![解免消删移])除(?:了|对|向|输往|出口至|输)?$/,
  outside:
    /^(?:等?\d*个?(?:[^,。;]{0,4}(?:国家|国|地区|成员)(?:[和或及、](?:国家|地区))?)?)(?:[以之者]外|外[,的])/,
  moved: {
    lead: /(?:将|把)$/,
    tail: /^[^,。;]{0,10}(?:移出|移入|列入|纳入|加入|剔除|恢复|调入|调出)[^,。;]{0,14}(?:名单|国家?组?|清单|地区)/,
  },
};

const grammars: Record<Language, Grammar> = { en, zh };

/** Between two names of one list. */
const longestJoint = 40;

/** Whether two names stand in one list, with these words between them. */
export function joins(between: string, language: Language): boolean {
  return between.length <= longestJoint && grammars[language].joint.test(between);
}

/** Before receivers of whom it is not known whether they received. */
const uncertain = /\b(?:whether|unclear|how many)\b/i;
const outcome = /\b(?:receiv|obtain|grant|approv|secur|licen[cs]|permi|got\b|cover|includ|among|benefit)/i;
/** "For Suzuki of Japan", "to a plant in Germany". */
const firmOf = /\b(?:to|for|of|and) (?:[A-Z][\w&.-]{1,20} ){1,3}(?:of|in) (?:the )?$/;
/** 自由港印尼公司: one firm's own name. */
const ownName = /[\u4e00-\u9fff](?<![为与和及对向给批了的家等名至由获被以将于在就但而是用有])$/;

/** 对日(...): goods go there where the rest of the clause says what is done with goods. */
const doneToGoods =
  /^[^。;]{0,40}?(?:出口|管制|提供|禁|供应|断供|输出|许可|实施|销售|审批|批准|放行|转让|发运|交付|用户|实体|企业)/;
const notTowards = /[针应反面绝相核]$/;
const saidTo =
  /^[^,。;]{0,4}(?:查询|咨询|了解|求证|核实|交涉|请求|反映|递交|提交|通报|表示|提出|抗议|说明|转达|承诺|施压|军售)/;

/** "For Chinese magnets": where goods come from. */
const demonym = /(?:ese|ish|ian|ean|can|Dutch|French|Swiss|German|^U\.?S\.?)$/;
const madeThere =
  /^ (?:(?!\w*(?:makers|buyers|firms|companies|users|plants|importers)\b)(?:[a-z]+-)?[a-z]+ (?:and )?){0,3}?(?:magnets?|chips?|semiconductors?|rare[- ]earths?|minerals?|metals?|goods|products?|exports|shipments|supplies|suppl(?:y|ied)|equipment|tools|technology|batteries|drones|graphite|gallium|germanium|antimony|tungsten|parts|components|materials|paperwork|permits|curbs|rules)\b(?! (?:\w+makers|makers|firms|companies|users|buyers|customers|importers|manufacturers|suppliers|producers|group|company|plants?))/i;

/** "Three Chinese magnet makers secure licences": those who export. */
const sellers =
  /^ (?:[\w-]+ ){0,2}?(?:exporters|producers|miners|(?:magnet|rare[- ]earth) makers|refiners)\b[^.;]{0,60}\b(?:licen[cs]|permit|approv)/i;

/** "Puts South Africa chip curbs on hold". */
const actsOn = /\b(?:put|suspend|lift|eas|impos|tighten|paus|halt|drop|remov|scrap)[a-z]* $/;
const ownCurbs =
  /^ (?:(?:chip|semiconductor|rare[- ]earths?|export|arms|technology|drone) ){1,2}(?:curbs?|controls?|restrictions?|bans?|limits?)\b/;

/** What stands around a list of names in a sentence. */
export interface Around {
  lead: string;
  /** The first name's own words: 对日, 日企. */
  words: string;
  tail: string;
  language: Language;
}

/** What a list of countries is to the goods: where they go, who is left out, or neither. */
export function directionOf({ lead, words, tail, language }: Around): 'there' | 'anywhere-else' | null {
  const grammar = grammars[language];
  if (grammar.except.test(lead) || grammar.outside.test(tail)) return 'anywhere-else';
  if (grammar.neither.test(tail)) return null;
  if (language === 'en' && demonym.test(words) && madeThere.test(tail)) return null;
  if (words === 'Chinese' && sellers.test(tail)) return null;
  if (language === 'en' && uncertain.test(lead) && outcome.test(tail.slice(0, 60))) return null;
  const said = grammar.reacts.exec(tail);
  const reacts = said !== null && !grammar.applies.test(tail.slice(0, said[0].length + 40));
  if (grammar.moved.lead.test(lead) && grammar.moved.tail.test(tail)) return 'there';
  if (language === 'zh') {
    if (words.endsWith('企')) return reacts ? null : 'there';
    if (ownName.test(lead) && tail.startsWith('公司')) return null;
    // 活牛(对港澳): of some of the goods alone.
    if (lead.endsWith('(对') && tail.startsWith(')')) return null;
    if (words.startsWith('对')) {
      return !notTowards.test(lead) && !saidTo.test(tail) && doneToGoods.test(tail) ? 'there' : null;
    }
    if (saidTo.test(tail)) return null;
    if (/涉及$/.test(lead)) return grammar.after.test(tail) ? 'there' : null;
  }
  if (grammar.notGoods.test(lead)) return null;
  if (actsOn.test(lead) && ownCurbs.test(tail)) return 'there';
  if (language === 'en' && firmOf.test(lead)) return 'there';
  if (grammar.before.test(lead)) return reacts && language === 'zh' ? null : 'there';
  return grammar.after.test(tail) && !reacts ? 'there' : null;
}
