import { afterEach, beforeEach, expect, it } from 'vitest';
import { discordMessenger } from '../../src/discord/messenger.ts';
import { listFeedback } from '../../src/store/feedback.ts';
import { storyView, varnianNames } from '../fakes/archive.ts';
import { NOW, type Office, openOffice } from '../fakes/bot.ts';
import { labels, pressable } from './support.ts';

let office: Office;
beforeEach(async () => {
  office = await openOffice();
});
afterEach(async () => {
  await office.close();
  expect(office.discord.violations).toEqual([]);
});

/** Sends a message about a Story, and opens what stands under Why and evidence. */
async function openEvidence() {
  const { channelId, archive, client, discord } = office;
  const story = await archive.story({ on: '2031-03-04', facts: { action: 'approve', goods: ['helium'] } });
  const body = { kind: 'story', view: storyView({ storyId: story.id }) } as const;
  await archive.delivery('d1', channelId, body, { at: NOW });
  const messenger = discordMessenger({ rest: client.rest, botUserId: client.user.id, context: varnianNames });
  await messenger.deliver({
    ...{ deliveryId: 'd1', nonce: 'n1', channelId, operation: 'send', targetMessageId: null, body },
    ...{ roleIds: [], silent: false, language: 'en', market: 'US' },
  });
  const message = discord.messages(channelId).at(-1) ?? null;
  return { story, evidence: await discord.interact.button(pressable({ message }, 'Why and evidence')) };
}

it('asks what is wrong, stores it, and says privately what happens next', async () => {
  const { story, evidence } = await openEvidence();
  expect(labels(evidence)).toEqual(['Share here', 'This is wrong']);

  const form = await office.discord.interact.button(pressable(evidence, 'This is wrong'));
  expect(form.modal?.title).toBe('This is wrong');
  const reply = await office.discord.interact.submit({ form, fields: { words: ' It says argon. ' } });

  expect(reply.ephemeral).toBe(true);
  expect(reply.content).toContain('this is report 1.');
  expect(reply.content).toContain('as our error, in every channel that had it');
  expect(await listFeedback(office.db)).toMatchObject([
    {
      ...{ id: 1, storyId: story.id, deliveryId: 'd1', guildId: office.guildId, state: 'open' },
      ...{ hash: 'hash-of-1', createdAt: NOW, words: 'It says argon.' },
    },
  ]);
});

it('takes a report without words, once, and says at the second press that it is known', async () => {
  const { evidence } = await openEvidence();
  const press = () => office.discord.interact.button(pressable(evidence, 'This is wrong'));
  const [form, opened] = [await press(), await press()];
  await office.discord.interact.submit({ form });
  const twice = await office.discord.interact.submit({ form: opened, fields: { words: 'again' } });
  const again = await press();

  expect(twice.content).toBe('You have reported this already: it is report 1.');
  expect(again.modal).toBeNull();
  expect(again.content).toBe('You have reported this already: it is report 1.');
  expect(await listFeedback(office.db)).toMatchObject([{ words: null }]);
});

it('says so when the archive does not know the message', async () => {
  const { evidence } = await openEvidence();
  await office.db.deleteFrom('deliveries').execute();
  const reply = await office.discord.interact.button(pressable(evidence, 'This is wrong'));

  expect(reply.content).toContain('another installation');
  expect(await listFeedback(office.db)).toEqual([]);
});
