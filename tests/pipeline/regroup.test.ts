import { describe, expect, it } from 'vitest';
import type { Post } from '../../demo/ministry/archive.ts';
import { story } from '../../demo/ministry/texts.ts';
import { DAY, HOUR, MINUTE } from '../../src/domain/moment.ts';
import type { StoryView } from '../../src/domain/story.ts';
import { silentLog } from '../../src/ops/log.ts';
import { deliverDue } from '../../src/pipeline/deliver.ts';
import { mergeStories } from '../../src/pipeline/merge-stories.ts';
import { admitError } from '../../src/pipeline/our-error.ts';
import { splitStory } from '../../src/pipeline/split-story.ts';
import { viewOf } from '../../src/pipeline/view.ts';
import { fromJson } from '../../src/store/columns.ts';
import { storyEvidence } from '../../src/store/evidence.ts';
import { listFeedback, reportWrong } from '../../src/store/feedback.ts';
import { archiveSince, findStories, goodsInArchive } from '../../src/store/lookups.ts';
import { archivedNotices } from '../../src/store/notices.ts';
import { countAllReports, countReports } from '../../src/store/reports.ts';
import type { StoryRow } from '../../src/store/schema.ts';
import { storyById, storyByKey } from '../../src/store/stories.ts';
import { storyParts } from '../../src/store/story-parts.ts';
import { type Newsroom, openNewsroom } from './newsroom.ts';

/** A notice on one good; those of neighbouring numbers and one day are a package. */
function control(number: number, goods: string): Post {
  return {
    title: `商务部 海关总署公告2031年第${number}号 公布对${goods}相关物项实施出口管制的决定`,
    announcementNo: `商务部 海关总署公告2031年第${number}号`,
    paragraphs: [
      `决定对${goods}相关物项实施出口管制。未经许可，不得出口。`,
      '出口经营者应当向商务部申请两用物项出口许可证。',
      '本公告自2031年4月1日起实施。',
    ],
  };
}

/** What a spokesperson says of a notice, a matter of its own to some. */
const answers = (number: number, goods: string, title = `就公告2031年第${number}号答记者问`): Post => ({
  title: `商务部新闻发言人${title}`,
  paragraphs: [
    `答：公告2031年第${number}号对${goods}相关物项实施出口管制，不是禁止出口，对符合规定的申请将予以许可。`,
  ],
});

const columns = { policy: 'cn-mofcom-policy', spokesperson: 'cn-mofcom-spokesperson' } as const;

async function baselined(...sourceIds: string[]): Promise<Newsroom> {
  const room = await openNewsroom(sourceIds.length > 0 ? sourceIds : Object.values(columns));
  await room.poll();
  return room;
}

/** Publishes, polls, and gives the newest Story there is then. */
async function told(room: Newsroom, column: keyof typeof columns, post: Post): Promise<StoryRow> {
  room.ministry.publish(column, post);
  await room.poll();
  return newest(room);
}

async function newest({ db }: Newsroom): Promise<StoryRow> {
  const row = await db.selectFrom('stories').selectAll().orderBy('id', 'desc').limit(1).executeTakeFirst();
  if (!row) throw new Error('there is no Story');
  return row;
}

async function deliver({ db, messenger, clock }: Newsroom): Promise<void> {
  await deliverDue({ db, messenger, clock, log: silentLog });
}

const because = (room: Newsroom, words: string | null = null) => ({ because: words, now: room.clock.now() });

async function merge(room: Newsroom, from: StoryRow, into: StoryRow, words?: string): Promise<StoryRow> {
  const merged = await mergeStories(room.db, from.id, into.id, because(room, words));
  if (merged.refused !== null) throw new Error(`refused: ${merged.refused}`);
  await deliver(room);
  return merged.story;
}

/** Takes a page out, by the words its title contains. */
async function split(room: Newsroom, from: StoryRow, words: string) {
  const page = (await storyParts(room.db, from.id)).find(({ title }) => title.includes(words));
  if (!page) throw new Error(`Story ${from.id} has no page "${words}"`);
  const done = await splitStory(
    room.db,
    from.id,
    [{ itemId: page.itemId, part: null }],
    because(room, 'why not'),
  );
  if (done.refused !== null) throw new Error(`refused: ${done.refused}`);
  await deliver(room);
  return done;
}

const factsOf = async ({ db }: Newsroom, { id }: StoryRow) => fromJson((await storyById(db, id)).facts);
const titlesOf = async ({ db }: Newsroom, { id }: StoryRow) =>
  (await storyParts(db, id)).map(({ title }) => title);
const standing = async ({ db }: Newsroom) => (await findStories(db, { limit: 100 })).map(({ id }) => id);

/** What has arrived since this was last asked, with the message that it concerns. */
function arrivals(room: Newsroom): () => string[] {
  let seen = room.messenger.arrived.length;
  return () => {
    const news = room.messenger.arrived.slice(seen);
    seen = room.messenger.arrived.length;
    return news.map(({ operation, channelId, body, targetMessageId }) =>
      [operation, body.kind, channelId, ...(targetMessageId ? [targetMessageId] : [])].join(' '),
    );
  };
}

/** The message in which a channel was told of a Story first. */
function messageOf(room: Newsroom, channelId: string, { id }: StoryRow): string {
  const first = room.messenger.arrived.find(
    (each) => each.channelId === channelId && each.body.kind === 'story' && each.body.view.storyId === id,
  );
  return `message-${first?.deliveryId}`;
}

function lastView(room: Newsroom): StoryView {
  const body = room.messenger.arrived.at(-1)?.body;
  if (!body || !('view' in body)) throw new Error('the last message is about no Story');
  return body.view;
}

describe('two Stories that are merged', () => {
  async function bismuthAndTellurium() {
    const room = await baselined();
    await room.subscribe({ channelId: 'desk', roleId: 'everybody' });
    await room.subscribe({ channelId: 'tellurium', goods: ['tellurium'] });
    const bismuth = await told(room, 'policy', control(31, '铋'));
    const tellurium = await told(room, 'policy', control(41, '碲'));
    expect(tellurium.id).not.toBe(bismuth.id);
    return { room, bismuth, tellurium };
  }

  it('are one, with the pages, numbers and goods of both', async () => {
    const { room, bismuth, tellurium } = await bismuthAndTellurium();

    await room.clock.advance(DAY);
    const story = await merge(room, tellurium, bismuth, 'one decision in two notices');

    expect(story.id).toBe(bismuth.id);
    expect(await factsOf(room, bismuth)).toMatchObject({
      announcementNo: 'Nos. 31, 41 of 2031',
      goods: ['bismuth', 'tellurium'],
    });
    const parts = await storyParts(room.db, bismuth.id);
    expect(parts.map(({ why }) => why)).toEqual([
      null,
      { by: 'hand', on: '2031-03-14', because: 'one decision in two notices' },
    ]);
  });

  it('are told as one where either was told: messages are edited, and nobody is told anew', async () => {
    const { room, bismuth, tellurium } = await bismuthAndTellurium();
    const [both, other] = [messageOf(room, 'desk', bismuth), messageOf(room, 'desk', tellurium)];
    const only = messageOf(room, 'tellurium', tellurium);
    const arrived = arrivals(room);

    await merge(room, tellurium, bismuth);

    expect(arrived().toSorted()).toEqual(
      [`edit update desk ${both}`, `edit update desk ${other}`, `edit update tellurium ${only}`].toSorted(),
    );
    for (const { body, silent } of room.messenger.arrived.slice(-3)) {
      expect(silent).toBe(true);
      expect(body).toMatchObject({ view: { storyId: bismuth.id, links: [{}, {}] } });
    }
  });

  it('are corrected in the message that each channel has', async () => {
    const { room, bismuth, tellurium } = await bismuthAndTellurium();
    const only = messageOf(room, 'tellurium', tellurium);
    await merge(room, tellurium, bismuth);
    const arrived = arrivals(room);

    await room.poll();
    const page = room.ministry.publish('spokesperson', answers(41, '碲'));
    await room.poll();
    room.ministry.withdraw(page);

    const news = arrived();
    expect(news).toContain(`reply follow-up tellurium ${only}`);
    expect(news).toContain(`edit update tellurium ${only}`);
    expect(news).toContain(`reply follow-up desk ${messageOf(room, 'desk', bismuth)}`);
    expect(news).toContain(`edit update desk ${messageOf(room, 'desk', tellurium)}`);
    expect(news.filter((each) => each.startsWith('send'))).toEqual([]);
  });

  it('are one in every list, count and register', async () => {
    const room = await baselined();
    const approved = (goods: string): Post => ({
      title: `商务部新闻发言人就${goods}出口许可答记者问`,
      paragraphs: [`答：经依法审查，商务部已批准一定数量的${goods}物项出口许可申请。`],
    });
    const before = await countAllReports(room.db);
    const bismuth = await told(room, 'spokesperson', approved('铋'));
    const tellurium = await told(room, 'spokesperson', approved('碲'));
    const notice = await told(room, 'policy', control(31, '铟'));
    const copy = await told(room, 'policy', control(41, '铟'));

    await merge(room, tellurium, bismuth);
    await merge(room, copy, notice);

    expect(await standing(room)).not.toContain(tellurium.id);
    expect(await findStories(room.db, { goods: ['tellurium'], limit: 9 })).toEqual([]);
    expect((await countAllReports(room.db)).reports).toBe(before.reports + 1);
    expect((await countReports(room.db)).map(({ good }) => good)).not.toContain('tellurium');
    expect(await goodsInArchive(room.db)).not.toContain('tellurium');
    expect(await archiveSince(room.db)).not.toBeNull();
    const stated = (await archivedNotices(room.db)).map(({ storyId }) => storyId);
    expect(stated).toContain(notice.id);
    expect(stated).not.toContain(copy.id);
  });

  it('are reached by whoever follows the one that was merged', async () => {
    const { room, bismuth, tellurium } = await bismuthAndTellurium();
    const deliveryId = messageOf(room, 'tellurium', tellurium).slice('message-'.length);
    const by = (userId: string) => ({ deliveryId, guildId: 'guild', userId, createdAt: room.clock.now() });
    await reportWrong(room.db, { storyId: tellurium.id, ...by('ada') });
    await merge(room, tellurium, bismuth);

    expect((await storyById(room.db, tellurium.id)).id).toBe(bismuth.id);
    expect(await storyEvidence(room.db, tellurium.id)).toEqual(await storyEvidence(room.db, bismuth.id));
    await reportWrong(room.db, { storyId: tellurium.id, ...by('bob') });
    const reports = await listFeedback(room.db);
    expect(reports.map(({ storyId, itemId }) => [storyId, itemId])).toEqual([
      [bismuth.id, tellurium.leadItemId],
      [bismuth.id, bismuth.leadItemId],
    ]);

    const [first] = reports;
    if (!first) throw new Error('there is no report');
    const right = { ...(await factsOf(room, bismuth)), effectiveDate: '2031-05-01' };
    await admitError(room.db, first, { relevant: true, facts: right }, room.clock.now());
    await deliver(room);
    expect(lastView(room)).toMatchObject({ storyId: bismuth.id, facts: { effectiveDate: '2031-05-01' } });
    expect(await factsOf(room, tellurium)).toEqual(right);
  });

  it('are led by the notice, though it was merged into what was said about it', async () => {
    const room = await baselined();
    const said = await told(room, 'spokesperson', {
      title: '商务部新闻发言人就稀土永磁体出口许可审批答记者问',
      paragraphs: ['答：中方将加快审查稀土永磁体出口许可申请。'],
    });
    const notice = await told(room, 'policy', control(31, '铋'));

    const story = await merge(room, notice, said);

    expect(story).toMatchObject({
      id: said.id,
      kind: 'measure',
      tier: 'measure',
      leadItemId: notice.leadItemId,
    });
    expect(story.firstSeenAt).toBe(said.firstSeenAt);
  });

  it('are known since the first of them, and hold while one of them holds', async () => {
    const room = await baselined();
    await room.subscribe();
    const bismuth = await told(room, 'policy', control(31, '铋'));
    await room.clock.advance(2 * DAY);
    const page = room.ministry.publish('policy', control(41, '碲'));
    await room.poll();
    const tellurium = await newest(room);
    room.ministry.withdraw(page);
    await room.clock.advance(6 * HOUR);
    await room.poll();
    await room.clock.advance(2 * HOUR);
    await room.poll();
    expect((await storyById(room.db, tellurium.id)).withdrawnAt).not.toBeNull();

    const story = await merge(room, bismuth, tellurium);

    const { published, publishedOn, firstSeenAt } = bismuth;
    expect(story).toMatchObject({ id: tellurium.id, published, publishedOn, firstSeenAt, withdrawnAt: null });
  });

  it('are followed in a message of their own rather than in one of many', async () => {
    const room = await baselined();
    await room.subscribe({ channelId: 'desk' });
    for (const number of [1, 11, 21, 31, 51, 61]) room.ministry.publish('policy', control(number, '铋'));
    await room.poll();
    const [listed] = (await findStories(room.db, { goods: ['bismuth'], limit: 9 })).filter((one) =>
      one.facts.includes('No. 31 '),
    );
    if (!listed) throw new Error('No. 31 is no Story');
    const tellurium = await told(room, 'policy', control(41, '碲'));
    const own = messageOf(room, 'desk', tellurium);
    await merge(room, tellurium, listed);
    const arrived = arrivals(room);

    room.ministry.publish('spokesperson', answers(31, '铋'));
    await room.poll();

    expect(arrived()).toEqual([`edit update desk ${own}`, `reply follow-up desk ${own}`]);
  });

  it('stand for all that was merged into either', async () => {
    const { room, bismuth, tellurium } = await bismuthAndTellurium();
    const indium = await told(room, 'policy', control(51, '铟'));

    await merge(room, tellurium, bismuth);
    await merge(room, bismuth, indium);

    for (const each of [bismuth, tellurium]) expect((await storyById(room.db, each.id)).id).toBe(indium.id);
    expect(await titlesOf(room, indium)).toHaveLength(3);
  });

  it('take in a copy of either, in whatever words', async () => {
    const room = await baselined(...Object.values(columns), 'cn-mofcom-english');
    const germanium = await told(room, 'spokesperson', {
      title: '商务部新闻发言人就锗出口许可答记者问',
      paragraphs: ['答：经依法审查，商务部已批准一定数量的锗物项出口许可申请。'],
    });
    const chinese = await told(room, 'spokesperson', story.approval.post);
    await merge(room, chinese, germanium);
    const before = await standing(room);

    room.ministry.publish('english', story.approvalInEnglish.post);
    await room.poll();

    expect(await standing(room)).toEqual(before);
    expect(await titlesOf(room, germanium)).toContain(story.approvalInEnglish.post.title);
  });

  it('take in by their key what only the merged one would', async () => {
    const room = await baselined(...Object.values(columns), 'cn-mofcom-portal-domestic');
    const suspended = (goods: string, of = '商务部决定'): Post => ({
      title: `${of}暂停实施对${goods}相关物项的出口管制`,
      paragraphs: [`商务部决定自即日起至2032年3月13日，暂停实施对${goods}相关物项的出口管制措施。`],
    });
    const bismuth = await told(room, 'policy', suspended('铋'));
    const tellurium = await told(room, 'policy', suspended('碲'));
    await merge(room, bismuth, tellurium);
    const before = await standing(room);

    await room.clock.advance(10 * DAY);
    room.ministry.publish('portal', suspended('铋', '中方'));
    await room.poll();

    expect(await standing(room)).toEqual(before);
    expect(await titlesOf(room, tellurium)).toHaveLength(3);
  });

  it.each<[string, (stories: { bismuth: StoryRow; tellurium: StoryRow }) => [number, number], unknown]>([
    ['one into itself', ({ bismuth }) => [bismuth.id, bismuth.id], { refused: 'itself' }],
    ['one that does not exist', ({ bismuth }) => [999, bismuth.id], { refused: 'no-story', id: 999 }],
    ['one into none', ({ bismuth }) => [bismuth.id, 999], { refused: 'no-story', id: 999 }],
  ])('are not %s', async (_, choose, refusal) => {
    const stories = await bismuthAndTellurium();
    const [from, into] = choose(stories);

    expect(await mergeStories(stories.room.db, from, into, because(stories.room))).toEqual(refusal);
  });

  it('are not merged again, nor with those of another authority', async () => {
    const { room, bismuth, tellurium } = await bismuthAndTellurium();
    await merge(room, tellurium, bismuth);
    const again = { refused: 'merged-before', id: tellurium.id, into: bismuth.id };

    expect(await mergeStories(room.db, tellurium.id, bismuth.id, because(room))).toEqual(again);
    expect(await mergeStories(room.db, bismuth.id, tellurium.id, because(room))).toEqual(again);

    const other = await told(room, 'policy', control(51, '铟'));
    await room.db.updateTable('stories').set({ authorityId: 'uk-ofsi' }).where('id', '=', other.id).execute();
    expect(await mergeStories(room.db, other.id, bismuth.id, because(room))).toEqual({
      refused: 'authorities',
      authorityIds: ['uk-ofsi', bismuth.authorityId],
    });
    expect((await storyById(room.db, other.id)).id).toBe(other.id);
  });
});

describe('a page that is taken out of a Story', () => {
  /** One package: No. 31 on bismuth, No. 32 on tellurium. */
  async function packaged() {
    const room = await baselined();
    await room.subscribe({ channelId: 'desk', roleId: 'everybody' });
    const first = await told(room, 'policy', control(31, '铋'));
    const both = await told(room, 'policy', control(32, '碲'));
    expect(both.id).toBe(first.id);
    return { room, both };
  }

  it('is a Story of its own, and what remains is worked out anew', async () => {
    const { room, both } = await packaged();

    const { story, remaining } = await split(room, both, '碲');

    expect(fromJson(story.facts)).toMatchObject({ announcementNo: 'No. 32 of 2031', goods: ['tellurium'] });
    expect(fromJson(remaining.facts)).toMatchObject({ announcementNo: 'No. 31 of 2031', goods: ['bismuth'] });
    expect(story.splitFrom).toBe(both.id);
    expect(await storyParts(room.db, story.id)).toMatchObject([
      { why: { by: 'hand', on: '2031-03-13', because: 'why not' } },
    ]);
    expect((await findStories(room.db, { goods: ['tellurium'], limit: 9 })).map(({ id }) => id)).toEqual([
      story.id,
    ]);
  });

  it('is told as new where it is wanted, and the message of what remains is edited', async () => {
    const { room, both } = await packaged();
    await room.subscribe({ channelId: 'bismuth', goods: ['bismuth'] });
    const arrived = arrivals(room);

    await split(room, both, '碲');

    expect(arrived()).toEqual(['send story desk', `edit update desk ${messageOf(room, 'desk', both)}`]);
    expect(room.messenger.arrived.at(-2)).toMatchObject({ silent: false, roleIds: ['everybody'] });
    await room.poll();
    expect(arrived()).toEqual([]);
  });

  it('rings nobody once it is older than three days', async () => {
    const { room, both } = await packaged();
    await room.clock.advance(3 * DAY + HOUR * 24);

    await split(room, both, '碲');

    const news = room.messenger.arrived.find(
      ({ body }) => body.kind === 'story' && body.view.storyId !== both.id,
    );
    expect(news).toMatchObject({ silent: true, roleIds: [] });
  });

  it('is told to nobody where a baseline had found it', async () => {
    const room = await openNewsroom(Object.values(columns));
    await room.subscribe();
    room.ministry.publish('policy', control(31, '铋'));
    room.ministry.publish('policy', control(32, '碲'));
    await room.poll();
    const [found] = await findStories(room.db, { goods: ['tellurium'], limit: 1 });
    if (!found) throw new Error('the baseline found nothing');

    const { told } = await split(room, found, '碲');

    expect(told).toBe(0);
    expect(room.told()).toEqual([]);
  });

  it('stays where it was put when it is revised, and so does what it leaves', async () => {
    const room = await baselined();
    await room.subscribe();
    room.ministry.publish('policy', control(31, '铋'));
    const page = room.ministry.publish('policy', control(32, '碲'));
    await room.poll();
    const { story, remaining } = await split(room, await newest(room), '碲');
    const arrived = arrivals(room);

    room.ministry.edit(page, control(32, '铟'));
    await room.clock.advance(16 * MINUTE);
    await room.poll();

    expect(await factsOf(room, story)).toMatchObject({ goods: ['indium'] });
    expect(await factsOf(room, remaining)).toMatchObject({ goods: ['bismuth'] });
    expect(arrived().map((each) => each.split(' ')[1])).toEqual(['update', 'correction']);
    const [part] = await storyParts(room.db, story.id);
    expect(part?.why).toMatchObject({ by: 'hand' });
  });

  it('takes its number along: who names it later is told with it', async () => {
    const { room, both } = await packaged();
    const { story, remaining } = await split(room, both, '碲');

    await room.clock.advance(40 * DAY);
    room.ministry.publish('spokesperson', answers(32, '碲'));
    room.ministry.publish('spokesperson', answers(31, '铋', '就铋管制公告2031年第31号答记者问'));
    await room.poll();

    expect(await titlesOf(room, story)).toEqual([control(32, '碲').title, answers(32, '碲').title]);
    expect(await titlesOf(room, remaining)).toHaveLength(2);
    expect(await storyByKey(room.db, `${both.authorityId}/2031/31`)).toMatchObject({ id: both.id });
    expect(await storyByKey(room.db, `${both.authorityId}/2031/32`)).toMatchObject({ id: story.id });
  });

  describe('though it names the number of the notice', () => {
    /** The answers joined the notice by its number, and were taken out. */
    async function answersApart() {
      const room = await baselined(...Object.values(columns), 'cn-mofcom-portal-domestic');
      await room.subscribe();
      const notice = await told(room, 'policy', control(31, '铋'));
      await told(room, 'spokesperson', answers(31, '铋'));
      expect(await titlesOf(room, notice)).toHaveLength(2);
      const { story } = await split(room, notice, '答记者问');
      return { room, notice, answer: story };
    }

    it('is followed by the same words on another page, though both state the same', async () => {
      const { announcementNo: _, ...notice } = control(31, '铋');
      const again: Post = { ...notice, paragraphs: [...notice.paragraphs, '特此公告。'] };
      const room = await baselined(...Object.values(columns), 'cn-mofcom-portal-domestic');
      const first = await told(room, 'policy', control(31, '铋'));
      await told(room, 'spokesperson', again);
      const [, second] = await storyParts(room.db, first.id);
      const page = { itemId: second?.itemId ?? 0, part: null };
      const done = await splitStory(room.db, first.id, [page], because(room));
      if (done.refused !== null) throw new Error(`refused: ${done.refused}`);
      expect(done.story.facts).toBe(done.remaining.facts);

      room.ministry.publish('portal', again);
      await room.poll();

      expect(await titlesOf(room, done.story)).toHaveLength(2);
      expect(await titlesOf(room, first)).toHaveLength(1);
    });

    it('is followed by the same words though they stand on a page that was left, too', async () => {
      const { room, notice, answer } = await answersApart();
      const { itemId } = (await storyParts(room.db, answer.id))[0] ?? { itemId: 0 };
      room.ministry.publish('portal', answers(31, '铋'));
      await room.poll();
      await merge(room, answer, notice);
      const again = await splitStory(room.db, notice.id, [{ itemId, part: null }], because(room));
      if (again.refused !== null) throw new Error(`refused: ${again.refused}`);

      await told(room, 'policy', answers(31, '铋'));

      expect(await titlesOf(room, again.story)).toHaveLength(2);
      expect(await titlesOf(room, notice)).toHaveLength(2);
    });

    it('is followed by what says so in other words, and the notice by copies of the notice', async () => {
      const { room, notice, answer } = await answersApart();
      const before = await standing(room);

      await room.clock.advance(10 * DAY);
      room.ministry.publish('portal', answers(31, '铋', '谈公告2031年第31号'));
      const { announcementNo: _, ...copy } = control(31, '铋');
      room.ministry.publish('portal', { ...copy, paragraphs: [...copy.paragraphs, '特此公告。'] });
      await room.poll();

      expect(await standing(room)).toEqual(before);
      expect(await titlesOf(room, answer)).toEqual([
        answers(31, '铋').title,
        expect.stringContaining('谈公告'),
      ]);
      expect(await titlesOf(room, notice)).toEqual([copy.title, copy.title]);
    });
  });

  it('is followed by reports like it, and what remains by those like that', async () => {
    const sources = ['cn-mofcom-portal-domestic', 'cn-mofcom-security', 'cn-tao'];
    const room = await baselined(...Object.values(columns), ...sources);
    const approved = (number: string, words: string): Post => ({
      title: `商务部${words}锗物项出口许可申请的审批情况`,
      paragraphs: [`经依法审查，商务部已批准${number}锗物项出口许可申请。`],
    });
    const some = await told(room, 'spokesperson', approved('一定数量的', '通报'));
    room.ministry.publish('portal', approved('7件', '介绍'));
    await room.poll();
    expect(await titlesOf(room, some)).toHaveLength(2);
    const { story: seven } = await split(room, some, '介绍');

    room.ministry.publish('policy', approved('一定数量的', '发布'));
    room.ministry.publish('security-bureau', approved('7件', '公布'));
    await room.poll();

    expect(await titlesOf(room, some)).toEqual([
      expect.stringContaining('通报'),
      expect.stringContaining('发布'),
    ]);
    expect(await titlesOf(room, seven)).toEqual([
      expect.stringContaining('介绍'),
      expect.stringContaining('公布'),
    ]);
  });

  it('leaves the Story to the strongest of the others where it had led', async () => {
    const room = await baselined();
    const notice = await told(room, 'policy', control(31, '铋'));
    await room.clock.advance(2 * DAY);
    await told(room, 'spokesperson', answers(31, '铋'));

    const { story, remaining } = await split(room, notice, '公布');

    expect(story).toMatchObject({ leadItemId: notice.leadItemId, publishedOn: notice.publishedOn });
    expect(remaining.id).toBe(notice.id);
    expect(remaining.leadItemId).not.toBe(notice.leadItemId);
    expect(remaining.publishedOn > notice.publishedOn).toBe(true);
    expect((await viewOf(room.db, remaining)).links).toHaveLength(1);
  });

  it('leaves what a person had corrected as it is', async () => {
    const { room, both } = await packaged();
    const deliveryId = messageOf(room, 'desk', both).slice('message-'.length);
    const createdAt = room.clock.now();
    await reportWrong(room.db, { storyId: both.id, deliveryId, guildId: 'guild', userId: 'ada', createdAt });
    const [report] = await listFeedback(room.db);
    if (!report) throw new Error('there is no report');
    const facts = { ...(await factsOf(room, both)), destinations: ['Japan'] };
    await admitError(room.db, report, { relevant: true, facts }, room.clock.now());

    const { story, remaining } = await split(room, both, '碲');

    expect(fromJson(remaining.facts)).toMatchObject({ goods: ['bismuth'], destinations: ['Japan'] });
    expect(fromJson(remaining.corrections)).toMatchObject([{ fact: 'destinations', by: 'us' }]);
    expect(fromJson(story.facts)).toMatchObject({ goods: ['tellurium'], destinations: [] });
    expect(fromJson(story.corrections)).toEqual([]);
  });

  it('is withdrawn with its own page alone', async () => {
    const { room, both } = await packaged();
    await room.db.updateTable('items').set({ body: 'withdrawn' }).where('title', 'like', '%碲%').execute();
    const arrived = arrivals(room);

    const { story, remaining } = await split(room, both, '碲');

    expect(story.withdrawnAt).toBe(room.clock.now());
    expect(remaining.withdrawnAt).toBeNull();
    expect(arrived()).toEqual([`edit update desk ${messageOf(room, 'desk', both)}`]);
  });

  it('has its own message back where it had one before it was merged', async () => {
    const room = await baselined();
    await room.subscribe({ channelId: 'desk' });
    const bismuth = await told(room, 'policy', control(31, '铋'));
    const tellurium = await told(room, 'policy', control(41, '碲'));
    const own = messageOf(room, 'desk', tellurium);
    await merge(room, tellurium, bismuth);
    await room.subscribe({ channelId: 'late' });
    const arrived = arrivals(room);

    const { story } = await split(room, bismuth, '碲');

    expect(arrived().toSorted()).toEqual(
      [
        'send story late',
        `edit update desk ${own}`,
        `edit update desk ${messageOf(room, 'desk', bismuth)}`,
      ].toSorted(),
    );
    expect((await storyById(room.db, tellurium.id)).id).toBe(story.id);
  });

  it('is taken out with others, and what was merged by mistake is as it was', async () => {
    const room = await baselined();
    await room.subscribe({ channelId: 'desk' });
    const bismuth = await told(room, 'policy', control(31, '铋'));
    await told(room, 'policy', control(41, '碲'));
    const tellurium = await told(room, 'spokesperson', answers(41, '碲'));
    const before = [await factsOf(room, bismuth), await factsOf(room, tellurium)];
    const pages = (await storyParts(room.db, tellurium.id)).map(({ itemId }) => ({ itemId, part: null }));
    expect(pages).toHaveLength(2);
    await merge(room, tellurium, bismuth);
    const arrived = arrivals(room);

    const done = await splitStory(room.db, bismuth.id, pages, because(room));
    await deliver(room);

    expect(done).toMatchObject({ refused: null, told: 0, remaining: { id: bismuth.id } });
    expect([await factsOf(room, bismuth), await factsOf(room, tellurium)]).toEqual(before);
    expect(arrived().map((each) => each.split(' ')[0])).toEqual(['edit', 'edit']);
  });

  it('is one answer of a transcript, where that is what was meant', async () => {
    const room = await baselined();
    const briefing: Post = {
      title: '商务部召开例行新闻发布会（2031年3月13日）',
      paragraphs: [
        '记者：请问部分钢铁产品出口许可证如何申领？',
        '发言人：自2031年4月1日起，对部分钢铁产品实施出口许可证管理，出口企业应当凭出口合同申领出口许可证。',
        '记者：请问锗物项的出口申请办理得怎么样？',
        '发言人：经依法审查，商务部已批准一定数量的锗物项出口许可申请。',
      ],
    };
    room.ministry.publish('spokesperson', briefing);
    await room.poll();
    const [one, other] = await findStories(room.db, { limit: 2 });
    if (!one || !other) throw new Error('the briefing tells two Stories');
    const germanium = fromJson(one.facts).goods.includes('germanium') ? one : other;
    const steel = germanium === one ? other : one;
    await merge(room, steel, germanium);
    const part = (await storyParts(room.db, germanium.id)).find((each) => each.part === steel.leadPart);
    if (!part) throw new Error('the answer on steel is not there');

    const all = { itemId: part.itemId, part: null };
    expect(await splitStory(room.db, germanium.id, [all], because(room))).toEqual({
      refused: 'nothing-remains',
      storyId: germanium.id,
    });
    const done = await splitStory(room.db, steel.id, [part], because(room));

    expect(done).toMatchObject({ refused: null, remaining: { id: germanium.id } });
    if (done.refused !== null) return;
    expect(fromJson(done.story.facts).goods).toEqual(['steel products']);
    expect((await viewOf(room.db, done.remaining)).alsoHere.map(({ storyId }) => storyId)).toEqual([
      done.story.id,
    ]);
  });

  it('must be there, and leave something', async () => {
    const { room, both } = await packaged();
    const page = { itemId: both.leadItemId, part: null };

    expect(await splitStory(room.db, 999, [page], because(room))).toEqual({ refused: 'no-story' });
    expect(await splitStory(room.db, both.id, [page, { itemId: 999, part: null }], because(room))).toEqual({
      refused: 'not-in-story',
      storyId: both.id,
      page: { itemId: 999, part: null },
    });
    const { story } = await split(room, both, '碲');
    expect(await splitStory(room.db, both.id, [page], because(room))).toEqual({
      refused: 'nothing-remains',
      storyId: both.id,
    });
    expect(await standing(room)).toContain(story.id);
  });
});
