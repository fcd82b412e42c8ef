import { describe, expect, it } from 'vitest';
import { type Candidate, detect } from '../../../src/sources/detect/index.ts';
import { type ExpectedRow, expectedOf, listNames, listPage } from './lists.ts';

/** When the fixtures are read: a Monday afternoon in Europe. */
const now = Date.UTC(2026, 10, 23, 14);

async function chosenIn(text: string, url: string): Promise<Candidate> {
  const detection = await detect(text, url, now);
  if (detection.kind !== 'list') throw new Error(`${url} is taken for ${detection.kind}`);
  return detection.chosen;
}

const seen = ({ rows }: Candidate): ExpectedRow[] =>
  rows.map(({ title, url, published }) => ({ title, url, date: published?.on ?? null }));

const alike = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b);

describe('the list of a page', () => {
  it('has fixtures of forty differently built lists', () => {
    expect(listNames.length).toBeGreaterThanOrEqual(40);
  });

  it('is found whole, with no foreign row, in 95 of 100', async () => {
    const wrong: string[] = [];
    for (const name of listNames) {
      const { url, rows } = expectedOf(name);
      const found = await chosenIn(listPage(name), url).then(seen, String);
      if (!alike(found, rows)) wrong.push(name);
    }

    const share = 1 - wrong.length / listNames.length;
    process.stdout.write(
      `lists read right: ${(100 * share).toFixed(1)} % of ${listNames.length}${wrong.map((name) => `\n  wrong: ${name}`).join('')}\n`,
    );
    expect(share).toBeGreaterThanOrEqual(0.95);
  });
});
