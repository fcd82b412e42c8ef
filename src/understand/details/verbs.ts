import type { RelationKind } from '../../domain/details.ts';
import type { Language } from '../../domain/source.ts';

/** What a language's words do to a notice. Patterns see folded text; each named group is a kind. */
export interface Verbs {
  /** Before their object: 暂停实施公告…, "suspends Announcement …". */
  before: RegExp;
  /** Before it too, where nothing stronger stands there: "under", "pursuant to". */
  weak: RegExp | null;
  /** After their object: 公告…同时废止, "is suspended". */
  after: RegExp;
  /** Just before a verb: it is denied, proposed or asked for. */
  unreal: RegExp;
  /** From a verb to the notice: that notice does it, and it is not done to it. */
  actsItself: RegExp;
  /** Where the words before or after a notice are no more about it. */
  breaks: RegExp;
  /** From such a place on: a clause that speaks of the notice all the same, …，自4月1日起停止执行. */
  goesOn: RegExp;
}

const hold = '(?:暂停|中止|暂缓)(?:实施|执行|适用)?';
/** A verb without an object: what follows does not name one. */
const intransitive = '(?=$|[\\s,。;:)"]|至|到|\\d|[一两三]年|后|并|及|时)';

const zh: Verbs = {
  before: new RegExp(
    [
      `(?<extends>(?:继续|延[长续期]|顺延)(?:${hold}|停止(?:实施|执行)?)|延[长续期]|顺延)`,
      '(?<repeals>废止|停止(?:执行|实施)?|撤销|取消|终止|[替取]代|代替)',
      `(?<suspends>${hold})`,
      '(?<amends>(?:部分|优化)?调整|修[改订正]|更新|补充)',
      '(?<implements>根据|依据|按照|基于|为?(?:贯彻)?(?:落实|执行)|为实施)',
    ].join('|'),
    'g',
  ),
  weak: null,
  after: new RegExp(
    [
      `(?<extends>继续(?:${hold}|停止(?:实施|执行)?)|延[长续期]|顺延)`,
      `(?<repeals>(?:同时|即行|一并|予以|全部|相应)?(?:废止|失效)|(?:停止(?:执行|实施)|不再执行|终止|撤销)${intransitive})`,
      `(?<suspends>${hold}${intransitive})`,
      `(?<amends>(?:(?:优化)?调整|修[改订正])(?:为|如下|${intransitive})|其[他余][^,]{0,12}取消)`,
    ].join('|'),
    'g',
  ),
  unreal: /(?:[不未]|没有?|无意|是否|能否|拟|研究|考虑|建议|呼吁|要求|敦促|希望|如果?|若|一旦)[^,]{0,4}$/,
  actsItself: /(?:后|时|之日起|(?<!发布|公布|印发|发出)的)$/,
  breaks: /[,;]|关于|决定|宣布|(?:公布|发布)(?!的)/g,
  goesOn: /^,(?:自|从|至|同时|即行|予以|均|全部|一并|已|现|将)/,
};

const is = '(?:is|are|was|were|be|been|have|has|had)\\b[^;]{0,60}?\\b';

const en: Verbs = {
  before: new RegExp(
    `\\b(?:${[
      '(?<extends>exten(?:d(?:s|ed|ing)?|sion of)(?: (?:the )?suspensions? of)?|continu(?:es?|ed|ing) (?:to suspend|the suspension|suspending)|prolong(?:s|ed|ing)?)',
      '(?<repeals>(?:repeal|abolish|annul)(?:s|es|ed|led|ing|ling)?|(?:revok|replac|supersed)(?:es?|ed|ing)|rescind(?:s|ed|ing)?|terminat(?:es?|ed|ing|ion of))',
      '(?<suspends>suspen(?:d(?:s|ed|ing)?|sion of)|(?:puts?|putting|placed?) on hold|halt(?:s|ed|ing)?|paus(?:es?|ed|ing))',
      '(?<amends>(?:amend|adjust)(?:s|ed|ing|ments?)?|revis(?:es?|ed|ing|ions?)|modif(?:y|ies|ied|ying)|updat(?:es?|ed|ing))',
    ].join('|')})\\b`,
    'gi',
  ),
  weak: /\b(?<implements>pursuant to|under|in accordance with|in line with|on the basis of|based on|implement(?:s|ing)?)\b/gi,
  after: new RegExp(
    `\\b(?:${[
      `(?<extends>remains? suspended|${is}(?:suspended (?:again|for (?:another|an additional|one (?:more|additional)|a further))|extended))`,
      `(?<repeals>${is}(?:repealed|revoked|rescinded|abolished|annulled|replaced|superseded|terminated)|cease[sd]? to (?:be|have)|expire[sd]?)`,
      `(?<suspends>${is}(?:suspended|on hold|halted|paused))`,
      `(?<amends>${is}(?:amended|revised|modified|adjusted))`,
    ].join('|')})\\b`,
    'gi',
  ),
  unreal:
    /\b(?:(?:urge[sd]?|call(?:s|ed)? (?:on|for)|ask(?:s|ed)?|want(?:s|ed)?|press(?:es|ed)?) (?:\w+ ){0,5}|(?:not|never|no|without|whether|could|may|might|if|consider(?:s|ing)?|propos(?:es?|ed|ing)|plans?|how|when|after) (?:to |the |that )?(?:\w+ )?)$/i,
  actsItself:
    /^\w+ed (?:temporarily |partly |fully |for \w+ \w+ )?(?:by|under|in|through|via|pursuant to)(?: \w+){0,3} ?$/i,
  breaks:
    /;|(?<!announcements|notices|following):|, (?:and|but|while|whereas) (?!No|Announcement|the Announcement)/gi,
  goesOn: /^(?!)/,
};

export const verbs: Record<Language, Verbs> = { zh, en };

/** The kind whose group took part in a match. */
export function kindOf(groups: Record<string, string | undefined> | undefined): RelationKind | null {
  const found = Object.entries(groups ?? {}).find(([, words]) => words !== undefined);
  return (found?.[0] as RelationKind | undefined) ?? null;
}
