import * as canvas from '@napi-rs/canvas';
import { expect, it } from 'vitest';
import { openFont, within } from '../../../src/discord/charts/fonts.ts';
import { fitted, paint } from '../../../src/discord/charts/paint.ts';
import type { Text } from '../../../src/discord/charts/picture.ts';
import { goods } from '../../../src/understand/lexicon/goods.ts';

const families = openFont(canvas.GlobalFonts, '@fontsource-variable/noto-sans-sc');

/** The pixels of one line of text, white on black. */
async function drawn(text: string, more: Partial<Text> = {}): Promise<Buffer> {
  const shape: Text = { kind: 'text', x: 10, y: 70, text, size: 64, colour: '#fff', ...more };
  const png = paint(canvas, families, { width: 84, height: 84, background: '#000', shapes: [shape] });
  const image = await canvas.loadImage(png);
  const context = canvas.createCanvas(84, 84).getContext('2d');
  context.drawImage(image, 0, 0);
  return Buffer.from(context.getImageData(0, 0, 84, 84).data);
}

/** How many pixels are more white than black. */
const ink = (pixels: Buffer): number => pixels.filter((value, at) => at % 4 === 0 && value > 127).length;

/** Of no font: what is drawn for a character that is missing. */
const missing = '\u{10fffd}';

it('draws each rare metal by a glyph of its own, none by the box of a missing one', async () => {
  const box = await drawn(missing);
  const seen = new Map<string, string>([[box.toString('base64'), 'the box']]);

  for (const metal of '钐钆铽镥钪铒铥铕镱碲镓锗镝钇钬') {
    const pixels = await drawn(metal);
    const key = pixels.toString('base64');
    expect(ink(pixels), metal).toBeGreaterThan(200);
    expect(seen.get(key), metal).toBeUndefined();
    seen.set(key, metal);
  }
});

it('has every character of the names of goods but one, in both languages', () => {
  const characters = [...new Set(goods.flatMap(({ name, zh }) => [...name, ...zh]))];
  const without = characters.filter((character) => character !== ' ' && families([character]) === '');

  expect(characters.length).toBeGreaterThan(300);
  // Of gamma-butyrolactone: the package leaves Greek out, and a font of the system stands in.
  expect(without).toEqual(['γ']);
});

it('draws bold letters with more ink', async () => {
  expect(ink(await drawn('铽', { bold: true }))).toBeGreaterThan(ink(await drawn('铽')) * 1.2);
});

it('names the Latin letters first, and only what a text needs', () => {
  expect(families(['Sm'])).toBe('"noto-sans-sc-latin"');
  expect(families(['Sm 钐'])).toMatch(/^"noto-sans-sc-latin", "noto-sans-sc-\d+"$/);
});

it.each`
  written                 | character | has
  ${'U+4e00-4e0b,U+4f0d'} | ${'一'}   | ${true}
  ${'U+4e00-4e0b,U+4f0d'} | ${'伍'}   | ${true}
  ${'U+4e00-4e0b,U+4f0d'} | ${'伎'}   | ${false}
  ${'U+1f300,U+10fffd'}   | ${'🌀'}   | ${true}
`('reads $written, which has $character: $has', ({ written, character, has }) => {
  expect(within(written)(character.codePointAt(0))).toBe(has);
});

it.each`
  ways                                                   | room  | shown
  ${['gallium, germanium']}                              | ${18} | ${'gallium, germanium'}
  ${['gallium, germanium', 'gallium and 1 more', 'two']} | ${5}  | ${'two'}
  ${['gallium', 'germanium']}                            | ${5}  | ${'germ…'}
  ${['钐钆铽镥']}                                        | ${3}  | ${'钐钆…'}
  ${['No. 7, gallium']}                                  | ${7}  | ${'No. 7,…'}
  ${['gallium']}                                         | ${0}  | ${'…'}
`('says $ways in $room as $shown', ({ ways, room, shown }) => {
  expect(fitted(ways, room, (text) => [...text].length)).toBe(shown);
});
