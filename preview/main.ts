import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Command } from 'commander';
import { findChromium, openBrowser } from './browser.ts';
import { playAll } from './build.ts';
import { documentHtml } from './page/document.ts';
import { takePictures } from './pictures.ts';

const program = new Command('preview')
  .description('Writes a page of every message and reply that the bot can send')
  .option('--out <folder>', 'where to write index.html', 'preview/out')
  .option('--pictures <folder>', "where to write the README's pictures; takes a Chromium")
  .parse();
const { out, pictures } = program.opts<{ out: string; pictures?: string }>();

const played = await playAll();
for (const { request, problems } of played.violations) {
  process.stderr.write(`Discord would refuse ${request}: ${JSON.stringify(problems)}\n`);
  process.exitCode = 1;
}
mkdirSync(out, { recursive: true });
const file = join(out, 'index.html');
writeFileSync(file, documentHtml(played));
process.stdout.write(`${file}\n`);

if (pictures) await photograph(pictures);

async function photograph(folder: string): Promise<void> {
  const chromium = findChromium();
  if (!chromium) {
    process.stderr.write('No Chromium is installed, so no pictures were taken: apt-get install chromium\n');
    process.exitCode = 1;
    return;
  }
  const browser = await openBrowser(chromium);
  await takePictures(browser, file, folder);
  await browser.close();
}
