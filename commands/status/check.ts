import type { Line } from '../../src/discord/render/card.ts';
import { languageOf } from '../../src/discord/texts.ts';
import { readHealth } from '../../src/store/status.ts';
import type { CommandButton, CommandContext } from '../command.ts';
import { channelNames } from '../shared/channels.ts';
import { mayChangeSources } from '../shared/premises.ts';
import { changes } from '../source/change.ts';
import { texts } from '../texts/index.ts';
import { showStatus } from './show.ts';

/** Each takes as long as a website does. */
const MOST_CHECKED = 3;

/** Reads what is in trouble now, else what was read longest ago, and shows the status anew. */
export const checkNow: CommandButton = {
  configures: true,
  shows: 'in-place',

  async answer(interaction, _argument, context) {
    const language = languageOf(interaction);
    if (!mayChangeSources(interaction, context)) return { note: texts[language].source.notHere };
    const said: Line[] = [];
    for (const id of await dueFirst(context)) {
      const check = changes.check;
      if (check) said.push([await check(id, context.names.sourceName(id)[language], language, context)]);
    }
    return showStatus(interaction.guildId, channelNames(interaction), language, context, said);
  },
};

async function dueFirst({ db, clock, sources }: CommandContext): Promise<string[]> {
  const health = await readHealth(db, clock.now());
  const known = health.sources.filter(({ id }) => sources.has(id));
  const troubled = known.filter(({ state }) => state !== 'reading');
  const oldest = known.toSorted((one, other) => (one.lastReadAt ?? 0) - (other.lastReadAt ?? 0)).slice(0, 1);
  return (troubled.length > 0 ? troubled : oldest).slice(0, MOST_CHECKED).map(({ id }) => id);
}
