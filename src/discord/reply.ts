import { type APIButtonComponent, ButtonStyle, ComponentType } from 'discord.js';
import { cut } from '../understand/phrases/fit.ts';
import type { ReplyBody } from './command.ts';
import type { Button, Line } from './render/card.ts';
import { type Colour, colours } from './render/colours.ts';
import { clean } from './render/escape.ts';
import { lineMarkdown, linesMarkdown } from './render/markdown.ts';

/** The answer to a look-up. Texts are plain: they are escaped when it is written. */
export interface Listing {
  title: Line;
  lines: readonly Line[];
  footer?: string;
  colour?: Colour;
  /** What can be chosen of what is listed, in a row of its own; up to five. */
  choices?: readonly Button[];
  /** In a row of its own; left out where there is nothing to choose. */
  menu?: Menu;
  /** Up to five. */
  buttons?: readonly Button[];
}

/** A list to choose one of; Discord takes 25. */
export interface Menu {
  customId: string;
  placeholder: string;
  options: readonly { label: string; value: string }[];
}

/** Discord's, in characters. */
const limits = { title: 256, description: 4096, footer: 256, label: 80, option: 100, options: 25 } as const;

/** Writes a Listing as one embed with a row of buttons, always within Discord's limits. */
export function replyOf({
  title,
  lines,
  footer,
  colour = 'blue',
  choices = [],
  menu,
  buttons = [],
}: Listing): ReplyBody {
  const embed = {
    title: lineMarkdown(title, limits.title),
    description: linesMarkdown(lines, limits.description),
    color: colours[colour],
    ...(footer ? { footer: { text: cut(clean(footer), limits.footer) } } : {}),
  };
  return { embeds: [embed], components: [...menuRows(menu), ...rowsOf([choices, buttons])] };
}

function menuRows(menu: Menu | undefined): ReplyBody['components'] {
  if (!menu || menu.options.length === 0) return [];
  // Discord refuses a value that stands twice.
  const once = new Map(menu.options.map((option) => [option.value, option]));
  const options = [...once.values()]
    .slice(0, limits.options)
    .map(({ label, value }) => ({ label: cut(clean(label), limits.option), value }));
  const select = {
    type: ComponentType.StringSelect as const,
    custom_id: menu.customId,
    placeholder: cut(menu.placeholder, limits.option),
    options,
  };
  return [{ type: ComponentType.ActionRow, components: [select] }];
}

/** Rows of buttons, those without any left out. */
export function rowsOf(rows: readonly (readonly Button[])[]): ReplyBody['components'] {
  return rows
    .filter((row) => row.length > 0)
    .map((row) => ({ type: ComponentType.ActionRow, components: row.map(buttonOf) }));
}

function buttonOf(button: Button): APIButtonComponent {
  const shared = { type: ComponentType.Button as const, label: cut(clean(button.label), limits.label) };
  return 'url' in button
    ? { ...shared, style: ButtonStyle.Link, url: button.url }
    : { ...shared, style: ButtonStyle.Secondary, custom_id: button.customId };
}
