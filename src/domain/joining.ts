import type { Action } from './facts.ts';
import type { Day } from './moment.ts';

/** Actions that two texts may give one thing, by what they have in common. */
export type Likeness =
  | 'granted'
  | 'imposed'
  | 'eased'
  | 'spoken'
  | 'stopped'
  | 'freed'
  | 'spoken-of-grants'
  | 'one-notice'
  | 'answers'
  | 'one-matter';

/** What two reports have in common as their subject. */
export type Shared =
  | { shared: 'notice'; notice: string }
  | {
      shared:
        | 'destinations'
        | 'nothing-named'
        | 'first-day'
        | 'family'
        | 'goods'
        | 'rare-earths'
        | 'most-goods';
    };

/**
 * Why a page belongs to a Story: the rule by which it was found, and what that rule found. It is worded where it is
 * shown, in the reader's language.
 */
export type Joining =
  | { by: 'number'; notice: string }
  | { by: 'suspension'; until: Day }
  /** The same page in another listing, or the same words on another page. */
  | { by: 'twin' }
  | { by: 'package'; notice: string; on: Day }
  /** It corrects a page of this title. */
  | { by: 'correction'; title: string }
  /** Both say that the same was done, or what is like it. */
  | { by: 'likeness'; done: Action | Likeness; subject: Shared; daysApart: number }
  /** A person put it here, for a reason in their own words. */
  | { by: 'hand'; on: Day; because: string | null }
  /** As it was kept in words, before it was kept as this. */
  | { by: 'words'; words: string };
