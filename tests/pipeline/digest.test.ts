import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import { viewsIn } from '../../src/domain/alert.ts';
import { DAY, HOUR } from '../../src/domain/moment.ts';
import { park, unpark } from '../../src/store/parking.ts';
import { pauseSubscription, updateSubscription } from '../../src/store/subscriptions.ts';
import { found, openWireRoom, type WireRoom } from '../fakes/wire-room.ts';

const { story, update, followUp, correction, withdrawal, misled } = found;
const daily = { every: 'day', at: '08:00' } as const;
const decision = { tier: 'decision', kind: 'batch' } as const;
const statement = { tier: 'statement', kind: 'statement' } as const;

let room: WireRoom;
/** 09:00 in Berlin: the next digest comes in 23 hours. */
beforeEach(async () => {
  room = await openWireRoom('2031-01-10T08:00:00Z');
});

const untilDigest = () => room.clock.advance(23 * HOUR);
function last() {
  const body = room.messenger.arrived.at(-1)?.body;
  if (body?.kind !== 'digest') throw new Error(`${body?.kind} is no digest`);
  return body;
}
const news = () => last().entries.map((entry) => `${entry.news} ${entry.view.storyId}`);

it('tells nothing at once, and all of a day in one message at its time', async () => {
  await room.watch({ digest: daily, roleId: 'desk' });
  const [measure, ruling, remark, later] = [
    await room.story(),
    await room.story(decision),
    await room.story(statement),
    await room.story({ firstSeenAt: room.clock.now() + HOUR }),
  ];
  await room.tell(story(measure), story(remark));
  await room.work();
  await room.tell(story(ruling), story(later));
  await room.clock.advance(23 * HOUR - 1);
  await room.work();
  expect(room.arrived()).toEqual([]);

  await room.clock.advance(1);
  await room.work();
  await room.work();

  const order = [ruling, later, measure, remark].map(({ storyId }) => storyId);
  expect(room.arrived()).toEqual([`digest ${order.join(' ')}`]);
  expect(last()).toMatchObject({ every: 'day', counts: { decision: 1, measure: 2, statement: 1 } });
  expect(room.messenger.arrived.at(-1)).toMatchObject({
    silent: false,
    roleIds: ['desk'],
    operation: 'send',
  });
});

it('is silent where it holds statements only, and not sent where there is nothing', async () => {
  await room.watch({ digest: daily, roleId: 'desk' });
  await room.tell(story(await room.story(statement)));
  await untilDigest();
  await room.work();
  expect(room.messenger.arrived.at(-1)).toMatchObject({ silent: true, roleIds: [] });

  await room.clock.advance(3 * DAY);
  await room.work();

  expect(room.arrived()).toHaveLength(1);
});

it('goes by its filter', async () => {
  await room.watch({ digest: daily, tiers: ['decision'] });
  const ruling = await room.story(decision);
  await room.tell(story(ruling), story(await room.story()));
  await untilDigest();
  await room.work();

  expect(room.arrived()).toEqual([`digest ${ruling.storyId}`]);
});

it('lists of a known Story what is new: once, by what weighs most, as it is known now', async () => {
  await room.watch({ digest: daily });
  const [one, two, three] = [await room.story(), await room.story(), await room.story()];
  await room.tell(story(one), story(two), story(three));
  await untilDigest();
  await room.work();
  await room.tell(update(one), followUp(one));
  const corrected = { ...one, issuer: 'corrected' };
  await room.tell(update(corrected), correction(corrected));
  await room.tell(withdrawal({ ...two, withdrawnAt: room.clock.now() }));
  await room.tell(update(three));
  await room.clock.advance(DAY);
  await room.work();

  // The newer one, but it stands no more: it must not lead what a phone shows.
  expect(news()).toEqual([`correction ${one.storyId}`, `withdrawal ${two.storyId}`]);
  expect(viewsIn(last()).find(({ storyId }) => storyId === one.storyId)?.issuer).toBe('corrected');
});

describe('of an error of ours', () => {
  it('says that it was ours where the channel was told of the Story', async () => {
    await room.watch({ digest: daily });
    const [told, gone] = [await room.story(), await room.story()];
    await room.tell(story(told), story(gone));
    await untilDigest();
    await room.work();
    await room.tell(...misled(told, room.clock.now()));
    await room.tell(withdrawal({ ...gone, withdrawnAt: room.clock.now() }));
    await room.clock.advance(DAY);
    await room.work();

    expect(last().entries.map(({ news, by, view }) => ({ news, by, story: view.storyId }))).toEqual(
      expect.arrayContaining([
        { news: 'withdrawal', by: 'us', story: told.storyId },
        { news: 'withdrawal', by: undefined, story: gone.storyId },
      ]),
    );
  });

  it('says nothing where nothing had been said', async () => {
    await room.watch({ digest: daily });
    const [never, other] = [await room.story(decision), await room.story()];
    await room.tell(story(never), story(other));
    await room.tell(...misled(never, room.clock.now()));
    await untilDigest();
    await room.work();

    expect(news()).toEqual([`story ${other.storyId}`]);
    expect(last().counts).toEqual({ decision: 0, measure: 1, statement: 0 });
  });

  it("does not take for the source's what we have put right before the channel heard of it", async () => {
    const view = await room.story();
    await room.tell(story(view));
    await room.clock.advance(1);
    await room.watch({ digest: daily });
    await room.tell({ kind: 'correction', view, changes: [], by: 'us' });
    await untilDigest();
    await room.work();

    expect(room.arrived()).toEqual([]);
  });
});

it('lists a new Story once, with all that came of it', async () => {
  await room.watch({ digest: daily });
  const view = await room.story();
  await room.tell(story(view));
  await room.tell(update(view), followUp({ ...view, issuer: 'more' }));
  await untilDigest();
  await room.work();

  expect(news()).toEqual([`story ${view.storyId}`]);
  expect(last().entries[0]?.view.issuer).toBe('more');
});

it('lists what a filter looks for and what came to a Story only later', async () => {
  await room.watch({ digest: daily, goods: ['gallium'] });
  const view = await room.story({ facts: { ...(await room.story()).facts, goods: [] } });
  await room.tell(story(view));
  await untilDigest();
  await room.work();
  expect(room.arrived()).toEqual([]);
  await room.tell(update({ ...view, facts: { ...view.facts, goods: ['gallium'] } }));
  await room.clock.advance(DAY);
  await room.work();

  expect(news()).toEqual([`story ${view.storyId}`]);
});

it('leaves it to be told at once that a source cannot be read', async () => {
  await room.watch({ digest: daily });
  await room.tell({ kind: 'blind', authorityId: 'cn-mofcom', since: 0, sources: [] });

  await room.work();

  expect(room.arrived()).toEqual(['blind']);
});

describe('beside a watch of the same channel that is told at once', () => {
  it('lists only what that one did not tell', async () => {
    await room.watch({ tiers: ['decision'] });
    await room.watch({ digest: daily });
    const [ruling, measure] = [await room.story(decision), await room.story()];
    await room.tell(story(ruling), story(measure));
    await room.tell(followUp(ruling), followUp(measure));
    await room.work();
    expect(room.arrived()).toEqual([`story ${ruling.storyId}`, `follow-up ${ruling.storyId}`]);
    await untilDigest();
    await room.work();

    expect(news()).toEqual([`story ${measure.storyId}`]);
  });

  it('leaves out what that one tells in the morning, with all that came of it at night', async () => {
    room = await openWireRoom('2031-01-10T22:00:00Z');
    await room.watch({ quiet: { from: '22:00', until: '07:00', exceptDecisions: false } });
    await room.watch({ digest: daily });
    const view = await room.story();
    await room.tell(story(view));
    await room.tell(update(view), followUp(view));
    await room.clock.advance(8 * HOUR);
    await room.work();
    await room.clock.advance(2 * HOUR);
    await room.work();

    expect(room.arrived()).toEqual([`story ${view.storyId}`]);
  });

  it('does not take for news what is told to another channel only now', async () => {
    const before = await room.story();
    await room.watch({
      channelId: 'another',
      quiet: { from: '08:30', until: '10:00', exceptDecisions: false },
    });
    await room.tell(story(before));
    await room.tell(update(before), followUp({ ...before, ...statement }));
    await room.clock.advance(HOUR / 2);
    await room.watch({ digest: daily, tiers: ['measure'] });
    await room.clock.advance(HOUR);
    await room.work();
    expect(room.arrived()).toEqual([`story ${before.storyId}`]);
    await room.clock.advance(DAY);
    await room.work();

    expect(room.arrived()).toEqual([]);
  });

  it('is answered by a follow-up to what the digest told', async () => {
    const instant = await room.watch({ tiers: ['decision'] });
    await room.watch({ digest: daily });
    const view = await room.story();
    await room.tell(story(view));
    await untilDigest();
    await room.work();
    await updateSubscription(room.db, { ...instant, tiers: [] });
    await room.tell(update(view), followUp(view));
    await room.work();

    expect(room.arrived()).toEqual([`digest ${view.storyId}`, `follow-up ${view.storyId}`]);
    const [digest, reply] = room.messenger.arrived;
    expect(reply?.targetMessageId).toBe(`message-${digest?.deliveryId}`);
  });
});

describe('beside a watch of the same channel with another digest', () => {
  const evening = { every: 'day', at: '20:00' } as const;

  it('lists a Story once, and each thing that comes of it once', async () => {
    await room.watch({ digest: daily });
    await room.watch({ digest: evening });
    const [one, other] = [await room.story(), await room.story()];
    await room.tell(story(one), story(other));
    await room.clock.advance(11 * HOUR);
    await room.work();
    expect(news()).toEqual([`story ${other.storyId}`, `story ${one.storyId}`]);
    await room.tell(update(one), followUp(one));
    await room.clock.advance(12 * HOUR);
    await room.work();
    expect(news()).toEqual([`follow-up ${one.storyId}`]);
    expect(room.arrived()).toHaveLength(2);

    await room.tell(update(other), correction(other));
    await room.clock.advance(12 * HOUR);
    await room.work();
    expect(news()).toEqual([`correction ${other.storyId}`]);
    await room.clock.advance(DAY);
    await room.work();

    expect(room.arrived()).toHaveLength(1);
  });

  it('leaves to the other what only that one wants', async () => {
    await room.watch({ digest: daily, tiers: ['decision'] });
    await room.watch({ digest: evening, tiers: ['measure'] });
    const [ruling, measure] = [await room.story(decision), await room.story()];
    await room.tell(story(ruling), story(measure));
    await room.clock.advance(11 * HOUR);
    await room.work();
    expect(room.arrived()).toEqual([`digest ${measure.storyId}`]);
    await room.clock.advance(12 * HOUR);
    await room.work();

    expect(room.arrived()).toEqual([`digest ${ruling.storyId}`]);
  });
});

describe('the time of a digest', () => {
  it('that fell into a pause of ours is made up for once', async () => {
    await room.watch({ digest: daily });
    const view = await room.story();
    await room.tell(story(view));
    await room.clock.advance(5 * DAY);

    await room.restart();
    await room.restart();

    expect(room.arrived()).toEqual([`digest ${view.storyId}`]);
  });

  it('begins where the watch was made, and not where digests were chosen for it a second time', async () => {
    await room.tell(story(await room.story()));
    const watch = await room.watch({ digest: daily });
    const view = await room.story();
    await room.tell(story(view));
    await room.clock.advance(HOUR);
    await updateSubscription(room.db, { ...watch, language: 'zh', since: room.clock.now() });
    await untilDigest();
    await room.work();

    expect(room.arrived()).toEqual([`digest ${view.storyId}`]);
  });

  it('is now, once, when digests are switched off', async () => {
    const watch = await room.watch({ digest: daily });
    const [before, after] = [await room.story(), await room.story()];
    await room.tell(story(before));
    await updateSubscription(room.db, { ...watch, digest: null });
    await room.tell(story(after));
    await room.work();
    await room.clock.advance(3 * DAY);
    await room.work();

    expect(room.arrived().toSorted()).toEqual([`digest ${before.storyId}`, `story ${after.storyId}`]);
  });

  it('passes for a watch that is paused: what came meanwhile is in the archive', async () => {
    const watch = await room.watch({ digest: daily });
    await pauseSubscription(room.db, watch, true, room.clock.now());
    await room.tell(story(await room.story()));
    await room.clock.advance(2 * DAY);
    await room.work();
    await pauseSubscription(room.db, watch, false, room.clock.now());
    const view = await room.story();
    await room.tell(story(view));
    await room.clock.advance(DAY);
    await room.work();

    expect(room.arrived()).toEqual([`digest ${view.storyId}`]);
  });

  it('waits while the channel is parked', async () => {
    await room.watch({ digest: daily });
    const view = await room.story();
    await room.tell(story(view));
    await park(room.db, 'channel', { at: room.clock.now(), code: 50013 });
    await room.clock.advance(4 * DAY);
    await room.work();
    expect(room.arrived()).toEqual([]);
    await unpark(room.db, 'channel', room.clock.now());
    await room.work();

    expect(room.arrived()).toEqual([`digest ${view.storyId}`]);
  });

  it('in quiet hours is their end, decisions or not', async () => {
    await room.watch({ digest: daily, quiet: { from: '22:00', until: '09:00', exceptDecisions: true } });
    await room.tell(story(await room.story(decision)));
    await untilDigest();
    await room.work();
    expect(room.arrived()).toEqual([]);
    await room.clock.advance(HOUR);
    await room.work();

    expect(room.arrived()).toHaveLength(1);
  });
});

it('lists every Story once, whatever comes between, over the change of the clocks', async () => {
  const step = fc.record({
    does: fc.constantFrom('story', 'update', 'follow-up', 'wait', 'wait', 'restart', 'edit'),
    story: fc.nat(5),
    tier: fc.constantFrom('decision', 'measure', 'statement'),
  });
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 16 }), fc.boolean(), async (steps, alsoAtOnce) => {
      room = await openWireRoom('2031-03-28T09:00:00Z');
      const watch = await room.watch({ digest: { every: 'day', at: '02:30' } });
      if (alsoAtOnce) await room.watch({ tiers: ['decision'] });
      const known = new Map<number, Awaited<ReturnType<typeof room.story>>>();
      for (const { does, story: which, tier } of steps) {
        const view = known.get(which);
        if (does === 'wait') await room.clock.advance(7 * HOUR);
        else if (does === 'restart') await room.restart();
        else if (does === 'edit') await updateSubscription(room.db, { ...watch, since: room.clock.now() });
        else if (!view) {
          const begun = await room.story({ tier });
          known.set(which, begun);
          await room.tell(story(begun));
        } else await room.tell(...(does === 'follow-up' ? [update(view), followUp(view)] : [update(view)]));
        await room.work();
      }
      await room.clock.advance(DAY);
      await room.work();

      const first = room.messenger.arrived.flatMap(({ body }) => {
        if (body.kind === 'digest')
          return body.entries.flatMap((entry) => (entry.news === 'story' ? [entry.view] : []));
        return body.kind === 'story' ? [body.view] : [];
      });
      const ids = [...known.values()].map(({ storyId }) => storyId);
      expect(first.map(({ storyId }) => storyId).toSorted()).toEqual(ids.toSorted());
    }),
    { numRuns: 30 },
  );
});
