import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { type Action, actions } from '../../domain/facts.ts';
import { Refusal } from '../terminal.ts';

const Value = z.union([z.string(), z.number(), z.array(z.string()), z.null()]);

/** What a text should be found to state; all null or empty where it is not relevant. */
export const GoldFacts = z.object({
  action: z.enum(actions).nullable(),
  goods: z.array(z.string()),
  destinations: z.array(z.string()),
  licencesCount: z.union([z.number(), z.literal('unspecified')]).nullable(),
  announcementNo: z.string().nullable(),
  effectiveDate: z.string().nullable(),
  expiryDate: z.string().nullable(),
  usFirms: z.enum(['yes', 'no', 'unspecified']).nullable(),
  licenceType: z.enum(['general', 'individual']).nullable(),
});

/** A text with what a person says is right about it. Further fields are let through and not read. */
const GoldRow = z.object({
  id: z.union([z.string(), z.number()]),
  title: z.string(),
  text: z.string(),
  lang: z.string().nullish(),
  date: z.iso.date().nullish(),
  url: z.string().nullish(),
  /** Where the text comes from; scores are told for each. */
  text_kind: z.string().nullish(),
  /** How hard it is. `borderline`: a person could not say, so it is told apart and not scored. */
  grade: z.string().nullish(),
  /** Rows of the same event report one thing. A row without one is an event of its own. */
  event: z.string().nullish(),
  relevant: z.boolean(),
  facts: GoldFacts,
  /** Other right answers, by fact; `*`: whatever is said. */
  accept: z.record(z.string(), z.array(Value)).default({}),
});
export type GoldRow = z.infer<typeof GoldRow>;
export type GoldAction = Action | null;

/**
 * The rows of a file in the gold format, one JSON object a line.
 * @throws {Refusal} It cannot be read, is empty, or a line of it is not such a row, or has the id of another.
 */
export function readGold(file: string): GoldRow[] {
  const rows = textOf(file)
    .split('\n')
    .flatMap((line, index) => (line.trim() ? [rowIn(line, `${file}, line ${index + 1}`)] : []));
  if (rows.length === 0) throw new Refusal(`${file} holds no rows.`);

  const seen = new Set<string>();
  for (const { id } of rows) {
    if (seen.has(String(id))) throw new Refusal(`${file}: two rows have the id ${id}.`);
    seen.add(String(id));
  }
  return rows;
}

function textOf(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    throw new Refusal(`${file} cannot be read: ${error instanceof Error ? error.message : String(error)}`);
  }
}

function rowIn(line: string, place: string): GoldRow {
  const row = GoldRow.safeParse(jsonIn(line, place));
  if (row.success) return row.data;
  const faults = row.error.issues.map(({ path, message }) => `${path.join('.') || 'it'}: ${message}`);
  throw new Refusal(`${place}: ${faults.join('; ')}.`);
}

function jsonIn(line: string, place: string): unknown {
  try {
    return JSON.parse(line);
  } catch (error) {
    throw new Refusal(`${place} is not JSON: ${error instanceof Error ? error.message : String(error)}`);
  }
}
