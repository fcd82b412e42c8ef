import {
  ChannelType,
  type Client,
  DiscordAPIError,
  Events,
  type Guild,
  MessageFlags,
  type NewsChannel,
  PermissionFlagsBits,
  type TextChannel,
} from 'discord.js';
import type { Instant } from '../domain/moment.ts';
import type { Log } from '../ops/log.ts';
import { greetingText, languageOf } from './texts.ts';

interface Greeting {
  channelId: string;
  messageId: string;
}

/** Which servers have been greeted, and where the line stands. */
export interface Greetings {
  /** Whether a server is to be greeted; true once for each time that the bot has joined it. */
  claim(guildId: string, joinedAt: Instant): Promise<boolean>;
  /** Remembers where the line stands. Whether it is needed still: a watch may have been made meanwhile. */
  keep(guildId: string, greeting: Greeting): Promise<boolean>;
  find(guildId: string): Promise<Greeting | null>;
  forget(guildId: string): Promise<void>;
}

/**
 * Leaves one silent line in every server that the bot joins from now on, or has joined while it was away: where it
 * may write first, the system channel before others, and none where it may write nowhere.
 *
 * @returns when the servers known now are done. Never rejects.
 */
export async function greetServers(client: Client<true>, greetings: Greetings, log: Log): Promise<void> {
  const tell = async (guild: Guild) => {
    try {
      await greet(guild, greetings, log);
    } catch (error) {
      log.warn({ err: error, guildId: guild.id }, 'a server was not greeted');
    }
  };
  client.on(Events.GuildCreate, tell);
  // A server that was joined while the connection was lost comes so.
  client.on(Events.GuildAvailable, tell);
  for (const guild of [...client.guilds.cache.values()].filter(({ available }) => available))
    await tell(guild);
}

async function greet(guild: Guild, greetings: Greetings, log: Log): Promise<void> {
  if (!(await greetings.claim(guild.id, guild.joinedTimestamp))) return;
  const channel = await firstWritable(guild);
  if (!channel) return;
  const message = await channel.send({
    content: greetingText[languageOf({ locale: guild.preferredLocale })],
    flags: MessageFlags.SuppressNotifications,
  });
  const needed = await greetings.keep(guild.id, { channelId: channel.id, messageId: message.id });
  if (!needed) await withdrawGreeting(guild, greetings, log);
}

const writes = PermissionFlagsBits.ViewChannel | PermissionFlagsBits.SendMessages;

async function firstWritable(guild: Guild): Promise<TextChannel | NewsChannel | null> {
  const bot = guild.members.me ?? (await guild.members.fetchMe());
  const channels = [...guild.channels.cache.values()]
    .filter(
      (channel) => channel.type === ChannelType.GuildText || channel.type === ChannelType.GuildAnnouncement,
    )
    .filter((channel) => channel.permissionsFor(bot).has(writes))
    .sort((one, other) => one.rawPosition - other.rawPosition);
  return channels.find(({ id }) => id === guild.systemChannelId) ?? channels[0] ?? null;
}

/** Takes the line out of a server again. Never rejects: what could not be taken out is tried again the next time. */
export async function withdrawGreeting(guild: Guild, greetings: Greetings, log: Log): Promise<void> {
  try {
    const greeting = await greetings.find(guild.id);
    if (!greeting) return;
    const channel = guild.channels.cache.get(greeting.channelId);
    if (channel?.isTextBased()) await channel.messages.delete(greeting.messageId).catch(unlessGone);
    await greetings.forget(guild.id);
  } catch (error) {
    log.warn({ err: error, guildId: guild.id }, 'the line left on joining stays');
  }
}

/** Somebody else has deleted it, or has closed its channel to the bot. */
function unlessGone(error: unknown): void {
  if (!(error instanceof DiscordAPIError) || ![403, 404].includes(error.status)) throw error;
}
