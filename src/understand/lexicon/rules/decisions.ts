import type { Rule } from './rule.ts';

/** An intention or possibility is not an approval; nor is what others hope, or what happened not. */
export const notYet =
  /\b(?:will|would|can|could|may|might|shall|should|must|[Nn]ot|[Nn]ever|[Nn]o|to be|[Ii]f|[Uu]nless|expect\w*|hop(?:e|es|ing)|plans?|yet|unclear|whether|require[sd]?|requiring|need\w*|before|without|urg\w+|until|resum\w+|restart\w*|stop\w*|halt\w*|suspen\w+)\b|[将拟凭]|(?<![自理])由|(?<![许认])可|(?<!发布|商|协|大|峰|社|委员|国)会|若(?!干)|如(?![期何下今])|未(?!来)|没有|不(?!断|仅|久|日前|少|同)|恢复|重启|暂停|停止|中止|希望|计划|能否|是否|尚|不得|不予|应当|(?<![供回相响反])应(?![用急询])|须|需(?!求)|[要都均]先|先取得|才能|(?<![已曾])经[^,]{0,16}(?:批准|同意)|此前已/;

/** Licences granted, refused, stopped: what desks wait for. */
export const decisions: Rule[] = [
  {
    id: 'approved-applications',
    says: 'says that applications or licences were approved',
    points: 6,
    action: 'approve',
    exports: true,
    en: /\b(?:approved|approves|granted|grants|cleared|let through|green-?li(?:t|ghts|ghted)|approval of(?! (?:the )?(?:state council|cabinet|council|government|minist\w+|president|commission|director))|approving)\b.{0,60}?\b(?:applications?|licen[cs]es?|permits?|requests|exports?|shipments?)\b|\b(?:gave|given|gives) (?:the )?(?:green light|go-ahead) to\b.{0,50}?\bexports?\b/i,
    han: /(?<!(?<![已曾])经[^,]{0,14})(?:批准|核准|审批通过)(?!的|文号|后|或)[^,]{0,30}?(?:(?<!注册)申请|许可|(?<!进)出口)|(?:申请|许可证?)[^,]{0,16}?(?:获批|获(?:得)?[^,]{0,6}?批准|予以了?批准|已(?:经)?(?:批准|获准))|(?:符合|合规)[^,]{0,8}的[^,]{0,4}?已经?(?:获批|获得?批准|批准|放行)|(?:申请|许可证?)[^,]{0,16}?已通过(?:审查|审核|审批)|已予以?(?:续期|续发)|都?及时予以了批准|予以了批准|已(?:经)?(?:依法|及时|都|均)?予以?(?:批准|许可)/,
    unless: notYet,
  },
  {
    id: 'have-been-approved',
    says: 'says that applications or licences have been approved',
    points: 6,
    action: 'approve',
    exports: true,
    en: /\b(?:applications?|licen[cs]es?|permits?|some|several|many|them|requests|exports|sales)\b.{0,50}?\b(?:have|has|had|were|was) (?:already |all |since )?(?:been )?(?:approved|granted|issued|cleared|handed out)\b|\b(?:approval|permission|authori[sz]ation|clearance)\b.{0,20}?\b(?:has been|have been|was|were|is) (?:given|granted|issued|signed)\b|\bshipments? (?:were |have been )?cleared\b|\bapplications?\b.{0,80}?\bhave gone through\b|\bsigned off\b.{0,30}?\b(?:permits?|licen[cs]|exports?|applications?)|\bobtain(?:s|ed)? (?:export )?clearance\b|\bexporters?\b.{0,20}?\b(?:has been|have been|was|were) (?:permitted|allowed|cleared|authori[sz]ed)\b|\bapplications?\b.{0,30}?\b(?:has|have|had) (?:already )?passed (?:the )?review\b|\bsigned\b.{0,20}?\bexport authori[sz]ation|\bapproved (?:it|them|these|those|all) (?:all )?in (?:a )?timely\b|\border authori[sz]es exports?\b|\bauthori[sz](?:es|ed) exports? of\b/i,
    unless: notYet,
  },
  {
    id: 'counted-approvals',
    says: 'counts applications or licences that were approved',
    points: 6,
    action: 'approve',
    exports: true,
    en: /\b(?:passed|cleared|approved|granted|signed off|let through)\b (?:\w+ ){0,3}?\d[\d,]* [^.;:]{0,60}?\b(?:applications|licen[cs]es|permits)\b|\b(?:applications?|licen[cs]es|permits)\b[^.;]{0,80}?\b(?:have|has|were|was)(?: now| since| all)?(?: been)? (?:passed|signed off|let through|handed|given) ?(?:to|on|in|by|so|[.,;]|$)|\bapprovals: \d[\d,]* (?:[\w-]+ ){0,3}?licen[cs]es/i,
    han: /申请[^。;]{0,40}?(?:核准|批准|准予|放行|已批|批出)了?[^。;,\d]{0,2}\d[\d,]* ?[份件项张宗]|\d ?[份件项张宗](?:[^。;,]{0,16}申请)?[^。;,]{0,4}获准|审批通过的?[^,。;]{0,16}申请|许可证?[^,。;]{0,6}(?:已经?|均已|全部)(?:颁发|发放|签发|核发|发出)|准予许可决定|许可证?[^,。;]{0,16}经[^,。;]{1,10}发出/,
    unless: notYet,
  },
  {
    id: 'issued-licences',
    says: 'says that export licences were issued or received',
    points: 6,
    action: 'approve',
    exports: true,
    en: /\b(?:issued|issues|issuing|obtained|obtains|received|secured|won|got|(?<!\bto )gets?|handed out|awarded|wins|handed)\b(?!.{0,50}\b(?:applications?|requests?)\b).{0,40}?\b(?:licen[cs]es?|permits?|export approvals?)\b(?! exceptions?| requirements?| no\b| AGG| number)/i,
    han: /为[^,。;]{0,12}各?发一?[份张][^,。;]{0,12}出口许可|(?:获得|取得|拿到|获颁|领到|获发)(?!的)了?[^,]{0,20}?(?:批件|批文|许可)(?!条件|申请|意向|证?(?:之?后|之?前|的|方可))|(?<!(?:[将会应]|可以)[^。;]{0,24},[并且]?)(?<!的,)(?:发放|颁发|签发|核发|发出)(?![的程])了?[^,]{0,25}?(?:许可|批件)/,
    unless: notYet,
  },
  {
    id: 'resumes-exports',
    says: 'says that exports or the issue of licences resume',
    points: 5,
    action: 'resume',
    exports: true,
    en: /\b(?:resum(?:e|es|ed|ing|ption)|restart(?:s|ed|ing)?)\b.{0,50}?\b(?:exports?\b|shipments?\b|deliver(?:y|ies)\b|licen[cs]|permits?\b|approv)|\bsuspension of (?:the )?(?:\w+ ){0,3}(?:licen[cs]es?|permits?|exports?|shipments)\b.{0,60}?\b(?:lifted|ended|revoked)\b|\bmay (?:once more|again) (?:ship|export|sell)\b/i,
    han: /(?:恢复|重启)[^,]{0,20}?(?:(?<!进)出口|许可|审批|发放|受理|供应)/,
    unless:
      /import|进口|进入|人道|输华|输陆|资质|talks|dialogue|对话|磋商|敦促|要求|呼吁|希望|\b(?:urg|call)\w* /,
  },
  {
    id: 'suspends-exports',
    says: 'says that exports or the issue of licences are suspended',
    points: 4,
    action: 'suspend',
    exports: true,
    en: /\b(?:suspend(?:s|ed|ing)?|suspension of|halt(?:s|ed|ing)?|stop(?:s|ped|ping)?|paus(?:e|es|ed|ing)|freez(?:e|es|ing)|froze)\b(?!.{0,40}\b(?:announcements?|notices?|measures?|controls?|rules?|requirements?|restrictions?)\b).{0,40}?\b(?:issuing|issuance|licen[cs](?:es?|ing)|permits?|exports? (?:of|to)|shipments|export approvals?|approvals? (?:of|for) (?:[\w-]+ ){0,2}exports?)\b|\b(?:licen[cs]es?|permits?)\b.{0,20}?\b(?:remains?|stays?|are|is|were|was|(?:have|has) been) (?:now |currently |still )?suspended\b|\b(?:had|have|has) (?:their|its|his|her) (?:export )?licen[cs]es? suspended\b/i,
    han: /不再(?:批准|核发|签发|发放)[^,]{0,20}?(?:(?<!进)出口|许可)|(?:暂停|停止|中止|叫停)(?!实施|执行)[^,]{0,15}?(?:(?<!进)出口(?!管制|限制|活动|禁令)|发放[^,]{0,10}许可|签发|受理[^,]{0,10}申请|审批)/,
    unless: /\b(?:not|no)\b|没有|并未|不|进口|公告|生产许可|立即停止/,
  },
  {
    id: 'ban-on-exports',
    says: 'bans exports to named users or destinations',
    points: 5,
    action: 'deny',
    en: /\b(?:prohibit(?:s|ed|ing)?|bann?(?:s|ed|ing)?|barr?(?:s|ed|ing)|forbid(?:s|den)?|not allowed)\b(?! or restricted).{0,50}?\b(?:export(?:s|ing|ed)?|ship(?:s|ping|ments?))\b(?! control| restrict)|\bexports?\b.{0,70}?\b(?:are|is|were|be) (?:banned|prohibited|barred)\b|\bban on (?:the )?exports?\b|\bexport bans? on\b.{0,40}?\b(?:holds?|runs?|lasts?|extended|prolonged|continues|(?:enter|come|go)\w* into (?:force|effect)|entered into force|took effect|takes effect)\b|\bfrom ["']?(?:free|restricted)["']? to ["']?prohibited\b/i,
    han: /出口禁令[^。;,]{0,12}(?:延至|延长|延续|适用于)|(?:延长|延续)[^。;,]{0,16}出口禁令|禁止(?!出口限制)[^。]{0,60}?(?:(?<!进)出口(?!限制|管制|活动)|输往)|禁止[^,]{0,20}?(?:提供|转移)[^,]{0,20}?(?:两用|管制)物项/,
    unless:
      /import|进口|\bnot?\b|n't|lift|suspen|\bend(?:s|ed|ing)\b|\bwould have\b|不是|并非|不等于|取消|解除|原则上(?=.{0,60}允许)|in principle prohibited/i,
  },
  {
    id: 'receives-no-more',
    says: 'says that named users may receive goods no longer',
    points: 5,
    action: 'deny',
    exports: true,
    en: /\b(?:may|can|will|shall) no longer (?:receive|buy|obtain|import|purchase|be (?:supplied|sold|shipped|exported))\b/i,
    unless: /\bunless\b|\bif\b/i,
  },
  {
    id: 'control-list-entry',
    says: 'puts named users on an export control list',
    points: 4,
    action: 'deny',
    en: /\b(?:add(?:s|ed|ing|itions?)?|list(?:s|ed|ing)?|put(?:s|ting)?|plac(?:es?|ed|ing)|includ(?:es?|ed|ing)|go)\b.{0,80}?\b(?:export[- ]control (?:control )?list|entity list|military end[- ]user list)\b/i,
    han: /列入[^,]{0,8}(?:出口管制)?管控名单|(?:增列|列入)[^,]{0,10}出口管制名单/,
    unless:
      /unreliable|guid|移出|暂停|停止|remov|suspen|\b(?:items?|goods|computers?|technolog(?:y|ies)|(?<!MP )materials?|elements?|metals?|minerals?|magnets?|products?|chemicals?|equipment|chips?)\b/i,
  },
  {
    id: 'watch-list-entry',
    says: 'puts named users on an export control watch list',
    points: 4,
    action: 'procedure',
    en: /\b(?:add(?:s|ed|ing)?|list(?:s|ed|ing)?|put(?:s|ting)?|plac(?:es?|ed|ing))\b.{0,80}?\bwatch ?list\b/i,
    han: /列入[^,]{0,8}关注名单/,
    unless: /移出|remov/i,
  },
  {
    id: 'refused-in-principle',
    says: 'says that licences are refused, or refused in principle',
    points: 4,
    action: 'deny',
    exports: true,
    en: /\b(?:will|shall)(?:, [^,]{0,30},)? (?:not|no longer) (?:issue|grant|approve|authori[sz]e)\b.{0,40}?\b(?:licen[cs]|permit|exports?\b)|\bno (?:\w+ )?(?:licen[cs]es?|permits?|applications?)\b.{0,20}?\b(?:will|shall) be (?:approved|granted|issued)\b|\bin principle\b.{0,20}?\bnot\b.{0,20}?\b(?:approved|permitted|granted|licensed)\b|\bnot\b.{0,25}?\b(?:approved|permitted|granted)\b.{0,20}?\bin principle\b|\b(?:denies|denied|den(?:y|ying)|refus(?:es?|ed|ing)|reject(?:s|ed|ing)|turn(?:s|ed) down)\b.{0,40}?\b(?:licen[cs]es?|permits?|export applications?)\b|\b(?:applications?|licen[cs]es?|permits?)\b.{0,60}?\b(?:(?:were|was|are|is|have been|has been) (?:not (?:been )?(?:approved|granted)|rejected|refused|denied|turned down)|(?:have|has) not been (?:approved|granted))\b|\bapplications\b.{0,40}?\b(?:rejected|refused|denied|turned down)\b|\bintent to deny\b/i,
    han: /(?<!或者?)不予(?:许可|批准)|(?:申请|许可)[^,]{0,12}?(?:未获|未予|没有获得?)(?:批准|许可)|(?:申请|许可|件)[^,]{0,10}?(?:已?被|遭)(?:退|驳回|拒|否决)|停批|退件|原则上不予?(?:许可|批准)|驳回[^,]{0,12}(?:许可|(?<!进)出口)|拒绝[^,]{0,12}(?:许可|(?<!进)出口)/,
    unless: /解除|取消|不再|原规定|该款(?:原)?规定/,
  },
];
