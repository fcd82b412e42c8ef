import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { actions, kinds, tiers } from '../../src/domain/facts.ts';
import { type Filter, filterNames, noFilter, type Subject } from '../../src/domain/filter.ts';
import { reliesOn, wants } from '../../src/domain/subscription.ts';
import { noFacts } from '../fakes/archive.ts';

const everything = { ...noFilter, pausedAt: null };
const approval: Subject = {
  authority: { id: 'vn-trade', country: 'VN' },
  kind: 'batch',
  tier: 'decision',
  facts: { ...noFacts, action: 'approve', goods: ['gallium', 'tungsten'], destinations: ['Japan', 'EU'] },
  pages: [
    { sourceId: 'vn-trade-gazette', language: 'en' },
    { sourceId: 'vn-trade-briefing', language: 'zh-TW' },
  ],
  says: (words) => ['tungsten', '钨'].includes(words),
};
const silent: Subject = {
  ...approval,
  facts: { ...noFacts, action: 'approve' },
  pages: [],
  says: () => false,
};

describe('a Subscription', () => {
  it.each<[string, Partial<Filter>, Subject, boolean]>([
    ['without a filter wants everything', {}, approval, true],
    ['without a filter wants what states nothing', {}, silent, true],
    ['wants its authority', { authorities: ['vn-mines', 'vn-trade'] }, approval, true],
    ['does not want another authority', { authorities: ['vn-mines'] }, approval, false],
    ['wants the authorities of its country', { authorities: ['JP', 'VN'] }, approval, true],
    ['does not want those of another country', { authorities: ['JP'] }, approval, false],
    ['wants its tiers', { tiers: ['measure', 'decision'] }, approval, true],
    ['does not want another tier', { tiers: ['statement'] }, approval, false],
    ['wants its kinds', { kinds: ['measure', 'batch'] }, approval, true],
    ['does not want another kind', { kinds: ['measure'] }, approval, false],
    ['wants its actions', { actions: ['resume', 'approve'] }, approval, true],
    ['does not want another action', { actions: ['resume'] }, approval, false],
    ['wants one of its goods among others', { goods: ['tin', 'tungsten'] }, approval, true],
    ['does not want other goods', { goods: ['tin'] }, approval, false],
    ['for some goods does not want what names none', { goods: ['tin'] }, silent, false],
    ['wants one of its destinations among others', { destinations: ['India', 'EU'] }, approval, true],
    ['does not want other destinations', { destinations: ['India'] }, approval, false],
    ['for some destinations does not want what names none', { destinations: ['EU'] }, silent, false],
    ['wants what one of its sources shows', { sources: ['vn-trade-briefing'] }, approval, true],
    ['does not want what only others show', { sources: ['vn-mines-news'] }, approval, false],
    ['wants what was published in its language', { sourceLanguages: ['ja', 'en'] }, approval, true],
    ['takes both scripts for Chinese', { sourceLanguages: ['zh'] }, approval, true],
    ['does not want other languages', { sourceLanguages: ['ja', 'z'] }, approval, false],
    ['wants what says one of its words', { words: ['tin', '钨'] }, approval, true],
    ['does not want what says none of them', { words: ['tin'] }, approval, false],
    ['wants what passes all of its filters', { authorities: ['VN'], words: ['钨'] }, approval, true],
    ['does not want what passes all but one', { authorities: ['VN'], words: ['tin'] }, approval, false],
  ])('%s', (_, filter, subject, wanted) => {
    expect(wants({ ...everything, ...filter }, subject)).toBe(wanted);
  });

  const some = <Value>(...values: Value[]) => fc.subarray(values);
  const filters: fc.Arbitrary<Filter> = fc.record({
    authorities: some('vn-trade', 'vn-mines', 'VN', 'JP'),
    tiers: some(...tiers),
    kinds: some(...kinds),
    actions: some(...actions),
    goods: some('gallium', 'tin'),
    destinations: some('Japan', 'India'),
    sources: some('vn-trade-gazette', 'vn-mines-news'),
    sourceLanguages: some('en', 'zh', 'ja'),
    words: some('tungsten', 'tin'),
  });

  it('never lets more through with one more filter', () => {
    fc.assert(
      fc.property(filters, fc.constantFrom(...filterNames), (all, name) => {
        const without = { ...all, [name]: [] };
        for (const subject of [approval, silent])
          if (wants({ ...all, pausedAt: null }, subject))
            expect(wants({ ...without, pausedAt: null }, subject)).toBe(true);
      }),
    );
  });

  it('never lets less through with one more entry in a filter that is set', () => {
    fc.assert(
      fc.property(filters, filters, fc.constantFrom(...filterNames), (all, other, name) => {
        fc.pre(all[name].length > 0);
        const wider = { ...all, [name]: [...all[name], ...other[name]] };
        for (const subject of [approval, silent])
          if (wants({ ...all, pausedAt: null }, subject))
            expect(wants({ ...wider, pausedAt: null }, subject)).toBe(true);
      }),
    );
  });

  it('wants nothing while it is paused', () => {
    fc.assert(
      fc.property(filters, fc.constantFrom(approval, silent), fc.nat(), (filter, subject, pausedAt) => {
        expect(wants({ ...filter, pausedAt }, subject)).toBe(false);
      }),
    );
  });
});

describe('whether a Subscription relies on an authority', () => {
  const authorityOf = (source: string) => ({ 'vn-gazette': 'vn-trade', 'vn-news': 'vn-mines' })[source];

  it.each<[string, Parameters<typeof reliesOn>[0], boolean]>([
    ['without a filter', everything, true],
    ['by its id', { ...everything, authorities: ['vn-trade'] }, true],
    ['by its country', { ...everything, authorities: ['VN'] }, true],
    ['not for another', { ...everything, authorities: ['vn-mines', 'JP'] }, false],
    ['by one of its sources', { ...everything, sources: ['vn-news', 'vn-gazette'] }, true],
    ["not by another's source", { ...everything, sources: ['vn-news'] }, false],
    ['not while it is paused', { ...everything, pausedAt: 0 }, false],
  ])('%s', (_, subscription, relies) => {
    expect(reliesOn(subscription, { id: 'vn-trade', country: 'VN' }, authorityOf)).toBe(relies);
  });
});
