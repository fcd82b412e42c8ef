import { styleText } from 'node:util';
import type { Clock } from '../src/ops/clock.ts';
import type { Style } from '../src/ops/style.ts';

/** A promise of the demonstration that was not kept. */
export class PromiseBroken extends Error {
  override readonly name = 'PromiseBroken';
}

/** Machine's time. Long, because it never decides a demonstration that goes well. */
const patience = 60_000;

/** Tells what happens, and holds what was promised against what did. */
export class Stage {
  readonly #clock: Clock;
  readonly #style: Style;

  constructor(clock: Clock, style: Style) {
    this.#clock = clock;
    this.#style = style;
  }

  /** What happens next, at Beijing's time. */
  scene(text: string): void {
    const time = new Date(this.#clock.now()).toLocaleTimeString('en-GB', {
      timeZone: 'Asia/Shanghai',
      hour: '2-digit',
      minute: '2-digit',
    });
    this.line(`\n${this.#paint('bold', `── ${time} Beijing ── ${text}`)}\n`);
  }

  kept(text: string): void {
    this.line(this.#paint('green', `✓ ${text}`));
  }

  line(text: string): void {
    process.stdout.write(`${text}\n`);
  }

  /**
   * Waits until something promised is true.
   * @throws {PromiseBroken} after a minute of the machine's time.
   */
  async until<T>(promise: string, look: () => Promise<T | null | false>): Promise<T> {
    const deadline = performance.now() + patience;
    for (;;) {
      const found = await look();
      if (found !== null && found !== false) return found;
      if (performance.now() > deadline) throw new PromiseBroken(promise);
      await new Promise((resolve) => setTimeout(resolve, 40));
    }
  }

  /** @throws {PromiseBroken} */
  check(promise: string, holds: boolean): void {
    if (!holds) throw new PromiseBroken(promise);
  }

  #paint(style: 'bold' | 'green', text: string): string {
    return this.#style.colour ? styleText(style, text, { validateStream: false }) : text;
  }
}
