import {
  type APIApplicationCommand,
  type APIApplicationCommandInteractionDataOption,
  type APIApplicationCommandOption,
  ApplicationCommandOptionType as Type,
} from 'discord.js';
import { subOptions } from './rules.ts';

export type OptionValues = Record<string, string | number | boolean>;

/** Which JavaScript type a value has; ids are strings. */
const VALUE_TYPES: Partial<Record<Type, 'string' | 'number' | 'boolean'>> = {
  [Type.String]: 'string',
  [Type.Integer]: 'number',
  [Type.Boolean]: 'boolean',
  [Type.User]: 'string',
  [Type.Channel]: 'string',
  [Type.Role]: 'string',
  [Type.Mentionable]: 'string',
  [Type.Number]: 'number',
};

/** An id among the values, and what it is the id of. */
export interface Mentioned {
  kind: 'users' | 'roles' | 'channels';
  id: string;
}

const RESOLVED: Partial<Record<Type, Mentioned['kind']>> = {
  [Type.User]: 'users',
  [Type.Channel]: 'channels',
  [Type.Role]: 'roles',
};

export interface Invocation {
  subcommand?: string;
  group?: string;
  options?: OptionValues;
  /** The option being typed, for autocomplete. */
  focused?: string;
}

export interface Filled {
  options: APIApplicationCommandInteractionDataOption[];
  mentioned: Mentioned[];
}

/**
 * Fills a command in as Discord's own client would. Throws, as a mistake of the test, where the client
 * would not let a person send it: an unknown option, a missing one, a value that is not on offer.
 */
export function fillIn(command: APIApplicationCommand, invocation: Invocation): Filled {
  const { subcommand, group } = invocation;
  const steps = [group, subcommand].filter((step) => step !== undefined);
  let definitions: readonly APIApplicationCommandOption[] = command.options ?? [];
  const chosen = steps.map((step) => {
    const option = definitions.find(({ name }) => name === step);
    if (option === undefined) throw new Error(`/${command.name} has no subcommand ${step}`);
    definitions = subOptions(option);
    return option;
  });

  const filled = fillValues(`/${[command.name, ...steps].join(' ')}`, definitions, invocation);
  const options = chosen.reduceRight<APIApplicationCommandInteractionDataOption[]>(
    (inner, { name, type }) => [{ name, type, options: inner } as APIApplicationCommandInteractionDataOption],
    filled.options,
  );
  return { options, mentioned: filled.mentioned };
}

function fillValues(
  shown: string,
  definitions: readonly APIApplicationCommandOption[],
  { options: values = {}, focused }: Invocation,
): Filled {
  const missing = definitions.find((option) => isRequired(option) && !(option.name in values));
  if (missing !== undefined && focused === undefined) throw new Error(`${shown} needs ${missing.name}`);

  const filled: Filled = { options: [], mentioned: [] };
  for (const [name, value] of Object.entries(values)) {
    const definition = definitions.find((option) => option.name === name);
    if (definition === undefined) throw new Error(`${shown} has no option ${name}`);
    checkValue(shown, definition, value);
    const focus = name === focused ? { focused: true } : {};
    const option = { name, type: definition.type, value, ...focus };
    filled.options.push(option as APIApplicationCommandInteractionDataOption);
    const kind = RESOLVED[definition.type];
    if (kind !== undefined) filled.mentioned.push({ kind, id: String(value) });
  }
  return filled;
}

function isRequired(option: APIApplicationCommandOption): boolean {
  return 'required' in option && option.required === true;
}

function checkValue(shown: string, option: APIApplicationCommandOption, value: OptionValues[string]): void {
  const wanted = VALUE_TYPES[option.type];
  const offered = 'choices' in option ? option.choices?.map((choice) => choice.value) : undefined;
  if (typeof value !== wanted) {
    throw new Error(
      `${shown} ${option.name} takes a ${wanted ?? 'subcommand'}, not ${JSON.stringify(value)}`,
    );
  }
  if (offered?.length && !offered.some((choice) => choice === value)) {
    throw new Error(`${shown} ${option.name} does not offer ${JSON.stringify(value)}`);
  }
}
