import { readFileSync, writeFileSync } from 'node:fs';
import { ReadFailure } from '../../../src/domain/failure.ts';
import type { Source } from '../../../src/domain/source.ts';
import { createFetcher } from '../../../src/fetch/client.ts';
import { robotsInMemory } from '../../../src/fetch/robots.ts';
import { systemClock } from '../../../src/ops/clock.ts';
import { effortOf } from '../../../src/ops/usage.ts';
import { readArticle } from '../../../src/sources/article.ts';
import { catalogue } from '../../../src/sources/catalogue/index.ts';
import { createParser } from '../../../src/sources/parsing/parser.ts';
import { readerOf } from '../../../src/sources/readers/index.ts';

/** A program that reads what it is sent to, and tells what that cost it. It is a process of its own, to be measured. */

export interface Order {
  url: string;
  as: Source['reader']['kind'] | 'article';
}

export interface Report {
  /** Of the failure; 'read' where there was none, the error's words where it had no name. */
  outcome: string;
  /** Milliseconds of processor time, of the process that parses as well. */
  cpu: number;
  /** Megabytes resident, at most, in the larger of the two. */
  memory: number;
}

const parser = createParser();
const fetcher = createFetcher({
  clock: systemClock,
  userAgent: 'MinistryWire/0.0 (tests)',
  allowPrivate: ['127.0.0.1'],
  spacing: 0,
  // Drips and endless streams are cut off here; thirty seconds of one would prove no more.
  timeout: 1500,
  robots: robotsInMemory(),
});

async function read({ url, as }: Order): Promise<void> {
  const kind = as === 'article' ? 'page' : as;
  const model = catalogue.find(({ reader }) => reader.kind === kind);
  if (!model) throw new Error(`the catalogue has no ${kind}`);
  const source = { ...model, url };
  if (as === 'article') await readArticle(source, url, fetcher, { parser });
  else await readerOf(source).read({ source, fetcher, parser, snapshot: null, page: 1 });
}

// As the system counts (proc(5)), which starts a new peak when told to: a sample would miss what is given back at once.
const forgetPeak = () => writeFileSync('/proc/self/clear_refs', '5');
const peakOf = (pid: number | 'self') =>
  Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) / 1000;
const children = () =>
  readFileSync(`/proc/self/task/${process.pid}/children`, 'utf8')
    .trim()
    .split(' ')
    .filter(Boolean)
    .map(Number);

/** Of this process, of those it has started, and of those that have ended. */
function effort(): number {
  const { user, system } = process.cpuUsage();
  const stat = readFileSync('/proc/self/stat', 'latin1');
  const ended = stat
    .slice(stat.lastIndexOf(')') + 2)
    .split(' ')
    .slice(13, 15)
    .map(Number);
  const running = children().map((pid) => effortOf(pid) ?? 0);
  return [(user + system) / 1000, ...ended.map((ticks) => ticks * 10), ...running].reduce(
    (sum, ms) => sum + ms,
    0,
  );
}

process.on('message', async (order: Order) => {
  // What an earlier case left behind is no part of this one.
  globalThis.gc?.();
  forgetPeak();
  const before = effort();
  const outcome = await read(order).then(
    () => 'read',
    (error: unknown) => (error instanceof ReadFailure ? error.reason : String(error)),
  );
  const report: Report = {
    outcome,
    cpu: effort() - before,
    memory: Math.max(peakOf('self'), ...children().map(peakOf)),
  };
  process.send?.(report);
});
process.send?.('ready');
