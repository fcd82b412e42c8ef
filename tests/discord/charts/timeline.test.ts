import { expect, it } from 'vitest';
import type { Box, Picture, Text } from '../../../src/discord/charts/picture.ts';
import {
  type ChartMonth,
  type ChartNote,
  palette,
  tickStep,
  timelinePicture,
} from '../../../src/discord/charts/timeline.ts';

const month = (counts: Partial<ChartMonth['counts']> = {}, name = 'Jan', year = '2031'): ChartMonth => ({
  name,
  year,
  counts: { decision: 0, measure: 0, statement: 0, ...counts },
});
const note = (of: Partial<ChartNote> = {}): ChartNote => ({
  month: 0,
  tier: 'measure',
  day: '2 Jan 2031',
  ways: ['Varnia: new control'],
  ...of,
});
const chart = (months: ChartMonth[], notes: ChartNote[] = []): Picture =>
  timelinePicture({
    title: 'By month',
    subject: 'all goods',
    months,
    legend: { decision: 'Decisions', measure: 'Measures', statement: 'Statements' },
    notes,
    footer: 'archive since 2 Jan 2031',
  });

const words = ({ shapes }: Picture): string[] =>
  shapes.flatMap((shape) => (shape.kind === 'text' ? [shape.text] : []));
const texts = ({ shapes }: Picture): Text[] => shapes.filter((shape) => shape.kind === 'text');
/** Bars and nothing else: they have sharp corners and the colour of a tier. */
const bars = ({ shapes }: Picture, colour: string): Box[] =>
  shapes.filter(
    (shape): shape is Box =>
      shape.kind === 'box' && shape.colour === colour && !shape.radius && shape.width > 20,
  );

it.each`
  most   | step
  ${0}   | ${1}
  ${1}   | ${1}
  ${4}   | ${1}
  ${5}   | ${2}
  ${8}   | ${2}
  ${9}   | ${5}
  ${20}  | ${5}
  ${21}  | ${10}
  ${40}  | ${10}
  ${83}  | ${50}
  ${999} | ${500}
`('writes every $step where the most is $most', ({ most, step }) => {
  expect(tickStep(most)).toBe(step);
});

it('draws each tier as high as it is many, the weightiest lowest', () => {
  const picture = chart([month({ decision: 1, measure: 2, statement: 4 })]);

  const [decision, measure, statement] = (['decision', 'measure', 'statement'] as const).map(
    (tier) => bars(picture, palette.tiers[tier])[0],
  );

  expect((measure?.height ?? 0) + 1).toBeCloseTo(((decision?.height ?? 0) + 1) * 2);
  expect((statement?.height ?? 0) + 1).toBeCloseTo(((decision?.height ?? 0) + 1) * 4);
  expect(measure?.y).toBeLessThan(decision?.y ?? 0);
  expect(statement?.y).toBeLessThan(measure?.y ?? 0);
  expect(words(picture)).toEqual(expect.arrayContaining(['Decisions 1', 'Measures 2', 'Statements 4']));
});

it('draws one among a thousand so that it is seen', () => {
  const picture = chart([month({ decision: 1 }), month({ statement: 1000 })]);

  expect(bars(picture, palette.tiers.decision)[0]?.height).toBeGreaterThanOrEqual(4);
});

it('puts the number of each note above its month, and the same number before its words', () => {
  const months = [month({ statement: 1 }), month({ measure: 3 })];
  const picture = chart(months, [note({ month: 1 }), note({ month: 1 }), note({ month: 1 })]);

  for (const number of ['1', '2', '3']) {
    const bold = texts(picture).filter(({ text, bold }) => bold && text === number);
    expect(bold).toHaveLength(2);
    expect(bold[0]?.x).toBeGreaterThan(picture.width / 2);
    expect(bold[1]?.y).toBeGreaterThan(bold[0]?.y ?? 0);
  }
});

it.each([
  ['many notes above the highest bar', [month({ measure: 90 })], [note(), note(), note()]],
  ['two years', Array.from({ length: 24 }, (_, at) => month({ statement: at })), [note({ month: 23 })]],
  ['one announcement', [month({ statement: 1 })], []],
])('keeps everything within the picture: %s', (_, months, notes) => {
  const picture = chart(months, notes);

  for (const shape of picture.shapes) {
    const lowest = shape.kind === 'box' ? shape.y + shape.height : shape.y;
    expect(shape.x).toBeGreaterThanOrEqual(0);
    expect(shape.y).toBeGreaterThanOrEqual(40);
    expect(lowest).toBeLessThanOrEqual(picture.height - 20);
    if (shape.kind === 'box') expect(shape.x + shape.width).toBeLessThanOrEqual(picture.width);
    // A phone shows a quarter of it.
    else expect(shape.size).toBeGreaterThanOrEqual(32);
  }
  // No number stands in the heading.
  const numbers = texts(picture).filter(({ bold, colour }) => bold && colour === palette.ink);
  for (const { y } of numbers) expect(y).toBeGreaterThan(220);
});

it('names every month of one year, and every third of two', () => {
  const names = (count: number) =>
    words(chart(Array.from({ length: count }, (_, at) => month({ measure: 1 }, `M${at}`)))).filter((text) =>
      text.startsWith('M'),
    );

  expect(names(12)).toContain('M11');
  expect(names(24)).toEqual(['Measures 24', 'M0', 'M3', 'M6', 'M9', 'M12', 'M15', 'M18', 'M21']);
});

it('names a year once, where it begins', () => {
  const months = [month({}, 'Nov', '2030'), month({}, 'Dec', '2030'), month({ measure: 1 }, 'Jan', '2031')];

  expect(words(chart(months)).filter((text) => text.startsWith('203'))).toEqual(['2030', '2031']);
});
