import { describe, expect, test } from 'vitest';
import { judge } from '../../src/understand/classify.ts';
import { counts } from './texts/counts.ts';
import { dated } from './texts/dates.ts';
import { destinations } from './texts/destinations.ts';
import { namedGoods } from './texts/goods.ts';
import { counted } from './texts/granted.ts';
import { inChinese } from './texts/in-chinese.ts';
import { inEnglish } from './texts/in-english.ts';
import { otherLanguages } from './texts/languages.ts';
import { apart, inPassing, inPassingSilent } from './texts/likely.ts';
import { numbered } from './texts/notice-numbers.ts';
import { silent } from './texts/silent.ts';
import type { Told } from './texts/told.ts';
import { american } from './texts/us-firms.ts';

function understood([, title, text, facts = {}, country = 'CN']: Told) {
  const { parts, reasons } = judge({ title, text, publishedOn: '2027-03-18', country });
  const [lead] = parts;
  const stated = Object.keys(facts).map((fact) => [fact, sorted(lead?.facts[fact as keyof typeof facts])]);
  return {
    action: lead?.facts.action ?? null,
    facts: Object.fromEntries(stated),
    why: reasons.map(({ rule }) => rule),
  };
}

function sorted(value: unknown): unknown {
  return Array.isArray(value) ? value.toSorted() : value;
}

const actionsOf = ([action]: Told) => (Array.isArray(action) ? action : [action]);
const factsOf = ([, , , facts = {}]: Told) =>
  Object.fromEntries(Object.entries(facts).map(([fact, value]) => [fact, sorted(value)]));
const named = (texts: Told[]) => texts.map((told) => ({ told, name: `${told[1]}: ${told[2]}` }));

describe.each([
  ['Chinese texts', inChinese],
  ['English texts', inEnglish],
  ['numbers near and far from licences', counts],
  ['the goods that were decided about', namedGoods],
  ['what is said in passing', inPassing],
  ['facts that stand apart', apart],
])('%s', (_, texts) => {
  test.each(named(texts))('$name', ({ told }) => {
    const { action, facts, why } = understood(told);
    expect(actionsOf(told), why.join()).toContain(action);
    expect(facts).toEqual(factsOf(told));
  });
});

describe.each([
  ['who receives', destinations],
  ['licences that were granted', counted],
  ['the number of the notice', numbered],
  ['when it begins and ends', dated],
  ['firms of the United States', american],
])('%s', (_, texts) => {
  test.each(texts.map((stating) => ({ stating, name: stating.slice(0, 2).join(': ') })))(
    '$name',
    ({ stating: [title, text, facts, country] }) => {
      const told: Told = country ? [null, title, text, facts, country] : [null, title, text, facts];
      expect(understood(told).facts).toEqual(factsOf(told));
    },
  );
});

describe('texts about something else', () => {
  test.each(named([...silent, ...inPassingSilent]))('$name', ({ told }) => {
    const { action, why } = understood(told);
    expect(action, why.join()).toBeNull();
  });
});

describe('texts in a language that is only caught', () => {
  test.each(named(otherLanguages))('$name', ({ told }) => {
    expect(understood(told).action).not.toBeNull();
  });
});
