import { type APIMessage, ComponentType } from 'discord.js';
import type { Reply } from '../../tests/fakes/discord/index.ts';
import type { Desk } from '../desk.ts';
import type { Stage } from '../stage.ts';

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
  const button = partIn(message, name);
  if (!message || !button) throw new Error(`There is no button ${name} under ${message?.content ?? 'it'}`);
  const { custom_id: customId, label = '' } = button;
  return { reply: await discord.interact.button({ message, customId, locale, ...who }), label };
}

interface Part {
  custom_id: string;
  label?: string;
}

/** A button or a menu of a message by the first part of its `custom_id`; the last of several. */
export function partIn(message: APIMessage | null | undefined, name: string): Part | undefined {
  return (message?.components ?? [])
    .flatMap((row) => (row.type === ComponentType.ActionRow ? row.components : []))
    .flatMap((part) => ('custom_id' in part ? [part as Part] : []))
    .findLast((part) => part.custom_id.split(':')[0] === name);
}
