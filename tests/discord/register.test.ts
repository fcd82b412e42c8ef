import { REST, type RESTPostAPIChatInputApplicationCommandsJSONBody } from 'discord.js';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { commands } from '../../commands/index.ts';
import { restOptions } from '../../src/discord/client.ts';
import { registerCommands } from '../../src/discord/register.ts';
import { type FakeDiscord, startFakeDiscord } from '../fakes/discord/index.ts';

let discord: FakeDiscord;
beforeEach(async () => {
  discord = await startFakeDiscord();
});
afterEach(async () => {
  await discord.close();
  expect(discord.violations).toEqual([]);
});

const bodies = commands.map(({ data }) => data.toJSON());
const register = (list: RESTPostAPIChatInputApplicationCommandsJSONBody[] = bodies) =>
  registerCommands(new REST(restOptions(discord.url)).setToken(discord.token), discord.applicationId, list);
const puts = () => discord.requests.filter(({ method }) => method === 'PUT').length;

it('registers every command once, and not again while nothing changes', async () => {
  expect(await register()).toBe('registered');
  expect(await register()).toBe('unchanged');

  expect(puts()).toBe(1);
  expect(discord.commands.map(({ name }) => name)).toEqual(commands.map(({ data }) => data.name));
});

it('does not mind in which order Discord lists them', async () => {
  await register();

  expect(await register(bodies.toReversed())).toBe('unchanged');
});

it.each<[string, (list: RESTPostAPIChatInputApplicationCommandsJSONBody[]) => void]>([
  ['a description', ([first]) => Object.assign(first ?? {}, { description: 'Something else' })],
  [
    'a translation',
    ([first]) => Object.assign(first ?? {}, { description_localizations: { 'zh-CN': '别的' } }),
  ],
  ['an option', ([first]) => first?.options?.pop()],
  ['who may use it', ([first]) => Object.assign(first ?? {}, { default_member_permissions: '8' })],
  ['a command more', (list) => list.push({ name: 'another', description: 'One more' })],
  ['a command less', (list) => list.pop()],
])('registers anew when %s changes', async (_what, change) => {
  await register();
  const changed = structuredClone(bodies);
  change(changed);

  expect(await register(changed)).toBe('registered');
  expect(await register(changed)).toBe('unchanged');
});
