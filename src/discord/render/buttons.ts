import type { Button } from './card.ts';

/** What a pressed button asks for; every message carries at least one of them. */
const buttonNames = ['why', 'list', 'status'] as const;
type ButtonName = (typeof buttonNames)[number];

/** `why:<deliveryId>`; Discord takes 100 characters. */
export function customId(button: ButtonName, deliveryId: string): string {
  return `${button}:${deliveryId}`;
}

/**
 * What a custom_id of ours asks for, and of which Delivery. Null: not one of these. The id is also how
 * a message of an unknown outcome is found again among a channel's recent ones.
 */
export function pressed(id: string): { button: ButtonName; deliveryId: string } | null {
  const [, name, deliveryId] = /^([a-z]+):(.+)$/su.exec(id) ?? [];
  const button = buttonNames.find((known) => known === name);
  return button && deliveryId ? { button, deliveryId } : null;
}

/** The Delivery whose message a button belongs to; null when the custom_id is none of ours. */
export function deliveryIdIn(id: string): string | null {
  return pressed(id)?.deliveryId ?? null;
}

/** Discord takes 512 characters for a button's address; without a usable one there is no button. */
export function linkButton(label: string, url: string | null): Button[] {
  return url ? [{ label, url }] : [];
}
