import { type AlertBody, manners, viewsIn } from '../domain/alert.ts';
import { type Channel, isBarred } from '../domain/channel.ts';
import type { Instant } from '../domain/moment.ts';
import type { StoryView } from '../domain/story.ts';
import { insertAlert } from '../store/alerts.ts';
import { readChannel } from '../store/channels.ts';
import {
  dropDeliveries,
  forget,
  type Held,
  heldChannels,
  heldDeliveries,
  retell,
  setPending,
  tellTogetherIn,
} from '../store/held.ts';
import { rejectWaiting } from '../store/outbox.ts';
import { unpark } from '../store/parking.ts';
import type { Db } from '../store/schema.ts';
import { mayBeSent } from './audience.ts';
import { bundlesOf } from './bundles.ts';

/**
 * Lets go whatever is held and need not be any more. Why it was held is not written down: whether it may be sent now
 * is asked of the Subscriptions as they are now, so that whatever ends the waiting (the morning, a changed watch, a
 * permission given back) ends it in the same way.
 */
export async function releaseHeld(db: Db, now: Instant): Promise<void> {
  if ((await heldChannels(db)).length === 0) return;
  await db.transaction().execute(async (tx) => {
    for (const channelId of await heldChannels(tx)) await releaseIn(tx, channelId, now);
  });
}

async function releaseIn(tx: Db, channelId: string, now: Instant): Promise<void> {
  const known = await readChannel(tx, channelId);
  // Whoever has made another watch there since has seen to what was missing.
  const reopened = !isBarred(known) && (await unpark(tx, channelId, now));
  const channel = reopened ? await readChannel(tx, channelId) : known;
  if (channel.subscriptions.every(({ pausedAt }) => pausedAt !== null))
    return rejectWaiting(tx, channelId, 'nobody there wants to be told any more', now);

  const held = await heldDeliveries(tx, channelId);
  const free = inOnePiece(held).filter((piece) => isFree(channel, piece, now));
  await letGo(
    tx,
    channelId,
    free.flat().map(({ id }) => id),
    now,
  );
}

/** A message and what is to be said of it go together. */
function inOnePiece(held: readonly Held[]): Held[][] {
  const ids = new Set(held.map(({ id }) => id));
  const pieceOf = ({ id, concerns }: Held) =>
    concerns && ids.has(concerns.deliveryId) ? concerns.deliveryId : id;
  return [...Map.groupBy(held, pieceOf).values()];
}

function isFree(channel: Channel, piece: readonly Held[], now: Instant): boolean {
  if (isBarred(channel)) return false;
  const news = piece.filter(({ operation }) => operation !== 'edit');
  return news.length === 0 || news.some((message) => mayBeSent(channel, message, now));
}

/**
 * Lets these Deliveries go, in the order in which they came. A message that was never sent tells its Story as it is
 * known by now, and by that all that waits behind it; many new Stories become one message, as from one poll; of
 * several edits of one message the last remains.
 */
export async function letGo(tx: Db, channelId: string, ids: readonly string[], now: Instant): Promise<void> {
  if (ids.length === 0) return;
  const held = await heldDeliveries(tx, channelId);
  const going = held.filter(({ id }) => ids.includes(id));
  const untold = going.filter(isUntoldStory).map((message) => asOfNow(message, behind(message, held)));
  // What never held has not been said here, so that nothing is to be said of it now.
  const [ours, stories] = [untold.filter(neverHeld), untold.filter((story) => !neverHeld(story))];
  await forget(
    tx,
    ours.flatMap(({ id, absorbed }) => [id, ...absorbed]),
  );
  const said = stories.flatMap(({ absorbed }) => absorbed);
  const bundles = bundlesOf(stories.map(({ view }) => view));
  for (const views of bundles)
    await sendTogether(
      tx,
      stories.filter(({ view }) => views.includes(view)),
      now,
    );
  const single = stories.filter(({ view }) => !bundles.flat().includes(view));
  for (const story of single) await sendUpToDate(tx, story, now);
  const outdated = outdatedEdits(going.filter(({ id }) => !said.includes(id)));
  await dropDeliveries(tx, [...said, ...outdated]);
  await setPending(tx, ids, now);
}

type UntoldStory = Held & { body: Extract<AlertBody, { kind: 'story' }> };

/** What may have arrived already is sent as it was, or found. */
function isUntoldStory(message: Held): message is UntoldStory {
  return message.body.kind === 'story' && message.firstAttemptAt === null;
}

interface UpToDate {
  id: string;
  view: StoryView;
  roleIds: string[];
  silent: boolean;
  /** The Deliveries that it makes superfluous. */
  absorbed: string[];
}

/** What waits to be said of a message's own Story; not of another that the same page tells. */
function behind({ id }: Held, held: readonly Held[]): Held[] {
  return held.filter(
    ({ concerns, firstAttemptAt }) =>
      concerns?.deliveryId === id && !concerns.grouped && firstAttemptAt === null,
  );
}

const neverHeld = ({ view }: UpToDate) => view.withdrawnBy === 'us';

function asOfNow(message: UntoldStory, waiting: readonly Held[]): UpToDate {
  const all = [message, ...waiting];
  const view = all.flatMap(({ body }) => viewsIn(body)).at(-1) ?? message.body.view;
  const gone = view.withdrawnAt !== null;
  return {
    id: message.id,
    view,
    roleIds: gone ? [] : [...new Set(all.flatMap(({ roleIds }) => roleIds))],
    silent: gone || all.every(({ silent }) => silent),
    absorbed: waiting.map(({ id }) => id),
  };
}

async function sendUpToDate(
  tx: Db,
  { id, view, absorbed, ...ringing }: UpToDate,
  now: Instant,
): Promise<void> {
  if (absorbed.length === 0) return;
  await tellInstead(tx, id, { kind: 'story', view }, ringing, now);
}

/** The first of the messages tells them all; the others are never sent. */
async function sendTogether(tx: Db, stories: readonly UpToDate[], now: Instant): Promise<void> {
  const [first, ...rest] = stories;
  if (!first) return;
  const body: AlertBody = { kind: 'group', views: stories.map(({ view }) => view) };
  const { silent, mentionsRole } = manners(body);
  const roleIds = mentionsRole ? [...new Set(stories.flatMap((story) => story.roleIds))] : [];
  await tellInstead(tx, first.id, body, { silent, roleIds }, now);
  const others = rest.map(({ id }) => id);
  await tellTogetherIn(tx, first.id, others);
  await dropDeliveries(tx, others);
}

async function tellInstead(
  tx: Db,
  id: string,
  body: AlertBody,
  ringing: { silent: boolean; roleIds: string[] },
  now: Instant,
): Promise<void> {
  const alertId = await insertAlert(tx, `released/${id}/${now}`, body, now);
  if (alertId === null) throw new Error(`the message of Delivery ${id} was let go twice at ${now}`);
  await retell(tx, id, { alertId, ...ringing });
}

function outdatedEdits(going: readonly Held[]): string[] {
  const edits = going.filter(({ operation, concerns }) => operation === 'edit' && concerns);
  const byMessage = Map.groupBy(edits, ({ concerns }) => concerns?.deliveryId);
  return [...byMessage.values()].flatMap((each) => each.slice(0, -1).map(({ id }) => id));
}
