import { describe, expect, it } from 'vitest';
import { ReadFailure } from '../../src/domain/failure.ts';
import { DAY, HOUR, MINUTE } from '../../src/domain/moment.ts';
import { createRobots, robotsInMemory } from '../../src/fetch/robots.ts';
import { failureOf, openFetcher, openSite, stillClock } from './support.ts';

const page = new URL('https://www.ministry.example/list');
const closed = 'User-agent: *\nDisallow: /list';

/** A site whose robots.txt is what `replies` say, one after the other, the last one again and again. */
function siteOf(...replies: (string | ReadFailure)[]) {
  let now = Date.UTC(2031, 4, 6);
  let asked = 0;
  const cache = robotsInMemory();
  const start = () =>
    createRobots({
      clock: { now: () => now, sleep: () => Promise.resolve() },
      cache,
      userAgent: 'MinistryWire/0.1.0 (+desk@wire.example)',
      async read(url) {
        expect(url.href).toBe('https://www.ministry.example/robots.txt');
        const reply = replies[Math.min(asked++, replies.length - 1)] ?? '';
        if (reply instanceof ReadFailure) throw reply;
        return reply;
      },
    });
  let robots = start();
  return {
    ask: () => robots.assertMayRead(page),
    pass(ms: number) {
      now += ms;
    },
    restart() {
      robots = start();
    },
    asked: () => asked,
  };
}

const failed = (reason: ReadFailure['reason'], status?: number, retryAfter?: number) =>
  new ReadFailure(reason, 'https://www.ministry.example/robots.txt failed', {
    ...(status !== undefined && { status }),
    ...(retryAfter !== undefined && { retryAfter }),
  });

describe('robots.txt', () => {
  it('that asks not to read an address is minded, by name', async () => {
    const failure = await failureOf(siteOf(closed).ask(), 'robots');

    expect(failure.message).toBe(
      'https://www.ministry.example/robots.txt asks MinistryWire not to read /list',
    );
  });

  it('says how long to wait between two requests', async () => {
    expect(await siteOf('User-agent: *\nCrawl-delay: 4').ask()).toBe(4000);
  });

  it('is asked for once by many, and once a day', async () => {
    const site = siteOf('');

    await Promise.all([site.ask(), site.ask(), site.ask()]);
    site.pass(DAY - 1);
    await site.ask();
    site.restart();
    await site.ask();
    expect(site.asked()).toBe(1);

    site.pass(1);
    await site.ask();
    expect(site.asked()).toBe(2);
  });

  it.each([
    ['a 404', failed('not-found', 404)],
    ['a 403', failed('refused', 403)],
    ['a gate for browsers', failed('challenge', 412)],
    ['a redirect that leads nowhere', failed('malformed', 302)],
    ['redirects without end', failed('too-many-redirects')],
    ['more than any text', failed('too-large', 200)],
  ])('that is %s lets everything be read', async (_, failure) => {
    expect(await siteOf(failure).ask()).toBe(0);
  });

  it.each([
    ['a 503', failed('server-error', 503)],
    ['a 429', failed('too-many-requests', 429)],
    ['silence', failed('timeout')],
    ['no connection', failed('unreachable')],
  ])('that is %s lets nothing be read, and says why', async (_, reply) => {
    const failure = await failureOf(siteOf(reply).ask(), reply.reason);

    expect(failure.message).toContain(reply.message);
    expect(failure.status).toBe(reply.status);
  });

  it('that cannot be had is asked for again after ten minutes, or when the site says', async () => {
    const site = siteOf(failed('server-error', 500), failed('server-error', 503, HOUR), '');

    await failureOf(site.ask(), 'server-error');
    site.pass(10 * MINUTE - 1);
    await failureOf(site.ask(), 'server-error');
    expect(site.asked()).toBe(1);

    site.pass(1);
    await failureOf(site.ask(), 'server-error');
    site.pass(HOUR - 1);
    await failureOf(site.ask(), 'server-error');
    expect(site.asked()).toBe(2);

    site.pass(1);
    await site.ask();
    expect(site.asked()).toBe(3);
  });

  it('that cannot be had any more holds as it was last read, across restarts', async () => {
    const site = siteOf(closed, failed('timeout'));
    await failureOf(site.ask(), 'robots');

    for (const days of [1, 10, 40]) {
      site.pass(days * DAY);
      site.restart();
      await failureOf(site.ask(), 'robots');
    }
    expect(site.asked()).toBe(4);
  });

  it('that could not be had for thirty days is given up', async () => {
    const site = siteOf(failed('timeout'));
    await failureOf(site.ask(), 'timeout');

    site.pass(30 * DAY - 1);
    site.restart();
    await failureOf(site.ask(), 'timeout');
    site.pass(10 * MINUTE);
    await site.ask();
  });

  it('that can be had again counts anew', async () => {
    const site = siteOf(failed('timeout'), '', closed);
    await failureOf(site.ask(), 'timeout');
    site.pass(HOUR);
    await site.ask();
    site.pass(DAY);
    await failureOf(site.ask(), 'robots');
  });

  it('whose reading fails by a mistake of ours is not taken for an answer', async () => {
    const robots = createRobots({
      clock: stillClock(),
      cache: robotsInMemory(),
      userAgent: 'MinistryWire/1',
      read: () => Promise.reject(new TypeError('a mistake')),
    });

    await expect(robots.assertMayRead(page)).rejects.toThrow(TypeError);
  });
});

describe('a fetcher that minds robots.txt', () => {
  /** Answers robots.txt with `text`, everything else with its own path. */
  async function openMindful(text: string | null, path = '/list') {
    const asked: string[] = [];
    const site = await openSite((request, response) => {
      asked.push(request.url ?? '');
      if (request.url !== '/robots.txt') response.end(request.url);
      else if (text === null) response.writeHead(404).end('no such page');
      else response.end(text);
    });
    const clock = stillClock();
    const fetcher = openFetcher({ robots: robotsInMemory(), clock, spacing: 1000 });
    return { asked, clock, fetcher, site, url: `${site.origin}${path}` };
  }

  it('asks it before the first page of a site, and not again', async () => {
    const { asked, clock, fetcher, url } = await openMindful(null);

    await fetcher.fetch({ url });
    await fetcher.fetch({ url: `${url}/2`, form: { page: '2' } });

    expect(asked).toEqual(['/robots.txt', '/list', '/list/2']);
    expect(clock.slept).toEqual([1000, 2000]);
  });

  it('does not ask for what it may not read', async () => {
    const { asked, fetcher, url } = await openMindful(closed);

    await failureOf(fetcher.fetch({ url }), 'robots');

    expect(asked).toEqual(['/robots.txt']);
  });

  it('keeps the pause that it asks for', async () => {
    const { clock, fetcher, url } = await openMindful('User-agent: *\nCrawl-delay: 3');

    await fetcher.fetch({ url });
    await fetcher.fetch({ url });

    expect(clock.slept).toEqual([1000, 4000]);
  });

  it('minds it where a redirect leads, with one request at a time too', async () => {
    const target = await openMindful(closed);
    const site = await openSite((request, response) => {
      if (request.url === '/robots.txt') response.writeHead(404).end();
      else response.writeHead(301, { location: target.url }).end();
    });
    const fetcher = openFetcher({ robots: robotsInMemory(), atOnce: 1 });

    await failureOf(fetcher.fetch({ url: site.origin }), 'robots');

    expect(target.asked).toEqual(['/robots.txt']);
  });

  it('reads that of the logical site from where the site is read', async () => {
    const { asked, fetcher: _, site } = await openMindful('User-agent: *\nDisallow: /private');
    const logical = 'https://www.ministry.example';
    const fetcher = openFetcher({ robots: robotsInMemory(), origins: new Map([[logical, site.origin]]) });

    await fetcher.fetch({ url: `${logical}/list` });
    await failureOf(fetcher.fetch({ url: `${logical}/private` }), 'robots');

    expect(asked).toEqual(['/robots.txt', '/list']);
  });

  it('never reads it from a private address either', async () => {
    const { asked, site } = await openMindful('');
    const fetcher = openFetcher({ robots: robotsInMemory(), allowPrivate: [] });

    await failureOf(fetcher.fetch({ url: site.origin }), 'private-address');

    expect(asked).toEqual([]);
  });

  it('lets go of who is called off while it is read', async () => {
    const controller = new AbortController();
    const site = await openSite(() => controller.abort(new Error('shutting down')));
    const fetcher = openFetcher({ robots: robotsInMemory() });

    await expect(fetcher.fetch({ url: site.origin, signal: controller.signal })).rejects.toThrow(
      'shutting down',
    );
  });
});
