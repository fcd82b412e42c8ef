/**
 * Why a read failed, and what an admin can do about it. A failed read changes nothing:
 * "no rows" is an entry here, never "no news".
 */
export const failureAdvice = {
  challenge:
    'The site answered with a challenge page for browsers. It is not fought; reading resumes when the site relents.',
  refused: 'The site refused the request. If it lasts, ask its owner to let this address read.',
  'not-found': 'The address is gone. Look for the new one on the site and change the source.',
  'soft-404': 'The site answered with a page that is not the one asked for. Check the address.',
  'server-error': 'The site itself is in trouble. Nothing to do but wait.',
  'too-many-requests': 'The site asks for fewer requests. The bot slows down by itself.',
  robots:
    'The site asks robots not to read this address. Use another one of the site, such as its feed, or ask its owner to let MinistryWire read.',
  timeout: 'The site did not answer in time. If it lasts, check the network of this machine.',
  dns: "The name of the host is not found. Check the address for a slip, and this machine's name server.",
  unreachable: 'No connection to the site. If it lasts, check the network of this machine.',
  tls: "The site's certificate was not accepted. Its chain may need an extra certificate authority.",
  'private-address':
    'The address leads into a private network, which is never read. List it in WIRE_ALLOW_PRIVATE if it is meant.',
  'too-many-redirects': 'The site redirects in circles. Check the address.',
  'too-large': 'The answer is larger than a listing can be. Check that the address is a listing.',
  'too-deep': 'The page is nested deeper than any honest page. It is not parsed.',
  'too-slow':
    'The page takes longer to parse than any honest page. It is given up; check that the address is a listing.',
  'wrong-type':
    'The answer is not of the kind expected (an HTML page where JSON or a feed was due). Check the address and the kind of the source.',
  malformed: 'The answer could not be parsed. The site may have changed its format.',
  'unit-refused':
    'The site refused its own list request. Its parameters are looked up again at the next poll.',
  empty: 'The page was read, but held no rows. Open it: it is empty, or has been redesigned.',
  redesigned:
    'The links of the page stand elsewhere than before: it has been redesigned. Have its list found anew and change the source.',
  'page-repeats': 'The second page repeats the first, so older rows cannot be read.',
  internal:
    'The program itself failed on this page; the log says where. Please report it; it is tried again like any other failure.',
  mojibake: 'The text arrived destroyed (question marks in place of characters). It is not stored.',
} as const;

export type FailureReason = keyof typeof failureAdvice;

/** Those of a site that does not let itself be read: its articles would fail as its listing does. */
export const siteReasons = [
  'challenge',
  'refused',
  'server-error',
  'too-many-requests',
  'timeout',
  'dns',
  'unreachable',
  'tls',
] as const satisfies readonly FailureReason[];

/**
 * A read that failed for a known reason. `message` is one line saying what and where; it may quote the page, so
 * it is kept free of what a terminal would obey.
 */
export class ReadFailure extends Error {
  override readonly name = 'ReadFailure';
  readonly reason: FailureReason;
  /** HTTP status, where there was an answer. */
  readonly status: number | undefined;
  /** Milliseconds the site asked us to wait. */
  readonly retryAfter: number | undefined;

  constructor(
    reason: FailureReason,
    message: string,
    options: { status?: number; retryAfter?: number; cause?: unknown } = {},
  ) {
    super(message.replace(/[\s\p{Cc}]+/gu, ' '), { cause: options.cause });
    this.reason = reason;
    this.status = options.status;
    this.retryAfter = options.retryAfter;
  }

  get advice(): string {
    return failureAdvice[this.reason];
  }
}
