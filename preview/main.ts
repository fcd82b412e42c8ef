import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Command } from 'commander';
import { playAll } from './build.ts';
import { documentHtml } from './page/document.ts';

const program = new Command('preview')
  .description('Writes a page of every message and reply that the bot can send')
  .option('--out <folder>', 'where to write index.html', 'preview/out')
  .parse();
const { out } = program.opts<{ out: string }>();

const played = await playAll();
for (const { request, problems } of played.violations) {
  process.stderr.write(`Discord would refuse ${request}: ${JSON.stringify(problems)}\n`);
  process.exitCode = 1;
}
mkdirSync(out, { recursive: true });
const file = join(out, 'index.html');
writeFileSync(file, documentHtml(played));
process.stdout.write(`${file}\n`);
