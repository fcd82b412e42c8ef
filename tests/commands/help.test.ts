import { Locale } from 'discord.js';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { commands } from '../../commands/index.ts';
import { texts } from '../../commands/texts/index.ts';
import { type Office, openOffice } from '../fakes/bot.ts';
import { textOf } from './support.ts';

let office: Office;
beforeEach(async () => {
  office = await openOffice();
});
afterEach(async () => {
  await office.close();
  expect(office.discord.violations).toEqual([]);
});

it.each([Locale.EnglishGB, Locale.ChineseCN])('in %s is six private lines', async (locale) => {
  const reply = await office.discord.interact.command({ name: 'help', channelId: office.channelId, locale });

  expect(reply.ephemeral).toBe(true);
  expect(textOf(reply).split('\n')).toHaveLength(6);
});

it.each(['en', 'zh'] as const)('in %s names every command but itself, and no other', (language) => {
  const said = texts[language].help.lines.map(({ what }) => what).join('\n');
  const named = [...said.matchAll(/\/([a-z]+)/g)].map(([, name]) => name);

  const all = commands.map(({ data }) => data.name).filter((name) => name !== 'help');
  expect(new Set(named)).toEqual(new Set(all));
});
