import { createHash } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';
import { createServer } from 'node:net';
import { text as textOf } from 'node:stream/consumers';
import zlib from 'node:zlib';
import iconv from 'iconv-lite';
import { describe, expect, it, onTestFinished } from 'vitest';
import { failureOf, openFetcher, openSite, stillClock } from './support.ts';

const notice = '<!DOCTYPE html><title>关于公布出口许可证申领办法的公告</title>';

describe('an answer', () => {
  it('is decompressed, decoded and hashed', async () => {
    const bytes = iconv.encode(notice, 'gbk');
    const site = await openSite((_, response) => {
      response.writeHead(200, {
        'content-type': 'Text/HTML; charset=gb2312',
        'content-encoding': 'gzip',
        etag: '"v1"',
        'last-modified': 'Tue, 06 May 2031 08:00:00 GMT',
      });
      response.end(zlib.gzipSync(bytes));
    });

    const response = await openFetcher().fetch({ url: `${site.origin}/notices` });

    expect(response).toEqual({
      outcome: 'ok',
      url: `${site.origin}/notices`,
      type: 'text/html',
      text: notice,
      hash: createHash('sha256').update(bytes).digest('hex'),
      validators: { etag: '"v1"', lastModified: 'Tue, 06 May 2031 08:00:00 GMT' },
    });
  });

  it('is handed over as bytes to who asks for them, within the same limits', async () => {
    const bytes = Buffer.from([0x25, 0x50, 0x44, 0x46, 0x2d, 0x00, 0xff, 0xfe]);
    const site = await openSite((request, response) => {
      if (request.url === '/moved') response.writeHead(302, { location: '/list.pdf' }).end();
      else if (request.url === '/gone') response.writeHead(404).end();
      else {
        response.writeHead(200, { 'content-type': 'Application/PDF', 'content-encoding': 'gzip' });
        response.end(zlib.gzipSync(request.url === '/large' ? Buffer.alloc(2000) : bytes));
      }
    });
    const fetcher = openFetcher({ maxBytes: 1000 });

    expect(await fetcher.fetchBytes({ url: `${site.origin}/moved` })).toEqual({
      url: `${site.origin}/list.pdf`,
      type: 'application/pdf',
      bytes,
    });
    await expect(fetcher.fetchBytes({ url: `${site.origin}/gone` })).rejects.toMatchObject({
      reason: 'not-found',
    });
    await expect(fetcher.fetchBytes({ url: `${site.origin}/large` })).rejects.toMatchObject({
      reason: 'too-large',
    });
  });

  it('without headers has no type and no validators', async () => {
    const site = await openSite((_, response) => response.end('x'));

    const response = await openFetcher().fetch({ url: site.origin });

    expect(response).toMatchObject({ type: '', validators: {} });
  });

  it('is decoded by the charset that the source is known to use', async () => {
    const site = await openSite((_, response) => {
      response.writeHead(200, { 'content-type': 'text/plain; charset=utf-8' });
      response.end(iconv.encode('模', 'gbk'));
    });

    expect(await openFetcher().fetch({ url: site.origin, charset: 'gbk' })).toMatchObject({ text: '模' });
  });
});

describe('a request', () => {
  it('says who reads, and carries the headers it was given', async () => {
    let headers: IncomingHttpHeaders = {};
    const site = await openSite((request, response) => {
      headers = request.headers;
      response.end('x');
    });

    await openFetcher().fetch({ url: site.origin, headers: { Accept: 'application/json' } });

    expect(headers).toMatchObject({
      'user-agent': 'MinistryWire/0.0 (tests; desk@wire.example)',
      accept: 'application/json',
      'accept-encoding': 'gzip, deflate, br, zstd',
    });
  });

  it('with a form is a POST in UTF-8', async () => {
    let seen: unknown;
    const site = await openSite(async (request, response) => {
      seen = [request.method, request.headers['content-type'], await textOf(request)];
      response.end('{}');
    });

    await openFetcher().fetch({ url: site.origin, form: { tagId: '信息列表', page: '1' } });

    expect(seen).toEqual([
      'POST',
      'application/x-www-form-urlencoded;charset=UTF-8',
      'tagId=%E4%BF%A1%E6%81%AF%E5%88%97%E8%A1%A8&page=1',
    ]);
  });

  it('waits for its turn at its host, and asks the clock to wait', async () => {
    const site = await openSite((_, response) => response.end('x'));
    const clock = stillClock();
    const fetcher = openFetcher({ clock, spacing: 1000 });

    await Promise.all([1, 2, 3].map((page) => fetcher.fetch({ url: `${site.origin}/${page}` })));

    expect(clock.slept).toEqual([1000, 2000]);
  });
});

describe('a conditional request', () => {
  it('carries the validators; a 304 keeps them, with what it says anew', async () => {
    let headers: IncomingHttpHeaders = {};
    const site = await openSite((request, response) => {
      headers = request.headers;
      response.writeHead(304, { etag: 'W/"v2"' }).end();
    });
    const validators = { etag: '"v1"', lastModified: 'Tue, 06 May 2031 08:00:00 GMT' };

    const response = await openFetcher().fetch({ url: site.origin, validators });

    expect(headers).toMatchObject({ 'if-none-match': '"v1"', 'if-modified-since': validators.lastModified });
    expect(response).toEqual({ outcome: 'not-modified', validators: { ...validators, etag: 'W/"v2"' } });
  });

  it('answered with a new text forgets the old validators', async () => {
    const site = await openSite((_, response) => response.writeHead(200, { etag: '"v3"' }).end('new'));

    const response = await openFetcher().fetch({
      url: site.origin,
      validators: { etag: '"v1"', lastModified: 'Tue, 06 May 2031 08:00:00 GMT' },
    });

    expect(response).toMatchObject({ outcome: 'ok', text: 'new', validators: { etag: '"v3"' } });
    expect(response.validators).not.toHaveProperty('lastModified');
  });

  it('is what a 304 may answer, and nothing else', async () => {
    const site = await openSite((_, response) => response.writeHead(304).end());

    await failureOf(openFetcher().fetch({ url: site.origin }), 'malformed');
    await failureOf(openFetcher().fetch({ url: site.origin, validators: {} }), 'malformed');
  });
});

describe('a refusal', () => {
  it.each`
    status | reason                 | says
    ${403} | ${'refused'}           | ${'403 Forbidden'}
    ${404} | ${'not-found'}         | ${'404 Not Found'}
    ${429} | ${'too-many-requests'} | ${'429 Too Many Requests'}
    ${500} | ${'server-error'}      | ${'500 Internal Server Error'}
    ${412} | ${'challenge'}         | ${'412 Precondition Failed with a challenge page (status 412)'}
    ${521} | ${'challenge'}         | ${'521 with a challenge page (status 521)'}
  `('of $status is a failure: $reason', async ({ status, reason, says }) => {
    const site = await openSite((_, response) => response.writeHead(status).end('no'));
    const url = `${site.origin}/list`;

    const failure = await failureOf(openFetcher().fetch({ url }), reason);

    expect(failure.status).toBe(status);
    expect(failure.message).toBe(`${url} answered ${says}`);
  });

  it.each([
    ['30', 30_000],
    ['Tue, 06 May 2031 08:02:00 GMT', 120_000],
    [undefined, undefined],
  ])('with Retry-After %s asks for %s ms', async (retryAfter, ms) => {
    const site = await openSite((_, response) => {
      response.writeHead(503, retryAfter === undefined ? {} : { 'retry-after': retryAfter }).end();
    });
    const clock = stillClock(Date.UTC(2031, 4, 6, 8));

    const failure = await failureOf(openFetcher({ clock }).fetch({ url: site.origin }), 'server-error');

    expect(failure.retryAfter).toBe(ms);
  });

  it('is a challenge where its page is one', async () => {
    const site = await openSite((_, response) => {
      response.writeHead(403, { 'content-encoding': 'gzip' });
      response.end(zlib.gzipSync('<title>Just a moment...</title><script>window._cf_chl_opt={}</script>'));
    });

    const failure = await failureOf(openFetcher().fetch({ url: site.origin }), 'challenge');

    expect(failure.message).toBe(`${site.origin}/ answered 403 Forbidden with a challenge page (Cloudflare)`);
  });

  it.each([
    ['endless', 'x'.repeat(1_000_000), ''],
    ['garbled', 'x', 'gzip'],
  ])('stays one where its page is %s', async (_, page, encoding) => {
    const site = await openSite((_, response) => {
      response.writeHead(404, { 'content-encoding': encoding }).end(page);
    });

    await failureOf(openFetcher().fetch({ url: site.origin }), 'not-found');
  });
});

it('calls a challenge in a 200 a challenge', async () => {
  const site = await openSite((_, response) => {
    response.end('<html><script>document.cookie="a=1";location.reload()</script></html>');
  });

  const failure = await failureOf(openFetcher().fetch({ url: site.origin }), 'challenge');

  expect(failure).toMatchObject({ status: 200 });
});

describe('a redirect', () => {
  it('is followed; the answer says where it led', async () => {
    const site = await openSite((request, response) => {
      if (request.url === '/old') response.writeHead(301, { location: 'new/list?page=1' }).end('moved');
      else response.end(request.url);
    });

    const response = await openFetcher().fetch({ url: `${site.origin}/old` });

    expect(response).toMatchObject({ url: `${site.origin}/new/list?page=1`, text: '/new/list?page=1' });
  });

  it('is followed five times, and no more', async () => {
    let asked = 0;
    const site = await openSite((_, response) => {
      asked++;
      response.writeHead(302, { location: '/again' }).end();
    });

    const failure = await failureOf(
      openFetcher().fetch({ url: `${site.origin}/list` }),
      'too-many-redirects',
    );

    expect(asked).toBe(6);
    expect(failure.message).toBe(`${site.origin}/list redirects more than 5 times`);
  });

  it('that leads nowhere is malformed', async () => {
    const site = await openSite((_, response) => response.writeHead(302).end());

    await failureOf(openFetcher().fetch({ url: site.origin }), 'malformed');
  });

  it('to no address is a failure', async () => {
    const site = await openSite((_, response) => response.writeHead(302, { location: 'http://' }).end());

    await failureOf(openFetcher().fetch({ url: site.origin }), 'unreachable');
  });

  it.each`
    status | method    | body
    ${302} | ${'GET'}  | ${''}
    ${303} | ${'GET'}  | ${''}
    ${307} | ${'POST'} | ${'page=2'}
    ${308} | ${'POST'} | ${'page=2'}
  `('of $status sends a form on as $method', async ({ status, method, body }) => {
    let seen: unknown;
    const site = await openSite(async (request, response) => {
      if (request.url === '/') {
        response.writeHead(status, { location: '/unit' }).end();
        return;
      }
      seen = [request.method, await textOf(request)];
      response.end('{}');
    });

    await openFetcher().fetch({ url: site.origin, form: { page: '2' } });

    expect(seen).toEqual([method, body]);
  });

  it('to another site takes no secrets along', async () => {
    let headers: IncomingHttpHeaders = {};
    const other = await openSite((request, response) => {
      headers = request.headers;
      response.end('x');
    });
    const site = await openSite((_, response) => response.writeHead(302, { location: other.origin }).end());

    await openFetcher().fetch({
      url: site.origin,
      headers: { Authorization: 'Bearer k', Cookie: 'k=1', 'X-Page': '1' },
    });

    expect(headers).not.toHaveProperty('authorization');
    expect(headers).not.toHaveProperty('cookie');
    expect(headers).toHaveProperty('x-page', '1');
  });
});

describe('an origin that is read from elsewhere', () => {
  const logical = 'https://www.ministry.example';

  it('is all that callers see', async () => {
    const site = await openSite((request, response) => response.end(request.url));
    const fetcher = openFetcher({ origins: new Map([[logical, site.origin]]) });

    expect(await fetcher.fetch({ url: `${logical}/list?page=2` })).toMatchObject({
      url: `${logical}/list?page=2`,
      text: '/list?page=2',
    });
  });

  it.each(['/new', 'https://www.ministry.example/new', 'physical'])(
    'survives a redirect to %s',
    async (location) => {
      const site = await openSite((request, response) => {
        const target = location === 'physical' ? `${site.origin}/new` : location;
        if (request.url === '/old') response.writeHead(302, { location: target }).end();
        else response.end('arrived');
      });
      const fetcher = openFetcher({ origins: new Map([[logical, site.origin]]) });

      expect(await fetcher.fetch({ url: `${logical}/old` })).toMatchObject({
        url: `${logical}/new`,
        text: 'arrived',
      });
    },
  );

  it('is named in failures', async () => {
    const site = await openSite((_, response) => response.writeHead(404).end());
    const fetcher = openFetcher({ origins: new Map([[logical, site.origin]]) });

    const failure = await failureOf(fetcher.fetch({ url: `${logical}/gone` }), 'not-found');

    expect(failure.message).toBe(`${logical}/gone answered 404 Not Found`);
  });

  it('may not lead into a private network unless that is allowed', async () => {
    const site = await openSite((_, response) => response.end('x'));
    const fetcher = openFetcher({ origins: new Map([[logical, site.origin]]), allowPrivate: [] });

    await failureOf(fetcher.fetch({ url: logical }), 'private-address');
  });

  it('does not let a user name pass', async () => {
    const site = await openSite((_, response) => response.end('x'));
    const fetcher = openFetcher({ origins: new Map([[logical, site.origin]]) });

    await failureOf(fetcher.fetch({ url: 'https://reader@www.ministry.example/' }), 'private-address');
  });
});

describe('a body', () => {
  it('is stopped at its limit, however well it is compressed', async () => {
    const bomb = zlib.gzipSync(Buffer.alloc(50_000_000));
    const site = await openSite((_, response) => {
      response.writeHead(200, { 'content-encoding': 'gzip' }).end(bomb);
    });

    const failure = await failureOf(openFetcher().fetch({ url: site.origin }), 'too-large');

    expect(failure.message).toBe(`${site.origin}/ is larger than 5000000 bytes`);
  });

  it('without an end is cut off at its limit', async () => {
    const site = await openSite((_, response) => {
      const pour = () => {
        while (response.write('x'.repeat(10_000)) && !response.destroyed);
      };
      response.on('drain', pour);
      pour();
    });

    await failureOf(openFetcher({ maxBytes: 50_000 }).fetch({ url: site.origin }), 'too-large');
  });

  it('that arrives in drips is ended by the deadline', async () => {
    const site = await openSite((_, response) => {
      const drip = setInterval(() => response.write('x'), 10);
      response.on('close', () => clearInterval(drip));
    });

    const failure = await failureOf(openFetcher({ timeout: 150 }).fetch({ url: site.origin }), 'timeout');

    expect(failure.message).toBe(`${site.origin}/ did not answer within 0.15 s`);
  });

  it('that breaks off is no answer', async () => {
    const site = await openSite((_, response) => {
      response.writeHead(200, { 'content-length': '1000' });
      response.write('half');
      setImmediate(() => response.destroy());
    });

    await failureOf(openFetcher().fetch({ url: site.origin }), 'unreachable');
  });
});

describe('a site', () => {
  it('that never answers is given up at the deadline, redirects included', async () => {
    const site = await openSite((request, response) => {
      if (request.url === '/') response.writeHead(302, { location: '/silent' }).end();
    });

    const failure = await failureOf(openFetcher({ timeout: 150 }).fetch({ url: site.origin }), 'timeout');

    expect(failure.message).toContain('/silent');
  });

  it('that is not there is unreachable', async () => {
    const site = await openSite((_, response) => response.end());
    await new Promise((resolve) => site.server.close(resolve));

    const failure = await failureOf(openFetcher().fetch({ url: site.origin }), 'unreachable');

    expect(failure.message).toBe(`${site.origin}/ could not be reached (ECONNREFUSED)`);
  });

  it('whose name does not resolve is another failure: of dns', async () => {
    const lookup = async () => {
      throw Object.assign(new Error('getaddrinfo ENOTFOUND'), { code: 'ENOTFOUND' });
    };

    await failureOf(openFetcher({ lookup }).fetch({ url: 'https://no.ministry.example/' }), 'dns');
  });

  it('that does not speak TLS is not read', async () => {
    const site = await openSite((_, response) => response.end());

    await failureOf(openFetcher().fetch({ url: `https://127.0.0.1:${site.port}/` }), 'tls');
  });

  it('that does not speak HTTP is not read', async () => {
    const server = createServer((socket) => socket.end('220 mail.ministry.example\r\n\r\n'));
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    onTestFinished(() => void server.close());
    const { port } = server.address() as { port: number };

    await failureOf(openFetcher().fetch({ url: `http://127.0.0.1:${port}/` }), 'malformed');
  });
});

describe('calling off', () => {
  it('a request rejects with the reason given', async () => {
    const controller = new AbortController();
    const site = await openSite(() => controller.abort(new Error('shutting down')));

    await expect(openFetcher().fetch({ url: site.origin, signal: controller.signal })).rejects.toThrow(
      'shutting down',
    );
  });

  it('before it began asks nobody', async () => {
    let asked = 0;
    const site = await openSite((_, response) => {
      asked++;
      response.end();
    });
    const signal = AbortSignal.abort(new Error('shutting down'));

    await expect(openFetcher().fetch({ url: site.origin, signal })).rejects.toThrow('shutting down');

    expect(asked).toBe(0);
  });

  it('everything by close() leaves no connection and no request behind', async () => {
    const arrived = Promise.withResolvers<void>();
    const site = await openSite(() => arrived.resolve());
    const fetcher = openFetcher();
    const pending = expect(fetcher.fetch({ url: site.origin })).rejects.toThrow('closed');
    await arrived.promise;
    const gone = new Promise((resolve) => site.server.close(resolve));

    await fetcher.close();

    await pending;
    await gone;
    await expect(fetcher.fetch({ url: site.origin })).rejects.toThrow('closed');
  });
});
