import type { LookupAddress } from 'node:dns';
import { describe, expect, it } from 'vitest';
import { isPublicAddress } from '../../src/fetch/addresses.ts';
import { createGuard } from '../../src/fetch/guard.ts';
import { portOf } from '../../src/fetch/ports.ts';
import { failureOf, openFetcher, openSite } from './support.ts';

/** As the DNS gives them. */
const answers = (...addresses: string[]): LookupAddress[] =>
  addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 }));

describe('an address', () => {
  it('does not repeat a password in its message', async () => {
    const guard = createGuard();

    const failure = await failureOf(
      () => guard.check(new URL('https://reader:hunter2@ministry.example/')),
      'private-address',
    );

    expect(failure.message).not.toContain('hunter2');
  });

  it.each(['fe80::1%eth0', '::1%lo', 'no address', '', '8.8.8.8.8'])(
    'that is no public one is known bare, too: "%s"',
    (text) => {
      expect(isPublicAddress(text)).toBe(false);
    },
  );
});

describe('an allowed private address', () => {
  it.each`
    entry               | address                      | passes
    ${'127.0.0.1'}      | ${'http://127.0.0.1:8081/'}  | ${true}
    ${'127.0.0.1'}      | ${'http://2130706433/'}      | ${true}
    ${'127.0.0.1'}      | ${'http://127.0.0.2:8081/'}  | ${false}
    ${'127.0.0.1:8081'} | ${'http://127.0.0.1:8081/'}  | ${true}
    ${'127.0.0.1:8081'} | ${'http://127.0.0.1:8082/'}  | ${false}
    ${'127.0.0.1:8081'} | ${'http://127.0.0.1/'}       | ${false}
    ${'127.0.0.1:443'}  | ${'https://127.0.0.1/'}      | ${true}
    ${'::1'}            | ${'http://[0:0::1]:9/'}      | ${true}
    ${'[::1]:9'}        | ${'http://[::1]:9/'}         | ${true}
    ${'[::1]:9'}        | ${'http://[::1]:10/'}        | ${false}
    ${'127.0.0.1'}      | ${'http://[::ffff:7f00:1]/'} | ${false}
  `('"$entry" lets $address pass: $passes', ({ entry, address, passes }) => {
    const guard = createGuard([entry]);
    const check = () => guard.check(new URL(address));

    if (passes) expect(check).not.toThrow();
    else expect(check).toThrow();
  });

  it('must be written as an address', () => {
    expect(() => createGuard(['localhost:8081'])).toThrow(RangeError);
  });

  it('takes the port of the scheme where none is written', () => {
    expect([
      portOf(new URL('http://a/')),
      portOf(new URL('https://a/')),
      portOf(new URL('http://a:81/')),
    ]).toEqual([80, 443, 81]);
  });
});

describe('a name', () => {
  it.each([
    ['a private address', answers('10.1.2.3')],
    ['a public and a private one', answers('93.184.215.14', '192.168.7.7')],
    ['a private one of IPv6 among public ones', answers('93.184.215.14', '2606:4700::1111', 'fd00::5')],
    ['an IPv4-mapped one', answers('::ffff:127.0.0.1')],
  ])('that resolves to %s is not connected to', async (_, addresses) => {
    const fetcher = openFetcher({ lookup: async () => addresses, allowPrivate: [] });

    const failure = await failureOf(
      fetcher.fetch({ url: 'http://intranet.example:9/list' }),
      'private-address',
    );

    expect(failure.message).toContain('intranet.example');
  });

  it('is connected to at the address that was judged', async () => {
    const site = await openSite((_, response) => response.end('read'));
    const asked: string[] = [];
    const lookup = async (hostname: string) => {
      asked.push(hostname);
      return answers('127.0.0.1');
    };
    const fetcher = openFetcher({ lookup, allowPrivate: [`127.0.0.1:${site.port}`] });

    const response = await fetcher.fetch({ url: `http://ministry.example:${site.port}/` });

    expect(response).toMatchObject({ text: 'read', url: `http://ministry.example:${site.port}/` });
    expect(asked).toEqual(['ministry.example']);
  });

  it('whose second answer is another one is judged again', async () => {
    const site = await openSite((_, response) => {
      response.setHeader('connection', 'close');
      response.end('read');
    });
    const turns = [answers('127.0.0.1'), answers('127.0.0.2')];
    const fetcher = openFetcher({ lookup: async () => turns.shift() ?? [] });
    const url = `http://ministry.example:${site.port}/`;

    await fetcher.fetch({ url });

    await failureOf(fetcher.fetch({ url }), 'private-address');
    expect(turns).toHaveLength(0);
  });
});

describe('a redirect', () => {
  it.each([
    'http://127.0.0.1:1/admin',
    'http://169.254.169.254/latest/meta-data/',
    'http://0x7f.1:1/',
    'http://[::1]/',
    '//10.0.0.1/',
    'http://intranet.example/',
    'file:///etc/passwd',
    'http://root@ministry.example/',
  ])('to %s is not followed', async (location) => {
    const site = await openSite((_, response) => response.writeHead(302, { location }).end());
    const fetcher = openFetcher({
      allowPrivate: [`127.0.0.1:${site.port}`],
      lookup: async () => answers('192.168.0.10'),
    });

    await failureOf(fetcher.fetch({ url: site.origin }), 'private-address');
  });

  it('to a private server is not followed, and that server is never asked', async () => {
    let asked = 0;
    const hidden = await openSite((_, response) => {
      asked++;
      response.end('secret');
    });
    const site = await openSite((_, response) => response.writeHead(302, { location: hidden.origin }).end());
    const fetcher = openFetcher({ allowPrivate: [`127.0.0.1:${site.port}`] });

    await failureOf(fetcher.fetch({ url: site.origin }), 'private-address');

    expect(asked).toBe(0);
  });
});
