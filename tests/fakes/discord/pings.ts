import { type APIMessage, PermissionFlagsBits as P } from 'discord.js';
import type { NewBody } from './messages.ts';
import { botMay } from './permissions.ts';
import type { World } from './world.ts';

export type Pings = Pick<APIMessage, 'mentions' | 'mention_roles' | 'mention_everyone'>;

/**
 * Whose phones ring: who is named in the content and allowed by `allowed_mentions` (everybody, when it is
 * absent). @everyone, and roles that are not mentionable, also take a permission of the bot.
 * @see https://discord.com/developers/docs/resources/message#allowed-mentions-object
 */
export function pingsOf(world: World, channelId: string, body: NewBody): Pings {
  const { content, allowed_mentions: allowed } = body;
  const channel = world.channels.get(channelId);
  const guild = channel && world.guilds.get(channel.guildId);
  const mayPingAll = channel !== undefined && botMay(world, channel, P.MentionEveryone);

  const allows = (kind: 'users' | 'roles' | 'everyone', id?: string) =>
    allowed === undefined ||
    allowed.parse?.some((parsed) => parsed === kind) === true ||
    (kind !== 'everyone' && id !== undefined && allowed[kind]?.includes(id) === true);
  const named = (pattern: RegExp) => [
    ...new Set([...(content ?? '').matchAll(pattern)].map(([, id]) => id ?? '')),
  ];
  const isPingable = (id: string) => mayPingAll || guild?.roles.get(id)?.mentionable === true;
  return {
    mentions: named(/<@!?(\d+)>/g)
      .filter((id) => allows('users', id))
      .map((id) => guild?.members.get(id)?.user)
      .filter((user) => user !== undefined),
    mention_roles: named(/<@&(\d+)>/g).filter((id) => allows('roles', id) && isPingable(id)),
    mention_everyone: mayPingAll && allows('everyone') && /@(?:everyone|here)\b/.test(content ?? ''),
  };
}
