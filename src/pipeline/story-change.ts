import type { FactChange } from '../domain/facts.ts';
import type { ItemRow, StoryRow } from '../store/schema.ts';

/** What an Item did to a Story. */
export type StoryChange =
  | { change: 'new'; story: StoryRow }
  /** Another copy of what is known; `added` are facts it states that were not known. */
  | { change: 'joined'; story: StoryRow; item: ItemRow; added: FactChange[]; isAnswer: boolean }
  | RevisedStory
  /** The page is gone, or says nothing on licences any more. */
  | { change: 'withdrawn'; story: StoryRow; item: ItemRow };

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
