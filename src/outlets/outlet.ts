import type { Messenger } from '../domain/delivery.ts';

/** Where alerts go: Discord, or the terminal. */
export interface Outlet {
  messenger: Messenger;
  /** What the operator should know, one line each: who we are there, how to be invited. */
  greeting: string[];
  /** Resolves with the reason, one sentence, when nothing can be told there any more. */
  ended: Promise<string>;
  close(): Promise<void>;
}
