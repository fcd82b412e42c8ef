import { describe, expect, it } from 'vitest';
import { story } from '../../demo/ministry/texts.ts';
import { DAY, HOUR, MINUTE } from '../../src/domain/moment.ts';
import type { ModelTexts } from '../../src/model/check.ts';
import type { Model } from '../../src/model/client.ts';
import { ModelFailure } from '../../src/model/failure.ts';
import type { Material } from '../../src/model/material.ts';
import { silentLog } from '../../src/ops/log.ts';
import { deliverDue } from '../../src/pipeline/deliver.ts';
import { type ModelPorts, runModel, type Written, writeNext } from '../../src/pipeline/model-texts.ts';
import { Bell } from '../../src/pipeline/run.ts';
import { viewOf } from '../../src/pipeline/view.ts';
import { toJson } from '../../src/store/columns.ts';
import { latestRevision } from '../../src/store/items.ts';
import { findStories } from '../../src/store/lookups.ts';
import { storyById, updateStory } from '../../src/store/stories.ts';
import { type Newsroom, openNewsroom } from './newsroom.ts';

const good: ModelTexts = {
  en: "China's commerce ministry has approved a certain number of export licence applications for rare earth magnets.",
  zh: '商务部已批准一定数量的稀土永磁体出口许可申请。',
};
const invented: ModelTexts = { ...good, en: 'China has approved 40 applications for rare earth magnets.' };

/** A model that answers as it is asked to, and remembers what it was asked. */
interface FakeModel extends Model {
  asked: Material[];
  answers: (ModelTexts | ModelFailure)[];
}

function fakeModel(...answers: FakeModel['answers']): FakeModel {
  const asked: Material[] = [];
  return {
    name: 'small',
    asked,
    answers,
    write(material) {
      asked.push(material);
      const answer = answers.shift();
      if (answer === undefined) throw new Error('nobody expected to ask the model');
      return answer instanceof ModelFailure ? Promise.reject(answer) : Promise.resolve(answer);
    },
    reach: () => Promise.resolve(),
    close: () => Promise.resolve(),
  };
}

const dead = () => new ModelFailure('unreachable', 'The model: could not be reached.');

/** A log that keeps what it is told. */
function keptLog() {
  const lines: { level: string; fields: Record<string, unknown>; message: string }[] = [];
  const keep = (level: string) => (fields: Record<string, unknown>, message: string) => {
    lines.push({ level, fields, message });
  };
  const log = Object.assign(Object.create(silentLog), {
    info: keep('info'),
    warn: keep('warn'),
    error: keep('error'),
  }) as typeof silentLog;
  return { log, lines };
}

interface Desk extends Newsroom {
  writing: ModelPorts;
  model: FakeModel;
  lines: ReturnType<typeof keptLog>['lines'];
  /** Asks once, and delivers what that makes. */
  write(): Promise<Written['outcome']>;
}

/** A newsroom in which an approval has just been told, and a model that has not been asked. */
async function openDesk(...answers: FakeModel['answers']): Promise<Desk> {
  const room = await openNewsroom(['cn-mofcom-spokesperson']);
  await room.subscribe();
  await room.poll();
  room.ministry.publish('spokesperson', story.approval.post);
  await room.poll();
  expect(room.told()).toEqual([{ kind: 'story', channelId: 'channel', operation: 'send' }]);

  const model = fakeModel(...answers);
  const { log, lines } = keptLog();
  const { db, clock, messenger } = room;
  const writing: ModelPorts = { db, model, clock, log };
  return {
    ...room,
    writing,
    model,
    lines,
    async write() {
      const { outcome } = await writeNext(writing);
      await deliverDue({ db, messenger, clock, log: silentLog });
      return outcome;
    },
  };
}

const rows = ({ db }: Newsroom) => db.selectFrom('modelTexts').selectAll().execute();

async function toldStory({ db }: Newsroom) {
  const stories = await findStories(db, { limit: 50 });
  const told = stories.find(({ quiet, action }) => quiet === 0 && action === 'approve');
  if (!told) throw new Error('nothing was told');
  return told;
}

describe('what a model writes', () => {
  it('edits the message once where all of it stands in the source, and is asked for once', async () => {
    const desk = await openDesk(good);

    expect(await desk.write()).toBe('accepted');
    expect(desk.told()).toEqual([{ kind: 'update', channelId: 'channel', operation: 'edit' }]);
    const edit = desk.messenger.arrived.at(-1)?.body;
    expect(edit?.kind === 'update' && edit.view.modelSummary).toEqual(good);
    expect(desk.lines).toMatchObject([{ level: 'info', message: 'model text accepted' }]);

    expect(await desk.write()).toBe('none');
    expect(desk.told()).toEqual([]);
  });

  it('is asked for with the ministry’s answer alone, and not with what a reporter asked', async () => {
    const desk = await openDesk(good);
    await desk.write();

    const [material] = desk.model.asked;
    expect(material?.text).toContain('商务部已批准一定数量的稀土永磁体出口许可申请');
    expect(material?.text).not.toContain('美国企业');
  });

  it('is shown to nobody where something in it does not stand in the source, and the log says what', async () => {
    const desk = await openDesk(invented);

    expect(await desk.write()).toBe('refused');

    expect(desk.told()).toEqual([]);
    expect((await viewOf(desk.db, await toldStory(desk))).modelSummary).toBeNull();
    expect(desk.lines).toMatchObject([
      {
        level: 'warn',
        message: 'model text refused, the template stands',
        fields: { why: expect.stringContaining('en: "40 licences" counts licences, which the facts do not') },
      },
    ]);
    await desk.clock.advance(DAY);
    expect(await desk.write()).toBe('none');
    expect(desk.model.asked).toHaveLength(1);
  });

  it('is asked for again after a restart only where no answer was stored', async () => {
    const desk = await openDesk(good);
    await desk.write();

    const again = fakeModel();
    expect((await writeNext({ ...desk.writing, model: again })).outcome).toBe('none');
    expect(again.asked).toEqual([]);
  });

  it('is written anew for another text of the ministry', async () => {
    const desk = await openDesk(good, good);
    await desk.write();
    const { leadItemId } = await toldStory(desk);
    const revision = await latestRevision(desk.db, leadItemId);
    if (!revision) throw new Error('the story has a text');
    const { id, ...text } = revision;
    await desk.db
      .insertInto('revisions')
      .values({ ...text, number: 2, hash: 'another' })
      .execute();
    desk.told();

    expect((await viewOf(desk.db, await toldStory(desk))).modelSummary).toBeNull();
    expect(await desk.write()).toBe('accepted');
    expect(desk.told()).toHaveLength(1);
    expect((await rows(desk)).map(({ revisionId }) => revisionId > id)).toEqual([false, true]);
  });

  it('is shown no more where the facts turn out to be others', async () => {
    const desk = await openDesk(good);
    await desk.write();
    const told = await toldStory(desk);
    const facts = { ...JSON.parse(told.facts), action: 'deny' };

    await updateStory(desk.db, told.id, { facts: toJson(facts) });

    expect((await viewOf(desk.db, await storyById(desk.db, told.id))).modelSummary).toBeNull();
  });

  it('is shown on where other facts bear it out, too', async () => {
    const desk = await openDesk(good);
    await desk.write();
    const told = await toldStory(desk);
    const facts = { ...JSON.parse(told.facts), announcementNo: 'No. 7 of 2031' };

    await updateStory(desk.db, told.id, { facts: toJson(facts) });

    expect((await viewOf(desk.db, await storyById(desk.db, told.id))).modelSummary).toEqual(good);
  });

  it('is not asked for where nobody was told, what was told is old, or only a title is known', async () => {
    const desk = await openDesk();
    const told = await toldStory(desk);

    await updateStory(desk.db, told.id, { quiet: 1 });
    expect(await desk.write()).toBe('none');
    await updateStory(desk.db, told.id, { quiet: 0, withdrawnAt: 1 });
    expect(await desk.write()).toBe('none');
    await updateStory(desk.db, told.id, { withdrawnAt: null });
    await desk.db.updateTable('revisions').set({ textRead: 0 }).execute();
    expect(await desk.write()).toBe('none');
    await desk.db.updateTable('revisions').set({ textRead: 1 }).execute();
    await desk.clock.advance(3 * DAY + MINUTE);
    expect(await desk.write()).toBe('none');
  });
});

describe('a model that is dead', () => {
  it('changes nothing, is asked a few times, and is then left alone', async () => {
    const desk = await openDesk(dead(), dead(), dead(), dead());
    const before = await viewOf(desk.db, await toldStory(desk));

    expect(await desk.write()).toBe('failed');
    expect(await desk.write()).toBe('none');
    for (const delay of [MINUTE, 10 * MINUTE, HOUR]) {
      await desk.clock.advance(delay);
      expect(await desk.write()).toBe('failed');
    }
    await desk.clock.advance(DAY);

    expect(await desk.write()).toBe('none');
    expect(desk.model.asked).toHaveLength(4);
    expect(desk.told()).toEqual([]);
    expect(await viewOf(desk.db, await toldStory(desk))).toEqual(before);
    expect(desk.lines[0]).toMatchObject({
      level: 'warn',
      message: 'model gave no answer',
      fields: { reason: 'unreachable', why: 'The model: could not be reached.' },
    });
  });

  it('is asked again, and then believed', async () => {
    const desk = await openDesk(dead(), good);
    await desk.write();
    await desk.clock.advance(MINUTE);

    expect(await desk.write()).toBe('accepted');
    expect(await rows(desk)).toMatchObject([
      { state: 'accepted', attempts: 2, why: null, nextAttemptAt: null },
    ]);
  });

  it('is given the time that it asks for', async () => {
    const busy = new ModelFailure('rate-limited', 'The model asks for fewer requests.', {
      retryAfter: 30 * MINUTE,
    });
    const desk = await openDesk(busy, good);
    const { pause } = await writeNext(desk.writing);

    expect(pause).toBe(30 * MINUTE);
    await desk.clock.advance(29 * MINUTE);
    expect(await desk.write()).toBe('none');
    await desk.clock.advance(MINUTE);
    expect(await desk.write()).toBe('accepted');
  });

  it('does not keep the next poll from telling what is new', async () => {
    const desk = await openDesk(dead());
    await desk.write();
    desk.ministry.publish('spokesperson', story.notice.post);

    await desk.poll();

    expect(desk.told()).toMatchObject([{ kind: 'story', operation: 'send' }]);
  });
});

describe('the loop that asks', () => {
  it('asks one thing at a time, goes on past an error of ours, and ends when told to', async () => {
    const desk = await openDesk();
    const stop = new AbortController();
    const edited = Promise.withResolvers<void>();
    let calls = 0;
    desk.model.write = () => {
      calls += 1;
      if (calls === 1) throw new TypeError('a bug');
      return Promise.resolve(good);
    };

    const ended = runModel(desk.writing, { signal: stop.signal, news: new Bell(), onEdits: edited.resolve });
    const failed = () => desk.lines.some(({ level }) => level === 'error');
    while (!failed()) await new Promise(setImmediate);
    await desk.clock.advance(HOUR);
    await edited.promise;
    stop.abort();
    await desk.clock.advance(HOUR);
    await ended;

    expect(calls).toBe(2);
    expect(await rows(desk)).toMatchObject([{ state: 'accepted', attempts: 2 }]);
  });

  it('stores nothing of an answer that it does not wait for', async () => {
    const desk = await openDesk();
    const stop = new AbortController();
    desk.model.write = (_, signal) =>
      new Promise((_resolve, reject) => {
        signal?.addEventListener('abort', () => reject(signal.reason));
        stop.abort(new Error('the bot stops'));
      });

    await runModel(desk.writing, { signal: stop.signal, news: new Bell(), onEdits: () => undefined });

    expect(await rows(desk)).toEqual([]);
    expect(desk.lines).toEqual([]);
  });
});
