/**
 * Waiting for what the bot does, without polling: every request, gateway frame and change of the world
 * calls `notify`, and each waiter looks again.
 */
export class Changes {
  readonly #waiters = new Set<{ look: () => void; stop: (reason: Error) => void }>();
  readonly #patience: number;
  readonly #describe: () => string;

  /**
   * @param patience - Milliseconds of real time after which waiting is given up. It never decides a passing test.
   * @param describe - What happened so far, for the message of a wait that was given up.
   */
  constructor(patience: number, describe: () => string) {
    this.#patience = patience;
    this.#describe = describe;
  }

  notify(): void {
    for (const { look } of [...this.#waiters]) look();
  }

  /** Resolves with the first value of `check` that is not null, undefined or false. */
  waitFor<T>(check: () => T | null | undefined | false, label: string): Promise<T> {
    return new Promise((resolve, reject) => {
      const settle = (finish: () => void) => {
        clearTimeout(timer);
        this.#waiters.delete(waiter);
        finish();
      };
      const waiter = {
        look: () => {
          try {
            const value = check();
            if (value !== null && value !== undefined && value !== false) settle(() => resolve(value));
          } catch (error) {
            settle(() => reject(error));
          }
        },
        stop: (reason: Error) => settle(() => reject(reason)),
      };
      const timer = setTimeout(() => {
        waiter.stop(new Error(`Waited ${this.#patience} ms in vain for ${label}.\n${this.#describe()}`));
      }, this.#patience);
      this.#waiters.add(waiter);
      waiter.look();
    });
  }

  /** Nobody waits beyond the end. */
  close(): void {
    for (const { stop } of [...this.#waiters]) stop(new Error('The fake Discord was closed'));
  }
}
