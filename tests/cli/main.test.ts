import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { type Ministry, startMinistry } from '../../demo/ministry/ministry.ts';
import { story } from '../../demo/ministry/texts.ts';
import { lockInstallation } from '../../src/store/lock.ts';
import { openFolder, type Running, readingFrom, sharedClock, start } from './support.ts';

let folder: ReturnType<typeof openFolder>;
let ministry: Ministry;
let settings: NodeJS.ProcessEnv;
const started: Running[] = [];

beforeAll(async () => {
  folder = openFolder();
  const { clock, WIRE_CLOCK } = sharedClock();
  ministry = await startMinistry({ clock });
  settings = {
    ...readingFrom(ministry.origins),
    WIRE_CLOCK,
    SOURCES: 'cn-mofcom-spokesperson',
    POLL_MINUTES: '5',
    LOG_LEVEL: 'debug',
  };
});
afterAll(async () => {
  for (const { process } of started) process.kill('SIGKILL');
  await Promise.all(started.map(({ ended }) => ended));
  await ministry.close();
  folder.remove();
});

/** What `npm start` runs, without a token. */
function startMain(cwd: string): Running {
  const running = start('src/main.ts', [], { cwd, env: settings });
  started.push(running);
  return running;
}

const until = (look: () => void) => vi.waitFor(look, { timeout: 20_000, interval: 20 });

it('without a token tells the terminal, is alone on its database, and ends when it is told to', async () => {
  const bot = startMain(folder.path);
  await until(() => expect(bot.written.stderr).toContain('"msg":"polled"'));
  expect(bot.written.stderr).toContain('Discord: no DISCORD_TOKEN, so alerts are printed here');
  expect(bot.written.stdout).toBe('');

  ministry.publish('spokesperson', story.missedApproval.post);
  await until(() => expect(bot.written.stdout).toContain('germanium'));

  expect(await startMain(folder.path).ended).toEqual({
    status: 1,
    stdout: '',
    stderr: 'Another Ministry Wire is already running on data. Stop it first, or set DATA_DIR.\n',
  });

  const { arrived } = ministry.hold(/mofcom/);
  await arrived;
  bot.process.kill('SIGTERM');
  const { status, stderr, stdout } = await bot.ended;

  expect(status).toBe(0);
  expect(stderr).toMatch(/"msg":"stopped"\}\n$/);
  expect(stderr).not.toMatch(/"level":[4-6]0/);
  expect(stdout.match(/LICENCES GRANTED/g)).toHaveLength(1);
  lockInstallation(join(folder.path, 'data', 'bot.lock')).release();
}, 60_000);

it('with a bad setting starts nothing, and says in one sentence which', async () => {
  const cwd = join(folder.path, 'badly-set');
  mkdirSync(cwd);
  writeFileSync(join(cwd, '.env'), 'HOME_MARKET=Mars\n');

  expect(await startMain(cwd).ended).toEqual({
    status: 2,
    stdout: '',
    stderr: '.env: HOME_MARKET must be one of US, EU, Japan, South Korea, Taiwan. Nothing was started.\n',
  });
  expect(existsSync(join(cwd, 'data'))).toBe(false);
});
