import { describe, expect, it } from 'vitest';
import { type AlertBody, manners } from '../../src/domain/alert.ts';
import type { FactChange, Tier } from '../../src/domain/facts.ts';
import type { Lateness, StoryView } from '../../src/domain/story.ts';
import { storyView } from '../fakes/archive.ts';

const rings = { silent: false, mentionsRole: true };
const ringsWithoutRole = { silent: false, mentionsRole: false };
const silent = { silent: true, mentionsRole: false };

const view = (tier: Tier, lateness: Lateness): StoryView => ({ ...storyView(), tier, lateness });
const moved: FactChange = { fact: 'effectiveDate', from: '2031-04-01', to: '2031-05-01' };

const everyView = (['decision', 'measure', 'statement'] as const).flatMap((tier) =>
  (['fresh', 'late', 'old'] as const).map((lateness) => [tier, lateness] as const),
);

/** What is told, as it depends on what it is about. */
const told: Record<'story' | 'follow-up' | 'correction', (view: StoryView) => AlertBody> = {
  story: (view) => ({ kind: 'story', view }),
  'follow-up': (view) => ({ kind: 'follow-up', view, changes: [moved] }),
  correction: (view) => ({ kind: 'correction', view, changes: [moved], by: 'source' }),
};

describe('whether a phone rings', () => {
  it.each([
    ['story', 'decision', 'fresh', rings],
    ['story', 'decision', 'late', ringsWithoutRole],
    ['story', 'decision', 'old', silent],
    ['story', 'measure', 'fresh', rings],
    ['story', 'measure', 'late', ringsWithoutRole],
    ['story', 'measure', 'old', silent],
    ['story', 'statement', 'fresh', silent],
    ['story', 'statement', 'late', silent],
    ['story', 'statement', 'old', silent],
    ['follow-up', 'decision', 'fresh', rings],
    ['follow-up', 'decision', 'late', ringsWithoutRole],
    ['follow-up', 'decision', 'old', ringsWithoutRole],
    ['follow-up', 'measure', 'fresh', rings],
    ['follow-up', 'measure', 'late', ringsWithoutRole],
    ['follow-up', 'measure', 'old', ringsWithoutRole],
    ['follow-up', 'statement', 'fresh', silent],
    ['follow-up', 'statement', 'late', silent],
    ['follow-up', 'statement', 'old', silent],
    ['correction', 'decision', 'fresh', rings],
    ['correction', 'decision', 'late', ringsWithoutRole],
    ['correction', 'decision', 'old', ringsWithoutRole],
    ['correction', 'measure', 'fresh', rings],
    ['correction', 'measure', 'late', ringsWithoutRole],
    ['correction', 'measure', 'old', ringsWithoutRole],
    ['correction', 'statement', 'fresh', silent],
    ['correction', 'statement', 'late', silent],
    ['correction', 'statement', 'old', silent],
  ] as const)('for a %s of tier %s that is %s', (kind, tier, lateness, expected) => {
    expect(manners(told[kind](view(tier, lateness)))).toEqual(expected);
  });

  it.each(everyView)('for no withdrawal and no update of tier %s that is %s', (tier, lateness) => {
    const about = view(tier, lateness);

    expect(manners({ kind: 'withdrawal', view: about, by: 'source' })).toEqual(silent);
    expect(manners({ kind: 'update', view: about })).toEqual(silent);
  });

  it.each(everyView)('for no difference between texts, of tier %s that is %s', (tier, lateness) => {
    expect(manners({ kind: 'difference', view: view(tier, lateness), disagreements: [] })).toEqual(silent);
  });

  it.each(everyView)('for no edit that changed no fact, of tier %s that is %s', (tier, lateness) => {
    expect(manners({ kind: 'correction', view: view(tier, lateness), changes: [], by: 'source' })).toEqual(
      silent,
    );
  });

  it.each([
    ['month-before', silent],
    ['day-before', ringsWithoutRole],
    ['day', silent],
  ] as const)('for the reminder of the %s as it should', (occasion, expected) => {
    const end = {
      ...{ occasion, statedEnd: '2032-11-10', announcementNo: 'No. 70 of 2031', of: 'suspension' as const },
      ...{ measures: [], spoken: [], lastReadOn: '2032-11-09' },
    };

    expect(manners({ kind: 'reminder', view: view('measure', 'fresh'), end })).toEqual(expected);
  });

  it('neither when we are blind nor when we see again', () => {
    const since = Date.parse('2031-03-13T08:00:00Z');
    const caughtUp = { items: 3, relevant: 2 };

    expect(manners({ kind: 'blind', authorityId: 'vn-trade', since, sources: [] })).toEqual(silent);
    expect(manners({ kind: 'recovery', authorityId: 'vn-trade', since, until: since + 1, caughtUp })).toEqual(
      silent,
    );
  });

  it.each([
    ['one fresh decision among statements', [view('statement', 'fresh'), view('decision', 'fresh')], rings],
    [
      'one late measure among statements',
      [view('measure', 'late'), view('statement', 'fresh')],
      ringsWithoutRole,
    ],
    ['one fresh measure among late ones', [view('measure', 'late'), view('measure', 'fresh')], rings],
    ['late and old decisions', [view('decision', 'old'), view('decision', 'late')], ringsWithoutRole],
    ['old decisions and fresh statements', [view('decision', 'old'), view('statement', 'fresh')], silent],
    ['statements', [view('statement', 'fresh'), view('statement', 'late')], silent],
  ])('for a group of %s', (_, views, expected) => {
    expect(manners({ kind: 'group', views })).toEqual(expected);
  });
});
