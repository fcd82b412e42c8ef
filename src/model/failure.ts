/** Why a model gave no answer. */
export type ModelFailureReason =
  | 'unreachable'
  | 'timeout'
  /** The key is not accepted, or the request is not. */
  | 'refused'
  | 'rate-limited'
  | 'server-error'
  | 'too-large'
  /** No JSON, or not of the form that was asked for. */
  | 'malformed'
  /** The program itself failed on it. */
  | 'internal';

/** A model that could not be asked, or whose answer cannot be used. `message` is one sentence, without the key. */
export class ModelFailure extends Error {
  override readonly name = 'ModelFailure';
  readonly reason: ModelFailureReason;
  /** Milliseconds it asked us to wait. */
  readonly retryAfter: number | undefined;

  constructor(
    reason: ModelFailureReason,
    message: string,
    options: { retryAfter?: number | undefined; cause?: unknown } = {},
  ) {
    super(message.replaceAll(/[\s\p{Cc}]+/gu, ' '), { cause: options.cause });
    this.reason = reason;
    this.retryAfter = options.retryAfter;
  }
}
