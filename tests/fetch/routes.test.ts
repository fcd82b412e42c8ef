import { readFileSync } from 'node:fs';
import { createServer, type IncomingMessage } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import { type AddressInfo, connect } from 'node:net';
import { networkInterfaces } from 'node:os';
import { describe, expect, it, onTestFinished } from 'vitest';
import { failureOf, openFetcher, openSite } from './support.ts';

const fixture = (name: string) => readFileSync(`${import.meta.dirname}/../fixtures/tls/${name}`, 'utf8');
const ca = fixture('ca.pem');
const answers = (...addresses: string[]) =>
  addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 }));

/** A site with a certificate of an authority that nobody knows, for www.ministry.example and 127.0.0.1. */
async function openSecureSite(): Promise<number> {
  const server = createTlsServer({ cert: fixture('site.pem'), key: fixture('site.key') }, (_, response) =>
    response.end('read securely'),
  );
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return (server.address() as AddressInfo).port;
}

describe('an authority of a host', () => {
  it('is believed there, for the names it vouches for', async () => {
    const port = await openSecureSite();
    const host = `www.ministry.example:${port}`;
    const other = `other.ministry.example:${port}`;
    const fetcher = openFetcher({
      lookup: async () => answers('127.0.0.1'),
      hosts: new Map([
        [host, { ca }],
        [other, { ca }],
      ]),
    });

    expect(await fetcher.fetch({ url: `https://${host}/` })).toMatchObject({ text: 'read securely' });
    await failureOf(fetcher.fetch({ url: `https://${other}/` }), 'tls');
  });

  it('is believed nowhere else', async () => {
    const port = await openSecureSite();
    const fetcher = openFetcher({ hosts: new Map([['www.ministry.example', { ca }]]) });

    await failureOf(fetcher.fetch({ url: `https://127.0.0.1:${port}/` }), 'tls');
  });
});

describe('a name with addresses of both kinds', () => {
  it.each([
    ['IPv6 does not answer', answers('::1', '127.0.0.1')],
    ['IPv4 is named last', answers('::1', '::1', '127.0.0.1')],
  ])('is read by IPv4 where %s', async (_, addresses) => {
    const site = await openSite((request, response) => response.end(request.socket.remoteAddress));
    const fetcher = openFetcher({ lookup: async () => addresses, allowPrivate: ['127.0.0.1', '::1'] });

    expect(await fetcher.fetch({ url: `http://www.ministry.example:${site.port}/` })).toMatchObject({
      text: '127.0.0.1',
    });
  });

  it('is read by IPv6 where IPv4 does not answer', async ({ skip }) => {
    const loopback = Object.values(networkInterfaces()).flat();
    skip(!loopback.some((each) => each?.address === '::1'), 'this machine has no IPv6');
    const site = await openSite((_, response) => response.end('by IPv6'), '::1');
    const fetcher = openFetcher({
      lookup: async () => answers('::1', '127.0.0.1'),
      allowPrivate: ['127.0.0.1', '::1'],
    });

    expect(await fetcher.fetch({ url: `http://www.ministry.example:${site.port}/` })).toMatchObject({
      text: 'by IPv6',
    });
  });
});

describe('a proxy', () => {
  /** Tunnels to 127.0.0.1, whatever the name; what it was asked for. */
  async function openProxy(status = 200) {
    const asked: { target: string | undefined; authorization: string | undefined }[] = [];
    const proxy = createServer((_, response) => response.writeHead(405).end());
    proxy.on('connect', (request: IncomingMessage, socket) => {
      asked.push({ target: request.url, authorization: request.headers['proxy-authorization'] });
      if (status !== 200) return socket.end(`HTTP/1.1 ${status} No\r\n\r\n`);
      const upstream = connect(Number(request.url?.split(':')[1]), '127.0.0.1', () => {
        socket.write('HTTP/1.1 200 OK\r\n\r\n');
        upstream.pipe(socket).pipe(upstream);
      });
      for (const end of [upstream, socket])
        end.on('error', () => [upstream, socket].map((each) => each.destroy()));
    });
    await new Promise<void>((resolve) => proxy.listen(0, '127.0.0.1', resolve));
    onTestFinished(() => {
      proxy.closeAllConnections();
      proxy.close();
    });
    return { asked, address: `127.0.0.1:${(proxy.address() as AddressInfo).port}` };
  }

  const publicName = async () => answers('93.184.215.14');

  it('is asked for its host alone, with its password', async () => {
    const site = await openSite((_, response) => response.end('read'));
    const { asked, address } = await openProxy();
    const host = `www.ministry.example:${site.port}`;
    const fetcher = openFetcher({
      lookup: publicName,
      hosts: new Map([[host, { proxy: `http://desk:hunter2@${address}` }]]),
    });

    expect(await fetcher.fetch({ url: `http://${host}/` })).toMatchObject({ text: 'read' });
    await fetcher.fetch({ url: site.origin });

    const authorization = `Basic ${Buffer.from('desk:hunter2').toString('base64')}`;
    expect(asked).toEqual([{ target: host, authorization }]);
  });

  it('may hold for every host, and carries TLS through', async () => {
    const port = await openSecureSite();
    const { asked, address } = await openProxy();
    const host = `www.ministry.example:${port}`;
    const fetcher = openFetcher({
      lookup: publicName,
      proxy: `http://${address}`,
      hosts: new Map([[host, { ca }]]),
    });

    expect(await fetcher.fetch({ url: `https://${host}/` })).toMatchObject({ text: 'read securely' });
    expect(asked).toHaveLength(1);
  });

  it.each([
    ['a name that resolves to a private address', 'http://intranet.example/', answers('10.0.0.7')],
    [
      'a name with one private address among others',
      'http://intranet.example/',
      answers('93.184.215.14', '::1'),
    ],
    ['a private address', 'http://192.168.1.1/', []],
    ['its own network by a local name', 'http://router.local/', answers('93.184.215.14')],
    ['the port of another service', 'http://www.ministry.example:6379/', answers('93.184.215.14')],
  ])('is not asked for %s', async (_, url, addresses) => {
    const { asked, address } = await openProxy();
    const fetcher = openFetcher({
      lookup: async () => addresses,
      proxy: `http://${address}`,
      allowPrivate: [],
    });

    await failureOf(fetcher.fetch({ url }), 'private-address');

    expect(asked).toEqual([]);
  });

  it.each([407, 502])('that refuses (%s) is a failure that keeps its password', async (status) => {
    const { address } = await openProxy(status);
    const fetcher = openFetcher({ lookup: publicName, proxy: `http://desk:hunter2@${address}` });

    const failure = await failureOf(fetcher.fetch({ url: 'http://www.ministry.example/' }), 'unreachable');

    expect(`${failure.message} ${failure.stack} ${(failure.cause as Error).stack}`).not.toContain('hunter2');
  });
});
