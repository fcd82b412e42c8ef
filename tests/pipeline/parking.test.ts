import { beforeEach, describe, expect, it } from 'vitest';
import type { Outcome } from '../../src/domain/delivery.ts';
import { HOUR, MINUTE } from '../../src/domain/moment.ts';
import { silentLog } from '../../src/ops/log.ts';
import { tellMakers } from '../../src/pipeline/makers.ts';
import { unpark } from '../../src/store/parking.ts';
import { listSubscriptions } from '../../src/store/subscriptions.ts';
import { found, openWireRoom, type WireRoom } from '../fakes/wire-room.ts';

const { story, update, followUp, correction } = found;
const barred: Outcome = {
  outcome: 'barred',
  code: 50013,
  error: 'the bot lacks a permission in the channel',
};
const unanswered: Outcome = { outcome: 'unknown', error: 'the socket closed' };

let room: WireRoom;
beforeEach(async () => {
  room = await openWireRoom();
});

const parkings = async () => (await listSubscriptions(room.db)).map(({ parked }) => parked);
const tellAll = () => tellMakers({ ...room, log: silentLog });

/** A channel that has been parked with what was to be told there. */
async function parked(...views: Awaited<ReturnType<typeof room.story>>[]): Promise<void> {
  room.messenger.answer({ outcome: barred });
  for (const view of views) await room.tell(story(view));
  await room.work();
}

it('parks the watches of a channel that Discord refuses, and asks for nothing more there', async () => {
  await room.watch({ roleId: 'desk' });
  await room.watch({ tiers: ['measure'] });
  await room.watch({ channelId: 'another' });
  const views = await Promise.all(Array.from({ length: 4 }, () => room.story()));

  await parked(...views);
  const [first] = views;
  if (first) await room.tell(update(first), correction(first));
  for (let hour = 0; hour < 24; hour++) {
    await room.work();
    await room.clock.advance(HOUR);
  }

  const refused = room.messenger.attempts.filter(({ channelId }) => channelId === 'channel');
  expect(refused).toHaveLength(1);
  const at = Date.parse('2031-01-10T11:00:00Z');
  expect(await parkings()).toEqual([{ at, code: 50013 }, { at, code: 50013 }, null]);
});

it('parks it for an edit that is refused, too', async () => {
  await room.watch();
  const view = await room.story();
  await room.tell(story(view));
  await room.work();
  room.messenger.answer({ outcome: barred });
  await room.tell(update(view));
  await room.tell(update({ ...view, issuer: 'newest' }));
  await room.work();
  await room.tell(update({ ...view, issuer: 'newest of all' }));
  await room.work();
  expect(room.messenger.attempts).toHaveLength(2);

  await unpark(room.db, 'channel', room.clock.now());
  await room.work();

  expect(room.messenger.arrived.at(-1)?.body).toMatchObject({ view: { issuer: 'newest of all' } });
  expect(room.messenger.attempts).toHaveLength(3);
});

it('gives up what nobody asks for any more', async () => {
  const view = await room.story();
  await room.watch();
  await room.tell(story(view));
  await room.db.deleteFrom('subscriptions').execute();
  room.messenger.answer({ outcome: barred });

  await room.work();

  expect(await room.states()).toEqual({ rejected: 1 });
});

describe('once the bot may post there again', () => {
  it('tells what waited, in order, the refused one first', async () => {
    await room.watch();
    const views = [await room.story(), await room.story()];
    await parked(...views);
    await room.clock.advance(HOUR);

    expect(await unpark(room.db, 'channel', room.clock.now())).toBe(true);
    await room.work();

    expect(room.arrived()).toEqual(views.map(({ storyId }) => `story ${storyId}`));
    expect(await parkings()).toEqual([null]);
    expect(await unpark(room.db, 'channel', room.clock.now())).toBe(false);
  });

  it('tells many as one message, and in its newest state what has changed meanwhile', async () => {
    await room.watch();
    const views = await Promise.all(Array.from({ length: 7 }, () => room.story()));
    await parked(...views);
    const [first] = views;
    if (first)
      await room.tell(update({ ...first, issuer: 'newer' }), followUp({ ...first, issuer: 'newer' }));

    await unpark(room.db, 'channel', room.clock.now());
    await room.work();

    expect(room.arrived()).toEqual([`group ${views.map(({ storyId }) => storyId).join(' ')}`]);
    expect(room.messenger.arrived[0]?.body).toMatchObject({
      views: [{ issuer: 'newer' }, {}, {}, {}, {}, {}, {}],
    });
  });

  it('gives up what is older than three days, and says why', async () => {
    await room.watch();
    await parked(await room.story());
    await room.clock.advance(73 * HOUR);
    const late = await room.story();
    await room.tell(story(late));

    await unpark(room.db, 'channel', room.clock.now());
    await room.work();

    expect(room.arrived()).toEqual([`story ${late.storyId}`]);
    const errors = await room.db
      .selectFrom('deliveries')
      .select('error')
      .where('state', '=', 'rejected')
      .execute();
    expect(errors).toEqual([{ error: 'Discord refused the channel for over 72 hours' }]);
  });

  it('does not repeat what may have arrived before it was refused', async () => {
    await room.watch();
    const view = await room.story();
    await room.tell(story(view));
    room.messenger.answer({ outcome: unanswered, arrives: true }, { outcome: barred });
    await room.work();
    await room.clock.advance(MINUTE / 4);
    await room.work();
    expect(await parkings()).toMatchObject([{ code: 50013 }]);
    await room.clock.advance(HOUR);

    await unpark(room.db, 'channel', room.clock.now());
    await room.work();

    expect(room.arrived()).toEqual([`story ${view.storyId}`]);
    expect(await room.states()).toEqual({ sent: 1 });
  });

  it('also where that shows by another watch that has been made there', async () => {
    await room.watch();
    await parked(await room.story());
    await room.watch({ tiers: ['decision'] });

    await room.work();

    expect(room.arrived()).toHaveLength(1);
    expect(await parkings()).toEqual([null, null]);
  });
});

describe('whoever made a watch', () => {
  it('is told once, though there are several, and it stays so after a restart', async () => {
    await room.watch({ createdBy: 'ada', language: 'zh' });
    await room.watch({ createdBy: 'ada', tiers: ['measure'] });
    await room.watch({ createdBy: null });
    await parked(await room.story());

    await tellAll();
    await room.restart();
    await tellAll();

    expect(room.messenger.notices).toEqual([
      { userId: 'ada', kind: 'parked', guildId: 'guild', channelId: 'channel', language: 'zh' },
    ]);
  });

  it('is told later where Discord asks for patience, and not again where direct messages are closed', async () => {
    await room.watch({ createdBy: 'ada' });
    await parked(await room.story());
    room.messenger.answerPerson(
      { outcome: 'later', after: MINUTE, error: '429' },
      { outcome: 'rejected', error: 'takes no direct messages' },
    );

    for (let turn = 0; turn < 4; turn++) await tellAll();

    expect(room.messenger.notices).toEqual([]);
    expect(await parkings()).toMatchObject([{ told: true }]);
  });

  it('is told anew when it is parked anew', async () => {
    await room.watch({ createdBy: 'ada' });
    for (let time = 0; time < 2; time++) {
      await parked(await room.story());
      await tellAll();
      await unpark(room.db, 'channel', room.clock.now());
      await room.work();
    }

    expect(room.messenger.notices).toHaveLength(2);
  });
});
