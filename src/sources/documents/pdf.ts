import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import { getDocument, PasswordException } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { ReadFailure } from '../../domain/failure.ts';
import { type PageLine, pageLines, paragraphsOf } from './paragraphs.ts';

/** A Chinese font that is not embedded is coded by one of these tables, which files only name. */
const cMapUrl = `${dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'))}/cmaps/`;

/**
 * The text of a PDF, one paragraph a line, of so many pages as give `enough` characters; '' where they are pictures.
 *
 * @throws {ReadFailure} `malformed` where it is no PDF, or locked.
 */
export async function textOfPdf(
  bytes: Uint8Array,
  enough: number,
): Promise<{ text: string; whole: boolean }> {
  const task = getDocument({ data: bytes, cMapUrl, cMapPacked: true, verbosity: 0 });
  try {
    const pdf = await task.promise;
    const pages: PageLine[][] = [];
    for (let length = 0; pages.length < pdf.numPages && length < enough; ) {
      const page = await pdf.getPage(pages.length + 1);
      const { items } = await page.getTextContent();
      // A page without a line counts too, so that ten thousand pictures come to an end.
      const lines = pageLines(items.filter((item) => 'str' in item));
      length += lines.reduce((sum, { text }) => sum + text.length, 100);
      pages.push(lines);
    }
    return { text: paragraphsOf(pages).join('\n'), whole: pages.length === pdf.numPages };
  } catch (error) {
    const why = error instanceof PasswordException ? 'is locked with a password' : `cannot be read: ${error}`;
    throw new ReadFailure('malformed', `The PDF ${why}`, { cause: error });
  } finally {
    await task.destroy();
  }
}
