import { isDeepStrictEqual } from 'node:util';
import {
  ApplicationCommandType,
  type REST,
  type RESTPostAPIChatInputApplicationCommandsJSONBody,
  Routes,
} from 'discord.js';

/**
 * Makes Discord's list of the bot's commands this one. Asking first costs a request and spares the people in
 * every server a reload of their command list at each start.
 *
 * @throws {DiscordAPIError} Discord does not take a command.
 */
export async function registerCommands(
  rest: REST,
  applicationId: string,
  commands: readonly RESTPostAPIChatInputApplicationCommandsJSONBody[],
): Promise<'unchanged' | 'registered'> {
  const route = Routes.applicationCommands(applicationId);
  const known = await rest.get(route, { query: new URLSearchParams({ with_localizations: 'true' }) });
  if (isDeepStrictEqual(comparable(known), comparable(commands))) return 'unchanged';

  await rest.put(route, { body: commands });
  return 'registered';
}

/** What is ours in a command; the rest, its id and version among it, Discord adds. */
const ours = [
  'name',
  'name_localizations',
  'description',
  'description_localizations',
  'options',
  'default_member_permissions',
  'contexts',
  'nsfw',
] as const;

/** By kind and name, since Discord lists commands in an order of its own. */
function comparable(commands: unknown): Record<string, unknown> {
  if (!Array.isArray(commands)) return {};
  return Object.fromEntries(
    commands.map((command: Record<string, unknown>) => {
      const type = command.type ?? ApplicationCommandType.ChatInput;
      const parts = Object.fromEntries(ours.map((name) => [name, command[name]]));
      return [`${type} ${command.name}`, withoutDefaults(parts)];
    }),
  );
}

/** Discord leaves out, or spells out, what is null, false or empty; either means the same. */
function withoutDefaults(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutDefaults);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).map(([name, part]) => [name, withoutDefaults(part)] as const);
  return Object.fromEntries(entries.filter(([, part]) => !isDefault(part)));
}

function isDefault(value: unknown): boolean {
  if (value === undefined || value === null || value === false) return true;
  return typeof value === 'object' && Object.keys(value).length === 0;
}
