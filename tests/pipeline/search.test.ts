import { sql } from 'kysely';
import { expect, it } from 'vitest';
import { story } from '../../demo/ministry/texts.ts';
import { MINUTE } from '../../src/domain/moment.ts';
import { type Search, searchTexts } from '../../src/store/search.ts';
import { termsOf } from '../../src/understand/search/terms.ts';
import { openNewsroom } from './newsroom.ts';

it('what a poll records can be found at once, and what a page no longer says cannot', async () => {
  const room = await openNewsroom(['cn-mofcom-policy']);
  const find = async (written: string, search: Partial<Search> = {}) =>
    (await searchTexts(room.db, { terms: termsOf(written), ...search }, { limit: 9 })).hits;
  await room.poll();
  expect(await find('镧')).toEqual([]);

  const notice = room.ministry.publish('policy', story.notice.post);
  await room.poll();
  const [hit, ...others] = await find('lanthanum', { kind: 'measure', goods: ['lanthanum'] });
  expect(others).toEqual([]);
  expect(hit).toMatchObject({ sourceId: 'cn-mofcom-policy', on: '2031-03-13' });
  expect(hit?.story).not.toBeNull();
  expect(await find('4月1日')).toHaveLength(1);

  room.ministry.edit(notice, story.noticeCorrected);
  await room.clock.advance(20 * MINUTE);
  await room.poll();
  expect(await find('5月1日')).toMatchObject([{ itemId: hit?.itemId }]);
  expect(await find('4月1日')).toEqual([]);
});

it('a look that finds what was there before is not indexed again', async () => {
  const room = await openNewsroom(['cn-mofcom-policy']);
  await room.poll();
  room.ministry.publish('policy', story.notice.post);
  await room.poll();
  await sql`create table indexings (item_id integer)`.execute(room.db);
  await sql`create trigger counted after insert on search_places
    begin insert into indexings values (new.item_id); end`.execute(room.db);

  await room.clock.advance(20 * MINUTE);
  await room.poll();

  const { rows } = await sql`select * from indexings`.execute(room.db);
  expect(rows).toEqual([]);
});
