import { PassThrough } from 'node:stream';
import { GatewayOpcodes, InteractionResponseType, SlashCommandBuilder } from 'discord.js';
import { pino } from 'pino';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Command } from '../../commands/command.ts';
import { MINUTE, SECOND } from '../../src/domain/moment.ts';
import { type Office, openOffice } from '../fakes/bot.ts';

/*
 * People use the bot while Discord has faults of its own.
 */

let office: Office;
let lines: PassThrough;
/** What the command does before it answers. */
let work: () => Promise<unknown>;

beforeEach(async () => {
  lines = new PassThrough();
  work = () => Promise.resolve();
  const ask: Command = {
    data: new SlashCommandBuilder().setName('ask').setDescription('Asks'),
    async execute() {
      await work();
      return { note: 'answered' };
    },
  };
  office = await openOffice({}, { commands: [ask], controls: {}, log: pino({}, lines) });
});
afterEach(() => office.close());

const ask = () => office.discord.interact.command({ name: 'ask', channelId: office.channelId });
const logged = () =>
  String(lines.read() ?? '')
    .split('\n')
    .filter(Boolean)
    .map((line): { level: number; msg: string } => JSON.parse(line));
const callbacks = () => office.discord.requests.filter(({ path }) => path.endsWith('/callback'));

describe('somebody who asks while the connection', () => {
  it.each<[string, (office: Office) => void]>([
    ['is dropped', ({ discord }) => discord.gateway.drop()],
    ['is closed', ({ discord }) => discord.gateway.close(4000)],
    ['is asked to be made anew', ({ discord }) => discord.gateway.askToReconnect()],
    ['is declared invalid, but may be resumed', ({ discord }) => discord.gateway.invalidate(true)],
  ])('%s is answered, once', async (_name, lose) => {
    lose(office);

    const reply = await ask();

    const resumes = () => office.discord.gateway.count(GatewayOpcodes.Resume);
    await office.discord.waitFor(() => resumes() === 1, 'the connection to be resumed');

    expect(reply.content).toBe('answered');
    expect(callbacks()).toHaveLength(1);
    expect(logged().filter(({ level }) => level >= 50)).toEqual([]);
  });

  it('is lost for good is answered in the session after it', async () => {
    office.discord.gateway.invalidate(false);
    await office.discord.waitFor(() => office.discord.gateway.connected === 1, 'a new session');

    expect((await ask()).content).toBe('answered');
  });
});

describe('an answer that comes too late', () => {
  it.each([
    ['after three seconds', 3 * SECOND, 10062],
    ['after a quarter of an hour', 15 * MINUTE, 50027],
  ])('%s is logged once, and the bot goes on', async (_name, late, code) => {
    // Whoever defers in time has a quarter of an hour; whoever does not, three seconds.
    work = async () => {
      await new Promise(setImmediate);
      if (late > MINUTE) await office.clock.advance(2 * SECOND);
      if (late > MINUTE) await office.discord.waitFor(() => callbacks()[0]?.status === 204, 'a deferral');
      await office.clock.advance(late);
    };

    const reply = await ask();
    await office.discord.waitFor(() => reply.refused !== null, 'a refusal');
    work = () => Promise.resolve();
    const next = await ask();

    expect(reply.refused).toBe(code);
    expect(logged().map(({ level, msg }) => [level, msg])).toEqual([[40, 'interaction answered too late']]);
    expect(next.content).toBe('answered');
    expect(office.discord.messages(office.channelId)).toEqual([]);
  });

  it('because another process has answered is logged once, and its answer stands', async () => {
    work = async () => {
      const { interaction } = await office.discord.waitFor(
        () => office.discord.interact.last,
        'the interaction',
      );
      const type = InteractionResponseType.ChannelMessageWithSource;
      await fetch(`${office.discord.url}/v10/interactions/${interaction.id}/${interaction.token}/callback`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ type, data: { content: 'from elsewhere' } }),
      });
    };

    const reply = await ask();
    work = () => Promise.resolve();
    await ask();

    expect([reply.content, reply.refused]).toEqual(['from elsewhere', 40060]);
    expect(logged().map(({ msg }) => msg)).toEqual(['interaction answered too late']);
  });
});

describe('an answer that Discord does not take at first', () => {
  it('because of a limit arrives when it is over, once', async () => {
    office.discord.fail(/callback$/, { status: 429, retryAfter: 0.05 });

    expect((await ask()).content).toBe('answered');
    expect(callbacks().map(({ status }) => status)).toEqual([429, 204]);
  });

  it('because of an error is followed by an apology, with a number to name', async () => {
    office.discord.fail(/callback$/, { status: 500 });

    const reply = await ask();

    expect(reply.content).toContain(reply.interaction.id);
    expect(logged().map(({ msg }) => msg)).toEqual(['interaction failed']);
  });

  it('though it did, is not shown twice', async () => {
    office.discord.fail(/callback$/, 'accept-then-drop');

    const reply = await ask();
    await office.discord.waitFor(() => reply.refused !== null, 'the apology, refused');

    expect(reply.content).toBe('answered');
    expect(reply.followUps).toEqual([]);
  });
});
