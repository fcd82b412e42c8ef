import { type ChildProcess, fork } from 'node:child_process';
import { ReadFailure } from '../../domain/failure.ts';
import { SECOND } from '../../domain/moment.ts';
import { watchEffort } from './effort.ts';
import { addressOf, type Job, type Outcome } from './protocol.ts';

export interface WorkbenchOptions {
  /**
   * Milliseconds of computing for one job: a machine that is busy with other things takes no time from it.
   * Where the system does not tell, the deadline alone holds. Default 1,000.
   */
  effort?: number | undefined;
  /** Milliseconds for one job by the clock, from when the process is ready for it. Default 10,000. */
  deadline?: number | undefined;
  /** Milliseconds after the last job until the process is ended. Default 20,000. */
  idle?: number | undefined;
  /** Megabytes of heap. Default 64: a list of 2 MB, a feed of 5 MB. */
  heap?: number | undefined;
}

/**
 * Another process that does one job at a time, and can be stopped at any. A thread would not do: where it
 * runs out of memory within one large allocation, V8 ends the whole program.
 */
export interface Workbench {
  /**
   * What came of the job. Jobs that wait behind one that is stopped are done by the next process.
   * @throws {ReadFailure} 'too-slow' and 'too-large' where the job itself had to be stopped.
   */
  run(job: Job): Promise<Outcome>;
  /** Jobs that are not done by then reject. */
  close(): Promise<void>;
}

interface Ticket {
  job: Job;
  resolve(outcome: Outcome): void;
  reject(error: unknown): void;
}

interface Helper {
  child: ChildProcess;
  isReady: boolean;
}

/** The process is started by the first job, and again by the next one after it was stopped or ended. */
export function createWorkbench(options: WorkbenchOptions = {}): Workbench {
  const { effort = SECOND, deadline = 10 * SECOND, idle = 20 * SECOND, heap = 64 } = options;
  const line: Ticket[] = [];
  let helper: Helper | null = null;
  let current: Ticket | null = null;
  let timer: NodeJS.Timeout | undefined;
  let watch: NodeJS.Timeout | undefined;
  let closed = false;

  function proceed(): void {
    if (current) return;
    current = line.shift() ?? null;
    if (current) begin(current);
    else if (helper) rest(helper);
  }

  function begin({ job }: Ticket): void {
    clearTimeout(timer);
    helper ??= start();
    helper.child.ref();
    helper.child.channel?.ref();
    // A process that is gone says so itself.
    helper.child.send(job, () => undefined);
    if (helper.isReady) allowTime(helper);
  }

  function allowTime({ child }: Helper): void {
    const ticket = current;
    const giveUp = () => {
      if (current === ticket) stop(tooSlow(ticket));
    };
    timer = setTimeout(giveUp, deadline);
    watch = watchEffort(child.pid, effort, giveUp);
  }

  /** Without work it keeps no program from ending. */
  function rest({ child }: Helper): void {
    child.unref();
    child.channel?.unref();
    timer = setTimeout(discard, idle).unref();
  }

  function start(): Helper {
    const child = fork(new URL('./child.ts', import.meta.url), {
      env: {},
      execArgv: [`--max-old-space-size=${heap}`, '--max-semi-space-size=8'],
      serialization: 'advanced',
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    });
    const started: Helper = { child, isReady: false };
    child.on('message', (message: 'ready' | Outcome) => {
      if (helper !== started) return;
      if (message !== 'ready') return settle(message);
      started.isReady = true;
      if (current) allowTime(started);
    });
    child.on('error', (error) => {
      if (helper === started) stop(error);
    });
    child.on('exit', (code, signal) => {
      if (helper === started) stop(endOf(current, code, signal));
    });
    return started;
  }

  function settle(outcome: Outcome): void {
    clearTimeout(timer);
    clearInterval(watch);
    const done = current;
    current = null;
    done?.resolve(outcome);
    proceed();
  }

  /** Only the job that it was doing is lost with the process. */
  function stop(reason: unknown): void {
    discard();
    const failed = current;
    current = null;
    failed?.reject(reason);
    proceed();
  }

  function discard(): void {
    clearTimeout(timer);
    clearInterval(watch);
    helper?.child.kill('SIGKILL');
    helper = null;
  }

  return {
    run(job) {
      if (closed) return Promise.reject(new Error('The parser was closed.'));
      return new Promise((resolve, reject) => {
        line.push({ job, resolve, reject });
        proceed();
      });
    },
    async close() {
      closed = true;
      const ended = helper && helper.child.exitCode === null ? once(helper.child) : undefined;
      discard();
      for (const { reject } of [...(current ? [current] : []), ...line.splice(0)]) {
        reject(new Error('The parser was closed.'));
      }
      current = null;
      await ended;
    },
  };
}

function once(child: ChildProcess): Promise<void> {
  return new Promise((resolve) => child.once('exit', () => resolve()));
}

const nameOf = (ticket: Ticket | null): string => (ticket ? addressOf(ticket.job) : 'A text');

function tooSlow(ticket: Ticket | null): ReadFailure {
  return new ReadFailure('too-slow', `${nameOf(ticket)} takes longer to be parsed than any page`);
}

/** V8 aborts where memory runs out; 134 is how some systems say it. */
function endOf(ticket: Ticket | null, code: number | null, signal: NodeJS.Signals | null): Error {
  if (signal === 'SIGABRT' || signal === 'SIGTRAP' || code === 134) {
    return new ReadFailure('too-large', `${nameOf(ticket)} needs more memory to be parsed than any page`);
  }
  return new Error(`The process that parses ended by itself (${signal ?? `status ${code}`}).`);
}
