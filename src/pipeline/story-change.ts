import type { FactChange } from '../domain/facts.ts';
import type { Joining } from '../domain/joining.ts';
import type { ItemRow, StoryRow } from '../store/schema.ts';

/** What an Item did to a Story. */
export type StoryChange =
  | { change: 'new'; story: StoryRow }
  | JoinedStory
  | RevisedStory
  /**
   * The page is gone, or says nothing on licences any more. By us: its title was told alone, and the text
   * behind it never said so.
   */
  | { change: 'withdrawn'; story: StoryRow; item: ItemRow; by: 'source' | 'us' };

/** Another page tells it. */
export interface JoinedStory {
  change: 'joined';
  story: StoryRow;
  item: ItemRow;
  /** Why it is the same thing. */
  why: Joining;
  /** What it states that was not known. */
  added: FactChange[];
  /** It answers questions about the notice, or corrects it, rather than being a copy: that is told though no fact is new. */
  isAnswer: boolean;
}

export interface RevisedStory {
  /**
   * `corrected`: a known page states facts otherwise than before. `reworded`: the same facts in other words.
   * `text-read`: the text behind a title that was told alone.
   */
  change: 'corrected' | 'reworded' | 'text-read';
  story: StoryRow;
  item: ItemRow;
  revision: number;
  /** What it changed in what was told. */
  facts: FactChange[];
}
