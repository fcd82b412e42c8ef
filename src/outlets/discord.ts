import { type Client, Events, REST } from 'discord.js';
import type { CommandContext } from '../../commands/command.ts';
import { commands, controls } from '../../commands/index.ts';
import { createDrawer } from '../discord/charts/drawer.ts';
import type { Draw } from '../discord/charts/picture.ts';
import {
  createClient,
  DiscordRefusal,
  logClient,
  login,
  onGone,
  restOptions,
  whenShutOut,
} from '../discord/client.ts';
import { type Greetings, greetServers, withdrawGreeting } from '../discord/greeting.ts';
import { answerInteractions } from '../discord/interactions.ts';
import { discordMessenger } from '../discord/messenger.ts';
import { inviteLink } from '../discord/permissions.ts';
import { onAccessChanged, onRoleGone, type Premises, premisesOf } from '../discord/premises.ts';
import { PresenceLine, presenceOf } from '../discord/presence.ts';
import { registerCommands } from '../discord/register.ts';
import { MINUTE } from '../domain/moment.ts';
import type { Installation } from '../installation.ts';
import type { Polled } from '../pipeline/poll.ts';
import { pollNow } from '../pipeline/run.ts';
import { discover } from '../sources/detect/discover.ts';
import { knownNames } from '../sources/known.ts';
import { readNow } from '../sources/read-now.ts';
import { claimGreeting, findGreeting, forgetGreeting, keepGreeting } from '../store/greetings.ts';
import type { Db } from '../store/schema.ts';
import { readServer } from '../store/servers.ts';
import { readHealth } from '../store/status.ts';
import { deleteSubscriptionsOf } from '../store/subscriptions.ts';
import { lookForRoles, tellRoleGone, unparkIn } from './access.ts';
import type { Outlet } from './outlet.ts';
import { leaveTerminal } from './terminal.ts';

/**
 * Posts alerts to Discord and answers its commands.
 *
 * @param wake - Has the outbox look for what may be sent now.
 * @throws {DiscordRefusal} Discord does not let the bot in; nothing stays open then.
 */
export async function discordOutlet(
  installation: Installation,
  token: string,
  onPolled: (polled: Polled) => void,
  wake: () => void,
): Promise<Outlet> {
  const { config, db, clock, log } = installation;
  const client = createClient(config.DISCORD_API_URL);
  logClient(client, log);
  onGone(client, (gone) => deleteSubscriptionsOf(db, gone), log);
  const closed = new AbortController();
  const drawer = createDrawer(log);
  const context = contextOf(installation, drawer.draw, onPolled, closed.signal);
  const premises = premisesOf(client);
  onAccessChanged(client, (guildId) => unparkIn(guildId, premises, installation, wake), log);
  const askersRole = async (guildId: string) => (await readServer(db, guildId)).askersRoleId;
  answerInteractions(client, { commands, controls, context, askersRole, clock, log });
  // From the first on: Discord may close the connection while the commands are registered.
  const ended = whenShutOut(client).then(({ message }) => message);
  const ready = await login(client, token);
  const shut = async () => {
    await client.destroy();
    await drawer.close();
  };
  try {
    return await begin(ready, { premises, installation, token, wake, closed, ended, shut });
  } catch (error) {
    closed.abort();
    // A connection that stays open would keep alive a program that does nothing any more.
    await shut();
    throw error;
  }
}

interface Beginning {
  premises: Premises;
  installation: Installation;
  token: string;
  wake: () => void;
  closed: AbortController;
  ended: Outlet['ended'];
  shut(): Promise<void>;
}

/** All that is done once the bot is let in. */
async function begin(
  client: Client<true>,
  { premises, installation, token, wake, closed, ended, shut }: Beginning,
): Promise<Outlet> {
  const { config, db, clock, log } = installation;
  // A client of its own: what the outbox waits for must not hold up an answer that is due in three seconds.
  const rest = new REST(restOptions(config.DISCORD_API_URL)).setToken(token);
  const registered = await register(client, rest);
  await leaveTerminal(db, clock.now());
  const messenger = discordMessenger({ rest, botUserId: client.user.id, context: knownNames, premises, log });
  onRoleGone(client, (guildId, roleId) => tellRoleGone(guildId, roleId, messenger, installation), log);
  await lookForRoles(client, messenger, installation);
  for (const guildId of client.guilds.cache.keys()) await unparkIn(guildId, premises, installation, wake);
  const greeted = greetServers(client, greetingsIn(db), log);
  const presence = keepPresence(client, installation, closed.signal);
  return {
    messenger,
    greeting: [
      `Discord: logged in as ${client.user.tag} · ${commands.length} commands ${registered} · in ${client.guilds.cache.size} servers`,
      `Invite (bot + commands, exactly the permissions needed): ${inviteLink(client.application.id)}`,
    ],
    ended,
    async close() {
      closed.abort();
      await presence;
      await greeted;
      await shut();
    },
  };
}

async function register(client: Client<true>, rest: REST): Promise<'unchanged' | 'registered'> {
  const bodies = commands.map(({ data }) => data.toJSON());
  try {
    return await registerCommands(rest, client.application.id, bodies);
  } catch (cause) {
    throw new DiscordRefusal(`Discord did not take the commands (${String(cause)}): start the bot again.`, {
      cause,
    });
  }
}

function contextOf(
  { book, cache, clock, config, db, fetcher, log, parser, ports }: Installation,
  draw: Draw,
  onPolled: (polled: Polled) => void,
  signal: AbortSignal,
): CommandContext {
  return {
    db,
    sources: book.all,
    book,
    names: knownNames,
    draw,
    clock,
    cursors: cache.cursors,
    cacheFault: () => cache.fault(),
    adminServers: config.ADMIN_SERVERS,
    ungreet: (guild) => withdrawGreeting(guild, greetingsIn(db), log),
    discover: (url) => discover(url, { fetcher, now: clock.now(), detection: parser.detection }),
    read: (source) => readNow(source, { fetcher, parser, now: clock.now() }),
    async check(sourceId) {
      const polled = await pollNow(ports, sourceId, signal);
      if (polled) onPolled(polled);
      return polled;
    },
  };
}

const greetingsIn = (db: Db): Greetings => ({
  claim: (guildId, joinedAt) => claimGreeting(db, guildId, joinedAt),
  keep: (guildId, greeting) => keepGreeting(db, guildId, greeting),
  find: (guildId) => findGreeting(db, guildId),
  forget: (guildId) => forgetGreeting(db, guildId),
});

/** The line under the bot's name says all day whether silence means "no news". */
async function keepPresence(
  client: Client<true>,
  { db, clock, log }: Installation,
  signal: AbortSignal,
): Promise<void> {
  const line = new PresenceLine((presence) => client.user.setPresence(presence));
  client.on(Events.ShardReady, () => line.forget());
  while (!signal.aborted) {
    try {
      const { sources, uncovered, verdict, lastReadAt } = await readHealth(db, clock.now());
      const status = {
        sources: sources.length,
        reading: sources.filter(({ state }) => state === 'reading').length,
        lastReadAt,
        blind: uncovered.map((id) => knownNames.authorities(id).short.en),
        degraded: verdict === 'degraded',
      };
      line.update(presenceOf(status, clock.now()));
    } catch (error) {
      log.warn({ err: error }, 'presence not updated');
    }
    await clock.sleep(MINUTE, signal);
  }
}
