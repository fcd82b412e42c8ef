import { createInterface } from 'node:readline';
import { Readable } from 'node:stream';
import { z } from 'zod';
import type { Judgement, Understood } from '../domain/announcement.ts';
import type { Authority } from '../domain/source.ts';
import { authorities, catalogue } from '../sources/catalogue/index.ts';
import { judge } from '../understand/classify.ts';
import { languageOf } from '../understand/language.ts';
import { sameStory, storyKey } from '../understand/stories.ts';
import { summarise } from '../understand/summarise.ts';
import { Refusal, type Terminal, writeJson } from './terminal.ts';

const Text = z.object({
  id: z.union([z.string(), z.number()]),
  title: z.string(),
  text: z.string().default(''),
  lang: z.enum(['zh', 'en']).nullish().catch(null),
  date: z.iso.date().nullish(),
  url: z.url().nullish().catch(null),
});
type Text = z.infer<typeof Text>;

/** Judges JSON Lines of texts; one line out each, in the same order. */
export async function classify(terminal: Terminal): Promise<void> {
  for await (const text of textsIn(terminal.input)) {
    writeJson(terminal, verdict(text, judgeText(text)));
  }
}

/**
 * Judges items in the order of time and says which Story each belongs to: the id of its first item.
 * Irrelevant items have none.
 */
export async function stories(terminal: Terminal): Promise<void> {
  const known: {
    key: string | null;
    story: Text['id'];
    authorityId: string;
    facts: Understood['facts'];
    on: string;
  }[] = [];
  for await (const text of textsIn(terminal.input)) {
    const judgement = judgeText(text);
    const lead = judgement.parts[0];
    if (!lead) {
      writeJson(terminal, { ...verdict(text, judgement), story: null });
      continue;
    }
    const authorityId = authorityOf(text).id;
    const key = storyKey(lead.facts, { authorityId });
    const on = text.date ?? '1970-01-01';
    const joined = known.find(
      (one) =>
        (key !== null && one.key === key) ||
        (one.authorityId === authorityId &&
          sameStory({ facts: lead.facts, publishedOn: on }, { facts: one.facts, publishedOn: one.on })
            .joined),
    );
    const story = joined?.story ?? text.id;
    if (!joined) known.push({ key, story, authorityId, facts: lead.facts, on });
    writeJson(terminal, { ...verdict(text, judgement), story });
  }
}

async function* textsIn(input: Terminal['input']): AsyncGenerator<Text> {
  let number = 0;
  for await (const line of createInterface({
    input: Readable.from(input),
    crlfDelay: Number.POSITIVE_INFINITY,
  })) {
    number += 1;
    if (line.trim() !== '') yield textIn(line, number);
  }
}

function textIn(line: string, number: number): Text {
  const value = jsonIn(line, number);
  const text = Text.safeParse(value);
  if (text.success) return text.data;
  const faults = text.error.issues.map(({ path, message }) => `${path.join('.') || 'it'}: ${message}`);
  throw new Refusal(`standard input, line ${number}: ${faults.join('; ')}. Nothing after it was read.`);
}

function jsonIn(line: string, number: number): unknown {
  try {
    return JSON.parse(line);
  } catch (error) {
    const fault = error instanceof Error ? error.message : String(error);
    throw new Refusal(`standard input, line ${number} is not JSON: ${fault}. Nothing after it was read.`);
  }
}

function judgeText(text: Text): Judgement {
  return judge({
    title: text.title,
    text: text.text,
    publishedOn: text.date ?? null,
    country: authorityOf(text).country,
    issuer: null,
  });
}

const unknownAuthority: Authority = {
  id: 'unknown',
  country: '',
  name: { en: 'The ministry', zh: '主管部门' },
  short: { en: 'Ministry', zh: '主管部门' },
};

/** Whose text it is, as far as its address tells. */
function authorityOf({ url }: Text): Authority {
  const host = url ? new URL(url).host : null;
  const source = catalogue.find((one) => new URL(one.url).host === host);
  return (
    source?.authority ??
    authorities.find(({ country }) => host?.endsWith('.cn') && country === 'CN') ??
    unknownAuthority
  );
}

function verdict(text: Text, { relevant, score, reasons, parts }: Judgement) {
  const lead = parts[0];
  return {
    id: text.id,
    relevant,
    tier: lead?.tier ?? null,
    decidedBy: lead?.decidedBy ?? null,
    score,
    reasons,
    facts: lead?.facts ?? null,
    evidence: lead ? wordsOf(lead) : {},
    summary: lead ? summaryOf(text, lead) : null,
    parts: parts.map((part) => ({ ...part, evidence: wordsOf(part) })),
  };
}

function wordsOf({ evidence }: Understood): Record<string, string[]> {
  return Object.fromEntries(
    Object.entries(evidence).map(([fact, quotes]) => [fact, quotes.map(({ words }) => words)]),
  );
}

function summaryOf(text: Text, { facts, evidence, kind }: Understood) {
  const language = text.lang ?? languageOf(text.title + text.text);
  return summarise({ facts, evidence, kind, language }, { market: 'US', authority: authorityOf(text) })
    .summary;
}
