import { Sought } from '../clues.ts';
import { numberOf, numeral } from '../numerals.ts';
import { quoteOf, type Sentence } from '../passage.ts';
import { isAskedAt } from './asked.ts';
import type { Speech, Stated } from './speech.ts';

/** What a ministry or a government calls its numbered texts. */
const hanKinds = '(?:公告|令|决议|条例|决定|函|通告)';
const latinKinds =
  '(?:Announcement|Order|Decree|Notice|Notification|Regulation|Circular|Ordinance|Resolution|Decision)';

const hanForms = new Sought(
  new RegExp(
    [
      `${hanKinds} ?[\\[(]?(?<y1>${numeral}{4}) ?年?[\\])]? ?第? ?(?<n1>${numeral}{1,4}) ?号`,
      `(?<y3>${numeral}{4}) ?年 ?第 ?(?<n3>${numeral}{1,4}) ?号(?:公告|令)?`,
      `第 ?(?<n4>${numeral}{1,4})(?:、${numeral}{1,4})* ?号 ?(?:公告|令|决议|法令)`,
      '第 ?(?<n5>\\d{1,4})/(?<y5>20\\d\\d) ?号',
      '第 ?(?<y7>20\\d\\d)/(?<n7>\\d{1,4}) ?号',
      `(?<=[。;,]|^)第 ?(?<n6>${numeral}{1,4}) ?号(?=[把将对])`,
      '(?<=[部署])(?<n8>\\d{1,3}) ?号公告',
    ].join('|'),
    'g',
  ),
);
const latinForms = new Sought(
  new RegExp(
    [
      `${latinKinds} (?:No\\.? ?)?(?<n1>\\d{1,4})(?: of (?:year )?|/| \\(|,? Year )(?<y1>20\\d{2})(?!-20\\d\\d)`,
      '(?:Announcement|Notice|Notification) No\\. ?(?<y6>20\\d\\d)-(?<n6>\\d{1,4})(?!\\d)',
      '(?:Announcement|Order|Decree|Notice)? ?[\\[(]?(?<y2>20\\d{2})[\\])]?,? No\\. ?(?<n2>\\d{1,4})',
      'No\\.? ?(?<n3>\\d{1,4}) of (?<y3>20\\d{2})',
      '(?:Regulation|Decision) \\((?:EU|CFSP)\\) (?<y7>20\\d\\d)/(?<n7>\\d{1,4})',
      '\\b(?:S\\.I\\.|SI|SOR/|Announcement) ?(?<y8>20\\d\\d)[-/](?<n8>\\d{1,4})(?!\\d)',
      `(?:Announcement|Order|Decree|Notice|Resolution|Ordinance) No\\. ?(?<n4>\\d{1,4})(?!\\d)`,
      '\\bnumbered (?<n5>\\d{1,4})(?!\\d)',
      '\\b(?:notice|announcement)\\b[^.;]{0,40}\\(No\\. ?(?<n10>\\d{1,4})\\)',
      '(?<y11>20\\d{2}),? Nos\\. ?(?<n11>\\d{1,4})',
      '\\bNo\\. ?(?<n9>\\d{1,4}) (?:notice|announcement|order|decree)\\b',
    ].join('|'),
    'gi',
  ),
);

/** What every one of these forms holds. */
const numbers = /\bnumbered\b|\bNos?\b|\d\/20\d\d|20\d\d[-/]\d|\b(?:Announcement|Decree|Order) \d/i;

/** Words before a number that make it another notice's: cited, repealed, suspended, or of another list. */
const cites =
  /(?:根据|依据|按照|依照|对|见|同时|废止|替代|代替|延长|延续|修改|修订|撤销|暂停实施|停止|不可靠实体清单工作机制|税则委员会|(?<!部.{0,2})海关总署(?!公告)|pursuant to|under|released under|replac\w+|repeal\w*|suspen\w+|suspended|from|amend\w*|\bAct|\bLaw|last year's|earlier|previous|former|original|去年的?|此前|continuation of|partial modification of|Annex \w+ (?:to|of)|regard to|accordance with|list in|\b(?:measures?|rules?|curbs|restrictions|controls?) (?:of|in|under)|not (?:covered|affected|included|touched))[^,。;]{0,24}$|》\([^)]{0,38}$/i;

/** "Were added to the list under announcement No. 23": what the notice itself does. */
const doneUnder =
  /\b(?:added|placed|listed|banned|barred|lengthened|extended|prolonged|no longer (?:receive|buy|get|export|sell))\b[^.;]{0,100}\bunder (?:\w+ )?$/i;

/** "Under Announcement No. 9 of 2027, exports are barred", "under a notice (No. 9)": what one of this year now does. */
const opensUnder = /^\W*under (?:[a-z]+ ){0,2}$|\bunder an? (?:[a-z]+ )?$/i;

/** 海关总署公告2031年第7号, at the head of a title or line: nothing before it but those who issue it. */
const headed =
  /^(?!.*(?:根据|依据|按照|依照|暂停|停止|废止|修改|对|见|同时))(?:[\u4e00-\u9fff]{1,12}(?:部|委|局|署|院|办|会|行)[ 、]?)+$/;

/** Words after a number that end the notice it names. */
const ended =
  /^[^。;]{0,24}(?:废止|失效|(?:暂停|停止)实施后|不受影响|repealed|is replaced|is (?:un|not )affected|(?:is|are|was|were) not (?:mentioned|named|touched|lifted|changed))/i;

/** Between two numbers that are cited together. */
const andThen = /^(?:,|、| )?(?: ?(?:and|和|及|以及|与) ?)?$/;

interface Numbered {
  value: string;
  index: number;
  length: number;
  cited: boolean;
}

/** The notice's own number: that of its title, of its document line, else the first not cited where licences are spoken of. */
export function announcementNoOf(speech: Speech): Stated<string> | null {
  const { passage, focus } = speech;
  const line = passage.sentences.find(({ folded }) => /^\[发布文号\]/.test(folded)) ?? heading(speech);
  const spoken = focus.filter((sentence) => sentence.in === 'text');
  for (const sentence of [passage.title, ...(line ? [line] : []), ...spoken]) {
    const own = numbersIn(sentence, speech).find(({ cited }) => !cited);
    if (own) return { value: own.value, quotes: [quoteOf(passage, sentence, own.index, own.length)] };
  }
  return lastResort(speech) ?? ofQuestion(speech);
}

/** So far into a text, and so long, is the line that only names the notice: 海关总署公告2031年第7号. */
const headLines = 8;
const longestHead = 90;

function heading(speech: Speech): Sentence | undefined {
  return speech.passage.sentences.slice(1, headLines).find((sentence) => {
    const { folded } = sentence;
    if (folded.length > longestHead) return false;
    const [first] = numbersIn(sentence, speech);
    if (!first || first.cited) return false;
    const rest = folded.slice(first.index + first.length);
    return (
      /^[^,.。;]{0,40}$/.test(folded.slice(0, first.index)) && /^\W{0,3}(?:dated\W[^.;]{0,30})?$/i.test(rest)
    );
  });
}

const announces = new Sought(/notice is|本公告|发布|条例|issued|announcement|regulation|decree/i);
const aboutOthers = new Sought(/不可靠|unreliable|关税|反倾销|tariff|反制/i);

/** A text that says "the notice is No. 18 of 2025" outside the sentences that speak of licences. */
function lastResort(speech: Speech): Stated<string> | null {
  for (const sentence of speech.passage.sentences.slice(1)) {
    if (sentence.question || !announces.isIn(sentence) || aboutOthers.isIn(sentence)) continue;
    const own = numbersIn(sentence, speech).find(({ cited }) => !cited);
    if (own) return { value: own.value, quotes: [quoteOf(speech.passage, sentence, own.index, own.length)] };
  }
  return null;
}

/** 商务部今天发布2031年第7号公告,请介绍有关情况: what a reporter asks to be told about is what the answer is about. */
const justIssued =
  /(?:发布|公布|出台)了?(?:联合)?$|\b(?:issued|released|published|announced) (?:the |its |MOFCOM )?$/i;

function ofQuestion(speech: Speech): Stated<string> | null {
  for (const sentence of speech.passage.sentences.filter(({ question }) => question)) {
    const own = numbersIn(sentence, speech).find(
      ({ cited, index }) => !cited && justIssued.test(sentence.folded.slice(0, index)),
    );
    if (own) return { value: own.value, quotes: [quoteOf(speech.passage, sentence, own.index, own.length)] };
  }
  return null;
}

function numbersIn(sentence: Sentence, speech: Speech): Numbered[] {
  const { folded } = sentence;
  const han = sentence.han && folded.includes('号') ? hanForms.allIn(sentence) : [];
  const latin = sentence.latin && numbers.test(folded) ? latinForms.allIn(sentence) : [];
  let before: Numbered | null = null;
  return [...han, ...latin].flatMap(({ 0: words, index, groups }) => {
    const group = (letter: string) =>
      Object.entries(groups ?? {}).find(([name, part]) => name.startsWith(letter) && part)?.[1];
    const number = numberOf(group('n') ?? '');
    const year = yearOf(group('y'), speech);
    if (number === null || year === null) return [];
    const end = index + words.length;
    const lead = folded.slice(Math.max(0, index - 40), index);
    const done =
      (year === yearOf(undefined, speech) && opensUnder.test(folded.slice(0, index))) ||
      doneUnder.test(folded.slice(Math.max(0, index - 140), index));
    const joined = before?.cited && andThen.test(folded.slice(before.index + before.length, index));
    const cited =
      joined ||
      isLongPast(words, year, speech) ||
      isAskedAt(sentence, index) ||
      (!headed.test(lead) && !done && (cites.test(lead) || ended.test(folded.slice(end, end + 40))));
    before = { value: `No. ${number} of ${year}`, index, length: words.length, cited };
    return [before];
  });
}

/** Acts of the European Union, the United Kingdom and Canada name those they amend in the same way. */
function isLongPast(words: string, year: number, { passage }: Speech): boolean {
  const { publishedOn } = passage.document;
  return (
    /\((?:EU|CFSP)\)|^S\.?I\b|^SOR/i.test(words) &&
    !!publishedOn &&
    year < Number(publishedOn.slice(0, 4)) - 1
  );
}

/** A number without a year is of the year of publication. */
function yearOf(words: string | undefined, speech: Speech): number | null {
  if (words) return numberOf(words);
  const published = speech.passage.document.publishedOn;
  return published ? Number(published.slice(0, 4)) : null;
}
