import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import type { Ministry } from '../../demo/ministry/ministry.ts';
import { storyBeginsAt } from '../../demo/ministry/texts.ts';
import type { Terminal } from '../../src/cli/terminal.ts';
import { readConfig } from '../../src/config.ts';
import { type Clock, fastClock } from '../../src/ops/clock.ts';

const root = join(import.meta.dirname, '../..');
const speed = 300;

export interface Surroundings {
  /** Where `.env` is looked for, and `data` unless DATA_DIR says otherwise. */
  cwd: string;
  env?: NodeJS.ProcessEnv;
  stdin?: string;
}

export interface Ended {
  status: number | null;
  stdout: string;
  stderr: string;
}

/** A program of ours as a process of its own, started as npm starts it. */
export interface Running {
  process: ChildProcess;
  /** What it has written until now. */
  written: Pick<Ended, 'stdout' | 'stderr'>;
  ended: Promise<Ended>;
}

/** Runs `wire` with these arguments to its end. */
export function runWire(args: string[], surroundings: Surroundings): Promise<Ended> {
  return start('src/cli.ts', args, surroundings).ended;
}

/** Nothing of this process's own settings reaches the one that is started. */
export function start(file: string, args: string[], { cwd, env = {}, stdin = '' }: Surroundings): Running {
  const child = spawn(
    process.execPath,
    ['--import', join(root, 'src/node-version.mjs'), join(root, file), ...args],
    {
      cwd,
      env: { PATH: process.env.PATH, TZ: process.env.TZ, ...env },
      timeout: 60_000,
      killSignal: 'SIGKILL',
    },
  );
  const written = { stdout: '', stderr: '' };
  for (const name of ['stdout', 'stderr'] as const) {
    child[name].setEncoding('utf8').on('data', (chunk) => {
      written[name] += chunk;
    });
  }
  // A program that refuses its arguments does not wait for its input.
  child.stdin.on('error', () => undefined).end(stdin);
  const ended = once(child, 'close').then(([status]) => ({ status, ...written }));
  return { process: child, written, ended };
}

/** A folder for the length of a file of tests. */
export function openFolder(): { path: string; remove(): void } {
  const path = mkdtempSync(join(tmpdir(), 'wire-'));
  return { path, remove: () => rmSync(path, { recursive: true, force: true }) };
}

/** A clock for simulated ministries, and the setting by which a program of ours has the same. */
export function sharedClock(): { clock: Clock; WIRE_CLOCK: string } {
  const begun = Date.now();
  return {
    clock: fastClock(storyBeginsAt, speed, begun),
    WIRE_CLOCK: `${new Date(storyBeginsAt).toISOString()}@${begun}*${speed}`,
  };
}

/** The settings by which a program of ours reads simulated ministries. */
export function readingFrom(origins: Ministry['origins']): NodeJS.ProcessEnv {
  return {
    WIRE_ORIGINS: [...origins].map((pair) => pair.join('=')).join(','),
    WIRE_ALLOW_PRIVATE: '127.0.0.1',
  };
}

/** A Terminal that remembers what is written to it. */
export interface FakeTerminal extends Terminal {
  text(): string;
  /** What was written, as JSON Lines. */
  json(): Record<string, unknown>[];
}

export function fakeTerminal({
  env = {},
  input = '',
}: {
  env?: NodeJS.ProcessEnv;
  input?: string;
} = {}): FakeTerminal {
  const written: string[] = [];
  return {
    config: () => readConfig(env),
    write: (text) => written.push(text),
    input: Readable.from([Buffer.from(input)]),
    style: { colour: false, links: false },
    text: () => written.join(''),
    json: () => jsonLines(written.join('')),
  };
}

export function jsonLines(text: string): Record<string, unknown>[] {
  return text
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line));
}
