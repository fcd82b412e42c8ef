import { describe, expect, it } from 'vitest';
import { story } from '../../demo/ministry/texts.ts';
import { ReadFailure } from '../../src/domain/failure.ts';
import { HOUR, MINUTE } from '../../src/domain/moment.ts';
import { pollNow } from '../../src/pipeline/run.ts';
import { sourceById } from '../../src/sources/known.ts';
import { fromJson } from '../../src/store/columns.ts';
import { findStories } from '../../src/store/lookups.ts';
import { fakeFetcher } from '../fakes/fetcher.ts';
import { openNewsroom } from './newsroom.ts';

describe('a first poll', () => {
  it('archives what it finds and alerts nobody', async () => {
    const room = await openNewsroom();
    await room.subscribe();

    const polled = await room.poll();

    expect(polled.map(({ listing }) => listing)).toEqual(polled.map(() => 'rows'));
    expect(await findStories(room.db, { limit: 50 })).not.toHaveLength(0);
    expect(room.told()).toEqual([]);
  });
});

describe('what its listing showed before we began', () => {
  it('is read at its source with the baseline, archived, and told to nobody', async () => {
    const room = await openNewsroom(['cn-mofcom-policy']);
    await room.subscribe();
    const before = room.ministry.publish('policy', story.notice.post);
    room.ministry.unlist(before);
    const source = sourceById('cn-mofcom-policy');
    if (!source) throw new Error('the catalogue has lost its policy column');
    const earlier = [{ notice: '商务部公告1987年第3号', on: '1987-11-23', url: before.url }];
    const sources = new Map([[source.id, { ...source, earlier }]]);

    await pollNow({ ...room.ports, sources }, source.id, new AbortController().signal);

    const numbers = (await findStories(room.db, { limit: 50 })).map(
      ({ facts }) => fromJson(facts).announcementNo,
    );
    expect(numbers).toContain('No. 7 of 2031');
    expect(room.told()).toEqual([]);
  });

  it('says nothing as long as it cannot be read: a number alone is no news', async () => {
    const room = await openNewsroom(['cn-mofcom-policy']);
    await room.poll();
    const found = (await findStories(room.db, { limit: 50 })).length;
    await room.clock.advance(HOUR);
    await room.poll();
    expect(await findStories(room.db, { limit: 50 })).toHaveLength(found);
  });
});

describe('a listing that begins anew every January', () => {
  it('is read at the address of the year', async () => {
    const room = await openNewsroom(['cn-mofcom-announcements']);
    const columns = 'https://www.mofcom.gov.cn/zcfb/blgg/gg';
    const article = `${columns}/2031/art/2031/art_${'a'.repeat(32)}.html`;
    const fetcher = fakeFetcher({
      [`${columns}/2031/index.html`]: `<ul><li><a href="${article}">${story.notice.post.title}</a></li></ul>`,
      [article]: '<html><body><div class="art-con">商务部公告2031年第7号 镧、铈相关物项</div></body></html>',
    });

    await pollNow({ ...room.ports, fetcher }, 'cn-mofcom-announcements', new AbortController().signal);

    expect(fetcher.requests.map(({ url }) => url)).toEqual([`${columns}/2031/index.html`, article]);
  });
});

describe('a new notice', () => {
  it('is alerted once, and its copies join it silently', async () => {
    const room = await openNewsroom();
    await room.subscribe({ roleId: 'desk' });
    await room.poll();
    await room.clock.advance(10 * MINUTE);

    for (const column of story.notice.columns) room.ministry.publish(column, story.notice.post);
    await room.poll('cn-mofcom-policy');
    expect(room.told()).toEqual([{ kind: 'story', channelId: 'channel', operation: 'send' }]);

    await room.clock.advance(10 * MINUTE);
    room.ministry.publish('english', story.noticeInEnglish.post);
    await room.poll('cn-mofcom-security', 'cn-mofcom-english');

    expect(room.told()).toEqual([
      { kind: 'update', channelId: 'channel', operation: 'edit' },
      { kind: 'update', channelId: 'channel', operation: 'edit' },
    ]);
    const last = room.messenger.arrived.at(-1)?.body;
    expect(last?.kind === 'update' && last.view.links.map(({ language }) => language)).toEqual([
      'zh',
      'zh',
      'en',
    ]);
  });

  it('says its number, goods and date, and mentions the role', async () => {
    const room = await openNewsroom(['cn-mofcom-policy']);
    await room.subscribe({ roleId: 'desk' });
    await room.poll();

    room.ministry.publish('policy', story.notice.post);
    await room.poll();

    const [message] = room.messenger.arrived;
    expect(message).toMatchObject({ silent: false, roleIds: ['desk'] });
    expect(message?.body).toMatchObject({
      kind: 'story',
      view: {
        tier: 'measure',
        textRead: true,
        facts: {
          action: 'new_control',
          announcementNo: 'No. 7 of 2031',
          goods: ['lanthanum', 'cerium'],
          effectiveDate: '2031-04-01',
        },
      },
    });
  });

  it('goes only to the channels that want it', async () => {
    const room = await openNewsroom(['cn-mofcom-policy']);
    await room.subscribe({ channelId: 'cerium', goods: ['cerium'] });
    await room.subscribe({ channelId: 'gallium', goods: ['gallium'] });
    await room.subscribe({ channelId: 'britain', authorities: ['uk-ofsi'] });
    await room.subscribe({ channelId: 'decisions', tiers: ['decision'] });
    await room.poll();

    room.ministry.publish('policy', story.notice.post);
    await room.poll();

    expect(room.told().map(({ channelId }) => channelId)).toEqual(['cerium']);
  });
});

describe('an unrelated post', () => {
  it('is archived and stays silent', async () => {
    const room = await openNewsroom(['cn-mofcom-policy']);
    await room.subscribe();
    await room.poll();

    room.ministry.publish('policy', story.teaFair.post);
    const [polled] = await room.poll();

    expect(polled).toMatchObject({ newItems: 1, alerts: [] });
    expect(room.told()).toEqual([]);
  });
});

describe('an edit of the ministry', () => {
  it('is found by the reread clock, corrects the message and is told by one reply', async () => {
    const room = await openNewsroom(['cn-mofcom-policy']);
    await room.subscribe();
    await room.poll();
    const published = room.ministry.publish('policy', story.notice.post);
    await room.poll();
    room.told();

    room.ministry.edit(published, story.noticeCorrected);
    await room.clock.advance(14 * MINUTE);
    await room.poll();
    expect(room.told()).toEqual([]);
    await room.clock.advance(2 * MINUTE);
    await room.poll();

    expect(room.told()).toEqual([
      { kind: 'update', channelId: 'channel', operation: 'edit' },
      { kind: 'correction', channelId: 'channel', operation: 'reply' },
    ]);
    const correction = room.messenger.arrived.at(-1);
    expect(correction?.body).toMatchObject({
      changes: [{ fact: 'effectiveDate', from: '2031-04-01', to: '2031-05-01' }],
    });
    expect(correction?.targetMessageId).toBe(`message-${room.messenger.arrived[0]?.deliveryId}`);
  });

  it('that changes no fact only updates the message', async () => {
    const room = await openNewsroom(['cn-mofcom-policy']);
    await room.subscribe();
    await room.poll();
    const published = room.ministry.publish('policy', story.notice.post);
    await room.poll();
    room.told();

    room.ministry.edit(published, {
      paragraphs: [...story.notice.post.paragraphs, '本公告由安全与管制局负责解释。'],
    });
    await room.clock.advance(16 * MINUTE);
    await room.poll();

    expect(room.told()).toEqual([{ kind: 'update', channelId: 'channel', operation: 'edit' }]);
  });

  it('corrects the copies once', async () => {
    const room = await openNewsroom(['cn-mofcom-policy', 'cn-mofcom-security']);
    await room.subscribe();
    await room.poll();
    const copies = story.notice.columns.map((column) => room.ministry.publish(column, story.notice.post));
    await room.poll();
    room.told();

    for (const copy of copies) room.ministry.edit(copy, story.noticeCorrected);
    await room.clock.advance(16 * MINUTE);
    await room.poll();

    expect(room.told().filter(({ kind }) => kind === 'correction')).toHaveLength(1);
  });
});

describe('a page that is gone', () => {
  it('is withdrawn after two looks an hour apart, not after one', async () => {
    const room = await openNewsroom(['cn-mofcom-policy']);
    await room.subscribe();
    await room.poll();
    const published = room.ministry.publish('policy', story.notice.post);
    await room.poll();
    room.told();

    room.ministry.withdraw(published);
    await room.clock.advance(16 * MINUTE);
    await room.poll();
    expect(room.told()).toEqual([]);
    await room.clock.advance(HOUR);
    await room.poll();

    expect(room.told().map(({ kind }) => kind)).toEqual(['update', 'withdrawal']);
    await room.clock.advance(6 * HOUR);
    await room.poll();
    expect(room.told()).toEqual([]);
  });

  it('is not withdrawn while its listing is gone too: that is the site, not the page', async () => {
    const room = await openNewsroom(['cn-mofcom-policy']);
    await room.subscribe();
    await room.poll();
    const published = room.ministry.publish('policy', story.notice.post);
    await room.poll();
    room.told();

    room.ministry.withdraw(published);
    const { fetcher } = room.ports;
    const gone: typeof fetcher.fetch = (request) =>
      Promise.reject(new ReadFailure('not-found', `${request.url} answered 404`));
    room.ports.fetcher = { ...fetcher, fetch: gone };
    for (let hours = 0; hours < 3; hours++) {
      await room.clock.advance(HOUR);
      await room.poll();
    }
    expect(room.told().map(({ kind }) => kind)).toEqual(['blind']);

    room.ports.fetcher = fetcher;
    for (let hours = 0; hours < 2; hours++) {
      await room.clock.advance(6 * HOUR);
      await room.poll();
    }
    expect(room.told().map(({ kind }) => kind)).toEqual(['recovery', 'update', 'withdrawal']);
  });

  it('is withdrawn once the last page has dropped the subject', async () => {
    const room = await openNewsroom(['cn-mofcom-policy', 'cn-mofcom-security']);
    await room.subscribe();
    await room.poll();
    const copies = story.notice.columns.map((column) => room.ministry.publish(column, story.notice.post));
    await room.poll();
    room.told();

    const [first, second] = copies;
    const emptied = { title: '栏目调整说明', paragraphs: ['本页内容已调整，请浏览其他栏目。'] };
    if (first) room.ministry.edit(first, emptied);
    await room.clock.advance(16 * MINUTE);
    await room.poll();
    expect(room.told().map(({ kind }) => kind)).not.toContain('withdrawal');
    if (second) room.ministry.edit(second, emptied);
    for (let hours = 0; hours < 2; hours++) {
      await room.clock.advance(HOUR);
      await room.poll();
    }

    expect(room.told().map(({ kind }) => kind)).toContain('withdrawal');
  });

  it('holds again once it is published anew', async () => {
    const room = await openNewsroom(['cn-mofcom-policy']);
    await room.subscribe();
    await room.poll();
    const published = room.ministry.publish('policy', story.notice.post);
    await room.poll();
    room.ministry.withdraw(published);
    await room.clock.advance(HOUR);
    await room.poll();
    await room.clock.advance(2 * HOUR);
    await room.poll();
    expect(room.told().map(({ kind }) => kind)).toContain('withdrawal');

    room.ministry.publish('policy', story.notice.post);
    await room.poll();

    expect(room.told().map(({ kind }) => kind)).toEqual(['update', 'follow-up']);
    expect(room.messenger.arrived.at(-1)?.body).toMatchObject({ view: { withdrawnAt: null } });
  });

  it('is not withdrawn while another page tells it', async () => {
    const room = await openNewsroom(['cn-mofcom-policy', 'cn-mofcom-security']);
    await room.subscribe();
    await room.poll();
    const [first] = story.notice.columns.map((column) => room.ministry.publish(column, story.notice.post));
    await room.poll();
    room.told();

    if (first) room.ministry.withdraw(first);
    for (let hours = 0; hours < 3; hours++) {
      await room.clock.advance(HOUR);
      await room.poll();
    }

    expect(room.told()).toEqual([]);
  });
});

describe('answers about a notice', () => {
  const answers = {
    title: '商务部新闻发言人就公告2031年第7号答记者问',
    paragraphs: [
      '问：公告2031年第7号对镧、铈相关物项实施出口管制，请介绍有关情况。',
      '答：公告2031年第7号对镧、铈相关物项实施出口管制。出口管制不是禁止出口，对符合规定的申请将予以许可。',
    ],
  };

  it('follow the notice as a silent reply', async () => {
    const room = await openNewsroom(['cn-mofcom-policy', 'cn-mofcom-spokesperson']);
    await room.subscribe();
    await room.poll();
    room.ministry.publish('policy', story.notice.post);
    await room.poll('cn-mofcom-policy');
    room.told();

    room.ministry.publish('spokesperson', answers);
    await room.poll('cn-mofcom-spokesperson');

    const told = room.told();
    expect(told.filter(({ kind }) => kind === 'story')).toEqual([]);
    expect(told.map(({ kind }) => kind)).toEqual(['update', 'follow-up']);
    expect(room.messenger.arrived.at(-1)).toMatchObject({ silent: true });
  });
});

describe('one text on two pages', () => {
  it('is one Story though it names neither number nor goods', async () => {
    const room = await openNewsroom(['cn-mofcom-spokesperson', 'cn-mofcom-portal-domestic']);
    await room.subscribe();
    await room.poll();
    const bare = {
      title: '商务部新闻发言人谈出口许可审批工作',
      paragraphs: ['答：经依法审查，商务部已批准一定数量的出口许可申请。'],
    };

    room.ministry.publish('spokesperson', bare);
    room.ministry.publish('portal', bare);
    await room.poll();

    expect(room.told().map(({ kind }) => kind)).toEqual(['story', 'update']);
  });

  it('is two reports where one Source says it twice in other words', async () => {
    const room = await openNewsroom(['cn-mofcom-spokesperson']);
    await room.subscribe();
    await room.poll();

    room.ministry.publish('spokesperson', story.approval.post);
    await room.poll();
    await room.clock.advance(24 * HOUR);
    room.ministry.publish('spokesperson', {
      title: '商务部新闻发言人谈稀土永磁体出口',
      paragraphs: ['答：截至目前，商务部又批准了一定数量的稀土永磁体出口许可申请。'],
    });
    await room.poll();

    expect(room.told().filter(({ kind }) => kind === 'story')).toHaveLength(2);
  });
});
