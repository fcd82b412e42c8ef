import type { APIMessage, APIMessageTopLevelComponent } from 'discord.js';
import type { Reply } from '../../tests/fakes/discord/index.ts';
import type { Desk, Stage } from '../stage.ts';

/**
 * Presses a button by the first part of its `custom_id`; the last of several.
 * @throws where the message has no such button.
 */
export async function press(
  { discord }: Stage,
  { locale }: Desk,
  message: APIMessage | null | undefined,
  name: string,
  who: { memberPermissions?: bigint } = {},
): Promise<{ reply: Reply; label: string }> {
  const button = buttonsOf(message?.components ?? []).findLast(
    ({ customId }) => customId.split(':')[0] === name,
  );
  if (!message || !button) throw new Error(`There is no button ${name} under ${message?.content ?? 'it'}`);
  const { customId, label } = button;
  return { reply: await discord.interact.button({ message, customId, locale, ...who }), label };
}

function buttonsOf(rows: readonly APIMessageTopLevelComponent[]): { label: string; customId: string }[] {
  return rows
    .flatMap((row) => ('components' in row ? [...row.components] : []))
    .flatMap((part) =>
      'custom_id' in part && 'label' in part && part.label
        ? [{ label: part.label, customId: part.custom_id }]
        : [],
    );
}
