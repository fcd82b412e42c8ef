import { describe, expect, it } from 'vitest';
import { wants } from '../../src/domain/subscription.ts';
import { noFacts } from '../fakes/archive.ts';

const everything = { authorities: [], tiers: [], goods: [] };
const story = (goods: string[]) => ({
  authorityId: 'vn-trade',
  tier: 'decision' as const,
  facts: { ...noFacts, goods },
});

describe('a Subscription', () => {
  it.each([
    ['without a filter wants everything', {}, ['tungsten'], true],
    ['without a filter wants what names no goods', {}, [], true],
    ['wants its authority', { authorities: ['vn-mines', 'vn-trade'] }, ['tungsten'], true],
    ['does not want another authority', { authorities: ['vn-mines'] }, ['tungsten'], false],
    ['wants its tiers', { tiers: ['measure', 'decision'] }, ['tungsten'], true],
    ['does not want another tier', { tiers: ['statement'] }, ['tungsten'], false],
    ['wants one of its goods among others', { goods: ['tin', 'tungsten'] }, ['gallium', 'tungsten'], true],
    ['does not want other goods', { goods: ['tin'] }, ['gallium', 'tungsten'], false],
    ['for some goods does not want what names none', { goods: ['tin'] }, [], false],
    [
      'wants what passes all of its filters',
      { authorities: ['vn-trade'], tiers: ['decision'], goods: ['tungsten'] },
      ['tungsten'],
      true,
    ],
    [
      'does not want what passes all but one',
      { authorities: ['vn-trade'], tiers: ['measure'], goods: ['tungsten'] },
      ['tungsten'],
      false,
    ],
  ] as const)('%s', (_, filter, goods, wanted) => {
    const subscription = {
      ...everything,
      ...Object.fromEntries(Object.entries(filter).map(([name, values]) => [name, [...values]])),
    };

    expect(wants(subscription, story([...goods]))).toBe(wanted);
  });
});
