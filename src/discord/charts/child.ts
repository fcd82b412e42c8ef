import { openFont } from './fonts.ts';
import { type Canvas, paint } from './paint.ts';
import type { Picture } from './picture.ts';

/** What comes of a picture, or of the start. */
export type Told = { ready: true } | { missing: string } | { png: Uint8Array } | { error: string };

/** The other process: draws one picture after the other. First it says whether it can; its arguments are packages. */
const [, , canvasPackage = '', fontPackage = ''] = process.argv;
const tell = (told: Told) => process.send?.(told);

try {
  const canvas: Canvas = await import(canvasPackage);
  const families = openFont(canvas.GlobalFonts, fontPackage);
  process.on('message', (picture: Picture) => {
    try {
      tell({ png: paint(canvas, families, picture) });
    } catch (error) {
      tell({ error: error instanceof Error ? (error.stack ?? error.message) : String(error) });
    }
  });
  tell({ ready: true });
} catch (error) {
  tell({ missing: error instanceof Error ? error.message : String(error) });
}
