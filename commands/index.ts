import { batches } from './batches.ts';
import { changed, changedTurn } from './buttons/changed.ts';
import { share } from './buttons/share.ts';
import { stories } from './buttons/stories.ts';
import { why } from './buttons/why.ts';
import { wrong, wrongForm } from './buttons/wrong.ts';
import type { Command, CommandControls } from './command.ts';
import { help } from './help.ts';
import { measures } from './measures.ts';
import { recent } from './recent.ts';
import { search } from './search.ts';
import { source } from './source.ts';
import { status } from './status.ts';
import { story } from './story.ts';
import { timeline } from './timeline.ts';
import { watch } from './watch.ts';

/** Every slash command, in the order in which Discord lists them. */
export const commands: readonly Command[] = [
  watch,
  recent,
  batches,
  measures,
  story,
  search,
  timeline,
  source,
  status,
  help,
];

/** What stands under alerts, and the button under every look-up. */
export const controls: CommandControls = {
  buttons: { why, wrong, changed, 'changed-turn': changedTurn, list: stories, share },
  forms: { wrong: wrongForm },
};
