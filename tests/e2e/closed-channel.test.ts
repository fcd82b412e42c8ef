import { PermissionFlagsBits as P } from 'discord.js';
import { expect, it } from 'vitest';
import { story } from '../../demo/ministry/texts.ts';
import { startProgram, timeout } from './program.ts';

const everything = P.ViewChannel | P.SendMessages | P.EmbedLinks | P.AttachFiles | P.ReadMessageHistory;

it(
  'tells who made a watch that its channel is closed, and what waited once it is open again',
  async () => {
    const program = await startProgram();
    const { discord, ministry, channelId, guildId } = program;
    const userId = discord.member({ guildId, name: 'ada' }).user.id;
    await program.ready();
    const who = { userId, memberPermissions: P.ManageGuild };
    await discord.interact.command({ name: 'watch', subcommand: 'add', channelId, ...who });
    await program.read();

    discord.setPermissions(channelId, everything & ~P.EmbedLinks);
    ministry.publish('spokesperson', story.approval.post);
    const dm = discord.dmChannel(userId);
    await discord.waitFor(() => discord.messages(dm).length > 0, 'a direct message');
    const [notice] = discord.messages(dm);
    expect(notice?.content).toContain(`<#${channelId}> (Desk)`);
    expect(notice?.content).toContain('Missing there: **Embed Links**.');
    expect(discord.invalidRequests(`/channels/${channelId}`)).toBe(1);

    discord.setPermissions(channelId, everything);
    const alert = () => discord.messages(channelId).find(({ content }) => content.includes('rare-earth'));
    await discord.waitFor(alert, 'the alert');
    expect(discord.messages(dm)).toHaveLength(1);
    expect(discord.invalidRequests(`/channels/${channelId}`)).toBe(1);
  },
  timeout,
);
