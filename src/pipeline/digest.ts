import type { AlertBody, DigestEntry } from '../domain/alert.ts';
import type { Channel } from '../domain/channel.ts';
import { type Tier, tiers } from '../domain/facts.ts';
import { nextDigestAt } from '../domain/manners.ts';
import type { Instant } from '../domain/moment.ts';
import type { Subscription } from '../domain/subscription.ts';
import { insertAlert } from '../store/alerts.ts';
import { listChannels } from '../store/channels.ts';
import {
  alertsAfter,
  type DigestMark,
  digestMarks,
  digestsAfter,
  endDigests,
  skipDigests,
  type ToldAlert,
  toldUpTo,
} from '../store/digests.ts';
import type { Db, StoryRow } from '../store/schema.ts';
import { storyById } from '../store/stories.ts';
import { addressee, wantsStory } from './audience.ts';
import { deliver } from './fan-out.ts';

/** More than these are counted, and not kept: no message shows as many. */
const mostKept = 60;

/**
 * Makes the digests that are due. What is due is found from what is stored, so that one that fell into a pause of ours
 * is made once, when we are back. A digest and the mark up to which it has come are stored together.
 */
export async function makeDigests(db: Db, now: Instant): Promise<void> {
  if ((await allDue(db, now)).length === 0) return;
  await db.transaction().execute(async (tx) => {
    for (const { channel, due } of await allDue(tx, now)) await makeDigest(tx, channel, due, now);
  });
}

async function allDue(db: Db, now: Instant): Promise<{ channel: Channel; due: Due[] }[]> {
  const marks = new Map((await digestMarks(db)).map((mark) => [mark.subscriptionId, mark]));
  if (marks.size === 0) return [];
  const channels = await listChannels(db);
  return channels.flatMap((channel) => dueIn(channel, marks, now).map((due) => ({ channel, due })));
}

interface Due {
  subscription: Subscription;
  mark: DigestMark;
}

/** Those of a channel that are due, together where they come at one time. */
function dueIn(
  { subscriptions, zone }: Channel,
  marks: ReadonlyMap<number, DigestMark>,
  now: Instant,
): Due[][] {
  const due = subscriptions.flatMap((subscription): Due[] => {
    const mark = marks.get(subscription.id);
    if (!mark || subscription.pausedAt !== null || subscription.parked !== null) return [];
    const { digest } = subscription;
    // Whoever switches digests off has yet to be told what came since the last one.
    return digest === null || nextDigestAt(digest, zone, mark.at) <= now ? [{ subscription, mark }] : [];
  });
  return [...Map.groupBy(due, ({ subscription }) => JSON.stringify(subscription.digest)).values()];
}

async function makeDigest(tx: Db, channel: Channel, due: readonly Due[], now: Instant): Promise<void> {
  const entries = await entriesFor(tx, channel.id, due);
  for (const { subscription } of due) {
    if (subscription.digest === null) await endDigests(tx, subscription.id);
    else await skipDigests(tx, subscription.id, now);
  }
  if (entries.length === 0) return;

  const body: AlertBody = {
    kind: 'digest',
    every: due[0]?.subscription.digest?.every ?? null,
    since: Math.min(...due.map(({ mark }) => mark.at)),
    entries: entries.slice(0, mostKept),
    counts: countsOf(entries),
  };
  const subscriptions = due.map(({ subscription }) => subscription);
  const audience = addressee(subscriptions, body, channel.zone, now);
  const id = await insertAlert(tx, `digest/${channel.id}/${subscriptions[0]?.id}/${now}`, body, now);
  if (id !== null && audience) await deliver(tx, id, body, audience, now);
}

/** What these Subscriptions have not been told: one entry a Story, the strongest first, then what stands, then the newest. */
async function entriesFor(tx: Db, channelId: string, due: readonly Due[]): Promise<DigestEntry[]> {
  const from = Math.min(...due.map(({ mark }) => mark.alertId));
  const byStory = new Map<number, { story: StoryRow; alerts: ToldAlert[] }>();
  for (const alert of await alertsAfter(tx, from, channelId)) {
    // The Story that stands for it, where it has been merged since.
    const story = await storyById(tx, alert.body.view.storyId);
    const known = byStory.get(story.id);
    if (known) known.alerts.push(alert);
    else byStory.set(story.id, { story, alerts: [alert] });
  }
  const listed = await listedUpTo(tx, from, channelId);
  const entries: DigestEntry[] = [];
  for (const { story, alerts } of byStory.values()) {
    const entry = await entryOf(
      tx,
      channelId,
      story,
      alerts.filter(({ id }) => id > (listed.get(story.id) ?? 0)),
      due,
    );
    if (entry) entries.push(entry);
  }
  return entries.sort(
    (one, other) => rankOf(one) - rankOf(other) || goneLast(one, other) || newer(one, other),
  );
}

/** Up to which Alert other digests of the channel have told of each Story: of two watches each has a mark of its own. */
async function listedUpTo(tx: Db, from: number, channelId: string): Promise<Map<number, number>> {
  const listed = new Map<number, number>();
  for (const { id, storyIds } of await digestsAfter(tx, from, channelId))
    for (const storyId of storyIds) listed.set((await storyById(tx, storyId)).id, id);
  return listed;
}

async function entryOf(
  tx: Db,
  channelId: string,
  story: StoryRow,
  alerts: readonly ToldAlert[],
  due: readonly Due[],
): Promise<DigestEntry | null> {
  const view = alerts.at(-1)?.body.view;
  const wanting = due.filter(
    ({ subscription, mark }) =>
      view && wantsStory(subscription, view) && alerts.some(({ id }) => id > mark.alertId),
  );
  if (!view || wanting.length === 0) return null;

  const known = await toldUpTo(tx, story.id, channelId);
  // Where nothing was said of it, no error of ours is to be admitted: what never held is no news either.
  if (known === null && view.withdrawnBy) return null;
  const untold = alerts.filter(
    ({ id, told, body }) => !told && id > (known ?? 0) && (known !== null || !isOurs(body)),
  );
  const isNew = untold.some(({ begins }) => begins) || becomesNews(view, story, wanting);
  if (known === null && isNew) return { news: 'story', view };
  const news = turns.find((kind) => untold.some(({ body }) => body.kind === kind));
  const turn = untold.findLast(({ body }) => body.kind === news);
  return news && turn ? { news, ...(isOurs(turn.body) && { by: 'us' }), view } : null;
}

const isOurs = (body: ToldAlert['body']) => 'by' in body && body.by === 'us';

/** Of what has come of a known Story, the weightiest names it. */
const turns = ['withdrawal', 'correction', 'follow-up', 'difference'] as const;

/** Something has been published that lets a Story through a filter only now. */
function becomesNews(
  { firstSeenAt, withdrawnAt }: DigestEntry['view'],
  { quiet }: StoryRow,
  wanting: readonly Due[],
): boolean {
  const waited = wanting.some(({ subscription }) => subscription.since <= firstSeenAt);
  return quiet === 0 && withdrawnAt === null && waited;
}

const rankOf = ({ view }: DigestEntry) => tiers.indexOf(view.tier);

/** The first of all is what a phone shows: never something withdrawn, where anything of its tier stands. */
const goneLast = (one: DigestEntry, other: DigestEntry) =>
  Number(one.view.withdrawnAt !== null) - Number(other.view.withdrawnAt !== null);

function newer(one: DigestEntry, other: DigestEntry): number {
  return other.view.firstSeenAt - one.view.firstSeenAt || other.view.storyId - one.view.storyId;
}

function countsOf(entries: readonly DigestEntry[]): Record<Tier, number> {
  const count = (tier: Tier) => entries.filter(({ view }) => view.tier === tier).length;
  return { decision: count('decision'), measure: count('measure'), statement: count('statement') };
}
