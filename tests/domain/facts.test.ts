import { describe, expect, it } from 'vitest';
import { type Action, actions, changedFacts, type Facts, kindOf, tierOf } from '../../src/domain/facts.ts';
import { noFacts } from '../fakes/archive.ts';

const kinds: Record<Action, [kind: string, tier: string]> = {
  approve: ['batch', 'decision'],
  resume: ['batch', 'decision'],
  suspend: ['batch', 'decision'],
  deny: ['measure', 'measure'],
  new_control: ['measure', 'measure'],
  relax: ['measure', 'measure'],
  suspend_control: ['measure', 'measure'],
  extend_suspension: ['measure', 'measure'],
  procedure: ['measure', 'measure'],
  clarify: ['statement', 'statement'],
  statement: ['statement', 'statement'],
  other: ['statement', 'statement'],
};

describe('what a Story is about, and how much it matters', () => {
  it.each(actions.map((action) => [action, ...kinds[action]]))(
    '%s makes a %s, tier %s',
    (action, kind, tier) => {
      const found = kindOf({ action: action as Action, licencesCount: null });

      expect([found, tierOf(found)]).toEqual([kind, tier]);
    },
  );

  it.each(actions)('licences that are counted make a batch of %s', (action) => {
    expect(kindOf({ action, licencesCount: 12 })).toBe('batch');
    expect(kindOf({ action, licencesCount: 0 })).toBe('batch');
  });

  it.each(actions)('a number that is withheld leaves %s what it is', (action) => {
    expect(kindOf({ action, licencesCount: 'unspecified' })).toBe(kinds[action][0]);
  });
});

describe('the facts that two texts state differently', () => {
  const before: Facts = {
    ...noFacts,
    action: 'new_control',
    goods: ['lanthanum', 'cerium'],
    destinations: ['Japan', 'EU'],
    announcementNo: 'No. 7 of 2031',
    effectiveDate: '2031-04-01',
  };

  it('are none in the same text', () => {
    expect(changedFacts(before, { ...before })).toEqual([]);
  });

  it('are none where a list is in another order, or names a thing twice', () => {
    const after = { ...before, goods: ['cerium', 'lanthanum'], destinations: ['EU', 'Japan', 'EU'] };

    expect(changedFacts(before, after)).toEqual([]);
  });

  it.each([
    ['a date moved', { effectiveDate: '2031-05-01' }, 'effectiveDate', '2031-04-01', '2031-05-01'],
    ['a date added', { expiryDate: '2032-04-01' }, 'expiryDate', null, '2032-04-01'],
    ['a number taken out', { announcementNo: null }, 'announcementNo', 'No. 7 of 2031', null],
    ['a good more', { goods: [...before.goods, 'tin'] }, 'goods', before.goods, [...before.goods, 'tin']],
    ['a good less', { goods: ['cerium'] }, 'goods', before.goods, ['cerium']],
    ['a good for another', { goods: ['cerium', 'tin'] }, 'goods', before.goods, ['cerium', 'tin']],
    ['all destinations gone', { destinations: [] }, 'destinations', before.destinations, []],
    ['a number withheld', { licencesCount: 'unspecified' }, 'licencesCount', null, 'unspecified'],
    ['another action', { action: 'relax' }, 'action', 'new_control', 'relax'],
  ] as const)('show %s', (_, changes, fact, from, to) => {
    expect(changedFacts(before, { ...before, ...changes } as Facts)).toEqual([{ fact, from, to }]);
  });

  it('are told with the order in which each text has them', () => {
    const after = { ...before, goods: ['tin', 'cerium'] };

    expect(changedFacts(before, after)).toEqual([
      { fact: 'goods', from: ['lanthanum', 'cerium'], to: ['tin', 'cerium'] },
    ]);
    expect(before.goods).toEqual(['lanthanum', 'cerium']);
  });

  it('are all told', () => {
    const after: Facts = { ...before, effectiveDate: null, usFirms: 'yes', licenceType: 'general' };

    expect(
      changedFacts(before, after)
        .map(({ fact }) => fact)
        .toSorted(),
    ).toEqual(['effectiveDate', 'licenceType', 'usFirms']);
  });
});
