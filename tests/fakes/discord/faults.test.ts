import { PermissionFlagsBits as P, type TextChannel } from 'discord.js';
import { describe, expect, it } from 'vitest';
import { benchForEachTest, CHANNEL, channelOf, messagesPath } from './support.ts';

const bench = benchForEachTest();
const ONLY_WRITING = P.ViewChannel | P.SendMessages;
const posts = () =>
  bench.fake.requests.filter(({ method, path }) => method === 'POST' && path === messagesPath);

describe('faults', () => {
  it('accepted, then dropped: the message is there and the caller has an error', async () => {
    const channel = channelOf(await bench.loggedIn());
    bench.fake.fail(`POST ${messagesPath}`, 'accept-then-drop');

    await expect(channel.send('arrived')).rejects.toMatchObject({ code: 'UND_ERR_SOCKET' });

    expect(bench.fake.messages(CHANNEL)).toMatchObject([{ content: 'arrived' }]);
    expect(posts()).toMatchObject([{ status: null }]);
  });

  it('dropped: neither message nor answer', async () => {
    const channel = channelOf(await bench.loggedIn());
    bench.fake.fail(/^POST/, 'drop');

    await expect(channel.send('lost')).rejects.toMatchObject({ code: 'UND_ERR_SOCKET' });

    expect(bench.fake.messages(CHANNEL)).toEqual([]);
  });

  it('hanging: no answer until the caller gives up', async () => {
    const client = await bench.loggedIn();
    bench.fake.fail(({ method }) => method === 'POST', 'hang');
    const caller = new AbortController();

    const sending = client.rest.post(messagesPath, { body: { content: 'never' }, signal: caller.signal });
    await bench.fake.waitFor(() => posts().length === 1, 'the message');
    caller.abort();

    await expect(sending).rejects.toMatchObject({ name: 'AbortError' });
    expect(bench.fake.messages(CHANNEL)).toEqual([]);
  });

  it.each([false, true])('429 is waited out by discord.js (global: %s)', async (global) => {
    const channel = channelOf(await bench.loggedIn());
    bench.fake.fail(`POST ${messagesPath}`, { status: 429, retryAfter: 0.05, global }, 2);

    await channel.send('patient');

    expect(posts().map(({ status }) => status)).toEqual([429, 429, 200]);
    expect(bench.fake.messages(CHANNEL)).toHaveLength(1);
  });

  it('500 reaches a caller who does not retry, and strikes only as often as planned', async () => {
    const channel = channelOf(await bench.loggedIn());
    bench.fake.fail(`POST ${messagesPath}`, { status: 500 });

    await expect(channel.send('first')).rejects.toMatchObject({ name: 'HTTPError', status: 500 });
    await channel.send('second');

    expect(bench.fake.messages(CHANNEL)).toMatchObject([{ content: 'second' }]);
  });

  it('any refusal can be asked for by its code', async () => {
    const message = await channelOf(await bench.loggedIn()).send('old');
    bench.fake.fail(/^PATCH/, {
      status: 429,
      code: 30046,
      message: 'Maximum number of edits to messages older than 1 hour',
    });

    const response = await fetch(`${bench.fake.url}/v10${messagesPath}/${message.id}`, { method: 'PATCH' });

    expect([response.status, await response.json()]).toMatchObject([429, { code: 30046 }]);
  });
});

describe('what the bot may not do', () => {
  it('401 without the right token', async () => {
    await expect(bench.rest('stolen').get('/users/@me')).rejects.toMatchObject({ status: 401 });
  });

  it.each`
    name                                  | permissions                             | act                                                                                 | code
    ${'write in a channel it cannot see'} | ${P.SendMessages}                       | ${(to: TextChannel) => to.send('x')}                                                | ${50001}
    ${'write where it may only read'}     | ${P.ViewChannel}                        | ${(to: TextChannel) => to.send('x')}                                                | ${50013}
    ${'embed where it may only write'}    | ${ONLY_WRITING}                         | ${(to: TextChannel) => to.send({ embeds: [{ title: 'x' }] })}                       | ${50013}
    ${'attach where it may only write'}   | ${ONLY_WRITING}                         | ${(to: TextChannel) => to.send({ files: [Buffer.from('x')] })}                      | ${50013}
    ${'reply without reading the past'}   | ${ONLY_WRITING}                         | ${(to: TextChannel) => to.send({ content: 'x', reply: { messageReference: '1' } })} | ${160002}
    ${'find a message that is not there'} | ${P.ViewChannel | P.ReadMessageHistory} | ${(to: TextChannel) => to.messages.fetch('1')}                                      | ${10008}
  `('$code: $name', async ({ permissions, act, code }) => {
    const channel = channelOf(await bench.loggedIn());
    bench.fake.setPermissions(CHANNEL, permissions);

    await expect(act(channel)).rejects.toMatchObject({ code });
    expect(bench.fake.messages(CHANNEL)).toEqual([]);
  });

  it('10003: write into a channel that is gone; 50001 into one of a guild it left', async () => {
    const client = await bench.loggedIn();
    bench.fake.channel({ guildId: '7', id: '73' });
    bench.fake.deleteChannel(CHANNEL);
    bench.fake.removeGuild('7');
    const post = (id: string) => client.rest.post(`/channels/${id}/messages`, { body: { content: 'x' } });

    await expect(post(CHANNEL)).rejects.toMatchObject({ code: 10003 });
    await expect(post('73')).rejects.toMatchObject({ code: 50001 });
  });

  it('reads nothing where it may not read the past', async () => {
    const channel = channelOf(await bench.loggedIn());
    await channel.send('unreadable');
    bench.fake.setPermissions(CHANNEL, ONLY_WRITING);

    expect((await channel.messages.fetch({ limit: 5 })).size).toBe(0);
  });
});

describe('waiting', () => {
  it('gives up with what it waited for and what happened meanwhile', async () => {
    await bench.restart({ patience: 1 });
    await fetch(`${bench.fake.url}/v10/users/@me`);

    await expect(bench.fake.waitFor(() => false, 'a pigeon')).rejects.toThrow(
      /a pigeon[\s\S]*GET \/users\/@me -> 401/,
    );
  });

  it('ends with the fake', async () => {
    const waiting = expect(bench.fake.waitFor(() => false, 'a pigeon')).rejects.toThrow(/closed/);

    await bench.fake.close();

    await waiting;
    await bench.restart();
  });
});
