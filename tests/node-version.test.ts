import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';

const root = join(import.meta.dirname, '..');
const guard = './src/node-version.mjs';

/** Makes the Node that loads it take itself for another version. */
const pretend = (version: string) =>
  `data:text/javascript,${encodeURIComponent(
    `Object.defineProperty(process, 'versions', { value: { ...process.versions, node: '${version}' } });`,
  )}`;

/** Runs one line of JavaScript behind the guard, on a Node that says it is of this version. */
function run(version: string) {
  const program = "process.stdout.write('started on ' + process.versions.node)";
  return spawnSync(process.execPath, ['--import', pretend(version), '--import', guard, '-e', program], {
    cwd: root,
    encoding: 'utf8',
  });
}

describe('an older Node', () => {
  test.each(['12.22.12', '18.20.8', '20.20.2', '23.11.1'])(
    'such as %s is told in one sentence what to do',
    (version) => {
      const { status, stdout, stderr } = run(version);

      expect(status).toBe(1);
      expect(stdout).toBe('');
      expect(stderr).toBe(
        `Ministry Wire needs Node 24 or newer, and this is Node ${version} (${process.execPath}). ` +
          'Start it with "npm start", which uses the Node that "npm ci" installed, or install a newer Node.\n',
      );
    },
  );

  test('can read the guard: it holds no syntax younger than Node 12', () => {
    const text = readFileSync(join(root, guard), 'utf8');

    expect(text).not.toMatch(/\?\?|\?\.|\bawait\b|\d_\d|\|\|=|&&=|#\w+|\bimport\b.*\bfrom\b/);
  });
});

test.each(['24.0.0', '24.21.0', '26.1.0', '100.0.0'])('Node %s starts', (version) => {
  expect(run(version)).toMatchObject({ status: 0, stdout: `started on ${version}`, stderr: '' });
});

test('the version that is asked for is the one that package.json names', () => {
  const { engines } = packageJson();

  expect(readFileSync(join(root, guard), 'utf8')).toContain(
    `const needed = ${/^>=(\d+)\./.exec(engines.node)?.[1]};`,
  );
});

describe('what npm runs', () => {
  const begin = `exec node --import ${guard} `;
  const { scripts } = packageJson();
  let child: ChildProcess | undefined;

  afterEach(() => {
    child?.kill('SIGKILL');
    child = undefined;
  });

  test.each(['start', 'wire', 'demo'])(
    'for "%s" passes by the guard and takes the place of the shell',
    (name) => {
      // What the C library keeps of freed memory is set by variables, and env gives its place to node.
      const direct = scripts[name]?.replace(/^exec env (?:[A-Z_]+=\d+ )+/, 'exec ');
      expect(direct).toMatch(new RegExp(`^${begin.replaceAll('.', '\\.')}(?:--[\\w=-]+ )*[\\w/]+\\.ts$`));
    },
  );

  test('hears SIGTERM, since no shell stands in between', async () => {
    const program = [
      "process.on('SIGTERM', () => { process.stdout.write(' stopped'); process.exit(0); });",
      'setTimeout(() => process.exit(1), 10_000);',
      'process.stdout.write(String(process.pid));',
    ].join(' ');
    // A shell runs its last command in its own place even without exec, so that one follows.
    child = spawn('sh', ['-c', `${begin}-e "$PROGRAM"; true`], {
      cwd: root,
      env: { PATH: `${dirname(process.execPath)}${delimiter}${process.env.PATH}`, PROGRAM: program },
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    let said = '';
    child.stdout?.setEncoding('utf8').on('data', (text) => {
      if (said === '') child?.kill('SIGTERM');
      said += text;
    });

    const [code, signal] = await once(child, 'close');

    expect({ said, code, signal }).toEqual({ said: `${child.pid} stopped`, code: 0, signal: null });
  });
});

function packageJson(): { engines: { node: string }; scripts: Record<string, string> } {
  return JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
}
