import { spawnSync } from 'node:child_process';
import { globSync } from 'node:fs';
import { basename, join } from 'node:path';

/*
 * Measures the budgets, each bench in a process of its own: `npm run bench [NAME …]`. Ends with status 1 where one is
 * not kept. Archives of invented texts are made under data/ once, and used again.
 */

const parts = new Set(['main', 'report', 'archive', 'desk', 'ministry']);
const benches = globSync(join(import.meta.dirname, '*.ts'))
  .map((file) => basename(file, '.ts'))
  .filter((name) => !parts.has(name))
  .sort();
const asked = process.argv.slice(2);
const strange = asked.filter((name) => !benches.includes(name));
if (strange.length > 0) {
  process.stderr.write(`There is no bench ${strange.join(', ')}. There are: ${benches.join(', ')}.\n`);
  process.exit(2);
}

for (const name of asked.length > 0 ? asked : benches) {
  process.stdout.write(`${name}\n`);
  const { status } = spawnSync(process.execPath, [join(import.meta.dirname, `${name}.ts`)], {
    stdio: 'inherit',
  });
  if (status !== 0) process.exitCode = 1;
}
