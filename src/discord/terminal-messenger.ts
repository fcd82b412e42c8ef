import type { Messenger } from '../domain/delivery.ts';
import type { RenderContext } from './render/context.ts';
import { renderTerminal, type TerminalOptions } from './render/terminal.ts';

interface TerminalMessengerOptions extends TerminalOptions {
  /** Writes whole lines, the last line break included. */
  write: (text: string) => void;
  context: RenderContext;
}

/** Prints messages where there is no Discord. What is written has arrived; nothing is ever looked for. */
export function terminalMessenger({ write, context, ...options }: TerminalMessengerOptions): Messenger {
  return {
    nonceMemory: 0,

    deliver(outgoing) {
      write(`${renderTerminal(outgoing, context, options)}\n\n`);
      return Promise.resolve({ outcome: 'sent', messageId: outgoing.deliveryId });
    },

    find: () => Promise.resolve(null),
    // Nothing keeps a terminal from being written to.
    tellPerson: () =>
      Promise.resolve({ outcome: 'rejected', error: 'nobody sends messages from a terminal' }),
  };
}
