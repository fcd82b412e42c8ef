import type { APIMessage, APIMessageTopLevelComponent } from 'discord.js';
import type { Reply } from '../fakes/discord/index.ts';

/** The button with this label under a reply, ready to be pressed. Throws where there is none. */
export function pressable(
  reply: Pick<Reply, 'message'>,
  label: string,
): { message: APIMessage; customId: string } {
  const { message } = reply;
  const button = buttonsOf(message?.components ?? []).find((each) => each.label === label);
  if (!message || !button)
    throw new Error(`No button "${label}" under ${JSON.stringify(message?.components)}`);
  return { message, customId: button.customId };
}

export function labels(reply: Pick<Reply, 'message'>): string[] {
  return buttonsOf(reply.message?.components ?? []).map(({ label }) => label);
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

/** What the one embed of a reply says. */
export function textOf(reply: Pick<Reply, 'message'>): string {
  return reply.message?.embeds[0]?.description ?? '';
}

export function titleOf(reply: Pick<Reply, 'message'>): string {
  return reply.message?.embeds[0]?.title ?? '';
}
