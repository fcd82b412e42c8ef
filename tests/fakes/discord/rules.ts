import type {
  APIApplicationCommandOption,
  APIEmbed,
  RESTPostAPIApplicationCommandsJSONBody,
  RESTPostAPIChannelMessageJSONBody,
} from 'discord.js';
import { ApplicationCommandOptionType, ApplicationCommandType, MessageFlags } from 'discord.js';
import { componentRules } from './component-rules.ts';
import { type Problem, required, tooLong } from './errors.ts';

/** What Discord refuses although its published schema allows it. Each rule reads a body that fits the schema. */
export type Rule<Body> = (body: Body) => Problem[];

const MAX_CONTENT = 2000;
const MAX_EMBED_TOTAL = 6000;
const MAX_COMMAND_TOTAL = 8000;
/** Lower case only, for commands of the `/` kind and all options. */
const COMMAND_NAME = /^[-_'\p{L}\p{N}\p{sc=Deva}\p{sc=Thai}]{1,32}$/u;

/** @see https://discord.com/developers/docs/resources/message#create-message */
export const messageRules: Rule<RESTPostAPIChannelMessageJSONBody>[] = [
  ({ content }) => ([...(content ?? '')].length > MAX_CONTENT ? [tooLong(['content'], MAX_CONTENT)] : []),
  ({ embeds }) => (embeds ?? []).flatMap(emptyParts),
  ({ embeds }) => embedTotal(embeds ?? []),
  ({ allowed_mentions: mentions }) => mixedMentions(mentions ?? {}),
  ({ flags, content, embeds }) => {
    const v2 = ((flags ?? 0) & MessageFlags.IsComponentsV2) !== 0;
    if (!v2 || !(content || embeds?.length)) return [];
    const code = 'MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2';
    return [{ path: [content ? 'content' : 'embeds'], code, message: 'Not with IS_COMPONENTS_V2' }];
  },
  ...componentRules,
];

/** @see https://discord.com/developers/docs/interactions/application-commands#application-command-object */
export const commandRules: Rule<RESTPostAPIApplicationCommandsJSONBody[]>[] = [
  (commands) => commands.flatMap((command, index) => commandProblems(command, [index])),
  (commands) =>
    duplicates(
      commands.map(({ name, type = 1 }) => `${type} ${name}`),
      [],
    ),
];

function emptyParts(embed: APIEmbed, index: number): Problem[] {
  const fields = (embed.fields ?? []).flatMap((field, at) =>
    (['name', 'value'] as const)
      .filter((key) => field[key].trim() === '')
      .map((key) => required(['embeds', index, 'fields', at, key])),
  );
  const { title, description, author, footer, image, thumbnail } = embed;
  const something = [title, description, author, footer, image, thumbnail, embed.fields?.[0]].some(Boolean);
  return something ? fields : [required(['embeds', index, 'description'])];
}

/** Titles, descriptions, fields, footers and authors of all embeds of a message together. */
function embedTotal(embeds: APIEmbed[]): Problem[] {
  const texts = embeds.flatMap(({ title, description, fields, footer, author }) => [
    title,
    description,
    footer?.text,
    author?.name,
    ...(fields ?? []).flatMap(({ name, value }) => [name, value]),
  ]);
  const total = texts.reduce((sum, text) => sum + [...(text ?? '')].length, 0);
  const message = `Embed size exceeds maximum size of ${MAX_EMBED_TOTAL}`;
  return total > MAX_EMBED_TOTAL ? [{ path: ['embeds'], code: 'MAX_EMBED_SIZE_EXCEEDED', message }] : [];
}

/** `parse: ['roles']` lets every role be pinged, `roles: [id]` only one: Discord will not guess. */
function mixedMentions(
  mentions: NonNullable<RESTPostAPIChannelMessageJSONBody['allowed_mentions']>,
): Problem[] {
  return (['users', 'roles'] as const)
    .filter((kind) => mentions[kind]?.length && mentions.parse?.some((parsed) => parsed === kind))
    .map((kind) => ({
      path: ['allowed_mentions'],
      code: 'MESSAGE_ALLOWED_MENTIONS_PARSE_EXCLUSIVE',
      message: `parse:["${kind}"] and ${kind}: [ids...] are mutually exclusive.`,
    }));
}

function commandProblems(command: RESTPostAPIApplicationCommandsJSONBody, path: Problem['path']): Problem[] {
  const { type = ApplicationCommandType.ChatInput, name } = command;
  if (type !== ApplicationCommandType.ChatInput) return [];
  const { description, options = [] } = command as {
    description?: string;
    options?: APIApplicationCommandOption[];
  };
  return [
    ...nameProblems(name, path),
    ...(description ? [] : [required([...path, 'description'])]),
    ...optionProblems(options, path),
    ...(textLength(command) > MAX_COMMAND_TOTAL
      ? [
          {
            path,
            code: 'APPLICATION_COMMAND_TOO_LARGE',
            message: `Command exceeds maximum size (${MAX_COMMAND_TOTAL})`,
          },
        ]
      : []),
  ];
}

function nameProblems(name: string, path: Problem['path']): Problem[] {
  if (COMMAND_NAME.test(name) && name === name.toLowerCase()) return [];
  const message = 'Command name is invalid';
  return [{ path: [...path, 'name'], code: 'APPLICATION_COMMAND_INVALID_NAME', message }];
}

function optionProblems(options: readonly APIApplicationCommandOption[], path: Problem['path']): Problem[] {
  const isRequired = options.map((option) => 'required' in option && option.required === true);
  const late = isRequired.findIndex((now, index) => now && isRequired.slice(0, index).includes(false));
  return [
    ...options.flatMap((option, index) => {
      const at = [...path, 'options', index];
      return [...nameProblems(option.name, at), ...optionProblems(subOptions(option), at)];
    }),
    ...duplicates(
      options.map(({ name }) => name),
      [...path, 'options'],
    ),
    ...(late === -1
      ? []
      : [
          {
            path: [...path, 'options', late],
            code: 'APPLICATION_COMMAND_OPTIONS_REQUIRED_INVALID',
            message: 'Required options must be placed before non-required options',
          },
        ]),
  ];
}

export function subOptions(option: APIApplicationCommandOption): readonly APIApplicationCommandOption[] {
  const nests =
    option.type === ApplicationCommandOptionType.Subcommand ||
    option.type === ApplicationCommandOptionType.SubcommandGroup;
  return nests ? (option.options ?? []) : [];
}

function duplicates(names: readonly string[], path: Problem['path']): Problem[] {
  const message = 'Names must be unique';
  return names.flatMap((name, index) =>
    names.indexOf(name) < index
      ? [{ path: [...path, index, 'name'], code: 'APPLICATION_COMMANDS_DUPLICATE_NAME', message }]
      : [],
  );
}

/** Names, descriptions and values, of the command, its options and their choices. */
function textLength(value: unknown): number {
  if (Array.isArray(value)) return value.reduce((sum: number, item) => sum + textLength(item), 0);
  if (typeof value !== 'object' || value === null) return 0;
  return Object.entries(value).reduce((sum, [key, part]) => {
    const counts = typeof part === 'string' && ['name', 'description', 'value'].includes(key);
    return sum + (counts ? part.length : textLength(part));
  }, 0);
}
