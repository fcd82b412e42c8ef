import { ChannelType, Events, PermissionFlagsBits as P } from 'discord.js';
import { beforeEach, describe, expect, it } from 'vitest';
import { MINUTE } from '../../src/domain/moment.ts';
import type { StoryView } from '../../src/domain/story.ts';
import { updateSubscription } from '../../src/store/subscriptions.ts';
import { found } from '../fakes/wire-room.ts';
import { openPlace, type Place } from './places.ts';

const { story, update, followUp, correction, withdrawal } = found;
const WRITE = P.ViewChannel | P.SendMessages | P.EmbedLinks | P.ReadMessageHistory;

let place: Place;
beforeEach(async () => {
  place = await openPlace({ type: ChannelType.GuildText });
});

const inChannel = () => place.discord.messages(place.channelId);
const inThread = () => place.discord.messages(first().id);
function first() {
  const [message] = inChannel();
  if (!message) throw new Error('nothing was sent');
  return message;
}

/** A Story that the channel has been told of. */
async function told(): Promise<StoryView> {
  await place.watch({ guildId: place.guildId, channelId: place.channelId, threads: true });
  const view = await place.story();
  await place.tell(story(view));
  await place.work();
  return view;
}

it('gives each Story a thread, named by its push line, where all that follows goes', async () => {
  const view = await told();
  await place.tell(update(view), followUp(view));
  await place.tell(correction(view));
  await place.tell(withdrawal({ ...view, withdrawnAt: place.clock.now() }));
  await place.work();

  expect(inChannel()).toHaveLength(1);
  expect(first().thread?.name).toBe(first().content.split('\n')[0]);
  expect(first().edits).toHaveLength(1);
  expect(inThread()).toHaveLength(3);
  expect(inThread().every((message) => message.message_reference === undefined)).toBe(true);
  expect(place.discord.violations).toEqual([]);
});

it('works in announcement channels, too', async () => {
  place = await openPlace({ type: ChannelType.GuildAnnouncement });
  const view = await told();
  await place.tell(followUp(view));
  await place.work();

  expect(inThread()).toHaveLength(1);
});

it('begins no thread where none is wanted, nor for what is told together or about no Story', async () => {
  await place.watch({ guildId: place.guildId, channelId: place.channelId, threads: true });
  const views = await Promise.all(Array.from({ length: 6 }, () => place.story()));
  await place.tell(...views.map(story));
  await place.tell({ kind: 'blind', authorityId: 'cn-mofcom', since: 0, sources: [] });
  const [one] = views;
  if (one) await place.tell(followUp(one));
  await place.work();

  expect(inChannel().map(({ thread }) => thread)).toEqual([undefined, undefined, undefined]);
  expect(inChannel()[2]?.message_reference?.message_id).toBe(first().id);
});

it('begins one later for what was told before threads were wanted', async () => {
  const watch = await place.watch({ guildId: place.guildId, channelId: place.channelId });
  const view = await place.story();
  await place.tell(story(view));
  await place.work();
  await updateSubscription(place.db, { ...watch, threads: true });
  await place.tell(followUp(view));
  await place.tell(correction(view));
  await place.work();

  expect(inChannel()).toHaveLength(1);
  expect(inThread()).toHaveLength(2);
});

describe('a thread', () => {
  it('that is archived is opened again by what follows', async () => {
    const view = await told();
    place.discord.archiveThread(first().id);
    await place.tell(followUp(view));
    await place.work();

    expect(inThread()).toHaveLength(1);
  });

  it.each([
    ['was deleted', () => place.discord.deleteChannel(first().id)],
    ['was locked', () => place.discord.archiveThread(first().id, { locked: true })],
  ])('that %s is given up: what follows is a reply in the channel', async (_, happen) => {
    const view = await told();
    happen();
    await place.tell(followUp(view));
    await place.work();

    expect(inChannel()).toHaveLength(2);
    expect(inChannel()[1]?.message_reference?.message_id).toBe(first().id);
    expect(await place.states()).toEqual({ sent: 2 });
  });

  it('that the bot may not begin is not asked for: what follows is a reply in the channel', async () => {
    await place.seen(Events.ChannelUpdate, () => place.discord.setPermissions(place.channelId, WRITE));
    const view = await told();
    for (let each = 0; each < 12; each++) await place.tell(followUp(view));
    await place.work();

    expect(inChannel()).toHaveLength(13);
    expect(place.discord.invalidRequests()).toBe(0);
  });

  it('whose beginning fails costs no message', async () => {
    place.discord.fail(/threads$/, { status: 403, code: 50013 });
    const view = await told();
    await place.tell(followUp(view));
    await place.work();

    expect(inChannel()).toHaveLength(2);
    expect(await place.states()).toEqual({ sent: 2 });
  });
});

describe('never twice', () => {
  it('where the answer to the first message is lost, and then that to its thread', async () => {
    place.discord.fail(/^POST .*messages$/, 'accept-then-drop');
    place.discord.fail(/threads$/, 'accept-then-drop');
    const view = await told();
    await place.clock.advance(MINUTE / 2);
    await place.work();
    await place.tell(followUp(view));
    await place.work();

    expect(inChannel()).toHaveLength(1);
    expect(inThread()).toHaveLength(1);
    expect(await place.states()).toEqual({ sent: 2 });
  });

  it.each([MINUTE / 2, 30 * MINUTE])('where the answer to a follow-up is lost for %d ms', async (pause) => {
    const view = await told();
    place.discord.fail(/^POST .*messages$/, 'accept-then-drop');
    await place.tell(followUp(view));
    await place.work();
    await place.restartAfter(pause);

    expect(inThread()).toHaveLength(1);
    expect(inChannel()).toHaveLength(1);
    expect(await place.states()).toEqual({ sent: 2 });
  });

  it('where the thread is locked meanwhile', async () => {
    const view = await told();
    place.discord.fail(/^POST .*messages$/, 'accept-then-drop');
    await place.tell(followUp(view));
    await place.work();
    place.discord.archiveThread(first().id, { locked: true });
    await place.restartAfter(MINUTE / 2);

    expect(inThread()).toHaveLength(1);
    expect(inChannel()).toHaveLength(1);
  });
});
