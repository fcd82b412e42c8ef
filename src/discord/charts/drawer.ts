import { MINUTE, SECOND } from '../../domain/moment.ts';
import type { Log } from '../../ops/log.ts';
import { createWorkbench } from '../../ops/workbench.ts';
import type { Told } from './child.ts';
import type { Draw, Picture } from './picture.ts';

export interface DrawerOptions {
  /** Milliseconds for one picture, and as many for the start of the process. Default 5,000. */
  deadline?: number;
  /** Milliseconds after the last picture until the process is ended. Default 120,000. */
  idle?: number;
  /** The optional packages. */
  canvas?: string;
  font?: string;
}

/**
 * Draws in another process, so that neither the drawing nor a fault of the native canvas is felt by the bot. Where
 * a picture cannot be drawn there is none, and the log says why.
 */
export function createDrawer(log: Log, options: DrawerOptions = {}): { draw: Draw; close(): Promise<void> } {
  const { deadline = 5 * SECOND, idle = 2 * MINUTE } = options;
  const { canvas = '@napi-rs/canvas', font = '@fontsource-variable/noto-sans-sc' } = options;
  const module = new URL('./child.ts', import.meta.url);
  const workbench = createWorkbench<Picture, Told>(module, { deadline, heap: 64, idle }, [canvas, font]);
  let unavailable = false;

  async function draw(picture: Picture): Promise<Uint8Array | null> {
    if (unavailable) return null;
    try {
      const told = await workbench.run(picture);
      if ('png' in told) return told.png;
      if ('missing' in told) await giveUp(told.missing);
      else log.error({ told }, 'a picture could not be drawn');
    } catch (err) {
      if (!unavailable) log.error({ err }, 'a picture could not be drawn');
    }
    return null;
  }

  async function giveUp(reason: string): Promise<void> {
    if (unavailable) return;
    log.warn({ reason }, 'no pictures: the optional canvas or its font is missing');
    await close();
  }

  async function close(): Promise<void> {
    unavailable = true;
    await workbench.close();
  }

  return { draw, close };
}
