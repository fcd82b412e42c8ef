import { expect, it } from 'vitest';
import { PresenceLine, presenceOf, presenceText } from '../../src/discord/presence.ts';
import { DAY, HOUR, MINUTE, SECOND } from '../../src/domain/moment.ts';

const fine = { sources: 8, reading: 8, lastReadAt: 0, blind: [], degraded: false };

it.each`
  since          | text
  ${10 * SECOND} | ${'8 sources · read just now'}
  ${MINUTE}      | ${'8 sources · read 1 min ago'}
  ${59 * MINUTE} | ${'8 sources · read 59 min ago'}
  ${3 * HOUR}    | ${'8 sources · read 3 h ago'}
  ${3 * DAY}     | ${'8 sources · read 3 days ago'}
`('says "$text"', ({ since, text }) => {
  expect(presenceText(fine, since)).toBe(text);
});

it('says so before anything was read', () => {
  expect(presenceText({ ...fine, sources: 1, lastReadAt: null }, 0)).toBe('1 source · first read under way');
});

it('says how many are read where some are not', () => {
  const degraded = { ...fine, reading: 7, degraded: true };
  expect(presenceText(degraded, MINUTE)).toBe('degraded: 7 of 8 sources · read 1 min ago');
});

it('turns yellow when degraded, and red with a name when blind', () => {
  expect(presenceOf(fine, 0).status).toBe('online');
  expect(presenceOf({ ...fine, degraded: true }, 0).status).toBe('idle');
  expect(presenceOf({ ...fine, degraded: true, blind: ['Varnia'] }, 0)).toMatchObject({
    status: 'dnd',
    activities: [{ state: 'blind: Varnia' }],
  });
});

it('is shown when it changes, and again over a new connection', () => {
  const shown: unknown[] = [];
  const line = new PresenceLine((presence) => shown.push(presence));

  for (const now of [0, 0, MINUTE]) line.update(presenceOf(fine, now));
  line.forget();
  line.update(presenceOf(fine, MINUTE));

  expect(shown).toEqual([0, MINUTE, MINUTE].map((now) => presenceOf(fine, now)));
});
