import { type Tier, tiers } from '../../domain/facts.ts';
import type { Box, Picture, Shape, Text } from './picture.ts';

/** What the picture of a timeline says; its words are in the reader's language. */
export interface TimelineChart {
  title: string;
  subject: string;
  /** The oldest first. */
  months: readonly ChartMonth[];
  legend: Record<Tier, string>;
  /** What is told under the bars, numbered from 1 in this order. */
  notes: readonly ChartNote[];
  footer: string;
}

export interface ChartMonth {
  /** "Jan". */
  name: string;
  /** As it is written: "2031". */
  year: string;
  counts: Record<Tier, number>;
}

export interface ChartNote {
  /** Its place in `months`. */
  month: number;
  tier: Tier;
  day: string;
  /** The ways to say it, the fullest first. */
  ways: readonly [string, ...string[]];
}

/** Of Discord's dark theme; the tiers differ in brightness too, for those who see no difference of colours. */
export const palette = {
  background: '#2b2d31',
  text: '#f2f3f5',
  faint: '#b5bac1',
  grid: '#44474e',
  ink: '#1e1f22',
  tiers: { decision: '#3ecf7a', measure: '#f0b232', statement: '#7d828c' },
} as const satisfies Record<string, string | Record<Tier, string>>;

/** A phone shows 1,200 pixels as some 330 points, so that 32 become 9: nothing is written smaller. */
const width = 1200;
const margin = 40;
const type = { title: 46, subject: 34, small: 32 } as const;
const plot = { left: 104, right: width - margin, top: 240, bottom: 620, leastHeight: 5 } as const;
const pin = { size: 42, step: 47, gap: 8 } as const;
const list = { top: 768, step: 52 } as const;

/** Lays out a timeline: bars by month and tier, numbers above them for what is told below. Pure. */
export function timelinePicture(chart: TimelineChart): Picture {
  const grid = gridOf(chart);
  const end = list.top + chart.notes.length * list.step;
  return {
    width,
    height: end + margin,
    background: palette.background,
    shapes: [
      ...heading(chart),
      ...scaleLines(grid),
      ...chart.months.flatMap((month, at) => bar(month, at, grid)),
      ...pins(chart, grid),
      ...monthNames(chart.months, grid.pitch),
      ...noteLines(chart.notes),
      text(margin, end + 6, chart.footer, { room: width - 2 * margin }),
    ],
  };
}

interface Grid {
  /** Announcements from one line to the next. */
  step: number;
  /** Lines above the lowest. */
  ticks: number;
  /** Pixels for one announcement. */
  scale: number;
  /** Pixels from one month to the next. */
  pitch: number;
}

/** As high as there is room for the bars and the numbers above them. */
function gridOf({ months, notes }: TimelineChart): Grid {
  const height = plot.bottom - plot.top;
  const step = tickStep(Math.max(...months.map(total)));
  const ticks = Math.max(2, ...months.map((month) => Math.ceil(total(month) / step)));
  const scales = months.map((month, at) => {
    const numbers = notes.filter((note) => note.month === at).length;
    return (height - pin.gap - numbers * pin.step) / Math.max(1, total(month));
  });
  const scale = Math.min(height / (ticks * step), ...scales);
  return { step, ticks, scale, pitch: (plot.right - plot.left) / months.length };
}

function total({ counts }: Pick<ChartMonth, 'counts'>): number {
  return tiers.reduce((sum, tier) => sum + counts[tier], 0);
}

/** The smallest of 1, 2, 5, 10, 20, 50 … of which four reach `most`. */
export function tickStep(most: number): number {
  for (let power = 1; ; power *= 10) {
    const step = [1, 2, 5].find((each) => each * power * 4 >= most);
    if (step) return step * power;
  }
}

function heading({ title, subject, legend, months }: TimelineChart): Shape[] {
  const room = width - 2 * margin;
  const third = room / tiers.length;
  const counted = (tier: Tier) => months.reduce((sum, { counts }) => sum + counts[tier], 0);
  return [
    text(margin, 78, title, { size: type.title, bold: true, colour: palette.text, room }),
    text(margin, 130, subject, { size: type.subject, room }),
    ...tiers.flatMap((tier, at): Shape[] => {
      const x = margin + at * third;
      const label = `${legend[tier]} ${counted(tier)}`;
      return [
        box(x, 166, 28, 28, palette.tiers[tier], 6),
        text(x + 42, 192, label, { colour: palette.text, room: third - 52 }),
      ];
    }),
  ];
}

function scaleLines({ step, ticks, scale }: Grid): Shape[] {
  return Array.from({ length: ticks + 1 }, (_, at): Shape[] => {
    const y = plot.bottom - at * step * scale;
    return [
      box(plot.left, y - 1, plot.right - plot.left, 2, at === 0 ? palette.faint : palette.grid),
      text(plot.left - 14, y + 11, String(at * step), { align: 'right' }),
    ];
  }).flat();
}

/** The weightiest tier stands on the line, where heights compare best. */
function bar(month: ChartMonth, at: number, grid: Grid): Shape[] {
  const thickness = Math.min(grid.pitch * 0.72, 76);
  const x = centre(at, grid.pitch) - thickness / 2;
  let y = plot.bottom;
  return tiers.flatMap((tier) => {
    if (month.counts[tier] === 0) return [];
    const height = Math.max(plot.leastHeight, month.counts[tier] * grid.scale);
    y -= height;
    return [box(x, y, thickness, height - 1, palette.tiers[tier])];
  });
}

/** The numbers of the notes, in columns above their bars. */
function pins({ months, notes }: TimelineChart, { pitch, scale }: Grid): Shape[] {
  return months.flatMap((month, at) => {
    const numbers = notes.flatMap((note, index) => (note.month === at ? [{ note, number: index + 1 }] : []));
    const top = plot.bottom - total(month) * scale - pin.gap;
    return numbers.flatMap(({ note, number }, place) =>
      numbered(number, note.tier, centre(at, pitch), top - pin.size / 2 - place * pin.step),
    );
  });
}

function numbered(number: number, tier: Tier, x: number, y: number): Shape[] {
  const half = pin.size / 2;
  return [
    box(x - half - 3, y - half - 3, pin.size + 6, pin.size + 6, palette.background, half + 3),
    box(x - half, y - half, pin.size, pin.size, palette.tiers[tier], tier === 'decision' ? half : 8),
    text(x, y + 11, String(number), { align: 'center', bold: true, colour: palette.ink }),
  ];
}

/** Every month where there is room, else every third; each year where its first month stands. */
function monthNames(months: readonly ChartMonth[], pitch: number): Shape[] {
  const every = pitch >= 84 ? 1 : 3;
  return months.flatMap(({ name, year }, at): Shape[] => {
    const x = centre(at, pitch);
    const begins = year !== months[at - 1]?.year;
    // A year of one month at the end has no room for its number.
    const fits = !begins || months[at + 1]?.year === year || every === 1;
    return [
      ...(at % every === 0 ? [text(x, plot.bottom + 38, name, { align: 'center' })] : []),
      ...(begins && at > 0 ? [box(plot.left + at * pitch - 1, plot.bottom + 50, 2, 34, palette.grid)] : []),
      ...(begins && fits ? [text(plot.left + at * pitch + 8, plot.bottom + 78, year, { bold: true })] : []),
    ];
  });
}

function noteLines(notes: readonly ChartNote[]): Shape[] {
  const dayAt = margin + pin.size + 16;
  const wordsAt = dayAt + Math.max(0, ...notes.map(({ day }) => roughWidth(day))) + 20;
  return notes.flatMap(({ tier, day, ways: [fullest, ...shorter] }, at) => {
    const y = list.top + at * list.step;
    return [
      ...numbered(at + 1, tier, margin + pin.size / 2, y - 11),
      text(dayAt, y, day),
      text(wordsAt, y, fullest, { shorter, colour: palette.text, room: width - margin - wordsAt }),
    ];
  });
}

/** Of a day: a Chinese character is as wide as it is high, a letter or digit a little over half of that. */
function roughWidth(day: string): number {
  return [...day].reduce((sum, each) => sum + (each > '\u2fff' ? 1 : 0.56), 0) * type.small;
}

const centre = (at: number, pitch: number): number => plot.left + (at + 0.5) * pitch;

function box(x: number, y: number, width: number, height: number, colour: string, radius?: number): Box {
  return { kind: 'box', x, y, width, height, colour, ...(radius === undefined ? {} : { radius }) };
}

function text(x: number, y: number, words: string, more: Partial<Text> = {}): Text {
  return { kind: 'text', x, y, text: words, size: type.small, colour: palette.faint, ...more };
}
