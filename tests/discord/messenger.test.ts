import { MessageFlags, PermissionFlagsBits as P, REST } from 'discord.js';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { restOptions } from '../../src/discord/client.ts';
import { discordMessenger } from '../../src/discord/messenger.ts';
import type { Messenger, Outgoing } from '../../src/domain/delivery.ts';
import { MINUTE, SECOND } from '../../src/domain/moment.ts';
import { storyView, varnianNames } from '../fakes/archive.ts';
import { type ManualClock, manualClock } from '../fakes/clock.ts';
import { type FakeDiscord, startFakeDiscord } from '../fakes/discord/index.ts';

let discord: FakeDiscord;
let clock: ManualClock;
let messenger: Messenger;
let channelId: string;
let guildId: string;

beforeEach(async () => {
  clock = manualClock('2031-03-10T12:00:00Z');
  discord = await startFakeDiscord({ clock });
  guildId = discord.guild().id;
  channelId = discord.channel({ guildId }).id;
  messenger = messengerAt(discord.url);
});
afterEach(async () => {
  await discord.close();
  expect(discord.violations).toEqual([]);
});

function messengerAt(url: string, token = discord.token): Messenger {
  const rest = new REST(restOptions(url)).setToken(token);
  return discordMessenger({ rest, botUserId: discord.botUserId, context: varnianNames });
}

function outgoing(given: Partial<Outgoing> = {}): Outgoing {
  return {
    deliveryId: 'delivery-1',
    nonce: 'nonce-1',
    channelId,
    operation: 'send',
    targetMessageId: null,
    body: { kind: 'story', view: storyView() },
    roleIds: [],
    silent: false,
    language: 'both',
    market: 'US',
    ...given,
  };
}
const posts = () => `POST /channels/${channelId}/messages`;
const only = () => {
  const [message, ...others] = discord.messages(channelId);
  if (!message || others.length > 0) throw new Error(`${others.length + 1} messages`);
  return message;
};

it('sends a message, with its nonce, and says which it is', async () => {
  const outcome = await messenger.deliver(outgoing());

  expect(outcome).toEqual({ outcome: 'sent', messageId: only().id });
  expect(only()).toMatchObject({ nonce: 'nonce-1', flags: 0, mention_roles: [] });
  expect(only().content).toContain('Varnia');
});

it('mentions the role it was given, and nobody else', async () => {
  const role = discord.role({ guildId, mentionable: true });
  const other = discord.role({ guildId, mentionable: true });
  const link = {
    url: 'https://trade.varnia.example/1',
    language: 'en',
    sourceId: 'vn-trade-gazette',
  } as const;
  const view = storyView({ links: [{ ...link, title: `@everyone <@&${other.id}>` }] });

  await messenger.deliver(outgoing({ roleIds: [role.id], body: { kind: 'story', view } }));

  expect(only().mention_roles).toEqual([role.id]);
  expect(discord.requests.at(-1)?.body).toMatchObject({ allowed_mentions: { parse: [], roles: [role.id] } });
});

it('sends what is silent with Discord’s silent flag', async () => {
  await messenger.deliver(outgoing({ silent: true }));

  expect(only().flags).toBe(MessageFlags.SuppressNotifications);
});

it('makes one message of two attempts with the same nonce', async () => {
  const first = await messenger.deliver(outgoing());
  const second = await messenger.deliver(outgoing());

  expect(second).toEqual(first);
  expect(only().id).toBeTruthy();
});

describe('when the connection breaks after Discord has accepted the message', () => {
  it('does not know, and the same nonce finds the message', async () => {
    discord.fail(posts(), 'accept-then-drop');

    expect(await messenger.deliver(outgoing())).toMatchObject({ outcome: 'unknown' });
    await clock.advance(messenger.nonceMemory - SECOND);
    expect(await messenger.deliver(outgoing())).toEqual({ outcome: 'sent', messageId: only().id });
  });

  it('finds the message by its delivery when Discord has forgotten the nonce', async () => {
    discord.fail(posts(), 'accept-then-drop');
    await messenger.deliver(outgoing());
    await clock.advance(30 * MINUTE);

    expect(await messenger.find(outgoing())).toBe(only().id);
    expect(await messenger.find(outgoing({ deliveryId: 'delivery-2' }))).toBeNull();
  });

  it('sends nothing a second time by itself', async () => {
    discord.fail(posts(), 'accept-then-drop');
    await messenger.deliver(outgoing());

    expect(discord.requests.filter(({ method }) => method === 'POST')).toHaveLength(1);
  });
});

it('does not know what a dropped connection or a 5xx means, and asks only once', async () => {
  discord.fail(posts(), 'drop');
  expect(await messenger.deliver(outgoing())).toMatchObject({ outcome: 'unknown' });

  discord.fail(posts(), { status: 503 });
  expect(await messenger.deliver(outgoing())).toEqual({
    outcome: 'unknown',
    error: 'Discord answered HTTP 503',
  });
  expect(discord.requests).toHaveLength(2);
});

it('tries later what was certainly not sent, because nobody listens', async () => {
  const { url } = discord;
  await discord.close();

  expect(await messengerAt(url).deliver(outgoing())).toMatchObject({ outcome: 'later' });
});

it('tries later when the token is not accepted, and goes on saying so', async () => {
  const stranger = messengerAt(discord.url, 'another.token');

  expect(await stranger.deliver(outgoing())).toMatchObject({ outcome: 'later', after: 10 * MINUTE });
  expect(await stranger.deliver(outgoing())).toMatchObject({ outcome: 'later' });
});

describe('rate limits', () => {
  it('sits out a short one', async () => {
    discord.fail(posts(), { status: 429, retryAfter: 0.05 });

    expect(await messenger.deliver(outgoing())).toMatchObject({ outcome: 'sent' });
  });

  it('hands back a long one with its length, instead of waiting', async () => {
    discord.fail(posts(), { status: 429, retryAfter: 600, global: true });

    const outcome = await messenger.deliver(outgoing());

    expect(outcome).toMatchObject({ outcome: 'later' });
    expect('after' in outcome && outcome.after).toBeGreaterThanOrEqual(599 * SECOND);
    expect(discord.messages(channelId)).toEqual([]);
  });
});

it.each`
  status | code     | says
  ${404} | ${10003} | ${'the channel is gone'}
  ${404} | ${10004} | ${'the server is gone'}
  ${403} | ${50001} | ${'View Channel'}
  ${403} | ${50013} | ${'lacks a permission'}
  ${400} | ${50024} | ${'takes no messages'}
`('takes $code for a verdict on the channel: $says', async ({ status, code, says }) => {
  discord.fail(posts(), { status, code });

  expect(await messenger.deliver(outgoing())).toMatchObject({
    outcome: 'barred',
    code,
    error: expect.stringContaining(says),
  });
});

describe('what Discord refuses is never tried again', () => {
  it.each`
    status | code      | says
    ${400} | ${50035}  | ${'does not take the message'}
    ${400} | ${160002} | ${'Read Message History'}
    ${403} | ${20012}  | ${'refused by the test'}
  `('$code: $says', async ({ status, code, says }) => {
    discord.fail(posts(), { status, code });

    const outcome = await messenger.deliver(outgoing());

    expect(outcome).toMatchObject({ outcome: 'rejected', error: expect.stringContaining(says) });
    expect(outcome).toMatchObject({ error: expect.stringContaining(String(code)) });
  });

  it.each`
    status | code     | says
    ${404} | ${10008} | ${'the message is gone'}
    ${400} | ${30046} | ${'too old to be edited'}
  `('$code of an edit: $says', async ({ status, code, says }) => {
    discord.fail(/^PATCH/, { status, code });

    const edit = outgoing({ operation: 'edit', targetMessageId: '1' });

    expect(await messenger.deliver(edit)).toMatchObject({
      outcome: 'rejected',
      error: expect.stringContaining(says),
    });
  });
});

it('replies to the message in which the channel first read of it', async () => {
  await messenger.deliver(outgoing());
  const first = only();
  const body = { kind: 'follow-up', view: storyView(), changes: [] } as const;

  await messenger.deliver(
    outgoing({
      deliveryId: 'delivery-2',
      nonce: 'nonce-2',
      operation: 'reply',
      targetMessageId: first.id,
      body: { ...body, changes: [] },
    }),
  );

  const reply = discord.messages(channelId).at(-1);
  expect(reply?.message_reference?.message_id).toBe(first.id);
});

it('lets a reply stand alone when somebody has deleted that message', async () => {
  await messenger.deliver(outgoing());
  const first = only();
  discord.deleteMessage(channelId, first.id);

  const outcome = await messenger.deliver(
    outgoing({
      deliveryId: 'delivery-2',
      nonce: 'nonce-2',
      operation: 'reply',
      targetMessageId: first.id,
      body: { kind: 'withdrawal', view: storyView(), by: 'source' },
    }),
  );

  expect(outcome).toMatchObject({ outcome: 'sent', messageId: only().id });
  expect(only().message_reference).toBeUndefined();
});

it('says without pointing at it what it may not reply to', async () => {
  await messenger.deliver(outgoing());
  const first = only();
  discord.setPermissions(channelId, P.ViewChannel | P.SendMessages | P.EmbedLinks);

  const body = { kind: 'withdrawal', view: storyView(), by: 'source' } as const;
  const reply = { operation: 'reply', targetMessageId: first.id, body } as const;
  const outcome = await messenger.deliver(outgoing({ deliveryId: 'delivery-2', nonce: 'nonce-2', ...reply }));

  const [, second] = discord.messages(channelId);
  expect(outcome).toEqual({ outcome: 'sent', messageId: second?.id });
  expect(second?.message_reference).toBeUndefined();
});

describe('an edit', () => {
  const edit = (targetMessageId: string, roleIds: string[] = []) =>
    outgoing({
      deliveryId: 'delivery-2',
      operation: 'edit',
      targetMessageId,
      roleIds,
      body: { kind: 'update', view: storyView({ withdrawnAt: 1 }) },
    });

  it('changes the message, keeps its role and mentions nobody', async () => {
    const role = discord.role({ guildId, mentionable: true });
    await messenger.deliver(outgoing({ roleIds: [role.id] }));

    const outcome = await messenger.deliver(edit(only().id, [role.id]));

    expect(outcome).toEqual({ outcome: 'sent', messageId: only().id });
    expect(only().edits).toHaveLength(1);
    expect(only().content).toContain(`<@&${role.id}>`);
    expect(discord.requests.at(-1)?.body).toMatchObject({ allowed_mentions: { parse: [], roles: [] } });
  });

  it('may be repeated, so an answer that was lost is no riddle', async () => {
    await messenger.deliver(outgoing());
    discord.fail(/^PATCH/, 'accept-then-drop');

    expect(await messenger.deliver(edit(only().id))).toMatchObject({ outcome: 'later' });
    expect(await messenger.deliver(edit(only().id))).toMatchObject({ outcome: 'sent' });
  });
});

it('finds no message of somebody else’s, none where nobody can, and does not know when not answered', async () => {
  await messenger.deliver(outgoing());
  const stranger = discordMessenger({
    rest: new REST(restOptions(discord.url)).setToken(discord.token),
    botUserId: '1',
    context: varnianNames,
  });

  expect(await stranger.find(outgoing())).toBeNull();
  expect(await messenger.find(outgoing({ channelId: '404' }))).toBeNull();
  discord.fail(/^GET /, { status: 503 });
  await expect(messenger.find(outgoing())).rejects.toThrow();
});

it('gives up a message that cannot be rendered, so that it holds up nothing', async () => {
  const context = {
    ...varnianNames,
    authorities: () => {
      throw new Error('no such authority');
    },
  };
  const rest = new REST(restOptions(discord.url)).setToken(discord.token);
  const broken = discordMessenger({ rest, botUserId: discord.botUserId, context });

  expect(await broken.deliver(outgoing())).toEqual({
    outcome: 'rejected',
    error: 'cannot be written as a message: Error: no such authority',
  });
  expect(discord.requests).toEqual([]);
});
