import { openFont } from './fonts.ts';
import { type Canvas, paint } from './paint.ts';
import type { Picture } from './picture.ts';

/** What comes of a picture; `missing`: the optional package that every picture needs. */
export type Told = { png: Uint8Array } | { missing: string } | { error: string };

/** The other process: draws one picture after the other. Its arguments are packages. */
const [, , canvasPackage = '', fontPackage = ''] = process.argv;

const painter = await prepare();
process.on('message', (picture: Picture) => process.send?.(painter(picture)));
process.send?.('ready');

async function prepare(): Promise<(picture: Picture) => Told> {
  try {
    const canvas: Canvas = await import(canvasPackage);
    const families = openFont(canvas.GlobalFonts, fontPackage);
    return (picture) => painted(() => paint(canvas, families, picture));
  } catch (error) {
    const missing = error instanceof Error ? error.message : String(error);
    return () => ({ missing });
  }
}

function painted(paintIt: () => Uint8Array): Told {
  try {
    return { png: paintIt() };
  } catch (error) {
    return { error: error instanceof Error ? (error.stack ?? error.message) : String(error) };
  }
}
