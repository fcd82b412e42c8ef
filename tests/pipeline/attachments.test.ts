import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { ReadFailure } from '../../src/domain/failure.ts';
import { HOUR, MINUTE } from '../../src/domain/moment.ts';
import type { Fetcher } from '../../src/fetch/fetcher.ts';
import { fromJson } from '../../src/store/columns.ts';
import { latestRevision } from '../../src/store/items.ts';
import { type Newsroom, openNewsroom } from './newsroom.ts';

const guide = readFileSync(`${import.meta.dirname}/../fixtures/documents/guide.pdf`);

/** What documents answer; the simulated ministries attach plain texts, which nobody reads. */
function attach(room: Newsroom, answer: () => Uint8Array): { asked: string[] } {
  const { fetcher } = room.ports;
  const asked: string[] = [];
  const attaching: Fetcher = {
    ...fetcher,
    async fetch(request) {
      const response = await fetcher.fetch(request);
      if (response.outcome !== 'ok') return response;
      return { ...response, text: response.text.replaceAll('_1.txt"', '_1.pdf"') };
    },
    async fetchBytes({ url }) {
      asked.push(url);
      return { url, type: 'application/pdf', bytes: answer() };
    },
  };
  room.ports.fetcher = attaching;
  return { asked };
}

it('reads what a notice of one sentence attaches, once, and keeps it when the document is gone', async () => {
  const room = await openNewsroom(['cn-mofcom-policy']);
  await room.subscribe();
  await room.poll();
  let gone = false;
  const { asked } = attach(room, () => {
    if (gone) throw new ReadFailure('not-found', 'it is gone');
    return guide;
  });
  room.ministry.publish('policy', {
    title: '商务部公告2031年第9号 关于两用物项出口许可申领的公告',
    paragraphs: ['现对两用物项实施出口许可管理，企业应当依法申领出口许可证。'],
    attachments: [{ title: '申领指南', text: 'not asked for' }],
  });
  await room.poll();
  const item = await room.db
    .selectFrom('items')
    .select('id')
    .where('title', 'like', '%第9号%')
    .executeTakeFirstOrThrow();
  const first = await latestRevision(room.db, item.id);

  gone = true;
  await room.clock.advance(16 * MINUTE);
  await room.poll();
  await room.clock.advance(HOUR);
  await room.poll();

  expect(first?.text).toContain('申领指南\n附件\n两用物项出口许可证申领指南');
  expect(first && fromJson(first.attachments)).toMatchObject([
    { title: '申领指南', reading: { outcome: 'read' } },
  ]);
  expect(await latestRevision(room.db, item.id)).toMatchObject({ number: 1, text: first?.text });
  const { reads } = await room.db
    .selectFrom('items')
    .select('reads')
    .where('id', '=', item.id)
    .executeTakeFirstOrThrow();
  expect(reads).toBeGreaterThan(1);
  expect(asked).toHaveLength(1);
});
