import { randomBytes } from 'node:crypto';
import { type AlertBody, manners, operationOf } from '../domain/alert.ts';
import { type Channel, isBarred } from '../domain/channel.ts';
import type { Instant } from '../domain/moment.ts';
import type { StoryView } from '../domain/story.ts';
import {
  heldMessageOf,
  insertAlert,
  insertDelivery,
  insertStoryMessage,
  isTold,
  mergedMessages,
  storyMessages,
} from '../store/alerts.ts';
import { listChannels } from '../store/channels.ts';
import { fromJson } from '../store/columns.ts';
import type { Db } from '../store/schema.ts';
import { opsChannels } from '../store/servers.ts';
import { storyById } from '../store/stories.ts';
import type { NewAlert } from './alerts.ts';
import { type Audience, audienceOf } from './audience.ts';
import { bundlesOf } from './bundles.ts';
import { letGo } from './release.ts';

interface StoredAlert extends NewAlert {
  id: number;
}

/** A message that tells a Story. */
type Message =
  | Awaited<ReturnType<typeof storyMessages>>[number]
  | Awaited<ReturnType<typeof mergedMessages>>[number];

type Update = Extract<AlertBody, { kind: 'update' }>;

/**
 * Stores Alerts and their Deliveries.
 * @returns the Alerts that were not stored before, and how many Deliveries they make.
 */
export async function fanOut(
  tx: Db,
  alerts: NewAlert[],
  now: Instant,
): Promise<{ alerts: AlertBody[]; deliveries: number }> {
  const stored: StoredAlert[] = [];
  for (const alert of alerts) {
    const id = await insertAlert(tx, alert.key, alert.body, now);
    if (id !== null) stored.push({ ...alert, id });
  }
  if (stored.length === 0) return { alerts: [], deliveries: 0 };

  const channels = await listChannels(tx);
  const together = new Map(channels.map((channel) => [channel, bundlesOf(newsFor(channel, stored, now))]));
  let deliveries = 0;
  for (const [channel, bundles] of together)
    for (const views of bundles) deliveries += await tellTogether(tx, channel, views, now);
  for (const { id, body } of stored)
    if (body.kind === 'source') deliveries += await tellOps(tx, id, body, now);
  for (const { id, key, body, published } of stored) {
    if (body.kind === 'update') {
      deliveries += await editMessages(tx, channels, { id, key, body }, now);
      if (published && !stored.some((other) => announces(other.body, body.view.storyId)))
        deliveries += await tellNewcomers(tx, channels, body.view, now);
    }
    for (const channel of channels) {
      if (body.kind === 'story' && together.get(channel)?.flat().includes(body.view)) continue;
      deliveries += await tellChannel(tx, channel, id, body, now);
    }
  }
  return { alerts: stored.map(({ body }) => body), deliveries };
}

/** The new Stories that a channel wants, and is told now: what is held is put together when it is let go. */
function newsFor(channel: Channel, alerts: StoredAlert[], now: Instant): StoryView[] {
  return alerts.flatMap(({ body }) =>
    body.kind === 'story' && audienceOf(channel, body, now)?.held === false ? [body.view] : [],
  );
}

/** @returns how many Deliveries that made: one, or none where the channel does not want the Alert. */
async function tellChannel(
  tx: Db,
  channel: Channel,
  alertId: number,
  body: AlertBody,
  now: Instant,
): Promise<number> {
  const audience = audienceOf(channel, body, now);
  if (!audience) return 0;
  // A further answer of a transcript has been told along with the strongest that the channel wants.
  if (body.kind === 'story' && (await isTold(tx, body.view.storyId, audience.channelId))) return 0;
  await deliver(tx, alertId, body, audience, now);
  return 1;
}

async function tellTogether(tx: Db, channel: Channel, views: StoryView[], now: Instant): Promise<number> {
  const body: AlertBody = { kind: 'group', views };
  const key = `group/${channel.id}/${views[0]?.storyId}`;
  const id = await insertAlert(tx, key, body, now);
  return id === null ? 0 : tellChannel(tx, channel, id, body, now);
}

/** @returns how many Deliveries that made: one for each channel of those who look after the bot. */
async function tellOps(tx: Db, alertId: number, body: AlertBody, now: Instant): Promise<number> {
  const channels = await opsChannels(tx);
  const plain = { market: 'US', threads: false, held: false } as const;
  for (const channel of channels)
    await deliver(tx, alertId, body, { ...channel, ...plain, roleIds: [] }, now);
  return channels.length;
}

/** Makes the Delivery of an Alert in one channel, and remembers what the channel reads of there. */
export async function deliver(
  tx: Db,
  alertId: number,
  body: AlertBody,
  { channelId, language, market, roleIds, threads, held }: Audience,
  now: Instant,
): Promise<void> {
  const { silent, mentionsRole } = manners(body);
  const id = newDeliveryId();
  const operation = operationOf[body.kind];
  const storyId = operation === 'send' || !('view' in body) ? null : body.view.storyId;
  const first = storyId === null ? null : await heldMessageOf(tx, storyId, channelId);
  await insertDelivery(tx, {
    ...{ id, alertId, channelId, operation, storyId, silent, language, market, threads },
    roleIds: mentionsRole ? roleIds : [],
    // What is said of a message that has not been sent yet has to wait for it.
    held: held || first !== null,
    createdAt: now,
  });
  for (const { storyId } of newStories(body)) {
    const leads = body.kind === 'story' && body.view.storyId === storyId;
    await insertStoryMessage(tx, { storyId, channelId, deliveryId: id, grouped: !leads });
  }
  // What may not wait takes along what it is about: alone it would mean nothing to who reads it.
  if (first !== null && !held) await letGo(tx, channelId, [first, id], now);
}

/**
 * A page, a text or a fact has come that the filters of some channels look for: the Story is news to them only now.
 *
 * @returns how many Deliveries that makes.
 */
async function tellNewcomers(tx: Db, channels: Channel[], view: StoryView, now: Instant): Promise<number> {
  if (view.withdrawnAt !== null || (await storyById(tx, view.storyId)).quiet === 1) return 0;

  const merged = await mergedMessages(tx, view.storyId);
  const body: AlertBody = { kind: 'story', view };
  let deliveries = 0;
  for (const channel of channels) {
    const subscriptions = channel.subscriptions.filter(({ since }) => since <= view.firstSeenAt);
    const waiting = { ...channel, subscriptions };
    if (!audienceOf(waiting, body, now)) continue;
    if (merged.some(({ channelId }) => channelId === channel.id)) continue;
    if (await isTold(tx, view.storyId, channel.id)) continue;
    const id = await insertAlert(tx, `story/${view.storyId}/${channel.id}`, body, now);
    if (id !== null) deliveries += await tellChannel(tx, waiting, id, body, now);
  }
  return deliveries;
}

/** Whether an Alert is more than an update of a Story. */
function announces(body: AlertBody, storyId: number): boolean {
  return body.kind !== 'update' && 'view' in body && body.view.storyId === storyId;
}

/**
 * Brings the messages up to date in which channels first read of a Story, and those about the Stories that were
 * merged into it. They mention nobody.
 *
 * @returns how many messages those are.
 */
async function editMessages(
  tx: Db,
  channels: Channel[],
  { id, key, body }: { id: number; key: string; body: Update },
  now: Instant,
): Promise<number> {
  const { storyId } = body.view;
  const barred = new Set(channels.filter(isBarred).map((channel) => channel.id));
  const mustWait = ({ state, channelId }: Message) => state === 'held' || barred.has(channelId);
  const own = (await storyMessages(tx, storyId)).filter((message) => message.grouped === 0);
  for (const message of own) await editMessage(tx, id, { ...message, storyId }, mustWait(message), now);

  // One Alert reaches a channel once: the other message there is edited under an Alert of its own.
  const merged = await mergedMessages(tx, storyId);
  for (const message of merged) {
    const again = await insertAlert(tx, `${key}/in-${message.deliveryId}`, body, now);
    if (again !== null) await editMessage(tx, again, message, mustWait(message), now);
  }
  return own.length + merged.length;
}

async function editMessage(
  tx: Db,
  alertId: number,
  { channelId, storyId, language, market, roleIds, threads }: Message & { storyId: number },
  held: boolean,
  now: Instant,
): Promise<void> {
  await insertDelivery(tx, {
    id: newDeliveryId(),
    ...{ alertId, channelId, storyId, language, market },
    operation: 'edit',
    // The role stays in the text it was in; an edit rings no phone.
    roleIds: fromJson(roleIds),
    silent: true,
    threads: threads === 1,
    held,
    createdAt: now,
  });
}

/** The Stories that a message tells a channel for the first time, those at its edge included. */
function newStories(body: AlertBody): { storyId: number }[] {
  if (body.kind === 'story') return [body.view, ...body.view.alsoHere];
  if (body.kind === 'digest')
    return body.entries.flatMap(({ news, view }) => (news === 'story' ? [view] : []));
  return body.kind === 'group' ? body.views : [];
}

/** Unique beyond this database, since a message found by it may stem from another installation. */
export const newDeliveryId = () => randomBytes(12).toString('base64url');
