import { promisify } from 'node:util';
import zlib from 'node:zlib';
import { ReadFailure } from '../domain/failure.ts';

type Decompress = (bytes: Buffer, options: { maxOutputLength: number }) => Promise<Buffer>;

const inflateZlib: Decompress = promisify(zlib.inflate);
const inflateRaw: Decompress = promisify(zlib.inflateRaw);
const gunzip: Decompress = promisify(zlib.gunzip);

/** What `Content-Encoding` may name. */
const decompressors: Record<string, Decompress> = {
  gzip: gunzip,
  'x-gzip': gunzip,
  // RFC 9110 means zlib's format; some servers send the bare stream. Zlib's begins with method 8.
  deflate: (bytes, options) => (((bytes[0] ?? 0) & 0x0f) === 8 ? inflateZlib : inflateRaw)(bytes, options),
  br: promisify(zlib.brotliDecompress),
  zstd: promisify(zlib.zstdDecompress),
};

/** For the request's header of that name. */
export const acceptEncoding = 'gzip, deflate, br, zstd';

/** More layers than any honest server puts on. */
const maxLayers = 3;

/**
 * The bytes of an answer, decompressed. Both as they arrive and as they come out they are at most `limit`,
 * and reading stops as soon as they are more.
 * @param encodings - the answer's `Content-Encoding`; '' for none.
 * @throws {ReadFailure} 'too-large', or 'malformed' where they do not decompress, cut short included.
 */
export async function readBody(
  body: AsyncIterable<Uint8Array>,
  { encodings, limit, url }: { encodings: string; limit: number; url: string },
): Promise<Buffer> {
  const layers = encodings
    .toLowerCase()
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '' && name !== 'identity');
  if (layers.length > maxLayers)
    throw new ReadFailure('malformed', `${url} is compressed ${layers.length} times`);

  let bytes = await collect(body, limit, url);
  for (const layer of layers.reverse()) bytes = await decompress(bytes, layer, limit, url);
  return bytes;
}

async function collect(body: AsyncIterable<Uint8Array>, limit: number, url: string): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of body) {
    size += chunk.length;
    if (size > limit) throw tooLarge(url, limit);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

async function decompress(bytes: Buffer, layer: string, limit: number, url: string): Promise<Buffer> {
  const decompressor = Object.hasOwn(decompressors, layer) ? decompressors[layer] : undefined;
  if (!decompressor)
    throw new ReadFailure('malformed', `${url} is compressed as "${layer}", which nobody asked for`);
  // A body without bytes is not compressed, whatever its header says.
  if (bytes.length === 0) return bytes;

  try {
    return await decompressor(bytes, { maxOutputLength: limit });
  } catch (cause) {
    if (cause instanceof Error && 'code' in cause && cause.code === 'ERR_BUFFER_TOO_LARGE') {
      throw tooLarge(url, limit, cause);
    }
    throw new ReadFailure('malformed', `${url} does not decompress as ${layer}`, { cause });
  }
}

function tooLarge(url: string, limit: number, cause?: unknown): ReadFailure {
  return new ReadFailure('too-large', `${url} is larger than ${limit} bytes`, { cause });
}
