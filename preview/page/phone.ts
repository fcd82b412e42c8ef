import type { APIMessage } from 'discord.js';
import { type Html, html } from './html.ts';
import type { Reading } from './markdown.ts';
import { isSilent } from './message.ts';

/** How many characters of a push every phone shows. A rule of thumb. */
const SURE = 45;

/** What a locked phone shows of a message: its content alone, markdown and all. */
export function phoneHtml(message: APIMessage, channel: string, reading: Reading): Html {
  if (message.edited_timestamp) return html`<p class="quiet">An edit: no phone rings.</p>`;
  if (isSilent(message)) return html`<p class="quiet">Silent: no phone rings.</p>`;
  const [first = '', ...rest] = named(message.content, reading).split('\n');
  return html`<div class="phone"><p><b>Ministry Wire</b><i>${channel}</i><span>now</span></p>
<p><mark>${first.slice(0, SURE)}</mark>${first.slice(SURE)}</p>${rest.map((line) => html`<p>${line}</p>`)}</div>
`;
}

function named(content: string, { names }: Reading): string {
  return content.replace(/<[@#]&?(\d+)>/g, (_, id: string) => names.get(id) ?? id);
}
