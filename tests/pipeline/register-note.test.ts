import { expect, it } from 'vitest';
import type { Post } from '../../demo/ministry/archive.ts';
import { story } from '../../demo/ministry/texts.ts';
import { DAY } from '../../src/domain/moment.ts';
import type { StoryView } from '../../src/domain/story.ts';
import { type Newsroom, openNewsroom } from './newsroom.ts';

/** Puts one element under licence at once; No. 40 is on yttrium, No. 41 on terbium. */
const control = (number: number, element: string): Post => ({
  title: `商务部公告2031年第${number}号 公布对${element}相关物项实施出口管制的决定`,
  announcementNo: `商务部公告2031年第${number}号`,
  paragraphs: [`决定对${element}相关物项实施出口管制。未经许可，不得出口。`, '本公告自2031年3月13日起实施。'],
});

const suspends = (number: number, other: number, element: string): Post => ({
  title: `商务部公告2031年第${number}号 公布暂停实施公告2031年第${other}号的决定`,
  announcementNo: `商务部公告2031年第${number}号`,
  paragraphs: [
    `决定自即日起至2032年3月31日，暂停实施商务部公告2031年第${other}号（《公布对${element}相关物项实施出口管制的决定》）。`,
  ],
});

async function published(room: Newsroom, column: 'policy' | 'spokesperson', post: Post): Promise<StoryView> {
  await room.clock.advance(2 * DAY);
  room.ministry.publish(column, post);
  await room.poll();
  const body = room.messenger.arrived.findLast(({ body }) => body.kind === 'story')?.body;
  if (body?.kind !== 'story') throw new Error('no Story was told');
  return body.view;
}

async function opened(): Promise<Newsroom> {
  const room = await openNewsroom(['cn-mofcom-policy', 'cn-mofcom-spokesperson']);
  await room.subscribe();
  await room.poll();
  return room;
}

const approval = (goods: string): Post => ({
  title: `商务部新闻发言人就${goods}出口许可审批情况答记者问`,
  paragraphs: [`答：经依法审查，商务部已批准一定数量的${goods}出口许可申请。`],
});

it('beside an approval stand the measures in force on its goods', async () => {
  const room = await opened();
  await published(room, 'policy', control(40, '钇'));

  expect((await published(room, 'spokesperson', approval('钇'))).register).toEqual({
    about: 'on-its-goods',
    measures: [
      {
        announcementNo: 'No. 40 of 2031',
        action: 'new_control',
        goods: ['yttrium'],
        destinations: [],
        since: '2031-03-13',
        sinceStated: true,
        except: [],
      },
    ],
    more: 0,
    notRead: [],
  });
});

it('what a notice without those goods in it has suspended is not told as in force', async () => {
  const room = await opened();
  await published(room, 'policy', control(40, '钇'));
  await published(room, 'policy', {
    ...suspends(50, 40, '钇'),
    paragraphs: ['决定自即日起至2032年3月31日，暂停实施商务部公告2031年第40号。'],
  });

  expect((await published(room, 'spokesperson', approval('钇'))).register).toBeNull();
});

it('beside a suspension stands what it does not name and is still in force', async () => {
  const room = await opened();
  await published(room, 'policy', control(40, '钇'));
  await published(room, 'policy', control(41, '铽'));

  expect((await published(room, 'policy', suspends(50, 41, '铽'))).register).toMatchObject({
    about: 'not-named',
    measures: [{ announcementNo: 'No. 40 of 2031', goods: ['yttrium'] }],
    notRead: [],
  });
});

it('a notice that is acted on and was never read is told as missing', async () => {
  const room = await opened();
  await published(room, 'policy', control(40, '钇'));
  await published(room, 'policy', control(41, '铽'));
  const both: Post = {
    ...suspends(50, 41, '铽'),
    paragraphs: ['决定自即日起至2032年3月31日，暂停实施商务部公告2031年第39号、公告2031年第41号。'],
  };

  expect((await published(room, 'policy', both)).register).toMatchObject({
    measures: [{ announcementNo: 'No. 40 of 2031' }],
    notRead: ['No. 39 of 2031'],
  });
});

it('nothing is said where the register holds nothing on these goods', async () => {
  const room = await opened();

  expect((await published(room, 'spokesperson', approval('钇'))).register).toBeNull();
  expect((await published(room, 'policy', suspends(50, 39, '铽'))).register).toBeNull();
});

it('a new control has no such note: it is the measure', async () => {
  const room = await opened();
  await published(room, 'policy', control(40, '钇'));

  expect((await published(room, 'policy', story.notice.post)).register).toBeNull();
});

it('beside a suspension stand what it suspends, and since when that had applied', async () => {
  const room = await opened();
  await published(room, 'policy', control(40, '钇'));
  await published(room, 'policy', control(41, '铽'));

  const { register } = await published(room, 'policy', suspends(50, 40, '钇'));

  expect(register).toMatchObject({
    about: 'not-named',
    measures: [{ announcementNo: 'No. 41 of 2031' }],
    held: [
      {
        ...{ announcementNo: 'No. 40 of 2031', section: null, action: 'new_control', goods: ['yttrium'] },
        ...{ ranSince: '2031-03-13', dueOn: null },
      },
    ],
  });
});
