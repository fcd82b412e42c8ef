import {
  type APIActionRowComponent,
  type APIAllowedMentions,
  type APIButtonComponent,
  type APIEmbed,
  ButtonStyle,
  ComponentType,
  MessageFlags,
} from 'discord.js';
import { cut } from '../../understand/phrases/fit.ts';
import type { Button, Card } from './card.ts';
import { cardOf } from './cards.ts';
import { colours } from './colours.ts';
import { type Message, type RenderContext, settingOf } from './context.ts';
import { clean } from './escape.ts';
import { lineMarkdown, linesMarkdown } from './markdown.ts';

/** A message as Discord's API takes it, for a new message, a reply and an edit alike. */
export interface MessagePayload {
  content: string;
  embeds: APIEmbed[];
  components: APIActionRowComponent<APIButtonComponent>[];
  allowed_mentions: APIAllowedMentions;
  /** Only on what is sent silently. */
  flags?: MessageFlags;
}

/** Discord's, in characters; `content` (2000) is far away: three short lines and 60 roles. */
const limits = {
  embed: 6000,
  title: 256,
  author: 256,
  description: 4096,
  field: { name: 256, value: 1024 },
  footer: 2048,
  label: 80,
  roles: 60,
  threadName: 100,
} as const;

/** Builds the message for one Alert in one channel. Pure; always within Discord's limits. */
export function renderMessage(message: Message, context: RenderContext): MessagePayload {
  const card = cardOf(message.body, settingOf(message, context));
  const roleIds = message.roleIds.slice(0, limits.roles);
  // An edit rings nowhere and takes no flags, but keeps the role that its message named.
  const edit = message.body.kind === 'update';
  return {
    content: contentOf(card, roleIds),
    embeds: [embedOf(card)],
    components: [rowOf(card.buttons)],
    allowed_mentions: { parse: [], roles: edit ? [] : roleIds },
    ...(message.silent && !edit ? { flags: MessageFlags.SuppressNotifications } : {}),
  };
}

/** What names a thread or a forum post about it: its first push line, as plain text. */
export function titleOf(message: Message, context: RenderContext): string {
  const [first = ''] = cardOf(message.body, settingOf(message, context)).headlines;
  return plain(first, limits.threadName);
}

/** The role stands last, so that it never eats the preview. */
function contentOf(card: Card, roleIds: string[]): string {
  const mentions = roleIds.map((id) => `<@&${id}>`).join(' ');
  const lines = card.headlines.map((line) => lineMarkdown([line], 200));
  return [...lines, ...(mentions ? [mentions] : [])].join('\n');
}

/** A Card as one embed, within Discord's limits. */
export function embedOf(card: Card): APIEmbed {
  const title = lineMarkdown(card.title, limits.title);
  const author = { name: plain(card.badge, limits.author) };
  const footer = card.footer ? { footer: { text: plain(card.footer, limits.author) } } : {};
  const used = title.length + author.name.length + (footer.footer?.text.length ?? 0);
  const description = linesMarkdown(card.body, Math.min(limits.description, limits.embed - used));
  return {
    author,
    title,
    ...(card.url ? { url: card.url } : {}),
    color: colours[card.colour],
    description,
    fields: fieldsOf(card, limits.embed - used - description.length),
    ...footer,
  };
}

function fieldsOf(card: Card, room: number): { name: string; value: string }[] {
  const fields: { name: string; value: string }[] = [];
  let left = room;
  for (const { label, lines } of card.sections) {
    const name = plain(label, limits.field.name);
    const value = linesMarkdown(lines, Math.min(limits.field.value, left - name.length));
    if (!value) continue;
    fields.push({ name, value });
    left -= name.length + value.length;
  }
  return fields;
}

function rowOf(buttons: readonly Button[]): APIActionRowComponent<APIButtonComponent> {
  return {
    type: ComponentType.ActionRow,
    components: buttons.map((button) => {
      const shared = { type: ComponentType.Button as const, label: plain(button.label, limits.label) };
      return 'url' in button
        ? { ...shared, style: ButtonStyle.Link as const, url: button.url }
        : { ...shared, style: ButtonStyle.Secondary as const, custom_id: button.customId };
    }),
  };
}

/** Authors, footers and labels show markdown raw: there is nothing to escape. */
function plain(text: string, limit: number): string {
  return cut(clean(text), limit);
}
