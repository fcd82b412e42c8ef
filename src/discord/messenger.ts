import {
  type APIDMChannel,
  type APIMessage,
  type REST,
  RESTJSONErrorCodes,
  type RESTPostAPIChannelMessageJSONBody,
  Routes,
} from 'discord.js';
import type { Messenger, Outcome, Outgoing } from '../domain/delivery.ts';
import { MINUTE } from '../domain/moment.ts';
import { type Log, silentLog } from '../ops/log.ts';
import { forumPosts } from './forum.ts';
import { tagsFor } from './forum-tags.ts';
import { isOurs, recentMessages } from './found.ts';
import { outcomeOf } from './outcome.ts';
import type { Forum, Premises } from './premises.ts';
import type { RenderContext } from './render/context.ts';
import { type MessagePayload, renderMessage, titleOf } from './render/message.ts';
import { personalText } from './render/personal.ts';
import { refusalIn, storyThreads } from './threads.ts';

interface DiscordMessengerOptions {
  /** Without retries of its own (see `restOptions`): a retry that the outbox does not know of may double. */
  rest: REST;
  botUserId: string;
  context: RenderContext;
  premises?: Premises;
  log?: Log;
}

/** Where nothing has been told of servers and channels, each is taken for a text channel in which all is allowed. */
const unknownPremises: Premises = {
  forum: () => Promise.resolve(null),
  mayThread: () => true,
  serverName: () => null,
  missing: () => null,
};

/** Discord remembers a nonce for "the past few minutes"; taken to be two, to be sure. */
const nonceMemory = 2 * MINUTE;

/**
 * Sends, edits and replies in Discord's channels, and never tries again by itself. Where a message goes is decided
 * here and nowhere else: to the channel, into the thread of its Story, or into a post of a forum.
 */
export function discordMessenger({
  rest,
  botUserId,
  context,
  premises = unknownPremises,
  log = silentLog,
}: DiscordMessengerOptions): Messenger {
  const threads = storyThreads({ rest, premises, log });
  const posts = forumPosts({ rest, botUserId });

  async function send(
    outgoing: Outgoing,
    { title, payload }: Rendered,
    forum: Forum | null,
  ): Promise<Outcome> {
    const body = newMessage(outgoing, payload);
    if (forum) {
      const tagIds = tagsFor(outgoing.body, forum);
      return posts.deliver(outgoing, { title, payload, tagIds, body }, forum);
    }
    const inThread =
      outgoing.operation === 'reply' && outgoing.thread ? await threads.reply(outgoing, body, title) : null;
    // What may have arrived in a thread that is closed by now is not said again beside it.
    const before = inThread === null && outgoing.thread && outgoing.again ? await findIn(outgoing) : null;
    const { id } = inThread ?? before ?? (await inChannel(rest, outgoing, payload));
    if (outgoing.operation === 'send' && outgoing.thread) await threads.begin(outgoing.channelId, id, title);
    return { outcome: 'sent', messageId: id };
  }

  async function findIn({ channelId, deliveryId, targetMessageId, thread }: Outgoing) {
    const inThread = thread && targetMessageId !== null ? await recentMessages(rest, targetMessageId) : [];
    const messages = [...inThread, ...(await recentMessages(rest, channelId))];
    return messages.find((message) => isOurs(message, botUserId, deliveryId)) ?? null;
  }

  return {
    nonceMemory,

    async deliver(outgoing) {
      const rendered = render(outgoing, context);
      if ('outcome' in rendered) return rendered;
      const forum = await answerTo(() => premises.forum(outgoing.channelId));
      if (forum && 'outcome' in forum) return forum;
      try {
        return await send(outgoing, rendered, forum);
      } catch (error) {
        return outcomeOf(error, outgoing.operation);
      }
    },

    async find(outgoing) {
      const forum = await premises.forum(outgoing.channelId);
      if (forum) return posts.find(outgoing, forum);
      return (await findIn(outgoing))?.id ?? null;
    },

    async tellPerson(userId, notice, nonce) {
      const state = {
        server: premises.serverName(notice.guildId),
        missing: premises.missing(notice.channelId),
      };
      try {
        const { id } = await directMessage(rest, userId, personalText(notice, state), nonce);
        return { outcome: 'sent', messageId: id };
      } catch (error) {
        return outcomeOf(error, 'send');
      }
    },
  };
}

/** Of a mere question: whatever went wrong, nothing has been sent. */
async function answerTo<T>(ask: () => Promise<T>): Promise<T | Outcome> {
  try {
    return await ask();
  } catch (error) {
    return outcomeOf(error, 'edit');
  }
}

interface Rendered {
  title: string;
  payload: MessagePayload;
}

/** A message that cannot be rendered now never can be, and must not hold up its channel. */
function render(outgoing: Outgoing, context: RenderContext): Rendered | Outcome {
  try {
    return { title: titleOf(outgoing, context), payload: renderMessage(outgoing, context) };
  } catch (error) {
    return { outcome: 'rejected', error: `cannot be written as a message: ${String(error)}` };
  }
}

function inChannel(rest: REST, outgoing: Outgoing, payload: MessagePayload): Promise<APIMessage> {
  const { channelId, operation, targetMessageId } = outgoing;
  // The client answers with whatever JSON came; that it is a message is Discord's promise.
  if (operation === 'edit' && targetMessageId !== null) {
    return rest.patch(Routes.channelMessage(channelId, targetMessageId), {
      body: payload,
    }) as Promise<APIMessage>;
  }
  const post = (body: object) =>
    rest.post(Routes.channelMessages(channelId), { body }) as Promise<APIMessage>;
  const body = newMessage(outgoing, payload);
  if (operation !== 'reply' || targetMessageId === null) return post(body);
  // Where somebody has deleted the first message, the reply stands by itself.
  const reference = { message_id: targetMessageId, fail_if_not_exists: false };
  return post({ ...body, message_reference: reference }).catch((error) => {
    // Nothing was sent, and the bot may still write: what it may not point at, it says without pointing.
    if (refusalIn(error) === RESTJSONErrorCodes.CannotReplyWithoutPermissionToReadMessageHistory)
      return post(body);
    throw error;
  });
}

function newMessage({ nonce }: Outgoing, payload: MessagePayload): RESTPostAPIChannelMessageJSONBody {
  return { ...payload, nonce, enforce_nonce: true };
}

async function directMessage(
  rest: REST,
  userId: string,
  content: string,
  nonce: string,
): Promise<APIMessage> {
  const channel = (await rest.post(Routes.userChannels(), {
    body: { recipient_id: userId },
  })) as APIDMChannel;
  const body = { content, allowed_mentions: { parse: [] }, nonce, enforce_nonce: true };
  return rest.post(Routes.channelMessages(channel.id), { body }) as Promise<APIMessage>;
}
