import { type APIMessage, type Client, type Guild, Locale, REST } from 'discord.js';
import { commands, controls } from '../commands/index.ts';
import { createDrawer } from '../src/discord/charts/drawer.ts';
import { createClient, login, restOptions } from '../src/discord/client.ts';
import { type Greetings, greetServers, withdrawGreeting } from '../src/discord/greeting.ts';
import { answerInteractions } from '../src/discord/interactions.ts';
import { discordMessenger } from '../src/discord/messenger.ts';
import { premisesOf } from '../src/discord/premises.ts';
import type { Messenger } from '../src/domain/delivery.ts';
import { MINUTE } from '../src/domain/moment.ts';
import type { Language, Source } from '../src/domain/source.ts';
import { createLog } from '../src/ops/log.ts';
import { deliverDue } from '../src/pipeline/deliver.ts';
import { tellMakers } from '../src/pipeline/makers.ts';
import type { Ports } from '../src/pipeline/ports.ts';
import { pollNow } from '../src/pipeline/run.ts';
import { SourceBook } from '../src/pipeline/source-book.ts';
import { catalogue } from '../src/sources/catalogue/index.ts';
import { discover } from '../src/sources/detect/discover.ts';
import { knownNames } from '../src/sources/known.ts';
import { readNow } from '../src/sources/read-now.ts';
import type { Snapshot } from '../src/sources/reader.ts';
import { claimGreeting, findGreeting, forgetGreeting, keepGreeting } from '../src/store/greetings.ts';
import type { Db } from '../src/store/schema.ts';
import { readServer } from '../src/store/servers.ts';
import { registerSources } from '../src/store/sources.ts';
import { openSqlite } from '../src/store/sqlite.ts';
import { memoryCursors } from '../tests/fakes/bot.ts';
import { type ManualClock, manualClock } from '../tests/fakes/clock.ts';
import { type FakeDiscord, startFakeDiscord } from '../tests/fakes/discord/index.ts';
import { type Host, hostsFetcher, type Post, postOf } from '../tests/fakes/hosts.ts';
import { type Listing, type Ministries, openMinistries } from './ministries.ts';
import { openRooms, type Rooms } from './rooms.ts';
import { strangers } from './strangers.ts';

/** A Thursday, 16:00 in Beijing, as in the demonstration. */
export const OPENS_AT = Date.parse('2031-03-13T16:00:00+08:00');

/** Where somebody writes commands and reads what comes: a channel of a server of that language. */
export interface Desk {
  guildId: string;
  channelId: string;
  locale: Locale;
}

/**
 * The real bot in two servers of a Discord of its own, with ministries in memory and a clock that stands still:
 * everything that the preview shows has gone through all of it.
 */
export interface Stage {
  discord: FakeDiscord;
  db: Db;
  clock: ManualClock;
  ministries: Ministries;
  desks: Record<Language, Desk>;
  /** Where things come by themselves; none where nothing is set up. */
  rooms: Rooms | null;
  ports: Ports;
  messenger: Messenger;
  /** Remembers the message that a scene showed in a channel, for whoever presses its buttons later. */
  remember(scene: string, message: APIMessage): void;
  /** That message as it stands now. */
  recall(scene: string, channelId: string): APIMessage | undefined;
  /** The bot joins another server, of people of this language. */
  join(locale: Locale): Desk;
  /** Puts a post at the top of a listing; published now unless told. */
  publish(listing: Listing, post: NewPost): Post;
  /** Polls every listing once, due or not, and delivers what that makes. */
  poll(): Promise<void>;
  /** Time passes, and then everything is polled. */
  later(minutes: number): Promise<void>;
  deliver(): Promise<void>;
  /** What its roles, channels and people are called, by their ids. */
  names(): [id: string, name: string][];
  close(): Promise<void>;
}

export interface NewPost {
  title: string;
  paragraphs: readonly string[];
  publishedAt?: number;
}

/**
 * @param filled - With ministries to read, and channels that are told everything; else nothing is set up, and nothing
 *   of the whole catalogue has been read.
 */
export async function openStage({ filled }: { filled: boolean }): Promise<Stage> {
  const clock = manualClock(OPENS_AT);
  const discord = await startFakeDiscord({ clock });
  const db = await openSqlite(':memory:');
  const ministries = openMinistries();
  const hosts = Object.values(ministries);
  const sources = filled ? hosts.map(({ source }) => source) : catalogue;
  await registerSources(db, sources, clock.now());
  const book = await SourceBook.open(db, sources);
  const ports = portsOf(db, clock, book, hosts);
  const desks = { en: openDesk(discord, 'en'), zh: openDesk(discord, 'zh') };
  const rooms = filled ? await openRooms(discord, db, desks, clock.now()) : null;

  const log = createLog('error');
  const drawer = createDrawer(log);
  const client = await startBot({ discord, ports, book, clock, draw: drawer.draw, desks });
  const rest = new REST(restOptions(discord.url)).setToken(discord.token);
  const messenger = discordMessenger({
    ...{ rest, botUserId: client.user.id, context: knownNames, log },
    premises: premisesOf(client),
  });

  const remembered = new Map<string, string>();
  let serial = 0;
  const stage: Stage = {
    ...{ discord, db, clock, ministries, desks, rooms, ports, messenger },
    remember: (scene, { id, channel_id: channelId }) => void remembered.set(`${scene}/${channelId}`, id),
    recall: (scene, channelId) =>
      discord.messages(channelId).find(({ id }) => id === remembered.get(`${scene}/${channelId}`)),
    join: (locale) => openDesk(discord, locale === Locale.ChineseCN ? 'zh' : 'en'),
    publish(listing, { title, paragraphs, publishedAt = clock.now() }) {
      const post = postOf(++serial, title, [...paragraphs], publishedAt, listing);
      ministries[listing].posts.unshift(post);
      return post;
    },
    async poll() {
      for (const { id } of sources) await pollNow(ports, id, new AbortController().signal);
      await stage.deliver();
    },
    async later(minutes) {
      await clock.advance(minutes * MINUTE);
      await stage.poll();
    },
    async deliver() {
      await deliverDue({ db, messenger, clock, log });
      await tellMakers({ db, messenger, clock, log });
    },
    names: () => namesIn(client),
    async close() {
      await client.destroy();
      await drawer.close();
      await discord.close();
      await db.destroy();
    },
  };
  return stage;
}

function portsOf(db: Db, clock: ManualClock, book: SourceBook, hosts: readonly Host[]): Ports {
  const kept = new Map<string, Snapshot>();
  const snapshots = {
    get: (id: string) => Promise.resolve(kept.get(id) ?? null),
    set: async (id: string, snapshot: Snapshot) => void kept.set(id, snapshot),
  };
  // Always the same jitter, so that the same page comes of the same code.
  const random = () => 0.5;
  return {
    db,
    fetcher: hostsFetcher(hosts),
    snapshots,
    clock,
    log: createLog('error'),
    random,
    sources: book.all,
  };
}

const servers: Record<Language, { name: string; channel: string; locale: Locale }> = {
  en: { name: 'Metals desk', channel: 'licences', locale: Locale.EnglishUS },
  zh: { name: '金属组', channel: '出口许可', locale: Locale.ChineseCN },
};

function openDesk(discord: FakeDiscord, language: Language): Desk {
  const { name, channel, locale } = servers[language];
  const { id, systemChannelId } = discord.guild({ name, locale, channels: [{ name: channel }] });
  if (systemChannelId === null) throw new Error(`The server ${name} has no channel`);
  return { guildId: id, channelId: systemChannelId, locale };
}

async function startBot({
  discord,
  ports,
  book,
  clock,
  draw,
  desks,
}: Pick<Stage, 'discord' | 'ports' | 'clock' | 'desks'> & {
  book: SourceBook;
  draw: ReturnType<typeof createDrawer>['draw'];
}): Promise<Client<true>> {
  const { db, log, sources } = ports;
  discord.register(commands.map(({ data }) => data.toJSON()));
  const client = createClient(discord.url);
  const greetings: Greetings = {
    claim: (guildId, joinedAt) => claimGreeting(db, guildId, joinedAt),
    keep: (guildId, greeting) => keepGreeting(db, guildId, greeting),
    find: (guildId) => findGreeting(db, guildId),
    forget: (guildId) => forgetGreeting(db, guildId),
  };
  const context = {
    ...{ db, sources, book, draw, clock, names: knownNames },
    adminServers: Object.values(desks).map(({ guildId }) => guildId),
    discover: (url: string) => discover(url, { fetcher: strangers(), now: clock.now() }),
    read: (source: Source) => readNow(source, { fetcher: ports.fetcher, now: clock.now() }),
    ungreet: (guild: Guild) => withdrawGreeting(guild, greetings, log),
    check: (id: string) => pollNow(ports, id, new AbortController().signal),
    cursors: memoryCursors(),
    cacheFault: () => null,
  };
  const askersRole = async (guildId: string) => (await readServer(db, guildId)).askersRoleId;
  answerInteractions(client, { commands, controls, context, askersRole, clock, log });
  const ready = await login(client, discord.token);
  await greetServers(ready, greetings, log);
  return ready;
}

function namesIn({ guilds, user }: Client<true>): [string, string][] {
  return [
    [user.id, `@${user.username}`],
    ...guilds.cache.map((guild): [string, string] => [guild.ownerId, '@admin']),
    ...guilds.cache
      .flatMap(({ roles }) => roles.cache)
      .map(({ id, name }): [string, string] => [id, `@${name}`]),
    ...guilds.cache
      .flatMap(({ channels }) => channels.cache)
      .map(({ id, name }): [string, string] => [id, `#${name}`]),
  ];
}
