import { ComponentType } from 'discord.js';
import type { ShownForm } from '../scene.ts';
import { type Html, html } from './html.ts';

/** A form as it opens. */
export function formHtml({ done, form }: ShownForm): Html {
  return html`<div class="form"><p class="done">${done}</p><h4>${form.title}</h4>
${form.components.map((part) => {
  if (part.type === ComponentType.Label)
    return html`<label><b>${part.label}</b>${part.description && html`<small>${part.description}</small>`}
${fieldHtml(part.component)}</label>`;
  if (part.type === ComponentType.TextDisplay) return html`<p>${part.content}</p>`;
  throw new Error(`The preview shows no ${part.type} in a form`);
})}</div>
`;
}

type Label = Extract<ShownForm['form']['components'][number], { type: ComponentType.Label }>;

function fieldHtml(field: Label['component']): Html {
  if (field.type === ComponentType.TextInput)
    return html`<span class="input">${field.value ?? field.placeholder ?? ''}</span>`;
  const options = 'options' in field ? field.options : [];
  return html`<span class="input">${options.find((option) => option.default)?.label ?? ''} ▾</span>
<small>${options.map(({ label }) => label).join(' · ')}</small>`;
}
