import type { AddressInfo } from 'node:net';
import type { APIApplicationCommand } from 'discord.js';
import { MINUTE } from '../../../src/domain/moment.ts';
import { type Clock, systemClock } from '../../../src/ops/clock.ts';
import { Changes } from './changes.ts';
import { Commands } from './commands.ts';
import { type Controls, controls } from './controls.ts';
import { type Fault, Faults, type Matcher } from './faults.ts';
import { Gateway } from './gateway.ts';
import { Interact } from './interact.ts';
import { Interactions } from './interactions.ts';
import { type Limit, Limits } from './limits.ts';
import { Messages, type SentMessage, sentMessage } from './messages.ts';
import { type Dispatch, guildCreate, ready } from './payloads.ts';
import { findRoute } from './routes/index.ts';
import { restServer } from './server.ts';
import { snowflakes } from './snowflake.ts';
import type { RecordedRequest, State, Violation } from './state.ts';
import { World } from './world.ts';

export type { Fault, Matcher } from './faults.ts';
export type { Limit } from './limits.ts';
export type { SentMessage } from './messages.ts';
export type { Reply } from './reply.ts';
export type { RecordedRequest, Violation } from './state.ts';

export interface FakeDiscordOptions {
  /** For nonce memory, expiries and timestamps. The machine's unless given. */
  clock?: Clock;
  token?: string;
  /** 0: any free port. */
  port?: number;
  /** Milliseconds for which a nonce is remembered. Discord says "the past few minutes"; here 3 minutes. */
  nonceMemory?: number;
  /** Intents that end an IDENTIFY with 4014. */
  disallowedIntents?: number;
  /** Milliseconds between heartbeats; Discord's 41,250 unless given. */
  heartbeatInterval?: number;
  /** Milliseconds of real time after which `waitFor` and `interact` give up. */
  patience?: number;
}

/** A Discord in this process: REST, gateway, and the people who use the bot. */
export interface FakeDiscord extends Controls {
  /** For `new Client({ rest: { api } })`: ends in `/api`. */
  readonly url: string;
  readonly token: string;
  readonly applicationId: string;
  readonly botUserId: string;

  /** The next `times` (1) requests that match go wrong in this way. */
  fail(matcher: Matcher, fault: Fault, times?: number): void;
  /** The route, as the fake names it, gets buckets: `POST /channels/:channelId/messages`. `bot`: all routes together. */
  limit(route: string, limit: Limit): void;
  readonly gateway: Gateway;
  readonly interact: Interact;

  /** What the channel shows to everybody, oldest first. */
  messages(channelId: string): SentMessage[];
  readonly commands: readonly APIApplicationCommand[];
  /** Every request so far, oldest first. */
  readonly requests: readonly RecordedRequest[];
  /** How many of the requests whose path begins so Discord counts against the bot, towards its ban. */
  invalidRequests(pathBegins?: string): number;
  /** Requests that a careful bot would not have sent; most tests want none. */
  readonly violations: readonly Violation[];
  /** Resolves with the first value of `check` that is not null, undefined or false; looks at every change. */
  waitFor<T>(check: () => T | null | undefined | false, label: string): Promise<T>;
  close(): Promise<void>;
}

/** Starts on a port of its own; `close()` leaves nothing open. */
export async function startFakeDiscord(options: FakeDiscordOptions = {}): Promise<FakeDiscord> {
  const { clock = systemClock, token = 'fake.bot.token', port = 0, patience = 10_000 } = options;
  const requests: RecordedRequest[] = [];
  const violations: Violation[] = [];
  const faults = new Faults();
  const limits = new Limits(clock);
  const changes = new Changes(patience, () => history(requests, violations));
  const changed = () => changes.notify();

  const state = newState(clock, token, {
    nonceMemory: options.nonceMemory ?? 3 * MINUTE,
    gatewayUrl: () => gatewayUrl,
    tell: (dispatch) => gateway.dispatch(dispatch),
  });
  const { world, messages, commands } = state;
  const gateway = new Gateway({
    token,
    disallowedIntents: options.disallowedIntents ?? 0,
    heartbeatInterval: options.heartbeatInterval ?? 41_250,
    nextId: world.nextId,
    greeting: (sessionId) => greeting(state, sessionId),
    changed,
  });
  const server = restServer({ state, faults, limits, requests, violations, changed });
  server.on('upgrade', (request, socket, head) => gateway.upgrade(request, socket, head));
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  const { port: actualPort } = server.address() as AddressInfo;
  const gatewayUrl = `ws://127.0.0.1:${actualPort}/gateway`;

  return {
    url: `http://127.0.0.1:${actualPort}/api`,
    token,
    applicationId: state.applicationId,
    botUserId: world.bot.id,
    ...controls(state, gateway, changed),
    fail: (matcher, fault, times = 1) => faults.plan(matcher, fault, times),
    limit(route, limit) {
      const [method = '', path = ''] = route.split(' ');
      if (route === 'bot') limits.setForBot(limit);
      else if (findRoute(method, path)?.route.path === path) limits.set(route, limit);
      else throw new Error(`The fake Discord has no route ${route}`);
    },
    gateway,
    interact: new Interact(state, gateway, changes),
    messages: (channelId) => messages.inChannel(channelId).map(sentMessage),
    get commands() {
      return commands.all();
    },
    requests,
    invalidRequests: (pathBegins = '') =>
      requests.filter(({ invalid, path }) => invalid && path.startsWith(pathBegins)).length,
    violations,
    waitFor: (check, label) => changes.waitFor(check, label),
    async close() {
      changes.close();
      await gateway.stop();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

function newState(
  clock: Clock,
  token: string,
  rest: Pick<State, 'nonceMemory' | 'gatewayUrl' | 'tell'>,
): State {
  const nextId = snowflakes(clock);
  const applicationId = nextId();
  // An application made today and its bot user share one id.
  const world = new World(applicationId, nextId, () => new Date(clock.now()).toISOString());
  const messages = new Messages(clock, nextId);
  const commands = new Commands(applicationId, nextId);
  const interactions = new Interactions(clock, world, messages, applicationId);
  return { clock, token, applicationId, ...rest, world, messages, commands, interactions };
}

function greeting({ world, applicationId, gatewayUrl }: State, sessionId: string): Dispatch[] {
  const guilds = [...world.guilds.values()].map((guild) => guildCreate(world, guild));
  return [ready(world, applicationId, sessionId, gatewayUrl()), ...guilds];
}

/** The last of what happened, for the message of a wait that was given up. */
function history(requests: readonly RecordedRequest[], violations: readonly Violation[]): string {
  const last = requests
    .slice(-10)
    .map(({ method, path, status }) => `  ${method} ${path} -> ${status ?? 'nothing'}`);
  const wrong = violations.map(({ request, problems }) => `  ${request}: ${JSON.stringify(problems)}`);
  return ['Last requests:', ...last, 'Violations:', ...wrong].join('\n');
}
