import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { MINUTE, SECOND } from '../../domain/moment.ts';
import type { Log } from '../../ops/log.ts';
import type { Told } from './child.ts';
import type { Draw, Picture } from './picture.ts';

export interface DrawerOptions {
  /** Milliseconds for one picture, a start of the process included. Default 5,000. */
  deadline?: number;
  /** Milliseconds after the last picture until the process is ended. Default 120,000. */
  idle?: number;
  /** The optional packages. */
  canvas?: string;
  font?: string;
}

/**
 * Draws in another process, so that neither the drawing nor a fault of the native canvas is felt by the bot:
 * one picture at a time, the process started by the first one and ended when none has come for a while.
 */
export function createDrawer(log: Log, options: DrawerOptions = {}): { draw: Draw; close(): Promise<void> } {
  const { deadline = 5 * SECOND, idle = 2 * MINUTE } = options;
  const { canvas = '@napi-rs/canvas', font = '@fontsource-variable/noto-sans-sc' } = options;
  let child: ChildProcess | null = null;
  let unavailable = false;
  let resting: NodeJS.Timeout | undefined;
  let line: Promise<unknown> = Promise.resolve();

  async function drawNow(picture: Picture): Promise<Uint8Array | null> {
    if (unavailable) return null;
    clearTimeout(resting);
    try {
      const told = await ask(picture, AbortSignal.timeout(deadline));
      if ('png' in told) return told.png;
      if ('missing' in told) {
        unavailable = true;
        log.warn({ reason: told.missing }, 'no pictures: the optional canvas or its font is missing');
      } else log.error({ told }, 'a picture could not be drawn');
    } catch (err) {
      await end();
      if (!unavailable) log.error({ err }, 'a picture could not be drawn');
    } finally {
      rest();
    }
    return null;
  }

  /** Rejects when the process ends by itself, or when the time is over. */
  async function ask(picture: Picture, signal: AbortSignal): Promise<Told> {
    const started = child ?? start();
    if (child !== started) {
      child = started;
      const [first]: Told[] = await answer(started, signal);
      if (first && 'missing' in first) return first;
    }
    started.ref();
    started.channel?.ref();
    started.send(picture, () => undefined);
    const [told]: Told[] = await answer(started, signal);
    return told ?? { error: 'nothing came' };
  }

  function start(): ChildProcess {
    const started = fork(new URL('./child.ts', import.meta.url), [canvas, font], {
      env: {},
      execArgv: ['--max-old-space-size=64', '--max-semi-space-size=8'],
      serialization: 'advanced',
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    });
    started.on('error', (err) => log.error({ err }, 'the process that draws has failed'));
    started.on('exit', () => {
      if (child === started) child = null;
    });
    return started;
  }

  /** Without work it keeps no program from ending. */
  function rest(): void {
    child?.unref();
    child?.channel?.unref();
    resting = setTimeout(end, unavailable ? 0 : idle).unref();
  }

  async function end(): Promise<void> {
    clearTimeout(resting);
    const ended = child;
    child = null;
    if (!ended || ended.exitCode !== null || ended.signalCode !== null) return;
    const gone = once(ended, 'exit');
    ended.ref();
    ended.kill('SIGKILL');
    await gone;
  }

  return {
    draw(picture) {
      const drawn = line.then(() => drawNow(picture));
      line = drawn;
      return drawn;
    },
    async close() {
      unavailable = true;
      await end();
    },
  };
}

/** Its next message. */
async function answer(child: ChildProcess, signal: AbortSignal): Promise<Told[]> {
  const settled = new AbortController();
  const either = AbortSignal.any([signal, settled.signal]);
  const gone = once(child, 'exit', { signal: either }).then(([code, by]) => {
    throw new Error(`The process that draws ended by itself (${by ?? `status ${code}`}).`);
  });
  try {
    return await Promise.race([once(child, 'message', { signal: either }) as Promise<Told[]>, gone]);
  } finally {
    settled.abort();
    gone.catch(() => undefined);
  }
}
