/**
 * Discord's error answers: HTTP status and words by JSON code.
 * @see https://discord.com/developers/docs/topics/opcodes-and-status-codes#json
 */
const ERRORS = {
  10003: [404, 'Unknown Channel'],
  10008: [404, 'Unknown Message'],
  10013: [404, 'Unknown User'],
  10015: [404, 'Unknown Webhook'],
  10062: [404, 'Unknown interaction'],
  40058: [400, 'Cannot send a message in a forum channel'],
  40060: [400, 'Interaction has already been acknowledged.'],
  40067: [400, 'A tag is required to create a forum post in this channel'],
  50001: [403, 'Missing Access'],
  50003: [403, 'Cannot execute action on a DM channel'],
  50005: [403, 'Cannot edit a message authored by another user'],
  50006: [400, 'Cannot send an empty message'],
  50007: [403, 'Cannot send messages to this user'],
  50013: [403, 'Missing Permissions'],
  50024: [400, 'Cannot execute action on this channel type'],
  50027: [401, 'Invalid Webhook Token'],
  50035: [400, 'Invalid Form Body'],
  50083: [400, 'Thread is archived'],
  160002: [400, 'Cannot reply without permission to read message history'],
  160004: [400, 'A thread has already been created for this message'],
  160005: [400, 'Thread is locked'],
} as const satisfies Record<number, readonly [status: number, message: string]>;

export type ErrorCode = keyof typeof ERRORS;

/** One thing wrong with a request body: where, and what, in Discord's words where they are known. */
export interface Problem {
  path: readonly (string | number)[];
  code: string;
  message: string;
}

/** Discord's words for the two commonest problems. */
export const required = (path: Problem['path']): Problem => ({
  path,
  code: 'BASE_TYPE_REQUIRED',
  message: 'This field is required',
});
export const tooLong = (path: Problem['path'], limit: number): Problem => ({
  path,
  code: 'BASE_TYPE_MAX_LENGTH',
  message: `Must be ${limit} or fewer in length.`,
});

/** An answer that is not a success. Thrown by routes, written by the server. */
export class DiscordError extends Error {
  override readonly name = 'DiscordError';
  readonly code: ErrorCode;
  readonly status: number;
  readonly problems: readonly Problem[];
  /** The body alone shows it to be wrong, so a careful bot never sends it. */
  readonly avoidable: boolean;

  constructor(code: ErrorCode, problems: readonly Problem[] = [], avoidable = false) {
    super(ERRORS[code][1]);
    this.code = code;
    this.status = ERRORS[code][0];
    this.problems = problems;
    this.avoidable = avoidable;
  }

  /** `{code, message, errors: {embeds: {0: {title: {_errors: [{code, message}]}}}}}` */
  toJSON(): object {
    const { code, message, problems } = this;
    return problems.length === 0 ? { code, message } : { code, message, errors: nest(problems) };
  }
}

interface ErrorTree {
  [key: string]: ErrorTree | { code: string; message: string }[];
}

function nest(problems: readonly Problem[]): ErrorTree {
  const root: ErrorTree = {};
  for (const { path, code, message } of problems) {
    let node = root;
    for (const step of path) {
      const next = node[step];
      const child: ErrorTree = next === undefined || Array.isArray(next) ? {} : next;
      node[step] = child;
      node = child;
    }
    const errors = node._errors;
    node._errors = [...(Array.isArray(errors) ? errors : []), { code, message }];
  }
  return root;
}
