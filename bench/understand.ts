import { performance } from 'node:perf_hooks';
import { type Document, judge } from '../src/understand/classify.ts';
import { inChinese } from '../tests/understand/texts/in-chinese.ts';
import { inEnglish } from '../tests/understand/texts/in-english.ts';
import { inPassingSilent } from '../tests/understand/texts/likely.ts';
import { silent } from '../tests/understand/texts/silent.ts';
import type { Told } from '../tests/understand/texts/told.ts';

/*
 * What it costs to understand a text: `node bench/understand.ts [ROUNDS]`. The texts are those of the tests, put
 * together to 2,000 characters each; of one that is relevant every second part tells of licences, which is more
 * than a page does. Of each text the fastest round counts, which other programs do not lengthen. Prints one line
 * for each budget, and exits with 1 where one is not kept.
 */

const rounds = Number(process.argv[2] ?? 40);
const size = 2000;
const budgets = { median: 0.3, slowest: 3, large: 1000, growth: 3 };

const han = ([, title, text]: Told) => /\p{Script=Han}/u.test(title + text);
const irrelevant = [...silent, ...inPassingSilent];
const silentInChinese = irrelevant.filter(han);
const silentInEnglish = irrelevant.filter((told) => !han(told));

const relevantTexts = [
  ...documentsOf(inChinese, silentInChinese),
  ...documentsOf(inEnglish, silentInEnglish),
];
const irrelevantTexts = [
  ...documentsOf(silentInChinese, silentInChinese),
  ...documentsOf(silentInEnglish, silentInEnglish),
];
const inHan = ({ title, text }: Document) => han([null, title, text]);
const pools: [name: string, documents: Document[]][] = [
  ['half relevant, half not', inTurns(relevantTexts, irrelevantTexts)],
  ['relevant, Chinese', relevantTexts.filter(inHan)],
  ['relevant, English', relevantTexts.filter((document) => !inHan(document))],
  ['irrelevant, Chinese', irrelevantTexts.filter(inHan)],
  ['irrelevant, English', irrelevantTexts.filter((document) => !inHan(document))],
];

function inTurns<Kind>(one: readonly Kind[], other: readonly Kind[]): Kind[] {
  const pairs = one.slice(0, other.length).map((each, place) => [each, other[place] ?? each]);
  return pairs.flat();
}

/** One document for each text of a pool, filled up from that one and another in turns. */
function documentsOf(texts: readonly Told[], others: readonly Told[]): Document[] {
  return texts.map(([, title, text], place) => {
    let all = text;
    for (let next = 1; all.length < size; next++) {
      const from = next % 2 === 1 ? others : texts;
      all += `\n${from[(place + next) % from.length]?.[2]}`;
    }
    return { title, text: all.slice(0, size), publishedOn: '2027-03-18', country: 'CN' };
  });
}

/** Milliseconds of each document in its fastest round. */
function timesOf(documents: readonly Document[]): number[] {
  const fastest = documents.map(() => Number.POSITIVE_INFINITY);
  for (let round = 0; round < rounds; round++) {
    for (const [at, document] of documents.entries()) {
      const begun = performance.now();
      judge({ ...document });
      fastest[at] = Math.min(fastest[at] ?? 0, performance.now() - begun);
    }
  }
  return fastest.sort((one, other) => one - other);
}

const at = (times: readonly number[], share: number) => times[Math.floor(times.length * share)] ?? 0;

let kept = true;

function report(name: string, value: number, budget: number, unit: string): void {
  const within = value <= budget;
  kept &&= within;
  const figures = `${value.toFixed(2).padStart(8)} ${unit}  of ${budget} ${unit}`;
  process.stdout.write(`${within ? 'within' : 'OVER  '}  ${figures}  ${name}\n`);
}

timesOf(pools[0]?.[1] ?? []);
for (const [name, documents] of pools) {
  const times = timesOf(documents);
  report(`median, ${name}`, at(times, 0.5), budgets.median, 'ms');
  report(`99th percentile, ${name}`, at(times, 0.99), budgets.slowest, 'ms');
}

/** A text of a length, of all pools in turn. */
function longText(length: number): Document {
  const all = pools.flatMap(([, documents]) => documents.map(({ text }) => text)).join('\n');
  const text = all.repeat(Math.ceil(length / all.length)).slice(0, length);
  return { title: 'Regular press briefing', text, publishedOn: '2027-03-18', country: 'CN' };
}

function fastestOf(document: Document): number {
  return Math.min(...Array.from({ length: 5 }, () => timeOf(document)));
}

/** Milliseconds of the processor. */
function timeOf(document: Document): number {
  const begun = process.cpuUsage();
  judge({ ...document });
  const { user, system } = process.cpuUsage(begun);
  return (user + system) / 1000;
}

const [half, whole] = [fastestOf(longText(1_000_000)), fastestOf(longText(2_000_000))];
report('a text of 2 MB', whole, budgets.large, 'ms');
report('the same against half of it', whole / half, budgets.growth, 'times');
process.exitCode = kept ? 0 : 1;
