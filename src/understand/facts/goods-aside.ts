/** Names of laws and lists hold the names of goods that the text is not about. */
export const titlesOfLaws =
  /《[^》]*》|\(关于[^)]*(?:公告|通知|决定)\)|"(?=(?-i:[A-Z]))[^"]{0,160}\b(?:Act|Rules?|Controls?|Regulations?|Order|Principles|Procedures|Modifications?|Items;)[^"]{0,80}"|dual-use items? (?:export )?(?:control )?regulations?|dual-use (?:entr(?:y|ies)|lists?|regulations?|export controls?|controls?)|两用物项出口管制(?:条例|编码)|属于两用物项/gi;

/** Before a name, within its clause: compared, taxed, bought in return, a firm's offence, barred from coming in. */
const lead = new RegExp(
  [
    /\b(?:as (?:happened|it did|they did|was done|in the case)|similar to|unlike|like (?:those|the|its|earlier)|following (?:earlier|similar|previous)|after (?:earlier|similar|previous)|tariffs? (?:on|for)|dut(?:y|ies) on|anti-dumping|probe (?:in|into|of))\b[^,.;]{0,60}$/,
    /\b(?:in (?:return|exchange) for|purchas(?:es?|ing) (?:of )?|resum\w+ imports of|(?:took|taken|taking) part in|involved in)\b[^,.;]{0,60}$/,
    /\btariff \w+ on\b[^,.;]{0,40}$/,
    /\bunreliable entity list\b(?:(?!control list)[^;。]){0,79}$/,
    /\b(?:would not say|declined to|refused to say|did not say)\b[^.;]{0,60}$/,
    /\bUSA $/,
  ]
    .map(({ source }) => source)
    .join('|'),
  'i',
);

const hanLead =
  /(?:反倾销|反补贴|换取|采购|参与|恢复进口)[^,。;]{0,16}$|不可靠实体清单(?:(?!管控名单)[^;。]){0,79}$|公司向(?:中国|我国)(?:境内)?出口$/;

/** "Used in chips and cars": what the goods go into, where it is not equipment that is listed by its use. */
const use =
  /\b(?:used (?:in|for|to (?:make|produce|manufacture|build))|(?:essential|vital|crucial|indispensable|critical) (?:for|to|in)|ingredients? (?:in|of|for)|everything from)\b(?:(?!licen[cs]|export|permit|control)[^.;:]){0,70}$/i;
const listedByUse = /\b(?:equipment|technolog\w+|software|tools|items|goods|materials)\b[^.;]{0,30}$/i;
const hanUse = /(?:用于|应用于|用来|制造)[^。;]{0,30}$/;
/** 是制造航空发动机叶片的关键材料: what a material goes into. */
const hanMadeOf = /(?:制造|生产|制备)[^,。;]{0,30}$/;
const hanMaterialOf = /^[^,。;]{0,24}的(?:关键|重要|核心|基础|主要)?(?:原)?材料/;
const hanUsed =
  /^[^。;]{0,24}(?:领域|行业|产业|工业)|^[^,。;]{0,24}的[^,。;]{0,12}(?:模具|夹具|工艺装备|工装|生产装备)/;

/** 进口美国原木: what comes in is not what leaves. */
const imported =
  /进口(?!.*出口)[^,。]{0,6}$|(?<!\b(?:re-?)?exports?\b[^.;]{0,40})\bimports? of (?:[A-Z]\w+ )?$/;
const admitted = /^[^,。]{0,6}输[华陆中](?:资质|准入|注册|检疫|要求)/;
const taxed = /^[^,;。]{0,24}(?:加征|关税|反倾销)/;
const counted =
  /^[^,.;]{0,30}\b(?:rose|fell|grew|dropped|jumped|slumped|plunged|surged|climbed|tumbled) |^的?出口[量额]?(?:[^,。;]{0,10})(?:同比|环比|增长|下降)/;

/** "The rare earth rules are a separate text", 石墨不在此列: named to say that it is not meant. */
const apart =
  /^ (?:was|were|did|had been) (?:last|in|earlier|before|already|the)\b|^[^,.;。]{0,30}\b(?:is|are|was|were) (?:an? )?(?:(?:different|separate|another) (?:text|matter|measure|question|issue|notice|rule|decision)|(?:not|un)[- ]?(?:affected|included|covered|concerned)\b)|^[^,.;]{0,30}\bremains? (?:excluded|outside|out of)\b|^(?:一词)?[^,。;]{0,4}未(?:提及|出现|提到)|^[^,。;]{0,8}性质不同|^[^,。;]{0,10}(?:不在(?:[此其]列|内|其中|此限)|不受(?:此|其)?影响|不包括在内|除外)/i;

/** Part of a firm's name. */
const firm =
  /^(?:[\u4e00-\u9fff]{0,4}有限公司|(?:股份)?公司|[\u4e00-\u9fff]{0,4}集团|业(?:股份|公司|集团|[,。、]|$)|等\d{1,3}家| (?:units?|arms?|divisions?|subsidiar(?:y|ies)) of |,? (?:[A-Z]\w+,? )?(?:\([A-Z]\w+\) )?(?:Inc|Corp|Ltd|LLC|Co\b|plc|Group|Holdings|Company|Corporation)\b)/;
const nameBefore =
  /[a-z,] (?:the )?(?!China's|Chinese|Certain|Advanced|Strategic|Japan|Dutch|US |EU )[A-Z][\w&-]+ $/;
const nameOpens = /^[A-Z][\w&-]+ $/;
const nameActs = /^ (?:said|says|has|had|will|was|is)\b/;

function isUse(before: string): boolean {
  const words = use.exec(before);
  return words !== null && !listedByUse.test(before.slice(0, words.index));
}

/** "At Lynas Rare Earths", "Nippon Steel said". */
function isPartOfName(before: string, after: string): boolean {
  return nameBefore.test(before) || (nameOpens.test(before) && nameActs.test(after));
}

const capital = /^[A-Z][a-z]/;
const latin = /[A-Za-z]{2}/;
const han = /[\u4e00-\u9fff]/;

/** "Magnet makers", 磁材上市公司: says what firms do. */
const trade =
  /^(?:上市|行业|相关|生产|制造|出口|贸易|加工|龙头)*(?:企业|公司|(?:工|代工)?厂|厂商|巨头|制造商|生产商|供应商|大厂|产业|行业|业者|市场|板块)|^[- ](?:industr(?:y|ies)|sectors?|makers?|manufacturers?|producers?|firms?|compan(?:y|ies)|giants?|champions?|start-?ups?|stocks?|ventures?|mills?|markets?|prices?|buyers?|users?|suppliers?|exporters?|importers?|shares|stocks|miners?|mines?|traders?|foundr(?:y|ies)|plants?|fabs?|factor(?:y|ies)|supply chains?)\b/i;
/** "Makers of car parts". */
const makersOf = /\b(?:makers?|manufacturers|suppliers|producers|sellers) of (?:[a-z]+ )?$/i;
/** "Magnet-making technology", 钐钴、铈磁体制备技术: how a thing is made, and not the thing. */
const howMade =
  /^(?:(?!及其|出口|相关)[^,。;:]){0,16}?(?:提炼|冶炼|分离|提取|加工|制备|制造|生产|利用)[^,。;:及和]{0,6}技术|^[- ](?:[\w-]+ ){0,2}?(?:extraction|separation|refining|smelting|making|production|manufacturing|processing) (?:technolog(?:y|ies)|know-how)\b/i;
const makes =
  /\b(?:technolog(?:y|ies)|know-how) (?:for|of|to|used (?:in|to)) (?:extract|separat|refin|smelt|mak|produc|manufactur|process)\w*[^.;]{0,60}$/i;

/** How many characters after a name say that a way to make it is meant; null where none is. */
export function howMadeAfter(text: string, index: number, end: number): number | null {
  const after = howMade.exec(text.slice(end, end + 60));
  if (after) return after[0].length;
  return makes.test(text.slice(Math.max(0, index - 100), index)) ? 0 : null;
}

/** "Asked about graphite, it said": the reporter's word. */
const asked =
  /\b(?:asked|questions?|queries)\b[^.;]{0,20}\b(?:about|on|whether|if|over|regarding)\b[^.;]{0,60}$/i;

/**
 * What a name from `index` to `end` of a folded sentence is there for: what the sentence speaks of, what hints at
 * it, or neither.
 */
export function asideOf(
  text: string,
  index: number,
  end: number,
  inTitle: boolean,
): 'plainly' | 'ofFirms' | 'asked' | 'dropped' {
  const before = text.slice(Math.max(0, index - 100), index);
  const after = text.slice(end, end + 40);
  const dropped =
    imported.test(before.slice(-64)) ||
    firm.test(after) ||
    taxed.test(after) ||
    admitted.test(after) ||
    counted.test(after) ||
    apart.test(after) ||
    (latin.test(before) && (lead.test(before) || isUse(before))) ||
    (han.test(before) &&
      (hanLead.test(before) ||
        (hanUsed.test(after) && hanUse.test(before)) ||
        (hanMaterialOf.test(after) && hanMadeOf.test(before)))) ||
    (!inTitle && capital.test(text.slice(index, end)) && isPartOfName(before, after));
  if (dropped) return 'dropped';
  if (trade.test(after) || makersOf.test(before)) return 'ofFirms';
  return !inTitle && asked.test(before) ? 'asked' : 'plainly';
}
