import { ReadFailure } from '../../domain/failure.ts';
import { SECOND } from '../../domain/moment.ts';
import { createWorkbench, Stopped, type WorkbenchLimits } from '../../ops/workbench.ts';
import {
  addressOf,
  type Job,
  type Kind,
  type Outcome,
  type Parsing,
  perform,
  type Result,
  resultOf,
} from './protocol.ts';

/** To be closed with the program. */
export type ClosableParser = Parsing & { close(): Promise<void> };

/** The heap is enough for a list of 2 MB, or a feed of 5 MB. */
const limits: WorkbenchLimits = { effort: SECOND, deadline: 10 * SECOND, idle: 20 * SECOND, heap: 64 };

/**
 * The {@link Parser} of a running program. What could keep it from everything else is parsed in another process,
 * which is stopped when it takes too long or too much.
 *
 * Small texts are not sent there: parsing is linear, so that the worst 256 KB cost half a second (a test holds
 * every reader to that), an honest page is nearly always smaller, and a process at hand costs 80 MB.
 *
 * @param small - Texts up to so many characters are parsed where they are. Default 262,144.
 */
export function createParser({
  small = 256 * 1024,
  ...others
}: Partial<WorkbenchLimits> & { small?: number } = {}): ClosableParser {
  const module = new URL('./child.ts', import.meta.url);
  const workbench = createWorkbench<Job, Outcome>(module, { ...limits, ...others });

  async function parse<K extends Kind>(job: Job<K>): Promise<Result<K>> {
    if (job.given[0].length <= small) return perform(job);
    try {
      // What comes back is of the kind that was sent.
      return resultOf((await workbench.run(job)) as Outcome<K>);
    } catch (error) {
      throw error instanceof Stopped ? stoppedAt(addressOf(job), error) : error;
    }
  }

  return {
    listing: (...given) => parse({ kind: 'listing', given }),
    article: (...given) => parse({ kind: 'article', given }),
    detection: (...given) => parse({ kind: 'detection', given }),
    close: () => workbench.close(),
  };
}

function stoppedAt(address: string, cause: Stopped): Error {
  switch (cause.reason) {
    case 'too-slow':
      return new ReadFailure('too-slow', `${address} takes longer to be parsed than any page`, { cause });
    case 'too-large':
      return new ReadFailure('too-large', `${address} needs more memory to be parsed than any page`, {
        cause,
      });
    case 'ended':
      return new Error(`${address} could not be parsed: ${cause.message}.`, { cause });
  }
}
