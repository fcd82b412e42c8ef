import type { Client } from 'discord.js';
import type { CommandContext } from '../../commands/command.ts';
import { commands, controls } from '../../commands/index.ts';
import { createClient, login } from '../../src/discord/client.ts';
import { answerInteractions } from '../../src/discord/interactions.ts';
import { type Log, silentLog } from '../../src/ops/log.ts';
import { SourceBook } from '../../src/pipeline/source-book.ts';
import type { Cursors } from '../../src/store/cache.ts';
import type { Db } from '../../src/store/schema.ts';
import { readServer } from '../../src/store/servers.ts';
import { openSqlite } from '../../src/store/sqlite.ts';
import { Archive, varnianNames, varnianSources } from './archive.ts';
import { type ManualClock, manualClock } from './clock.ts';
import { type FakeDiscord, startFakeDiscord } from './discord/index.ts';

export const NOW = Date.parse('2031-03-10T12:00:00Z');

/** Cursors that outlive a bot, as those in a file do. */
export function memoryCursors(): Cursors & { forget(): void } {
  const kept = new Map<string, string>();
  return {
    save(value) {
      const id = `cursor-${kept.size}`;
      kept.set(id, JSON.stringify(value));
      return Promise.resolve(id);
    },
    load: (id) => Promise.resolve(JSON.parse(kept.get(id) ?? 'null')),
    forget: () => kept.clear(),
  };
}

/** A bot in one server of a Discord of its own, with an archive, and a clock that stands still. */
export interface Office {
  discord: FakeDiscord;
  db: Db;
  archive: Archive;
  clock: ManualClock;
  cursors: ReturnType<typeof memoryCursors>;
  book: SourceBook;
  guildId: string;
  channelId: string;
  client: Client<true>;
  /** Another process takes over: only the database and the cursors stay. */
  restart(): Promise<void>;
  close(): Promise<void>;
}

export async function openOffice(
  context: Partial<CommandContext> = {},
  desk: Partial<{ commands: typeof commands; controls: typeof controls; log: Log }> = {},
): Promise<Office> {
  const clock = manualClock(NOW);
  const discord = await startFakeDiscord({ clock });
  const db = await openSqlite(':memory:');
  const archive = new Archive(db);
  await archive.sources(NOW);
  const book = await SourceBook.open(db, [...varnianSources.values()]);
  const guild = discord.guild({ name: 'Metals desk' });
  const channel = discord.channel({ guildId: guild.id, name: 'alerts' });
  const cursors = memoryCursors();
  discord.register((desk.commands ?? commands).map(({ data }) => data.toJSON()));

  const start = async () => {
    const client = createClient(discord.url);
    answerInteractions(client, {
      commands,
      controls,
      log: silentLog,
      ...desk,
      clock,
      askersRole: async (guildId) => (await readServer(db, guildId)).askersRoleId,
      context: {
        db,
        sources: book.all,
        book,
        adminServers: undefined,
        ungreet: () => Promise.resolve(),
        discover: (url) => Promise.reject(new Error(`nothing stands at ${url}`)),
        read: ({ url }) => Promise.reject(new Error(`nothing stands at ${url}`)),
        check: () => Promise.resolve(null),
        names: varnianNames,
        draw: () => Promise.resolve(null),
        clock,
        cursors,
        cacheFault: () => null,
        ...context,
      },
    });
    return login(client, discord.token);
  };
  const office: Office = {
    discord,
    db,
    archive,
    clock,
    cursors,
    book,
    guildId: guild.id,
    channelId: channel.id,
    client: await start(),
    async restart() {
      await office.client.destroy();
      office.client = await start();
    },
    async close() {
      await office.client.destroy();
      await discord.close();
      await db.destroy();
    },
  };
  return office;
}
