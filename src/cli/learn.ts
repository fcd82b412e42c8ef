import { writeFileSync } from 'node:fs';
import { fromStored, toStored } from '../understand/learned/file.ts';
import { bestOf, featuresOf, type Learned, scoresOf } from '../understand/learned/model.ts';
import { type Labelled, learn } from '../understand/learned/train.ts';
import { wordsOf } from '../understand/learned/words.ts';
import { passageOf } from '../understand/passage.ts';
import { type GoldRow, readGold } from './eval/gold.ts';
import { Refusal, type Terminal } from './terminal.ts';

const folds = 5;

/** A labelled text, with the event that it tells: texts of one event are all learned from, or all asked about. */
interface Sample extends Labelled {
  event: string;
  accepted: ReadonlySet<unknown>;
}

/**
 * Learns from files in the gold format what texts on export licences read like, prints how right that is on events
 * it did not learn from, and writes the weights where a file is named.
 * @throws {Refusal} A file is not in that format, or there are too few texts to part.
 */
export function learnFrom(files: readonly string[], { write }: { write?: string }, terminal: Terminal): void {
  const samples = files.flatMap((file) => readGold(file).flatMap((row) => sampleOf(row, file)));
  const parts = Array.from({ length: folds }, (_, part) =>
    samples.filter(({ event }) => partOf(event) === part),
  );
  if (parts.some((part) => part.length === 0)) {
    throw new Refusal(
      `${samples.length} texts are too few to learn from and to be asked about. Nothing was written.`,
    );
  }
  const asked = parts.flatMap((part) => {
    const model = learn(samples.filter((sample) => !part.includes(sample)));
    return part.map((sample) => answerOf(sample, model));
  });
  terminal.write(figuresText(asked, files.length));
  if (write === undefined) return;
  const weights = toStored(learn(samples));
  fromStored(weights);
  writeFileSync(write, `${JSON.stringify(weights)}\n`);
  terminal.write(`Wrote ${Object.keys(weights.relevance.weights).length} words to ${write}.\n`);
}

function sampleOf(row: GoldRow, file: string): Sample[] {
  if (row.grade === 'borderline') return [];
  const { title, text, date, relevant, facts } = row;
  const words = wordsOf(passageOf({ title, text, publishedOn: date ?? null }));
  const accepted = new Set<unknown>([facts.action, ...(row.accept.action ?? [])]);
  return [{ words, relevant, action: facts.action, event: row.event ?? `${file}/${row.id}`, accepted }];
}

function partOf(event: string): number {
  let sum = 7;
  for (let i = 0; i < event.length; i++) sum = (Math.imul(sum, 31) + event.charCodeAt(i)) >>> 0;
  return sum % folds;
}

interface Answer {
  relevant: boolean;
  found: boolean;
  /** Of a relevant text: whether what it says was done was told right. */
  right: boolean;
}

function answerOf({ words, relevant, accepted }: Sample, { relevance, action }: Learned): Answer {
  const known = featuresOf(words, (word) => relevance.weights.has(word) || action.weights.has(word));
  const [score = 0] = scoresOf(relevance, known);
  const best = bestOf(action.answers, scoresOf(action, known));
  return { relevant, found: score > 0, right: best !== null && accepted.has(best.answer) };
}

function figuresText(asked: readonly Answer[], files: number): string {
  const relevant = asked.filter((each) => each.relevant);
  const found = asked.filter((each) => each.found);
  const both = found.filter((each) => each.relevant).length;
  const share = (part: number, of: number) => (of === 0 ? '-' : ((100 * part) / of).toFixed(1));
  return [
    `${asked.length} texts of ${files} ${files === 1 ? 'file' : 'files'}, ${relevant.length} of them relevant; asked about events it did not learn from:`,
    `relevance  P ${share(both, found.length)}  R ${share(both, relevant.length)}`,
    `action     ${share(relevant.filter(({ right }) => right).length, relevant.length)}`,
    '',
  ].join('\n');
}
