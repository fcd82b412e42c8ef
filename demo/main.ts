import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fastClock } from '../src/ops/clock.ts';
import { styleOf } from '../src/ops/style.ts';
import { openSqlite } from '../src/store/sqlite.ts';
import { ArchiveView } from './archive-view.ts';
import { Bot } from './bot.ts';
import { startMinistry } from './ministry/ministry.ts';
import { storyBeginsAt } from './ministry/texts.ts';
import { PromiseBroken, Stage } from './stage.ts';
import { play } from './story.ts';

/** Fast enough for half a minute, slow enough that a busy machine keeps up. */
const speed = 300;

const sources = [
  'cn-mofcom-spokesperson',
  'cn-mofcom-policy',
  'cn-mofcom-security',
  'cn-mofcom-portal-domestic',
  'cn-mofcom-english',
  'cn-tao',
  'uk-ofsi',
];

const begun = Date.now();
const clock = fastClock(storyBeginsAt, speed, begun);
const stage = new Stage(clock, styleOf(process.stdout, process.env));
const folder = mkdtempSync(join(tmpdir(), 'ministry-wire-demo-'));
const ministry = await startMinistry({ clock });
const bot = new Bot({
  ...process.env,
  DISCORD_TOKEN: '',
  DATA_DIR: folder,
  SOURCES: sources.join(','),
  POLL_MINUTES: '5',
  LOG_LEVEL: 'error',
  WIRE_ORIGINS: [...ministry.origins].map((pair) => pair.join('=')).join(','),
  WIRE_ALLOW_PRIVATE: '127.0.0.1',
  WIRE_CLOCK: `${new Date(storyBeginsAt).toISOString()}@${begun}*${speed}`,
});

const db = await openSqlite(join(folder, 'wire.db'));
try {
  stage.line(
    `Ministry Wire demonstration: simulated ministries, the real program, a clock ${speed} times as fast.\n` +
      'Every post, number and year in it is invented.',
  );
  await play({ stage, ministry, bot, clock, archive: new ArchiveView(db) });
  stage.line(`\nAll promises kept, in ${((Date.now() - begun) / 1000).toFixed(0)} s.`);
} catch (error) {
  process.exitCode = 1;
  if (!(error instanceof PromiseBroken)) throw error;
  stage.line(`\n✗ Not kept: ${error.message}`);
} finally {
  await bot.stop();
  await ministry.close();
  await db.destroy();
  rmSync(folder, { recursive: true, force: true });
}
