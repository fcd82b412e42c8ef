import { describe, expect, it } from 'vitest';
import { MINUTE, SECOND } from '../../src/domain/moment.ts';
import { storyView } from '../fakes/archive.ts';
import type { Fault } from '../fakes/discord/index.ts';
import { openWire, type Wire } from './wire.ts';

/*
 * Alerts on their way to a Discord that has faults of its own, by the real outbox and the real REST client.
 */

/** What the channel shows, and how often it was asked to take it. */
const shown = ({ discord }: Wire, channelId: string) => discord.messages(channelId).length;
const posts = ({ discord }: Wire, channelId: string) =>
  discord.requests.filter(
    ({ method, path }) => method === 'POST' && path === `/channels/${channelId}/messages`,
  );

describe('a message arrives once, and the other channel does not wait', () => {
  it.each<[string, Fault, times: number, within: number]>([
    ['a long limit', { status: 429, retryAfter: 60 }, 1, 62 * SECOND],
    ['a long limit, twice', { status: 429, retryAfter: 60 }, 2, 125 * SECOND],
    ['a shared limit', { status: 429, retryAfter: 60, scope: 'shared' }, 1, 62 * SECOND],
    ['a ban', 'ban', 2, 21 * MINUTE],
    ['an error before it was taken', { status: 503 }, 2, MINUTE],
    ['an error after it was taken', { status: 502, accepted: true }, 1, MINUTE],
    ['errors after it was taken', { status: 500, accepted: true }, 3, 2 * MINUTE],
    ['a socket that closes before', 'drop', 2, MINUTE],
    ['a socket that closes after', 'accept-then-drop', 2, MINUTE],
  ])('through %s', async (_name, fault, times, within) => {
    const wire = await openWire();
    await wire.enqueue('one');
    await wire.enqueue('other', wire.otherId);
    wire.discord.fail(`POST /channels/${wire.channelId}/messages`, fault, times);

    await wire.deliver();
    const atOnce = [posts(wire, wire.channelId).length, shown(wire, wire.otherId)];
    await wire.work(within);

    // Asked once, not hammered; and the other channel has its message.
    expect(atOnce).toEqual([1, 1]);
    expect([shown(wire, wire.channelId), shown(wire, wire.otherId)]).toEqual([1, 1]);
    expect(await wire.states()).toEqual({ one: 'sent', other: 'sent' });
    expect(posts(wire, wire.channelId)).toHaveLength(times + 1);
    expect(wire.discord.invalidRequests(`/channels/${wire.channelId}/`)).toBeLessThanOrEqual(10);
    expect(wire.discord.violations).toEqual([]);
  });

  it('in the order in which they were told, though the first is late', async () => {
    const wire = await openWire();
    const view = (title: string) =>
      storyView({ links: storyView().links.map((link) => ({ ...link, title })) });
    await wire.enqueue('first', wire.channelId, { kind: 'story', view: view('first') });
    await wire.enqueue('second', wire.channelId, { kind: 'story', view: view('second') });
    wire.discord.fail(`POST /channels/${wire.channelId}/messages`, { status: 429, retryAfter: 30 });

    await wire.work(40 * SECOND);

    const titles = wire.discord.messages(wire.channelId).map(({ nonce }) => nonce);
    const sent = posts(wire, wire.channelId).map(({ body }) => (body as { nonce: string }).nonce);
    expect(titles).toHaveLength(2);
    expect(sent).toEqual([titles[0], ...titles]);
  });
});

it('a global limit holds up every channel, and each message arrives once when it is over', async () => {
  const wire = await openWire();
  await wire.enqueue('one');
  await wire.enqueue('other', wire.otherId);
  wire.discord.fail(/^POST/, { status: 429, retryAfter: 30, global: true });

  await wire.deliver();
  await wire.work(20 * SECOND);
  const meanwhile = await wire.states();
  await wire.work(20 * SECOND);

  expect(Object.values(meanwhile)).toContain('pending');
  expect(await wire.states()).toEqual({ one: 'sent', other: 'sent' });
  expect([shown(wire, wire.channelId), shown(wire, wire.otherId)]).toEqual([1, 1]);
  expect(wire.discord.invalidRequests()).toBe(1);
});

it('keeps within a bucket whose headers it has seen, without being refused', async () => {
  const wire = await openWire();
  wire.discord.limit('POST /channels/:channelId/messages', { requests: 2, per: 20 * SECOND });
  for (const id of ['a', 'b', 'c', 'd', 'e']) await wire.enqueue(id);

  await wire.work(10 * SECOND);
  const early = shown(wire, wire.channelId);
  await wire.work(60 * SECOND);

  expect(early).toBe(2);
  expect(shown(wire, wire.channelId)).toBe(5);
  expect(wire.discord.invalidRequests()).toBe(0);
});

describe('an old message that has been edited too often', () => {
  it('stays as it is, while what else is told of it still arrives', async () => {
    const wire = await openWire();
    await wire.enqueue('first');
    await wire.work(0);
    // Discord refuses it as a limit, and would go on doing so.
    wire.discord.fail(/^PATCH/, { status: 429, retryAfter: 0.2, code: 30046 }, 50);

    await wire.enqueue('edit', wire.channelId, { kind: 'update', view: storyView() });
    await wire.enqueue('reply', wire.channelId, { kind: 'withdrawal', view: storyView(), by: 'source' });
    await wire.work(5 * SECOND);

    expect(await wire.states()).toEqual({ first: 'sent', edit: 'rejected', reply: 'sent' });
    const edits = wire.discord.requests.filter(({ method }) => method === 'PATCH');
    expect(edits).toHaveLength(1);
    const [first, reply] = wire.discord.messages(wire.channelId);
    expect(first?.edits).toEqual([]);
    expect(reply?.message_reference?.message_id).toBe(first?.id);
  });
});

describe('what is gone', () => {
  it('a deleted channel takes nothing more, and its messages do not come back again and again', async () => {
    const wire = await openWire();
    await wire.enqueue('one');
    await wire.enqueue('other', wire.otherId);
    wire.discord.deleteChannel(wire.channelId);

    await wire.work(30 * MINUTE);

    expect(await wire.states()).toEqual({ one: 'rejected', other: 'sent' });
    expect(posts(wire, wire.channelId)).toHaveLength(1);
  });

  it('a guild that threw the bot out is asked once for each message', async () => {
    const wire = await openWire();
    await wire.enqueue('one');
    wire.discord.removeGuild(wire.guildId);

    await wire.work(30 * MINUTE);

    expect(await wire.states()).toEqual({ one: 'rejected' });
    expect(wire.discord.invalidRequests()).toBe(1);
  });

  it('a message whose answer was lost in a channel that is then closed is never sent again', async () => {
    const wire = await openWire();
    await wire.enqueue('one');
    wire.discord.fail(/^POST/, 'accept-then-drop');
    await wire.deliver();
    wire.discord.setPermissions(wire.channelId, 0n);

    await wire.work(10 * MINUTE);

    expect(posts(wire, wire.channelId).length).toBeLessThanOrEqual(2);
    expect(shown(wire, wire.channelId)).toBe(1);
  });
});
