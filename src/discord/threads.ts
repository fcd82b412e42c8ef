import { type APIMessage, DiscordAPIError, type REST, RESTJSONErrorCodes, Routes } from 'discord.js';
import type { Outgoing } from '../domain/delivery.ts';
import type { Log } from '../ops/log.ts';
import type { Premises } from './premises.ts';

/** Answers that say for certain that a thread takes no message, though its channel may. */
const closed: ReadonlySet<string | number> = new Set([
  RESTJSONErrorCodes.UnknownChannel,
  RESTJSONErrorCodes.MissingAccess,
  RESTJSONErrorCodes.MissingPermissions,
  RESTJSONErrorCodes.InvalidActionOnArchivedThread,
  RESTJSONErrorCodes.ThreadLocked,
]);

/** The code by which Discord refuses a request; null for any other error. */
export function refusalIn(error: unknown): number | null {
  return error instanceof DiscordAPIError && typeof error.code === 'number' ? error.code : null;
}

export interface Threads {
  /**
   * Begins the thread of a message; it has the message's id. The message stands whether that works or not.
   *
   * @returns whether the message has a thread now.
   */
  begin(channelId: string, messageId: string, name: string): Promise<boolean>;
  /** Writes in the thread of the message that is replied to. Null: it takes nothing, and nothing was sent. */
  reply(outgoing: Outgoing, body: object, name: string): Promise<APIMessage | null>;
}

export function storyThreads({ rest, premises, log }: { rest: REST; premises: Premises; log: Log }): Threads {
  async function begin(channelId: string, messageId: string, name: string): Promise<boolean> {
    if (!premises.mayThread(channelId)) return false;
    try {
      await rest.post(Routes.threads(channelId, messageId), { body: { name } });
      return true;
    } catch (error) {
      if (refusalIn(error) === RESTJSONErrorCodes.ThreadAlreadyCreatedForMessage) return true;
      log.warn({ channel: channelId, message: messageId, error: String(error) }, 'no thread could be begun');
      return false;
    }
  }

  return {
    begin,

    async reply({ channelId, targetMessageId, thread }, body, name) {
      if (targetMessageId === null || !premises.mayThread(channelId)) return null;
      if (thread === 'new' && !(await begin(channelId, targetMessageId, name))) return null;
      try {
        return (await rest.post(Routes.channelMessages(targetMessageId), { body })) as APIMessage;
      } catch (error) {
        const code = refusalIn(error);
        if (code === null || !closed.has(code)) throw error;
        log.info({ channel: channelId, thread: targetMessageId, code }, 'the thread takes no message');
        return null;
      }
    },
  };
}
