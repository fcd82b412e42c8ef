import type { Rule } from './rule.ts';

/** Changes of what needs a licence, or can get one. */
export const measures: Rule[] = [
  {
    id: 'no-export-without-licence',
    says: 'says that goods may not be exported without a licence',
    points: 5,
    action: 'new_control',
    en: /\b(?:may not|must not|cannot|can't|shall not|no (?:individual|entity|company|exporter|one|person).{0,30}? may)\b.{0,60}?\b(?:without|unless)\b.{0,30}?\b(?:licen[cs]|permi|authori[sz]|approval)/i,
    han: /未经许可,?[^,]{0,6}不得(?:出口|提供)?|未经(?:核准|批准),?[^,]{0,6}不得(?:出口|输出)/,
  },
  {
    id: 'needs-licence',
    says: 'says that exports need a licence',
    points: 4,
    action: 'new_control',
    exports: true,
    en: /\b(?:requir(?:e|es|ed|ing)|needs?|needed|(?:must|ha(?:ve|s) to) (?:have|obtain|get|hold|apply for|apply to)|must also|need(?:s|ed)? to (?:obtain|apply)|subject(?:ed|ing)?\b.{0,12} to|apply for and submit)\b.{0,60}?\b(?:licen[cs](?:es?|ing)|permits?|(?:written |prior |explicit )approval|authori[sz]ations?)\b(?! exception)|\b(?:licen[cs]es?|permits?|authori[sz]ations?|approval)\b.{0,20}?\b(?:is|are|will be|becomes?) (?:now |also )?(?:required|needed|mandatory|compulsory)\b|\bmay be (?:exported|shipped|sold abroad) only\b|\bexports? (?:is|are|shall be|will be) (?:permitted|allowed) (?:only )?(?:against|under|with)\b.{0,30}?\b(?:licen[cs]|authori[sz]ation|permi)/i,
    han: /(?:应当?|须|需要?|必须|凭|均要|方可)[^,]{0,40}?(?:申请|申领|办理|取得|获得|提交|领取)[^,]{0,20}?(?:许可|批准)|向(?:国务院)?商务(?:主管部门|部)申请[^,]{0,10}许可|须?经[^,]{0,16}?(?:许可|批准|核准)后?(?:方能|方可|才能|才可|始得)[^,]{0,16}?(?<!进)(?:出口|输出)/,
    unless: /remov|no longer|\bnot\b|without|eas(?:e|ing)|currently|不再|无需|不需|取消|过去/i,
  },
  {
    id: 'licence-requirement',
    says: 'adds or widens a licence requirement',
    points: 4,
    action: 'new_control',
    en: /\b(?:impos|add|expand|extend|introduc|widen|tighten)\w*\b.{0,50}?\b(?:licen[cs]e requirements?|(?:authori[sz]ation|permit) requirements?|export licensing|items that require a licen[cs]e)\b|\bsubject(?:s|ed|ing)? (?:the )?exports? of\b.{0,60}?\bto (?:prior )?(?:authori[sz]ation|licen[cs])|\bto (?:include|be|become) a presumption of denial\b|\b(?:more restrictive|stringent|stricter)\b.{0,30}?\b(?:treatment|licen[cs]ing policy|licen[cs]e review)|["']?\brestricted["']? category\b.{0,20}?\bexports?\b|\bexport policy\b.{0,60}?\bto ["']?restricted\b|\bfrom ["']?free["']? to ["']?restricted\b/i,
    han: /扩大[^,]{0,24}?(?:国家)?许可要求|延长[^,]{0,20}?(?<!进)出口[^,]{0,6}?(?:审批|许可)(?:制度|要求|管理|规定)|(?<!进)出口(?:审批|许可)(?:制度|要求|规定)[^,]{0,12}延长/,
    unless: /reduc|remov|relax/i,
  },
  {
    id: 'imposes-control',
    says: 'puts goods under export control',
    points: 5,
    action: 'new_control',
    en: /\b(?:impos(?:e|es|ed|ing)|implement(?:s|ed|ing|ation of)?|put(?:s|ting)?|exercis(?:e|es|ed|ing)|introduc(?:e|es|ed|ing)|announc(?:es|ed|ing)|expand(?:s|ed|ing)?|expansion of|widen(?:s|ed|ing)?|add(?:s|ed|ing)?|adopt(?:s|ed|ing)?|national)\b.{0,60}?(?:\b(?:export|nonproliferation|licen[cs]ing|additional|new|same|stricter)\b[- ](?:\w+ ){0,2}?controls?\b(?! list| law| regulation| mechanism| dialogue| order)|\bcontrols? on\b|\bunder (?:export )?licen[cs](?:ing|e)\b)|\b(?:restricts|curbs|limits) (?:the )?exports?\b|\bcontrols appl(?:y|ies) to\b|\bannouncement\b.{0,40}?\bexport controls? (?:on|over)\b|\bexport controls? on\b.{0,40}?\b(?:appl(?:y|ies)|t(?:ake|akes|ook) effect|(?:enter|enters|entered|come|comes|came) into (?:force|effect)|runs? (?:for|until|to))\b/i,
    han: /实(?:施|行)(?:了)?(?:临时|更严格的)?(?:出口)?管制|实[施行]?[^,]{0,4}出口许可证?管理|(?<!进)出口[^,]{0,24}?实[施行](?:出口)?许可证?管理|[纳列]入[^,]{0,24}(?:限制出口技术目录|管制(?:物项)?清单|许可证管理|管理[^,]{0,8}目录|管制范围)|增列[^,。]{0,40}?(?:化学品|物项|货物|为特定国家)|扩大[^,]{0,40}?出口管制|(?:决定|调整)[^,]{0,30}出口管制措施/,
    unless:
      /strengthen|tighten|\bafter\b|suspen|hold|dialogue|communicat|working group|mechanism|remov|\beas(?:e|es|ing)\b|relax|against|\bnot\b|could|consider|exemption|adjust|abus|overstretch|generali[sz]|暂停|停止|取消|不|是否|美方|欧方|日方|英方|反对|一贯|符合国际|briefing/i,
  },
  {
    id: 'tightens-control',
    says: 'tightens an export control or the review under it',
    points: 3,
    action: 'new_control',
    en: /\b(?:tighten(?:s|ed|ing)?|strengthen(?:s|ed|ing)?|stricter|toughen(?:s|ed|ing)?)\b.{0,60}?\b(?:export|licen[cs]ing|dual-use)\b.{0,20}?\b(?:controls?|reviews?|curbs)\b|\b(?:tighten|strengthen|toughen)\w*\b.{0,20}?\breviews?\b.{0,60}?\bexports?\b|\bstricter\b.{0,40}?\bend[- ]use|\bstrict(?:ly|er)?\b.{0,20}?\bcase[- ]by[- ]case/i,
    han: /(?:加强|收紧|加严)[^,]{0,24}?(?:出口|输[美日欧韩台])管制(?!沟通|对话|合作|领域|执法|框架|体系|制度)|更(?:加)?严格的[^,]{0,16}审查|(?:逐案|从严)[^,]{0,8}审[查批]|不(?:适用|得使用)通用许可/,
    unless:
      /suspen|dialogue|communicat|working group|\bnot\b|could|consider|美方|欧方|日方|英方|一贯|沟通|对话|暂停|停止/i,
  },
  {
    id: 'control-list-goods',
    says: 'changes a list of controlled goods',
    points: 3,
    action: 'new_control',
    en: /\b(?:revis|amend|updat|adjust|finali[sz])\w*\b.{0,80}?\b(?:control list|export administration regulations|export control order|export trade control order|foreign exchange order|end[- ]user list|export controls?\b(?! seminar)|annex i\b|schedule)|\b(?:add|list)(?:s|ed|ing)?\b.{0,60}?\b(?:as controlled|to (?:the )?(?:control list|appended table|annex))|\badd(?:s|ing)? (?:goods|items|entries)\b/i,
    han: /(?:修订|修改|修正|调整|更新|新增|增列|发布|公布)[^。]{0,40}?(?:出口贸易管理令|外汇令|管制清单|管制货物|出口管制清单|出口令)|新增出口令|出口令[^。;]{0,16}新增/,
    unless:
      /correct|remov|eas(?:e|ing)|relax|clarif|briefing|wassenaar|suppliers group|核供应国|license exception/i,
  },
  {
    id: 'licence-exemption',
    says: 'eases a licence requirement or exempts from it',
    points: 5,
    action: 'relax',
    exports: true,
    en: /\b(?:remov(?:e|es|ed|ing)|lift(?:s|ed|ing)?|waiv(?:e|es|ed|ing)|reduc(?:e|es|ed|ing)|eas(?:e|es|ed|ing))\b.{0,30}?\blicen[cs](?:e|ing) (?:requirements?|rules?)|\blicen[cs](?:e|ing) requirements?\b.{0,90}?\b(?:rescinded|lifted|withdrawn|removed|waived|dropped)\b|\bno longer (?:requires?|needs?|ha(?:s|ve) to (?:obtain|hold|get|apply for))\b.{0,30}?\b(?:licen[cs]es?|permits?|authori[sz]ation)|\b(?:expand(?:s|ed|ing)?|add(?:s|ed|ing)?|new|availability of)\b.{0,40}?\blicen[cs]e exceptions?\b|\bexemption\b.{0,50}?\blicen[cs]|\bwithout a licen[cs]e\b|\b(?:grant\w*|announc\w*|decid\w*)\b.{0,20}?\bexemptions?\b|\bexempt(?:s|ed|ing)\b|\bexempt exporters\b/i,
    han: /(?:予以|给予|获|将)?豁免[^,]{0,16}?(?:许可|申请|出口|符合)|(?:出口)[^,]{0,16}予以豁免|扩大[^,]{0,12}通用许可|(?:无需|不再|免于)[^,]{0,8}(?:申请|办理|取得)[^,]{0,10}许可/,
    unless:
      /\b(?:can|may|could) be exempt|其他国家|其他地区|(?:may|must|can) not|smuggl|seiz|illegal|\b(?:tried|attempt\w*|convicted|charged|sentenced|fined|caught)\b|\btax\b|tariff|\bvat\b|关税|\bnot be\b|unless|考虑|积极/i,
  },
  {
    id: 'eases-control',
    says: 'relaxes an export control',
    points: 5,
    action: 'relax',
    en: /\b(?:relax(?:es|ed|ing)?|eas(?:e|es|ed|ing)|loosen(?:s|ed|ing)?|simplif(?:y|ies|ied|ying)|streamlin(?:es?|ed|ing)|liberali[sz](?:es?|ed|ing))\b.{0,50}?\b(?:export|licen[cs])|\b(?:exports?|licen[cs]\w+)\b.{0,80}?\b(?:is|are|was|were|been|further) (?:simplified|liberali[sz]ed|relaxed|eased)\b|\bfrom a presumption of denial\b|\bno longer an? .{0,20}country group\b|\bfrom ["']?(?:prohibited|restricted)["']? to ["']?(?:free|restricted)\b|\bexports?\b.{0,40}?\bmay be made freely\b|\b(?:existing|current|present) policy\W{1,8}prohibited\b.{0,80}?\b(?:revised|new) policy\W{1,8}free\b|\b(?:made|declared|kept) ["']?free["']? for exports?\b|\bin principle permitted\b|\bexport (?:controls?|restrictions?|bans?|curbs?)\b.{0,120}?\b(?:have|has|had) (?:now |been |all ){0,2}(?:rescinded|lifted|withdrawn|scrapped)\b|\brescinds? .{0,20}\bexport (?:control|restriction|ban|curb)s?\b|\b(?:lift(?:s|ed|ing)?|remov(?:e|es|ed|ing)) .{0,30}\b(?:export (?:control|restriction|ban|curb)|ban\b)|\b(?:remov(?:e|es|ed|ing|al)|delet(?:e|es|ed|ing)|take[ns]?|took)\b.{0,80}?\bfrom (?:the |its )?(?:\w+ )?(?:watch ?list|entity list|unverified list|export control (?:control )?list)\b/i,
    han: /(?<!进)出口许可证?[^,]{0,12}(?:取消|废除)|(?:放宽|放松|简化)[^,]{0,20}?(?:出口管制|许可)|(?:取消|解除)[^,]{0,24}?(?:出口)?管制(?!名单)|停止[^,]{0,30}?管控名单|(?:移出|移除|剔除)[^,]{0,10}(?:管控|关注)名单|从[^,]{0,8}(?:管控|关注)名单[^,]{0,4}(?:移出|移除|剔除)/,
    unless:
      /\b(?:urge|call|ask)(?:s|ed)?\b|\bnot\b|\b(?:consider\w*|would|could|discuss\w*)\b|考虑|研究|探讨|敦促|要求|希望|不可靠|美方|日方|反制|[并也]?未|没有/i,
  },
  {
    id: 'suspends-control',
    says: 'puts an export control on hold',
    points: 5,
    action: 'suspend_control',
    en: /\b(?:suspend(?:s|ed|ing)?|suspension (?:of|until|is)|hold(?:s|ing)? back|paus(?:es?|ed|ing))\b.{0,60}?\b(?:announcements?|notices?|(?:export[- ])?controls?|control measures?|measures|(?:export )?bans?)\b|\b(?:announcements?|controls?|control measures?|measures|export (?:curbs|restrictions)|(?:chip|rare[- ]earth|technology) (?:curbs|restrictions))\b.{0,60}?\b(?:suspended|on hold|paused)\b/i,
    han: /(?<!(?:(?:美|荷|英|日|欧|韩)方|[美英韩]国|日本|欧盟|荷兰)[^,]{0,12})暂停(?:实施)?[^,]{0,40}?(?:公告|出口管制|款|等措施)|停止(?:实施|执行)[^,]{0,30}?(?:公告|出口管制)|不予许可[^。;]{0,30}?暂停实施|(?:许可|(?<!进)出口管制|输[^,。]{0,8}管制)[^。]{0,24}?(?:暂缓|暂不)(?:实施|生效|施行|执行)|管制[^。]{0,16}?(?:喊卡|喊停|叫停)|暂停[^,。]{0,24}?(?:出口)?禁令|出口禁令[^。]{0,8}?(?:暂停|中止)|暂不实施|(?:暂缓|推迟)(?:实施|施行|执行)[^,]{0,30}?(?:(?<!进)出口许可|出口管制)/,
    unless:
      /unreliable|countermeasure|section 301|tariff|反制|关税|港务费|不可靠|进口|穿透|50%|exten|continu|继续|延/i,
  },
  {
    id: 'extends-suspension',
    says: 'moves the end of a suspension',
    points: 6,
    action: 'extend_suspension',
    exports: true,
    en: /\bexten(?:d|ds|ded|ding|sion)\b.{0,50}?\b(?:suspension|suspend\w*|pause)|\b(?:suspension|pause)\b.{0,50}?\b(?:is|was|will be|been) (?:extended|prolonged)|\bcontinue[sd]? (?:to suspend|to be suspended|suspending)/i,
    han: /继续(?:实施)?暂停|(?:延长|延期|顺延)[^,]{0,20}暂停|暂停[^,]{0,30}(?:延长|延期|顺延|展期|延至)/,
    unless: /关税|反制|tariff|countermeasure|unreliable|section 301|不可靠/i,
  },
  {
    id: 'keeps-notice-suspended',
    says: 'moves the end of the suspension of a notice',
    points: 6,
    action: 'extend_suspension',
    han: /继续(?:实施)?暂停[^,]{0,30}?(?:公告|管制|许可)|暂停[^,]{0,40}?(?:公告|管制|许可)[^,]{0,24}?(?:延长|延期|顺延|展期)|(?:公告|管制|许可)[^,]{0,12}暂停[^,]{0,12}?(?:延长|延期|顺延|展期)/,
    unless: /关税|反制|不可靠/,
  },
];
