import { DAY } from '../../src/domain/moment.ts';
import { silentLog } from '../../src/ops/log.ts';
import { writeNext } from '../../src/pipeline/model-texts.ts';
import { admitError } from '../../src/pipeline/our-error.ts';
import { remind } from '../../src/pipeline/remind.ts';
import { fromJson } from '../../src/store/columns.ts';
import { listFeedback } from '../../src/store/feedback.ts';
import { storyById } from '../../src/store/stories.ts';
import type { Host, Post } from '../../tests/fakes/hosts.ts';
import { notice } from '../../tests/fakes/notices.ts';
import { news } from '../posts/news.ts';
import type { Section } from '../scene.ts';
import type { Stage } from '../stage.ts';
import { happens, publishes, stands } from './happening.ts';
import { press } from './press.ts';

/** Alerts, in the order in which things happen: each scene finds the channels as the ones before it left them. */
export const alerts: Section = {
  id: 'alerts',
  title: 'Alerts',
  scenes: [
    publishes('approval', 'Licences granted: “a certain number”', 'spokesperson', news.approval),
    publishes(
      'twin',
      'Its English twin appears',
      'english',
      news.approvalInEnglish,
      'The message is edited: no phone rings.',
    ),
    happens('model', 'A model writes a summary', modelWrites, {
      note: 'Optional. The message is edited.',
    }),
    publishes('new-control', 'New control', 'policy', news.notice),
    publishes('difference', 'Its English page states another day', 'english', news.noticeInEnglish),
    happens('correction', 'The ministry corrects the date', (stage) => {
      edit(stage.ministries.policy, news.notice.title, news.noticeCorrected);
      return stage.later(20);
    }),
    happens('reworded', 'The ministry changes its wording only', (stage) => {
      edit(stage.ministries.policy, news.notice.title, news.noticeReworded);
      return stage.later(60);
    }),
    publishes('statement', 'A statement without a decision', 'spokesperson', news.statement),
    publishes('suspension', 'A notice suspends another', 'policy', news.suspension),
    publishes('comment', 'The spokesperson speaks of that notice', 'spokesperson', news.comment),
    publishes('extension', 'A suspension is extended', 'policy', news.extension),
    publishes('denial', 'Refused in principle', 'policy', news.denial),
    publishes('halt', 'Licences are stopped', 'policy', news.halt),
    publishes('resumption', 'Licences flow again', 'policy', news.resumption),
    publishes('relaxation', 'A rule is relaxed', 'policy', news.relaxation),
    publishes('procedure', 'A procedure changes', 'policy', news.procedure),
    publishes('transcript', 'A press conference with two answers', 'spokesperson', news.transcript),
    publishes('counted', 'A counted batch', 'spokesperson', news.counted),
    publishes('package', 'The first notice of a package', 'policy', news.firstOfPackage),
    publishes('follow-up', 'Its second notice follows', 'policy', news.secondOfPackage),
    stands('forum', 'The same in a forum', 'forum'),
    stands('threads', 'The same where each story has a thread', 'threads'),
    happens('reminder', 'A stated end comes tomorrow', async (stage) => {
      await remind(stage.db, stage.clock.now());
      await stage.deliver();
    }),
    publishes('american', 'Another country, in English', 'washington', news.inEnglishOnly),
    publishes('japanese', 'A language that is only caught', 'tokyo', news.inJapanese),
    publishes('longest', 'The longest notice', 'policy', news.longest),
    happens('late', 'A page that surfaces five days late', (stage) => {
      stage.publish('portal', notice(25, stage.clock.now() - 5 * DAY));
      return stage.later(2);
    }),
    happens('old', 'Old pages surface together', (stage) => {
      for (let serial = 3; serial < 7; serial++) {
        stage.publish('portal', notice(serial, stage.clock.now() - (40 + serial) * DAY));
      }
      return stage.later(2);
    }),
    happens('group', 'More news than a channel takes one by one', (stage) => {
      for (let serial = 8; serial < 15; serial++) stage.publish('portal', notice(serial, stage.clock.now()));
      return stage.later(2);
    }),
    happens('title-only', 'A page whose text cannot be read yet', (stage) => {
      stage.ministries.policy.fault = 'articles-fail';
      stage.publish('policy', news.misleading);
      return untilTold(stage);
    }),
    happens('misled', 'Its text turns out to say nothing on licences', (stage) => {
      stage.ministries.policy.fault = null;
      return stage.later(10);
    }),
    publishes('counted-wrongly', 'We misread a number', 'spokesperson', news.wronglyRead),
    happens('our-error', 'A report of our error is confirmed', admitOurs),
    publishes('before-withdrawal', 'A page that will be taken down', 'spokesperson', news.withdrawn),
    happens('withdrawal', 'It is taken down', async (stage) => {
      const { posts } = stage.ministries.spokesperson;
      posts.splice(
        posts.findIndex(({ title }) => title === news.withdrawn.title),
        1,
      );
      for (let hours = 0; hours < 3; hours++) await stage.later(70);
    }),
    happens(
      'degraded',
      'One page of a ministry cannot be read',
      async (stage) => {
        stage.ministries.policy.fault = 'captcha';
        for (let minutes = 0; minutes <= 60; minutes += 10) await stage.later(10);
      },
      { room: 'caretakers', note: 'Others cover the ministry: only those who look after the bot are told.' },
    ),
    happens(
      'readable',
      'It can be read again',
      (stage) => {
        stage.ministries.policy.fault = null;
        return stage.later(10);
      },
      { room: 'caretakers' },
    ),
    happens('blind', 'Every page of a ministry answers with a challenge', async (stage) => {
      for (const host of chinese(stage)) host.fault = 'captcha';
      for (let minutes = 0; minutes <= 60; minutes += 10) await stage.later(10);
    }),
    happens('recovery', 'It can be read again', async (stage) => {
      stage.publish('spokesperson', news.fair);
      for (const host of chinese(stage)) host.fault = null;
      await stage.later(10);
    }),
    stands('digest', 'A daily digest', 'digest'),
  ],
};

function edit(
  host: Host,
  title: string,
  changes: Partial<Omit<Post, 'paragraphs'>> & { paragraphs: readonly string[] },
) {
  const post = host.posts.find((each) => each.title === title);
  if (!post) throw new Error(`Nobody has published ${title}`);
  Object.assign(post, changes);
}

const chinese = ({ ministries: { spokesperson, policy, portal, english } }: Stage): Host[] => [
  spokesperson,
  policy,
  portal,
  english,
];

/** A title is told by itself after two minutes. */
async function untilTold(stage: Stage): Promise<void> {
  for (let minutes = 0; minutes < 4; minutes++) await stage.later(1);
}

async function modelWrites(stage: Stage): Promise<void> {
  const model = {
    name: 'a model',
    write: () =>
      Promise.resolve({
        en: "China's commerce ministry has approved a certain number of export licence applications for rare earth magnets; other compliant applications are being processed.",
        zh: '商务部已批准一定数量的稀土永磁体出口许可申请，其余合规申请正在按程序办理。',
      }),
    reach: () => Promise.resolve(),
    close: () => Promise.resolve(),
  };
  const { outcome } = await writeNext({ db: stage.db, model, clock: stage.clock, log: silentLog });
  if (outcome !== 'accepted') throw new Error(`The text of the model is ${outcome}: write another one`);
  await stage.deliver();
}

/** Somebody presses *This is wrong*, and the operator finds that it is. */
async function admitOurs(stage: Stage): Promise<void> {
  const { db, clock, desks } = stage;
  const told = stage.recall('counted-wrongly', desks.en.channelId);
  const { reply } = await press(stage, desks.en, told, 'why');
  const { reply: form } = await press(stage, desks.en, reply.message, 'wrong');
  await stage.discord.interact.submit({ form, fields: { words: 'The page says six.' } });
  const [report] = await listFeedback(db, 'open');
  if (!report) throw new Error('Nobody has reported an error');
  const facts = { ...fromJson((await storyById(db, report.storyId)).facts), licencesCount: 6 };
  await admitError(db, report, { relevant: true, facts }, clock.now());
  await stage.deliver();
}
