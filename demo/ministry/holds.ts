/** A request that is to be kept waiting. */
export interface Hold {
  /** Resolves when the request has come in; it is answered only after `release`. */
  arrived: Promise<void>;
  /** Lets the request go on, or cancels the hold when none has come yet. */
  release(): void;
}

interface Waiting {
  pattern: RegExp;
  arrive(): void;
  released: Promise<void>;
}

/** The requests to hold open, each pattern for one request. */
export class Holds {
  #waiting: Waiting[] = [];
  readonly #releases = new Set<() => void>();

  add(pattern: RegExp): Hold {
    const arrival = Promise.withResolvers<void>();
    const release = Promise.withResolvers<void>();
    const waiting = { pattern, arrive: arrival.resolve, released: release.promise };
    this.#waiting.push(waiting);
    const letGo = () => {
      this.#waiting = this.#waiting.filter((other) => other !== waiting);
      this.#releases.delete(letGo);
      release.resolve();
    };
    this.#releases.add(letGo);
    return { arrived: arrival.promise, release: letGo };
  }

  /** Resolves at once where no hold matches; else when the hold is released or the client is gone. */
  async pass(url: string, gone: Promise<unknown>): Promise<void> {
    const held = this.#waiting.find(({ pattern }) => url.search(pattern) >= 0);
    if (!held) return;
    this.#waiting = this.#waiting.filter((other) => other !== held);
    held.arrive();
    await Promise.race([held.released, gone]);
  }

  releaseAll(): void {
    for (const letGo of this.#releases) letGo();
  }
}
