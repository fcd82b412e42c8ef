import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { expect, it } from 'vitest';

const root = fileURLToPath(new URL('../..', import.meta.url));

it('the demonstration keeps its promises', { timeout: 180_000 }, async () => {
  const { NO_COLOR: _, FORCE_COLOR: __, ...env } = process.env;
  const demo = promisify(execFile);

  const { stdout } = await demo(process.execPath, ['demo/main.ts'], { cwd: root, env });

  expect(stdout).toContain('All promises kept');
  expect(stdout, 'plain where there is no terminal').not.toContain('\u001b');
  expect(stdout.match(/^LICENCES GRANTED/gm), 'two reports of licences, each told once').toHaveLength(2);
});
