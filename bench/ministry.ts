import { createServer } from 'node:http';

/*
 * A site in a process of its own, so that answering is not counted as asking. It publishes a notice a day, which has
 * the number of its day since 1970. `/same` never changes; `/feed?n=…` is a feed of 93 KB that begins with the notice
 * of day n, all of them at addresses of a series; `/notice/…` is a page.
 */

const day = 86_400_000;

const pad =
  'Administrative matters that concern nobody who waits for a licence are set out in what follows. ';

const feedOf = (newest: number, series = '') => {
  const items = Array.from({ length: 60 }, (_, index) => {
    const serial = newest - index;
    const address = `http://ministry.example/notice/${series}${serial}`;
    const published = new Date(serial * day).toUTCString();
    return `<item><title>Announcement No. ${serial} of 2026: export licences for gallium approved</title><link>${address}</link><guid>${address}</guid><pubDate>${published}</pubDate><description>${pad.repeat(13)} Read more.</description></item>`;
  });
  return `<?xml version="1.0" encoding="utf-8"?><rss version="2.0"><channel><title>Notices</title>${items.join('')}</channel></rss>`;
};

const noticeOf = (serial: string) =>
  `<html><head><title>Notice ${serial}</title></head><body><article><h1>Notice ${serial} on export licences</h1><p>The ministry has approved export licences for gallium. ${pad.repeat(20)}</p></article></body></html>`;

const site = createServer((request, response) => {
  const { pathname, searchParams } = new URL(request.url ?? '/', 'http://ministry.example');
  if (pathname === '/robots.txt') return response.writeHead(404).end();
  if (pathname === '/same' && request.headers['if-none-match'] === '"1"')
    return response.writeHead(304, { etag: '"1"' }).end();
  if (pathname === '/same' || pathname === '/feed') {
    const headers = { 'content-type': 'application/rss+xml; charset=utf-8', etag: '"1"' };
    return response
      .writeHead(200, pathname === '/same' ? headers : { 'content-type': headers['content-type'] })
      .end(feedOf(Number(searchParams.get('n') ?? 60), searchParams.get('series') ?? ''));
  }
  response
    .writeHead(200, { 'content-type': 'text/html; charset=utf-8' })
    .end(noticeOf(pathname.split('/').at(-1) ?? ''));
});
site.listen(0, '127.0.0.1', () => {
  const address = site.address();
  if (address !== null && typeof address === 'object') process.send?.(address.port);
});
process.on('disconnect', () => process.exit());
