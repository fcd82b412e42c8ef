/** What makes a request conditional, as the last answer gave it. */
export interface Validators {
  etag?: string;
  lastModified?: string;
}

export interface FetchRequest {
  url: string;
  /** Makes the request a POST with a form body. */
  form?: Record<string, string>;
  headers?: Record<string, string>;
  /** From the last answer; the request becomes conditional. */
  validators?: Validators | null;
  /** Trusted above everything else: a WHATWG encoding label. */
  charset?: string | undefined;
  signal?: AbortSignal | undefined;
}

/** What every answer may say besides what was asked for. */
export interface Advice {
  /** Milliseconds for which it says it holds. */
  freshFor?: number;
  /** The address that has taken this one's place for good (301, 308), where there is one. Absolute, logical. */
  movedTo?: string;
}

export type FetchResponse =
  | (Advice & { outcome: 'not-modified'; validators: Validators })
  | (Advice & {
      outcome: 'ok';
      /** After redirects. */
      url: string;
      /** Media type in lower case, without parameters; '' when the answer names none. */
      type: string;
      /** The decoded text. */
      text: string;
      /** SHA-256 of the decoded bytes, hex. */
      hash: string;
      validators: Validators;
    });

/** A document that is no text. */
export interface Download {
  /** After redirects. */
  url: string;
  /** Media type in lower case, without parameters; '' when the answer names none. */
  type: string;
  /** Decompressed, within the cap of every body. */
  bytes: Uint8Array;
}

/**
 * The only way bytes come in from outside: guarded, capped, decoded, with one deadline, and no faster than
 * their host can bear.
 * Every failure, a status of 400 and above and a challenge page included, is a {@link ReadFailure}.
 */
export interface Fetcher {
  fetch(request: FetchRequest): Promise<FetchResponse>;
  /** The bytes as they are: for PDF and the like. Never conditional. */
  fetchBytes(request: Pick<FetchRequest, 'url' | 'headers' | 'signal'>): Promise<Download>;
  close(): Promise<void>;
}
