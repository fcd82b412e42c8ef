import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import { HOUR, MINUTE } from '../../src/domain/moment.ts';
import { pauseSubscription, updateSubscription } from '../../src/store/subscriptions.ts';
import { found, openWireRoom, type WireRoom } from '../fakes/wire-room.ts';

const { story, update, followUp, correction, withdrawal, misled } = found;
const night = { from: '22:00', until: '07:00', exceptDecisions: false };
const butDecisions = { ...night, exceptDecisions: true };
const decision = { tier: 'decision', kind: 'batch' } as const;

let room: WireRoom;
/** 23:00 in Berlin. */
beforeEach(async () => {
  room = await openWireRoom('2031-01-10T22:00:00Z');
});

/** To 07:00 in Berlin. */
const untilMorning = () => room.clock.advance(8 * HOUR);
const last = () => room.messenger.arrived.at(-1);

it('holds what comes in quiet hours, and tells it in the order in which it came once they end', async () => {
  await room.watch({ quiet: night });
  const [one, other] = [await room.story(), await room.story()];
  await room.tell(story(one));
  await room.work();
  await room.tell(story(other));

  await untilMorning();
  await room.clock.advance(-1);
  await room.work();
  expect(room.arrived()).toEqual([]);
  expect(await room.states()).toEqual({ held: 2 });
  await room.clock.advance(1);
  await room.work();

  expect(room.arrived()).toEqual([`story ${one.storyId}`, `story ${other.storyId}`]);
  expect(await room.states()).toEqual({ sent: 2 });
});

it('never tells what turned out at night to have been our misreading', async () => {
  await room.watch({ quiet: night });
  const [never, other] = [await room.story(), await room.story()];
  await room.tell(story(never), story(other));
  await room.tell(...misled(never, room.clock.now()));

  await untilMorning();
  await room.work();
  expect(room.arrived()).toEqual([`story ${other.storyId}`]);
  expect(await room.states()).toEqual({ sent: 1 });
  // It may yet become news: the channel does not know of it.
  await room.tell(update(never));
  await room.work();

  expect(room.arrived()).toEqual([`story ${never.storyId}`]);
});

it('tells at once what comes by day', async () => {
  await room.watch({ quiet: { ...night, from: '23:30' } });
  await room.tell(story(await room.story()));

  await room.work();

  expect(room.arrived()).toHaveLength(1);
});

it('holds the message that a source cannot be read, too', async () => {
  await room.watch({ quiet: butDecisions });
  await room.tell({ kind: 'blind', authorityId: 'cn-mofcom', since: 0, sources: [] });

  await room.work();
  expect(room.arrived()).toEqual([]);
  await untilMorning();
  await room.work();

  expect(room.arrived()).toEqual(['blind']);
});

describe('decisions', () => {
  it('break through where they may, and nothing else does', async () => {
    await room.watch({ quiet: butDecisions, roleId: 'desk' });
    const [ruling, measure] = [await room.story(decision), await room.story()];

    await room.tell(story(measure), story(ruling));
    await room.work();

    expect(room.arrived()).toEqual([`story ${ruling.storyId}`]);
    expect(last()).toMatchObject({ silent: false, roleIds: ['desk'] });
    expect(await room.states()).toEqual({ sent: 1, held: 1 });
  });

  it('do not where they may not', async () => {
    await room.watch({ quiet: night });
    await room.tell(story(await room.story(decision)));

    await room.work();

    expect(room.arrived()).toEqual([]);
  });

  it('are held where they would not ring either: what is old is no emergency', async () => {
    await room.watch({ quiet: butDecisions });
    await room.tell(story(await room.story({ ...decision, lateness: 'old' })));

    await room.work();

    expect(room.arrived()).toEqual([]);
  });

  it('of a poll that found many are one message, without what is held', async () => {
    await room.watch({ quiet: butDecisions });
    const rulings = await Promise.all(Array.from({ length: 6 }, () => room.story(decision)));
    const measure = await room.story();

    await room.tell(story(measure), ...rulings.map(story));
    await room.work();

    expect(room.arrived()).toEqual([`group ${rulings.map(({ storyId }) => storyId).join(' ')}`]);
    expect(await room.states()).toEqual({ sent: 1, held: 1 });
  });
});

describe('a Story whose message is held', () => {
  it('is told as it is known in the morning, in one message', async () => {
    await room.watch({ quiet: night });
    const view = await room.story();
    await room.tell(story(view));
    const corrected = { ...view, issuer: 'as corrected' };
    await room.tell(update(corrected), correction(corrected));
    const more = { ...corrected, issuer: 'with more' };
    await room.tell(update(more), followUp(more));

    await untilMorning();
    await room.work();

    expect(room.arrived()).toEqual([`story ${view.storyId}`]);
    expect(last()?.body).toMatchObject({ view: { issuer: 'with more' } });
    expect(last()).toMatchObject({ operation: 'send', silent: false });
    expect(await room.states()).toEqual({ sent: 1 });
  });

  it('says so where it has been withdrawn meanwhile, and rings no phone', async () => {
    await room.watch({ quiet: night, roleId: 'desk' });
    const view = await room.story();
    await room.tell(story(view));
    const gone = { ...view, withdrawnAt: room.clock.now() };
    await room.tell(update(gone), withdrawal(gone));

    await untilMorning();
    await room.work();

    expect(room.arrived()).toEqual([`story ${view.storyId}`]);
    expect(last()).toMatchObject({
      silent: true,
      roleIds: [],
      body: { view: { withdrawnAt: gone.withdrawnAt } },
    });
  });

  it('is told at once, whole, when something on it breaks through', async () => {
    await room.watch({ quiet: butDecisions });
    const view = await room.story({ tier: 'statement', kind: 'statement' });
    await room.tell(story(view));
    const decided = { ...view, ...decision, issuer: 'decided' };
    await room.tell(update(decided), followUp(decided));

    await room.work();

    expect(room.arrived()).toEqual([`story ${view.storyId}`]);
    expect(last()).toMatchObject({ silent: false, body: { view: { issuer: 'decided' } } });
    await untilMorning();
    await room.work();
    expect(room.arrived()).toEqual([]);
  });

  it('and about which something breaks through that is old is told with it all the same', async () => {
    await room.watch({ quiet: butDecisions });
    const view = await room.story({ lateness: 'old' });
    await room.tell(story(view));
    await room.tell(followUp({ ...view, ...decision }));

    await room.work();

    expect(room.arrived()).toEqual([`story ${view.storyId}`]);
  });
});

it('edits a message that is sent at night as by day, and replies to it in the morning', async () => {
  const watch = await room.watch();
  const view = await room.story();
  await room.tell(story(view));
  await room.work();
  await updateSubscription(room.db, { ...watch, quiet: night });
  await room.tell(update(view), correction(view));

  await room.work();
  expect(room.arrived()).toEqual([`story ${view.storyId}`, `update ${view.storyId}`]);
  await untilMorning();
  await room.work();

  expect(room.arrived()).toEqual([`correction ${view.storyId}`]);
});

it('makes one message of more than five new Stories of a night, and edits it for none of them', async () => {
  await room.watch({ quiet: night, roleId: 'desk' });
  const views = await Promise.all(Array.from({ length: 6 }, () => room.story()));
  for (const view of views) await room.tell(story(view));
  const [first] = views;
  if (first)
    await room.tell(update({ ...first, issuer: 'newer' }), correction({ ...first, issuer: 'newer' }));

  await untilMorning();
  await room.work();

  expect(room.arrived()).toEqual([`group ${views.map(({ storyId }) => storyId).join(' ')}`]);
  expect(last()).toMatchObject({
    roleIds: ['desk'],
    body: { views: [{ issuer: 'newer' }, {}, {}, {}, {}, {}] },
  });
  expect(await room.states()).toEqual({ sent: 1 });
  if (first) await room.tell(update(first), followUp(first));
  await room.work();
  expect(room.arrived()).toEqual([`follow-up ${first?.storyId}`]);
  expect(last()).toMatchObject({ targetMessageId: `message-${room.messenger.arrived[0]?.deliveryId}` });
});

describe('where several watches share a channel', () => {
  it('tells at once what one of them may hear, without the role of the one that sleeps', async () => {
    await room.watch({ quiet: night, roleId: 'sleepers' });
    await room.watch({ roleId: 'night-shift' });
    await room.tell(story(await room.story()));

    await room.work();

    expect(room.arrived()).toHaveLength(1);
    expect(last()?.roleIds).toEqual(['night-shift']);
  });

  it('holds what only the one that sleeps wants', async () => {
    await room.watch({ quiet: night });
    await room.watch({ tiers: ['decision'] });
    await room.tell(story(await room.story()));

    await room.work();

    expect(room.arrived()).toEqual([]);
  });
});

describe('what is held', () => {
  it('is let go when quiet hours are switched off', async () => {
    const watch = await room.watch({ quiet: night });
    await room.tell(story(await room.story()));
    await updateSubscription(room.db, { ...watch, quiet: null });

    await room.work();

    expect(room.arrived()).toHaveLength(1);
  });

  it('is told though the filter has been changed since: it came before', async () => {
    const watch = await room.watch({ quiet: night });
    await room.tell(story(await room.story()));
    await updateSubscription(room.db, { ...watch, tiers: ['statement'] });

    await room.work();
    expect(room.arrived()).toEqual([]);
    await untilMorning();
    await room.work();

    expect(room.arrived()).toHaveLength(1);
  });

  it('is given up when nobody there wants to be told any more', async () => {
    const watch = await room.watch({ quiet: night });
    await room.tell(story(await room.story()));
    await pauseSubscription(room.db, watch, true, room.clock.now());

    await untilMorning();
    await room.work();

    expect(room.arrived()).toEqual([]);
    expect(await room.states()).toEqual({ rejected: 1 });
  });

  it('waits although it was put off by day', async () => {
    room = await openWireRoom('2031-01-10T20:59:00Z');
    await room.watch({ quiet: night });
    room.messenger.answer({ outcome: { outcome: 'later', after: 5 * MINUTE, error: '429' } });
    await room.tell(story(await room.story()));
    await room.work();
    await room.clock.advance(10 * MINUTE);
    await room.work();
    expect(await room.states()).toEqual({ held: 1 });

    await room.clock.advance(10 * HOUR);
    await room.work();

    expect(room.arrived()).toHaveLength(1);
  });
});

it('tells every Story once, in its newest state, in order, however the night goes', async () => {
  const step = fc.record({
    does: fc.constantFrom('story', 'update', 'follow-up', 'withdraw', 'wait', 'restart', 'toggle', 'lost'),
    story: fc.nat(4),
    tier: fc.constantFrom('decision', 'measure', 'statement'),
  });
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 14 }), fc.boolean(), async (steps, exceptDecisions) => {
      room = await openWireRoom('2031-03-29T21:00:00Z');
      const watch = await room.watch({ quiet: { ...night, exceptDecisions } });
      const known = new Map<number, Awaited<ReturnType<typeof room.story>>>();
      for (const [index, { does, story: which, tier }] of steps.entries()) {
        const view = known.get(which);
        const newer = view && { ...view, issuer: `known since ${index}` };
        if (newer && does !== 'wait') known.set(which, newer);
        if (does === 'story' && !view) {
          const begun = await room.story({ tier });
          known.set(which, begun);
          await room.tell(story(begun));
        } else if (newer && (does === 'update' || does === 'story')) await room.tell(update(newer));
        else if (newer && does === 'follow-up') await room.tell(update(newer), followUp(newer));
        else if (newer && does === 'withdraw') await room.tell(update(newer), withdrawal(newer));
        else if (newer) await room.tell(update(newer));
        if (does === 'wait') await room.clock.advance(3 * HOUR);
        if (does === 'restart') await room.restart();
        if (does === 'lost')
          room.messenger.answer({ outcome: { outcome: 'unknown', error: 'lost' }, arrives: true });
        if (does === 'toggle')
          await updateSubscription(room.db, { ...watch, quiet: index % 2 ? night : null });
      }
      for (let turn = 0; turn < 30; turn++) {
        await room.clock.advance(HOUR / 2);
        for (let beat = 0; beat < 3; beat++) {
          await room.work();
          await room.clock.advance(10_000);
        }
      }

      const sends = room.messenger.arrived.filter(({ operation }) => operation === 'send');
      const told = sends.flatMap(({ body }) =>
        'views' in body ? body.views : 'view' in body ? [body.view] : [],
      );
      const ids = [...known.values()].map(({ storyId }) => storyId);
      expect(told.map(({ storyId }) => storyId).toSorted()).toEqual(ids.toSorted());
      // What a channel reads of a Story in the end is its newest state, in the message or in what follows it.
      for (const { storyId, issuer } of known.values()) {
        const about = room.messenger.arrived.flatMap(({ body }) =>
          'views' in body ? body.views : 'view' in body ? [body.view] : [],
        );
        const newest = about.findLast((view) => view.storyId === storyId);
        const grouped = sends.some(
          ({ body }) => body.kind === 'group' && body.views.some((v) => v.storyId === storyId),
        );
        if (!grouped) expect(newest?.issuer).toBe(issuer);
      }
      expect(Object.keys(await room.states())).toEqual(ids.length > 0 ? ['sent'] : []);
    }),
    { numRuns: 40 },
  );
});
