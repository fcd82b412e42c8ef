import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { search } from '../../src/cli/search.ts';
import { Refusal } from '../../src/cli/terminal.ts';
import type { Db } from '../../src/store/schema.ts';
import { openSqlite } from '../../src/store/sqlite.ts';
import { Archive, briefing } from '../fakes/archive.ts';
import { fakeTerminal, openFolder } from './support.ts';

let folder: ReturnType<typeof openFolder>;
let db: Db;
beforeEach(async () => {
  folder = openFolder();
  db = await openSqlite(join(folder.path, 'wire.db'));
  const archive = new Archive(db);
  await archive.sources(0);
  await archive.story({
    on: '2031-03-04',
    title: 'Bureau clears some requests for helium',
    text: 'After review, the bureau has cleared "some" requests for liquid helium.',
    facts: { action: 'approve', goods: ['helium'] },
  });
  await archive.story({ on: '2031-03-05', title: '對氦氣實施許可管理', source: briefing });
});
afterEach(async () => {
  await db.destroy();
  folder.remove();
});

async function run(words: string[], options: Partial<Parameters<typeof search>[1]> = {}): Promise<string> {
  const terminal = fakeTerminal({ env: { DATA_DIR: folder.path } });
  await search(words, { limit: '20', ...options }, terminal);
  return terminal.text();
}

it('finds texts in both languages, the newest first, with the words around what was found', async () => {
  expect(await run(['helium'])).toBe(
    [
      '2031-03-05  Story 2  action statement',
      '    對氦氣實施許可管理',
      '    對氦氣實施許可管理',
      '    https://trade.varnia.example/notices/2',
      '2031-03-04  Story 1  action approve; goods helium',
      '    Bureau clears some requests for helium',
      '    After review, the bureau has cleared "some" requests for liquid helium.',
      '    https://trade.varnia.example/notices/1',
      '',
    ].join('\n'),
  );
});

it('takes a word with spaces for a phrase, as the shell has taken its quotes', async () => {
  expect(await run(['liquid helium'])).toContain('Story 1');
  expect(await run(['helium liquid'])).toBe('Nothing found.\n');
});

it('keeps to goods and dates, and says when there is more', async () => {
  expect(await run([], { good: 'He' })).toContain('Story 1');
  expect(await run(['氦'], { until: '2031-03-04' })).not.toContain('Story 2');
  expect(await run(['氦'], { since: '2031-04' })).toBe('Nothing found.\n');
  expect(await run(['helium'], { limit: '1' })).toMatch(/\n2 found; --limit shows more\.\n$/);
});

it('is JSON Lines for programs', async () => {
  const [line = ''] = (await run(['liquid'], { json: true })).split('\n');

  expect(JSON.parse(line)).toMatchObject({
    on: '2031-03-04',
    story: 1,
    url: 'https://trade.varnia.example/notices/1',
    excerpt: {
      asked: false,
      segments: [
        { words: 'After review, the bureau has cleared "some" requests for ', hit: false },
        { words: 'liquid', hit: true },
        { words: ' helium.', hit: false },
      ],
    },
  });
});

it.each([
  [[], {}, 'Name a word or a good'],
  [['…'], {}, 'Name a word or a good'],
  [['x'], { good: 'moon rock' }, '"moon rock" is no good'],
  [['x'], { since: 'soon' }, '"soon" is not a date'],
  [['x'], { limit: 'all' }, '--limit is a number'],
])('refuses %s with %s in one sentence', async (words, options, sentence) => {
  await expect(run(words, options)).rejects.toThrow(Refusal);
  await expect(run(words, options)).rejects.toThrow(sentence);
});
