import { existsSync } from 'node:fs';
import { performance } from 'node:perf_hooks';
import { type Search, searchTexts } from '../src/store/search.ts';
import { marks, placeOf } from '../src/store/search-index.ts';
import { openFile, openSqlite } from '../src/store/sqlite.ts';
import { termsOf } from '../src/understand/search/terms.ts';
import { indexed } from '../src/understand/search/words.ts';

/*
 * How long `/search` takes in a large archive: `node bench/search.ts FILE [ITEMS]` fills FILE with invented texts
 * where it does not exist, and prints percentiles of the time of the processor,
 * which other programs do not lengthen. The budget is 50 ms for 95 of 100 searches at 10^6 Items.
 */

const [file = 'data/bench-search.db', count = '1000000'] = process.argv.slice(2);

const random = (() => {
  let state = 20260101;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
})();

/** The n-th most frequent word is used 1/n as often as the most frequent (Zipf), of some 40,000 words. */
const pick = <T>(words: readonly T[]): T =>
  words[Math.min(words.length - 1, Math.floor(Math.exp(random() * Math.log(words.length + 1)) - 1))] as T;

const zhCommon =
  '的 在 和 是 了 将 对 与 等 为 出口 中国 商务部 企业 管理 有关 规定 国家 许可 申请 经营 公告 物项 管制 相关 发展 合作 市场 贸易 进行 会议 部门 服务 经济 政策 发言人 稀土 两用 海关 总署 消费 投资 欧盟 美国 日本 展会 茶叶 农产品 汽车 电池 石墨 锑 镓 锗 钨 铟 钼 铋 超硬材料 一定数量 通用许可 镝 铽 钬 氦 最终用户 无人机 对日 反倾销 终裁 初裁 纺织 家电 跨境 电商 自贸 试点'.split(
    ' ',
  );
const enCommon =
  'the of export and licence to China trade ministry in for application control items products approved companies rare earth dual use announcement customs general administration market development cooperation meeting policy European Union United States Japan tungsten gallium germanium antimony graphite battery superhard samarium dysprosium helium yttrium compliant spokesperson quantity certain number review procedure exhibition textile dumping final determination automotive'.split(
    ' ',
  );
// Names and the like: tens of thousands of words that are in a few texts each.
const rare = Array.from(
  { length: 40_000 },
  (_, index) => `${'bcdfghklmnprstvz'[index % 16]}${'aeiou'[index % 5]}${(index * 7919).toString(36)}`,
);
const hans = Array.from({ length: 3500 }, (_, index) => String.fromCharCode(0x4e00 + index * 5));

const zhWords = [
  ...zhCommon,
  ...Array.from(
    { length: 40_000 },
    () =>
      hans[Math.floor(hans.length * random() ** 2)] + (hans[Math.floor(hans.length * random() ** 2)] ?? ''),
  ),
];
const enWords = [...enCommon, ...rare];

function textOf(language: 'zh' | 'en', length: number): string {
  const words: string[] = [];
  for (let left = length; left > 0; left -= 1) {
    if (language === 'zh') words.push(pick(zhWords), random() < 0.12 ? '，' : '');
    else words.push(pick(enWords));
  }
  return words.join(language === 'zh' ? '' : ' ');
}

async function fill(items: number): Promise<void> {
  await (await openSqlite(file)).destroy();
  const db = openFile(file);
  db.exec(
    "pragma synchronous = off; insert into sources (id, authority_id, enabled, next_poll_at) values ('s', 'a', 1, 0)",
  );
  const insert = {
    item: db.prepare(`insert into items (id, source_id, key, title, url, published_on, fingerprint, first_seen_at, body, lateness)
      values (?, 's', ?, ?, ?, ?, '', 0, 'read', 'fresh')`),
    revision:
      db.prepare(`insert into revisions (item_id, number, hash, title, text, attachments, text_read, seen_at)
      values (?, 1, ?, ?, ?, '[]', 1, 0)`),
    place: db.prepare('insert into search_places (item_id, place) values (?, ?)'),
    words: db.prepare('insert into search (rowid, title, text, marks) values (?, ?, ?, ?)'),
    story:
      db.prepare(`insert into stories (id, key, authority_id, kind, tier, action, facts, corrections, lead_item_id,
      lead_part, published_on, first_seen_at, updated_at, quiet) values (?, ?, 'a', 'batch', 'decision', 'approve', ?, '[]', ?, '', ?, 0, 0, 0)`),
    told: db.prepare(`insert into announcements (item_id, part, revision, story_id, tier, kind, score, reasons, facts, evidence, created_at)
      values (?, '', 1, ?, 'decision', 'batch', 5, '[]', ?, '{}', 0)`),
  };
  for (let id = 1; id <= items; id += 1) {
    if (id % 10_000 === 1) db.exec(id === 1 ? 'begin' : 'commit; begin');
    const language = random() < 0.7 ? 'zh' : 'en';
    const on = new Date(Date.UTC(2019, 0, 1) + Math.floor(random() * 2600) * 86_400_000)
      .toISOString()
      .slice(0, 10);
    const [title, text] = [textOf(language, 8), textOf(language, 40 + Math.floor(random() * 160))];
    insert.item.run(id, `k${id}`, title, `https://example.test/${id}`, on);
    insert.revision.run(id, `h${id}`, title, text);
    const good = random() < 0.05 ? pick(['rare earths', 'gallium', 'tungsten', 'graphite', 'helium']) : null;
    const place = placeOf(on, id);
    insert.place.run(id, place);
    const about =
      good === null ? marks.any : [marks.any, marks.tells, marks.kind('batch'), marks.good(good)].join(' ');
    insert.words.run(place, indexed(title), indexed(text), about);
    if (good === null) continue;
    const facts = JSON.stringify({ action: 'approve', goods: [good] });
    insert.story.run(id, `story-${id}`, facts, id, on);
    insert.told.run(id, id, facts);
  }
  db.exec('commit');
  db.close();
}

const started = performance.now();
if (!existsSync(file)) {
  await fill(Number(count));
  process.stdout.write(`filled in ${((performance.now() - started) / 1000).toFixed(0)} s\n`);
}

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
times.sort((a, b) => a - b);
const at = (share: number) => (times[Math.floor(times.length * share)] ?? 0).toFixed(1);
process.stdout.write(`p50 ${at(0.5)} ms, p95 ${at(0.95)} ms, p99 ${at(0.99)} ms of ${times.length}\n`);
await db.destroy();
