import { afterEach, beforeEach, expect, it } from 'vitest';
import { discordMessenger } from '../../src/discord/messenger.ts';
import type { AlertBody } from '../../src/domain/alert.ts';
import { insertSubscription } from '../../src/store/subscriptions.ts';
import { storyView, varnianNames } from '../fakes/archive.ts';
import { NOW, type Office, openOffice } from '../fakes/bot.ts';
import { pressable, textOf, titleOf } from './support.ts';

let office: Office;
beforeEach(async () => {
  office = await openOffice();
});
afterEach(async () => {
  await office.close();
  expect(office.discord.violations).toEqual([]);
});

/** Sends an Alert as the outbox does, and returns the message. */
async function send(deliveryId: string, body: AlertBody) {
  const { channelId, archive, client } = office;
  await archive.delivery(deliveryId, channelId, body, { at: NOW });
  const messenger = discordMessenger({ rest: client.rest, botUserId: client.user.id, context: varnianNames });
  const outcome = await messenger.deliver({
    deliveryId,
    nonce: `nonce-${deliveryId}`,
    channelId,
    operation: 'send',
    targetMessageId: null,
    body,
    roleIds: [],
    silent: false,
    language: 'en',
    market: 'US',
  });
  expect(outcome.outcome).toBe('sent');
  const message = office.discord.messages(channelId).at(-1);
  return { message: message ?? null };
}

it('tells privately why a message was sent, and what proves it', async () => {
  const words = 'has approved several gallium applications';
  const story = await office.archive.story({
    on: '2031-03-04',
    facts: { action: 'approve', goods: ['gallium'] },
    reasons: [
      {
        rule: 'transit-licence',
        says: 'speaks of transit',
        points: -1,
        quote: { in: 'text', start: 0, end: 7, words: 'transit' },
      },
      {
        rule: 'approved-applications',
        says: 'says that applications were approved',
        points: 4,
        quote: { in: 'text', start: 8, end: 8 + words.length, words },
      },
    ],
  });
  const { guildId, channelId } = office;
  const manners = { roleId: null, language: 'both', market: 'US', createdAt: NOW } as const;
  const filter = { authorities: [], tiers: [], goods: ['gallium'] };
  await insertSubscription(office.db, { guildId, channelId, ...filter, ...manners });
  await insertSubscription(office.db, { guildId, channelId, ...filter, goods: ['coal'], ...manners });
  const sent = await send('d1', { kind: 'story', view: storyView({ storyId: story.id }) });

  const reply = await office.discord.interact.button(pressable(sent, 'Why and evidence'));

  expect(reply.ephemeral).toBe(true);
  expect(titleOf(reply)).toBe('Why you got this');
  const lines = textOf(reply).split('\n');
  expect(lines[1]).toBe(
    `**For**  says that applications were approved: “${words}” (approved-applications, +4)`,
  );
  expect(lines[2]).toContain('**Against**  speaks of transit: “transit” (transit-licence, -1)');
  expect(textOf(reply)).toContain('/watch 1: decisions, measures, statements · gallium');
  expect(textOf(reply)).not.toContain('/watch 2');
  expect(textOf(reply)).toContain('Published (a date without a time) 4 March 2031');
  expect(textOf(reply)).toContain(`sent <t:${NOW / 1000}:f>`);
  expect(textOf(reply)).toContain('Revision 1 of 1 · hash of the text hash-of-1');
  expect(textOf(reply)).toContain('[Varnian gazette](https://trade.varnia.example/notices/1)');
});

it('goes on answering after a restart', async () => {
  const story = await office.archive.story({ on: '2031-03-04', facts: { action: 'approve' } });
  const sent = await send('d1', { kind: 'story', view: storyView({ storyId: story.id }) });
  await office.restart();

  expect(titleOf(await office.discord.interact.button(pressable(sent, 'Why and evidence')))).toBe(
    'Why you got this',
  );
});

it('says so when the archive does not know the message', async () => {
  const story = await office.archive.story({ on: '2031-03-04', facts: { action: 'approve' } });
  const sent = await send('d1', { kind: 'story', view: storyView({ storyId: story.id }) });
  await office.db.deleteFrom('deliveries').execute();

  const reply = await office.discord.interact.button(pressable(sent, 'Why and evidence'));

  expect(reply.content).toContain('another installation');
  expect(reply.ephemeral).toBe(true);
});

it('lists everything that a message about several notices stands for', async () => {
  const views = Array.from({ length: 12 }, (_, index) =>
    storyView({
      storyId: index + 1,
      published: { precision: 'date', on: `2031-01-${10 + index}`, at: null },
    }),
  );
  const sent = await send('d2', { kind: 'group', views });

  const reply = await office.discord.interact.button(pressable(sent, 'List'));

  expect(reply.ephemeral).toBe(true);
  expect(titleOf(reply)).toBe('12 notices');
  for (const { published } of views)
    expect(textOf(reply)).toContain(`${Number(published?.on.slice(8))} Jan 2031`);
});

it('leads from a message about trouble to the status', async () => {
  const sent = await send('d3', { kind: 'blind', authorityId: 'vn-trade', since: NOW, sources: [] });

  const reply = await office.discord.interact.button(pressable(sent, 'Status'));

  expect(reply.ephemeral).toBe(true);
  expect(titleOf(reply)).toContain('Reading normally');
});
