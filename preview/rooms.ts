import { ChannelType } from 'discord.js';
import type { Language } from '../src/domain/source.ts';
import type { MessageLanguage, Subscription } from '../src/domain/subscription.ts';
import type { Db } from '../src/store/schema.ts';
import { saveServer } from '../src/store/servers.ts';
import { insertSubscription } from '../src/store/subscriptions.ts';
import type { FakeDiscord } from '../tests/fakes/discord/index.ts';
import type { Desk } from './stage.ts';

/**
 * Channels where something comes by itself, by the language it comes in. `watched`: everything, at once. `digest`:
 * everything, once a day. `forum`, `threads`: what a package of notices brings. `caretakers`: how Sources do.
 */
export type Room = 'watched' | 'digest' | 'forum' | 'threads' | 'caretakers';
export type Rooms = Record<Room, Partial<Record<MessageLanguage, string>>>;

const names: Record<Exclude<Room, 'watched'>, Record<Language, string>> = {
  digest: { en: 'daily', zh: '每日摘要' },
  forum: { en: 'notices', zh: '公告' },
  threads: { en: 'threads', zh: '讨论' },
  caretakers: { en: 'bot-care', zh: '维护' },
};

/** What the rooms of a package are told. */
const ofPackage = ['bismuth', 'tellurium'];

const manners: Partial<Record<Room, Partial<Subscription>>> = {
  digest: { digest: { every: 'day', at: '15:00' } },
  forum: { goods: ofPackage },
  threads: { goods: ofPackage, threads: true },
};

/** Makes the rooms of two servers, and has the bot tell them what they are for. */
export async function openRooms(
  discord: FakeDiscord,
  db: Db,
  desks: Record<Language, Desk>,
  now: number,
): Promise<Rooms> {
  const inEnglish = discord.channel({ guildId: desks.en.guildId, name: 'licences-en' }).id;
  const rooms: Rooms = {
    watched: { both: desks.en.channelId, en: inEnglish, zh: desks.zh.channelId },
    ...{ digest: {}, forum: {}, threads: {}, caretakers: {} },
  };
  for (const room of ['digest', 'forum', 'threads', 'caretakers'] as const) {
    for (const language of ['en', 'zh'] as const) {
      const type = room === 'forum' ? ChannelType.GuildForum : ChannelType.GuildText;
      const { guildId } = desks[language];
      rooms[room][language] = discord.channel({ guildId, name: names[room][language], type }).id;
    }
  }
  const role = discord.role({ guildId: desks.en.guildId, name: 'rare-earth-desk', mentionable: true });
  for (const room of ['watched', 'digest', 'forum', 'threads'] as const) {
    for (const [language, channelId] of Object.entries(rooms[room]) as [MessageLanguage, string][]) {
      await insertSubscription(db, {
        guildId: language === 'zh' ? desks.zh.guildId : desks.en.guildId,
        ...{ channelId, language, market: 'US', roleId: language === 'both' ? role.id : null },
        ...{ authorities: [], tiers: [], goods: [], createdAt: now },
        ...manners[room],
      });
    }
  }
  for (const language of ['en', 'zh'] as const) {
    await saveServer(db, {
      guildId: desks[language].guildId,
      opsChannelId: rooms.caretakers[language] ?? null,
      language: language === 'zh' ? 'zh' : 'both',
    });
  }
  return rooms;
}
