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
import { settings } from './settings.ts';
import { source } from './source.ts';
import { status } from './status.ts';
import { story } from './story.ts';
import { timeline } from './timeline.ts';
import { watch } from './watch.ts';

/** For those whom a server lets ask; whether the silence can be trusted, and what there is, everybody may know. */
const lookUps = [recent, batches, measures, story, search, timeline].map(
  (command): Command => ({ ...command, looksUp: true }),
);

/** Every slash command, in the order in which Discord lists them. */
export const commands: readonly Command[] = [watch, ...lookUps, source, settings, status, help];

/** What stands under alerts, and the button under every look-up. */
export const controls: CommandControls = {
  buttons: { why, wrong, changed, 'changed-turn': changedTurn, list: stories, share },
  forms: { wrong: wrongForm },
};
