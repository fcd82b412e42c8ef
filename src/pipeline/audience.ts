import type { AlertBody } from '../domain/alert.ts';
import type { StoryView } from '../domain/story.ts';
import { reliesOn, type Subscription, wants } from '../domain/subscription.ts';
import { knownNames, sourceById } from '../sources/known.ts';
import { subjectOf } from './subject.ts';

/** Where an Alert goes: the Subscriptions of one channel that want it, their roles united. */
export type Audience = Pick<Subscription, 'channelId' | 'language' | 'market'> & { roleIds: string[] };

/** The Subscriptions of one channel as one addressee; null when none of them wants the Alert. */
export function audienceOf(channel: Subscription[], body: AlertBody): Audience | null {
  const matching = channel.filter((subscription) => wantsAlert(subscription, body));
  const [first] = matching;
  if (!first) return null;

  const roleIds = [...new Set(matching.flatMap(({ roleId }) => roleId ?? []))];
  return { channelId: first.channelId, language: first.language, market: first.market, roleIds };
}

function wantsAlert(subscription: Subscription, body: AlertBody): boolean {
  switch (body.kind) {
    case 'update':
      return false;
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

function wantsStory(subscription: Subscription, view: StoryView): boolean {
  return wants(subscription, subjectOf(view, knownNames.authorities));
}
