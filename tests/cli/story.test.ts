import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { story } from '../../src/cli/story.ts';
import { Refusal } from '../../src/cli/terminal.ts';
import { insertStoryMessage } from '../../src/store/alerts.ts';
import type { Db } from '../../src/store/schema.ts';
import { openSqlite } from '../../src/store/sqlite.ts';
import { insertSubscription } from '../../src/store/subscriptions.ts';
import { Archive, briefing, storyView } from '../fakes/archive.ts';
import { fakeTerminal, openFolder, runWire } from './support.ts';

let folder: ReturnType<typeof openFolder>;
let db: Db;
let archive: Archive;
beforeEach(async () => {
  folder = openFolder();
  db = await openSqlite(join(folder.path, 'wire.db'));
  archive = new Archive(db);
  await archive.sources(0);
  await archive.story({
    on: '2031-03-04',
    title: 'Bureau clears some requests for helium',
    facts: { action: 'approve', goods: ['helium'], licencesCount: 'unspecified' },
  });
  await archive.story({
    on: '2031-03-05',
    title: 'Neon is licensed from April',
    facts: { action: 'new_control', announcementNo: 'No. 5 of 2031', goods: ['neon'] },
    source: briefing,
  });
  await told('d-helium', 'desk', 1);
});
afterEach(async () => {
  await db.destroy();
  folder.remove();
});

async function told(deliveryId: string, channelId: string, storyId: number): Promise<void> {
  await archive.delivery(deliveryId, channelId, { kind: 'story', view: storyView({ storyId }) });
  await db.updateTable('deliveries').set({ messageId: '77' }).where('id', '=', deliveryId).execute();
  await insertStoryMessage(db, { storyId, channelId, deliveryId, grouped: false });
}

async function run(...typed: string[]): Promise<string> {
  const terminal = fakeTerminal({ env: { DATA_DIR: folder.path } });
  const [task, ...ids] = typed;
  await story(task, ids, {}, terminal);
  return terminal.text();
}

/** What is typed after `wire`, in a process of its own. */
const wire = (...args: string[]) => runWire(args, { cwd: folder.path, env: { DATA_DIR: folder.path } });

describe('a story', () => {
  it('is listed with the newest', async () => {
    expect(await run()).toBe(
      [
        '    2  measure    2031-03-05  action new_control; goods neon; announcementNo No. 5 of 2031',
        '    1  decision   2031-03-04  action approve; goods helium; licencesCount unspecified',
        '',
      ].join('\n'),
    );
  });

  it.each([[['1']], [['show', '1']]])(
    'is shown with its facts, its pages and where it was told: %j',
    async (typed) => {
      expect(await run(...typed)).toBe(
        [
          'Story 1  decision  2031-03-04  vn-trade',
          '  action approve; goods helium; licencesCount unspecified',
          'pages',
          '  1  ??  vn-trade-gazette  Bureau clears some requests for helium',
          '      https://trade.varnia.example/notices/1',
          '      leads; the story began with it',
          'told',
          '  channel desk, message 77, 1970-01-01 00:00 UTC',
          '',
        ].join('\n'),
      );
    },
  );

  it('that was told to nobody says so, and obeys no control character of a page', async () => {
    await db.updateTable('items').set({ title: 'Neon \u001b[31mis licensed' }).where('id', '=', 2).execute();
    const text = await run('2');

    expect(text).toMatch(/told\n {2}nobody\n$/);
    expect(text).toContain('  2  ??  vn-trade-briefing  Neon [31mis licensed\n');
  });

  it('is listed nowhere while there is none', async () => {
    await db.destroy();
    folder.remove();
    folder = openFolder();
    db = await openSqlite(join(folder.path, 'wire.db'));

    expect(await run()).toBe('No stories.\n');
  });
});

describe('merge and split', () => {
  it('are typed as the README says, and are shown with the reason', async () => {
    const merged = await wire('story', 'merge', '2', '1', '--because', 'one matter');
    expect(merged.stderr).toBe('');
    expect(merged.stdout).toBe('Story 2 is told as Story 1 from now on; 1 message brought up to date.\n');

    const followed = (await wire('story', '2')).stdout.split('\n');
    expect(followed.slice(0, 3)).toEqual([
      'Story 2 was merged into Story 1, which stands for it.',
      'Story 1  decision  2031-03-04  vn-trade',
      '  stands for Story 2 too',
    ]);
    expect(followed).toContainEqual(
      expect.stringMatching(/^ {6}put here by hand on \d+ \w+ \d{4}: one matter$/),
    );

    await insertSubscription(db, {
      ...{ guildId: 'server', channelId: 'measures', authorities: [], tiers: [], goods: ['neon'] },
      ...{ roleId: null, language: 'en', market: 'US', createdAt: 0 },
    });
    const apart = await wire('story', 'split', '1', '2', '--because', 'two after all');
    expect(apart.stderr).toBe('');
    expect(apart.stdout).toBe(
      '1 page is Story 3 from now on, told as new in 1 channel; Story 1 stands with what remains.\n',
    );
    expect((await wire('story', 'show', '3')).stdout).toMatch(
      /^Story 3 {2}measure .*\n {2}stands for Story 2 too\n {2}taken out of Story 1\n(?:.*\n)+ {2}channel measures, message not sent, pending\n$/,
    );
  });

  it('name the Stories whose messages are told as one', async () => {
    await told('d-neon', 'desk', 2);
    await run('merge', '2', '1');

    expect(await run('1')).toMatch(
      /channel desk, message 77, [^\n]+UTC\n {2}channel desk, message 77, [^\n]+, as Story 2\n$/,
    );
  });

  it.each<[string, string[], string]>([
    ['a story that does not exist', ['17'], 'No Story 17. `wire story` lists the newest.'],
    [
      'a merge into none',
      ['merge', '1', '17'],
      'No Story 17. `wire story` lists the newest. Nothing was done.',
    ],
    ['a merge into itself', ['merge', '1', '1'], 'A Story cannot be merged into itself. Nothing was done.'],
    [
      'a split of none',
      ['split', '17', '1'],
      'No Story 17. `wire story` lists the newest. Nothing was done.',
    ],
    [
      'a split of a page that is not there',
      ['split', '1', '2/ab'],
      'Story 1 has no page 2/ab. `wire story 1` lists its pages. Nothing was done.',
    ],
    [
      'a split that leaves nothing',
      ['split', '1', '1'],
      'Nothing of Story 1 would remain: it has no other page. Nothing was done.',
    ],
    [
      'a merge with one id',
      ['merge', '1'],
      'Write: story merge ID INTO-ID, with numbers as `wire story` and `wire story ID` list them.',
    ],
    [
      'a task that is none',
      ['join', '1'],
      'Write: story show ID, with numbers as `wire story` and `wire story ID` list them.',
    ],
    [
      'a page that is no number',
      ['split', '1', 'first'],
      'Write: story split ID ITEM[/PART]…, with numbers as `wire story` and `wire story ID` list them.',
    ],
  ])('refuse %s', async (_, typed, says) => {
    const before = await run();

    await expect(run(...typed)).rejects.toThrow(new Refusal(says));
    expect(await run()).toBe(before);
  });

  it('refuse what was merged before, and two authorities', async () => {
    await run('merge', '2', '1');
    await expect(run('merge', '2', '1')).rejects.toThrow(
      'Story 2 was merged into Story 1 before: name that one. Nothing was done.',
    );

    const other = await archive.story({ on: '2031-03-06' });
    await db.updateTable('stories').set({ authorityId: 'vn-customs' }).where('id', '=', other.id).execute();
    await expect(run('merge', String(other.id), '1')).rejects.toThrow(
      'One Story is of vn-customs and the other of vn-trade: two authorities never tell one thing. Nothing was done.',
    );
  });
});
