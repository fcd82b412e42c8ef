import type { Wording } from './found.ts';
import { englishNumber } from './numerals.ts';

/** The negations of a source that an English "not" may stand for. */
const refusals =
  /禁止|停止|暂停|中止|拒绝|取消|解除|prohibit|forbid|\bban|\bcease|suspend|refus|\bden(?:y|ie)|\bhalt|stop|\bunauthori|\bnon-/;

/** "More", and neither "more than 20" nor "0.1% or more", which are told with their number. */
const comparison = `(?<!\\bor )\\b(?:more|fewer|less)\\b(?! than \\W?\\d)(?! than ${englishNumber})`;

/** Words that say how many, how far or when without a number. */
// biome-ignore format: one line a word
export const amounts: readonly Wording[] = [
  { name: 'a certain number', en: /\ba certain (?:number|quantity|amount)\b/gi, zh: /一定(?:数量|数额|量)/g },
  { name: 'certain', en: /\bcertain\b(?! (?:number|quantity|amount))/gi, zh: /某些|特定/g, also: /部分|有关|相关|一定|若干|\b(?:specific|relevant|some)\b/i },
  { name: 'several', en: /\b(?:several|multiple|various|numerous|a number of)\b/gi, zh: /若干|(?<![十百千万亿\d])多[家项个份种类国名次批方]|[数几][家项个份种类名次批]/g, also: /一些|各类|各种|\b(?:some|many)\b/i },
  { name: 'some', en: /\bsome\b(?! \d)/gi, zh: /一些|有些|部分(?!中重?稀土)/g, also: /若干|某些|有的|\b(?:certain|several)\b/i },
  { name: 'many', en: /\b(?:many|countless|plenty|myriad|bulk|lots? of)\b|\blarge (?:number|quantity|quantities|amount|volume)s?\b/gi, zh: /许多|很多|大量|众多|诸多|不少(?!于)|大批/g, also: /多家|\b(?:numerous|multiple)\b/i },
  { name: 'most', en: /\bmost(?:ly)?\b|\bmajority\b|\bmainly\b|\blargely\b/gi, zh: /大多|多数|大部分|绝大|主要/g },
  { name: 'few', en: /\bfew\b|\bhandful\b|\bminority\b|\bsmall (?:number|quantity|amount)\b/gi, zh: /少数(?!民族)|少量|个别|极少/g, also: /几[家项个]/ },
  { name: 'all', en: /\ball\b|\bevery\b|\beach\b|\bentire(?:ly)?\b|\bwhole\b|\bfull(?:y)?\b|\bcomplete(?:ly)?\b|\btotal(?:ly)?\b|\baltogether\b/gi, zh: /全部|所有|一律|悉数|全面|整个|全体|完全|一切|均(?!衡)|凡是?|合计|总计|共计/g, also: /都(?!市)|各|每|任何|共(?=有|批|涉|\d)|总[共数]|\b(?:any|both)\b/i },
  { name: 'any', en: /\bany(?:one|body|thing)?\b|\bwhatever\b|\bwhichever\b/gi, zh: /任何|任一|任意/g, also: /凡|一切|所有|均|不得|未经|\b(?:all|every|each|no)\b/i },
  { name: 'both', en: /\bboth\b/gi, zh: /双方|两[国者方]|二者/g, also: /双|两|二|均|都|和|与|及|\b(?:two|and)\b/i },
  { name: 'not', en: /\b(?:not|never|none|neither|nor|without|cannot|unless|nobody|nothing|no(?!\.? ?\d))\b|n't\b/gi, zh: /不(?!锈钢|断|仅|同|论)|未(?!来)|无(?!人|线|机|水|缝)|没有|并非|非(?=法|经|军)|勿|尚未|否(?!则)/g, also: refusals },
  { name: 'dozens', en: /\bdozens?\b|\bscores of\b|\btens of\b/gi, zh: /[数几]十|十几/g },
  { name: 'hundreds', en: /\bhundreds\b/gi, zh: /[数几上成]百(?!分)/g },
  { name: 'thousands', en: /\bthousands\b/gi, zh: /[数几上成][千万]|成千上万/g },
  { name: 'millions', en: /\b(?:millions|billions|trillions)\b/gi, zh: /[数几上][十百千]?万|[数几上]亿/g },
  { name: 'half', en: /\bhalf\b|\bhalves\b/gi, zh: /半数|[一过大]半|半年/g },
  { name: 'a share', en: /\b(?:one|two|three|four|five|\d+|a)[ -](?:thirds?|quarters?|fourths?|fifths?|tenths?)\b/gi, zh: /[一二三四五六七八九十\d]+成(?![立果员为本])/g, also: /分之/ },
  { name: 'double', en: /\b(?:doubl|tripl|quadrupl)\w+\b|\btwice\b|\b\w+fold\b|\bthrice\b/gi, zh: /翻[一两]?番|翻倍|[\d一两二三四五六七八九十几数]+倍/g },
  { name: 'only', en: /\b(?:only|sole|solely|exclusive|exclusively|merely|just)\b/gi, zh: /仅|只(?!要)|唯一|独家/g, also: /专门|专用|不包括|\blimited\b/i },
  { name: 'more', en: new RegExp(`${comparison}|\\b(?:extra|increas\\w+|decreas\\w+|reduc\\w+|grow(?:s|n|ing|th)?|grew|surg\\w+|jump\\w*|rise[sn]?|rose|fell|falls|drop\\w*|declin\\w+)\\b`, 'gi'), zh: /增加|减少|增长|下降|上升|更多|更少|激增|大幅|回升|下滑/g, also: /加大|扩大|提高|降低|进一步|更|\b(?:further|additional|expand\w*|widen\w*)\b/i },
  { name: 'further', en: /\b(?:further|additional|another|again|anew)\b/gi, zh: /追加|新增|再次|又一|再度/g, also: /进一步|增|再|又|另|其他|其余|继续|延|\b(?:more|other|new|adds?|added)\b/i },
  { name: 'record', en: /\b(?:record|unprecedented|largest|biggest|smallest|highest|lowest|strictest|toughest)\b/gi, zh: /创纪录|空前|史无前例|最[大小高低多少严]/g, also: /首次|历史(?!遗留)/ },
  { name: 'first', en: /\b(?:initial(?:ly)?|latest|final(?:ly)?)\b/gi, zh: /最[新终后]|初[始步]/g, also: /首|第一|最近|终|\bfirst\b/i },
  { name: 'batch', en: /\bbatch(?:es)?\b/gi, zh: /[一首两三几这该整]批|批次|分批|成批|批量/g, also: /批(?!准|复|件|评|文)/ },
  { name: 'at once', en: /\bimmediate(?:ly)?\b|\bat once\b|\bforthwith\b|\binstant(?:ly)?\b|\bupon (?:publication|release|issuance)\b|\bon the (?:day|date) of\b/gi, zh: /即日|立即|即时|之日起|当日|即刻/g },
  { name: 'for ever', en: /\bpermanently\b|\bindefinite(?:ly)?\b|\bopen-ended\b/gi, zh: /永久|无限期/g, also: /长期|另行通知|\buntil further notice\b/i },
  { name: 'for a time', en: /\btemporar(?:y|ily)\b|\bprovisional(?:ly)?\b|\binterim\b|\buntil further notice\b/gi, zh: /临时|过渡期?|另行通知|暂时/g, also: /暂|\bpaus/i },
  { name: 'retroactive', en: /\bretroactive(?:ly)?\b|\bretrospective(?:ly)?\b|\bbackdated\b/gi, zh: /追溯|溯及/g },
  { name: 'today', en: /\b(?:today|tonight)\b/gi, zh: /今[天日]|当[天日]/g },
  { name: 'yesterday', en: /\byesterday\b/gi, zh: /昨[天日]/g },
  { name: 'tomorrow', en: /\btomorrow\b/gi, zh: /明[天日]/g },
  { name: 'this week', en: /\bthis week\b/gi, zh: /本周|这周/g },
  { name: 'last week', en: /\b(?:last|past|previous) week\b/gi, zh: /上周/g },
  { name: 'next week', en: /\bnext week\b/gi, zh: /下周/g },
  { name: 'this month', en: /\bthis month\b/gi, zh: /本月|当月/g },
  { name: 'last month', en: /\b(?:last|past|previous) month\b/gi, zh: /上个?月/g },
  { name: 'next month', en: /\bnext month\b/gi, zh: /下个?月|次月/g },
  { name: 'this year', en: /\bthis year\b/gi, zh: /今年|本年|当年/g },
  { name: 'last year', en: /\b(?:last|past|previous) year\b/gi, zh: /去年|上年/g },
  { name: 'next year', en: /\bnext year\b/gi, zh: /明年|次年/g },
  { name: 'a part of a year', en: /\b(?:quarter(?:ly)?|half-year|year-end|mid-year|semester)\b|\b(?:early|mid|late)[ -](?:in )?(?=January|February|March|April|May|June|July|August|September|October|November|December|(?:next|this|last) |\d{4})|\b(?:end|start|beginning|middle|rest) of (?:the|this|next) (?:year|month|week)\b/gi, zh: /季度|[上下]半年|年[底末初中]|月[底末初中]|[上中下]旬/g, also: /\b(?:end|start|beginning) of\b/i },
  { name: 'every so often', en: /\b(?:daily|weekly|monthly|annual(?:ly)?|yearly)\b/gi, zh: /每[天日周月年]|年度|逐[日月年]/g },
  { name: 'a year', en: /\b(?:a|per) (?:decade|year|month|week|day|hour)\b/gi, zh: /一[年天周]|一个月/g, also: /[1壹] ?[年天周]|1 ?个月|每|\b(?:one|1)[ -](?:decade|year|month|week|day|hour)\b|\bper\b/i },
  { name: 'lately', en: /\b(?:recent(?:ly)?|lately)\b/gi, zh: /近[日期来]|日前|不久前|最近/g, also: /此前|前期|\b(?:before|previous(?:ly)?)\b/i },
  { name: 'soon', en: /\b(?:soon|shortly|imminent(?:ly)?|forthcoming|upcoming)\b/gi, zh: /即将|近期|不久|尽快/g },
  { name: 'faster', en: /\b(?:fast(?:er)?|accelerat\w+|expedit\w+|quick\w*|speed\w*|swift\w*|streamlin\w+)\b/gi, zh: /加快|加速|提速|更快|绿色通道|便利化/g, also: /便利|尽快|及时|简化|优化|facilitat/i },
  { name: 'one after another', en: /\b(?:gradual(?:ly)?|successive(?:ly)?|one after another|step by step|in stages|phased?)\b/gi, zh: /陆续|逐步|相继|先后|分阶段/g },
  { name: 'a pair', en: /\b(?:couple|pair|trio) of\b/gi, zh: /一对|成对/g, also: /两|二|双|\btwo\b/i },
  { name: 'a single one', en: /\bsingle\b/gi, zh: /单个|单独一|仅一/g, also: /单|一[个家项份]|唯一|\bone\b/i },
];
