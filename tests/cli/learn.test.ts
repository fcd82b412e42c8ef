import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { learnFrom } from '../../src/cli/learn.ts';
import { fromStored } from '../../src/understand/learned/file.ts';
import { fakeTerminal, openFolder } from './support.ts';

let folder: ReturnType<typeof openFolder>;
beforeEach(() => {
  folder = openFolder();
});
afterEach(() => folder.remove());

const none = {
  ...{ action: null, goods: [], destinations: [], licencesCount: null, announcementNo: null },
  ...{ effectiveDate: null, expiryDate: null, usFirms: null, licenceType: null },
};

function row(id: string, title: string, action: string | null) {
  const facts = { ...none, action };
  return JSON.stringify({
    id,
    title,
    text: '',
    date: null,
    relevant: action !== null,
    event: `event-${id}`,
    facts,
  });
}

function gold(count: number): string {
  const rows = Array.from({ length: count }, (_, i) => [
    row(`yes-${i}`, `Ministry waves cargo ${i} through the harbour`, 'approve'),
    row(`no-${i}`, `Garden number ${i} has flowers`, null),
  ]);
  const file = join(folder.path, 'labelled.jsonl');
  writeFileSync(file, rows.flat().join('\n'));
  return file;
}

describe('learning from a file of labelled texts', () => {
  it('says how right that is on events it did not learn from, and writes the weights', () => {
    const terminal = fakeTerminal({ env: {} });
    const weights = join(folder.path, 'weights.json');
    learnFrom([gold(20)], { write: weights }, terminal);

    expect(terminal.text()).toContain('40 texts of 1 file, 20 of them relevant');
    expect(terminal.text()).toContain('relevance  P 100.0  R 100.0');
    expect(terminal.text()).toContain('action     100.0');
    expect(fromStored(JSON.parse(readFileSync(weights, 'utf8'))).relevance.weights.has('flower')).toBe(true);
  });

  it('refuses what is too little to be asked about, and writes nothing', () => {
    const weights = join(folder.path, 'weights.json');
    expect(() => learnFrom([gold(1)], { write: weights }, fakeTerminal({ env: {} }))).toThrow(
      /too few to learn/,
    );
    expect(() => readFileSync(weights)).toThrow();
  });
});
