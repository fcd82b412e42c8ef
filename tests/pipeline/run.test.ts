import { describe, expect, it } from 'vitest';
import { story } from '../../demo/ministry/texts.ts';
import { MINUTE } from '../../src/domain/moment.ts';
import type { Fetcher } from '../../src/fetch/fetcher.ts';
import { fastClock } from '../../src/ops/clock.ts';
import { silentLog } from '../../src/ops/log.ts';
import { poll } from '../../src/pipeline/poll.ts';
import { Bell, runOutbox, runPolls } from '../../src/pipeline/run.ts';
import { findStories } from '../../src/store/lookups.ts';
import { claimSource, enabledSources, LeaseLost, voidLeases } from '../../src/store/sources.ts';
import { type Newsroom, openNewsroom } from './newsroom.ts';

/** Has something happen just before the answer to the next request for an article. */
function beforeArticle(room: Newsroom, happen: () => Promise<unknown>): void {
  const { fetcher } = room.ports;
  const interrupted: Fetcher = {
    ...fetcher,
    async fetch(request) {
      if (request.url.includes('/art_')) await happen();
      return fetcher.fetch(request);
    },
  };
  room.ports.fetcher = interrupted;
}

describe('a poller whose lease was taken over', () => {
  it('records nothing', async () => {
    const room = await openNewsroom(['cn-mofcom-policy']);
    await room.subscribe();
    await room.poll();
    room.ministry.publish('policy', story.notice.post);
    const before = await findStories(room.db, { limit: 50 });
    const claim = await claimSource(room.db, room.clock.now(), room.clock.now() + MINUTE, 'cn-mofcom-policy');
    const source = room.ports.sources.get('cn-mofcom-policy');
    if (!claim || !source) throw new Error('the source is free');
    beforeArticle(room, async () => {
      await voidLeases(room.db);
      await claimSource(room.db, room.clock.now(), room.clock.now() + MINUTE, source.id);
    });

    await expect(poll(source, claim, room.ports, { force: true })).rejects.toThrow(LeaseLost);

    expect(await findStories(room.db, { limit: 50 })).toEqual(before);
    expect(await room.db.selectFrom('deliveries').select('id').execute()).toEqual([]);
  });
});

describe('the loop that polls', () => {
  it('polls what is due, goes on past an error of ours in one source, and ends when told to', async () => {
    const room = await openNewsroom(['cn-mofcom-policy', 'cn-tao', 'uk-ofsi']);
    const { fetcher } = room.ports;
    const stop = new AbortController();
    const polled: string[] = [];
    const allRead = Promise.withResolvers<void>();
    const ports = {
      ...room.ports,
      log: silentLog,
      clock: fastClock(room.clock.now(), 1000),
      fetcher: {
        ...fetcher,
        fetch: (request: Parameters<Fetcher['fetch']>[0]) =>
          request.url.includes('gwytb') ? Promise.reject(new TypeError('a bug')) : fetcher.fetch(request),
      },
    };

    const ended = runPolls(ports, {
      signal: stop.signal,
      onPolled: ({ sourceId }) => {
        polled.push(sourceId);
        if (new Set(polled).size === 2) allRead.resolve();
      },
    });
    await allRead.promise;
    stop.abort();
    await ended;

    expect(new Set(polled)).toEqual(new Set(['cn-mofcom-policy', 'uk-ofsi']));
    const read = (await enabledSources(room.db)).filter(({ baselineAt }) => baselineAt !== null);
    expect(read.map(({ id }) => id)).toEqual(['cn-mofcom-policy', 'uk-ofsi']);
  });

  it('wakes the outbox, which delivers at once', async () => {
    const room = await openNewsroom(['cn-mofcom-policy']);
    await room.subscribe();
    await room.poll();
    const stop = new AbortController();
    const bell = new Bell();
    const outbox = runOutbox(
      { db: room.db, messenger: room.messenger, clock: room.clock, log: silentLog },
      { signal: stop.signal, bell },
    );
    room.ministry.publish('policy', story.notice.post);
    const claim = await claimSource(room.db, room.clock.now(), room.clock.now() + MINUTE, 'cn-mofcom-policy');
    const source = room.ports.sources.get('cn-mofcom-policy');
    if (!claim || !source) throw new Error('the source is free');

    await poll(source, claim, room.ports, { force: true });
    const delivered = whenDelivered(room);
    bell.ring();
    await delivered;
    stop.abort();
    await outbox;

    expect(room.told()).toHaveLength(1);
  });
});

function whenDelivered({ messenger }: Newsroom): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>();
  const deliver = messenger.deliver.bind(messenger);
  messenger.deliver = async (outgoing) => {
    const outcome = await deliver(outgoing);
    resolve();
    return outcome;
  };
  return promise;
}
