import { terminalMessenger } from '../discord/terminal-messenger.ts';
import type { Installation } from '../installation.ts';
import type { Style } from '../ops/style.ts';
import { knownNames } from '../sources/known.ts';
import { rejectWaiting } from '../store/outbox.ts';
import type { Db } from '../store/schema.ts';
import { deleteSubscriptionsOf, insertSubscription, listSubscriptions } from '../store/subscriptions.ts';
import type { Outlet } from './outlet.ts';

/** The terminal takes part as one more channel, so that nothing is told twice after a restart. */
const terminal = { guildId: 'terminal', channelId: 'terminal' } as const;

/** Prints alerts to the standard output. */
export async function terminalOutlet({ db, clock, config }: Installation, style: Style): Promise<Outlet> {
  const known = await listSubscriptions(db, terminal.guildId);
  if (known.length === 0) {
    await insertSubscription(db, {
      ...terminal,
      authorities: [],
      tiers: [],
      goods: [],
      roleId: null,
      language: 'both',
      market: config.HOME_MARKET,
      createdAt: clock.now(),
    });
  }
  return {
    messenger: terminalMessenger({
      write: (text) => process.stdout.write(text),
      context: knownNames,
      ...style,
    }),
    greeting: ['Discord: no DISCORD_TOKEN, so alerts are printed here'],
    ended: new Promise(() => undefined),
    close: () => Promise.resolve(),
  };
}

/** From now on nobody reads the terminal: what still waits for it is given up. */
export async function leaveTerminal(db: Db, now: number): Promise<void> {
  await deleteSubscriptionsOf(db, { channelId: terminal.channelId });
  await rejectWaiting(db, terminal.channelId, 'the bot posts to Discord now', now);
}
