import {
  type CacheFactory,
  Client,
  Collection,
  DefaultRestOptions,
  DiscordjsErrorCodes,
  Events,
  GatewayCloseCodes,
  GatewayIntentBits,
  LimitedCollection,
  type RateLimitData,
  RESTJSONErrorCodes,
  type RESTOptions,
} from 'discord.js';
import { Agent } from 'undici';
import { SECOND } from '../domain/moment.ts';
import type { Log } from '../ops/log.ts';

/** Discord does not let the bot in. `message` is one sentence that says what to change. */
export class DiscordRefusal extends Error {
  override readonly name = 'DiscordRefusal';
}

/** Longer limits than this are not sat out inside the REST client: the outbox waits, and others go on. */
const longestWait = 5 * SECOND;

/**
 * Connections of its own. Without an agent discord.js takes whatever stands for all of this process, which may be
 * another undici's, and that one takes no files of ours. package.json asks for the undici that discord.js is made
 * for, so that there is one in memory, not three.
 */
const agent = new Agent();

/**
 * No retries: the client's own come within milliseconds and double forum posts. Short rate limits it waits
 * out; a longer one is thrown as RateLimitError, so that a global limit does not stand still for minutes, and so
 * is one that does not say how long: it is a ban by what stands before Discord, and the client would ask again
 * at once, without end.
 *
 * @param api - Another Discord than the real one, for tests.
 */
export function restOptions(api?: string): Partial<RESTOptions> {
  return {
    retries: 0,
    agent,
    rejectOnRateLimit: ({ timeToReset, retryAfter }: RateLimitData) =>
      !(retryAfter > 0) || Math.max(timeToReset, retryAfter) > longestWait,
    makeRequest,
    ...(api === undefined ? {} : { api }),
  };
}

/**
 * One limit must not be waited out: that of edits of an old message, which comes back as often as it is waited
 * for. Its 429 becomes a refusal with its code, as the client reads no codes in a 429.
 */
const makeRequest: RESTOptions['makeRequest'] = async (url, init) => {
  const answer = await DefaultRestOptions.makeRequest(url, init);
  if (answer.status !== 429) return answer;
  const text = await answer.text();
  const { statusText } = answer;
  return new Response(text, {
    status: codeIn(text) === tooManyOldEdits ? 400 : 429,
    ...{ statusText, headers: answer.headers },
  });
};

const tooManyOldEdits = RESTJSONErrorCodes.MaximumNumberOfEditsToMessagesOlderThanOneHourReached;

/** Null for what is not Discord's JSON. */
function codeIn(text: string): unknown {
  try {
    return JSON.parse(text)?.code;
  } catch {
    return null;
  }
}

/** A client that asks for as little as it can, and whose replies mention nobody. */
export function createClient(api?: string): Client {
  return new Client({
    intents: [GatewayIntentBits.Guilds],
    allowedMentions: { parse: [], repliedUser: false },
    rest: restOptions(api),
    makeCache,
  });
}

/**
 * What the bot asks its client about: who it is there, and what it may do where. Everything else would be kept
 * for nothing, and an empty map for each of the 15,000 channels of 500 servers is 10 MB.
 */
const kept = new Set([
  'GuildManager',
  'ChannelManager',
  'GuildChannelManager',
  'GuildMemberManager',
  'PermissionOverwriteManager',
  'RoleManager',
  'UserManager',
]);
const keepsNothing = new LimitedCollection<never, never>({ maxSize: 0 });

const makeCache: CacheFactory = ({ name }) => (kept.has(name) ? new Collection() : keepsNothing);

/**
 * Logs in and waits until the servers are known.
 * @throws {DiscordRefusal} The token or the intents are not accepted, or Discord cannot be reached.
 */
export async function login(client: Client, token: string): Promise<Client<true>> {
  const shutOut = whenShutOut(client);
  const ready = new Promise<Client<true>>((resolve) => client.once(Events.ClientReady, resolve));
  const connecting = client.login(token).then(() => ready);
  const first = await Promise.race([connecting.catch(refusalBy), shutOut]);
  if (!(first instanceof DiscordRefusal)) return first;

  await client.destroy();
  throw first;
}

/**
 * Resolves when Discord has closed the connection for good. discord.js then neither reconnects nor throws,
 * and `isReady()` stays true: whoever runs the bot has to end it.
 */
export function whenShutOut(client: Client): Promise<DiscordRefusal> {
  return new Promise((resolve) => {
    client.on(Events.ShardDisconnect, ({ code }) => resolve(refusalOf(code)));
  });
}

function refusalOf(code: number): DiscordRefusal {
  const advice: Partial<Record<number, string>> = {
    [GatewayCloseCodes.AuthenticationFailed]: badToken,
    [GatewayCloseCodes.DisallowedIntents]:
      'Discord does not grant the intents asked for: in the developer portal, under Bot, reset the privileged intents; the bot needs only Guilds.',
    [GatewayCloseCodes.ShardingRequired]:
      'The bot is in too many servers for one connection: split them among several bots.',
  };
  return new DiscordRefusal(
    advice[code] ?? `Discord closed the connection for good (code ${code}): start the bot again.`,
  );
}

const badToken =
  'Discord does not accept DISCORD_TOKEN: copy the token anew from the developer portal, under Bot, into .env.';

function refusalBy(cause: unknown): DiscordRefusal {
  const code = cause instanceof Error && 'code' in cause ? cause.code : undefined;
  if (code === DiscordjsErrorCodes.TokenInvalid) return new DiscordRefusal(badToken, { cause });
  return new DiscordRefusal(
    `Discord cannot be reached (${String(cause)}): check the network of this machine.`,
    {
      cause,
    },
  );
}

export type Gone = { guildId: string } | { channelId: string };

/**
 * Has the Subscriptions removed of servers and channels that are gone, or that the bot was thrown out of.
 * An outage is neither.
 *
 * @param forget - Resolves with how many there were.
 */
export function onGone(client: Client, forget: (gone: Gone) => Promise<number>, log: Log): void {
  const tell = async (gone: Gone) => {
    try {
      const subscriptions = await forget(gone);
      if (subscriptions > 0)
        log.info({ ...gone, subscriptions }, 'subscriptions of what is gone were removed');
    } catch (error) {
      log.error({ ...gone, err: error }, 'subscriptions of what is gone were not removed');
    }
  };
  client.on(Events.GuildDelete, ({ id }) => tell({ guildId: id }));
  client.on(Events.ChannelDelete, ({ id }) => tell({ channelId: id }));
}

/** Puts what would otherwise be thrown, or lost, into the log. */
export function logClient(client: Client, log: Log): void {
  client.on(Events.Error, (error) => log.error({ err: error }, 'discord client error'));
  client.on(Events.ShardError, (error) => log.warn({ err: error }, 'gateway connection error'));
  client.on(Events.ShardReconnecting, () => log.info('gateway connection lost, reconnecting'));
  client.on(Events.ShardResume, () => log.info('gateway connection resumed'));
  client.on(Events.Warn, (message) => log.warn({ detail: message }, 'discord client warning'));
}
