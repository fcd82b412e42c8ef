import { expect, it } from 'vitest';
import { hostRulesOf } from '../../src/fetch/hosts.ts';

const url = 'https://www.ministry.example/list';

it('has no rules for hosts whose Sources name none', () => {
  expect(hostRulesOf([{ url }])).toEqual(new Map());
});

it('takes the slower of two Sources on one host, both authorities, and the first proxy', () => {
  const rules = hostRulesOf([
    { url, politeness: { gap: 5000, atOnce: 2 }, ca: 'A' },
    { url: 'https://trade.example:8443/', proxy: 'http://proxy.example' },
    { url, politeness: { gap: 2000, atOnce: 1 }, ca: 'B', proxy: 'http://first.example' },
    { url, ca: 'A', proxy: 'http://second.example' },
  ]);

  expect(Object.fromEntries(rules)).toEqual({
    'www.ministry.example': { gap: 5000, atOnce: 1, ca: 'A\nB', proxy: 'http://first.example' },
    'trade.example:8443': { proxy: 'http://proxy.example' },
  });
});
