import { expect, it } from 'vitest';
import { DAY, MINUTE } from '../../src/domain/moment.ts';
import { rewordings, textsAround } from '../../src/store/rewordings.ts';
import { openNewsroom } from './newsroom.ts';

const notice = {
  title: '商务部新闻发言人就锗出口许可审批情况答记者问',
  paragraphs: ['答：经依法审查，商务部已批准一定数量的锗出口许可申请。'],
};

it('a page that is read with other words says when, and keeps both texts', async () => {
  const room = await openNewsroom(['cn-mofcom-spokesperson']);
  await room.subscribe();
  await room.poll();
  const published = room.ministry.publish('spokesperson', notice);
  await room.poll();
  const views = () =>
    room.messenger.arrived.flatMap(({ body }) => ('view' in body ? [[body.kind, body.view] as const] : []));
  expect(views().at(-1)?.[1]).toMatchObject({ rewordedAt: null });

  room.ministry.edit(published, {
    paragraphs: ['答：经依法审查，商务部近日已批准一定数量的锗出口许可申请。'],
  });
  await room.clock.advance(16 * MINUTE);
  await room.poll();

  const [kind, view] = views().at(-1) ?? [];
  expect(kind).toBe('update');
  expect(view?.rewordedAt).toBe(room.clock.now());
  const [only, ...more] = await rewordings(room.db, view?.storyId ?? 0);
  expect(more).toEqual([]);
  expect(only).toMatchObject({ revision: 2, seenAt: room.clock.now() });
  const around = only && (await textsAround(room.db, only));
  expect(around?.before.text).not.toContain('近日');
  expect(around?.after.text).toContain('近日');
});

it('a page that stays as it was is not reworded', async () => {
  const room = await openNewsroom(['cn-mofcom-spokesperson']);
  await room.subscribe();
  await room.poll();
  room.ministry.publish('spokesperson', notice);
  await room.poll();
  await room.clock.advance(DAY);
  await room.poll();

  const stories = await room.db.selectFrom('stories').select('id').execute();
  expect(stories).not.toEqual([]);
  for (const { id } of stories) expect(await rewordings(room.db, id)).toEqual([]);
});
