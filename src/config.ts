import { existsSync, readFileSync } from 'node:fs';
import { parseEnv } from 'node:util';
import { z } from 'zod';
import { markets } from './domain/subscription.ts';
import { isAllowEntry } from './fetch/guard.ts';
import { logLevels } from './ops/log.ts';

const list = (value: string) =>
  value
    .split(',')
    .map((entry) => entry.trim())
    .filter(Boolean);

const httpUrl = z.url({ protocol: /^https?$/, error: 'must be an http or https address' });

function isPlainUrl(value: string): boolean {
  const url = URL.parse(value);
  return (
    url !== null &&
    /^https?:$/.test(url.protocol) &&
    url.href.replace(/\/$/, '') === value.replace(/\/$/, '') &&
    !/[?#@]/.test(value)
  );
}

const origin = z.string().transform((value, context) => {
  const url = URL.parse(value);
  if (url && url.href === `${url.origin}/` && !value.endsWith('/')) return url.origin;
  context.addIssue(`must map origins such as https://example.org=http://127.0.0.1:8081 (has "${value}")`);
  return z.NEVER;
});

const Origins = z
  .string()
  .transform((value) => list(value).map((pair) => pair.split('=').map((side) => side.trim())))
  .pipe(z.array(z.tuple([origin, origin], { error: 'must be pairs origin=origin, separated by commas' })))
  .transform((pairs): ReadonlyMap<string, string> => new Map(pairs));

const Addresses = z
  .string()
  .transform(list)
  .pipe(
    z.array(
      z.string().refine(isAllowEntry, {
        error: (issue) => `must be IP addresses, or IP:port, separated by commas (has "${issue.input}")`,
      }),
    ),
  );

const ListenAddress = z.string().transform((value, context) => {
  const [, host, digits] = /^(?:(.+):)?(\d{1,5})$/.exec(value) ?? [];
  const port = Number(digits);
  if (port >= 1 && port <= 65_535) return { host: host?.replace(/^\[(.*)\]$/, '$1') ?? '127.0.0.1', port };
  context.addIssue(`must be a port, or host:port (is "${value}")`);
  return z.NEVER;
});

/** `2031-03-13T08:00:00Z@1763884800000*300`: what it showed, when the machine's clock showed what, its speed. */
const FastClock = z
  .string()
  .regex(/^[^@]+Z@\d+\*\d+$/, 'must be START@BEGUN*SPEED, such as 2031-03-13T08:00:00Z@1763884800000*300')
  .transform((value) => {
    const [start = '', begun, speed] = value.split(/[@*]/);
    return { start: Date.parse(start), begun: Number(begun), speed: Number(speed) };
  });

/**
 * Every setting, its default and its bounds. `.env.example` lists the same names, which a test compares.
 * An empty value counts as absent, so that a copied `.env.example` works as it is.
 */
export const Config = z
  .object({
    /** Without it everything runs and alerts are printed to the terminal. */
    DISCORD_TOKEN: z.string().min(50, 'is too short for a bot token').optional(),
    /** Another Discord, for tests. */
    DISCORD_API_URL: httpUrl.optional(),
    /** Where the database and the cache live. */
    DATA_DIR: z.string().default('data'),
    /** Ids of the Sources to read; when absent, those of the catalogue that are read by default. */
    SOURCES: z
      .string()
      .transform(list)
      .refine((ids) => ids.length > 0, 'names no source')
      .optional(),
    /**
     * Discord's ids of the servers whose managers may change what is read, which is read for all servers. When
     * absent: the bot's only server, and none once it is in several.
     */
    ADMIN_SERVERS: z
      .string()
      .transform(list)
      .pipe(
        z.array(
          z.string().regex(/^\d{17,20}$/, {
            error: (issue) => `must be ids of servers separated by commas (has "${issue.input}")`,
          }),
        ),
      )
      .optional(),
    /** Minutes between polls of one Source, instead of each Source's own. */
    POLL_MINUTES: z
      .string()
      .refine((value) => Number(value) >= 1 && Number(value) <= 1440, {
        error: (issue) => `must be 1–1440 (is "${issue.input}")`,
      })
      .transform(Number)
      .optional(),
    /** Whose absence is named in alerts printed to the terminal. */
    HOME_MARKET: z.enum(markets, { error: `must be one of ${markets.join(', ')}` }).default('US'),
    /** Said in the User-Agent, so that a ministry can reach whoever runs this. */
    CONTACT: z.string().optional(),
    /** Where monitoring may ask: a port of this machine alone, or `host:port`. Nowhere when absent. */
    METRICS_PORT: ListenAddress.optional(),
    /** Asked in place of every site that names no proxy of its own. Its value is never shown: it may hold a password. */
    PROXY: z
      .string()
      .refine((value) => /^https?:$/.test(URL.parse(value)?.protocol ?? ''), {
        error: 'must be an http or https address such as http://proxy.example:3128',
      })
      .optional(),
    LOG_LEVEL: z.enum(logLevels, { error: `must be one of ${logLevels.join(', ')}` }).default('info'),
    /** A language model that writes summaries, behind any OpenAI-compatible endpoint; without it there are none. */
    MODEL_URL: z
      .string()
      .refine(isPlainUrl, {
        error: 'must be an http or https address such as https://host.example/v1, without user or query',
        abort: true,
      })
      .optional(),
    MODEL_NAME: z.string().optional(),
    /** Sent to MODEL_URL alone. */
    MODEL_KEY: z
      .string()
      .regex(/^[\x21-\x7e]+$/, 'must be one word of ASCII')
      .optional(),
    /** For tests and demonstrations: reads an origin from another. */
    WIRE_ORIGINS: Origins.default(() => new Map()),
    /** For demonstrations: a clock that runs faster than the machine's. */
    WIRE_CLOCK: FastClock.optional(),
    /** Private addresses that may be read all the same. */
    WIRE_ALLOW_PRIVATE: Addresses.default(() => []),
  })
  .superRefine(({ MODEL_URL, MODEL_NAME, MODEL_KEY }, { addIssue }) => {
    const needs = (name: string, other: string) =>
      addIssue({ code: 'custom', path: [name], message: `needs ${other} beside it` });
    if (MODEL_URL && !MODEL_NAME) needs('MODEL_URL', 'MODEL_NAME');
    if (MODEL_NAME && !MODEL_URL) needs('MODEL_NAME', 'MODEL_URL');
    if (MODEL_KEY && !MODEL_URL && !MODEL_NAME) needs('MODEL_KEY', 'MODEL_URL');
  })
  .readonly();

/** The settings, checked. */
export type Config = z.infer<typeof Config>;

/** Settings that cannot be used. `message` is one sentence that names every bad one. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';
}

/**
 * Reads `.env` (where there is one) and the environment, which wins.
 * @throws {ConfigError} naming every bad setting; then nothing has been started.
 */
export function loadConfig(env: NodeJS.ProcessEnv, file = '.env'): Config {
  const written = existsSync(file) ? parseFile(readFileSync(file, 'utf8'), file) : {};
  return readConfig(env, { ...written }, file);
}

/** The settings in `env`, and in what `file` says where `env` does not. */
export function readConfig(env: NodeJS.ProcessEnv, written: NodeJS.ProcessEnv = {}, file = ''): Config {
  const [given, others] = [settingsIn(env), settingsIn(written)];
  const result = Config.safeParse({ ...others, ...given });
  if (result.success) return result.data;

  const faults = result.error.issues.map(({ path, message }) => {
    const name = String(path[0]);
    return { origin: name in given ? 'environment' : file, fault: `${name} ${message}` };
  });
  const parts = [...Map.groupBy(faults, ({ origin }) => origin)].map(
    ([origin, of]) => `${origin}: ${[...new Set(of.map(({ fault }) => fault))].join(', ')}`,
  );
  throw new ConfigError(`${parts.join('; ')}. Nothing was started.`);
}

const isSetting = (name: string) => Object.hasOwn(Config.unwrap().shape, name);

function settingsIn(env: NodeJS.ProcessEnv): Record<string, string | undefined> {
  return Object.fromEntries(Object.entries(env).filter(([name, value]) => isSetting(name) && value !== ''));
}

/** Stricter than Node's own reader, which passes over what it does not understand. */
function parseFile(text: string, file: string): Record<string, string | undefined> {
  const odd = text
    .split(/\r?\n/)
    .findIndex((line) => line.trim() !== '' && !/^\s*(#|(export\s+)?[A-Za-z_]\w*\s*=)/.test(line));
  if (odd >= 0)
    throw new ConfigError(`${file}: line ${odd + 1} is not of the form NAME=value. Nothing was started.`);

  const written = parseEnv(text);
  const strange = Object.keys(written).filter((name) => !isSetting(name));
  if (strange.length > 0) {
    throw new ConfigError(
      `${file}: no setting of Ministry Wire is called ${strange.join(' or ')}. Nothing was started.`,
    );
  }
  return written;
}
