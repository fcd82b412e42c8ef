import { describe, expect, it } from 'vitest';
import type { Post } from '../../demo/ministry/archive.ts';
import { story } from '../../demo/ministry/texts.ts';
import { DAY, MINUTE } from '../../src/domain/moment.ts';
import { fromJson } from '../../src/store/columns.ts';
import { findStories } from '../../src/store/lookups.ts';
import { pauseSubscription } from '../../src/store/subscriptions.ts';
import { joiningText } from '../../src/understand/phrases/joining.ts';
import { type Newsroom, openNewsroom } from './newsroom.ts';

/** A joint notice of a package: No. 31 is on bismuth, No. 32 on tellurium, No. 33 on indium. */
function control(number: number, goods: string, bodies = '商务部 海关总署公告', from = '2031年4月1日'): Post {
  return {
    title: `${bodies}2031年第${number}号 公布对${goods}相关物项实施出口管制的决定`,
    announcementNo: `${bodies}2031年第${number}号`,
    paragraphs: [
      `决定对${goods}相关物项实施出口管制。未经许可，不得出口。`,
      '出口经营者应当向商务部申请两用物项出口许可证。',
      `本公告自${from}起实施。`,
    ],
  };
}

const suspension: Post = {
  title: '商务部公告2031年第60号 关于暂停实施2031年第31号公告的公告',
  announcementNo: '商务部公告2031年第60号',
  paragraphs: [
    '决定自即日起至2032年3月13日，暂停实施商务部 海关总署公告2031年第31号（对铋相关物项实施出口管制的决定）。',
  ],
};

async function baselined(...sourceIds: string[]): Promise<Newsroom> {
  const room = await openNewsroom(sourceIds);
  await room.subscribe({ roleId: 'desk' });
  await room.poll();
  return room;
}

const kinds = (room: Newsroom) => room.told().map(({ kind }) => kind);
const whys = async ({ db }: Newsroom) =>
  (await db.selectFrom('announcements').select('why').where('why', 'is not', null).execute()).map(
    ({ why }) => why && joiningText(fromJson(why), 'en'),
  );

describe('the notices of one package', () => {
  it('are one message where one poll finds them all', async () => {
    const room = await baselined('cn-mofcom-policy');
    room.ministry.publish('policy', control(31, '铋'));
    room.ministry.publish('policy', control(32, '碲'));
    await room.poll();

    expect(kinds(room)).toEqual(['story']);
    expect(room.messenger.arrived.at(-1)?.body).toMatchObject({
      view: {
        facts: {
          announcementNo: 'Nos. 31, 32 of 2031',
          goods: expect.arrayContaining(['bismuth', 'tellurium']),
        },
        links: [{}, {}],
      },
    });
    expect(await whys(room)).toEqual([
      expect.stringMatching(/^one package: published together with No\. 3\d of 2031 on 1\d March 2031$/),
    ]);
  });

  it('follow the first as replies that ring, and say what they add', async () => {
    const room = await baselined('cn-mofcom-policy');
    room.ministry.publish('policy', control(31, '铋'));
    await room.poll();
    room.told();

    await room.clock.advance(10 * MINUTE);
    room.ministry.publish('policy', control(32, '碲'));
    await room.poll();

    expect(kinds(room)).toEqual(['update', 'follow-up']);
    const reply = room.messenger.arrived.at(-1);
    expect(reply).toMatchObject({ silent: false, roleIds: ['desk'], operation: 'reply' });
    expect(reply?.body).toMatchObject({
      changes: [
        { fact: 'announcementNo', from: null, to: 'No. 32 of 2031' },
        { fact: 'goods', from: null, to: ['tellurium'] },
      ],
    });
  });

  it('that arrive in one poll follow as one reply', async () => {
    const room = await baselined('cn-mofcom-policy');
    room.ministry.publish('policy', control(31, '铋'));
    await room.poll();
    room.told();

    room.ministry.publish('policy', control(32, '碲'));
    room.ministry.publish('policy', control(33, '铟'));
    await room.poll();

    expect(kinds(room).filter((kind) => kind === 'follow-up')).toHaveLength(1);
    const body = room.messenger.arrived.at(-1)?.body;
    expect(body?.kind === 'follow-up' && body.changes).toEqual([
      { fact: 'announcementNo', from: null, to: 'Nos. 32, 33 of 2031' },
      { fact: 'goods', from: null, to: expect.arrayContaining(['tellurium', 'indium']) },
    ]);
  });

  it('keep their own dates: one that differs is told by itself', async () => {
    const room = await baselined('cn-mofcom-policy');
    room.ministry.publish('policy', control(31, '铋'));
    room.ministry.publish('policy', control(32, '碲', undefined, '2031年6月1日'));
    await room.poll();

    expect(kinds(room)).toEqual(['story', 'update', 'follow-up']);
    const [first] = room.messenger.arrived;
    const told = first?.body.kind === 'story' && first.body.view.facts.effectiveDate;
    const body = room.messenger.arrived.at(-1)?.body;
    const added = body?.kind === 'follow-up' && body.changes.find(({ fact }) => fact === 'effectiveDate')?.to;
    expect([told, added].toSorted()).toEqual(['2031-04-01', '2031-06-01']);
  });

  it('are found again by any of their numbers, months later', async () => {
    const room = await baselined('cn-mofcom-policy', 'cn-mofcom-spokesperson');
    room.ministry.publish('policy', control(31, '铋'));
    room.ministry.publish('policy', control(32, '碲'));
    await room.poll();
    room.told();
    const before = await findStories(room.db, { limit: 50 });

    await room.clock.advance(60 * DAY);
    room.ministry.publish('spokesperson', {
      title: '商务部新闻发言人就公告2031年第32号答记者问',
      paragraphs: [
        '答：公告2031年第32号对碲相关物项实施出口管制，不是禁止出口，对符合规定的申请将予以许可。',
      ],
    });
    await room.poll();

    expect(kinds(room)).toEqual(['update', 'follow-up']);
    expect(await findStories(room.db, { limit: 50 })).toHaveLength(before.length);
    expect(await whys(room)).toContain('same number, No. 32 of 2031');
  });

  it('are corrected each in its own goods', async () => {
    const room = await baselined('cn-mofcom-policy');
    room.ministry.publish('policy', control(31, '铋'));
    const second = room.ministry.publish('policy', control(32, '碲'));
    await room.poll();
    room.told();

    room.ministry.edit(second, control(32, '铟'));
    await room.clock.advance(16 * MINUTE);
    await room.poll();

    expect(kinds(room)).toEqual(['update', 'correction']);
    const body = room.messenger.arrived.at(-1)?.body;
    expect(body?.kind === 'correction' && body.view.facts.goods.toSorted()).toEqual(['bismuth', 'indium']);
  });

  it('that a baseline finds are archived, and ring nobody', async () => {
    const room = await openNewsroom(['cn-mofcom-policy', 'cn-mofcom-security']);
    await room.subscribe();
    await room.poll('cn-mofcom-policy');
    room.ministry.publish('policy', control(31, '铋'));
    await room.poll('cn-mofcom-policy');
    room.told();

    room.ministry.publish('security-bureau', control(32, '碲'));
    await room.poll('cn-mofcom-security');

    expect(kinds(room)).not.toContain('follow-up');
  });
});

describe('a Story of its own', () => {
  it.each<[string, Post]>([
    ['is a notice of one day and other bodies', control(32, '碲', '商务部公告')],
    ['is a notice of one day and a far number', control(41, '碲')],
    ['is the suspension of a notice', suspension],
  ])('%s', async (_, other) => {
    const room = await baselined('cn-mofcom-policy');
    room.ministry.publish('policy', control(31, '铋'));
    room.ministry.publish('policy', other);
    await room.poll();

    expect(kinds(room)).toEqual(['story', 'story']);
  });

  it('is the suspension of other goods that ends on the same day', async () => {
    const suspended = (goods: string): Post => ({
      title: `商务部决定暂停实施对${goods}相关物项的出口管制`,
      paragraphs: [`商务部决定自即日起至2032年3月13日，暂停实施对${goods}相关物项的出口管制措施。`],
    });
    const room = await baselined('cn-mofcom-policy');
    room.ministry.publish('policy', suspended('铋'));
    room.ministry.publish('policy', suspended('碲'));
    await room.poll();

    expect(kinds(room)).toEqual(['story', 'story']);
    const told = room.messenger.arrived.map(({ body }) => body.kind === 'story' && body.view.facts);
    expect(told).toMatchObject(Array(2).fill({ action: 'suspend_control', expiryDate: '2032-03-13' }));
  });

  it("is the same number in the next year's notice", async () => {
    const room = await baselined('cn-mofcom-policy');
    room.ministry.publish('policy', control(31, '铋'));
    await room.poll();
    await room.clock.advance(365 * DAY);
    const next = control(31, '铋');
    room.ministry.publish('policy', {
      ...next,
      title: next.title.replace('2031', '2032'),
      announcementNo: '商务部 海关总署公告2032年第31号',
    });
    await room.poll();

    expect(kinds(room).filter((kind) => kind === 'story')).toHaveLength(2);
  });

  it("is what last week's press conference said again", async () => {
    const room = await baselined('cn-mofcom-spokesperson', 'cn-mofcom-english');
    room.ministry.publish('spokesperson', story.approval.post);
    await room.poll();
    await room.clock.advance(7 * DAY);
    room.ministry.publish('english', story.approvalInEnglish.post);
    await room.poll();

    expect(kinds(room).filter((kind) => kind === 'story')).toHaveLength(2);
  });

  it('is a decision, though a statement of that day resembles it', async () => {
    const room = await baselined('cn-mofcom-spokesperson', 'cn-mofcom-english');
    room.ministry.publish('spokesperson', {
      title: '商务部新闻发言人就稀土永磁体出口许可审批答记者问',
      paragraphs: ['答：中方将加快审查稀土永磁体出口许可申请。'],
    });
    await room.poll();
    room.ministry.publish('english', story.approvalInEnglish.post);
    await room.poll();

    expect(kinds(room)).toEqual(['story', 'story']);
    expect(room.messenger.arrived.map(({ silent }) => silent)).toEqual([true, false]);
  });
});

describe('a copy', () => {
  it('says in the archive why it joined', async () => {
    const room = await baselined(
      'cn-mofcom-spokesperson',
      'cn-mofcom-english',
      'cn-mofcom-policy',
      'cn-mofcom-security',
    );
    room.ministry.publish('spokesperson', story.approval.post);
    for (const column of story.notice.columns) room.ministry.publish(column, story.notice.post);
    await room.poll();
    room.ministry.publish('english', story.approvalInEnglish.post);
    await room.poll();

    expect(await whys(room)).toEqual(
      expect.arrayContaining([
        'same number, No. 7 of 2031',
        'both say: applications approved, the same goods, the same day',
      ]),
    );
  });

  it('gives the number that the first report left out, silently', async () => {
    const room = await baselined('cn-mofcom-spokesperson', 'cn-mofcom-policy');
    room.ministry.publish('spokesperson', {
      title: '商务部决定对铋相关物项实施出口管制',
      paragraphs: ['商务部决定对铋相关物项实施出口管制，自2031年4月1日起实施。未经许可，不得出口。'],
    });
    await room.poll();
    room.told();
    room.ministry.publish('policy', control(31, '铋'));
    await room.poll();

    expect(kinds(room)).toEqual(['update']);
    const [newest] = await findStories(room.db, { limit: 1 });
    expect(newest && fromJson(newest.facts).announcementNo).toBe('No. 31 of 2031');
  });
});

describe('a channel whose filters look for what comes later', () => {
  const english = { sourceLanguages: ['en'], channelId: 'english-desk' };
  const toldTo = (room: Newsroom, channelId: string) =>
    room.told().flatMap((each) => (each.channelId === channelId ? `${each.operation} ${each.kind}` : []));

  it('is told of a Story when the page it waits for joins, once', async () => {
    const room = await baselined('cn-mofcom-spokesperson', 'cn-mofcom-english');
    await room.subscribe(english);
    await room.clock.advance(MINUTE);
    room.ministry.publish('spokesperson', story.approval.post);
    await room.poll();
    expect(toldTo(room, 'english-desk')).toEqual([]);

    room.ministry.publish('english', story.approvalInEnglish.post);
    await room.poll();
    expect(toldTo(room, 'english-desk')).toEqual(['send story']);

    await room.poll();
    expect(toldTo(room, 'english-desk')).toEqual([]);
  });

  it.each([
    ['is paused', false],
    ['was resumed only after the Story began', true],
  ])('is not told where its watch %s', async (_, resumed) => {
    const room = await baselined('cn-mofcom-spokesperson', 'cn-mofcom-english');
    const watch = await room.subscribe(english);
    await pauseSubscription(room.db, watch, true, room.clock.now());
    await room.clock.advance(MINUTE);
    room.ministry.publish('spokesperson', story.approval.post);
    await room.poll();
    await room.clock.advance(MINUTE);
    if (resumed) await pauseSubscription(room.db, watch, false, room.clock.now());

    room.ministry.publish('english', story.approvalInEnglish.post);
    await room.poll();
    expect(toldTo(room, 'english-desk')).toEqual([]);
  });
});
