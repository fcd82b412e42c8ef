import type { AlertBody } from '../../domain/alert.ts';
import type { Card } from './card.ts';
import type { Setting } from './context.ts';
import { misledCard, ourErrorCard, turnCard } from './correction.ts';
import { differenceCard } from './difference.ts';
import { digestCard } from './digest.ts';
import { groupCard } from './group.ts';
import { reminderCard } from './reminder.ts';
import { sourceCard } from './source.ts';
import { storyCard } from './story.ts';
import { blindCard, recoveryCard } from './trouble.ts';

/** What to show for an Alert. */
export function cardOf(body: AlertBody, setting: Setting): Card {
  switch (body.kind) {
    case 'story':
      return body.view.withdrawnBy ? misledCard(body.view, setting) : storyCard(body.view, setting);
    case 'update':
      return body.by === 'us' || body.view.withdrawnBy
        ? misledCard(body.view, setting)
        : storyCard(body.view, setting);
    case 'group':
      return groupCard(body, setting);
    case 'correction':
      return body.by === 'us' ? ourErrorCard(body, setting) : turnCard(body, setting);
    case 'withdrawal':
      return body.by === 'us' ? misledCard(body.view, setting) : turnCard(body, setting);
    case 'follow-up':
      return turnCard(body, setting);
    case 'difference':
      return differenceCard(body, setting);
    case 'reminder':
      return reminderCard(body, setting);
    case 'blind':
      return blindCard(body, setting);
    case 'recovery':
      return recoveryCard(body, setting);
    case 'digest':
      return digestCard(body, setting);
    case 'source':
      return sourceCard(body, setting);
  }
}
