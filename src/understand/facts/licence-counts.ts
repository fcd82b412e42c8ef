import { Sought } from '../clues.ts';
import { chineseCount, countOf, englishCount } from '../numerals.ts';
import type { Sentence } from '../passage.ts';

/** Licences counted in a sentence, and where it says so. */
export interface Counted {
  value: number;
  index: number;
  length: number;
}

/** A count needs the thing counted and the act: licences that were issued. Applications received are none. */
interface Counts {
  /** Without a number, and without a word for the act, no pattern matches. */
  number: RegExp;
  act: Sought;
  /** The surest first. */
  patterns: Sought[];
}

const han = {
  granted:
    '(?:颁发|发放|签发|核发|批准|核准|批复|批出|准予|放行|审批通过|获批|获准|获得|取得|拿到|领到|获颁|续发|发出|下发)',
  licence: '(?:许可|批件|出口申请)',
  /** "26项物项" counts what is licensed, not the licences. */
  units:
    '(?:[份张件项宗]|个(?!国|企|地|品|税|月|工|实|公|部|行|用|批|省|城|百分))(?!物项|货物|商品|技术|产品)',
  n: `(?<![\\d,.第〇零一二两三四五六七八九十百千万])(?<n>${chineseCount})[余多]? ?`,
  /** What follows a number of those refused. */
  refused: '(?![^,。;]{0,24}(?:未予|不予|未获|没有|拒|驳回|退回|尚未))',
};

const sought = (source: string, flags?: string) => new Sought(new RegExp(source, flags));

const hanCounts: Counts = {
  number: /[\d〇零一二两三四五六七八九十百千万][余多]? ?[份张件项宗个]/,
  act: sought(`${han.granted}|许可|准许|通过|点头|已批`),
  patterns: [
    // 共收到申请1046份, 其中873份已颁发许可证
    sought(
      `(?:申请|许可证?)[^。;]{0,60}?${han.n}${han.units}(?:申请|许可证?)?(?:已经?|均|被|依法|获得?|得到|顺利|全部){0,4}(?:${han.granted}|许可|准许|通过)`,
    ),
    sought(
      `${han.granted}了?[^,。;]{0,24}?(?:许可证?|批件|申请)(?:\\([A-Za-z]{2,6}\\))?[^,\\d一二两三四五六七八九十百千的]{0,4},?(?:一?共计?|合计|总计)?${han.n}${han.units}${han.refused}`,
    ),
    sought(`${han.granted}了?[^,。;]{0,20}?${han.n}${han.units}[^,\\d]{0,16}?${han.licence}`),
    sought(
      `${han.n}${han.units}[^,\\d]{0,16}?${han.licence}证?[^,\\d]{0,6}?(?:获批|获准|获得?(?:批准|许可)|得到批准|(?:发放|颁发|签发|核发|发)给|(?:已经?|均?已?被|均|经[^,。;]{1,10})(?:批准|发放|签发|颁发|核发|发出|下发))`,
    ),
    // 受理320余份, 批准210份, 不予批准6份
    sought(
      `(?:申请|许可)[^。;]{0,40}?(?<!不予?|未予?|拒绝)(?:批准|颁发|签发|核发|核准|准予|准予许可|予以许可|放行|批出|已批)了?${han.n}${han.units}${han.refused}`,
    ),
    sought(`准予许可(?:决定)?${han.n}${han.units}`),
    // 暂停350份许可证中的30份
    sought(`(?:暂停|中止|冻结|吊销|撤销)[^。;]{0,40}?许可证?(?:当?中的?|里的?)约?${han.n}${han.units}`),
    sought(`(?:暂停|中止|冻结|吊销|撤销)了?[^,。;\\d]{0,8}?${han.n}${han.units}[^,。;\\d]{0,16}?许可`),
    // 送出约140件申请, 获批的仅有19件
    sought(
      `申请[^。;]{0,40}?(?:获批|批准|放行|通过|点头)[^。;\\d]{0,4}?(?:仅有?|只有?|共|达)"?${han.n}${han.units}`,
    ),
    // 许可证核发数量为1,310张
    sought(
      `(?:许可证?|批件)[^,。;\\d]{0,8}?(?:颁发|发放|签发|核发|发出|下发)[^,。;\\d]{0,6}?${han.n}${han.units}${han.refused}`,
    ),
  ],
};

const rough =
  '(?:(?:a total of|some|about|around|roughly|over|nearly|almost|more than|at least|close to|only|just|another|a further|the first|its first|all|(?:an? |the )?(?:\\w+ )?batch of) ){0,2}';
const granted =
  '(?:issued|granted|approved|awarded|cleared|passed|signed off(?: on)?|let through|handed(?: out)?|given(?: out)?)';
const stopped = '(?:suspend(?:s|ed|ing)?|revok(?:es?|ed|ing)|froze|frozen|halted|withdrew|withdrawn)';
const were = '(?:were|was|(?:have|has|had)(?: now| since| so far)? been|are|is)';
const en = {
  n: `(?<![\\w.,-])(?<n>${englishCount})(?![\\w%-]|[.,]\\d| ?(?:%|per ?cent|million|billion))`,
  licences: '(?:S?O?IELs?|OGELs?|licen[cs]es?|permits?|authori[sz]ations?|(?:export )?applications?)',
  /** Up to five words between a number and the licences: none that is itself what is counted. */
  described:
    '(?:of (?:(?:the|its|some|about|around|nearly|over|more than) ){0,2}\\d[\\d,]{0,6} )?(?:(?!(?:companies|company|firms|goods|items|entities|days|tonnes|tons|exporters|applicants|categories|countries|types|months|years|weeks|million|billion|euros?|dollars|percent|per|of|for|to|have|were|was|\\d|one|two|three|four|five|six|seven|eight|nine|ten|an?|the|its|their)\\b)[\\w-]{1,24},? ){0,6}?',
  /** "Between May 2027 and June 2028 licences were granted" counts none. */
  month: '\\b(?:Jan|Febr|March|April|May|June|July|August|Sept|Octo|Nov|Dec)[a-z]{0,8} ',
};

const latinCounts: Counts = {
  number: new RegExp(`\\b${englishCount}\\b`, 'i'),
  act: sought(
    `\\b(?:${granted}|${stopped}|received|obtained|secured|put|let|gone|approvals?|Approvals)\\b`,
    'i',
  ),
  patterns: [
    sought(
      `\\b(?:${granted}(?: permission for)?|${stopped}|(?:approvals|approved):) ${rough}${en.n} ${en.described}${en.licences}\\b`,
      'i',
    ),
    sought(
      `(?<!${en.month}(?=20\\d\\d\\b))${en.n} ${en.described}(?:S?O?IELs?|licen[cs]es?|permits?|authori[sz]ations?)\\b[^.;,]{0,60}? ${were} (?:\\w{1,12} )?${granted}\\b`,
      'i',
    ),
    // "received from the ministry one export licence"
    sought(
      `\\b(?:received|obtained|secured)(?: from [^.;,]{1,80}?)? ${rough}${en.n} ${en.described}(?:licen[cs]es?|permits?)\\b(?! (?:applications?|requests?))`,
      'i',
    ),
    // "38 of the 61 applications were approved"
    sought(
      `${en.n} of (?:(?:the|its|some|about|around|nearly|over|more than) ){0,2}\\d[\\d,]{0,6} (?:[\\w-]{1,24} ){0,3}?(?:applications?|requests?)\\b[^.;,]{0,60}? ${were} (?:\\w{1,12} )?${granted}\\b`,
      'i',
    ),
    // "Twelve applications to sell gallium have been approved"
    sought(
      `^\\W{0,4}${rough}${en.n} ${en.described}applications?\\b[^.;,]{0,60}? ${were} (?:\\w{1,12} )?${granted}\\b`,
      'i',
    ),
    // "Of 210 applications, 143 were approved"
    sought(
      `\\b(?:applications?|requests?|licen[cs]es?)\\b[^.;]{0,60}?[,;] (?:of which |and )?${rough}${en.n}(?: of (?:them|these|those|which))? ${were} (?:\\w{1,12} )?${granted}\\b`,
      'i',
    ),
    // "received 56 applications and approved 31 of them"
    sought(
      `\\b(?:applications?|requests?)\\b[^.;]{0,60}?\\b${granted} ${rough}${en.n}(?= of (?:them|these|those)\\b|[,.;]|$)`,
      'i',
    ),
    // "Licences issued: 412", "Permits granted (military, final): 1,874"
    sought(
      `\\b${en.licences}(?: (?:that were |were )?| (?:\\w+ ))${granted}\\b[^.;:|=]{0,40}[:|=]\\W{0,6}${rough}${en.n}(?! \\w+ days)`,
      'i',
    ),
    // "Approved applications stand at 61", "export approvals reached 34"
    sought(
      `\\b(?:approved (?:export )?(?:applications?|licen[cs]es?)|export approvals?)\\b[^.;,]{0,40}?\\b(?:stands? at|stood at|reach(?:es|ed)|totall?ed|numbered|rose to|climbed to) ${rough}${en.n}(?=[.,;]|$| (?:last|in|from|by|this|so|since)\\b)`,
      'i',
    ),
    // "Let 12 applications through", "300 licences have gone out"
    sought(`\\blet ${rough}${en.n} ${en.described}${en.licences} through\\b`, 'i'),
    sought(`${en.n} ${en.described}${en.licences}\\b[^.;,]{0,60}? (?:have|has) gone (?:out|through)\\b`, 'i'),
    // "Put 17 licences on hold"
    sought(`\\bput(?:s|ting)? ${rough}${en.n} ${en.described}${en.licences}\\b[^.;]{0,40} on hold\\b`, 'i'),
    // "The number of licences granted rose to 5,120"
    sought(
      `\\b${en.licences} (?:that were |were )?${granted}\\b[^.;,]{0,40}?\\b(?:rose|fell|climbed|increased|decreased|dropped|totall?ed|total|numbered|number|stand at|stands at|reached|amounted|stood|came|was|were)\\b(?: by [^.;,]{0,12})?(?: to| at)? ${rough}${en.n}(?=[.,;]|$| (?:last|in|from|by|this|over|so)\\b)`,
      'i',
    ),
    // "Nineteen have been granted."
    sought(
      `^\\W{0,4}(?:(?:So far|Of these|Of those|To date),? )?${rough}${en.n}(?: of (?:them|these|those))? ${were} (?:\\w{1,12} )?${granted}\\b`,
      'i',
    ),
  ],
};

/** What goes on about applications that the sentence before told of: "It approved 1,377 and turned down 12." */
const goingOn = sought(
  `^(?:[^.;,]{0,60}\\b)?(?:approved|granted|cleared|passed|issued) ${rough}${en.n}(?: of (?:them|these|those))?(?=,? (?:and|but|while)\\b|[.,;]|$)|^[^.;,]{0,24}\\b${rough}(?<m>${englishCount}) (?:of (?:them|these|those) )?${were} (?:\\w{1,12} )?${granted}\\b`,
  'i',
);
const ofApplications = sought('\\bapplications?\\b', 'i');

/**
 * How many licences a sentence says were granted; null where it counts none.
 *
 * @param before - The sentence before it, which may say what is counted.
 */
export function licencesIn(sentence: Sentence, before?: Sentence): Counted | null {
  const { folded, han: hasHan, latin } = sentence;
  for (const { number, act, patterns } of [...(hasHan ? [hanCounts] : []), ...(latin ? [latinCounts] : [])]) {
    if (!act.isIn(sentence) || !number.test(folded)) continue;
    const told = before && latin && ofApplications.isIn(before) ? [...patterns, goingOn] : patterns;
    for (const pattern of told) {
      const match = pattern.firstIn(sentence);
      const value = match && countOf(match.groups?.n ?? match.groups?.m ?? '');
      if (value) return { value, index: match.index, length: match[0].length };
    }
  }
  return null;
}
