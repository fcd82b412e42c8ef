import type { Detail } from '../../domain/details.ts';
import { numberOf, numeral } from '../numerals.ts';
import { type Passage, quoteOf } from '../passage.ts';
import { Collected } from './collect.ts';

const share = new RegExp(
  `(?<percent>\\d{1,3}(?:\\.\\d{1,4})?) ?(?:%|per ?cent\\b)|(?<permille>\\d{1,3}(?:\\.\\d{1,4})?) ?‰|(?<of>[百千万])分之(?<whole>${numeral}{1,4})(?:[点.](?<fraction>[\\d〇零一二三四五六七八九]{1,4}))?`,
  'gi',
);
const anyShare = /[%‰]|分之|per ?cent/i;
const parts: Record<string, number> = { 百: 1, 千: 10, 万: 100 };

const deMinimis = /\bde minimis\b|最低[含价]?[值量]?比例|最低含量|最小占比|微量(?:原则|规则|比例)/i;
/** A share of what a thing is worth, or of what in it is of an origin. */
const valueShare =
  /价值|(?:中国|美国|外国|境外|原产|受控|受管制)[^,]{0,16}(?:成分|含量|占比|比例|份额)|\bof (?:the |its |their )?(?:\w+ )?value\b|\bby value\b|\bvalue (?:ratio|share|content)|\b(?:Chinese|U\.?S\.?|American|foreign|controlled)(?:-origin)?(?: [\w-]+){0,4} (?:content|components?)\b|\bcontent (?:of|from)\b/i;
const fromThere =
  /(?:达到?|超过|大于(?:或?等于)?|不低于|不少于|高于|≥|>=?|满|\bat least|\bas little as|\bexceed(?:s|ed|ing)?|\bover|\bmore than|\bno less than|\breach(?:es)?) ?(?:the )?$/i;
const andUp =
  /^ ?(?:及以上|及其以上|或以上|以上|或更多|or (?:more|above|higher|greater|over)|and (?:above|over|more)|threshold)/i;
/** What a share must stand beside to be one that a rule applies from. */
const rule =
  /许可|管制|适用|物项|豁免|最低|\blicen[cs]|\bcontrol|\bsubject to\b|\brules?\b|\bappl(?:y|ies)\b|\bde minimis\b|\bpermi(?:t|ssion)/i;
/** Growth, purity, duties and shareholdings are no shares of value. */
const other =
  /增长|增加|同比|环比|上升|下降|减少|纯度|关税|税率|加征|持股|股权|股份|\bpurit|\btariff|\bdut(?:y|ies)\b|\brose\b|\bfell\b|\bgr[eo]w|(?<!\bm(?:ake|akes|ade|aking) )\bup\b|\bdown\b|\byear[- ]on[- ]year|\bowne(?:d|rship)|\bstake|\baffiliate|\bsubsidiar/i;

/** How many characters around a share tell what it is a share of. */
const reach = { before: 90, after: 60 };

/** Shares of value or content from which a rule applies, as numbers of per cent. */
export function thresholdsOf(passage: Passage): Detail<number>[] {
  const found = new Collected<number>();
  for (const sentence of passage.sentences) {
    const { folded } = sentence;
    if (!anyShare.test(folded)) continue;
    let ruled: boolean | null = null;
    for (const match of folded.matchAll(share)) {
      const value = percentOf(match.groups ?? {});
      const { index } = match;
      const end = index + match[0].length;
      const before = folded.slice(Math.max(0, index - reach.before), index);
      if (value === null || !isThreshold(before, folded.slice(end, end + reach.after))) continue;
      ruled ??= rule.test(folded) || rule.test(passage.title.folded);
      if (ruled) found.add(value, quoteOf(passage, sentence, index, match[0].length));
    }
  }
  return found.all();
}

function isThreshold(before: string, after: string): boolean {
  const near = before.slice(-40);
  if (other.test(clauseEnd(near)) || other.test(clauseStart(after.slice(0, 24)))) return false;
  if (deMinimis.test(before) || deMinimis.test(after.slice(0, 40))) return true;
  if (!fromThere.test(before) && !andUp.test(after)) return false;
  return valueShare.test(before) || valueShare.test(after);
}

function clauseEnd(words: string): string {
  return words.slice(Math.max(words.lastIndexOf(','), words.lastIndexOf(';')) + 1);
}

function clauseStart(words: string): string {
  return words.split(/[,;]/, 1)[0] ?? '';
}

function percentOf(groups: Record<string, string | undefined>): number | null {
  if (groups.percent) return Number(groups.percent);
  if (groups.permille) return Number(groups.permille) / 10;
  const whole = numberOf(groups.whole ?? '');
  const divisor = parts[groups.of ?? ''];
  if (whole === null || divisor === undefined) return null;
  return Number(`${whole}.${fractionOf(groups.fraction)}`) / divisor;
}

function fractionOf(words: string | undefined): string {
  return [...(words ?? '0')].map((digit) => numberOf(digit) ?? 0).join('');
}
