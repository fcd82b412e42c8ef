import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { visit } from './browser.ts';

interface Picture {
  name: string;
  /** What of the page, as a CSS selector. */
  of: string;
}

/** What the README shows. */
export const pictures: readonly Picture[] = [
  { name: 'alert-en.png', of: '#transcript-en .message' },
  { name: 'alert-zh.png', of: '#transcript-zh .message' },
  { name: 'push.png', of: '#transcript-both .phone' },
  { name: 'measures.png', of: '#measures-goods-en .message' },
  { name: 'timeline.png', of: '#timeline-until-en .picture' },
];

/** A phone's, so that text is large in a page that shows pictures side by side. */
const WIDTH = 480;

/** Sharp enough for dense screens, and small enough for a repository. */
const SHARPNESS = 1.05;

/** Takes them of the page; what stood in the folder by these names is written over. */
export async function takePictures(browser: Browser, file: string, folder: string): Promise<void> {
  mkdirSync(folder, { recursive: true });
  const { page } = await visit(browser, file, WIDTH, SHARPNESS);
  for (const { name, of } of pictures) {
    await page
      .locator(of)
      .first()
      .screenshot({ path: join(folder, name) });
  }
  await page.close();
}
