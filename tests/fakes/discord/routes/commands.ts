import type { RESTPostAPIApplicationCommandsJSONBody } from 'discord.js';
import { DiscordError } from '../errors.ts';
import type { State } from '../state.ts';
import { type Call, ok, type Route } from './route.ts';

const GLOBAL = '/applications/:applicationId/commands';
const OF_GUILD = '/applications/:applicationId/guilds/:guildId/commands';

/** Registering slash commands, for everybody or for one guild. */
export const commandRoutes: Route[] = [
  { method: 'GET', path: GLOBAL, auth: 'bot', handle: (_call, { commands }) => ok(commands.list(null)) },
  {
    method: 'PUT',
    path: GLOBAL,
    auth: 'bot',
    body: 'commands',
    handle: (call, { commands }) => ok(commands.put(null, bodies(call))),
  },
  {
    method: 'GET',
    path: OF_GUILD,
    auth: 'bot',
    handle: (call, state) => ok(state.commands.list(joinedGuild(call, state))),
  },
  {
    method: 'PUT',
    path: OF_GUILD,
    auth: 'bot',
    body: 'commands',
    handle: (call, state) => ok(state.commands.put(joinedGuild(call, state), bodies(call))),
  },
];

function bodies({ json }: Call): RESTPostAPIApplicationCommandsJSONBody[] {
  return json as RESTPostAPIApplicationCommandsJSONBody[];
}

function joinedGuild(call: Call, { world }: State): string {
  const id = call.param('guildId');
  if (!world.guilds.has(id)) throw new DiscordError(50001);
  return id;
}
