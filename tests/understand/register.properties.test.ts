import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { relationKinds } from '../../src/domain/details.ts';
import { type Action, actions } from '../../src/domain/facts.ts';
import type { Notice } from '../../src/domain/measure.ts';
import { registerOf, unresolvedReferences } from '../../src/understand/register/register.ts';
import { remindersOf } from '../../src/understand/register/reminders.ts';
import { statusOn } from '../../src/understand/register/status.ts';
import { statusText } from '../../src/understand/register/status-text.ts';
import { notice } from './register.samples.ts';

const day = fc
  .date({ min: new Date('2031-01-01'), max: new Date('2033-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));
const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: null });
const numbers = [1, 2, 3, 4, 5, 6, 7];
const relation = fc
  .tuple(
    fc.constantFrom(...relationKinds),
    fc.constantFrom(...numbers),
    fc.constantFrom('', '', ' §1', ' §1(3)', ' §2'),
  )
  .map(([kind, number, section]) => `${kind} No. ${number} of 2031${section}`);
const stated = fc.record({
  publishedOn: day,
  action: fc.oneof(fc.constantFrom<Action>('new_control', 'suspend_control'), fc.constantFrom(...actions)),
  effectiveDate: maybe(day),
  expiryDate: maybe(day),
  relations: fc.array(relation, { maxLength: 3 }),
});

/** Up to seven notices that name one another in any way, sensible or not. */
const notices: fc.Arbitrary<Notice[]> = fc
  .tuple(fc.subarray(numbers, { minLength: 1 }), fc.array(stated, { minLength: 7, maxLength: 7 }))
  .map(([chosen, texts]) =>
    chosen.flatMap((number, index) => {
      const text = texts[index];
      if (!text) return [];
      const { publishedOn, relations, ...facts } = text;
      return [notice(`${number}/2031`, publishedOn, { facts: { ...facts, goods: ['drones'] }, relations })];
    }),
  );

const runs = { numRuns: 500 };

describe('whatever the notices say of one another', () => {
  test('the order of arrival plays no part', () => {
    fc.assert(
      fc.property(
        notices.chain((all) =>
          fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length })),
        ),
        ([all, shuffled]) => {
          expect(registerOf(shuffled)).toEqual(registerOf(all));
          expect(unresolvedReferences(shuffled)).toEqual(unresolvedReferences(all));
        },
      ),
      runs,
    );
  });

  test('every measure has a state on every day, and words for it', () => {
    fc.assert(
      fc.property(notices, day, day, (all, on, lastReadOn) => {
        for (const measure of registerOf(all)) {
          const { whole, sections } = statusOn(measure, on, lastReadOn);
          for (const state of [whole, ...sections.map(({ state }) => state)]) {
            for (const text of [statusText(state, 'en'), statusText(state, 'zh')]) {
              expect(text).not.toMatch(/undefined|null|NaN|\[object/);
              expect(text.length).toBeGreaterThan(8);
            }
          }
        }
      }),
      runs,
    );
  });

  test('one more extension shortens no suspension', () => {
    fc.assert(
      fc.property(notices, stated, fc.constantFrom(...numbers), day, (all, text, extended, on) => {
        const extension = notice('99/2031', text.publishedOn, {
          facts: { ...text, action: 'extend_suspension' },
          relations: [`extends No. ${extended} of 2031`],
        });
        const held = (among: Notice[]) =>
          registerOf(among)
            .filter((measure) => ['suspended', 'confirmed'].includes(stateIn(measure, on)))
            .map(({ notice }) => notice.announcementNo);

        expect(held([...all, extension])).toEqual(expect.arrayContaining(held(all)));
      }),
      runs,
    );
  });

  test('a notice that arrives resolves the references to it, and no others', () => {
    fc.assert(
      fc.property(notices, ([newcomer, ...others]) => {
        if (!newcomer) return;
        const [before, after] = [unresolvedReferences(others), unresolvedReferences([newcomer, ...others])];
        const open = (references: typeof before) =>
          references.filter(({ by }) => by.announcementNo !== newcomer.announcementNo);

        expect(open(after)).toEqual(before.filter(({ notice }) => notice !== newcomer.announcementNo));
      }),
      runs,
    );
  });

  test('reminders lie ahead, in order, and name each end of a notice once an occasion', () => {
    fc.assert(
      fc.property(notices, day, (all, today) => {
        const reminders = remindersOf(registerOf(all), today);
        const keys = reminders.map(({ by, statedEnd, occasion }) =>
          [by.announcementNo, statedEnd, occasion].join(),
        );

        expect(reminders.every(({ on, statedEnd }) => on >= today && on <= statedEnd)).toBe(true);
        expect(reminders.map(({ on }) => on)).toEqual(reminders.map(({ on }) => on).toSorted());
        expect(new Set(keys).size).toBe(keys.length);
      }),
      runs,
    );
  });
});

function stateIn(measure: ReturnType<typeof registerOf>[number], on: string): string {
  return statusOn(measure, on, on).whole.state;
}
