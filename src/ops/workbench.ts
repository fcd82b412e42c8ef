import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { effortOf, residentBytes } from './usage.ts';

/**
 * Another process that does one job at a time, and can be stopped at any. A thread would not do: where it runs out
 * of memory within one large allocation, or native code fails, the whole program ends.
 */
export interface Workbench<Job, Outcome> {
  /**
   * What came of the job. Jobs that wait behind one that is stopped are done by the next process.
   *
   * @param signal - Calls this job off: it rejects with the signal's reason.
   * @throws {Stopped} Where the job itself had to be stopped, or its process ended.
   */
  run(job: Job, signal?: AbortSignal): Promise<Outcome>;
  /** Jobs that are not done by then reject. */
  close(): Promise<void>;
}

export interface WorkbenchLimits {
  /** Milliseconds for one job by the clock, from when the process is ready for it; for its start as many. */
  deadline: number;
  /**
   * Milliseconds of computing for one job: a machine that is busy with other things takes no time from it. Where
   * the system does not tell, the deadline alone holds.
   */
  effort?: number;
  /** Megabytes of heap. */
  heap: number;
  /** Bytes that the process may hold in all, where the system tells: buffers, which a heap's limit leaves out. */
  memory?: number;
  /** Milliseconds after the last job until the process is ended; 0: each job has a process of its own. */
  idle: number;
}

/** A job that came to no end of its own. `ended`: its process went away, by no limit of ours. */
export class Stopped extends Error {
  override readonly name = 'Stopped';
  readonly reason: 'too-slow' | 'too-large' | 'ended';

  constructor(reason: Stopped['reason'], message: string) {
    super(message);
    this.reason = reason;
  }
}

interface Ticket<Job, Outcome> {
  job: Job;
  resolve(outcome: Outcome): void;
  reject(error: unknown): void;
}

interface Helper {
  child: ChildProcess;
  isReady: boolean;
}

const watchEvery = 50;

/**
 * The process is started by the first job, and again by the next one after it was stopped or ended.
 *
 * @param module - What it runs: it says `'ready'` once, and then one message for each that it gets.
 * @param args - What the module finds in `process.argv`.
 */
export function createWorkbench<Job, Outcome>(
  module: URL,
  {
    deadline,
    effort = Number.POSITIVE_INFINITY,
    heap,
    memory = Number.POSITIVE_INFINITY,
    idle,
  }: WorkbenchLimits,
  args: readonly string[] = [],
): Workbench<Job, Outcome> {
  const line: Ticket<Job, Outcome>[] = [];
  let helper: Helper | null = null;
  let current: Ticket<Job, Outcome> | null = null;
  let timer: NodeJS.Timeout | undefined;
  let watch: NodeJS.Timeout | undefined;
  let closed = false;

  function proceed(): void {
    if (current) return;
    current = line.shift() ?? null;
    if (current) begin(current);
    else if (helper) rest(helper);
  }

  function begin({ job }: Ticket<Job, Outcome>): void {
    clearTimeout(timer);
    helper ??= start();
    helper.child.ref();
    helper.child.channel?.ref();
    // A process that is gone says so itself.
    helper.child.send(job as object, () => undefined);
    allowTime(helper);
  }

  /** Both while it starts and for the job: what it has used to start is not the job's. */
  function allowTime({ child: { pid }, isReady }: Helper): void {
    clearTimeout(timer);
    clearInterval(watch);
    timer = setTimeout(() => stop(tooSlow()), deadline);
    if (!isReady || pid === undefined) return;
    const before = effortOf(pid) ?? 0;
    watch = setInterval(() => {
      if ((effortOf(pid) ?? 0) - before > effort) stop(tooSlow());
      else if (residentBytes(pid) > memory) stop(tooLarge());
    }, watchEvery);
  }

  /** Without work it keeps no program from ending. */
  function rest({ child }: Helper): void {
    child.unref();
    child.channel?.unref();
    timer = setTimeout(discard, idle).unref();
  }

  function start(): Helper {
    const child = fork(module, args, {
      env: {},
      execArgv: [`--max-old-space-size=${heap}`, '--max-semi-space-size=8'],
      serialization: 'advanced',
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    });
    const started: Helper = { child, isReady: false };
    child.on('message', (message) => {
      if (helper !== started) return;
      if (message !== 'ready') return settle(message as Outcome);
      started.isReady = true;
      if (current) allowTime(started);
    });
    child.on('error', (error) => {
      if (helper === started) stop(error);
    });
    child.on('exit', (code, signal) => {
      if (helper === started) stop(endOf(code, signal));
    });
    return started;
  }

  function settle(outcome: Outcome): void {
    clearTimeout(timer);
    clearInterval(watch);
    const done = current;
    current = null;
    if (idle === 0) discard();
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

  function callOff(ticket: Ticket<Job, Outcome>, reason: unknown): void {
    const place = line.indexOf(ticket);
    if (ticket === current) stop(reason);
    else if (place >= 0) {
      line.splice(place, 1);
      ticket.reject(reason);
    }
  }

  return {
    async run(job, signal) {
      if (closed) throw closedEarly();
      signal?.throwIfAborted();
      const { promise, resolve, reject } = Promise.withResolvers<Outcome>();
      const ticket = { job, resolve, reject };
      const onAbort = () => callOff(ticket, signal?.reason);
      signal?.addEventListener('abort', onAbort);
      line.push(ticket);
      proceed();
      return promise.finally(() => signal?.removeEventListener('abort', onAbort));
    },
    async close() {
      closed = true;
      const ended = helper?.child.exitCode === null ? once(helper.child, 'exit') : undefined;
      helper?.child.ref();
      discard();
      for (const { reject } of [...(current ? [current] : []), ...line.splice(0)]) reject(closedEarly());
      current = null;
      await ended;
    },
  };
}

const closedEarly = () => new Error('The process that does this work was closed.');
const tooSlow = () => new Stopped('too-slow', 'it takes too long');
const tooLarge = () => new Stopped('too-large', 'it takes too much memory');

/** V8 aborts where memory runs out, or the kernel kills; 134 is how some systems say the first. */
function endOf(code: number | null, signal: NodeJS.Signals | null): Stopped {
  if (code === 134 || signal === 'SIGABRT' || signal === 'SIGTRAP' || signal === 'SIGKILL') return tooLarge();
  return new Stopped('ended', `its process ended by itself (${signal ?? `status ${code}`})`);
}
