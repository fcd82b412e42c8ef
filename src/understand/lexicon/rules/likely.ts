import type { Rule } from './rule.ts';

/**
 * The field's words in their usual order, whatever the sentence around them. Each is enough by itself and no more
 * (3 points): what speaks against outweighs it, and what the other rules know better decides the action.
 */

/** What an exporter needs. */
const permission =
  '(?:(?:non-)?licen[cs](?:es?|ing|ed)|permits?|permission|approvals?|authori[sz]ations?|authori[sz]ed|clearances?|green light)';

/** What is put on exports, and taken off again. */
const curbs =
  '(?:export(?:s|ing)?[- ](?:\\w+[- ]){0,2}?(?:controls?|curbs?|restrictions?|limits?|limitations|bans?|stops?|freezes?|embargo(?:es)?|rules?|prohibitions?|licen[cs]ing|permit system|regime)|(?:controls?|curbs?|restrictions?|limits?|limitations|bans?|embargo(?:es)?) on (?:the )?(?:\\w+[- ]){0,5}?(?:exports?|shipments?|sales|sold|transfers?|outbound)|(?:chip|semiconductor|rare[- ]earths?|minerals?|magnets?|graphite|technology|software|dual-use|equipment|drones?) (?:export )?(?:controls|curbs|restrictions|ban)|(?:chip|semiconductor)[- ](?:tool|equipment) (?:export )?rules|licen[cs](?:e|ing) (?:requirements?|regime|rules?|scheme|system)|control(?:led)?[- ](?:goods |items )?list(?:ing)?(?: measures)?|munitions list|strategic (?:items|goods|trade) (?:list|notice|controls?|rules))';

const curbsHan =
  '(?:(?:(?<!进)出口|输出)(?:管制|限制|管控|禁令|禁运|许可|审批|核准)|(?:芯片|晶片|稀土|技术|设备|半导体|石墨)(?:管制|禁令|限制令)|管控名单|(?:两用|管制)物项管制)';
const permissionHan = '(?:许可证?件?|准照|核准(?:文件)?|批准(?:文件)?|批件|准证|同意书|输出许可|许可批件)';

const en = (source: string) => new RegExp(source, 'i');

const foreignOrUnsure =
  /\b(?:nothing to do with|no (?:limits?|curbs?|restrictions?|bans?|controls?)|oppos\w*|urg\w*|call(?:s|ed)? (?:for|on)|demand\w*|condemn\w*|criticis\w*|protest\w*|accus\w*|threat\w*|against|could|may|might|would|not|no new|consider\w*|discuss\w*|ask(?:s|ed)? (?:for|to)|whether|if|impact of|due to|amid|despite|because of|affected by|hit by|expects?|welcom\w*|exchanged views|congratulat\w*|illegal\w*|smuggl\w*|seiz\w*|undeclared)\b|反对|欢迎|对话|注意到|称将|交流|无法提供|非法|走私|查获|擅自|敦促|呼吁|要求|谴责|滥用|泛化|指责|批评|考虑|拟议|是否|可能|影响|受[^,]{0,6}管制/i;

const words: Omit<Rule, 'weak' | 'points'>[] = [
  {
    id: 'pauses-curbs',
    says: 'puts controls on exports on hold',
    action: 'suspend_control',
    en: en(
      `\\b(?:suspen(?:d\\w*|sion)|paus(?:e|es|ed|ing)|delay\\w*|postpon\\w*|hold(?:s|ing)? off|held off|freez\\w*|halt(?:s|ed|ing)?|defer\\w*|shelv\\w*|put(?:s|ting)? on hold)\\b.{0,60}?\\b${curbs}\\b|\\b${curbs}\\b.{0,80}?\\b(?:suspended|paused|delayed|postponed|frozen|halted|deferred|shelved|on hold)\\b`,
    ),
    han: new RegExp(
      `(?:暂停|暂缓|喊停|喊卡|叫停|中止|停止|搁置|推迟|延后)[^。]{0,24}?${curbsHan}|${curbsHan}[^。]{0,16}?(?:暂停|暂缓|喊停|叫停|中止|停止|搁置|推迟|延后)`,
    ),
    unless: foreignOrUnsure,
  },
  {
    id: 'lifts-curbs',
    says: 'lifts or eases controls on exports',
    action: 'relax',
    en: en(
      `\\b(?:lift(?:s|ed|ing)?|eas(?:es?|ed|ing)|relax\\w*|loosen\\w*|scrap(?:s|ped|ping)?|drop(?:s|ped|ping)?|remov\\w*|cancel\\w*|rescind\\w*|repeal\\w*|revok\\w*|rescission|removal|reversal|revers(?:es|ed|ing)|withdr[ae]w\\w*|waiv\\w*|end(?:s|ed|ing)?|abolish\\w*|roll(?:s|ed|ing)? back|unwind\\w*|exempt\\w*)\\b.{0,60}?\\b${curbs}\\b|\\b${curbs}\\b.{0,60}?\\b(?:lifted|eased|relaxed|scrapped|dropped|removed|cancelled|rescinded|repealed|withdrawn|waived|ended|abolished|exempt\\w*)\\b|\\blicen[cs]e-free\\b|\\bpresumption of denial\\b.{0,40}?\\b(?:ends?|ended|end|removed|lifted)\\b`,
    ),
    han: new RegExp(
      `(?:取消|解除|解禁|放宽|放开|松绑|废止|废除|撤销|豁免|移出)[^,。]{0,20}?${curbsHan}|${curbsHan}[^,。]{0,12}?(?:取消|解除|放宽|放开|松绑|废止)|(?:不再需要|无需|无须|毋须|不需|免予?)[^,。]{0,16}?${permissionHan}`,
    ),
    unless: foreignOrUnsure,
  },
  {
    id: 'lets-out',
    says: 'lets goods be sold abroad',
    action: 'relax',
    exports: true,
    en: /\b(?:allow(?:s|ed|ing)?|permitt(?:ed|ing)|let(?:s|ting)?)\b (?:the |more |some )?(?:\w+ ){0,3}?(?:exports?|shipments?|sales abroad)\b|\b(?:lift(?:s|ed|ing)?|eas(?:es|ed|ing)|drop(?:s|ped|ping)?|end(?:s|ed|ing)?)\b.{0,24}?\b(?:bars?|ban|curbs?|restrictions?|controls?) on\b|\b(?:lift(?:s|ed|ing)?|drop(?:s|ped|ping)?|eas(?:es|ed|ing)|remov(?:es|ed|ing)|end(?:s|ed|ing))\b (?:the |its |these |those |all )?(?:curbs?|restrictions?|ban|embargo|limits)\b|\b(?:curbs?|restrictions?|ban|embargo)\b.{0,40}?\b(?:will be|were|was|has been|have been) (?:lifted|dropped|removed|eased)\b/i,
    han: /(?:允许|准许)[^,。]{0,12}?(?<!进)出口|(?:取消|解除|放宽)(?:有关|相关|上述|该|对[\u4e00-\u9fff]{1,4}?(?=[^,。;]{0,16}(?:限制|禁令|管制))[^,。;]{0,16}?)?(?:限制|禁令|管制)/,
    unless: foreignOrUnsure,
  },
  {
    id: 'bars-exports',
    says: 'keeps goods from being sold abroad',
    action: 'deny',
    exports: true,
    en: /\b(?:ban|bar|block|prohibit|forbid)(?:s|ned|red|ed|ning|ring|ing|den)?\b.{0,40}?\b(?:exports?|shipments?|sales (?:abroad|overseas)|overseas sales)\b|\bmay not (?:ship|export|sell|be (?:sold abroad|exported|shipped))\b/i,
    han: /(?:禁止|不得|禁运)[^,。]{0,16}?(?:(?<!进)出口(?!非法|走私)|外销|输往|对外(?:销售|供应))/,
    unless:
      /\b(?:oppos\w*|urg\w*|if|unless|whether|without|could|would have|lift\w*|end(?:s|ed|ing)|no longer|illegal\w*|import\w*)\b|反对|敦促|未经|取消|解除|非法|走私|进口/i,
  },
  {
    id: 'prolongs-licences',
    says: 'prolongs general licences or widens them',
    action: 'relax',
    en: /\b(?:prolong|extend|renew|enlarg|widen)\w*\b.{0,40}?\b(?:general (?:export )?(?:licen[cs]es?|authori[sz]ations?)|bulk (?:permits?|licen[cs]es?)|AGGs?|OGELs?)\b|\bgeneral licen[cs]es?\b.{0,60}?\b(?:prolonged|extended|renewed|widened)\b|\b(?:under|by) (?:a |an )?(?:[\w-]+ )?(?:bulk|general|open) (?:permits?|licen[cs]es?)\b|\b(?:bulk|general|comprehensive) (?:export )?(?:permits?|licen[cs]es?)\b.{0,40}?\b(?:can be used|validity|extended)|\bback in group a\b|\bdropp(?:ed|ing) case[- ]by[- ]case\b/i,
    han: /(?<!每[^,。]{0,6})(?:延长|扩大|续)[^,。]{0,20}?通用(?:出口)?许可|通用(?:出口)?许可[^。]{0,30}?(?:延长|续期|扩大|新增)/,
    unless: foreignOrUnsure,
  },
  {
    id: 'needs-no-licence',
    says: 'says that exports need no licence any more',
    action: 'relax',
    exports: true,
    en: en(`\\b(?:not|no longer) (?:need|require|be required)\\w*\\b.{0,30}?\\b${permission}\\b`),
    unless: /\bimport|\bif\b|\bunless\b|\bwhether\b/i,
  },
  {
    id: 'curbs-exports',
    says: 'puts or widens controls on exports',
    action: 'new_control',
    en: en(
      `\\b(?:finali[sz]\\w*|introduc\\w*|announc\\w*|tighten\\w*|expand\\w*|impos\\w*|unveil\\w*|adopt\\w*|roll(?:s|ed)? out|slap\\w*|bring\\w*|order(?:s|ed)|widen\\w*|broaden\\w*|step(?:s|ped)? up|extend\\w*|add(?:s|ed|ing)?|put(?:s|ting)?|plac(?:es?|ed|ing)|updat\\w*|revis\\w*|amend\\w*|enact\\w*|publish\\w*|issu(?:es?|ed|ing)|now under|tight(?:er|est)|strict(?:er|est)|tougher)\\b.{0,60}?\\b${curbs}\\b|\\b(?:newly|national(?:ly)?) control(?:led)?\\b|\\b(?:curb|restrict|limit|control)(?:s|ned|ed|ing|ling|led)? (?:the )?(?:\\w+[- ]){0,3}?(?:exports?|shipments?)\\b`,
    ),
    han: new RegExp(
      `(?:实施|实行|施行|采取|加强|扩大|收紧|加码|新增|公布|公告|出台|升级|祭出|发布|启动|强化|纳入|列入|加严|更新|修订|修正|推出)[^,。]{0,24}?${curbsHan}|${curbsHan}[^,。]{0,16}?(?:上路|生效|实施|施行|出台|升级|加码|收紧|扩大)`,
    ),
    unless: new RegExp(`${foreignOrUnsure.source}|依法依规`, 'i'),
  },
  {
    id: 'licences-on-hold',
    says: 'says that licences or applications are on hold',
    action: 'suspend',
    exports: true,
    en: en(
      `\\b${permission}\\b.{0,40}?\\b(?:put on hold|on hold|frozen|blocked|paused|halted|withheld|suspended)\\b|\\b(?:block(?:s|ed|ing)?|withhold\\w*|freez\\w*|halt\\w*|paus\\w*|suspend\\w*)\\b.{0,40}?\\b(?:${permission}|applications?|determinations?|exports?|shipments?|arms)\\b`,
    ),
    han: /(?:暂停|冻结|搁置|停止|拖延|叫停)[^,。]{0,20}(?:审批|许可|受理|发证|放行|出货|供货|供应)|(?:许可|申请|审批)[^。]{0,40}?(?:被|即行|予以|陷入)?(?:暂停|冻结|搁置|停摆|停滞)/,
    unless: new RegExp(`${foreignOrUnsure.source}|\\b(?:lift|end|revers)(?:s|es|ed|ing)?\\b`, 'i'),
  },
  {
    id: 'licences-again',
    says: 'says that licences or exports begin again',
    action: 'resume',
    exports: true,
    en: /\b(?:end(?:s|ed|ing)?|lift(?:s|ed|ing)?|revers(?:es|ed|ing))\b.{0,40}?\b(?:halt|pause|freeze|moratorium)\b|\b(?:starts?|begins?|moving|flowing|allowed) again\b|\bback to normal\b|\breleas(?:es|ed|ing)\b.{0,30}?\b(?:exports?|shipments?|magnets?|rare[- ]earths?)/i,
    han: /(?:恢复|重启|重新)[^,。]{0,16}?(?:出货|供货|供应|发运|发货|放行|许可|审批|出口)|(?:发运|出货|供货|供应)[^,。]{0,10}(?:恢复|重启)|许可[^,。]{0,10}恢复效力/,
    unless: foreignOrUnsure,
  },
  {
    id: 'permission-to-export',
    says: 'speaks of a permission that exports need',
    action: 'new_control',
    exports: true,
    en: en(
      `\\b(?:only (?:with|after|against|under|if)|must|shall|will need|need(?:s|ed|ing)?|requir(?:e|es|ed|ing)|ha(?:s|ve) to|without|prior|obtain(?:s|ed|ing)?|seek(?:ing)?|appl(?:y|ies|ied|ying) for|subject to)\\b.{0,50}?\\b${permission}\\b(?! exceptions?)`,
    ),
    han: new RegExp(
      `(?:须|需|应当?|必须|方可|始得|要|才能|先行?)[^。;]{0,30}?${permissionHan}|凭[^,]{0,20}?${permissionHan}[^,]{0,12}?(?:出口|验放|通关|报关)`,
    ),
    unless:
      /\bimport|\bno longer\b|\bnot (?:need|requir)|进口|无需|不再|无须|不需|可能(?:都?需|要)|研议|获得国外/i,
  },
  {
    id: 'grants-permission',
    says: 'grants a permission to sell abroad',
    action: 'approve',
    exports: true,
    en: en(
      `\\b(?:approved|approves|granted|grants|granting|issued|authori[sz]ed|authori[sz]es|cleared|clears|greenlit|let)\\b.{0,40}?\\b(?:${permission}|to (?:sell|ship|export)|it in (?:a )?timely|exports?(?! (?:promotion|credit|mission|council|oriented|hub))|shipments?|sales?|authority to (?:\\w+ ){0,3}export)\\b|\\b(?:favou?rable vote|nod|go-ahead|permission|approval)\\b.{0,60}?\\b(?:to (?:sell|ship|export)|for (?:the )?(?:export|sale|shipment))`,
    ),
    han: /(?:已予以?|已经?|均已|都)(?:许可|批准|核准|放行)|获准[^,。]{0,8}(?:采购|出口|购买|供应|供货|发货)|(?:已由|获)[^,。]{0,6}签批|放行了?[^,。]{0,20}(?:销售|供货|发货)|(?:核准|放行)[^,。]{0,12}(?:许可|出口|申请)|获(?:得)?[^,。]{0,8}(?:年度|长期)?许可(?!证?管理)/,
    unless:
      /\b(?:will|would|can|could|may|might|not|never|no|to be|if|unless|expect\w*|hop(?:e|es|ing)|plans?|yet|whether|require[sd]?|need\w*|before|without|urg\w+|until)\b|[将拟未]|没有|不予|须|应当|注册|经[^,]{0,8}$/i,
  },
  {
    id: 'approves-exports',
    says: 'says that exports are, or will be, approved',
    action: 'statement',
    exports: true,
    en: en(
      `\\b(?:will|to|would|shall|promis\\w*|pledg\\w*|agree\\w* to|commit\\w* to)\\b.{0,30}?\\b(?:approve|grant|issue|authori[sz]e|license|process|review|speed up|expedite|fast-track|facilitate)\\b.{0,50}?\\b(?:${permission}|applications?|requests?|exports?|shipments?)\\b`,
    ),
    han: /(?<!称)(?:将|愿|会|承诺|同意|继续)[^,。]{0,24}?(?:批准|审批|放行|核发|受理)[^,。]{0,20}?(?:申请|出口|许可)|申请[^。]{0,12}?不会(?:无故)?拖延/,
    unless: /\bwill not\b|不(?:再|会|予)|进口|\bimport|业务|试验|试点|注册/i,
  },
  {
    id: 'licence-list',
    says: 'publishes what needs an export licence',
    action: 'procedure',
    en: /\b(?:list|catalogue?|schedule) of\b.{0,50}?\b(?:needing|requiring|that (?:need|require)|subject to)\b.{0,20}?\bexport licen[cs]|\bgoods\b.{0,30}?\bunder export licen[cs]|\bunified\b.{0,30}?\bcontrol list\b|\bexport control list of\b/i,
    han: /(?<!进口)许可证?管理[^,。]{0,8}?目录|(?:出口|输出)许可证?管理[^,。]{0,16}?目录|许可证管理的?出口货物|出口许可[^,。]{0,8}(?:办理|申领|联网|核查|无纸化|有关事项|办事指南|凭证)/,
  },
  {
    id: 'export-permission',
    says: 'speaks of licences and exports together',
    action: 'procedure',
    en: en(
      `\\b(?:permission|authori[sz]ation|approval|permits?|licen[cs]es?|licen[cs]ing|permitted|authori[sz]ed|licen[cs]ed)\\b(?! exceptions?).{0,40}?\\b(?:re-?)?export(?:s|ed|ing)?\\b|\\b(?:re-?)?export(?:s|ed|ing|ers?)?\\b(?! controls?).{0,40}?\\b(?:permission|authori[sz]ations?|approval|permits?|licen[cs]es?|licen[cs]ing|permitted|authori[sz]ed|licen[cs]ed)\\b(?! exceptions?)|\\bapplications? (?:to|for) (?:re-?)?(?:export|ship)|\\bdual-use (?:items? )?licen[cs]|\\blicen[cs](?:es?|ing|e printing) (?:for|of) dual-use`,
    ),
    han: /(?<!进)出口(?!退税|加工)[^,。]{0,16}?(?:许可|批准|核准|准许|放行)|(?:许可|批准|核准|准许)[^,。]{0,12}?(?<!进)出口(?!加工)/,
    unless: foreignOrUnsure,
  },
];

export const likely: Rule[] = words.map((rule) => ({ ...rule, points: 3, weak: true as const }));
