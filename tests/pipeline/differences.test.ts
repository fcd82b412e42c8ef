import { expect, it } from 'vitest';
import type { Post } from '../../demo/ministry/archive.ts';
import { story } from '../../demo/ministry/texts.ts';
import { MINUTE } from '../../src/domain/moment.ts';
import type { StoryView } from '../../src/domain/story.ts';
import { viewOf } from '../../src/pipeline/view.ts';
import { toJson } from '../../src/store/columns.ts';
import { updateStory } from '../../src/store/stories.ts';
import { type Newsroom, openNewsroom } from './newsroom.ts';

const english: Post = story.noticeInEnglish.post;

/** The English page with another day of effect, and perhaps with a sentence more. */
const inEnglish = (day: string, ...more: string[]): Post => ({
  ...english,
  paragraphs: [...english.paragraphs.map((paragraph) => paragraph.replace('April 1, 2031', day)), ...more],
});

const kinds = (room: Newsroom) => room.told().map(({ kind }) => kind);

function lastView(room: Newsroom): StoryView {
  const body = room.messenger.arrived.at(-1)?.body;
  if (!body || !('view' in body)) throw new Error('nothing about one Story has arrived');
  return body.view;
}

async function withNotice(): Promise<Newsroom> {
  const room = await openNewsroom(['cn-mofcom-policy', 'cn-mofcom-english']);
  await room.subscribe({ roleId: 'desk' });
  await room.poll();
  return room;
}

it('an English page with another date than the notice is flagged, and told once in a silent reply', async () => {
  const room = await withNotice();
  room.ministry.publish('policy', story.notice.post);
  await room.poll();
  expect(kinds(room)).toEqual(['story']);

  const page = room.ministry.publish('english', inEnglish('April 11, 2031'));
  await room.poll();

  expect(kinds(room)).toEqual(['update', 'difference']);
  const reply = room.messenger.arrived.at(-1);
  expect(reply).toMatchObject({ operation: 'reply', silent: true, roleIds: [] });
  expect(reply?.body).toMatchObject({
    view: { facts: { effectiveDate: '2031-04-01' } },
    disagreements: [
      {
        fact: 'effectiveDate',
        values: [
          {
            value: '2031-04-01',
            quote: expect.stringContaining('2031年4月1日'),
            texts: [{ language: 'zh' }],
          },
          { value: '2031-04-11', texts: [{ language: 'en', url: page.url }] },
        ],
      },
    ],
  });

  room.ministry.edit(page, inEnglish('April 11, 2031', 'Exporters may turn to the ministry with questions.'));
  await room.clock.advance(16 * MINUTE);
  await room.poll();
  expect(kinds(room), 'the same disagreement').toEqual(['update']);
  expect(lastView(room).disagreements).toHaveLength(1);

  room.ministry.edit(page, english);
  await room.clock.advance(60 * MINUTE);
  await room.poll();
  expect(kinds(room), 'the flag goes when the page is put right').toEqual(['update']);
  expect(lastView(room).disagreements).toEqual([]);
});

it('a page that says the same in another language is only linked', async () => {
  const room = await withNotice();
  room.ministry.publish('policy', story.notice.post);
  await room.poll();
  room.told();

  room.ministry.publish('english', english);
  await room.poll();

  expect(kinds(room)).toEqual(['update']);
  expect(lastView(room)).toMatchObject({ disagreements: [], links: [{}, {}] });
});

it('a correction is told as one, and the page that still says otherwise stands in the message', async () => {
  const room = await withNotice();
  const notice = room.ministry.publish('policy', story.notice.post);
  room.ministry.publish('english', english);
  await room.poll();
  room.told();

  room.ministry.edit(notice, story.noticeCorrected);
  await room.clock.advance(16 * MINUTE);
  await room.poll();

  expect(kinds(room)).toEqual(['update', 'correction']);
  expect(lastView(room).disagreements).toMatchObject([
    { fact: 'effectiveDate', values: [{ value: '2031-05-01' }, { value: '2031-04-01' }] },
  ]);
});

it('what a baseline finds to differ stands in the message, and is told to nobody as news', async () => {
  const room = await openNewsroom(['cn-mofcom-policy', 'cn-mofcom-english']);
  await room.subscribe();
  await room.poll('cn-mofcom-policy');
  room.ministry.publish('policy', story.notice.post);
  await room.poll('cn-mofcom-policy');
  room.told();

  room.ministry.publish('english', inEnglish('April 11, 2031'));
  await room.poll('cn-mofcom-english');

  expect(new Set(kinds(room))).toEqual(new Set(['update']));
  expect(lastView(room).disagreements).toHaveLength(1);
});

it('what a person has ruled on is no longer told to differ: we had read it wrongly', async () => {
  const room = await withNotice();
  room.ministry.publish('policy', story.notice.post);
  room.ministry.publish('english', inEnglish('April 11, 2031'));
  await room.poll();
  const { storyId, disagreements } = lastView(room);
  expect(disagreements).toHaveLength(1);

  const ruling = { fact: 'effectiveDate', from: '2031-04-01', to: '2031-04-11', at: 1, by: 'us' } as const;
  const ruled = await updateStory(room.db, storyId, { corrections: toJson([ruling]) });

  expect((await viewOf(room.db, ruled)).disagreements).toEqual([]);
});
