import { describe, expect, it } from 'vitest';
import { story } from '../../demo/ministry/texts.ts';
import { HOUR, MINUTE } from '../../src/domain/moment.ts';
import { blindFrom } from '../../src/pipeline/watchdogs.ts';
import { findStories } from '../../src/store/lookups.ts';
import { enabledSources } from '../../src/store/sources.ts';
import { openNewsroom } from './newsroom.ts';

const columns = ['cn-mofcom-spokesperson', 'cn-mofcom-policy'];

describe('a failed read', () => {
  it('changes nothing but the health of its source', async () => {
    const room = await openNewsroom(columns);
    await room.poll();
    const before = await findStories(room.db, { limit: 50 });

    room.ministry.challenge('cn-mofcom', true);
    const [polled] = await room.poll('cn-mofcom-policy');

    expect(polled).toMatchObject({
      listing: 'failed',
      newItems: 0,
      alerts: [],
      failure: { reason: 'challenge' },
    });
    expect(await findStories(room.db, { limit: 50 })).toEqual(before);
    const [policy] = await enabledSources(room.db);
    expect(policy).toMatchObject({ id: 'cn-mofcom-policy', failures: 1, failureReason: 'challenge' });
  });

  it('waits longer after every failure, and polls as usual once it reads again', async () => {
    const room = await openNewsroom(['cn-mofcom-policy']);
    await room.poll();
    room.ministry.challenge('cn-mofcom', true);

    const pauses: number[] = [];
    for (let failure = 0; failure < 8; failure++) {
      await room.poll();
      const [source] = await enabledSources(room.db);
      pauses.push(((source?.nextPollAt ?? 0) - room.clock.now()) / MINUTE);
    }
    room.ministry.challenge('cn-mofcom', false);
    await room.poll();

    const cadence = room.ports.sources.get('cn-mofcom-policy')?.cadence ?? 0;
    const expected = [1, 2, 4, 8, 16].map((factor) => factor * cadence);
    for (const [index, minutes] of expected.entries()) {
      expect(pauses[index]).toBeGreaterThanOrEqual(0.8 * minutes);
      expect(pauses[index]).toBeLessThan(1.2 * minutes);
    }
    expect(Math.max(...pauses)).toBeLessThan(1.2 * 360);
    expect(pauses.at(-1)).toBeGreaterThan(0.8 * 360);
    const [source] = await enabledSources(room.db);
    expect(source).toMatchObject({ failures: 0, failingSince: null });
    expect((source?.nextPollAt ?? 0) - room.clock.now()).toBeLessThan(1.1 * cadence * MINUTE);
  });

  it('never turns a first poll into a baseline', async () => {
    const room = await openNewsroom(['cn-mofcom-policy']);
    await room.subscribe();
    room.ministry.challenge('cn-mofcom', true);
    await room.poll();
    room.ministry.challenge('cn-mofcom', false);

    await room.poll();

    expect(room.told()).toEqual([]);
    expect(await findStories(room.db, { limit: 50 })).not.toHaveLength(0);
  });
});

describe('an authority that nobody covers', () => {
  it('is told once, and once when it is read again with what was caught up', async () => {
    const room = await openNewsroom(columns);
    await room.subscribe();
    await room.subscribe({ channelId: 'britain', authorities: ['uk-ofsi'] });
    await room.poll();
    room.ministry.challenge('cn-mofcom', true);

    for (let minutes = 0; minutes <= 60; minutes += 10) {
      await room.poll();
      await room.clock.advance(10 * MINUTE);
    }
    expect(room.told()).toEqual([{ kind: 'blind', channelId: 'channel', operation: 'send' }]);

    for (const column of story.missedApproval.columns)
      room.ministry.publish(column, story.missedApproval.post);
    for (const column of story.missedFair.columns) room.ministry.publish(column, story.missedFair.post);
    room.ministry.challenge('cn-mofcom', false);
    await room.poll();

    expect(room.told().map(({ kind }) => kind)).toEqual(['story', 'recovery']);
    expect(room.messenger.arrived.at(-1)).toMatchObject({
      silent: true,
      roleIds: [],
      body: { caughtUp: { items: 2, relevant: 1 } },
    });
    await room.poll();
    expect(room.told()).toEqual([]);
  });

  it('is not blind while one source still reads', async () => {
    const room = await openNewsroom(columns);
    await room.subscribe();
    await room.poll();
    room.ministry.challenge('cn-mofcom', true);
    for (let hours = 0; hours < 3; hours++) {
      await room.poll('cn-mofcom-policy');
      await room.clock.advance(HOUR);
    }

    expect(room.told()).toEqual([]);
  });

  it('ends half an hour after the first source reads again, though another stays broken', async () => {
    const room = await openNewsroom(columns);
    await room.subscribe();
    await room.poll();
    room.ministry.challenge('cn-mofcom', true);
    for (let minutes = 0; minutes <= 40; minutes += 10) {
      await room.poll();
      await room.clock.advance(10 * MINUTE);
    }
    room.told();
    const shell = new URL('/xwfb/xwfyrth/', 'https://www.mofcom.gov.cn').href;
    room.ministry.challenge('cn-mofcom', false);
    await room.poll('cn-mofcom-policy');
    expect(room.told(), `${shell} has not been read again`).toEqual([]);

    await room.clock.advance(31 * MINUTE);
    await room.poll('cn-mofcom-policy');

    expect(room.told().map(({ kind }) => kind)).toEqual(['recovery']);
  });
});

it.each([
  [
    'all failing for long enough',
    [
      [3, 0],
      [5, 10],
    ],
    45,
    10,
  ],
  [
    'one failing for too short a time',
    [
      [3, 0],
      [3, 20],
    ],
    45,
    null,
  ],
  [
    'one that has failed only twice',
    [
      [3, 0],
      [2, 0],
    ],
    45,
    null,
  ],
  [
    'one that reads',
    [
      [3, 0],
      [0, null],
    ],
    45,
    null,
  ],
  ['no source at all', [], 45, null],
])('blindness: %s', (_, sources, now, since) => {
  const states = (sources as [number, number | null][]).map(([failures, minutes]) => ({
    failures,
    failingSince: minutes === null ? null : minutes * MINUTE,
  }));

  expect(blindFrom(states, now * MINUTE)).toBe(since === null ? null : since * MINUTE);
});
