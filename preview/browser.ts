import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { type Browser, chromium, type Page } from 'playwright-core';

/** Where Debian, Fedora, Google and Snap put it. */
const places = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/snap/bin/chromium',
];

/** The Chromium of this machine; null where it has none. */
export function findChromium(): string | null {
  return places.find((place) => existsSync(place)) ?? null;
}

/** Headless, with a profile of its own that is thrown away, and nothing that asks the network by itself. */
export function openBrowser(executablePath: string): Promise<Browser> {
  const quiet = ['quic', 'background-networking', 'component-update', 'sync', 'gpu'].map(
    (what) => `--disable-${what}`,
  );
  return chromium.launch({
    executablePath,
    // The font below lies beside the page, and belongs to no origin that Chromium knows.
    args: ['--no-sandbox', '--no-first-run', '--allow-file-access-from-files', ...quiet],
  });
}

export interface Visit {
  page: Page;
  /** What the console complains of, and every request that is not for a file. */
  complaints: string[];
}

/** Opens the page at a width in CSS pixels, twice as sharp where it is to be printed. */
export async function visit(browser: Browser, file: string, width: number, sharpness = 1): Promise<Visit> {
  const page = await browser.newPage({ viewport: { width, height: 900 }, deviceScaleFactor: sharpness });
  const complaints: string[] = [];
  page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
  page.on('pageerror', (error) => complaints.push(String(error)));
  page.on('request', (request) => /^(?:file|data):/.test(request.url()) || complaints.push(request.url()));
  await page.goto(pathToFileURL(file).href);
  const font = chineseFont();
  if (font) await page.addStyleTag({ content: font });
  // By itself the page would be drawn before the last of its many files has come.
  await page.evaluate(`document.fonts.load('16px "${family}"', document.body.textContent)`);
  return { page, complaints };
}

const family = 'Noto Sans SC Variable';

/** So that Chinese is drawn where the machine has no Chinese font; null where the optional package is missing. */
function chineseFont(): string | null {
  try {
    const sheet = new URL(import.meta.resolve('@fontsource-variable/noto-sans-sc/index.css'));
    return readFileSync(fileURLToPath(sheet), 'utf8')
      .replaceAll('./files/', new URL('files/', sheet).href)
      .replace(/(?<=unicode-range:)[^;]+/g, (ranges) => chineseOf(ranges.split(',')).join(','));
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ERR_MODULE_NOT_FOUND') return null;
    throw error;
  }
}

/** One of its files has Latin letters too, which are to look as on a machine with fonts of its own. */
function chineseOf(ranges: readonly string[]): string[] {
  const chinese = ranges.filter((range) => Number.parseInt(range.trim().slice(2), 16) >= 0x2e80);
  return chinese.length > 0 ? chinese : ['U+10FFFF'];
}

/** What does not fit: the page itself where it scrolls sideways, and elements whose content is wider than they are. */
export function overflowing(page: Page): Promise<string[]> {
  return page.evaluate(`
    [document.documentElement, ...document.querySelectorAll('main *')]
      .filter((each) => each.scrollWidth > each.clientWidth + 1 && each.clientWidth > 0)
      .filter((each) => getComputedStyle(each).display !== 'inline' && !each.matches('.reply, .phone i'))
      .map((each) => each.tagName + '.' + each.className + ': ' + each.textContent.trim().slice(0, 60))
  `);
}
