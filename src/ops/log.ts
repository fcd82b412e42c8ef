import { type DestinationStream, type Logger, pino } from 'pino';
import pretty from 'pino-pretty';

export type Log = Logger;
export const logLevels = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;
export type LogLevel = (typeof logLevels)[number];

/**
 * One line an event, on standard error: readable in a terminal, JSON elsewhere.
 * Messages are static, what varies goes into fields; tokens are never written.
 */
export function createLog(level: LogLevel, stream: NodeJS.WriteStream = process.stderr): Log {
  const destination: DestinationStream = stream.isTTY
    ? pretty({ destination: stream, sync: true, ignore: 'pid,hostname', translateTime: 'HH:MM:ss' })
    : stream;
  const redact = {
    paths: ['token', '*.token', 'headers.authorization', '*.url'],
    censor: (value: unknown, path: string[]) => (path.at(-1) === 'url' ? withoutToken(value) : '[Redacted]'),
  };
  return pino({ level, redact }, destination);
}

/** Whoever has the address of an interaction's reply can answer in the bot's name for a quarter of an hour. */
function withoutToken(url: unknown): unknown {
  if (typeof url !== 'string') return url;
  return url.replace(/\/(interactions|webhooks)\/(\d+)\/[^/?]+/, '/$1/$2/[Redacted]');
}

/** For tests, and for whatever is run without a log. */
export const silentLog: Log = pino({ level: 'silent' });
