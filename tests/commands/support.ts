import type { APIMessage, APIMessageTopLevelComponent, APISelectMenuComponent } from 'discord.js';
import { expect } from 'vitest';
import { discordMessenger } from '../../src/discord/messenger.ts';
import type { AlertBody } from '../../src/domain/alert.ts';
import { varnianNames } from '../fakes/archive.ts';
import { NOW, type Office } from '../fakes/bot.ts';
import type { Reply } from '../fakes/discord/index.ts';

/** Sends an Alert as the outbox does, and returns the message. */
export async function send(office: Office, deliveryId: string, body: AlertBody) {
  const { channelId, archive, client } = office;
  await archive.delivery(deliveryId, channelId, body, { at: NOW });
  const messenger = discordMessenger({ rest: client.rest, botUserId: client.user.id, context: varnianNames });
  const outcome = await messenger.deliver({
    deliveryId,
    nonce: `nonce-${deliveryId}`,
    channelId,
    operation: 'send',
    targetMessageId: null,
    body,
    roleIds: [],
    silent: false,
    language: 'en',
    market: 'US',
  });
  expect(outcome.outcome).toBe('sent');
  return { message: office.discord.messages(channelId).at(-1) ?? null };
}

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

/** The menu that says this while nothing is chosen, ready to be used. Throws where there is none. */
export function selectable(
  reply: Pick<Reply, 'message'>,
  placeholder: string,
): { message: APIMessage; customId: string; menu: APISelectMenuComponent } {
  const { message } = reply;
  const menu = menusOf(message?.components ?? []).find((each) => each.placeholder === placeholder);
  if (!message || !menu)
    throw new Error(`No menu "${placeholder}" under ${JSON.stringify(message?.components)}`);
  return { message, customId: menu.custom_id, menu };
}

/** What the menus under a reply say while nothing is chosen. */
export function menus(reply: Pick<Reply, 'message'>): string[] {
  return menusOf(reply.message?.components ?? []).flatMap(({ placeholder }) => placeholder ?? []);
}

function menusOf(rows: readonly APIMessageTopLevelComponent[]): APISelectMenuComponent[] {
  return rows
    .flatMap((row) => ('components' in row ? [...row.components] : []))
    .flatMap((part) => ('placeholder' in part ? [part as APISelectMenuComponent] : []));
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
