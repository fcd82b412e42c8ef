import {
  type APIAttachment,
  type APIEmbed,
  type APIMessage,
  type APIMessageTopLevelComponent,
  ComponentType,
  MessageFlags,
} from 'discord.js';
import type { ShownMessage } from '../scene.ts';
import { type Html, html } from './html.ts';
import { markdownHtml, type Reading } from './markdown.ts';

/** A message in Discord's dark look. */
export function messageHtml(
  { message, files, to, done, replyTo, thread }: ShownMessage,
  reading: Reading,
): Html {
  return html`<article class="message${to === 'asker' ? ' private' : ''}">
${done !== null && html`<p class="done">${done}</p>`}
${thread !== null && html`<p class="thread">${threadMark[thread]}</p>`}
${replyTo && html`<p class="reply">${firstLine(replyTo)}</p>`}
<header><span class="avatar" aria-hidden="true">MW</span><b>${message.author.username}</b><span class="app">APP</span>
<span class="time">${clockTime(message)}</span>${isSilent(message) && html`<span class="silent">@silent</span>`}</header>
<div class="body">
${message.content && html`<div class="content">${markdownHtml(message.content, reading)}${edited(message)}</div>`}
${message.embeds.map((embed) => embedHtml(embed, reading))}
${message.attachments.map((attachment) => pictureHtml(attachment, files))}
${(message.components ?? []).map((row) => rowHtml(row, reading))}
${to === 'asker' && html`<p class="only-you">Only you can see this</p>`}
</div></article>
`;
}

const threadMark: Record<'forum' | 'threads', string> = {
  forum: 'in a post of its own',
  threads: 'in its thread',
};

export const isSilent = ({ flags }: Pick<APIMessage, 'flags'>): boolean =>
  ((flags ?? 0) & MessageFlags.SuppressNotifications) !== 0;

function firstLine({ content }: APIMessage): string {
  return content.split('\n')[0] ?? '';
}

function edited({ edited_timestamp }: APIMessage): Html | null {
  return edited_timestamp ? html`<span class="edited"> (edited)</span>` : null;
}

function clockTime({ timestamp }: APIMessage): string {
  return new Intl.DateTimeFormat('en-GB', { timeStyle: 'short', timeZone: 'UTC' }).format(
    Date.parse(timestamp),
  );
}

function embedHtml(
  { author, title, url, color, description, fields, footer }: APIEmbed,
  reading: Reading,
): Html {
  const stripe = `#${(color ?? 0x1e1f22).toString(16).padStart(6, '0')}`;
  const heading = title && markdownHtml(title, reading);
  return html`<section class="embed" style="border-color:${stripe}">
${author && html`<p class="author">${author.name}</p>`}
${heading && html`<h4>${url ? html`<a href="${url}">${heading}</a>` : heading}</h4>`}
${description && html`<div class="description">${markdownHtml(description, reading)}</div>`}
${fields?.map(
  ({ name, value }) => html`<div class="field"><h5>${markdownHtml(name, reading)}</h5>
<div>${markdownHtml(value, reading)}</div></div>`,
)}
${footer && html`<p class="footer">${footer.text}</p>`}
</section>
`;
}

function pictureHtml({ filename, description, size }: APIAttachment, files: ShownMessage['files']): Html {
  const bytes = files.get(filename);
  if (!bytes || !filename.endsWith('.png')) return html`<p class="file">📄 ${filename} · ${size} bytes</p>`;
  const data = Buffer.from(bytes).toString('base64');
  return html`<img class="picture" src="data:image/png;base64,${data}" alt="${description ?? ''}">`;
}

type Row = APIMessageTopLevelComponent;

function rowHtml(row: Row, reading: Reading): Html {
  if (row.type !== ComponentType.ActionRow)
    throw new Error(`The preview shows no component of type ${row.type}`);
  return html`<div class="row">${row.components.map((part) => partHtml(part, reading))}</div>`;
}

type Part = Extract<Row, { type: ComponentType.ActionRow }>['components'][number];

function partHtml(part: Part, reading: Reading): Html {
  if (part.type === ComponentType.Button) {
    const label = 'label' in part ? part.label : '';
    if ('url' in part)
      return html`<a class="button" href="${part.url}">${label}<span class="out">↗</span></a>`;
    return html`<span class="button style-${part.style}${part.disabled ? ' disabled' : ''}">${label}</span>`;
  }
  const options = 'options' in part ? part.options : [];
  const chosen = options.filter((option) => option.default).map(({ label }) => label);
  const named = 'default_values' in part ? (part.default_values ?? []) : [];
  const shown = chosen.join(', ') || named.map(({ id }) => reading.names.get(id) ?? id).join(', ');
  return html`<details class="menu"><summary>${shown || part.placeholder || ''}</summary>
<ul>${options.map(({ label, description }) => html`<li>${label}${description && html`<small>${description}</small>`}</li>`)}</ul>
</details>`;
}
