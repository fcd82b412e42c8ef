import { PermissionFlagsBits, PermissionsBitField } from 'discord.js';
import { expect, it } from 'vitest';
import { inviteLink, neededPermissions } from '../../src/discord/permissions.ts';

it('invites the bot and its commands, with exactly the permissions a plain watch uses', () => {
  const link = new URL(inviteLink('1234'));

  expect(link.origin + link.pathname).toBe('https://discord.com/oauth2/authorize');
  expect(link.searchParams.get('client_id')).toBe('1234');
  expect(link.searchParams.get('scope')).toBe('bot applications.commands');
  expect(new PermissionsBitField(BigInt(link.searchParams.get('permissions') ?? 0)).toArray()).toEqual([
    'ViewChannel',
    'SendMessages',
    'EmbedLinks',
    'AttachFiles',
    'ReadMessageHistory',
  ]);
});

it('never asks for what would let it harm a server', () => {
  const asked = new PermissionsBitField(neededPermissions.map(({ flag }) => flag));

  expect(asked.has(PermissionFlagsBits.Administrator)).toBe(false);
  expect(asked.has(PermissionFlagsBits.MentionEveryone)).toBe(false);
});
