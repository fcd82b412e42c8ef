import { describe, expect, it } from 'vitest';
import type { Post } from '../../demo/ministry/archive.ts';
import { story } from '../../demo/ministry/texts.ts';
import { type FailureReason, ReadFailure } from '../../src/domain/failure.ts';
import { DAY, HOUR, MINUTE, SECOND } from '../../src/domain/moment.ts';
import type { Fetcher } from '../../src/fetch/fetcher.ts';
import { silentLog } from '../../src/ops/log.ts';
import { enabledSources } from '../../src/store/sources.ts';
import { type Newsroom, openNewsroom } from './newsroom.ts';

/** Makes every article page unreadable, and only those, until it is called off. */
function breakArticles(room: Newsroom, reason: FailureReason = 'server-error'): () => void {
  const whole = room.ports.fetcher;
  const broken: Fetcher = {
    ...whole,
    fetch(request) {
      if (!request.url.includes('/art_')) return whole.fetch(request);
      return Promise.reject(new ReadFailure(reason, `${request.url} cannot be read`));
    },
  };
  room.ports.fetcher = broken;
  return () => {
    room.ports.fetcher = whole;
  };
}

describe('a notice whose article cannot be read', () => {
  it('is alerted by its title after two minutes, marked, and completed when the text is there', async () => {
    const room = await openNewsroom(['cn-mofcom-policy']);
    await room.subscribe();
    await room.poll();
    const mend = breakArticles(room);
    room.ministry.publish('policy', story.notice.post);
    await room.poll();
    await room.clock.advance(MINUTE);
    await room.poll();
    expect(room.told()).toEqual([]);

    await room.clock.advance(MINUTE + SECOND);
    await room.poll();
    expect(room.told().map(({ kind }) => kind)).toEqual(['story']);
    expect(room.messenger.arrived.at(-1)?.body).toMatchObject({
      view: { textRead: false, facts: { announcementNo: 'No. 7 of 2031', effectiveDate: null } },
    });

    mend();
    await room.clock.advance(10 * MINUTE);
    await room.poll();
    expect(room.told().map(({ kind }) => kind)).toEqual(['update']);
    expect(room.messenger.arrived.at(-1)?.body).toMatchObject({
      view: { textRead: true, facts: { effectiveDate: '2031-04-01' }, corrections: [] },
    });
  });

  it('is taken back as our error where its text turns out to say nothing on licences', async () => {
    const room = await openNewsroom(['cn-mofcom-policy']);
    await room.subscribe();
    await room.poll();
    const mend = breakArticles(room);
    room.ministry.publish('policy', {
      title: '商务部关于对锗相关物项实施出口管制的说明',
      paragraphs: ['The Office of Foreign Assets Control has amended OFAC General License 5.'],
    });
    for (let minutes = 0; minutes < 4; minutes++) {
      await room.poll();
      await room.clock.advance(MINUTE);
    }
    expect(room.told().map(({ kind }) => kind)).toEqual(['story']);

    mend();
    await room.clock.advance(10 * MINUTE);
    await room.poll();

    expect(room.told().map(({ kind }) => kind)).toEqual(['update', 'withdrawal']);
    expect(room.messenger.arrived.at(-1)?.body).toMatchObject({
      ...{ kind: 'withdrawal', by: 'us' },
      view: { withdrawnBy: 'us' },
    });
  });

  it('stays silent while its title says nothing on licences, and is alerted once its text does', async () => {
    const room = await openNewsroom(['cn-mofcom-policy']);
    await room.subscribe();
    await room.poll();
    const mend = breakArticles(room);
    room.ministry.publish('policy', { ...story.notice.post, title: '商务部公告2031年第7号' });
    for (let minutes = 0; minutes < 10; minutes++) {
      await room.poll();
      await room.clock.advance(MINUTE);
    }
    expect(room.told()).toEqual([]);

    mend();
    await room.clock.advance(10 * MINUTE);
    await room.poll();

    expect(room.told().map(({ kind }) => kind)).toEqual(['story']);
  });
});

describe('a notice that its listing shows otherwise', () => {
  async function listOtherwise({ db, ports }: Newsroom): Promise<void> {
    await db.updateTable('items').set({ fingerprint: 'as it was before' }).execute();
    ports.snapshots = { ...ports.snapshots, get: () => Promise.resolve(null) };
  }

  it('is tried again when its article cannot be read, however old it is', async () => {
    const room = await openNewsroom(['cn-mofcom-policy']);
    await room.subscribe();
    await room.poll();
    const notice = room.ministry.publish('policy', story.notice.post);
    await room.poll();
    for (let days = 0; days < 40; days++) {
      await room.clock.advance(DAY);
      await room.poll();
    }
    room.told();

    room.ministry.edit(notice, story.noticeCorrected);
    await listOtherwise(room);
    const mend = breakArticles(room);
    await room.poll();
    mend();
    await room.clock.advance(10 * MINUTE);
    await room.poll();

    expect(room.told().map(({ kind }) => kind)).toEqual(['update', 'correction']);
  });

  it('is not withdrawn before an hour has passed, however often it is found gone', async () => {
    const room = await openNewsroom(['cn-mofcom-policy']);
    await room.subscribe();
    await room.poll();
    room.ministry.publish('policy', story.notice.post);
    await room.poll();
    room.told();

    breakArticles(room, 'not-found');
    for (let minutes = 0; minutes < 60; minutes += 20) {
      await listOtherwise(room);
      await room.poll();
      await room.clock.advance(20 * MINUTE);
    }
    expect(room.told()).toEqual([]);

    await room.poll();
    expect(room.told().map(({ kind }) => kind)).toContain('withdrawal');
  });
});

describe('rows that were always there', () => {
  const numbered = (number: number): Post => ({
    ...story.notice.post,
    title: `商务部公告2031年第${number}号 公布对镧、铈相关物项实施出口管制的决定`,
    announcementNo: `商务部公告2031年第${number}号`,
  });

  it('many new Stories in one poll become one message', async () => {
    const room = await openNewsroom(['cn-mofcom-policy']);
    await room.subscribe();
    await room.poll();

    for (let number = 20; number < 80; number += 10) room.ministry.publish('policy', numbered(number));
    await room.poll();

    expect(room.told()).toEqual([{ kind: 'group', channelId: 'channel', operation: 'send' }]);
  });

  it('that surface in bulk are one silent message, apart from the news', async () => {
    const room = await openNewsroom(['cn-mofcom-policy']);
    await room.subscribe({ roleId: 'desk' });
    await room.poll();
    for (let number = 20; number < 50; number += 10) room.ministry.publish('policy', numbered(number));
    await room.clock.advance(40 * DAY);
    await room.db
      .updateTable('sources')
      .set({ lastSuccessAt: room.clock.now() - HOUR })
      .execute();
    room.ministry.publish('policy', numbered(60));

    await room.poll();

    const [old, news] = room.messenger.arrived;
    expect(old).toMatchObject({ silent: true, roleIds: [], body: { kind: 'group' } });
    expect(old?.body.kind === 'group' && old.body.views.map(({ lateness }) => lateness)).toEqual(
      Array(3).fill('old'),
    );
    expect(news).toMatchObject({ silent: false, roleIds: ['desk'], body: { kind: 'story' } });
    expect(room.messenger.arrived).toHaveLength(2);
  });

  it('five new Stories are told one by one', async () => {
    const room = await openNewsroom(['cn-mofcom-policy']);
    await room.subscribe();
    await room.poll();

    for (let number = 20; number < 70; number += 10) room.ministry.publish('policy', numbered(number));
    await room.poll();

    expect(room.told().map(({ kind }) => kind)).toEqual(Array(5).fill('story'));
  });

  it('a page first seen days after its date is late and mentions nobody', async () => {
    const room = await openNewsroom(['cn-mofcom-policy']);
    await room.subscribe({ roleId: 'desk' });
    await room.poll();
    room.ministry.publish('policy', story.notice.post);
    // The list goes on being read, and does not show the page until four days later.
    await room.clock.advance(4 * DAY);
    await room.db
      .updateTable('sources')
      .set({ lastSuccessAt: room.clock.now() - HOUR })
      .execute();

    await room.poll();

    expect(room.messenger.arrived[0]).toMatchObject({ roleIds: [], silent: false });
    expect(room.messenger.arrived[0]?.body).toMatchObject({ view: { lateness: 'late' } });
  });

  it('a page published while we were not reading is not late', async () => {
    const room = await openNewsroom(['cn-mofcom-policy']);
    await room.subscribe({ roleId: 'desk' });
    await room.poll();
    room.ministry.publish('policy', story.notice.post);
    await room.clock.advance(4 * DAY);

    await room.poll();

    expect(room.messenger.arrived[0]?.body).toMatchObject({ view: { lateness: 'fresh' } });
  });
});

describe('a page whose listing gives no date', () => {
  it('is as late as its article says', async () => {
    const room = await openNewsroom(['cn-mofcom-english']);
    await room.subscribe({ roleId: 'desk' });
    await room.poll();
    room.ministry.publish('english', story.noticeInEnglish.post);
    await room.clock.advance(40 * DAY);
    await room.db
      .updateTable('sources')
      .set({ lastSuccessAt: room.clock.now() - HOUR })
      .execute();

    await room.poll();

    expect(room.messenger.arrived[0]).toMatchObject({ silent: true, roleIds: [] });
    expect(room.messenger.arrived[0]?.body).toMatchObject({ view: { lateness: 'old' } });
  });
});

describe('an error of ours', () => {
  it('in one article keeps no other from being read, and is tried again', async () => {
    const room = await openNewsroom(['cn-mofcom-policy']);
    await room.subscribe();
    await room.poll();
    const { fetcher } = room.ports;
    const poisoned = room.ministry.publish('policy', {
      ...story.teaFair.post,
      title: '关于茶业博览会的通知',
    });
    room.ministry.publish('policy', story.notice.post);
    room.ports.fetcher = {
      ...fetcher,
      fetch: (request) =>
        request.url === poisoned.url ? Promise.reject(new TypeError('a bug')) : fetcher.fetch(request),
    };

    await room.poll();

    expect(room.told().map(({ kind }) => kind)).toEqual(['story']);
    const item = await room.db
      .selectFrom('items')
      .selectAll()
      .where('url', '=', poisoned.url)
      .executeTakeFirstOrThrow();
    expect(item).toMatchObject({ body: 'pending', failedReads: 1 });
    expect(item.nextReadAt).toBeGreaterThan(room.clock.now());
  });

  it('in a listing shows as a failure of its Source, which waits like any other', async () => {
    const room = await openNewsroom(['cn-mofcom-policy']);
    await room.poll();
    room.ports.log = silentLog;
    room.ports.fetcher = { ...room.ports.fetcher, fetch: () => Promise.reject(new TypeError('a bug')) };

    await expect(room.poll()).rejects.toThrow('could not be polled');

    const [source] = await enabledSources(room.db);
    expect(source).toMatchObject({ failures: 1, failureReason: 'internal', leaseUntil: 0 });
    expect(source?.nextPollAt).toBeGreaterThan(room.clock.now());
  });
});
