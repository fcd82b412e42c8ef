import type { Button, Line } from '../../src/discord/render/card.ts';
import type { Language } from '../../src/domain/source.ts';
import { archiveSince } from '../../src/store/lookups.ts';
import { readHealth } from '../../src/store/status.ts';
import { dayText } from '../../src/understand/phrases/days.ts';
import type { CommandContext } from '../command.ts';
import { texts } from '../texts/index.ts';

/** What every look-up ends with: how far back it looked, and how fresh that is. */
export async function footing({ db, clock }: CommandContext, language: Language): Promise<Line> {
  const { archive, lastRead, never } = texts[language];
  const since = await archiveSince(db);
  const { lastReadAt } = await readHealth(db, clock.now());
  return [
    `${since ? `${archive(dayText(since, language, 'short'))} · ` : ''}${lastRead} `,
    lastReadAt === null ? never : { at: lastReadAt, as: 'ago' },
  ];
}

/** Shows a private answer to everybody in the channel. */
export function shareButton(language: Language): Button {
  return { label: texts[language].shareHere, customId: 'share:' };
}
