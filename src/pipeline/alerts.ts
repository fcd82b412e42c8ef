import type { AlertBody } from '../domain/alert.ts';
import type { FactChange } from '../domain/facts.ts';
import type { Instant } from '../domain/moment.ts';
import type { StoryView } from '../domain/story.ts';
import { storyKey } from '../store/alerts.ts';
import type { Db } from '../store/schema.ts';
import { numbersIn, numbersTogether } from '../understand/notice-numbers.ts';
import { differencesTold } from './differences.ts';
import type { StoryChange } from './story-change.ts';
import { viewOf } from './view.ts';

/** An Alert before it is stored. Its key says the same thing once, however often it is found. */
export interface NewAlert {
  key: string;
  body: AlertBody;
  /** An update that something published has brought: to channels whose filters look for that, it is news. */
  published?: true;
}

/** What there is to tell about these changes, in the order in which it is told. */
export async function alertsAbout(tx: Db, changes: StoryChange[], now: Instant): Promise<NewAlert[]> {
  const alerts: NewAlert[] = [];
  const byStory = Map.groupBy(changes, ({ story }) => story.id);
  for (const change of inOnePoll(changes)) {
    alerts.push(...(await alertsOf(tx, change, byStory.get(change.story.id) ?? [], now)));
  }
  return alerts;
}

/**
 * What one poll found of a Story, told once: the notices of a package are one message where it begins with them,
 * else one follow-up. A notice with a date of its own is told by itself.
 */
function inOnePoll(changes: StoryChange[]): StoryChange[] {
  const begun = new Set(changes.filter(({ change }) => change === 'new').map(({ story }) => story.id));
  const merged = new Map<string, StoryChange>();
  for (const [index, change] of changes.entries()) {
    const of = toldWith(change, begun.has(change.story.id)) ?? index;
    const key = `${change.story.id}/${of}`;
    const before = merged.get(key);
    merged.set(key, before ? together(before, change) : change);
  }
  return [...merged.values()];
}

/** Changes of a Story with the same value are told together; null for what is told by itself. */
function toldWith(change: StoryChange, begins: boolean): string | null {
  if (change.change === 'new') return 'new';
  if (change.change !== 'joined') return null;
  const listed = ({ fact, to }: FactChange) => Array.isArray(to) || fact === 'announcementNo';
  const own = change.added.filter((each) => !listed(each));
  return begins && own.length === 0 ? 'new' : `joined/${JSON.stringify(own)}`;
}

function together(before: StoryChange, change: StoryChange): StoryChange {
  if (before.change !== 'joined' || change.change !== 'joined') return { ...before, story: change.story };
  const facts = new Map(before.added.map((each) => [each.fact, each]));
  for (const each of change.added) facts.set(each.fact, addedTogether(facts.get(each.fact), each));
  const isAnswer = before.isAnswer || change.isAnswer;
  return { ...change, added: [...facts.values()], isAnswer };
}

/** Of two notices of a package, both numbers and all goods. */
function addedTogether(before: FactChange | undefined, change: FactChange): FactChange {
  if (!before) return change;
  const { fact, from } = before;
  const [one, other] = [before.to, change.to];
  if (Array.isArray(one) && Array.isArray(other)) return { fact, from, to: [...new Set([...one, ...other])] };
  if (fact !== 'announcementNo') return { fact, from, to: other };
  const [first, second] = [numbersIn(String(one)), numbersIn(String(other))];
  return { fact, from, to: first && second ? numbersTogether(first, second) : other };
}

/** @param all - What the poll did to the Story. */
async function alertsOf(
  tx: Db,
  change: StoryChange,
  all: readonly StoryChange[],
  now: Instant,
): Promise<NewAlert[]> {
  // Found by a baseline: it is archived, and nobody was or will be told of it as news.
  if (change.change === 'new' && change.story.quiet === 1) return [];

  const view = await viewOf(tx, change.story);
  return [...changeAlerts(change, view, now), ...differencesTold(view, all)];
}

function changeAlerts(change: StoryChange, view: StoryView, now: Instant): NewAlert[] {
  const { story } = change;
  const update = (cause: string): NewAlert => ({
    key: `update/${story.id}/${cause}`,
    body: { kind: 'update', view },
    published: true,
  });
  const followUp = (cause: string, changes: FactChange[]): NewAlert => ({
    key: `follow-up/${story.id}/${cause}`,
    body: { kind: 'follow-up', view, changes },
  });

  switch (change.change) {
    case 'new':
      return [{ key: storyKey(story.id), body: { kind: 'story', view } }];
    case 'joined': {
      const cause = `item-${change.item.id}`;
      // What a baseline finds is archived, and told to nobody as news.
      if (change.item.quiet !== null && story.quiet === 1) return [];
      const tells = change.item.quiet === null && (change.added.length > 0 || change.isAnswer);
      return tells ? [update(cause), followUp(cause, change.added)] : [update(cause)];
    }
    case 'corrected': {
      const cause = `item-${change.item.id}-${change.revision}`;
      const key = `correction/${story.id}/${cause}`;
      const body = { kind: 'correction', view, changes: change.facts, by: 'source' } as const;
      return [update(cause), { key, body }];
    }
    case 'text-read':
    case 'reworded': {
      const cause = `item-${change.item.id}-${change.revision}`;
      const turned = change.facts.some(({ fact }) => fact === 'action');
      return turned ? [update(cause), followUp(cause, change.facts)] : [update(cause)];
    }
    case 'withdrawn':
      return [
        {
          ...update(`withdrawn-${now}`),
          body: { kind: 'update', view, ...(change.by === 'us' && { by: 'us' }) },
        },
        { key: `withdrawal/${story.id}/${now}`, body: { kind: 'withdrawal', view, by: change.by } },
      ];
  }
}
