import {
  type APIApplicationCommandOption,
  ApplicationCommandOptionType,
  type RESTPostAPIChatInputApplicationCommandsJSONBody,
} from 'discord.js';
import { type Html, html } from './html.ts';

/** The slash commands as Discord's menu lists them, in every language that they are described in. */
export function commandsHtml(commands: readonly RESTPostAPIChatInputApplicationCommandsJSONBody[]): Html {
  return html`${commands.map(
    (command) => html`<div class="command" id="command-${command.name}">
<h4>/${command.name}</h4>${described(command)}
${(command.options ?? []).map((option) => optionHtml(option))}</div>
`,
  )}`;
}

function optionHtml(option: APIApplicationCommandOption): Html {
  const inside = 'options' in option ? (option.options ?? []) : [];
  const choices = 'choices' in option ? (option.choices ?? []) : [];
  const nests = option.type === ApplicationCommandOptionType.Subcommand;
  return html`<div class="option"><b>${option.name}</b>${'required' in option && option.required && ' *'}
${described(option)}
${choices.length > 0 && html`<p class="choices">${choices.map(({ name, name_localizations }) => `${name} (${name_localizations?.['zh-CN'] ?? name})`).join(' · ')}</p>`}
${nests && inside.map((each) => optionHtml(each))}</div>
`;
}

type Described = Pick<
  RESTPostAPIChatInputApplicationCommandsJSONBody,
  'description' | 'description_localizations'
>;

function described({ description, description_localizations: others }: Described): Html {
  const chinese = [others?.['zh-CN'], others?.['zh-TW']];
  return html`<p>${[description, ...chinese].map((text) => html`<span>${text ?? '–'}</span>`)}</p>`;
}
