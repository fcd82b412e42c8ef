import {
  type APIDMChannel,
  type APIMessage,
  ComponentType,
  DiscordAPIError,
  type REST,
  type RESTPostAPIChannelMessageJSONBody,
  Routes,
} from 'discord.js';
import type { Messenger, Outcome, Outgoing } from '../domain/delivery.ts';
import { MINUTE } from '../domain/moment.ts';
import { outcomeOf } from './outcome.ts';
import type { Premises } from './premises.ts';
import { deliveryIdIn } from './render/buttons.ts';
import type { RenderContext } from './render/context.ts';
import { type MessagePayload, renderMessage } from './render/message.ts';
import { personalText } from './render/personal.ts';

interface DiscordMessengerOptions {
  /** Without retries of its own (see `restOptions`): a retry that the outbox does not know of may double. */
  rest: REST;
  botUserId: string;
  context: RenderContext;
  premises?: Premises;
}

/** Where nothing has been told of servers and channels. */
const unknownPremises: Premises = { serverName: () => null, missing: () => null };

/** Discord remembers a nonce for "the past few minutes"; taken to be two, to be sure. */
const nonceMemory = 2 * MINUTE;

/** Sends, edits and replies in Discord's channels, one request each, and never tries again by itself. */
export function discordMessenger({
  rest,
  botUserId,
  context,
  premises = unknownPremises,
}: DiscordMessengerOptions): Messenger {
  return {
    nonceMemory,

    async deliver(outgoing) {
      const rendered = render(outgoing, context);
      if ('outcome' in rendered) return rendered;
      try {
        const message = await request(rest, outgoing, rendered);
        return { outcome: 'sent', messageId: message.id };
      } catch (error) {
        return outcomeOf(error, outgoing.operation);
      }
    },

    async find(channelId, deliveryId) {
      const found = (await recentMessages(rest, channelId)).find(
        (message) => message.author.id === botUserId && deliveryIdsIn(message).includes(deliveryId),
      );
      return found?.id ?? null;
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

/** None where the channel is gone or closed to the bot: then nobody will ever find a message in it. */
async function recentMessages(rest: REST, channelId: string): Promise<APIMessage[]> {
  const query = new URLSearchParams({ limit: '100' });
  try {
    return (await rest.get(Routes.channelMessages(channelId), { query })) as APIMessage[];
  } catch (error) {
    if (error instanceof DiscordAPIError && [403, 404].includes(error.status)) return [];
    throw error;
  }
}

/** A message that cannot be rendered now never can be, and must not hold up its channel. */
function render(outgoing: Outgoing, context: RenderContext): MessagePayload | Outcome {
  try {
    return renderMessage(outgoing, context);
  } catch (error) {
    return { outcome: 'rejected', error: `cannot be written as a message: ${String(error)}` };
  }
}

function request(rest: REST, outgoing: Outgoing, payload: MessagePayload): Promise<APIMessage> {
  const { channelId, operation, targetMessageId } = outgoing;
  // The client answers with whatever JSON came; that it is a message is Discord's promise.
  if (operation === 'edit' && targetMessageId !== null) {
    return rest.patch(Routes.channelMessage(channelId, targetMessageId), {
      body: payload,
    }) as Promise<APIMessage>;
  }
  const body = newMessage(outgoing, payload);
  return rest.post(Routes.channelMessages(channelId), { body }) as Promise<APIMessage>;
}

function newMessage(
  { operation, targetMessageId, nonce }: Outgoing,
  payload: MessagePayload,
): RESTPostAPIChannelMessageJSONBody {
  const replies = operation === 'reply' && targetMessageId !== null;
  return {
    ...payload,
    nonce,
    enforce_nonce: true,
    // Where somebody has deleted the first message, the reply stands by itself.
    ...(replies && { message_reference: { message_id: targetMessageId, fail_if_not_exists: false } }),
  };
}

/** Our messages carry their Delivery's id in buttons, which stand in rows. */
function deliveryIdsIn({ components = [] }: APIMessage): string[] {
  return components
    .flatMap((row) => (row.type === ComponentType.ActionRow ? row.components : []))
    .flatMap((part) => ('custom_id' in part ? (deliveryIdIn(part.custom_id) ?? []) : []));
}
