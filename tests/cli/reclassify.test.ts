import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Post } from '../../demo/ministry/archive.ts';
import { story as texts } from '../../demo/ministry/texts.ts';
import { type ReclassifyOptions, reclassify } from '../../src/cli/reclassify.ts';
import { Refusal } from '../../src/cli/terminal.ts';
import type { Understood } from '../../src/domain/announcement.ts';
import { type Facts, kindOf, tierOf } from '../../src/domain/facts.ts';
import type { Article } from '../../src/domain/item.ts';
import type { Correction } from '../../src/domain/story.ts';
import { judged } from '../../src/pipeline/observe.ts';
import { catalogue } from '../../src/sources/catalogue/index.ts';
import { sourceById } from '../../src/sources/known.ts';
import { flag, fromJson, toJson } from '../../src/store/columns.ts';
import { insertItem, insertRevision } from '../../src/store/items.ts';
import type { Db } from '../../src/store/schema.ts';
import { registerSources } from '../../src/store/sources.ts';
import { openSqlite } from '../../src/store/sqlite.ts';
import { insertAnnouncement, insertStory, storyById } from '../../src/store/stories.ts';
import { judge } from '../../src/understand/classify.ts';
import { fakeTerminal, openFolder, sharedClock } from './support.ts';

let folder: ReturnType<typeof openFolder>;
let db: Db;
beforeEach(async () => {
  folder = openFolder();
  db = await openSqlite(join(folder.path, 'wire.db'));
  const orphan = { id: 'cn-gone', authority: { id: 'cn-mofcom' } };
  await registerSources(db, [...catalogue, orphan], 0);
});
afterEach(async () => {
  await db.destroy();
  folder.remove();
});

const { WIRE_CLOCK } = sharedClock();

async function run(options: Partial<ReclassifyOptions> = { dryRun: true }) {
  const terminal = fakeTerminal({ env: { DATA_DIR: folder.path, WIRE_CLOCK } });
  await reclassify({ days: '90', ...options }, terminal);
  return terminal;
}

interface Seed {
  post: Post;
  on?: string;
  sourceId?: string;
  /** What an older lexicon made of it, where that is not what ours does; `null`: it was not relevant. */
  announced?: Partial<Facts> | null;
}

/** Archives a text, as an older lexicon understood it. */
async function archive(key: string, { post, on = '2031-03-01', sourceId, announced = {} }: Seed) {
  const source = sourceById('cn-mofcom-policy');
  if (!source) throw new Error('the catalogue has no such source');
  const published = { precision: 'date', on, at: null } as const;
  const { title } = post;
  const article: Article = {
    ...{ title, text: post.paragraphs.join('\n'), published, issuer: null, attachments: [] },
  };
  const item = await insertItem(db, {
    ...{ sourceId: sourceId ?? source.id, key, title, published, fingerprint: '', firstSeenAt: 0 },
    ...{ url: `https://www.mofcom.gov.cn/${key}`, summary: null, quiet: null, lateness: 'fresh' },
  });
  await insertRevision(db, { ...article, itemId: item.id, number: 1, hash: key, textRead: true, seenAt: 0 });
  if (announced === null) return null;

  const { judgement, details } = judged(source, article);
  const [part = sample] = judgement.parts;
  const facts = { ...part.facts, ...announced };
  const kind = kindOf(facts);
  const story = await insertStory(db, {
    ...{ key, authorityId: source.authority.id, kind, tier: tierOf(kind), action: facts.action },
    ...{ facts: toJson(facts), corrections: toJson([]), leadItemId: item.id, leadPart: '' },
    ...{ published: toJson(published), publishedOn: on, firstSeenAt: 0, updatedAt: 0 },
    ...{ withdrawnAt: null, quiet: flag(false) },
  });
  await insertAnnouncement(db, {
    ...{ ...part, evidence: {}, facts, kind, tier: tierOf(kind) },
    ...{ itemId: item.id, revision: 1, storyId: story.id, details, createdAt: 0 },
  });
  return story.id;
}

/** For what our lexicon finds nothing in. */
const [sample] = judge({ title: texts.notice.post.title, text: '' }).parts as [Understood];

const noFacts: Facts = {
  action: 'statement',
  goods: [],
  destinations: [],
  licencesCount: null,
  announcementNo: null,
  effectiveDate: null,
  expiryDate: null,
  usFirms: null,
  licenceType: null,
};

const older = { effectiveDate: '2031-05-01', action: 'statement' } as const;

describe('a dry run', () => {
  it('prints what would be understood otherwise, and changes nothing', async () => {
    const storyId = await archive('notice', { post: texts.notice.post, announced: older });
    await archive('approval', { post: texts.approval.post, announced: null });
    await archive('fair', { post: texts.teaFair.post, announced: { action: 'approve' } });
    await archive('as-before', { post: texts.missedApproval.post });
    const text = (await run()).text();

    expect(text).toContain(
      [
        `~ read otherwise  2031-03-01  ${texts.notice.post.title}`,
        '    https://www.mofcom.gov.cn/notice',
        '    action: statement → new_control',
        '    effectiveDate: 2031-05-01 → 2031-04-01',
      ].join('\n'),
    );
    expect(text).toContain(`+ newly relevant  2031-03-01  ${texts.approval.post.title}`);
    expect(text).toContain(`- no longer relevant  2031-03-01  ${texts.teaFair.post.title}`);
    expect(text).not.toContain('as-before');
    expect(text).toMatch(
      /4 texts of the last 90 days judged again: 1 newly relevant, 1 no longer relevant, 1 read otherwise\. Nothing was changed\.\n$/,
    );
    expect(fromJson((await storyById(db, storyId ?? 0)).facts)).toMatchObject(older);
  });

  it('looks as far back as it is told, by the day of publication', async () => {
    await archive('recent', { post: texts.approval.post, announced: null, on: '2031-03-10' });
    await archive('older', { post: texts.approval.post, announced: null, on: '2031-02-01' });

    expect((await run({ dryRun: true, days: '10', json: true })).json()).toMatchObject([
      { found: 'newly-relevant', url: 'https://www.mofcom.gov.cn/recent', date: '2031-03-10', part: '' },
    ]);
    expect((await run({ dryRun: true, days: '60', json: true })).json()).toHaveLength(2);
  });

  it('says how many it cannot judge, because nobody says whose text they are', async () => {
    await archive('orphan', { post: texts.approval.post, announced: null, sourceId: 'cn-gone' });

    expect((await run()).text()).toMatch(
      /^1 text of the last 90 days .* 0 newly relevant, .* 1 not judged: their source is no longer in the catalogue\./,
    );
  });

  it('knows an answer again whose part has another name now, by the words it quotes', async () => {
    const storyId = await archive('notice', { post: texts.notice.post, announced: older });
    const renamed = { part: 'first-answer', evidence: toJson(sample.evidence) };
    await db.updateTable('announcements').set(renamed).execute();
    await db.updateTable('stories').set({ leadPart: renamed.part }).execute();

    expect((await run()).text()).toContain('0 newly relevant, 0 no longer relevant, 1 read otherwise');
    await run({ apply: true });
    expect(fromJson((await storyById(db, storyId ?? 0)).facts)).toMatchObject({ action: 'new_control' });
    expect(await db.selectFrom('announcements').select('part').execute()).toEqual([{ part: renamed.part }]);
  });

  it('looks at the latest text only: what that has dropped is dropped', async () => {
    await archive('notice', { post: texts.notice.post, announced: older });
    const page = {
      title: texts.teaFair.post.title,
      text: '',
      published: null,
      issuer: null,
      attachments: [],
    };
    await insertRevision(db, { ...page, itemId: 1, number: 2, hash: 'h2', textRead: true, seenAt: 1 });

    expect((await run()).text()).toContain('0 newly relevant, 0 no longer relevant, 0 read otherwise');
  });
});

describe('applied', () => {
  it('records what it understands otherwise, and tells nobody', async () => {
    const storyId = await archive('notice', { post: texts.notice.post, announced: older });
    await archive('approval', { post: texts.approval.post, announced: null });
    await archive('fair', { post: texts.teaFair.post, announced: { action: 'approve' } });
    const terminal = await run({ apply: true });

    expect(terminal.text()).toContain('Recorded 2; nobody was told.');
    const story = await storyById(db, storyId ?? 0);
    expect(fromJson(story.facts)).toMatchObject({ action: 'new_control', effectiveDate: '2031-04-01' });
    expect(story).toMatchObject({ kind: 'measure', tier: 'measure', corrections: '[]' });
    const announcements = await db.selectFrom('announcements').selectAll().orderBy('id').execute();
    expect(announcements).toHaveLength(3);
    const quiet = await db.selectFrom('stories').select('facts').where('quiet', '=', 1).execute();
    expect(quiet.map(({ facts }) => fromJson(facts).action)).toEqual(['approve']);
    expect(fromJson(announcements[0]?.evidence ?? '{}')).toHaveProperty('effectiveDate');
    expect(await db.selectFrom('alerts').selectAll().execute()).toEqual([]);
    expect((await run()).text()).toContain('0 newly relevant, 1 no longer relevant, 0 read otherwise');
  });

  it('records what a notice names beside its facts', async () => {
    await archive('notice', { post: texts.notice.post });
    const read = await db.selectFrom('announcements').select('details').executeTakeFirstOrThrow();
    await db.updateTable('announcements').set({ details: null }).execute();

    expect((await run({ apply: true })).text()).toContain('other notices, codes or bodies');
    expect(await db.selectFrom('announcements').select('details').executeTakeFirst()).toEqual(read);
    expect((await run()).text()).toContain('0 read otherwise');
  });

  it('leaves alone what a person has corrected, against any lexicon', async () => {
    const storyId = await archive('notice', { post: texts.notice.post, announced: older });
    const correction = { fact: 'action', from: 'deny', to: 'statement', at: 0, by: 'us' } as const;
    await db
      .updateTable('stories')
      .set({ corrections: toJson<Correction[]>([correction]) })
      .execute();
    await run({ apply: true });

    expect(fromJson((await storyById(db, storyId ?? 0)).facts)).toMatchObject(older);
    expect((await run()).text()).toContain('0 read otherwise');
  });

  it("leaves alone what a Story's other page has stated otherwise", async () => {
    const storyId = await archive('notice', { post: texts.notice.post, announced: older });
    const known = { ...noFacts, action: 'deny', effectiveDate: '2031-06-01' } as const;
    const item = await db.selectFrom('items').select('id').executeTakeFirstOrThrow();
    const lead = await insertItem(db, {
      ...{ sourceId: 'cn-mofcom-english', key: 'lead', title: 'Lead', url: 'https://example.org/lead' },
      ...{ summary: null, published: null, fingerprint: '', firstSeenAt: 0, quiet: null, lateness: 'fresh' },
    });
    await db
      .updateTable('stories')
      .set({ facts: toJson<Facts>(known), leadItemId: lead.id })
      .execute();
    await run({ apply: true });

    expect(lead.id).not.toBe(item.id);
    expect(fromJson((await storyById(db, storyId ?? 0)).facts)).toMatchObject(known);
    expect((await run()).text()).toContain('0 read otherwise');
  });
});

describe('what is asked for unclearly is refused:', () => {
  it.each<[string, Partial<ReclassifyOptions>]>([
    ['neither to show nor to do it', {}],
    ['both', { dryRun: true, apply: true }],
    ['days that are no number', { dryRun: true, days: 'all' }],
    ['no days', { dryRun: true, days: '0' }],
  ])('%s', async (_, options) => {
    await expect(run(options)).rejects.toThrow(Refusal);
  });
});
