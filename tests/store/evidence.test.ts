import { afterEach, beforeEach, expect, test } from 'vitest';
import { storyEvidence } from '../../src/store/evidence.ts';
import { insertRevision } from '../../src/store/items.ts';
import type { Db, ItemRow } from '../../src/store/schema.ts';
import { openSqlite } from '../../src/store/sqlite.ts';
import { insertAnnouncement } from '../../src/store/stories.ts';
import { now, register, storeItem, storeStory, understood } from './samples.ts';

let db: Db;
let item: ItemRow;
beforeEach(async () => {
  db = await openSqlite(':memory:');
  await register(db, ['cn-trade-notices']);
  item = await storeItem(db, { key: 'notice-1' });
});
afterEach(() => db.destroy());

function revise(number: number): Promise<void> {
  return insertRevision(db, {
    itemId: item.id,
    number,
    hash: `hash-${number}`,
    title: '通知',
    text: '正文。',
    published: null,
    issuer: null,
    attachments: [],
    textRead: true,
    seenAt: now + number,
  });
}

test('the evidence of a Story is that of the newest Revision that says something of its leading part', async () => {
  const { id: storyId } = await storeStory(db, { key: 'a', leadItemId: item.id, leadPart: 'answer-2' });
  const announce = (part: string, revision: number, score: number) =>
    insertAnnouncement(db, {
      ...understood(part),
      score,
      itemId: item.id,
      revision,
      storyId,
      createdAt: now,
    });
  for (const number of [1, 2, 3]) await revise(number);
  await announce('answer-2', 1, 5);
  await announce('answer-2', 2, 6);
  await announce('answer-1', 3, 7);

  expect(await storyEvidence(db, storyId)).toMatchObject({
    score: 6,
    reasons: understood('').reasons,
    revision: 2,
    revisions: 3,
    title: '通知',
    text: '正文。',
    seenAt: now + 2,
  });
});

test('a Story that does not exist has no evidence', async () => {
  expect(await storyEvidence(db, 1)).toBeNull();
});
