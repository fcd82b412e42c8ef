import { existsSync } from 'node:fs';
import { marks, placeOf } from '../src/store/search-index.ts';
import { openFile, openSqlite } from '../src/store/sqlite.ts';
import { indexed } from '../src/understand/search/words.ts';

/** Fills a database with invented texts where it does not exist: the same for the same number of Items. */
export async function ensureArchive(file: string, items: number): Promise<void> {
  if (existsSync(file)) return;
  await fill(file, items);
}

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

async function fill(file: string, items: number): Promise<void> {
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
    const told =
      good === null ? [] : [marks.tells, marks.kind('batch'), marks.action('approve'), marks.good(good)];
    const about = [marks.any, marks.source('s'), ...told].join(' ');
    insert.words.run(place, indexed(title), indexed(text), about);
    if (good === null) continue;
    const facts = JSON.stringify({ action: 'approve', goods: [good] });
    insert.story.run(id, `story-${id}`, facts, id, on);
    insert.told.run(id, id, facts);
  }
  db.exec('commit');
  db.close();
}
