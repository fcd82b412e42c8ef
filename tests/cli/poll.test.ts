import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Placed } from '../../demo/ministry/archive.ts';
import { type Ministry, startMinistry } from '../../demo/ministry/ministry.ts';
import { story } from '../../demo/ministry/texts.ts';
import { poll as pollSources } from '../../src/cli/poll.ts';
import { Refusal } from '../../src/cli/terminal.ts';
import { UnknownSource } from '../../src/installation.ts';
import { lockInstallation } from '../../src/store/lock.ts';
import { enabledSources } from '../../src/store/sources.ts';
import { openSqlite } from '../../src/store/sqlite.ts';
import {
  type Ended,
  fakeTerminal,
  jsonLines,
  openFolder,
  readingFrom,
  runWire,
  sharedClock,
  start,
} from './support.ts';

const sources = ['cn-mofcom-spokesperson', 'cn-mofcom-policy', 'cn-mofcom-english', 'cn-tao'];

let folder: ReturnType<typeof openFolder>;
let ministry: Ministry;
let env: NodeJS.ProcessEnv;

beforeAll(async () => {
  folder = openFolder();
  const { clock, WIRE_CLOCK } = sharedClock();
  ministry = await startMinistry({ clock });
  env = {
    ...readingFrom(ministry.origins),
    WIRE_CLOCK,
    SOURCES: sources.join(','),
    DATA_DIR: join(folder.path, 'archive'),
    LOG_LEVEL: 'error',
  };
});
afterAll(async () => {
  await ministry.close();
  folder.remove();
});

const poll = (...args: string[]): Promise<Ended> => runWire(['poll', ...args], { cwd: folder.path, env });

const publish = ({ columns: [column], post }: Placed) => column && ministry.publish(column, post);

/** One installation from its first poll on: each test goes on where the one before has ended. */
describe('an installation that is polled from a terminal', () => {
  it('at first archives what is there and alerts nobody', async () => {
    const { status, stdout, stderr } = await poll('--once');

    expect([status, stderr]).toEqual([0, '']);
    expect(stdout.split('\n').filter(Boolean).toSorted()).toEqual(
      sources
        .toSorted()
        .map((id) => expect.stringMatching(new RegExp(`^${id}: read, [1-9]\\d* new, 0 alerts$`))),
    );
  });

  it('prints what is published then, as a person reads it, with what is not stated', async () => {
    publish(story.approval);
    const { status, stdout, stderr } = await poll('--once');

    expect([status, stderr]).toEqual([0, '']);
    expect(stdout).toMatch(/China says .*rare-earth magnet export licences/);
    expect(stdout).toContain('商务部：已批准一定数量的稀土永磁体出口许可申请');
    expect(stdout).toMatch(/Not stated .*how many licences/);
    expect(stdout).toContain('https://www.mofcom.gov.cn/xwfb/');
    expect(stdout).toMatch(/^cn-mofcom-spokesperson: (?:read|unchanged), 1 new, 1 alert$/m);
    expect(stdout).toMatch(/^cn-tao: (?:read|unchanged), 0 new, 0 alerts$/m);
  });

  it('prints alerts alone with --json, one a line, of the sources named', async () => {
    publish(story.notice);
    publish(story.teaFair);
    const { status, stdout, stderr } = await poll('cn-mofcom-policy', 'cn-tao', '--once', '--json');

    expect([status, stderr]).toEqual([0, '']);
    expect(jsonLines(stdout)).toMatchObject([
      {
        kind: 'story',
        view: {
          kind: 'measure',
          authorityId: 'cn-mofcom',
          facts: { action: 'new_control', announcementNo: 'No. 7 of 2031', effectiveDate: '2031-04-01' },
        },
      },
    ]);
  });

  it('prints nothing a second time', async () => {
    const { status, stdout } = await poll('--once', '--json');

    expect([status, stdout]).toEqual([0, '']);
  });

  it('names a source that fails, with its reason, and reads the others all the same', async () => {
    ministry.challenge('cn-tao', true);
    publish(story.noticeInEnglish);
    const { status, stdout, stderr } = await poll('--once');
    ministry.challenge('cn-tao', false);

    expect(status).toBe(1);
    expect(stderr).toMatch(/^cn-tao: https:\/\/www\.gwytb\.gov\.cn\/\S* .+ \[challenge\]\n$/);
    expect(stdout).toMatch(/^cn-tao: not read, 0 new, 0 alerts$/m);
    expect(stdout).toMatch(/^cn-mofcom-english: (?:read|unchanged), 1 new, 1 alert$/m);
  });

  it('leaves what is read to the bot, where one is running', async () => {
    const lock = lockInstallation(join(env.DATA_DIR ?? '', 'bot.lock'));
    const others = { ...env, SOURCES: 'uk-ofsi,cn-tao' };
    const { status, stderr } = await runWire(['poll', '--once'], { cwd: folder.path, env: others });
    lock.release();

    expect([status, stderr]).toEqual([
      2,
      'wire: uk-ofsi: not among the SOURCES of the bot that is running.\n',
    ]);
    expect((await poll('--once')).stdout).toContain('cn-mofcom-policy: ');
  });

  it('stops at once when it is told to, in the middle of a read, and blames nobody', async () => {
    const { arrived } = ministry.hold(/gwytb/);
    const running = start('src/cli.ts', ['poll', 'cn-tao'], { cwd: folder.path, env });
    await arrived;
    running.process.kill('SIGTERM');

    expect(await running.ended).toEqual({ status: 0, stdout: '', stderr: '' });
  });
});

describe('a source that is not read is refused before anything is polled:', () => {
  it.each([
    [['cn-tea', 'cn-tao'], 'cn-tea: no such source. The ids: npm run -s wire -- sources'],
    [
      ['cn-tao', 'nl-rijksoverheid-rss'],
      'nl-rijksoverheid-rss is known to be of no use: https://feeds.rijksoverheid.nl/nieuws.rss has no host any ' +
        'more: the name does not resolve (2026-06-07). Use nl-government instead.',
    ],
    [['cn-tao', 'uk-ofsi'], 'uk-ofsi: not among the SOURCES of this installation.'],
  ])('%j', async (ids, says) => {
    const DATA_DIR = join(folder.path, 'never');
    const refused = pollSources(ids, { once: true }, fakeTerminal({ env: { ...env, DATA_DIR } }));

    await expect(refused).rejects.toThrow(new Refusal(says));
    const db = await openSqlite(join(DATA_DIR, 'wire.db'));
    expect(await enabledSources(db)).toEqual([]);
    await db.destroy();
  });

  it('one that SOURCES names and that is known to be dead', async () => {
    const DATA_DIR = join(folder.path, 'not-even-opened');
    const SOURCES = 'cn-tao,us-bis-press';
    const refused = pollSources([], { once: true }, fakeTerminal({ env: { DATA_DIR, SOURCES } }));

    await expect(refused).rejects.toThrow(
      new UnknownSource(
        'SOURCES: us-bis-press is known to be of no use: https://www.bis.gov/rss.xml answers 404 (2026-09-10). ' +
          'Use us-federal-register-bis instead.',
      ),
    );
    expect(existsSync(DATA_DIR)).toBe(false);
  });

  it('one that nobody has seen to work, where SOURCES does not name it', async () => {
    const DATA_DIR = join(folder.path, 'never');
    const refused = pollSources(['ca-global-affairs'], { once: true }, fakeTerminal({ env: { DATA_DIR } }));

    await expect(refused).rejects.toThrow(
      new Refusal('ca-global-affairs: not among the SOURCES of this installation.'),
    );
  });
});
