import type { AlertBody } from '../domain/alert.ts';
import type { FactChange } from '../domain/facts.ts';
import type { Instant } from '../domain/moment.ts';
import type { Db } from '../store/schema.ts';
import type { StoryChange } from './story-change.ts';
import { viewOf } from './view.ts';

/** An Alert before it is stored. Its key says the same thing once, however often it is found. */
export interface NewAlert {
  key: string;
  body: AlertBody;
}

/** What there is to tell about these changes, in the order in which it is told. */
export async function alertsAbout(tx: Db, changes: StoryChange[], now: Instant): Promise<NewAlert[]> {
  const alerts: NewAlert[] = [];
  for (const change of changes) alerts.push(...(await alertsOf(tx, change, now)));
  return alerts;
}

async function alertsOf(tx: Db, change: StoryChange, now: Instant): Promise<NewAlert[]> {
  const { story } = change;
  // Found by a baseline: it is archived, and nobody was or will be told of it as news.
  if (change.change === 'new' && story.quiet === 1) return [];

  const view = await viewOf(tx, story);
  const update = (cause: string): NewAlert => ({
    key: `update/${story.id}/${cause}`,
    body: { kind: 'update', view },
  });
  const told = (kind: 'follow-up' | 'correction', cause: string, changes: FactChange[]): NewAlert => ({
    key: `${kind}/${story.id}/${cause}`,
    body: { kind, view, changes },
  });

  switch (change.change) {
    case 'new':
      return [{ key: `story/${story.id}`, body: { kind: 'story', view } }];
    case 'joined': {
      const cause = `item-${change.item.id}`;
      const tells = change.added.length > 0 || change.isAnswer;
      return tells ? [update(cause), told('follow-up', cause, change.added)] : [update(cause)];
    }
    case 'corrected': {
      const cause = `item-${change.item.id}-${change.revision}`;
      return [update(cause), told('correction', cause, change.facts)];
    }
    case 'text-read':
    case 'reworded': {
      const cause = `item-${change.item.id}-${change.revision}`;
      const turned = change.facts.some(({ fact }) => fact === 'action');
      return turned ? [update(cause), told('follow-up', cause, change.facts)] : [update(cause)];
    }
    case 'withdrawn':
      return [
        update(`withdrawn-${now}`),
        { key: `withdrawal/${story.id}/${now}`, body: { kind: 'withdrawal', view } },
      ];
  }
}
