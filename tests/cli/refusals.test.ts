import { existsSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openSqlite } from '../../src/store/sqlite.ts';
import { openFolder, runWire } from './support.ts';

let folder: ReturnType<typeof openFolder>;
beforeAll(() => {
  folder = openFolder();
});
afterAll(() => folder.remove());

/** An empty working directory. */
const emptyFolder = () => mkdtempSync(join(folder.path, 'cwd-'));

interface Refused {
  args: string[];
  env?: NodeJS.ProcessEnv;
  /** What `.env` of the working directory says. */
  file?: string;
  /** The whole of the standard error. */
  says: RegExp;
}

const typed: Record<string, Refused> = {
  'an unknown option': {
    args: ['sources', '--jsn'],
    says: /^wire: unknown option '--jsn'\n\(Did you mean --json\?\)\n$/,
  },
  'an unknown command': { args: ['pol'], says: /^wire: unknown command 'pol'\n\(Did you mean poll\?\)\n$/ },
  'a bad variable, by its name': {
    args: ['poll', '--once'],
    env: { POLL_MINUTES: 'soon' },
    says: /^wire: environment: POLL_MINUTES must be 1–1440 \(is "soon"\)\. Nothing was started\.\n$/,
  },
  'a malformed .env, by its line': {
    args: ['doctor'],
    file: 'LOG_LEVEL=info\nCONTACT: desk@wire.example\n',
    says: /^wire: \.env: line 2 is not of the form NAME=value\. Nothing was started\.\n$/,
  },
  'a choice of sources that do not exist': {
    args: ['doctor'],
    file: 'SOURCES=cn-tao,cn-tea\n',
    says: /^wire: SOURCES names cn-tea, which the catalogue does not have\. It has: [a-z, -]+\.\n$/,
  },
};

describe.concurrent('what the user typed or set is refused in one sentence, and nothing is begun:', () => {
  it.for(Object.entries(typed))('%s', async ([, { args, env = {}, file, says }]) => {
    const cwd = emptyFolder();
    if (file !== undefined) writeFileSync(join(cwd, '.env'), file);

    const { status, stdout, stderr } = await runWire(args, { cwd, env });

    expect(stderr).toMatch(says);
    expect(stdout).toBe('');
    expect(status).toBe(2);
    expect(existsSync(join(cwd, 'data'))).toBe(false);
  });
});

it.concurrent('a text that cannot be judged ends classify at its line, with what was judged before whole', async () => {
  const good = JSON.stringify({ id: 'a', title: '关于春季博览会的通知' });
  const stdin = `${good}\n\n{"id": "b", "title"\n${good}\n`;

  const { status, stdout, stderr } = await runWire(['classify'], { cwd: folder.path, stdin });

  expect(stderr).toMatch(/^wire: standard input, line 3 is not JSON: .+\. Nothing after it was read\.\n$/);
  expect(status).toBe(2);
  expect(stdout).toMatch(/^[^\n]+\n$/);
  expect(JSON.parse(stdout)).toMatchObject({ id: 'a', relevant: false });
});

describe.concurrent('a database that cannot be used is left as it is:', () => {
  it('one from a newer version', async () => {
    const cwd = emptyFolder();
    const file = join(cwd, 'data', 'wire.db');
    await (await openSqlite(file)).destroy();
    const database = new DatabaseSync(file);
    database.exec("insert into kysely_migration values ('0999-later', '2031-05-06T08:00:00Z')");
    database.close();
    const before = readFileSync(file);

    const { status, stdout, stderr } = await runWire(['poll', '--once'], { cwd });

    expect(stderr).toMatch(
      /^wire: data\/wire\.db was written by a newer version of Ministry Wire \(it has "0999-later"\)\. .+ Nothing was changed\.\n$/,
    );
    expect([status, stdout]).toEqual([1, '']);
    expect(readFileSync(file).equals(before)).toBe(true);
  });

  it('a file that is none', async () => {
    const cwd = emptyFolder();
    const notes = 'Notes of a meeting on export licences, kept under a strange name.\n';
    mkdirSync(join(cwd, 'archive'));
    writeFileSync(join(cwd, 'archive', 'wire.db'), notes);

    const { status, stdout, stderr } = await runWire(['doctor'], { cwd, env: { DATA_DIR: 'archive' } });

    expect(stderr).toMatch(
      /^wire: archive\/wire\.db cannot be used as a database \(.+\)\. Move it away, or set DATA_DIR\.\n$/,
    );
    expect([status, stdout]).toEqual([1, '']);
    expect(readFileSync(join(cwd, 'archive', 'wire.db'), 'utf8')).toBe(notes);
  });
});
