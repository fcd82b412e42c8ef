import {
  type Job,
  type Kind,
  type Outcome,
  type Parsing,
  perform,
  type Result,
  resultOf,
} from './protocol.ts';
import { createWorkbench, type WorkbenchOptions } from './workbench.ts';

interface ParserOptions extends WorkbenchOptions {
  /** Texts up to so many characters are parsed where they are. Default 262,144. */
  small?: number | undefined;
}

/** To be closed with the program. */
export type ClosableParser = Parsing & { close(): Promise<void> };

/**
 * The {@link Parser} of a running program. What could keep it from everything else is parsed in another process,
 * which is stopped when it takes too long or too much.
 *
 * Small texts are not sent there: parsing is linear, so that the worst 256 KB cost half a second (a test holds
 * every reader to that), an honest page is nearly always smaller, and a process at hand costs 80 MB.
 */
export function createParser({ small = 256 * 1024, ...options }: ParserOptions = {}): ClosableParser {
  const workbench = createWorkbench(options);

  async function parse<K extends Kind>(job: Job<K>): Promise<Result<K>> {
    if (job.given[0].length <= small) return perform(job);
    // What comes back is of the kind that was sent.
    return resultOf((await workbench.run(job)) as Outcome<K>);
  }

  return {
    listing: (...given) => parse({ kind: 'listing', given }),
    article: (...given) => parse({ kind: 'article', given }),
    detection: (...given) => parse({ kind: 'detection', given }),
    close: () => workbench.close(),
  };
}
