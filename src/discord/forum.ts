import { type APIMessage, type APIThreadChannel, type REST, RESTJSONErrorCodes, Routes } from 'discord.js';
import type { Outcome, Outgoing } from '../domain/delivery.ts';
import { isOurs, recentMessages } from './found.ts';
import type { Forum } from './premises.ts';
import type { MessagePayload } from './render/message.ts';
import { refusalIn } from './threads.ts';

/** A message as a forum takes it. */
export interface Post {
  title: string;
  payload: MessagePayload;
  tagIds: string[];
  /** For a message in a post that there is already. */
  body: object;
}

/** How many posts are opened to look for a message. */
const mostOpened = 30;

/** Posts in forums. A post has the id of its first message, which is found, edited and followed up by it. */
export interface ForumPosts {
  deliver(outgoing: Outgoing, post: Post, forum: Forum): Promise<Outcome>;
  find(outgoing: Outgoing, forum: Forum): Promise<string | null>;
}

export function forumPosts({ rest, botUserId }: { rest: REST; botUserId: string }): ForumPosts {
  /** Discord knows no nonce for a post: what may have arrived is looked for, and never made again. */
  async function begin(outgoing: Outgoing, { title, payload, tagIds }: Post, forum: Forum): Promise<Outcome> {
    if (outgoing.again) {
      const messageId = await findPost(outgoing.deliveryId, forum);
      if (messageId !== null) return { outcome: 'sent', messageId };
      return { outcome: 'unknown', error: 'asked Discord for a post, got no answer, and do not see it yet' };
    }
    const body = { name: title, message: payload, applied_tags: tagIds };
    const { id } = (await rest.post(Routes.threads(forum.id), { body })) as APIThreadChannel;
    return { outcome: 'sent', messageId: id };
  }

  /** In the post it follows up; by itself where that was deleted or closed. */
  async function followUp(outgoing: Outgoing, post: Post, forum: Forum): Promise<Outcome> {
    const { targetMessageId } = outgoing;
    if (targetMessageId === null) return begin(outgoing, post, forum);
    try {
      const body = post.body;
      const { id } = (await rest.post(Routes.channelMessages(targetMessageId), { body })) as APIMessage;
      return { outcome: 'sent', messageId: id };
    } catch (error) {
      if (!isShut(error)) throw error;
      return begin(outgoing, post, forum);
    }
  }

  async function edit(postId: string, { payload }: Post): Promise<Outcome> {
    const change = () => rest.patch(Routes.channelMessage(postId, postId), { body: payload });
    try {
      await change().catch(async (error) => {
        if (refusalIn(error) !== RESTJSONErrorCodes.InvalidActionOnArchivedThread) throw error;
        await rest.patch(Routes.channel(postId), { body: { archived: false } });
        await change();
      });
      return { outcome: 'sent', messageId: postId };
    } catch (error) {
      if (refusalIn(error) !== RESTJSONErrorCodes.UnknownChannel) throw error;
      // Of the post, and not of the forum that it stood in.
      return { outcome: 'rejected', error: 'the post is gone (HTTP 404, code 10003)' };
    }
  }

  async function findPost(deliveryId: string, forum: Forum): Promise<string | null> {
    const active = (await rest.get(Routes.guildActiveThreads(forum.guildId))) as {
      threads: APIThreadChannel[];
    };
    const query = new URLSearchParams({ limit: '100' });
    const archived = (await rest.get(Routes.channelThreads(forum.id, 'public'), { query })) as typeof active;
    const own = [...active.threads, ...archived.threads]
      .filter(({ parent_id, owner_id }) => parent_id === forum.id && owner_id === botUserId)
      .map(({ id }) => id)
      .sort((one, other) => Number(BigInt(other) - BigInt(one)));
    for (const id of own.slice(0, mostOpened)) {
      const first = await firstMessage(id);
      if (first && isOurs(first, botUserId, deliveryId)) return id;
    }
    return null;
  }

  /** Null where somebody has deleted it. */
  async function firstMessage(postId: string): Promise<APIMessage | null> {
    try {
      return (await rest.get(Routes.channelMessage(postId, postId))) as APIMessage;
    } catch (error) {
      if (refusalIn(error) === null) throw error;
      return null;
    }
  }

  return {
    deliver(outgoing, post, forum) {
      const { operation, targetMessageId } = outgoing;
      if (operation === 'edit' && targetMessageId !== null) return edit(targetMessageId, post);
      return operation === 'reply' ? followUp(outgoing, post, forum) : begin(outgoing, post, forum);
    },

    async find({ deliveryId, targetMessageId }, forum) {
      const inPost = targetMessageId === null ? [] : await recentMessages(rest, targetMessageId);
      const reply = inPost.find((message) => isOurs(message, botUserId, deliveryId));
      return reply?.id ?? findPost(deliveryId, forum);
    },
  };
}

function isShut(error: unknown): boolean {
  const code = refusalIn(error);
  return (
    code === RESTJSONErrorCodes.UnknownChannel ||
    code === RESTJSONErrorCodes.InvalidActionOnArchivedThread ||
    code === RESTJSONErrorCodes.ThreadLocked
  );
}
