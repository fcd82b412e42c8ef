import { parse } from 'discord-markdown-parser';
import { MINUTE, SECOND } from '../../src/domain/moment.ts';
import { type Html, html } from './html.ts';

/** What a page knows besides the text: names by id, and what time it is. */
export interface Reading {
  names: ReadonlyMap<string, string>;
  now: number;
  /** Whose times are shown: Discord writes them as the reader does. */
  locale: 'en-GB' | 'zh-CN';
}

type Node = ReturnType<typeof parse>[number];

/** Discord's markdown as Discord shows it. */
export function markdownHtml(text: string, reading: Reading): Html[] {
  return parse(text, 'extended').map((node) => nodeHtml(node, reading));
}

/** The texts that stay when all markup has been understood: what of it is left in them is shown raw. */
export function plainTexts(text: string): string {
  const texts = (nodes: readonly Node[]): string =>
    nodes.map((node) => (Array.isArray(node.content) ? texts(node.content) : textOf(node))).join('');
  return texts(parse(text, 'extended'));
}

function textOf({ type, content, name }: Node): string {
  if (type === 'br') return '\n';
  return type === 'inlineCode' ? '' : String(content ?? name ?? '');
}

const tags: Record<string, (inner: Html[]) => Html> = {
  strong: (inner) => html`<strong>${inner}</strong>`,
  em: (inner) => html`<em>${inner}</em>`,
  underline: (inner) => html`<u>${inner}</u>`,
  strikethrough: (inner) => html`<s>${inner}</s>`,
  heading: (inner) => html`<strong class="heading">${inner}</strong>`,
  subtext: (inner) => html`<small>${inner}</small>`,
};

function nodeHtml(node: Node, reading: Reading): Html {
  const tag = tags[node.type];
  if (tag) return tag(inner(node, reading));
  switch (node.type) {
    case 'text':
      return html`${node.content}`;
    case 'br':
    case 'newline':
      return html`<br>`;
    case 'twemoji':
      return html`${node.name}`;
    case 'inlineCode':
      return html`<code>${node.content}</code>`;
    case 'link':
    case 'autolink':
    case 'url':
      return html`<a href="${node.target}">${inner(node, reading)}</a>`;
    case 'user':
    case 'role':
    case 'channel':
      return mention(String(node.id), reading);
    case 'everyone':
    case 'here':
      return html`<span class="mention">@${node.type}</span>`;
    case 'timestamp':
      return timeHtml(Number(node.timestamp) * SECOND, String(node.format ?? 'f'), reading);
    default:
      throw new Error(`The preview does not know how Discord shows ${node.type}: ${JSON.stringify(node)}`);
  }
}

function inner({ content }: Node, reading: Reading): Html[] {
  const nodes: Node[] = Array.isArray(content) ? content : [{ type: 'text', content }];
  return nodes.map((node) => nodeHtml(node, reading));
}

function mention(id: string, { names }: Reading): Html {
  return html`<span class="mention">${names.get(id) ?? `@${id}`}</span>`;
}

const formats: Record<string, Intl.DateTimeFormatOptions> = {
  f: { dateStyle: 'long', timeStyle: 'short' },
  F: { dateStyle: 'full', timeStyle: 'short' },
  d: { dateStyle: 'short' },
  D: { dateStyle: 'long' },
  t: { timeStyle: 'short' },
  T: { timeStyle: 'medium' },
};

/** Discord shows it in the reader's own zone; here that is Greenwich's. */
function timeHtml(at: number, format: string, { now, locale }: Reading): Html {
  const text =
    format === 'R'
      ? distance(at - now, locale)
      : new Intl.DateTimeFormat(locale, { ...formats[format], timeZone: 'UTC' }).format(at);
  return html`<time>${text}</time>`;
}

function distance(difference: number, locale: string): string {
  const minutes = Math.round(difference / MINUTE);
  if (minutes === 0) return new Intl.RelativeTimeFormat(locale, { numeric: 'auto' }).format(0, 'second');
  const [count, unit] =
    Math.abs(minutes) < 60
      ? ([minutes, 'minute'] as const)
      : Math.abs(minutes) < 48 * 60
        ? ([Math.round(minutes / 60), 'hour'] as const)
        : ([Math.round(minutes / 1440), 'day'] as const);
  return new Intl.RelativeTimeFormat(locale).format(count, unit);
}
