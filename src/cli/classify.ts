import { createInterface } from 'node:readline';
import { Readable } from 'node:stream';
import { z } from 'zod';
import type { Judgement, Understood } from '../domain/announcement.ts';
import type { Facts } from '../domain/facts.ts';
import type { Authority } from '../domain/source.ts';
import { authorities, catalogue } from '../sources/catalogue/index.ts';
import { judge } from '../understand/classify.ts';
import { languageOf } from '../understand/language.ts';
import { issuingCountry } from '../understand/lexicon/authorities.ts';
import { countriesNamed, countryOfCode } from '../understand/lexicon/countries.ts';
import { passageOf } from '../understand/passage.ts';
import { openShelf, type Report } from '../understand/shelf.ts';
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
 * Judges items in the order of time and says which Story each belongs to, by the id of its first item, and why.
 * Irrelevant items have none.
 */
export async function stories(terminal: Terminal): Promise<void> {
  const shelf = openShelf<Text['id']>();
  for await (const text of textsIn(terminal.input)) {
    const judgement = judgeText(text);
    const lead = judgement.parts[0];
    const placed = lead ? shelf.place(text.id, reportOf(text, lead)) : { story: null, why: null };
    writeJson(terminal, { ...verdict(text, judgement), ...placed });
  }
}

/** An item without a date is of no day: it joins by number alone. */
function reportOf(text: Text, { facts, decidedBy }: Understood): Report {
  return {
    authorityId: decider(text, facts, decidedBy),
    facts,
    titles: [text.title],
    publishedOn: text.date ?? null,
  };
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

/**
 * Whose decision a text reports, whoever publishes it: newspapers and digests tell what ministries decide. The
 * ministry whose own page it is, else the first that the catalogue knows in the country that decided, else the
 * country; null where no country is named.
 */
function decider(text: Text, facts: Facts, decidedBy: string | null): string | null {
  const own = authorityOf(text);
  const country = decidedBy ?? countryOf(text, facts);
  if (own.country !== '' && country === countryOfCode(own.country)) return own.id;
  if (country === undefined) return null;
  return authorities.find((one) => countryOfCode(one.country) === country)?.id ?? country;
}

/**
 * Where nobody is named as deciding: the country of the first authority named; China, as only its ministries number
 * their notices so; the publisher's; the first that the title names, other than as where goods go.
 */
function countryOf(text: Text, { announcementNo, destinations }: Facts): string | undefined {
  const { title, sentences } = passageOf(text);
  return (
    issuingCountry(sentences) ??
    (announcementNo ? 'China' : countryOfCode(authorityOf(text).country)) ??
    countriesNamed(title.folded).find((one) => !destinations.includes(one))
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

function summaryOf(text: Text, { facts, evidence, kind, decidedBy }: Understood) {
  const language = text.lang ?? languageOf(text.title + text.text);
  const authority = authorityOf(text);
  return summarise({ facts, evidence, kind, language, decidedBy }, { market: 'US', authority }).summary;
}
