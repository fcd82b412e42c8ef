import type { PersonalNotice } from '../../domain/delivery.ts';
import type { Language, Names } from '../../domain/source.ts';
import { neededPermissions } from '../permissions.ts';
import { languagesOf } from './context.ts';
import { clean, escapeMarkdown } from './escape.ts';
import { texts } from './texts/index.ts';

/** What is known of the place that a notice is about. */
export interface ChannelState {
  server: string | null;
  /** The switches that are off there; null where the channel is gone or hidden. */
  missing: readonly Names[] | null;
}

/** The text of a direct message; both languages where the Subscription has both. */
export function personalText(notice: PersonalNotice, state: ChannelState): string {
  return languagesOf[notice.language].map((language) => textIn(language, notice, state)).join('\n\n');
}

function textIn(
  language: Language,
  { kind, channelId }: PersonalNotice,
  { server, missing }: ChannelState,
): string {
  const { place, parked, hidden, unclear, mend, waiting, roleGone, separator, ...said } =
    texts[language].personal;
  const where = place(channelId, server && escapeMarkdown(clean(server)));
  if (kind === 'role-gone') return roleGone(where);

  const bold = (names: readonly Names[]) => names.map((name) => `**${name[language]}**`).join(separator);
  const all = neededPermissions.map(({ name }) => name);
  const why =
    missing === null
      ? hidden(bold(all.slice(0, 1)))
      : missing.length > 0
        ? said.missing(bold(missing))
        : unclear(bold(all));
  return [parked(where), why, mend, waiting].join('\n');
}
