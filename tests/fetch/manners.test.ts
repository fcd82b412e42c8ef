import type { ServerResponse } from 'node:http';
import { describe, expect, it } from 'vitest';
import { failureOf, openFetcher, openSite, stillClock } from './support.ts';

describe('a host that asks to be left alone', () => {
  const gate = '<script>document.cookie="a=1";location.reload()</script>';
  it.each([
    ['429', 429, { 'retry-after': '120' }, '', 120_000],
    ['429 without a time', 429, {}, '', 60_000],
    ['503', 503, { 'retry-after': 'Tue, 06 May 2031 08:02:00 GMT' }, '', 120_000],
    ['a challenge in 200', 200, { 'retry-after': '120' }, gate, 120_000],
  ])('by %s is asked by nobody until then', async (_, status, headers, body, rest) => {
    let asked = 0;
    const site = await openSite((_, response) => {
      asked++;
      response.writeHead(status, headers).end(body);
    });
    const fetcher = openFetcher({ clock: stillClock(Date.UTC(2031, 4, 6, 8)) });
    await expect(fetcher.fetch({ url: `${site.origin}/list` })).rejects.toThrow();

    const failure = await failureOf(fetcher.fetch({ url: `${site.origin}/other` }), 'too-many-requests');

    expect(failure.retryAfter).toBe(rest);
    expect(asked).toBe(1);
  });

  it('is the one that answered, not the one that led there', async () => {
    const busy = await openSite((_, response) => response.writeHead(429, { 'retry-after': '90' }).end());
    const site = await openSite((request, response) => {
      if (request.url === '/list') response.writeHead(302, { location: busy.origin }).end();
      else response.end('fine');
    });
    const fetcher = openFetcher();

    await failureOf(fetcher.fetch({ url: `${site.origin}/list` }), 'too-many-requests');

    expect(await fetcher.fetch({ url: `${site.origin}/other` })).toMatchObject({ text: 'fine' });
    await failureOf(fetcher.fetch({ url: busy.origin }), 'too-many-requests');
  });

  it('is any host in trouble only where it says so', async () => {
    const site = await openSite((_, response) => response.writeHead(503).end());
    const fetcher = openFetcher();

    await failureOf(fetcher.fetch({ url: site.origin }), 'server-error');
    await failureOf(fetcher.fetch({ url: site.origin }), 'server-error');
  });
});

describe('requests at once', () => {
  /** A site that lets each request wait, and how many of them are there. */
  async function openPatient() {
    const waiting: ServerResponse[] = [];
    let most = 0;
    const site = await openSite((_, response) => {
      waiting.push(response);
      most = Math.max(most, waiting.length);
      setImmediate(() => waiting.shift()?.end('x'));
    });
    return { site, most: () => most };
  }

  it.each([
    ['are two', undefined, 2],
    ['are as many as a host bears', 1, 1],
  ])('%s', async (_, atOnce, most) => {
    const patient = await openPatient();
    const { host } = new URL(patient.site.origin);
    const hosts = new Map(atOnce === undefined ? [] : [[host, { atOnce }]]);
    const fetcher = openFetcher({ hosts });

    await Promise.all(
      [1, 2, 3, 4, 5].map((page) => fetcher.fetch({ url: `${patient.site.origin}/${page}` })),
    );

    expect(patient.most()).toBeLessThanOrEqual(most);
  });

  it('leave room again after a failure', async () => {
    const site = await openSite((_, response) => response.writeHead(404).end());
    const fetcher = openFetcher({ atOnce: 1 });

    for (const page of [1, 2, 3])
      await failureOf(fetcher.fetch({ url: `${site.origin}/${page}` }), 'not-found');
  });

  it('start as far apart as the host asks', async () => {
    const site = await openSite((_, response) => response.end('x'));
    const clock = stillClock();
    const hosts = new Map([[new URL(site.origin).host, { gap: 7000 }]]);
    const fetcher = openFetcher({ clock, hosts, spacing: 1000 });

    await fetcher.fetch({ url: site.origin });
    await fetcher.fetch({ url: site.origin });

    expect(clock.slept).toEqual([7000]);
  });
});

describe('an answer', () => {
  it.each([200, 304])('of %s says for how long it holds', async (status) => {
    const site = await openSite((_, response) => {
      response.writeHead(status, { 'cache-control': 'max-age=600' }).end();
    });

    const answer = await openFetcher().fetch({ url: site.origin, validators: { etag: '"v1"' } });

    expect(answer.freshFor).toBe(600_000);
  });

  it('that says nothing of it has no word of it', async () => {
    const site = await openSite((_, response) => response.end('x'));

    expect(await openFetcher().fetch({ url: site.origin })).not.toHaveProperty('freshFor');
  });
});

describe('an address that has moved', () => {
  /** `/1` redirects to `/2` and so on, each with the next of these statuses; what is left answers. */
  async function moving(...statuses: number[]) {
    return openSite((request, response) => {
      const step = Number(request.url?.slice(1));
      const status = statuses[step - 1];
      if (status) response.writeHead(status, { location: `/${step + 1}` }).end();
      else response.end('arrived');
    });
  }

  it.each([
    ['for good', [301], '/2'],
    ['for good, keeping the method', [308], '/2'],
    ['for good, twice', [301, 308], '/3'],
    ['for good, and from there for now', [301, 302], '/2'],
    ['for now', [302], undefined],
    ['for now, and from there for good', [307, 301], undefined],
    ['not at all', [], undefined],
  ])('%s is told as such', async (_, statuses, path) => {
    const site = await moving(...statuses);

    const answer = await openFetcher().fetch({ url: `${site.origin}/1` });

    expect(answer.movedTo).toBe(path && `${site.origin}${path}`);
  });

  it('is told by its logical address, and with "not modified" too', async () => {
    const site = await openSite((request, response) => {
      if (request.url === '/old') response.writeHead(301, { location: '/new' }).end();
      else response.writeHead(304).end();
    });
    const logical = 'https://www.ministry.example';
    const fetcher = openFetcher({ origins: new Map([[logical, site.origin]]) });

    const answer = await fetcher.fetch({ url: `${logical}/old`, validators: { etag: '"v1"' } });

    expect(answer).toMatchObject({ outcome: 'not-modified', movedTo: `${logical}/new` });
  });

  it('is not told of a form', async () => {
    const site = await moving(301);

    const answer = await openFetcher().fetch({ url: `${site.origin}/1`, form: { page: '2' } });

    expect(answer).not.toHaveProperty('movedTo');
  });
});
