import { type Search, searchTexts } from '../src/store/search.ts';
import { openSqlite } from '../src/store/sqlite.ts';
import { termsOf } from '../src/understand/search/terms.ts';
import { ensureArchive } from './archive.ts';
import { percentile, report } from './report.ts';

/*
 * How long `/search` takes in a large archive: `node bench/search.ts [FILE] [ITEMS]` fills FILE with invented texts
 * where it does not exist, and prints percentiles of the time of the processor, which other programs do not lengthen.
 */

const [file = 'data/bench-1000000.db', count = '1000000'] = process.argv.slice(2);
await ensureArchive(file, Number(count));

const db = await openSqlite(file);
const queries: [name: string, search: Omit<Search, 'terms'> & { words: string }][] = [
  ...[
    '稀土',
    '镓',
    '许可',
    '出口许可',
    '一定数量',
    '鎵',
    '氦',
    '通用许可申请',
    '稀土 许可 一定数量',
    'gallium',
    'licence',
    'export licence',
    'rare earth',
    'certain number',
    'germ',
    '"general licence"',
    '镓 2019',
    'bo5wkr',
    '的是',
    '一丁',
    'the',
  ].flatMap((words): [string, Omit<Search, 'terms'> & { words: string }][] => [
    [words, { words }],
    [`${words} (everything)`, { words, everything: true }],
    [`${words} in 2020`, { words, since: '2020-01-01', until: '2020-12-31' }],
    [`${words} on helium`, { words, goods: ['helium'] }],
    [`${words}, granted, of a source`, { words, actions: ['approve'], sources: ['s', 'none'] }],
  ]),
];
const times: number[] = [];
for (const [name, { words, ...search }] of queries) {
  const own: number[] = [];
  let found = 0;
  for (let run = 0; run < 5; run += 1) {
    const begun = process.cpuUsage();
    const asked = { ...search, terms: termsOf(words) };
    const { counted } = await searchTexts(db, asked, { limit: 5 });
    const { user, system } = process.cpuUsage(begun);
    own.push((user + system) / 1000);
    found = counted?.more ? Number.POSITIVE_INFINITY : (counted?.count ?? 0);
  }
  times.push(...own);
  own.sort((a, b) => a - b);
  process.stdout.write(`${(own[2] ?? 0).toFixed(1).padStart(8)} ms  ${name}  (${found})\n`);
}
report('a search at 10^6 items, p95', percentile(times, 0.95), 50, 'ms');
await db.destroy();
