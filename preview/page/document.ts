import { readFileSync } from 'node:fs';
import { commands } from '../../commands/index.ts';
import type { Language } from '../../src/domain/source.ts';
import type { MessageLanguage } from '../../src/domain/subscription.ts';
import type { Played, PlayedScene, PlayedSection } from '../build.ts';
import type { Column, Shown, ShownChoices } from '../scene.ts';
import { commandsHtml } from './commands.ts';
import { formHtml } from './form.ts';
import { type Html, html, raw } from './html.ts';
import type { Reading } from './markdown.ts';
import { messageHtml } from './message.ts';
import { phoneHtml } from './phone.ts';

const style = readFileSync(new URL('style.css', import.meta.url), 'utf8');

/** One page of everything, which needs nothing else: no script, no font, no network. */
export function documentHtml(played: Played): string {
  const reading: Reading = { names: played.names, now: played.now, locale: 'en-GB' };
  const page = html`<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>Ministry Wire: what people see</title><style>${raw(style)}</style></head><body>
<header class="top"><h1>What people see</h1>
<p>Every message and reply, made by the real bot of invented news, in Discord's look. Times are Greenwich's.</p>
<nav>${played.sections.map(contentsHtml)}<details><summary>Commands</summary><a href="#commands">As Discord lists them</a></details></nav></header>
<main>${played.sections.map((section) => sectionHtml(section, reading))}
<section id="commands"><h2>Commands, as Discord lists them</h2>${commandsHtml(commands.map(({ data }) => data.toJSON()))}</section>
</main></body></html>
`;
  return page.html;
}

function contentsHtml({ title, scenes }: PlayedSection): Html {
  const links = scenes.map((scene) => html`<a href="#${scene.id}">${scene.title}</a>`);
  return html`<details><summary>${title} · ${scenes.length}</summary>${links}</details>`;
}

function sectionHtml({ id, title, scenes }: PlayedSection, reading: Reading): Html {
  return html`<section id="${id}"><h2>${title}</h2>${scenes.map((scene) => sceneHtml(scene, reading))}</section>
`;
}

function sceneHtml({ id, title, note, columns }: PlayedScene, reading: Reading): Html {
  return html`<section class="scene" id="${id}"><h3><a href="#${id}">${title}</a></h3>${note && html`<p class="note">${note}</p>`}
<div class="columns">${columns.map((column) => columnHtml(id, column, reading))}</div></section>
`;
}

const languageNames: Record<MessageLanguage, string> = { both: 'English + 中文', en: 'English', zh: '中文' };
const langs: Record<MessageLanguage, Language> = { both: 'en', en: 'en', zh: 'zh' };

function columnHtml(scene: string, { language, shown }: Column, reading: Reading): Html {
  return html`<div class="column" id="${scene}-${language}" lang="${langs[language]}"><h6>${languageNames[language]}</h6>
${shown.map((each) => shownHtml(each, language === 'zh' ? { ...reading, locale: 'zh-CN' } : reading))}</div>`;
}

function shownHtml(shown: Shown, reading: Reading): Html {
  if (shown.kind === 'choices') return choicesHtml(shown);
  if (shown.kind === 'form') return formHtml(shown);
  const { message, done } = shown;
  const channel = reading.names.get(message.channel_id) ?? '';
  return html`${done === null && phoneHtml(message, channel, reading)}${messageHtml(shown, reading)}`;
}

function choicesHtml({ done, choices }: ShownChoices): Html {
  return html`<div class="typing"><p class="done">${done}</p><ul>${choices.map(({ name }) => html`<li>${name}</li>`)}</ul></div>`;
}
