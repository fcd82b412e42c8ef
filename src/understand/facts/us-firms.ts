import type { Action, Facts } from '../../domain/facts.ts';
import { Sought } from '../clues.ts';
import { quoteOf } from '../passage.ts';
import { isAskedAt } from './asked.ts';
import { quotesOfAction, type Speech, type Stated } from './speech.ts';

const grants = new Set<Action>(['approve', 'resume']);
const refuses = new Set<Action>(['deny', 'suspend']);

const firms =
  '(?:firms|companies|corporations|car ?makers|buyers|end[- ]?users?|customers|users|suppliers|automakers|chipmakers|manufacturers|importers|groups|clients)';
/** Firms that a text need not call American. */
const known =
  'Ford|General Motors|GM|Tesla|Boeing|Lockheed Martin|Detroit|Apple|Intel|Corning|Stellantis|Microsoft|Qualcomm|AMD|Micron|Google';
const recipients = new Sought(
  new RegExp(
    [
      `\\b(?:US|U\\.S\\.|American)(?:-based)? (?:[a-z-]+ ){0,2}${firms}\\b`,
      `\\b(?:to|for|of|by|including|such as|and)(?: the)?(?: big three)? (?:${known})\\b`,
      '\\bto (?:the )?(?:US|U\\.S\\.|United States)(?![\\w.]| control)',
      `\\b${firms} in (?:\\w+ and |\\w+, )?(?:the )?(?:US|U\\.S\\.|United States)(?![\\w])`,
      // What the United States grants goes to a firm of theirs that exports.
      '\\b(?:grants?|granted|gives?|gave|licen[cs]es? (?:to|for)) Nvidia\\b|\\bNvidia (?:has )?(?:gets|receives|wins|received|got|won|obtained|secured)\\b',
      '美国?方?(?:企业|公司|客户|用户|车企|供应商)|美企|(?:对|向|输)美(?:国)?(?:出口|企业)?',
      '(?:福特|通用汽车|特斯拉|波音|苹果公司|洛克希德|微软|高通|英特尔|美光)',
    ].join('|'),
  ),
);
const unclear = new Sought(
  /\bunclear\b|\bin principle\b|原则上|\bwhether\b|\bnot (?:say|clear|stated)\b|是否|未(?:说明|透露)/,
);
/** "None went to US firms", 不包括美国企业. */
const leftOut = new Sought(
  /\b(?:[Nn]one|[Nn]ot|[Nn]o|[Nn]either|except|exclud\w+|other than|all but)\b[^,.;]{0,48}\b(?:US|U\.S\.|United States|American)(?![\w])|(?:不(?:包括|含)|除)[^,。;]{0,6}美国?(?:企业|公司|客户)/,
);

/** Told apart from what was granted: "None of the end users is American". */
const apart = new Sought(
  /^\W{0,3}(?:None|Neither|Not one)\b[^.;]{0,60}\b(?:US|U\.S\.|United States|American)(?!\w)|^\W{0,3}(?:其中)?(?:没有|并无|无一)[^,。;]{0,12}美国?(?:企业|公司|客户|用户)/,
);

/** "A supplier to Ford is among them". */
const among = new Sought(
  new RegExp(
    `\\b(?:US|U\\.S\\.|United States|American|${known})\\b[^.;]{0,60}\\b(?:is|are|was|were) among (?:them|those|the (?:buyers|users|recipients|customers))\\b|其中(?:包括|有)[^,。;]{0,6}美国?(?:企业|公司|客户|用户)`,
  ),
);

/** What was granted over a year: statistics of which no recipient is expected. */
const overYears = new Sought(
  /\blast year\b|\b(?:in|during|over) (?:the )?(?:20\d\d|financial year|fiscal year)\b|\bin 20\d\d$|\byear in review\b|\bannual\b|去年|全年|上年|财年|年度|[〇零一二三四五六七八九\d]{4}年(?:度|共|全年)|^[\u4e00-\u9fff]{0,6}20\d\d年[^月日]{0,20}$/i,
);

/**
 * Whether recipients in the United States are among those served, or are shut out.
 *
 * @param count - How many licences were granted, where that is told.
 */
export function usFirmsOf(
  speech: Speech,
  destinations: string[],
  count: Facts['licencesCount'],
): Stated<Facts['usFirms'] & string> | null {
  const american = destinations.includes('United States');
  if (refuses.has(speech.action)) return american ? { value: 'no', quotes: quotesOfAction(speech) } : null;
  if (!grants.has(speech.action)) return null;
  for (const sentence of speech.focus) {
    const match = recipients.firstIn(sentence);
    if (!match || unclear.isIn(sentence) || isAskedAt(sentence, match.index)) continue;
    const value = leftOut.isIn(sentence) ? 'no' : 'yes';
    return { value, quotes: [quoteOf(speech.passage, sentence, match.index, match[0].length)] };
  }
  const told = ofThem(speech);
  if (told) return told;
  if (american) return { value: 'yes', quotes: quotesOfAction(speech) };
  if (speech.action !== 'approve' || (typeof count === 'number' && isOverYears(speech))) return null;
  return { value: 'unspecified', quotes: quotesOfAction(speech) };
}

function isOverYears({ passage, focus }: Speech): boolean {
  return [...focus, ...passage.sentences.slice(0, 4)].some((sentence) => overYears.isIn(sentence));
}

function ofThem({ passage }: Speech): Stated<'yes' | 'no'> | null {
  for (const sentence of passage.sentences.filter(({ question }) => !question)) {
    const none = apart.firstIn(sentence);
    const match = none ?? among.firstIn(sentence);
    if (!match || (match !== none && unclear.isIn(sentence))) continue;
    const quotes = [quoteOf(passage, sentence, match.index, match[0].length)];
    return { value: none ? 'no' : 'yes', quotes };
  }
  return null;
}
