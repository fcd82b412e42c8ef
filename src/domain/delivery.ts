import { createHash } from 'node:crypto';
import type { AlertBody, Operation } from './alert.ts';
import type { Market, MessageLanguage } from './subscription.ts';

/** `unknown`: it may or may not have arrived; shown, never blindly sent again. */
export type DeliveryState = 'held' | 'pending' | 'sending' | 'sent' | 'rejected' | 'unknown';

/** A Delivery with all that sending it takes. */
export interface Outgoing {
  deliveryId: string;
  nonce: string;
  channelId: string;
  operation: Operation;
  /** The message to edit or to reply to. Null: there is none to reply to, so it is sent by itself. */
  targetMessageId: string | null;
  body: AlertBody;
  roleIds: string[];
  silent: boolean;
  language: MessageLanguage;
  market: Market;
  /**
   * Present where its Story has a thread of its own: `new`, one that is to be begun under the message, its own or
   * the one it replies to; `own`, the one that was begun with that message.
   */
  thread?: 'new' | 'own';
  /** An earlier attempt may have arrived. */
  again?: true;
}

/** What became of one attempt. Everything a channel system can answer is one of these. */
export type Outcome =
  | { outcome: 'sent'; messageId: string }
  /** Certainly not sent; worth another try after `after` milliseconds. */
  | { outcome: 'later'; after: number; error: string }
  /** Never to be tried again: the message is not taken as it is. */
  | { outcome: 'rejected'; error: string }
  /** Not sent, and nothing will be in this channel: it is gone, or the bot may not post there. `code`: as Discord numbers it. */
  | { outcome: 'barred'; code: number; error: string }
  /** Asked, and no answer came back. */
  | { outcome: 'unknown'; error: string };

/** What whoever made a Subscription is told, and nobody else. */
export interface PersonalNotice {
  /** `role-gone`: the role that was mentioned there exists no more. */
  kind: 'parked' | 'role-gone';
  guildId: string;
  channelId: string;
  language: MessageLanguage;
}

/** What the outbox needs of Discord, or of a terminal. */
export interface Messenger {
  deliver(outgoing: Outgoing): Promise<Outcome>;
  /** The message that carries this Delivery's id among the recent ones of its place; null when it is not there. */
  find(outgoing: Outgoing): Promise<string | null>;
  /** Tells one person something by direct message. The same nonce makes one message of two attempts. */
  tellPerson(userId: string, notice: PersonalNotice, nonce: string): Promise<Outcome>;
  /** For how long the same nonce returns the first message instead of making a second one, in milliseconds. */
  readonly nonceMemory: number;
}

/** Discord takes 25 characters; 24 of base64url are 144 bits. */
export function nonceOf(installationId: string, deliveryId: string): string {
  return createHash('sha256').update(`${installationId}/${deliveryId}`).digest('base64url').slice(0, 24);
}
