import { afterEach, beforeEach, expect, it } from 'vitest';
import { toJson } from '../../src/store/columns.ts';
import { insertRevision } from '../../src/store/items.ts';
import type { StoryRow } from '../../src/store/schema.ts';
import { insertAnnouncement } from '../../src/store/stories.ts';
import { noFacts, storyView } from '../fakes/archive.ts';
import { NOW, type Office, openOffice } from '../fakes/bot.ts';
import { labels, pressable, send, textOf, titleOf } from './support.ts';

let office: Office;
beforeEach(async () => {
  office = await openOffice();
});
afterEach(async () => {
  await office.close();
  expect(office.discord.violations).toEqual([]);
});

const hold = { ...noFacts, action: 'suspend_control', expiryDate: '2031-11-28' } as const;

/** The page of a Story is read with another text. */
async function reread(story: StoryRow, number: number, text: string, expiryDate: string) {
  const { leadItemId: itemId, id: storyId } = story;
  const revision = { itemId, number, hash: `hash-${number}`, title: 'Notice', text, published: null };
  const rest = { issuer: null, attachments: [], textRead: true, seenAt: NOW + number * 1000 };
  await insertRevision(office.db, { ...revision, ...rest });
  await insertAnnouncement(office.db, {
    ...{ part: '', tier: 'measure', kind: 'measure', score: 5, reasons: [], evidence: {} },
    ...{ facts: { ...hold, expiryDate }, itemId, storyId, revision: number, createdAt: NOW },
  });
  await office.db
    .updateTable('stories')
    .set({ facts: toJson({ ...hold, expiryDate }) })
    .execute();
}

const suspended = (day: string) => `The measures are on hold until ${day}. They concern gallium.`;

it('shows word by word what became of a text, with the times, and what became of its facts', async () => {
  const story = await office.archive.story({
    ...{ on: '2031-03-04', facts: hold, title: 'Notice', text: suspended('28 November 2031') },
  });
  await reread(story, 2, suspended('10 November 2031'), '2031-11-10');
  const view = storyView({ storyId: story.id, facts: hold, rewordedAt: NOW });
  const sent = await send(office, 'd1', { kind: 'story', view });
  expect(labels(sent)).toEqual(['Story', 'What changed', 'Measures on a date', 'Why and evidence']);

  const reply = await office.discord.interact.button(pressable(sent, 'What changed'));

  expect(reply.ephemeral).toBe(true);
  expect(titleOf(reply)).toBe('What changed: Varnian gazette');
  expect(textOf(reply).split('\n')).toEqual([
    'Text of 2031-03-04 09:00:00 UTC against text of 2031-03-10 12:00:02 UTC',
    '**Changed**  end date: ~~28 November 2031~~ → **10 November 2031**',
    '• The measures are on hold until ~~28~~ → **10** November 2031',
  ]);
});

it('turns to the changes before, in place', async () => {
  const story = await office.archive.story({ on: '2031-03-04', facts: hold, title: 'Notice', text: 'One.' });
  await reread(story, 2, 'Two.', '2031-11-28');
  await reread(story, 3, 'Three.', '2031-11-28');
  const view = storyView({ storyId: story.id, rewordedAt: NOW });
  const sent = await send(office, 'd1', { kind: 'story', view });

  const newest = await office.discord.interact.button(pressable(sent, 'What changed'));
  expect(textOf(newest)).toContain('• ~~Two~~ → **Three**');
  expect(textOf(newest)).toContain('No fact that we track has changed.');
  const older = await office.discord.interact.button(pressable(newest, 'Older'));

  expect(textOf(older)).toContain('• ~~One~~ → **Two**');
  expect(older.message?.id).toBe(newest.message?.id);
  expect(labels(older)).toEqual(['Newer', 'Share here']);
});

it('says so where no changed text is kept', async () => {
  const story = await office.archive.story({ on: '2031-03-04', facts: hold });
  const view = storyView({ storyId: story.id, rewordedAt: NOW });
  const sent = await send(office, 'd1', { kind: 'story', view });

  const reply = await office.discord.interact.button(pressable(sent, 'What changed'));

  expect(reply.content).toBe('No changed text of this story is in the archive.');
});
