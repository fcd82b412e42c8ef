import { Readable } from 'node:stream';
import zlib from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { readBody } from '../../src/fetch/body.ts';
import { failureOf } from './support.ts';

const url = 'https://www.ministry.example/list';
const text = '出口许可证管理货物目录 '.repeat(200);
const read = (bytes: Uint8Array, encodings: string, limit = 100_000) =>
  readBody(Readable.from([bytes.subarray(0, 7), bytes.subarray(7)]), { encodings, limit, url });

it.each([
  ['', Buffer.from(text)],
  ['identity', Buffer.from(text)],
  ['gzip', zlib.gzipSync(text)],
  ['X-GZIP', zlib.gzipSync(text)],
  ['deflate', zlib.deflateSync(text)],
  ['deflate', zlib.deflateRawSync(text)],
  ['br', zlib.brotliCompressSync(text)],
  ['zstd', zlib.zstdCompressSync(text)],
  ['gzip, br', zlib.brotliCompressSync(zlib.gzipSync(text))],
])('reads a body in "%s"', async (encodings, bytes) => {
  expect((await read(bytes, encodings)).toString()).toBe(text);
});

it('reads an empty body as empty, compressed or not', async () => {
  expect(await read(Buffer.alloc(0), 'gzip')).toHaveLength(0);
});

describe('more than the limit', () => {
  const zeros = Buffer.alloc(50_000_000);

  it.each([
    ['gzip', zlib.gzipSync(zeros)],
    ['deflate', zlib.deflateSync(zeros)],
    ['br', zlib.brotliCompressSync(zeros, { params: { [zlib.constants.BROTLI_PARAM_QUALITY]: 1 } })],
    ['zstd', zlib.zstdCompressSync(zeros)],
    ['gzip, gzip', zlib.gzipSync(zlib.gzipSync(zeros))],
  ])('is refused out of a small body in %s', async (encodings, bytes) => {
    expect(bytes.length).toBeLessThan(100_000);

    await failureOf(read(bytes, encodings), 'too-large');
  });

  it('is refused as it arrives, and no more is taken', async () => {
    let taken = 0;
    async function* endless() {
      for (;;) {
        taken++;
        yield Buffer.alloc(1000);
      }
    }

    await failureOf(readBody(endless(), { encodings: '', limit: 10_000, url }), 'too-large');

    expect(taken).toBe(11);
  });

  it('begins after the limit', async () => {
    expect(await read(zlib.gzipSync(Buffer.alloc(1000)), 'gzip', 1000)).toHaveLength(1000);
    await failureOf(read(zlib.gzipSync(Buffer.alloc(1001)), 'gzip', 1000), 'too-large');
  });
});

it.each([
  ['what was cut short', 'gzip', zlib.gzipSync(text).subarray(0, -20)],
  ['what is not compressed at all', 'br', Buffer.from(text)],
  ['an encoding that nobody asked for', 'compress', Buffer.from(text)],
  ['an encoding with the name of an object property', 'constructor', Buffer.from(text)],
  ['layer upon layer', 'gzip, gzip, gzip, gzip', Buffer.from(text)],
])('calls %s malformed', async (_, encodings, bytes) => {
  await failureOf(read(bytes, encodings), 'malformed');
});
