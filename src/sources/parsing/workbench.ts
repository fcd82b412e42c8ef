import { Worker } from 'node:worker_threads';
import { ReadFailure } from '../../domain/failure.ts';
import { SECOND } from '../../domain/moment.ts';
import type { Job, Outcome } from './protocol.ts';

export interface WorkbenchOptions {
  /** Milliseconds for one job, from when the thread is ready for it. Default 5,000. */
  deadline?: number | undefined;
  /** Milliseconds after the last job until the thread is given back. Default 20,000. */
  idle?: number | undefined;
  /** Megabytes that a job may need, beside the young generation's 16. Default 96. */
  heap?: number | undefined;
}

/** Another thread that does one job at a time, and can be stopped at any. */
export interface Workbench {
  /**
   * What came of the job. Jobs that wait behind one that is stopped are done by the next thread.
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

interface Thread {
  worker: Worker;
  isReady: boolean;
}

/** The thread is started by the first job, and again by the next one after it was stopped or given back. */
export function createWorkbench(options: WorkbenchOptions = {}): Workbench {
  const { deadline = 5 * SECOND, idle = 20 * SECOND, heap = 96 } = options;
  const line: Ticket[] = [];
  let thread: Thread | null = null;
  let current: Ticket | null = null;
  let timer: NodeJS.Timeout | undefined;
  let closed = false;

  function proceed(): void {
    if (current) return;
    current = line.shift() ?? null;
    if (current) begin(current);
    else if (thread) rest(thread);
  }

  function begin({ job }: Ticket): void {
    clearTimeout(timer);
    thread ??= start();
    thread.worker.ref();
    thread.worker.postMessage(job);
    if (thread.isReady) allowTime();
  }

  function allowTime(): void {
    timer = setTimeout(() => stop(tooSlow(nameOf(current), deadline)), deadline);
  }

  /** A thread without work keeps nobody's program from ending. */
  function rest({ worker }: Thread): void {
    worker.unref();
    timer = setTimeout(() => discard(), idle).unref();
  }

  function start(): Thread {
    const worker = new Worker(new URL('./worker.ts', import.meta.url), {
      env: {},
      execArgv: [],
      resourceLimits: { maxOldGenerationSizeMb: heap, maxYoungGenerationSizeMb: 16 },
    });
    const started: Thread = { worker, isReady: false };
    worker.on('message', (message: 'ready' | Outcome) => {
      if (thread !== started) return;
      if (message !== 'ready') return settle(message);
      started.isReady = true;
      if (current) allowTime();
    });
    worker.on('error', (error) => {
      if (thread === started) stop(failureOf(error, current));
    });
    return started;
  }

  function settle(outcome: Outcome): void {
    clearTimeout(timer);
    const done = current;
    current = null;
    done?.resolve(outcome);
    proceed();
  }

  /** Only the job that it was doing is lost with the thread. */
  function stop(reason: unknown): void {
    discard();
    const failed = current;
    current = null;
    failed?.reject(reason);
    proceed();
  }

  function discard(): Promise<unknown> | undefined {
    clearTimeout(timer);
    const stopped = thread?.worker.terminate();
    thread = null;
    return stopped;
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
      const stopped = discard();
      for (const { reject } of [...(current ? [current] : []), ...line.splice(0)]) {
        reject(new Error('The parser was closed.'));
      }
      current = null;
      await stopped;
    },
  };
}

const nameOf = (ticket: Ticket | null): string => ticket?.job.given[2] ?? 'A text';

function tooSlow(name: string, deadline: number): ReadFailure {
  return new ReadFailure('too-slow', `${name} could not be parsed within ${deadline / SECOND} s`);
}

function failureOf(error: unknown, ticket: Ticket | null): unknown {
  if (!(error instanceof Error && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY')) return error;
  return new ReadFailure('too-large', `${nameOf(ticket)} needs more memory to be parsed than any page`, {
    cause: error,
  });
}
