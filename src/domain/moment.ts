/** An instant: milliseconds since 1970-01-01T00:00Z. Names of such values end in `At`. */
export type Instant = number;

/** A calendar date, `YYYY-MM-DD`. Names of such values end in `On`. */
export type Day = string;

export const SECOND = 1000;
export const MINUTE = 60 * SECOND;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

/**
 * When something was published, as precisely as its page says and no more:
 * a date without a time is never turned into midnight.
 */
export type Moment =
  | { precision: 'date'; on: Day; at: null }
  | { precision: 'minute' | 'second'; on: Day; at: Instant };
