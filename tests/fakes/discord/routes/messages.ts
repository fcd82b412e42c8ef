import {
  type APIMessage,
  ChannelType,
  MessageReferenceType,
  MessageType,
  PermissionFlagsBits as P,
  type RESTPatchAPIChannelMessageJSONBody,
  type RESTPostAPIChannelMessageJSONBody,
} from 'discord.js';
import type { Channel } from '../channels.ts';
import { DiscordError } from '../errors.ts';
import { isEphemeral, type NewBody, type StoredMessage } from '../messages.ts';
import {
  botMay,
  neededFor,
  reachableDm,
  requirePermission,
  toWriteIn,
  visibleChannel,
} from '../permissions.ts';
import { pingsOf } from '../pings.ts';
import { isNewer } from '../snowflake.ts';
import type { State } from '../state.ts';
import { type Answer, type Call, noContent, ok, type Route } from './route.ts';
import { openAgain } from './threads.ts';

const ALL = '/channels/:channelId/messages';
const ONE = '/channels/:channelId/messages/:messageId';

/** @see https://discord.com/developers/docs/resources/message */
export const messageRoutes: Route[] = [
  { method: 'GET', path: ALL, auth: 'bot', handle: list },
  { method: 'POST', path: ALL, auth: 'bot', body: 'message', handle: create },
  { method: 'GET', path: ONE, auth: 'bot', handle: read },
  { method: 'PATCH', path: ONE, auth: 'bot', body: 'message edit', handle: edit },
  { method: 'DELETE', path: ONE, auth: 'bot', handle: remove },
];

/** Newest first. Without READ_MESSAGE_HISTORY the list is empty: no error says why. */
function list(call: Call, { world, messages }: State): Answer {
  const channel = visibleChannel(world, call.param('channelId'));
  const limit = Number(call.query.get('limit') ?? 50);
  if (!Number.isInteger(limit) || limit < 1 || limit > 100) {
    const message = 'int value should be between 1 and 100.';
    throw new DiscordError(50035, [{ path: ['limit'], code: 'NUMBER_TYPE_MAX', message }], true);
  }
  if (!botMay(world, channel, P.ReadMessageHistory)) return ok([]);

  const [before, after] = [call.query.get('before'), call.query.get('after')];
  const found = messages
    .inChannel(channel.id)
    .map(({ message }) => message)
    .filter(({ id }) => (before === null || isNewer(before, id)) && (after === null || isNewer(id, after)));
  const page = after === null ? found.slice(-limit) : found.slice(0, limit);
  return ok(page.reverse());
}

function read(call: Call, { world, messages }: State): Answer {
  const channel = visibleChannel(world, call.param('channelId'));
  requirePermission(world, channel, P.ReadMessageHistory);
  const stored = messages.find(channel.id, call.param('messageId'));
  if (stored === undefined || isEphemeral(stored.message)) throw new DiscordError(10008);
  return ok(stored.message);
}

function create(call: Call, state: State): Answer {
  const { world, messages, clock, nonceMemory } = state;
  const body = call.json as RESTPostAPIChannelMessageJSONBody;
  const channelId = call.param('channelId');
  const channel = reachableDm(world, channelId) ? null : writableChannel(state, channelId, call);

  // With enforce_nonce the earlier message is the answer, and no second one is made.
  const { nonce, enforce_nonce: enforced } = body;
  const earlier =
    enforced && nonce !== undefined && messages.withNonce(world.bot.id, nonce, clock.now() - nonceMemory);
  if (earlier) return ok(withNonce(earlier));

  const extra = channel === null ? {} : referenceIn(body, channel, state);
  if (channel?.thread?.archived) openAgain(state, channel);
  const stored = messages.create({
    channelId,
    author: world.bot,
    body,
    files: call.files,
    pings: pingsOf(world, channelId, body),
    extra,
  });
  return ok(withNonce(stored));
}

/** Only the answer to the POST echoes the nonce; what is read later has none. */
function withNonce({ message, nonce }: StoredMessage): APIMessage {
  return nonce === null ? message : { ...message, nonce };
}

/** Throws unless the bot may write this there. Nobody writes in a forum itself, only in its posts. */
function writableChannel({ world }: State, channelId: string, { json, files }: Call): Channel {
  const channel = visibleChannel(world, channelId);
  if (channel.type === ChannelType.GuildForum) throw new DiscordError(40058);
  if (channel.thread?.locked && !botMay(world, channel, P.ManageThreads)) throw new DiscordError(160005);
  requirePermission(world, channel, toWriteIn(channel) | neededFor(json as NewBody, files.length));
  return channel;
}

/** A reply. To a message that is gone it fails, unless `fail_if_not_exists` is false: then it stands alone. */
function referenceIn(
  { message_reference: reference }: RESTPostAPIChannelMessageJSONBody,
  channel: Channel,
  { world, messages }: State,
): Partial<APIMessage> {
  if (reference === undefined) return {};
  if (!botMay(world, channel, P.ReadMessageHistory)) throw new DiscordError(160002);
  const target = messages.find(channel.id, reference.message_id);
  if (target === undefined) {
    if (reference.fail_if_not_exists === false) return {};
    const message = 'Unknown message';
    throw new DiscordError(50035, [
      { path: ['message_reference'], code: 'REPLIES_UNKNOWN_MESSAGE', message },
    ]);
  }
  return {
    type: MessageType.Reply,
    message_reference: {
      type: MessageReferenceType.Default,
      channel_id: channel.id,
      guild_id: channel.guildId,
      message_id: target.message.id,
    },
    referenced_message: target.message,
  };
}

function edit(call: Call, state: State): Answer {
  const { stored, own, channel } = addressed(call, state);
  if (!own) throw new DiscordError(50005);
  if (channel?.thread?.archived) throw new DiscordError(50083);
  state.messages.edit(stored, call.json as RESTPatchAPIChannelMessageJSONBody, call.files);
  return ok(stored.message);
}

function remove(call: Call, state: State): Answer {
  const { stored, own, channel } = addressed(call, state);
  if (!own && channel === null) throw new DiscordError(50003);
  if (!own && channel) requirePermission(state.world, channel, P.ManageMessages);
  stored.deleted = true;
  return noContent;
}

function addressed(
  call: Call,
  { world, messages }: State,
): { stored: StoredMessage; own: boolean; channel: Channel | null } {
  const channelId = call.param('channelId');
  const channel = world.dms.has(channelId) ? null : visibleChannel(world, channelId);
  const stored = messages.find(channelId, call.param('messageId'));
  if (stored === undefined) throw new DiscordError(10008);
  return { stored, own: stored.message.author.id === world.bot.id, channel };
}
