import { SECOND } from '../src/domain/moment.ts';
import type { Clock } from '../src/ops/clock.ts';
import type { ArchiveView } from './archive-view.ts';
import type { Bot } from './bot.ts';
import type { Placed } from './ministry/archive.ts';
import type { Ministry, Published } from './ministry/ministry.ts';
import { story } from './ministry/texts.ts';
import type { Stage } from './stage.ts';

interface Cast {
  stage: Stage;
  ministry: Ministry;
  bot: Bot;
  clock: Clock;
  archive: ArchiveView;
}

/** Half a minute of a ministry's afternoon. Throws PromiseBroken where the program does not keep its word. */
export async function play(cast: Cast): Promise<void> {
  await baseline(cast);
  await approval(cast);
  await unrelated(cast);
  const copies = await noticeAcrossRestart(cast);
  await correction(cast, copies);
  await blindness(cast);
  await reckoning(cast);
}

async function baseline({ stage, bot, archive }: Cast): Promise<void> {
  stage.scene('The program starts for the first time and reads what is there');
  bot.start();
  await stage.until('the first read ends', () => archive.settled());
  stage.check('the first read alerts nobody', (await archive.told()).length === 0);
  const [items, stories] = [await archive.count('items'), await archive.count('stories')];
  stage.check('the first read fills the archive', stories > 0);
  stage.kept(`baseline: ${items} posts archived, ${stories} of them on export licences, nobody alerted`);
}

async function approval({ stage, ministry, archive, clock }: Cast): Promise<void> {
  stage.scene('The spokesperson says that "a certain number" of applications were approved');
  const begun = performance.now();
  const publishedAt = clock.now();
  publish(ministry, story.approval);
  const alert = await stage.until(
    'the approval is told',
    async () => (await archive.told('story'))[0] ?? null,
  );
  const seconds = ((performance.now() - begun) / SECOND).toFixed(1);
  const minutes = Math.round((alert.settledAt - publishedAt) / 60_000);
  stage.kept(`told ${seconds} s after publication (${minutes} min on the ministry's clock, polled every 5)`);

  stage.scene('Its English twin appears on another site');
  publish(ministry, story.approvalInEnglish);
  await stage.until('the English twin joins the message', async () => {
    const updates = await archive.told('update');
    return updates.some(
      ({ body }) => body.kind === 'update' && body.view.links.some(({ language }) => language === 'en'),
    );
  });
  stage.check('the English twin is not told anew', (await archive.told('story')).length === 1);
  stage.kept('the message already sent has gained a link; no new alert');
}

async function unrelated({ stage, ministry, archive, bot }: Cast): Promise<void> {
  stage.scene('A notice on a tea fair, with "import licence" and "a certain number" in it');
  const [post] = publish(ministry, story.teaFair);
  const url = post?.url ?? '';
  await stage.until('the unrelated post is read', () => archive.hasRead(url));
  stage.check('the unrelated post stays silent', (await archive.told('story')).length === 1);
  stage.kept('archived and silent. Why? npm run -s wire -- read …');
  const status = await bot.wire('read', url);
  stage.check('the reason for silence is shown', status === 0);
}

async function noticeAcrossRestart({ stage, ministry, archive, bot }: Cast): Promise<Published[]> {
  stage.scene(
    'Announcement No. 7 puts two rare earths under licence; the program is killed while it reads it',
  );
  const { arrived, release } = ministry.hold(/\/zwgk\/zcfb\/art\//);
  const copies = publish(ministry, story.notice);
  await arrived;
  await bot.kill();
  release();
  stage.line('kill -9, and a new start\n');
  bot.start();
  await stage.until(
    'the notice is told after the restart',
    async () => (await archive.told('story')).length >= 2,
  );

  publish(ministry, story.noticeInEnglish);
  await stage.until('all addresses of the notice are in its message', async () => {
    const updates = await archive.told('update');
    const last = updates.at(-1)?.body;
    return last?.kind === 'update' && last.view.links.length === 3;
  });
  stage.check('the notice is told once', (await archive.told('story')).length === 2);
  stage.check('nothing is left unsent', (await archive.undelivered()) === 0);
  stage.kept('told once: nothing lost by the kill, nothing doubled by three addresses in two languages');
  return copies;
}

async function correction({ stage, ministry, archive }: Cast, copies: Published[]): Promise<void> {
  stage.scene('The ministry changes the date in its notice, and says so nowhere');
  for (const copy of copies) ministry.edit(copy, story.noticeCorrected);
  await stage.until('the changed date is told', async () => (await archive.told('correction')).length > 0);
  stage.kept('found by rereading; the message is edited and one reply says what changed');
}

async function blindness({ stage, ministry, archive }: Cast): Promise<void> {
  stage.scene('Every site of the ministry answers with a challenge page');
  ministry.challenge('cn-mofcom', true);
  await stage.until('blindness is told', async () => (await archive.told('blind')).length > 0);
  stage.kept('one line: silence is not "no news" now');
  for (const post of [story.missedApproval, story.missedFair]) publish(ministry, post);

  stage.scene('The sites answer again');
  ministry.challenge('cn-mofcom', false);
  const recovery = await stage.until(
    'recovery is told',
    async () => (await archive.told('recovery'))[0] ?? null,
  );
  stage.check('what was missed is told', (await archive.told('story')).length === 3);
  stage.check(
    'the recovery says what was caught up',
    recovery.body.kind === 'recovery' &&
      recovery.body.caughtUp.items === 3 &&
      recovery.body.caughtUp.relevant === 2,
  );
  stage.kept('one line, with what was caught up; the missed approval has been told');
}

async function reckoning({ stage, archive }: Cast): Promise<void> {
  const kinds = (await archive.told()).map(({ body }) => body.kind);
  const once = ['correction', 'blind', 'recovery'].every(
    (kind) => kinds.filter((one) => one === kind).length === 1,
  );
  stage.check('each thing is told once', once && kinds.filter((kind) => kind === 'story').length === 3);
  stage.check('nothing is left unsent', (await archive.undelivered()) === 0);
}

function publish(ministry: Ministry, { columns, post }: Placed): Published[] {
  return columns.map((column) => ministry.publish(column, post));
}
