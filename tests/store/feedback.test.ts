import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { feedbackById, listFeedback, reportWrong, settleFeedback } from '../../src/store/feedback.ts';
import { insertRevision } from '../../src/store/items.ts';
import type { Db } from '../../src/store/schema.ts';
import { openSqlite } from '../../src/store/sqlite.ts';
import { insertAnnouncement } from '../../src/store/stories.ts';
import { facts, now, on, register, storeDelivery, storeItem, storeStory, understood } from './samples.ts';

let db: Db;
beforeEach(async () => {
  db = await openSqlite(':memory:');
  await register(db, ['cn-trade-notices']);
  await storeItem(db, { key: 'notice-1' });
  await storeStory(db, { key: 'a', goods: ['helium'] });
  await storeDelivery(db, 'delivery-1');
});
afterEach(() => db.destroy());

/** One more Revision of the page, with its Announcement. */
async function read(number: number): Promise<void> {
  const page = { title: `第${number}版`, text: '批准', published: on('2031-03-13'), issuer: null };
  await insertRevision(db, {
    ...{ ...page, itemId: 1, number, hash: `hash-${number}`, attachments: [], textRead: true, seenAt: now },
  });
  const place = { itemId: 1, revision: number, storyId: 1, createdAt: now };
  await insertAnnouncement(db, { ...understood(''), ...place });
}

const report = (userId: string, storyId = 1) =>
  reportWrong(db, { storyId, deliveryId: 'delivery-1', guildId: 'server', userId, createdAt: now });

describe('a report that something is wrong', () => {
  it('keeps the text that was judged: the latest, by its hash', async () => {
    await read(1);
    await read(2);

    expect(await report('ada')).toEqual({ id: 1, isNew: true });
    await read(3);
    expect(await feedbackById(db, 1)).toMatchObject({
      ...{ storyId: 1, deliveryId: 'delivery-1', guildId: 'server', userId: 'ada', createdAt: now },
      ...{ itemId: 1, part: '', revision: 2, hash: 'hash-2', title: '第2版', text: '批准' },
      ...{ state: 'open', relevant: null, facts: null, settledAt: null },
    });
  });

  it('is stored once for each person and Story', async () => {
    await read(1);
    await report('ada');

    expect(await report('ada')).toEqual({ id: 1, isNew: false });
    expect(await report('grace')).toMatchObject({ isNew: true });
    expect(await listFeedback(db)).toHaveLength(2);
  });

  it('needs a Story whose text is known', async () => {
    expect(await report('ada')).toBeNull();
    expect(await report('ada', 7)).toBeNull();
  });

  it('ends as confirmed, with what is right, or as dismissed', async () => {
    await read(1);
    for (const person of ['ada', 'grace', 'joan']) await report(person);
    const right = facts({ action: 'deny', goods: ['argon'] });
    await settleFeedback(db, { id: 1 }, { relevant: true, facts: right }, now + 1);
    await settleFeedback(db, { id: 3 }, null, now + 2);

    expect((await listFeedback(db, 'open')).map(({ userId }) => userId)).toEqual(['grace']);
    expect(await listFeedback(db, 'confirmed')).toMatchObject([
      { id: 1, relevant: 1, facts: JSON.stringify(right), settledAt: now + 1 },
    ]);
    expect(await listFeedback(db, 'dismissed')).toMatchObject([{ id: 3, relevant: null, facts: null }]);
  });
});
