import { Client, Events, GatewayIntentBits, type Interaction, type TextChannel } from 'discord.js';
import { afterEach, beforeEach } from 'vitest';
import { MINUTE } from '../../../src/domain/moment.ts';
import type { Clock } from '../../../src/ops/clock.ts';
import { type FakeDiscord, type FakeDiscordOptions, startFakeDiscord } from './index.ts';

export const GUILD = '7';
export const CHANNEL = '70';
export const NONCE_MEMORY = 3 * MINUTE;
export const messagesPath = `/channels/${CHANNEL}/messages` as const;

/** A fake Discord with one guild and one channel, fresh for every test, and clients of the real discord.js. */
export interface Bench {
  readonly fake: FakeDiscord;
  /** Stands still until a test moves it. */
  readonly clock: Clock & { pass(ms: number): void };
  /** Another Discord in place of the one that is running. */
  restart(options?: FakeDiscordOptions): Promise<void>;
  /** No retries, as the bot itself uses the REST client: what Discord answers reaches the test. */
  newClient(): Client;
  loggedIn(onInteraction?: (interaction: Interaction) => Promise<unknown>): Promise<Client<true>>;
  /** The REST client without a gateway, for bodies that discord.js itself would not build. */
  rest(token?: string): Client['rest'];
}

/** For a test file: opened and closed around each of its tests. */
export function benchForEachTest(): Bench {
  let fake: FakeDiscord | undefined;
  let clock = standingClock();
  let clients: Client[] = [];
  const bench: Bench = {
    get fake() {
      if (fake === undefined) throw new Error('The fake Discord runs only within a test');
      return fake;
    },
    get clock() {
      return clock;
    },
    async restart(options = {}) {
      await fake?.close();
      fake = await startFakeDiscord({ clock, nonceMemory: NONCE_MEMORY, ...options });
      const guild = fake.guild({ id: GUILD, name: 'Antimony desk' });
      fake.channel({ guildId: guild.id, id: CHANNEL, name: 'antimony' });
    },
    newClient() {
      const rest = { api: bench.fake.url, retries: 0 };
      const client = new Client({ intents: [GatewayIntentBits.Guilds], rest });
      clients.push(client);
      return client;
    },
    loggedIn(onInteraction) {
      const client = bench.newClient();
      if (onInteraction !== undefined) client.on(Events.InteractionCreate, (use) => void onInteraction(use));
      return new Promise((resolve, reject) => {
        client.once(Events.ClientReady, resolve);
        client.login(bench.fake.token).catch(reject);
      });
    },
    rest: (token = bench.fake.token) => bench.newClient().rest.setToken(token),
  };
  beforeEach(async () => {
    clock = standingClock();
    clients = [];
    await bench.restart();
  });
  afterEach(async () => {
    await Promise.all(clients.map((client) => client.destroy()));
    await fake?.close();
    fake = undefined;
  });
  return bench;
}

export function channelOf(client: Client): TextChannel {
  return client.channels.cache.get(CHANNEL) as TextChannel;
}

function standingClock(): Clock & { pass(ms: number): void } {
  let now = Date.parse('2026-03-02T09:30:00Z');
  return {
    now: () => now,
    sleep: () => Promise.resolve(),
    pass: (ms) => {
      now += ms;
    },
  };
}
