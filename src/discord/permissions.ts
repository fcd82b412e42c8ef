import {
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
}

/** All that alerts need, and nothing else: the invite link asks for it, and `/watch add` checks it. */
export const neededPermissions: readonly NeededPermission[] = [
  { flag: PermissionFlagsBits.ViewChannel, name: { en: 'View Channel', zh: '查看频道' } },
  { flag: PermissionFlagsBits.SendMessages, name: { en: 'Send Messages', zh: '发送消息' } },
  { flag: PermissionFlagsBits.EmbedLinks, name: { en: 'Embed Links', zh: '嵌入链接' } },
  // For replies, and to find a message again when Discord's answer was lost.
  {
    flag: PermissionFlagsBits.ReadMessageHistory,
    name: { en: 'Read Message History', zh: '阅读消息历史记录' },
  },
];

/** For pictures in look-ups, which go without where it is missing. */
const forPictures = PermissionFlagsBits.AttachFiles;

export interface CheckedPermission extends NeededPermission {
  granted: boolean;
}

/** Which of the needed permissions the bot has in a channel. */
export function preflight(channel: GuildBasedChannel, bot: GuildMember): CheckedPermission[] {
  const has = channel.permissionsFor(bot);
  return neededPermissions.map((permission) => ({ ...permission, granted: has.has(permission.flag) }));
}

/** Whether mentioning the role there makes phones ring: Discord shows the name either way. */
export function canMention(
  role: { mentionable: boolean },
  channel: GuildBasedChannel,
  bot: GuildMember,
): boolean {
  return role.mentionable || channel.permissionsFor(bot).has(PermissionFlagsBits.MentionEveryone);
}

/** The page on which an admin adds the bot, with its commands, to a server. */
export function inviteLink(applicationId: string): string {
  const link = new URL('https://discord.com/oauth2/authorize');
  link.search = new URLSearchParams({
    client_id: applicationId,
    scope: [OAuth2Scopes.Bot, OAuth2Scopes.ApplicationsCommands].join(' '),
    permissions: String(
      PermissionsBitField.resolve([...neededPermissions.map(({ flag }) => flag), forPictures]),
    ),
  }).toString();
  return link.href;
}
