import { expect, it } from 'vitest';
import { createSpacing } from '../../src/fetch/spacing.ts';
import { stillClock } from './support.ts';

const { signal } = new AbortController();

it('lets the first request go at once, and each further one a gap later', async () => {
  const clock = stillClock();
  const spacing = createSpacing(clock, 1500);

  await Promise.all([1, 2, 3].map(() => spacing.turn('ministry.example', signal)));

  expect(clock.slept).toEqual([1500, 3000]);
});

it('lets nobody wait for another host', async () => {
  const clock = stillClock();
  const spacing = createSpacing(clock, 1500);

  await spacing.turn('ministry.example', signal);
  await spacing.turn('customs.example', signal);

  expect(clock.slept).toEqual([]);
});

it('asks for no wait where the gap has gone by', async () => {
  let now = 0;
  const clock = { ...stillClock(), now: () => now };
  const spacing = createSpacing(clock, 1000);

  await spacing.turn('ministry.example', signal);
  now = 400;
  await spacing.turn('ministry.example', signal);
  now = 2000;
  await spacing.turn('ministry.example', signal);

  expect(clock.slept).toEqual([600]);
});

it('does not send who was called off while waiting', async () => {
  const controller = new AbortController();
  const clock = { ...stillClock(), sleep: async () => controller.abort(new Error('called off')) };
  const spacing = createSpacing(clock, 1000);

  await spacing.turn('ministry.example', signal);

  await expect(spacing.turn('ministry.example', controller.signal)).rejects.toThrow('called off');
});
