import { stories } from './classify.ts';
import { type GoldRow, readGold } from './eval/gold.ts';
import { type Found, type Judged, type Relevance, type Score, score } from './eval/score.ts';
import { type Terminal, writeJson } from './terminal.ts';

/**
 * Judges every row of a file in the gold format, and prints how right that was.
 * @throws {Refusal} The file is not in that format.
 */
export async function evaluate(
  file: string,
  { json }: { json?: boolean },
  terminal: Terminal,
): Promise<void> {
  const judged = await judgeRows(readGold(file), terminal);
  const result = score(judged);
  if (json) writeJson(terminal, result);
  else terminal.write(scoreText(result));
}

/** Judges by `wire stories`, so that what is scored is what it prints. */
async function judgeRows(rows: readonly GoldRow[], terminal: Terminal): Promise<Judged[]> {
  // In the order of time; what has no date comes first.
  const ordered = rows.toSorted((one, other) => dayIn(one).localeCompare(dayIn(other)));
  const input = ordered.map(
    ({ id, title, text, lang, date, url }) =>
      `${JSON.stringify({ id: String(id), title, text, lang, date, url })}\n`,
  );
  const lines: string[] = [];
  await stories({
    ...terminal,
    input: toAsync(input),
    write: (text) => lines.push(text),
  });
  const found = new Map(lines.map((line) => foundIn(JSON.parse(line))));
  return rows.map((gold) => {
    const each = found.get(String(gold.id));
    if (!each) throw new TypeError(`no verdict on ${gold.id}`);
    return { gold, found: each };
  });
}

const dayIn = ({ date }: GoldRow) => date ?? '';

async function* toAsync(lines: readonly string[]): AsyncGenerator<string> {
  yield* lines;
}

/** What `wire stories` prints of one text. */
interface Printed {
  id: string;
  relevant: boolean;
  facts: Found['facts'];
  evidence: Record<string, string[]>;
  story: string | null;
}

function foundIn({ id, relevant, facts, evidence, story }: Printed): [string, Found] {
  return [id, { relevant, facts, quotes: Object.values(evidence).flat(), story }];
}

function scoreText(result: Score): string {
  const { relevance, facts, evidence, stories: pairs, borderline } = result;
  const groups = { kind: relevance.byKind, lang: relevance.byLang, grade: relevance.byGrade };
  return [
    relevanceLine('relevance', relevance.all),
    ...Object.entries(groups).flatMap(([by, group]) =>
      Object.entries(group).map(([name, each]) => relevanceLine(`  ${by} ${name}`, each)),
    ),
    '',
    'fact                   accuracy   when stated (n)   invented when not stated',
    ...Object.entries(facts).map(([name, { accuracy, whenStated, stated, inventedWhenNot }]) =>
      [
        name.padEnd(22),
        `${percent(accuracy)}     `,
        `${percent(whenStated)} (${stated})`.padEnd(16),
        percent(inventedWhenNot),
      ].join(' '),
    ),
    `mean of the facts      ${percent(result.meanFactAccuracy)}`,
    '',
    `stories, by pairs      P ${percent(pairs.precision)}  R ${percent(pairs.recall)}  ` +
      `(${pairs.pairsSame} pairs belong together, ${pairs.pairsTogether} were put together)`,
    `quotes that stand in their text: ${percent(evidence.foundInText)} % of ${evidence.quotes}`,
    `borderline taken for relevant: ${borderline.calledRelevant} of ${borderline.n}`,
    '',
    ...confusionLines(result.confusion),
    '',
  ].join('\n');
}

function relevanceLine(name: string, { n, precision, recall, f1 }: Relevance): string {
  return `${name.padEnd(22)} n ${String(n).padStart(5)}  P ${percent(precision)}  R ${percent(recall)}  F1 ${percent(f1)}`;
}

function confusionLines({ falseAlarms, missed, actions }: Score['confusion']): string[] {
  return [
    `taken for relevant, and are not: ${falseAlarms.join(' ') || 'none'}`,
    `missed: ${missed.join(' ') || 'none'}`,
    ...actions.map(({ wanted, got, ids }) => `action ${wanted}, taken for ${got}: ${ids.join(' ')}`),
  ];
}

function percent(share: number | null): string {
  return share === null ? '   - ' : (100 * share).toFixed(1).padStart(5);
}
