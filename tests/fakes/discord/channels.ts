import { type APIGuildForumTag, type APIOverwrite, ChannelType, ThreadAutoArchiveDuration } from 'discord.js';

export type ThreadType = ChannelType.PublicThread | ChannelType.AnnouncementThread;
type ParentType = ChannelType.GuildText | ChannelType.GuildAnnouncement | ChannelType.GuildForum;

/** A channel of a guild, or a public thread in one. */
export interface Channel {
  id: string;
  guildId: string;
  name: string;
  type: ParentType | ThreadType;
  /** None of its own for a thread: there its parent's count. */
  overwrites: APIOverwrite[];
  /** What a forum offers to mark a post with. */
  tags: APIGuildForumTag[];
  /** A forum takes no post without a tag. */
  requiresTag: boolean;
  /** Minutes; what people find chosen when they make a thread. */
  defaultAutoArchive: ThreadAutoArchiveDuration | null;
  /** Null unless it is a thread. */
  thread: Thread | null;
}

export interface Thread {
  parentId: string;
  ownerId: string;
  archived: boolean;
  /** Only who may manage threads writes in it, or opens it again. */
  locked: boolean;
  /** Minutes. */
  autoArchive: ThreadAutoArchiveDuration;
  /** When it was made, archived or opened again, or got another duration; ISO 8601. */
  turnedAt: string;
  tagIds: string[];
}

export interface NewChannel {
  guildId: string;
  id?: string;
  name?: string;
  /** Text unless told. */
  type?: ParentType;
  /** Names of a forum's tags. `moderated`: only who may manage threads uses it. */
  tags?: readonly (string | { name: string; moderated: true })[];
  requiresTag?: boolean;
  defaultAutoArchive?: ThreadAutoArchiveDuration;
}

export interface NewThread {
  id: string;
  parent: Channel;
  name: string;
  ownerId: string;
  autoArchive?: ThreadAutoArchiveDuration | null | undefined;
  tagIds?: readonly string[] | undefined;
}

export function newChannel(given: NewChannel, nextId: () => string): Channel {
  const { guildId, id = nextId(), name = 'alerts', type = ChannelType.GuildText } = given;
  const { tags = [], requiresTag = false, defaultAutoArchive = null } = given;
  if ((tags.length > 0 || requiresTag) && type !== ChannelType.GuildForum) {
    throw new Error(`Only a forum has tags, and #${name} is none`);
  }
  return {
    ...{ id, guildId, name, type, requiresTag, defaultAutoArchive },
    overwrites: [],
    tags: tags.map((tag) => ({
      id: nextId(),
      name: typeof tag === 'string' ? tag : tag.name,
      moderated: typeof tag !== 'string',
      emoji_id: null,
      emoji_name: null,
    })),
    thread: null,
  };
}

/** @param now - ISO 8601 */
export function newThread(given: NewThread, now: string): Channel {
  const { id, parent, name, ownerId, tagIds = [] } = given;
  const announces = parent.type === ChannelType.GuildAnnouncement;
  return {
    ...{ id, guildId: parent.guildId, name },
    type: announces ? ChannelType.AnnouncementThread : ChannelType.PublicThread,
    ...{ overwrites: [], tags: [], requiresTag: false, defaultAutoArchive: null },
    thread: {
      parentId: parent.id,
      ownerId,
      archived: false,
      locked: false,
      autoArchive: given.autoArchive ?? parent.defaultAutoArchive ?? ThreadAutoArchiveDuration.OneDay,
      turnedAt: now,
      tagIds: [...tagIds],
    },
  };
}
