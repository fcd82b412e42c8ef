import { type AlertBody, breaksThrough } from '../domain/alert.ts';
import { type Channel, isOpen } from '../domain/channel.ts';
import type { Instant } from '../domain/moment.ts';
import type { StoryView } from '../domain/story.ts';
import { reliesOn, type Subscription, wants } from '../domain/subscription.ts';
import { knownNames, sourceById } from '../sources/known.ts';
import { subjectOf } from './subject.ts';

/** Where an Alert goes: the Subscriptions of one channel that want it, their roles united. */
export interface Audience extends Pick<Subscription, 'channelId' | 'language' | 'market' | 'threads'> {
  roleIds: string[];
  /** Whether it has to wait: the bot may not post there at present, or it is night. */
  held: boolean;
}

/**
 * The Subscriptions of one channel as one addressee; null when none of them wants the Alert at once. Where it is
 * night for some of them only, the others are told, and the roles of those who sleep are not mentioned.
 */
export function audienceOf({ subscriptions, zone }: Channel, body: AlertBody, now: Instant): Audience | null {
  const matching = subscriptions.filter(
    (subscription) => isToldAtOnce(subscription, body) && wantsAlert(subscription, body),
  );
  return addressee(matching, body, zone, now);
}

/** These Subscriptions of one channel as one addressee; null when there are none. */
export function addressee(
  matching: readonly Subscription[],
  body: AlertBody,
  zone: string,
  now: Instant,
): Audience | null {
  const urgent = breaksThrough(body);
  const open = matching.filter((subscription) => isOpen(subscription, urgent, zone, now));
  const told = open.length > 0 ? open : matching;
  const [first] = told;
  if (!first) return null;

  const { channelId, language, market } = first;
  const roleIds = [...new Set(told.flatMap(({ roleId }) => roleId ?? []))];
  const threads = told.some((subscription) => subscription.threads);
  return { channelId, language, market, roleIds, threads, held: open.length === 0 };
}

/**
 * Whether something that a channel is to be told may be sent there now: one of those who want it may be told, or of
 * all of them, where what they want has changed since. Nobody is left to ask for what was ordered otherwise: it may.
 */
export function mayBeSent(
  { subscriptions, zone }: Channel,
  { body, silent }: { body: AlertBody; silent: boolean },
  now: Instant,
): boolean {
  const urgent = breaksThrough(body, { silent });
  const told = subscriptions.filter(({ pausedAt }) => pausedAt === null);
  const wanting = told.filter((subscription) => wantsAlert(subscription, body));
  const asked = wanting.length > 0 ? wanting : told;
  return asked.length === 0 || asked.some((subscription) => isOpen(subscription, urgent, zone, now));
}

/** News waits for the digest where there is one; that silence is not "no news" does not, nor a date that comes near. */
function isToldAtOnce({ digest }: Subscription, { kind }: AlertBody): boolean {
  return digest === null || kind === 'blind' || kind === 'recovery' || kind === 'reminder';
}

function wantsAlert(subscription: Subscription, body: AlertBody): boolean {
  switch (body.kind) {
    case 'update':
    case 'source':
      return false;
    case 'digest':
      return subscription.digest !== null && subscription.pausedAt === null;
    case 'group':
      return body.views.some((view) => wantsStory(subscription, view));
    case 'blind':
    case 'recovery':
      return reliesOn(
        subscription,
        knownNames.authorities(body.authorityId),
        (id) => sourceById(id)?.authority.id,
      );
    default:
      return wantsStory(subscription, body.view);
  }
}

export function wantsStory(subscription: Subscription, view: StoryView): boolean {
  return wants(subscription, subjectOf(view, knownNames.authorities));
}
