import type { SKRSContext2D } from '@napi-rs/canvas';
import type { Families } from './fonts.ts';
import type { Box, Picture, Text } from './picture.ts';

/** What of a canvas library is used. */
export type Canvas = Pick<typeof import('@napi-rs/canvas'), 'createCanvas' | 'GlobalFonts'>;

/** Draws a picture. @returns a PNG. */
export function paint({ createCanvas }: Canvas, families: Families, picture: Picture): Buffer {
  const canvas = createCanvas(picture.width, picture.height);
  const context = canvas.getContext('2d');
  const texts = picture.shapes.flatMap((shape) => (shape.kind === 'text' ? waysOf(shape) : []));
  const family = families([...texts, '…']);
  context.fillStyle = picture.background;
  context.fillRect(0, 0, picture.width, picture.height);
  for (const shape of picture.shapes) {
    context.fillStyle = shape.colour;
    if (shape.kind === 'box') fillBox(context, shape);
    else fillText(context, shape, family);
  }
  return canvas.toBuffer('image/png');
}

function fillBox(context: SKRSContext2D, { x, y, width, height, radius = 0 }: Box): void {
  context.beginPath();
  context.roundRect(x, y, width, height, radius);
  context.fill();
}

function fillText(context: SKRSContext2D, shape: Text, family: string): void {
  const { x, y, size, bold = false, align = 'left', room = Number.POSITIVE_INFINITY } = shape;
  const weight = bold ? 700 : 400;
  // The font is a variable one: without its axis being set, every weight is drawn as the thinnest.
  context.fontVariationSettings = `"wght" ${weight}`;
  context.font = `${weight} ${size}px ${family}`;
  context.textAlign = align;
  context.fillText(
    fitted(waysOf(shape), room, (words) => context.measureText(words).width),
    x,
    y,
  );
}

const waysOf = ({ text, shorter = [] }: Text): readonly string[] => [text, ...shorter];

/** The first of some texts that is no wider than `room`; else the longest beginning of the last, with an ellipsis. */
export function fitted(ways: readonly string[], room: number, widthOf: (text: string) => number): string {
  const whole = ways.find((way) => widthOf(way) <= room);
  if (whole !== undefined) return whole;
  const characters = [...(ways.at(-1) ?? '')];
  const cut = (length: number) => `${characters.slice(0, length).join('').trimEnd()}…`;
  let [fits, tooLong] = [0, characters.length];
  while (tooLong - fits > 1) {
    const middle = (fits + tooLong) >> 1;
    if (widthOf(cut(middle)) <= room) fits = middle;
    else tooLong = middle;
  }
  return cut(fits);
}
