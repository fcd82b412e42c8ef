import { type APIMessage, ComponentType, DiscordAPIError, type REST, Routes } from 'discord.js';
import { deliveryIdIn } from './render/buttons.ts';

/** The newest messages of a channel or thread. None where it is gone or closed to the bot: nobody will find one there. */
export async function recentMessages(rest: REST, channelId: string): Promise<APIMessage[]> {
  const query = new URLSearchParams({ limit: '100' });
  try {
    return (await rest.get(Routes.channelMessages(channelId), { query })) as APIMessage[];
  } catch (error) {
    if (error instanceof DiscordAPIError && [403, 404].includes(error.status)) return [];
    throw error;
  }
}

/** Whether a message is the one of a Delivery. */
export function isOurs(message: APIMessage, botUserId: string, deliveryId: string): boolean {
  return message.author.id === botUserId && deliveryIdsIn(message).includes(deliveryId);
}

/** Our messages carry their Delivery's id in buttons, which stand in rows. */
function deliveryIdsIn({ components = [] }: APIMessage): string[] {
  return components
    .flatMap((row) => (row.type === ComponentType.ActionRow ? row.components : []))
    .flatMap((part) => ('custom_id' in part ? (deliveryIdIn(part.custom_id) ?? []) : []));
}
