import { readFileSync } from 'node:fs';
import { loadImage } from '@napi-rs/canvas';
import { expect, it, onTestFinished, vi } from 'vitest';
import { createDrawer, type DrawerOptions } from '../../../src/discord/charts/drawer.ts';
import type { Picture } from '../../../src/discord/charts/picture.ts';
import { silentLog } from '../../../src/ops/log.ts';

/** A drawer for the length of one test, and what it logged. */
function openDrawer(options: DrawerOptions = {}) {
  const [warn, error] = [vi.fn(), vi.fn()];
  const drawer = createDrawer({ ...silentLog, warn, error } as never, { deadline: 30_000, ...options });
  onTestFinished(() => drawer.close());
  return { ...drawer, warn, error };
}

const picture: Picture = {
  width: 300,
  height: 120,
  background: '#2b2d31',
  shapes: [
    { kind: 'box', x: 10, y: 10, width: 40, height: 40, colour: '#3ecf7a', radius: 8 },
    { kind: 'text', x: 60, y: 50, text: '钐 Sm', size: 40, colour: '#fff' },
  ],
};
/** A mistake of ours. */
const impossible: Picture = { ...picture, shapes: null as never };

const childrenOf = (pid: number): string => readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').trim();

it('draws a PNG of the size asked for', async () => {
  const png = await openDrawer().draw(picture);
  const image = await loadImage(Buffer.from(png ?? []));

  expect([image.width, image.height]).toEqual([300, 120]);
  expect(png?.length).toBeGreaterThan(500);
});

it('draws one after the other, by one process', async () => {
  const { draw } = openDrawer();
  const pending = Promise.all([draw(picture), draw({ ...picture, width: 400 }), draw(picture)]);
  await vi.waitFor(() => expect(childrenOf(process.pid)).not.toBe(''));
  const during = childrenOf(process.pid).split(' ');
  const [one, wider, again] = await pending;

  expect(during).toHaveLength(1);
  expect(one).toEqual(again);
  expect((await loadImage(Buffer.from(wider ?? []))).width).toBe(400);
});

it.each([
  ['canvas', { canvas: 'no-such-canvas' }],
  ['font', { font: '@no-such/font' }],
])('draws nothing where the %s is not installed, and says so once', async (_, options) => {
  const { draw, warn, error } = openDrawer(options);

  expect(await draw(picture)).toBeNull();
  expect(await draw(picture)).toBeNull();
  expect(warn).toHaveBeenCalledOnce();
  expect(warn.mock.calls[0]?.[0].reason).toContain('no-such');
  expect(error).not.toHaveBeenCalled();
});

it('logs what cannot be drawn, and draws the next', async () => {
  const { draw, error } = openDrawer();

  expect(await draw(impossible)).toBeNull();
  expect(error).toHaveBeenCalledOnce();
  expect(await draw(picture)).not.toBeNull();
});

it('gives up what takes too long, and the process with it', async () => {
  const shapes = Array.from({ length: 200_000 }, () => picture.shapes).flat();
  const { draw, error } = openDrawer({ deadline: 2_000 });

  expect(await draw({ ...picture, width: 4000, height: 4000, shapes })).toBeNull();
  expect(error).toHaveBeenCalledOnce();
  await vi.waitFor(() => expect(childrenOf(process.pid)).toBe(''), { timeout: 10_000 });
});

it('ends the process when none has come for a while, and starts another', async () => {
  const { draw } = openDrawer({ idle: 1 });

  expect(await draw(picture)).not.toBeNull();
  await vi.waitFor(() => expect(childrenOf(process.pid)).toBe(''), { timeout: 10_000 });
  expect(await draw(picture)).not.toBeNull();
});

it('draws nothing after it was closed', async () => {
  const { draw, close, error } = openDrawer();
  const pending = draw(picture);

  await close();

  expect(await pending).toBeNull();
  expect(await draw(picture)).toBeNull();
  expect(error).not.toHaveBeenCalled();
});
