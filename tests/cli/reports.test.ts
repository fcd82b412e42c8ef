import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readGold } from '../../src/cli/eval/gold.ts';
import { evaluate } from '../../src/cli/eval.ts';
import { type ReportOptions, type ReportTask, reports } from '../../src/cli/reports.ts';
import { Refusal } from '../../src/cli/terminal.ts';
import type { AlertBody } from '../../src/domain/alert.ts';
import { type Facts, tierOf } from '../../src/domain/facts.ts';
import { insertStoryMessage } from '../../src/store/alerts.ts';
import { fromJson } from '../../src/store/columns.ts';
import { reportWrong } from '../../src/store/feedback.ts';
import type { Db, StoryRow } from '../../src/store/schema.ts';
import { openSqlite } from '../../src/store/sqlite.ts';
import { storyById } from '../../src/store/stories.ts';
import { insertSubscription } from '../../src/store/subscriptions.ts';
import { Archive, storyView } from '../fakes/archive.ts';
import { fakeTerminal, openFolder, runWire } from './support.ts';

const title = 'Bureau clears some requests for helium';
const words = 'cleared some requests';

let folder: ReturnType<typeof openFolder>;
let db: Db;
let archive: Archive;
let story: StoryRow;
beforeEach(async () => {
  folder = openFolder();
  db = await openSqlite(join(folder.path, 'wire.db'));
  archive = new Archive(db);
  await archive.sources(0);
  story = await archive.story({
    on: '2031-03-04',
    title,
    facts: {
      action: 'approve',
      goods: ['helium'],
      licencesCount: 'unspecified',
      effectiveDate: '2031-03-04',
    },
    evidence: { action: [{ in: 'title', start: 7, end: 7 + words.length, words: 'clears some requests' }] },
  });
  await told('d-desk', 'desk');
});
afterEach(async () => {
  await db.destroy();
  folder.remove();
});

/** A message about the Story that a channel has had. */
async function told(deliveryId: string, channelId: string, grouped = false): Promise<void> {
  await archive.delivery(deliveryId, channelId, { kind: 'story', view: storyView({ storyId: story.id }) });
  await insertStoryMessage(db, { storyId: story.id, channelId, deliveryId, grouped });
}

const report = (userId: string, words?: string) =>
  reportWrong(db, {
    ...(words && { words }),
    ...{ storyId: story.id, deliveryId: 'd-desk', guildId: 'server', userId },
    createdAt: Date.parse('2031-03-05T10:00:00Z'),
  });

async function run(task: ReportTask, id?: string, options: ReportOptions = {}) {
  const terminal = fakeTerminal({ env: { DATA_DIR: folder.path } });
  await reports(task, id, options, terminal);
  return terminal;
}

/** What was stored for channels since the first message. */
async function toldSince() {
  const rows = await db
    .selectFrom('deliveries')
    .innerJoin('alerts', 'alerts.id', 'deliveries.alertId')
    .select(['channelId', 'operation', 'silent', 'body'])
    .where('alerts.kind', '!=', 'story')
    .orderBy('seq')
    .execute();
  return rows.map(({ body, ...rest }) => ({ ...rest, body: fromJson<AlertBody>(body) }));
}

const factsNow = async () => fromJson((await storyById(db, story.id)).facts);

describe('reports', () => {
  it('lists what is open: what was told, of which text, and who says it is wrong', async () => {
    await report('ada');

    expect((await run('list')).text()).toBe(
      [
        `1  open  2031-03-05 10:00 UTC  ${title}`,
        '    https://trade.varnia.example/notices/1',
        '    told: action approve; goods helium; licencesCount unspecified; effectiveDate 2031-03-04',
        '    story 1, revision 1, text hash-of-1; user ada of server server',
        '',
      ].join('\n'),
    );
    await run('dismiss', '1');
    expect((await run('list')).text()).toBe('No open reports.\n');
    expect((await run('list', undefined, { all: true })).text()).toMatch(/^1 {2}dismissed /);
  });

  it('lets what was told stand when it is dismissed', async () => {
    await report('ada');
    const before = await factsNow();

    expect((await run('dismiss', '1')).text()).toBe('Report 1 is dismissed; what was told stands.\n');
    expect(await factsNow()).toEqual(before);
    expect(await toldSince()).toEqual([]);
  });
});

describe('a confirmed report', () => {
  const right: ReportOptions = { action: 'statement', fact: ['licencesCount=none', 'goods=helium, argon'] };

  it('corrects the facts, and tells every channel that had the message that the error was ours', async () => {
    await told('d-coal', 'coal-only', true);
    await insertSubscription(db, {
      ...{ guildId: 'server', channelId: 'newcomer', authorities: [], tiers: [], goods: [] },
      ...{ roleId: null, language: 'both', market: 'US', createdAt: 0 },
    });
    await report('ada');
    const { text } = await run('confirm', '1', right);

    expect(text()).toBe('Report 1 is confirmed; the correction, as our error, goes to 2 channels.\n');
    expect(await factsNow()).toMatchObject({
      ...{ action: 'statement', goods: ['helium', 'argon'], licencesCount: null },
      effectiveDate: '2031-03-04',
    });
    expect(await storyById(db, story.id)).toMatchObject({ kind: 'statement', tier: tierOf('statement') });
    const changes = [
      { fact: 'action', from: 'approve', to: 'statement' },
      { fact: 'goods', from: ['helium'], to: ['helium', 'argon'] },
      { fact: 'licencesCount', from: 'unspecified', to: null },
    ];
    const sent = await toldSince();
    // The first channel's message is edited; that about several Stories is not. What rang wrongly rings again.
    expect(sent).toMatchObject([
      { channelId: 'desk', operation: 'edit', body: { kind: 'update' } },
      {
        channelId: 'coal-only',
        operation: 'reply',
        silent: 0,
        body: { kind: 'correction', by: 'us', changes },
      },
      { channelId: 'desk', operation: 'reply', silent: 0, body: { kind: 'correction', by: 'us', changes } },
    ]);
    const [edit] = sent;
    expect(edit?.body).toMatchObject({
      view: { corrections: changes.map((change) => ({ ...change, by: 'us' })) },
    });
  });

  it('may say that the text is not about export licences', async () => {
    await report('ada');
    await run('confirm', '1', { irrelevant: true });

    expect(await factsNow()).toMatchObject({ action: 'other', goods: [], effectiveDate: null });
    expect((await run('export')).json()).toMatchObject([
      { id: 'report-1', relevant: false, authority: null, facts: { action: null, goods: [] } },
    ]);
  });

  it('may say what has been put right meanwhile, and tells nobody twice', async () => {
    await report('ada');
    await report('grace');
    await run('confirm', '1', right);
    const before = (await toldSince()).length;

    await expect(run('confirm', '2', { action: 'statement' })).rejects.toThrow(/other than what was told/);
    expect(await toldSince()).toHaveLength(before);
  });

  it('is exported in the gold format, which can be scored', async () => {
    await report('ada');
    await report('grace');
    await run('confirm', '1', right);
    const exported = await run('export');

    expect(exported.json()).toMatchObject([
      {
        ...{ id: 'report-1', title, text: title, date: '2031-03-04', relevant: true, accept: {} },
        ...{
          url: 'https://trade.varnia.example/notices/1',
          event: 'story-1',
          evidence: 'clears some requests',
        },
        facts: { action: 'statement', goods: ['helium', 'argon'], licencesCount: null },
      },
    ]);
    const file = join(folder.path, 'gold.jsonl');
    writeFileSync(file, exported.text());
    expect(readGold(file)).toHaveLength(1);
    const terminal = fakeTerminal();
    await evaluate(file, { json: true }, terminal);
    expect(terminal.json()).toMatchObject([{ relevance: { all: { n: 1 } } }]);
  });
});

describe('what cannot be done is refused, and nothing is changed:', () => {
  it.each<[string, ReportTask, string | undefined, ReportOptions, RegExp]>([
    ['a report without a number', 'dismiss', undefined, {}, /Name a report by its number/],
    ['a number that is none', 'confirm', 'one', { irrelevant: true }, /Name a report by its number/],
    ['a report that does not exist', 'dismiss', '9', {}, /There is no report 9/],
    ['a confirmation that says nothing', 'confirm', '1', {}, /Say what is right/],
    ['one that says what was told', 'confirm', '1', { action: 'approve' }, /other than what was told/],
    ['one that says both', 'confirm', '1', { action: 'deny', irrelevant: true }, /not both/],
    ['an action that is none', 'confirm', '1', { action: 'ban' }, /^action: /],
    ['a fact that is none', 'confirm', '1', { fact: ['price=3'] }, /"price=3" is not of the form name=value/],
    ['a fact without a value', 'confirm', '1', { fact: ['goods'] }, /not of the form/],
    ['a date that is none', 'confirm', '1', { fact: ['effectiveDate=2031-02-30'] }, /^effectiveDate: /],
    ['a number in words', 'confirm', '1', { fact: ['licencesCount=many'] }, /^licencesCount: /],
    ['half a notice number', 'confirm', '1', { fact: ['announcementNo=18'] }, /^announcementNo: /],
  ])('%s', async (_, task, id, options, says) => {
    await report('ada');
    const before = await factsNow();

    await expect(run(task, id, options)).rejects.toThrow(Refusal);
    await expect(run(task, id, options)).rejects.toThrow(says);
    expect(await factsNow()).toEqual(before);
    expect((await run('list')).text()).toMatch(/^1 {2}open/);
  });

  it('a report that is settled', async () => {
    await report('ada');
    await run('dismiss', '1');

    await expect(run('confirm', '1', { irrelevant: true })).rejects.toThrow('Report 1 is dismissed already.');
  });
});

it('is typed as the README says', async () => {
  await report('ada');
  const typed = [
    'reports',
    'confirm',
    '1',
    '--action',
    'deny',
    '--fact',
    'usFirms=no',
    'announcementNo=No. 5 of 2031',
  ];
  const { status, stdout, stderr } = await runWire(typed, {
    cwd: folder.path,
    env: { DATA_DIR: folder.path },
  });

  expect([status, stderr]).toEqual([0, '']);
  expect(stdout).toContain('Report 1 is confirmed');
  const right: Partial<Facts> = { action: 'deny', usFirms: 'no', announcementNo: 'No. 5 of 2031' };
  expect(await factsNow()).toMatchObject(right);
});

it('are listed with what people say is wrong, which no terminal obeys', async () => {
  await report('ann', 'It says\u001B[31m argon.\nNot helium.');
  await report('ben');

  const listed = await run('list');

  expect(listed.text().match(/they say: .*/g)).toEqual(['they say: “It says[31m argon. Not helium.”']);
});
