import type { Config } from '../config.ts';
import type { Style } from '../ops/style.ts';

/** What a terminal command has of its surroundings. */
export interface Terminal {
  /** @throws {ConfigError} */
  config(): Config;
  write(text: string): void;
  input: AsyncIterable<Buffer | string>;
  style: Style;
}

/** A request that cannot be met as it was made. `message` is one sentence that says why and what to do. */
export class Refusal extends Error {
  override readonly name = 'Refusal';
}

export function writeJson(terminal: Terminal, value: unknown): void {
  terminal.write(`${JSON.stringify(value)}\n`);
}
