import type { Language } from '../../domain/source.ts';

/**
 * How a language shows that the name of a country, or of its authority, is who decides. All patterns see folded
 * text. A lead is what stands between the start of the clause and the name, a tail what follows the name.
 */
export interface SubjectGrammar {
  /** Between names that decide together. */
  joins: RegExp;
  /** Dates, numbering and connectives: after nothing else is a name the subject of its clause. */
  opens: RegExp;
  /** Verbs that take a clause: the name after them is the subject of that clause, and of it alone. */
  embeds: RegExp;
  /** Words after which a name is who did it: "granted by", 获…批准. */
  agentLead: RegExp;
  agentTail: RegExp;
  /** What follows a country that acts: a verb, or one of its authorities. */
  acts: RegExp;
  /** The same, where the act is told in a later clause. */
  goesOn: RegExp;
  /** What follows a country that only says whose firms, goods or citizens are meant; tested before authorities. */
  belongs: RegExp;
  /** One of its authorities. */
  authority: RegExp;
  /** Its controls: "荷兰半导体设备出口管制", "US export controls". */
  controls: RegExp;
  /** Between subject and action: it spoke about what another did, and not of itself. */
  talksOfOthers: RegExp;
  /** Acts whose subject is not who decided: licences are received from somebody. */
  receives: RegExp;
  /** Subjects that name no country, at the start of a clause: what follows is theirs. */
  unnamed: RegExp;
}

const hanActs =
  '将|已|拟|正[在式]|再[次度]|又|均|决定|宣[布告]|发布|公布|发表|出台|推出|颁布|实[施行]|执行|扩[大展]|收紧|加[强严快]|强化|放[宽松开]|简化|优化|取消|解除|暂停|暂缓|中止|停止|叫停|恢复|重启|延[长期]|修[订改正]|调整|更新|新增|增列|批准|核准|准许|允许|同意|授权|拒绝|颁发|签发|发放|核发|撤销|吊销|禁止|限制|通过|启动|豁免|开始|继续|进一步|首次|全面|单方面|主动|近[日期]|日前|今[天日年]|昨[天日]|此前|承诺|要求(?!中|美|取消|解除|放)|规定|明确|计划|考虑|准备|达成|把|自?\\d|于\\d';

const enActs =
  '(?:approv|grant|issu|clear|allow|permit|authori[sz]|green-?li(?:gh)?t|suspend|halt|stop|paus|freez|ban|bar|block|prohibit|forbid|den|refus|reject|impos|implement|introduc|announc|adopt|expand|widen|extend|tighten|strengthen|toughen|curb|restrict|requir|add|remov|lift|eas|relax|loosen|streamlin|waiv|exempt|revis|amend|updat|adjust|finali[sz]|correct|publish|unveil|pass|decid|agree|resum|restart|revok|withdraw|clarif|modif|reclassif|enact|launch|revers|step|scrap|propos|plac)(?:[nrpt]?(?:ed|ing)|es|s|e|ied|ies|y|d)?|lists|listed|puts?|lets?|froze|forbade|withdrew|has|have|had|(?:is|are) \\w+ing|will|would|may|must|to';

/** "荷兰外贸与发展援助部", not 全部, 部分, 部署. */
const hanAuthority =
  '(?:政府|当局|官方|海关(?!数据|统计)|(?<!全|内)部(?![分门件署长])|(?:产业|外务|财务)省|(?<![布格结])局|(?<!部)署|委员会|议会|国会|议院|内阁|总统|首相|总理|大臣)';

const enActing = new RegExp(
  `^(?: (?:also|again|further|formally|\\w+ly))?(?:,[^,]{1,40},)? (?:${enActs})(?![\\w-])`,
  'i',
);

const enAuthority =
  '(?:government|ministry|minist(?:er|ries)|department|commerce|cabinet|administration|agency|bureau|office|commission|council|parliament|congress|senate|authorit(?:y|ies)|regulators?|treasury|customs (?:service|authority|office))(?![\\w-])';

export const subjectGrammars: Record<Language, SubjectGrammar> = {
  zh: {
    joins: /^(?:、|和|与|及|以及|同)$/,
    opens:
      /^(?:[一二三四五六七八九十]{1,3}、|\d{1,2}[.、]|第[一二三四五六七八九十]|(?:当地|北京)时间|\d{2,4}年|\d{1,2}月[份底初]?|\d{1,2}日|[上下]午|晚间?|[自从]|起|今[天日年]|昨[天日]|近[日期]|日前|目前|当[天日]|同[日时]|此[前外]|随后|最近|上?[周月]|本[周月]|其中|另[外据]?|但|而|并|对此|快讯|[|—])*$/,
    embeds:
      /(?:注意到|关注到|获悉|了解到|称|表示|说|指出|透露|确认|证实|报道|消息|强调|介绍|认为|要求|敦促|希望|呼吁|反对|欢迎|就)$/,
    agentLead: /(?:由|经|获|被|获得|得到|取得|拿到|收到)了?$/,
    agentTail: new RegExp(
      `^(?:[\\u4e00-\\u9fff]{0,10}?${hanAuthority}|(?:的)?(?:批准|核准|许可|同意|放行|授权|准许|颁发|发放|签发|核发|列入|出口许可))`,
    ),
    acts: new RegExp(`^(?:${hanActs}|[对向从就把将])`),
    goesOn: new RegExp(`^(?:${hanActs})`),
    belongs:
      /^[^,]{0,8}?(?:企业?|公司|实体|用户|客户|厂商?|商(?!务)|军|媒|市场|消费者|人|籍|\d家|东部|境内|团队|驻|股|货|产品|双方|经贸)/,
    authority: new RegExp(`^(?:商务|[\\u4e00-\\u9fff]{0,14}?)${hanAuthority}`),
    controls: /^的?[^,对]{0,12}?(?:出口管制|管制清单|出口令)(?!对话|磋商|工作组|管控名单)/,
    talksOfOthers:
      /(?:称|表示|说|指出|认为|透露|证实|确认|注意到)(?![,:"]*(?:自|从|\d|"|为|经|将|会|拟|已|决定|对|要|计划|暂停|该))|敦促|反对|不满|呼吁|希望|欢迎|谴责/,
    receives: /^(?:获|取得|拿到|领到|陆续收到|收到)/,
    unnamed: /(?:^|[,;:"])(?:该?公司|企业|发言人|主管部门|有关部门|本公告)/g,
  },
  en: {
    joins: /^ and (?:the )?$/,
    opens:
      /^\W*(?:(?:on|in|from|since|by|today|yesterday|earlier|this|last|week|month|year|monday|tuesday|wednesday|thursday|friday|saturday|sunday|january|february|march|april|may|june|july|august|september|october|november|december|\d{1,4}|but|and|while|meanwhile|separately|for its part) )*(?:the )?$/i,
    embeds:
      /\b(?:that|says?|said|notes?|noted|confirms?|confirmed|reports?|reported|announced|told \w+|but|while|and|whether|as) (?:the )?$/i,
    agentLead: /\b(?:\w+(?:ed|en|out)|hold|granted|won)\b[^,;:]{0,40}?\b(?:by|from) (?:the )?$/i,
    agentTail: new RegExp(
      `^(?:(?:'s?)?(?: [\\w&-]+){0,4}? ${enAuthority}|[.,;]|$| (?:on|in|for|to|after|last|this)\\b)`,
      'i',
    ),
    acts: enActing,
    goesOn: enActing,
    belongs:
      /^(?:'s?)?(?: [\w-]+){0,2}? (?:firms?|compan(?:y|ies)|entit(?:y|ies)|buyers?|users?|customers?|importers?|exporters?|makers?|\w+makers?|manufacturers?|suppliers?|end-users?|military|corporations?|groups?|applications?|applicants?|requests?|orders?|licen[cs]es?|permits?|imports?|demand|goods|market|media|persons?|citizens?|officials said)(?![\w])/i,
    authority: new RegExp(`^(?:'s?)?(?: [\\w&-]+){0,4}? ${enAuthority}`, 'i'),
    controls:
      /^(?:'s?)?(?: [\w-]+){0,3}? (?:export[- ]controls?|export (?:curbs?|bans?|rules?)|controls on|curbs on|entity list|control list)(?! talks| dialogue)/i,
    talksOfOthers:
      /\b(?:says?|said|tells?|told|notes?|noted|welcom\w+|urg\w+|oppos\w+|call\w* (?:on|for)|press\w+|wants?|ask\w*|seek\w*|hop\w+|complain\w*|protest\w*|condemn\w*|believ\w+)\b(?! (?:on \w+ |in [\w ]{1,20} )?(?:that )?(?:it|they|he|she)\b)/i,
    receives: /^(?:received|receives?|obtain\w*|secur\w+|won|got|gets?)\b/i,
    unnamed:
      /(?:^|[,;:"] ?|\b(?:that|said|says|but|while|and) )(?:The|the|A|a|its|Its|Some|some|several|Several) (?:\w+ ){0,2}?(?:ministry|spokes(?:man|woman|person)|compan(?:y|ies)|firms?|exporters?)\b/g,
  },
};
