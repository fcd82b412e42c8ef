import {
  ChannelType,
  type GuildBasedChannel,
  type GuildMember,
  OAuth2Scopes,
  PermissionFlagsBits,
  PermissionsBitField,
} from 'discord.js';
import type { Names } from '../domain/source.ts';

interface NeededPermission {
  flag: bigint;
  /** As the switch is called in Discord's own settings. */
  name: Names;
  /** Needed to ping the role alone, which its own setting may allow as well. */
  forMentions?: true;
}

/** What every watch needs: the invite link asks for these, and for nothing else. */
export const neededPermissions: readonly NeededPermission[] = [
  { flag: PermissionFlagsBits.ViewChannel, name: { en: 'View Channel', zh: '查看频道' } },
  { flag: PermissionFlagsBits.SendMessages, name: { en: 'Send Messages', zh: '发送消息' } },
  { flag: PermissionFlagsBits.EmbedLinks, name: { en: 'Embed Links', zh: '嵌入链接' } },
  // For texts as read, and for pictures.
  { flag: PermissionFlagsBits.AttachFiles, name: { en: 'Attach Files', zh: '附加文件' } },
  // For replies, and to find a message again when Discord's answer was lost.
  {
    flag: PermissionFlagsBits.ReadMessageHistory,
    name: { en: 'Read Message History', zh: '阅读消息历史记录' },
  },
];

/** The same switches of a forum, where a message is a post. */
const inForums = new Map<bigint, Names>([
  [PermissionFlagsBits.SendMessages, { en: 'Create Posts', zh: '创建帖子' }],
  [PermissionFlagsBits.SendMessagesInThreads, { en: 'Send Messages in Posts', zh: '在帖子中发送消息' }],
]);

const sendInThreads: NeededPermission = {
  flag: PermissionFlagsBits.SendMessagesInThreads,
  name: { en: 'Send Messages in Threads', zh: '在子区中发送消息' },
};
const createThreads: NeededPermission = {
  flag: PermissionFlagsBits.CreatePublicThreads,
  name: { en: 'Create Public Threads', zh: '创建公共子区' },
};
const mentionAll: NeededPermission = {
  flag: PermissionFlagsBits.MentionEveryone,
  name: { en: 'Mention @everyone, @here and All Roles', zh: '提及 @everyone、@here 和所有身份组' },
  forMentions: true,
};

/** What alerts are to do in a channel beyond standing there. */
export interface Duties {
  /** Each Story has a thread of its own. */
  threads: boolean;
  /** Whom they ping; null: nobody. */
  role: { mentionable: boolean } | null;
}

export interface CheckedPermission extends NeededPermission {
  granted: boolean;
}

/** Which of the permissions that these duties need the bot has in a channel. */
export function preflight(
  channel: GuildBasedChannel,
  bot: GuildMember,
  duties: Duties = { threads: false, role: null },
): CheckedPermission[] {
  const has = channel.permissionsFor(bot);
  return permissionsFor(channel.type === ChannelType.GuildForum, duties).map((permission) => ({
    ...permission,
    granted: has.has(permission.flag),
  }));
}

function permissionsFor(forum: boolean, { threads, role }: Duties): NeededPermission[] {
  const all = [
    ...neededPermissions,
    ...(forum || threads ? [sendInThreads] : []),
    ...(threads && !forum ? [createThreads] : []),
    ...(role && !role.mentionable ? [mentionAll] : []),
  ];
  if (!forum) return all;
  return all.map((each) => ({ ...each, name: inForums.get(each.flag) ?? each.name }));
}

/** The page on which an admin adds the bot, with its commands, to a server. */
export function inviteLink(applicationId: string): string {
  const link = new URL('https://discord.com/oauth2/authorize');
  link.search = new URLSearchParams({
    client_id: applicationId,
    scope: [OAuth2Scopes.Bot, OAuth2Scopes.ApplicationsCommands].join(' '),
    permissions: String(PermissionsBitField.resolve(neededPermissions.map(({ flag }) => flag))),
  }).toString();
  return link.href;
}
