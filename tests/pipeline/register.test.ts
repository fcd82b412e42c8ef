import { expect, it } from 'vitest';
import { story } from '../../demo/ministry/texts.ts';
import { DAY } from '../../src/domain/moment.ts';
import { archivedNotices } from '../../src/store/notices.ts';
import { registerOf } from '../../src/understand/register/register.ts';
import { statusOn } from '../../src/understand/register/status.ts';
import { openNewsroom } from './newsroom.ts';

const suspension = {
  title: '商务部公告2031年第12号 公布暂停实施公告2031年第7号的决定',
  announcementNo: '商务部公告2031年第12号',
  issuer: '安全与管制局',
  paragraphs: [
    '经国家有关部门批准，决定自即日起至2032年3月31日，暂停实施商务部公告2031年第7号（《公布对镧、铈相关物项实施出口管制的决定》）。',
  ],
};

it('the register follows from what was read: a measure, and the notice that suspends it', async () => {
  const room = await openNewsroom(['cn-mofcom-policy']);
  await room.poll();
  room.ministry.publish('policy', story.notice.post);
  await room.poll();
  await room.clock.advance(5 * DAY);
  room.ministry.publish('policy', suspension);
  await room.poll();

  const notices = (await archivedNotices(room.db)).flatMap((one) =>
    one.facts.announcementNo === null ? [] : [{ ...one, announcementNo: one.facts.announcementNo }],
  );
  const measure = registerOf(notices).find(({ notice }) => notice.announcementNo === 'No. 7 of 2031');

  expect(measure).toMatchObject({ goods: ['lanthanum', 'cerium'], from: '2031-04-01' });
  if (!measure) return;
  const stateOn = (on: string) => statusOn(measure, on, '2032-05-01').whole.state;
  expect(stateOn('2031-03-17')).toBe('not-yet');
  expect(stateOn('2031-06-01')).toBe('suspended');
  expect(stateOn('2032-04-02')).toBe('not-confirmed');
});
