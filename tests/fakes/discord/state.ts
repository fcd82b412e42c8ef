import type { Clock } from '../../../src/ops/clock.ts';
import type { Commands } from './commands.ts';
import type { Problem } from './errors.ts';
import type { Interactions } from './interactions.ts';
import type { Messages } from './messages.ts';
import type { Dispatch } from './payloads.ts';
import type { World } from './world.ts';

/** Everything the routes read and change. */
export interface State {
  readonly clock: Clock;
  readonly token: string;
  readonly applicationId: string;
  /** How long a nonce is remembered, in milliseconds of the clock. */
  readonly nonceMemory: number;
  readonly gatewayUrl: () => string;
  /** Tells the bot over the gateway. */
  readonly tell: (dispatch: Dispatch) => void;
  readonly world: World;
  readonly messages: Messages;
  readonly commands: Commands;
  readonly interactions: Interactions;
}

/** One request as it came in. */
export interface RecordedRequest {
  method: string;
  /** Without `/api/v10` and the query: `/channels/7/messages`. */
  path: string;
  query: string;
  body: unknown;
  /** What was answered; null while there is no answer, and for ever when the connection was dropped. */
  status: number | null;
  /**
   * Discord counts it as a mistake of the bot: 401, 403, or 429 that was not shared. Ten thousand of them in ten
   * minutes bring a ban.
   * @see https://discord.com/developers/docs/topics/rate-limits#invalid-request-limit-aka-cloudflare-bans
   */
  invalid: boolean;
}

/** A request that a careful bot would not have sent. */
export interface Violation {
  request: string;
  problems: readonly Problem[];
  body: unknown;
}
