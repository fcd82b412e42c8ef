import { beforeEach, expect, it } from 'vitest';
import type { AlertBody } from '../../src/domain/alert.ts';
import { HOUR, MINUTE } from '../../src/domain/moment.ts';
import { saveServer } from '../../src/store/servers.ts';
import { type Newsroom, openNewsroom } from './newsroom.ts';

const [failing, other] = ['cn-mofcom-policy', 'cn-mofcom-spokesperson'] as const;

let room: Newsroom;
beforeEach(async () => {
  room = await openNewsroom([failing, other]);
  await room.subscribe();
  await saveServer(room.db, { guildId: 'guild', opsChannelId: 'ops' });
  await room.poll();
});

/** What the channel for those who look after the bot was told since last asked; nobody else may be. */
function toldOps(): Extract<AlertBody, { kind: 'source' }>['news'][] {
  const all = room.messenger.arrived.splice(0);
  expect(all.filter(({ channelId }) => channelId !== 'ops')).toEqual([]);
  expect(all.every(({ silent, roleIds }) => silent && roleIds.length === 0)).toBe(true);
  return all.flatMap(({ body }) => (body.kind === 'source' ? [body.news] : []));
}

/** One source fails for a while, and the other goes on. */
async function failFor(minutes: number): Promise<void> {
  for (let passed = 0; passed <= minutes; passed += 10) {
    room.ministry.challenge('cn-mofcom', true);
    await room.poll(failing);
    room.ministry.challenge('cn-mofcom', false);
    await room.poll(other);
    await room.clock.advance(10 * MINUTE);
  }
}

it('is told once of a source in trouble, with who covers it, and once when it reads again', async () => {
  const since = room.clock.now();

  await failFor(20);
  expect(toldOps()).toEqual([]);
  await failFor(60);
  expect(toldOps()).toMatchObject([{ what: 'degraded', since, reason: 'challenge', coveredBy: [other] }]);

  await room.poll(failing);
  expect(toldOps()).toEqual([{ what: 'readable', since, until: room.clock.now() }]);
  await room.poll(failing);
  expect(toldOps()).toEqual([]);
});

it('is told nothing of trouble that passes before it is any', async () => {
  await failFor(10);
  await room.poll(failing);

  expect(toldOps()).toEqual([]);
});

it('is told nothing where nobody covers the authority: that concerns everybody', async () => {
  room.ministry.challenge('cn-mofcom', true);
  for (let passed = 0; passed < 3 * HOUR; passed += 20 * MINUTE) {
    await room.poll();
    await room.clock.advance(20 * MINUTE);
  }

  expect(room.messenger.arrived.map(({ channelId, body }) => `${channelId}: ${body.kind}`)).toEqual([
    'channel: blind',
  ]);
});

it('is nowhere unless a server has one', async () => {
  await saveServer(room.db, { guildId: 'guild', opsChannelId: null });

  await failFor(60);

  expect(toldOps()).toEqual([]);
});
