import type { Detail } from '../../domain/details.ts';
import { type Passage, quoteOf, type Sentence } from '../passage.ts';
import { Collected } from './collect.ts';

/** A category, a product group and three digits, then sub-entries: 1C902, 2B902.a, 5A992.c.1. */
const controlCode =
  /(?<![\w.-])(\d[A-E]\d{3})((?:\.[a-z](?![A-Za-z]))(?:\.\d{1,2}(?!\d)(?:\.[a-z](?![A-Za-z]))?)?)?(?![\w]|-(?![\dA-E]{5})|\.\d)/g;
/** A part number has the same shape; the words before it say so. */
const partNumber =
  /(?:型号|货号|料号|件号|批号|编号为?零件|零部件号|航班|房间|门牌|\b(?:part|model|serial|catalogue|catalog|item|order|invoice|flight|room|gate|lot|batch)(?: (?:no|number|code)s?)?|\bP\/N|\bSKU)\.? ?[:#]? ?$/i;
/** What a control list is about; without it the code must stand where lists write it. */
const controlContext =
  /管制编码|管制清单|出口管制|管制物项|两用物项|\bECCNs?\b|\bcontrol (?:codes?|list)|\bexport[- ]control|\bdual-use\b|\bCommerce Control List\b|\bCCL\b|\bAnnex I\b/i;
/** "(一) 2B902.a." and "五、1C914": the list's own numbering. */
const entryOfList = /^[(\s]*(?:[一二三四五六七八九十]{1,3}|\d{1,2})?[)、.\s]*$/;

/** Codes of a control list: by their shape, where controls are spoken of or a list is given. */
export function controlCodesOf(passage: Passage): Detail<string>[] {
  const found = new Collected<string>();
  const { title, sentences } = passage;
  const speaksOfControls = (sentence: Sentence | undefined) => controlContext.test(sentence?.folded ?? '');
  for (const [at, sentence] of sentences.entries()) {
    let spoken: boolean | null = null;
    for (const match of sentence.folded.matchAll(controlCode)) {
      spoken ??= [title, sentence, sentences[at - 1]].some(speaksOfControls);
      const lead = sentence.folded.slice(Math.max(0, match.index - 24), match.index);
      const listed = match.index < 8 && entryOfList.test(lead);
      if (partNumber.test(lead) || !(spoken || listed)) continue;
      found.add(match[0], quoteOf(passage, sentence, match.index, match[0].length));
    }
  }
  return found.all();
}

/** Words after which digits are customs codes. */
const customsWords =
  /海关(?:商品)?(?:编[号码]|代码)|参考商品编[号码]|商品编码|税则(?:号列|号|编码)|税号|协调制度编码|(?<![A-Za-z])HS(?:K|N)?(?: ?(?:编[号码]|税号|[Cc]odes?|[Nn]umbers?|[Hh]eadings?|[Ss]ubheadings?))?(?![A-Za-z])|\b(?:customs|commodity|tariff|CN|HTSUS|HTS)(?: commodity| classification| tariff)? (?:codes?|numbers?|lines?|headings?|subheadings?)|\bHTS(?:US)?\b/gi;
const leadIn =
  /(?: ?(?:为|是|如|包括|详见|are|is|such as|including|Nos?\.?|numbers?) ?)?[ :("]{0,3}(?:ex )?/iy;
/** Digits, in groups by dots, or by spaces where the groups are pairs. */
const customsCode = /\d{4,10}(?![\d.]*\d{5})(?:\.\d{2,4}(?!\d)){0,3}(?: \d{2}(?!\d)){0,3}(?!\d)/y;
const between =
  /(?: ?\([^()\d]{0,24}\))?(?:等)?(?: ?[、,;/] ?(?:and |or |和|及)?| (?:and|or|to|through) | ?(?:和|与|及|以及|或|至|到|-|~) ?| (?=\d{4}))(?:ex |税则号列|HS )?/iy;
const fourDigits = /\d{4}/;
const looksLikeYear = /^(?:19|20)\d{2}$/;

/**
 * Customs codes, digits only: those in the lists that follow words for them. Of a range both ends are given.
 * Bare "HS 2022" is an edition of the nomenclature.
 */
export function hsCodesOf(passage: Passage): Detail<string>[] {
  const found = new Collected<string>();
  for (const sentence of passage.sentences) {
    if (!fourDigits.test(sentence.folded)) continue;
    let read = 0;
    for (const match of sentence.folded.matchAll(customsWords)) {
      const at = match.index + match[0].length;
      if (at >= read) read = readCodes(passage, sentence, { at, bare: /^HTS|^HS.?$/i.test(match[0]) }, found);
    }
  }
  return found.all();
}

function readCodes(
  passage: Passage,
  sentence: Sentence,
  { at, bare }: { at: number; bare: boolean },
  found: Collected<string>,
): number {
  const { folded } = sentence;
  let next = after(leadIn, folded, at) ?? at;
  let end = at;
  for (;;) {
    const stop = after(customsCode, folded, next);
    if (stop === null) return end;
    const digits = folded.slice(next, stop).replaceAll(/\D/g, '');
    if (digits.length > 10 || isYear(folded, stop, digits, bare)) return end;
    found.add(digits, quoteOf(passage, sentence, next, stop - next));
    end = stop;
    const separated = after(between, folded, stop);
    if (separated === null) return end;
    next = separated;
  }
}

function isYear(folded: string, stop: number, digits: string, bare: boolean): boolean {
  return (
    looksLikeYear.test(digits) && (bare || /^ ?(?:年|版|edition|version)/.test(folded.slice(stop, stop + 9)))
  );
}

/** Where a sticky pattern's match at `at` ends; null where it does not match there. */
function after(pattern: RegExp, text: string, at: number): number | null {
  pattern.lastIndex = at;
  return pattern.test(text) ? pattern.lastIndex : null;
}
