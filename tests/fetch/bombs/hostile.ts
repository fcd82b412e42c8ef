import { createServer, type Socket } from 'node:net';
import zlib from 'node:zlib';
import type { Order } from './victim.ts';

/** Something a hostile site may answer. */
export interface Attack {
  name: string;
  as: Order['as'];
  /** What it is called in the end. */
  ends: string;
  strike(socket: Socket): void;
}

const head = (headers: string, status = '200 OK') => `HTTP/1.1 ${status}\r\n${headers}\r\n\r\n`;

/** A whole answer of this body. */
function body(content: string | Buffer, headers = 'content-type: text/html'): Attack['strike'] {
  const bytes = Buffer.from(content);
  return (socket) => {
    socket.write(head(`${headers}\r\ncontent-length: ${bytes.length}\r\nconnection: close`));
    socket.end(bytes);
  };
}

/** As much of `piece` as is taken, after `start`. */
function endless(start: string, piece: string): Attack['strike'] {
  const chunk = piece.repeat(Math.max(1, Math.floor(65_536 / piece.length)));
  return (socket) => {
    const pour = () => {
      while (!socket.destroyed && socket.write(chunk));
    };
    socket.write(start);
    socket.on('drain', pour);
    pour();
  };
}

/** A piece every few milliseconds, for ever. */
function drip(start: string, piece: string): Attack['strike'] {
  return (socket) => {
    socket.write(start);
    const timer = setInterval(() => socket.write(piece), 5);
    socket.on('close', () => clearInterval(timer));
  };
}

const zeros = Buffer.alloc(200_000_000);
const gzip = zlib.gzipSync(zeros);
const packed = (encoding: string, bytes: Buffer): Attack['strike'] =>
  body(bytes, `content-type: text/html\r\ncontent-encoding: ${encoding}`);
const zstd = zlib.zstdCompressSync(zeros, { params: { [zlib.constants.ZSTD_c_windowLog]: 27 } });
const wide = {
  params: { [zlib.constants.BROTLI_PARAM_QUALITY]: 1, [zlib.constants.BROTLI_PARAM_LGWIN]: 24 },
};
const members = Buffer.concat(Array.from({ length: 20_000 }, () => zlib.gzipSync(Buffer.alloc(1000))));

const attack =
  (as: Attack['as']) =>
  (name: string, ends: string, strike: Attack['strike']): Attack => ({
    name,
    as,
    ends,
    strike,
  });
const page = attack('page');
const chunked = head('content-type: text/html\r\ntransfer-encoding: chunked');

const compressed: Attack[] = [
  page('200 MB in gzip', 'too-large', packed('gzip', gzip)),
  page('200 MB in gzip in gzip', 'too-large', packed('gzip, gzip', zlib.gzipSync(gzip))),
  page(
    '200 MB in gzip in gzip in gzip',
    'too-large',
    packed('gzip, gzip, gzip', zlib.gzipSync(zlib.gzipSync(gzip))),
  ),
  page(
    'gzip in br in zstd',
    'too-large',
    packed('gzip, br, zstd', zlib.zstdCompressSync(zlib.brotliCompressSync(gzip, wide))),
  ),
  page('200 MB in deflate', 'too-large', packed('deflate', zlib.deflateSync(zeros))),
  page('200 MB in br', 'too-large', packed('br', zlib.brotliCompressSync(zeros, wide))),
  page('200 MB in zstd with the widest window', 'too-large', packed('zstd', zstd)),
  page('200 MB in zstd', 'too-large', packed('zstd', zlib.zstdCompressSync(zeros))),
  page('twenty thousand gzips, one after the other', 'too-large', packed('gzip', members)),
  page('a gzip that was cut short', 'malformed', packed('gzip', gzip.subarray(0, 500))),
  page('forty encodings', 'malformed', packed(Array(40).fill('gzip').join(','), gzip)),
];

const streams: Attack[] = [
  page('no answer', 'timeout', drip('', '')),
  page('headers in drips', 'timeout', drip('HTTP/1.1 200 OK\r\n', 'a: b\r\n')),
  page('a body in drips', 'timeout', drip(chunked, '1\r\nx\r\n')),
  page('headers without end', 'malformed', endless('HTTP/1.1 200 OK\r\n', `a: ${'b'.repeat(500)}\r\n`)),
  page('one header without end', 'malformed', endless('HTTP/1.1 200 OK\r\na: ', 'b')),
  page('ten thousand headers', 'malformed', (socket) => socket.write(head('a: b\r\n'.repeat(10_000)))),
  page('a status line without end', 'too-large', endless('HTTP/1.1 200 ', 'O')),
  page('a body without end', 'too-large', endless(head('content-type: text/html'), '<p>more</p>')),
  page('chunks without end', 'too-large', endless(chunked, '5\r\n<p>x \r\n')),
  page('chunks that are none', 'malformed', endless(chunked, 'zz\r\n')),
  page('the extension of a chunk without end', 'too-large', endless(`${chunked}1;a=`, 'b')),
  page(
    'trailers without end',
    'malformed',
    endless(`${chunked}1\r\nx\r\n0\r\n`, `a: ${'b'.repeat(500)}\r\n`),
  ),
  page('fewer bytes than it says', 'unreachable', (socket) => socket.end(`${head('content-length: 5000')}x`)),
  page('more bytes than it says', 'empty', (socket) =>
    socket.end(`${head('content-length: 1')}${'x'.repeat(1e6)}`),
  ),
  page('two lengths', 'unreachable', (socket) =>
    socket.end(`${head('content-length: 1\r\ncontent-length: 2')}xx`),
  ),
  page('an absurd length', 'unreachable', endless(head(`content-length: ${'9'.repeat(30)}`), 'x')),
  page(
    'provisional answers without end',
    'malformed',
    endless('', 'HTTP/1.1 103 Early Hints\r\nlink: </a>\r\n\r\n'),
  ),
  page('what is not HTTP, without end', 'malformed', endless('', '220 mail.ministry.example\r\n')),
  page('a redirect to itself', 'too-many-redirects', (socket) =>
    socket.end(head('location: ?again\r\ncontent-length: 0', '302 Found')),
  ),
  page(
    'a redirect with a body without end',
    'too-many-redirects',
    endless(head('location: ?again', '302 Found'), 'x'),
  ),
  page(
    'an error with a body without end',
    'server-error',
    endless(head('content-type: text/html', '500 Oops'), 'x'),
  ),
];

const million = 1_000_000;
const rss = (inside: string) => `<rss version="2.0"><channel>${inside}</channel></rss>`;
const texts: [name: string, content: string][] = [
  ['50 MB in one line', 'x'.repeat(50 * million)],
  ['4.9 MB in one line', 'x'.repeat(4.9 * million)],
  ['4.9 MB of blanks', ' '.repeat(4.9 * million)],
  ['200,000 nested tags', '<div>'.repeat(200_000)],
  ['nested tags, as deep as they may be', '<div>'.repeat(490).concat('x', '</div>'.repeat(490)).repeat(900)],
  ['1,000,000 tags side by side', '<p>a'.repeat(million)],
  ['1,000,000 links', '<a href>'.repeat(600_000)],
  ['1,000,000 entities', '&amp;'.repeat(980_000)],
  ['1,000,000 unknown entities', '&xx;'.repeat(million)],
  ['1,000,000 attributes', `<p ${Array.from({ length: 600_000 }, (_, at) => `a${at}`).join(' ')}>x`],
  ['1,000,000 open brackets', '<'.repeat(million)],
  ['1,000,000 comments that never end', '<!--'.repeat(million)],
  ['600,000 lists', '<ul><li>'.repeat(600_000)],
];
const sized: Attack[] = texts.flatMap(([name, content]) =>
  (['article', 'feed'] as const).map((as) =>
    attack(as)(
      name,
      content.length > 5 * million ? 'too-large' : 'any',
      body(as === 'feed' ? rss(`<item><title>${content}`) : `<!DOCTYPE html><title>x</title>${content}`),
    ),
  ),
);

const feeds: Attack[] = [
  [
    'a billion laughs',
    `<!DOCTYPE rss [<!ENTITY a "ha">${Array.from({ length: 20 }, (_, at) => `<!ENTITY a${at} "${`&a${at - 1 < 0 ? '' : at - 1};`.repeat(10)}">`).join('')}]>${rss('<item><title>&a19;</title></item>')}`,
  ],
  ['200,000 entries', rss('<item><title>a</title></item>'.repeat(160_000))],
  ['JSON of 1,000,000 brackets', '['.repeat(million)],
].map(([name = '', content = '']) =>
  attack('feed')(name, 'any', body(content, 'content-type: application/rss+xml')),
);

export const attacks: readonly Attack[] = [...compressed, ...streams, ...sized, ...feeds];

/** Serves each attack at `/<its number>`, and no robots.txt. */
export async function openHostileSite(): Promise<{ origin: string; close(): void }> {
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on('error', () => socket.destroy());
    socket.on('close', () => sockets.delete(socket));
    socket.once('data', (request) => {
      const number = /^GET \/(\d+)/.exec(request.toString('latin1'))?.[1];
      if (number === undefined) socket.end(head('content-length: 0\r\nconnection: close', '404 Not Found'));
      else attacks[Number(number)]?.strike(socket);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as { port: number };
  return {
    origin: `http://127.0.0.1:${port}`,
    close() {
      for (const socket of sockets) socket.destroy();
      server.close();
    },
  };
}
