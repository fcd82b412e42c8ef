import { expect, it } from 'vitest';
import { renderTerminal } from '../../../src/discord/render/terminal.ts';
import { approval, bodies, context, message, quoted } from './views.ts';

const plain = { colour: false, links: false };

it('prints what a channel would see, addresses written out', () => {
  expect(renderTerminal(message(bodies.story, { language: 'en' }), context, plain).split('\n')).toEqual([
    'LICENCES GRANTED · gallium · 2nd report since 14 January 2027',
    'China says gallium export licences approved: "a number"; US firms: not stated',
    '  Stated  applications approved: "a number" (若干) · goods: gallium',
    '  Not stated  how many licences · which companies · which countries (US, EU, Japan …) · since when · kind of licence',
    "  In the ministry's words",
    '    《例行发布会实录（3月4日）》',
    '    「近日已批准若干镓产品的出口申请」',
    '    Our gloss: 若干 = a number; 已批准 = has approved',
    '  When',
    '    Published 2027-03-04 08:05 UTC · seen 3 min later',
    '  Ministry briefing · Chinese text is the basis',
    `  Official text: https://ministry.example/zh/brief-0304.html#:~:text=${encodeURIComponent('近日已批准若干镓')}`,
  ]);
});

it('says of an edit what is new', () => {
  expect(renderTerminal(message(bodies.update, { language: 'en' }), context, plain).split('\n')).toEqual([
    'edited: end date: (18 March 2028) → 8 March 2028; also English page: https://ministry.example/en/2027-12.html',
    '  [Corrected] China suspends some graphite and drone export controls until 8 Mar 2028 (No. 12 of 2027)',
  ]);
});

it('writes hyperlinks where the terminal knows them', () => {
  const printed = renderTerminal(message(bodies.update), context, { colour: false, links: true });

  expect(printed).toContain(
    '\u001B]8;;https://ministry.example/en/2027-12.html\u001B\\English page\u001B]8;;\u001B\\',
  );
});

it('colours only where colours are wanted', () => {
  const printed = renderTerminal(message(bodies.story), context, { colour: true, links: false });

  expect(printed).toContain('\u001B[32m');
  expect(renderTerminal(message(bodies.story), context, plain)).not.toContain('\u001B');
});

it('prints no control character of a page', () => {
  const evidence = { action: quoted('granted\u001B]0;owned\u0007\u009B2J \u202Eback\r\nnext') };
  const printed = renderTerminal(message({ kind: 'story', view: { ...approval, evidence } }), context, plain);

  expect(printed).toContain('「granted]0;owned2J back next」');
  expect(printed.replaceAll('\n', '')).not.toMatch(/\p{Cc}|\p{Cf}/u);
});
