import { beforeAll, describe, expect, it } from 'vitest';
import type { StoryView } from '../../src/domain/story.ts';
import { type Soaked, soak } from './soak.ts';
import { openWorld, type Published } from './world.ts';

/*
 * Days of many ministries at which everything goes wrong that is known to. `npm run soak` runs it at its full size.
 */

const full = process.env.SOAK === 'full';
/** Another seed is another world. */
const seed = Number(process.env.SOAK_SEED ?? 7);
const size = full ? { hosts: 200, days: 4, seed } : { hosts: 16, days: 2.3, seed };

let soaked: Soaked;
beforeAll(async () => {
  soaked = await soak(size);
  if (full) process.stderr.write(`${figures(soaked)}\n`);
}, 30 * 60_000);

/** The Stories of a message that are new to the channel. */
function newViews({ messages }: Pick<Soaked, 'messages'>): StoryView[] {
  return messages.flatMap(({ body }) =>
    body.kind === 'story' ? [body.view] : body.kind === 'group' ? body.views : [],
  );
}

const addressOfView = (view: StoryView) => view.links[0]?.url ?? '';

/** What was told too often or, without a gap that says so, not at all. */
function wronglyTold({ world, states, messages }: Soaked): { url: string; told: number }[] {
  const times = Map.groupBy(newViews({ messages }), addressOfView);
  return [...world.published].flatMap(([url, { as, host }]) => {
    const told = times.get(url)?.length ?? 0;
    const due = isDue(as) ? 1 : 0;
    const gap = states.get(host.source.id)?.gapUntil != null;
    return told === due || (told === 0 && gap) ? [] : [{ url, told }];
  });
}

const isDue = (as: Published['as']) => as === 'notice' || as === 'old';

it('is the same world for the same seed', () => {
  const worlds = [1, 2].map(() => openWorld({ ...size, hosts: 4, start: 0 }));
  const [one, other] = worlds.map(({ happenings }) => happenings.map(({ at }) => at));
  expect(one).toEqual(other);
});

describe('after days of failures', () => {
  it('nothing went wrong on our side', () => {
    expect(soaked.errors).toEqual([]);
  });

  it('every notice was told once, but for those that a gap is told of', () => {
    expect(wronglyTold(soaked)).toEqual([]);
  });

  it('nothing was told that was not published', () => {
    const strange = newViews(soaked).filter((view) => !soaked.world.published.has(addressOfView(view)));
    expect(strange).toEqual([]);
  });

  it('corrections were told of what was edited, and of nothing else', () => {
    const corrected = soaked.messages.flatMap(({ body: { kind, ...body } }) =>
      'view' in body && ['correction', 'follow-up', 'withdrawal', 'difference'].includes(kind)
        ? [{ kind, url: addressOfView(body.view) }]
        : [],
    );
    const wrong = corrected.filter(({ url }) => !soaked.world.published.get(url)?.edited);
    expect(wrong).toEqual([]);
    expect(corrected.length).toBeGreaterThan(0);
  });

  it('old pages that surfaced were told silently, those of one poll in one message', () => {
    const old = soaked.messages.filter(({ body }) =>
      body.kind === 'story'
        ? body.view.lateness === 'old'
        : body.kind === 'group' && body.views.every(({ lateness }) => lateness === 'old'),
    );
    const told = newViews(soaked).filter(({ lateness }) => lateness === 'old');
    expect(old.every(({ silent }) => silent)).toBe(true);
    expect(told.length).toBeGreaterThan(4 * old.length);
  });

  it('blindness was told in pairs with its end', () => {
    const byAuthority = Map.groupBy(
      soaked.messages.flatMap(({ body }) =>
        body.kind === 'blind' || body.kind === 'recovery' ? [body] : [],
      ),
      ({ authorityId }) => authorityId,
    );
    expect(byAuthority.size).toBeGreaterThan(0);
    for (const told of byAuthority.values()) {
      expect(told.map(({ kind }) => kind)).toEqual(
        told.map((_, index) => (index % 2 === 0 ? 'blind' : 'recovery')),
      );
      expect(told.length % 2).toBe(0);
    }
  });

  it('every source is read again', () => {
    expect([...soaked.states.values()].filter(({ failures }) => failures > 0)).toEqual([]);
  });

  it('gaps stand only where listings have no older pages, or would not show them', () => {
    const kinds = soaked.world.hosts.flatMap(({ kind, source }) =>
      soaked.states.get(source.id)?.gapUntil ? [kind] : [],
    );
    expect(kinds.filter((kind) => kind === 'page' || kind === 'feed')).not.toEqual([]);
  });
});

function figures({ figures: { polls, failed, requests, items, reasons }, messages, world }: Soaked): string {
  const listed = (counts: Map<string, number>) =>
    [...counts]
      .toSorted()
      .map(([name, count]) => `${name} ${count}`)
      .join(', ');
  const kinds = new Map(
    [...Map.groupBy(messages, ({ body }) => body.kind)].map(([kind, of]) => [kind, of.length]),
  );
  const told = new Set(newViews({ messages }).map(addressOfView));
  const due = [...world.published].filter(([, { as }]) => isDue(as));
  return [
    `to be told: ${due.length}; told: ${due.filter(([url]) => told.has(url)).length}; the rest stands behind a gap`,
    `${world.hosts.length} hosts, ${size.days} days: ${polls} polls (${failed} failed), ${requests} requests, ${items} items`,
    `published: ${world.published.size}; happened: ${listed(world.counts)}`,
    `failures: ${listed(reasons)}`,
    `messages: ${listed(kinds)}`,
  ].join('\n');
}
