/** The one time limit of a request, together with everybody who may call it off. */
export interface Deadline {
  /** Aborts when the time is up, or with the reason of whoever called it off. */
  signal: AbortSignal;
  /** Lets the time run from now. */
  start(ms: number): void;
  /** Whether the time ran out, rather than somebody calling the request off. */
  passed(): boolean;
  /** To be called once the request has ended, either way. */
  release(): void;
}

/**
 * `AbortSignal.any` and `AbortSignal.timeout` would do the same, but keep their timer and all that hangs on it
 * until the time is up, long after the request, and cost as much as the request itself.
 */
export function createDeadline(stops: readonly AbortSignal[]): Deadline {
  const controller = new AbortController();
  let timer: NodeJS.Timeout | undefined;
  let passed = false;

  const stop = () => controller.abort(stops.find((signal) => signal.aborted)?.reason);
  for (const signal of stops) signal.addEventListener('abort', stop);
  if (stops.some((signal) => signal.aborted)) stop();

  return {
    signal: controller.signal,
    start(ms) {
      timer = setTimeout(() => {
        passed = true;
        controller.abort(new DOMException('The time is up.', 'TimeoutError'));
      }, ms);
    },
    passed: () => passed,
    release() {
      clearTimeout(timer);
      for (const signal of stops) signal.removeEventListener('abort', stop);
    },
  };
}

/** What the promise gives; rejects with the signal's reason if that aborts first. The work itself goes on. */
export function unlessAborted<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    const stop = () => reject(signal.reason);
    if (signal.aborted) stop();
    signal.addEventListener('abort', stop, { once: true });
    work.then(resolve, reject).finally(() => signal.removeEventListener('abort', stop));
  });
}
