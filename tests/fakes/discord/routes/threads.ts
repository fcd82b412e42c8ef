import {
  type APIMessage,
  ChannelType,
  MessageFlags,
  PermissionFlagsBits as P,
  type RESTPatchAPIChannelJSONBody,
  type RESTPostAPIChannelMessagesThreadsJSONBody,
  type RESTPostAPIChannelThreadsJSONBody,
  type RESTPostAPIGuildForumThreadsJSONBody,
} from 'discord.js';
import { apiAny, apiThread } from '../channel-payloads.ts';
import type { Channel, NewThread, Thread } from '../channels.ts';
import { DiscordError, type Problem } from '../errors.ts';
import { threadCreate, threadUpdate } from '../payloads.ts';
import { botMay, neededFor, requirePermission, visibleChannel } from '../permissions.ts';
import { pingsOf } from '../pings.ts';
import type { State } from '../state.ts';
import { validate } from '../validate.ts';
import { type Answer, type Call, created, ok, type Route } from './route.ts';

/** @see https://discord.com/developers/docs/resources/channel#start-thread-from-message */
export const threadRoutes: Route[] = [
  {
    method: 'POST',
    path: '/channels/:channelId/messages/:messageId/threads',
    auth: 'bot',
    body: 'thread of a message',
    handle: fromMessage,
  },
  { method: 'POST', path: '/channels/:channelId/threads', auth: 'bot', handle: withoutMessage },
  { method: 'GET', path: '/guilds/:guildId/threads/active', auth: 'bot', handle: active },
  { method: 'GET', path: '/channels/:channelId/threads/archived/public', auth: 'bot', handle: archived },
  { method: 'PATCH', path: '/channels/:channelId', auth: 'bot', body: 'thread edit', handle: edit },
];

/** The thread gets the id of its message, so there is one for each message and no more. */
function fromMessage(call: Call, state: State): Answer {
  const { world, messages } = state;
  const channel = visibleChannel(world, call.param('channelId'));
  if (channel.thread !== null || channel.type === ChannelType.GuildForum) throw new DiscordError(50024);
  requirePermission(world, channel, P.CreatePublicThreads);
  const stored = messages.find(channel.id, call.param('messageId'));
  if (stored === undefined) throw new DiscordError(10008);
  const { id } = stored.message;
  if (world.channels.has(id)) throw new DiscordError(160004);

  const body = call.json as RESTPostAPIChannelMessagesThreadsJSONBody;
  const thread = start(state, { id, parent: channel, name: body.name, autoArchive: durationIn(body) });
  const flags = (stored.message.flags ?? 0) | MessageFlags.HasThread;
  stored.message = { ...stored.message, flags, thread: thread as NonNullable<APIMessage['thread']> };
  return created(thread);
}

/** A post in a forum, or a thread that belongs to no message. Discord knows the two apart by the channel. */
function withoutMessage(call: Call, state: State): Answer {
  const channel = visibleChannel(state.world, call.param('channelId'));
  if (channel.thread !== null) throw new DiscordError(50024);
  if (channel.type === ChannelType.GuildForum) return forumPost(call, channel, state);

  validate('thread alone', call.json, call.files.length);
  const body = call.json as RESTPostAPIChannelThreadsJSONBody;
  if (body.type !== ChannelType.PublicThread && body.type !== ChannelType.AnnouncementThread)
    throw new Error('The fake Discord does not model private threads, which a thread without a type is');
  requirePermission(state.world, channel, P.CreatePublicThreads);
  const autoArchive = durationIn(body);
  return created(start(state, { id: state.world.nextId(), parent: channel, name: body.name, autoArchive }));
}

/**
 * Thread and first message in one, with one id. Send Messages is what it takes, not Create Public Threads,
 * and there is no nonce: the same post twice makes two.
 * @see https://discord.com/developers/docs/resources/channel#start-thread-in-forum-or-media-channel
 */
function forumPost(call: Call, forum: Channel, state: State): Answer {
  const { world, messages } = state;
  validate('forum post', call.json, call.files.length);
  const body = call.json as RESTPostAPIGuildForumThreadsJSONBody;
  requirePermission(world, forum, P.SendMessages | neededFor(body.message, call.files.length));
  const tagIds = appliedTags(state, forum, body.applied_tags ?? []);

  const id = world.nextId();
  const thread = start(state, { id, parent: forum, name: body.name, autoArchive: durationIn(body), tagIds });
  const { message } = messages.create({
    ...{ id, channelId: id, author: world.bot, body: body.message, files: call.files },
    pings: pingsOf(world, id, body.message),
  });
  return created({ ...thread, message });
}

function appliedTags({ world }: State, forum: Channel, ids: readonly string[]): readonly string[] {
  if (forum.requiresTag && ids.length === 0) throw new DiscordError(40067);
  const strange = ids.flatMap((id, index): Problem[] => {
    if (forum.tags.some((tag) => tag.id === id)) return [];
    return [{ path: ['applied_tags', index], code: 'TAG_ID_NOT_FOUND', message: 'Tag not found' }];
  });
  if (strange.length > 0) throw new DiscordError(50035, strange);
  if (forum.tags.some(({ id, moderated }) => moderated && ids.includes(id)))
    requirePermission(world, forum, P.ManageThreads);
  return ids;
}

function durationIn({
  auto_archive_duration: minutes,
}: {
  auto_archive_duration?: Thread['autoArchive'] | null | undefined;
}): Thread['autoArchive'] | null {
  return minutes ?? null;
}

function start({ world, tell }: State, given: Omit<NewThread, 'ownerId'>): ReturnType<typeof apiThread> {
  const channel = world.addThread({ ...given, ownerId: world.bot.id });
  const thread = threadOf(channel);
  tell(threadCreate(channel, thread, true));
  return apiThread(channel, thread);
}

function active(call: Call, { world }: State): Answer {
  const guildId = call.param('guildId');
  if (!world.guilds.has(guildId)) throw new DiscordError(50001);
  const threads = [...world.channels.values()].filter(
    (channel) => channel.guildId === guildId && channel.thread && !channel.thread.archived,
  );
  return ok({ threads: threads.filter((one) => botMay(world, one, P.ViewChannel)).map(apiAny), members: [] });
}

/** The last archived first. */
function archived(call: Call, { world }: State): Answer {
  const channel = visibleChannel(world, call.param('channelId'));
  requirePermission(world, channel, P.ReadMessageHistory);
  const [before, limit] = [call.query.get('before'), Number(call.query.get('limit') ?? 50)];
  const all = world
    .threadsIn(channel.id)
    .filter(({ thread }) => thread?.archived && (before === null || thread.turnedAt < before))
    .sort((a, b) => threadOf(b).turnedAt.localeCompare(threadOf(a).turnedAt));
  return ok({ threads: all.slice(0, limit).map(apiAny), members: [], has_more: all.length > limit });
}

/**
 * Only threads are modelled. A moderator may everything, who made it all but to lock it or to open it again
 * when it is locked, and anybody who may write may open it again.
 * @see https://discord.com/developers/docs/topics/threads#editing-deleting-threads
 */
function edit(call: Call, state: State): Answer {
  const { world } = state;
  const channel = visibleChannel(world, call.param('channelId'));
  if (channel.thread === null) throw new Error('The fake Discord does not let a bot change channels');
  const { thread } = channel;
  const body = call.json as RESTPatchAPIChannelJSONBody & { archived?: boolean; locked?: boolean };
  const own = thread.ownerId === world.bot.id && !thread.locked && body.locked === undefined;
  const opens = body.archived === false && Object.keys(body).length === 1 && !thread.locked;
  if (opens) requirePermission(world, channel, P.SendMessagesInThreads);
  else if (!own) requirePermission(world, channel, P.ManageThreads);
  if (thread.archived && body.archived !== false) throw new DiscordError(50083);

  const { name, archived: closes, locked, auto_archive_duration: minutes, applied_tags: tagIds } = body;
  const tags = tagIds && appliedTags(state, world.channel(thread.parentId), tagIds);
  if (name) channel.name = name;
  if (closes !== undefined || locked !== undefined)
    world.turnThread(channel.id, { archived: closes, locked });
  channel.thread = {
    ...threadOf(channel),
    autoArchive: minutes ?? thread.autoArchive,
    tagIds: [...(tags ?? thread.tagIds)],
  };
  state.tell(threadUpdate(channel, channel.thread));
  return ok(apiThread(channel, channel.thread));
}

/** Writing in an archived thread opens it again. */
export function openAgain({ world, tell }: State, channel: Channel): void {
  world.turnThread(channel.id, { archived: false });
  tell(threadUpdate(channel, threadOf(channel)));
}

function threadOf({ thread, name }: Channel): Thread {
  if (thread === null) throw new Error(`#${name} is no thread`);
  return thread;
}
