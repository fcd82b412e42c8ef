import { Events, GatewayIntentBits, GatewayOpcodes, PermissionFlagsBits as P } from 'discord.js';
import { describe, expect, it } from 'vitest';
import { benchForEachTest, CHANNEL, channelOf } from './support.ts';

const bench = benchForEachTest();
const ONLY_WRITING = P.ViewChannel | P.SendMessages;

describe('the gateway', () => {
  it('lets a client log in and shows it the guild, the channel and what the bot may do there', async () => {
    bench.fake.setPermissions(CHANNEL, ONLY_WRITING);

    const client = await bench.loggedIn();

    expect(client.user.id).toBe(bench.fake.botUserId);
    expect(client.application.id).toBe(bench.fake.applicationId);
    expect(client.guilds.cache.map(({ name }) => name)).toEqual(['Antimony desk']);
    expect(channelOf(client).permissionsFor(client.user)?.bitfield).toBe(ONLY_WRITING);
  });

  it('tells a connected client of a changed permission, a new role and a channel that is gone', async () => {
    const client = await bench.loggedIn();

    bench.fake.setPermissions(CHANNEL, P.ViewChannel);
    bench.fake.role({ guildId: '7', id: '71', name: 'smelters' });
    bench.fake.deleteChannel(CHANNEL);
    await new Promise((resolve) => client.once(Events.ChannelDelete, resolve));

    expect(client.guilds.cache.get('7')?.roles.cache.get('71')?.name).toBe('smelters');
    expect(client.channels.cache.has(CHANNEL)).toBe(false);
  });

  it('tells a client that it was thrown out of a guild', async () => {
    const client = await bench.loggedIn();
    const left = new Promise((resolve) => client.once(Events.GuildDelete, ({ id }) => resolve(id)));

    bench.fake.removeGuild('7');

    expect(await left).toBe('7');
  });

  it('answers heartbeats, so that the client measures a ping', async () => {
    await bench.restart({ heartbeatInterval: 20 });

    const client = await bench.loggedIn();
    await bench.fake.waitFor(() => bench.fake.gateway.count(GatewayOpcodes.Heartbeat) >= 2, 'two heartbeats');

    // A client whose first heartbeat is not acknowledged reconnects instead of sending a second.
    expect(bench.fake.gateway.count(GatewayOpcodes.Identify)).toBe(1);
    expect(client.ws.ping).toBeGreaterThanOrEqual(0);
  });

  it('refuses a login with a wrong token before the gateway is reached', async () => {
    await expect(bench.newClient().login('wrong')).rejects.toMatchObject({ code: 'TokenInvalid' });

    expect(bench.fake.gateway.received).toEqual([]);
  });

  it('closes with 4014 when a client asks for intents it was not granted', async () => {
    await bench.restart({ disallowedIntents: GatewayIntentBits.Guilds });
    const client = bench.newClient();
    const closed = new Promise((resolve) => client.once(Events.ShardDisconnect, ({ code }) => resolve(code)));

    client.login(bench.fake.token).catch(() => undefined);

    expect(await closed).toBe(4014);
  });

  it('ends a running client with 4004, though discord.js goes on calling itself ready', async () => {
    const client = await bench.loggedIn();
    const closed = new Promise((resolve) => client.once(Events.ShardDisconnect, ({ code }) => resolve(code)));

    bench.fake.gateway.close(4004);

    expect(await closed).toBe(4004);
    expect([bench.fake.gateway.connected, bench.fake.gateway.sessions]).toEqual([0, 0]);
    expect(client.isReady()).toBe(true);
  });

  it.each`
    frame                                                                 | answer
    ${{ op: 2, d: { token: 'wrong', intents: 1 } }}                       | ${'closed with 4004'}
    ${{ op: 6, d: { token: 'wrong', session_id: 'mine', seq: 3 } }}       | ${'closed with 4004'}
    ${{ op: 6, d: { token: 'fake.bot.token', session_id: 'x', seq: 3 } }} | ${'{"op":9,"d":false}'}
    ${{ op: 3, d: {} }}                                                   | ${'closed with 4003'}
    ${{ op: 1, d: null }}                                                 | ${'{"op":11,"d":null}'}
  `('answers $frame with $answer', async ({ frame, answer }) => {
    const socket = new WebSocket(`${bench.fake.url.replace('http', 'ws')}/gateway`);
    const [hello, next] = [Promise.withResolvers<string>(), Promise.withResolvers<string>()];
    socket.onmessage = ({ data }) => (String(data).includes('"op":10') ? hello : next).resolve(String(data));
    socket.onclose = ({ code }) => next.resolve(`closed with ${code}`);

    await hello.promise;
    socket.send(JSON.stringify(frame));

    expect(await next.promise).toBe(answer);
    socket.close();
  });

  it.each`
    how                                  | lose
    ${'closed with 4000'}                | ${() => bench.fake.gateway.close(4000)}
    ${'broken without a word'}           | ${() => bench.fake.gateway.drop()}
    ${'asked to reconnect'}              | ${() => bench.fake.gateway.askToReconnect()}
    ${'declared invalid, but resumable'} | ${() => bench.fake.gateway.invalidate(true)}
    ${'open and silent'}                 | ${() => bench.fake.gateway.goSilent()}
  `('replays what a client missed while its connection was $how', async ({ how, lose }) => {
    // Only silence is noticed by a heartbeat that nobody acknowledges.
    if (how.includes('silent')) await bench.restart({ heartbeatInterval: 50 });
    const client = await bench.loggedIn();
    const resumed = new Promise((resolve) => client.once(Events.ShardResume, resolve));

    lose();
    bench.fake.role({ guildId: '7', id: '72', name: 'refiners' });

    await resumed;

    expect(client.guilds.cache.get('7')?.roles.cache.has('72')).toBe(true);
    expect(bench.fake.gateway.count(GatewayOpcodes.Identify)).toBe(1);
  });

  // discord.js waits five seconds between two identifications.
  it('lets a client begin a new session when it declares the old one invalid', async () => {
    const client = await bench.loggedIn();
    const ready = new Promise((resolve) => client.once(Events.ShardReady, resolve));

    bench.fake.gateway.invalidate(false);
    bench.fake.role({ guildId: '7', id: '72', name: 'refiners' });
    await ready;

    expect(bench.fake.gateway.count(GatewayOpcodes.Identify)).toBe(2);
    expect(client.guilds.cache.get('7')?.roles.cache.has('72')).toBe(true);
  });
});
