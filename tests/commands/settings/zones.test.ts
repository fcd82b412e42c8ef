import { expect, it } from 'vitest';
import { clockIn, completeZone, zoneCalled } from '../../../commands/settings/zones.ts';

const summer = Date.parse('2031-07-10T12:00:00Z');

it.each([
  ['Beijing', 'Asia/Shanghai'],
  ['beijing ', 'Asia/Shanghai'],
  ['北京', 'Asia/Shanghai'],
  ['PRC', 'Asia/Shanghai'],
  ['asia/shanghai', 'Asia/Shanghai'],
  ['Asia/Chongqing', 'Asia/Shanghai'],
  ['UTC', 'UTC'],
  ['gmt', 'UTC'],
  ['Brussels', 'Europe/Brussels'],
  ['布鲁塞尔', 'Europe/Brussels'],
  ['zurich', 'Europe/Zurich'],
  ['Geneva', 'Europe/Zurich'],
  ['Washington', 'America/New_York'],
  ['New York', 'America/New_York'],
  ['new_york', 'America/New_York'],
  ['Tokyo', 'Asia/Tokyo'],
  ['日本', 'Asia/Tokyo'],
  ['Germany', 'Europe/Berlin'],
  ['São Paulo', 'America/Sao_Paulo'],
  ['New Delhi', 'Asia/Kolkata'],
  ['美国', null],
  ['Atlantis', null],
  ['', null],
])('takes "%s" for %s', (typed, zone) => {
  expect(zoneCalled(typed)).toBe(zone);
});

it.each([
  [
    'bei',
    { name: 'Asia/Shanghai', first: 'Asia/Shanghai · Shanghai, Chongqing, Chengdu, Beijing · UTC+08:00' },
  ],
  ['东京', { name: 'Asia/Tokyo', first: 'Asia/Tokyo · ' }],
  ['', { name: 'UTC', first: 'UTC' }],
  ['brus', { name: 'Europe/Brussels', first: 'Europe/Brussels · Brussels' }],
])('completes "%s", by the clocks of the day', (typed, { name, first }) => {
  const choices = completeZone(typed, summer);

  expect(choices.some(({ value }) => value === name)).toBe(true);
  expect(choices.find(({ value }) => value === name)?.name).toContain(first);
  expect(choices.length).toBeLessThanOrEqual(25);
  for (const choice of choices) expect([...choice.name].length).toBeLessThanOrEqual(100);
});

it('tells the time in a zone', () => {
  expect(clockIn('Asia/Shanghai', summer)).toBe('20:00');
  expect(clockIn('UTC', summer)).toBe('12:00');
});
