import type { LookupAddress } from 'node:dns';
import { describe, expect, it } from 'vitest';
import { createGuard } from '../../src/fetch/guard.ts';
import { parseUrl } from '../../src/fetch/origins.ts';
import { failureOf, openFetcher, openSite } from './support.ts';

const publicly: LookupAddress[] = [{ address: '93.184.215.14', family: 4 }];

/** The tricks by which a private address has been reached through a guard, of any guard that was ever published. */
const tricks: Record<string, readonly string[]> = {
  'loopback, written otherwise': [
    'http://127.0.0.1/',
    'http://127.0.0.1./',
    'http://127.1/',
    'http://127.0.1/',
    'http://127.255.255.254/',
    'http://2130706433/',
    'http://0x7f000001/',
    'http://0x7f.1/',
    'http://0x7f.0x0.0x0.0x1/',
    'http://0177.0.0.1/',
    'http://0177.0x0.0.1/',
    'http://017700000001/',
    'http://00000177.1/',
    'http://0/',
    'http://0.0.0.0/',
    'http://0x0/',
    'http://１２７.0.0.1/',
    'http://127。0。0。1/',
    'http://127．0．0．1/',
    'http://①②⑦.0.0.1/',
    'http://%31%32%37.0.0.1/',
    'http://127.0.0%2e1/',
    'http://1\u00ad27.0.0.1/',
    'http:\\\\127.0.0.1\\',
    'http:127.0.0.1',
    'http:////127.0.0.1/',
    ' http://127.0.0.1/',
    'ht\ntp://127.0.0.1/',
  ],
  'networks of one’s own': [
    'https://10.11.12.13/',
    'https://172.16.0.1/',
    'https://172.31.255.254/',
    'https://192.168.1.1/',
    'http://100.64.0.1/',
    'http://100.127.255.254/',
    'http://0xa000001/',
    'http://[fc00::1]/',
    'http://[fd12:3456:789a::1]/',
    'http://[fec0::1]/',
    'http://[fe80::1]/',
  ],
  'what clouds tell their machines': [
    'http://169.254.169.254/latest/meta-data/',
    'http://0xa9fea9fe/',
    'http://2852039166/',
    'http://169.254.170.2/',
    'http://100.100.100.200/',
    'http://192.0.0.192/',
    'http://168.63.129.16/',
    'http://[fd00:ec2::254]/',
    'http://[fd20:ce::254]/',
    'http://[::ffff:169.254.169.254]/',
    'http://[64:ff9b::a9fe:a9fe]/',
    'http://metadata.google.internal/',
  ],
  'IPv4 inside IPv6': [
    'http://[::]/',
    'http://[::1]/',
    'http://[0:0:0:0:0:0:0:1]/',
    'http://[::127.0.0.1]/',
    'http://[::ffff:127.0.0.1]/',
    'http://[::ffff:7f00:1]/',
    'http://[::ffff:8.8.8.8]/',
    'http://[::ffff:0:127.0.0.1]/',
    'http://[64:ff9b::127.0.0.1]/',
    'http://[64:ff9b:1::a00:1]/',
    'http://[2002:7f00:1::]/',
    'http://[2002:a00:1::1]/',
    'http://[2001:0:4136:e378:8000:63bf:80ff:fffe]/',
    'http://[2001:470:1::5efe:10.0.0.1]/',
    'http://[2001:470:1:0:200:5efe:a00:1]/',
  ],
  'addresses of nobody': [
    'http://192.0.2.1/',
    'http://198.51.100.1/',
    'http://203.0.113.1/',
    'http://198.18.0.1/',
    'http://192.88.99.1/',
    'http://224.0.0.251/',
    'http://239.255.255.250/',
    'http://240.0.0.1/',
    'http://255.255.255.255/',
    'http://[ff02::1]/',
    'http://[2001:db8::1]/',
    'http://[3fff::1]/',
    'http://[5f00::1]/',
    'http://[100::1]/',
    'http://[2001:2::1]/',
    'http://[4000::1]/',
  ],
  'names of this machine and its network': [
    'http://localhost/',
    'http://localhost./',
    'http://LOCALHOST/',
    'http://ｌｏｃａｌｈｏｓｔ/',
    'http://admin.localhost/',
    'http://admin.localhost./',
    'http://printer.local/',
    'http://wiki.corp.internal/',
    'http://router.home.arpa/',
  ],
  'other services': [
    'http://ministry.example:22/',
    'http://ministry.example:25/',
    'http://ministry.example:111/',
    'http://ministry.example:389/',
    'http://ministry.example:445/',
    'http://ministry.example:2375/',
    'http://ministry.example:3306/',
    'http://ministry.example:5432/',
    'http://ministry.example:6379/',
    'http://ministry.example:6443/',
    'http://ministry.example:9200/',
    'http://ministry.example:11211/',
    'http://ministry.example:27017/',
    'http://93.184.215.14:6379/',
    'https://[2606:4700::1111]:10250/',
  ],
  'other schemes': [
    'file:///etc/passwd',
    'file://localhost/etc/passwd',
    'ftp://ministry.example/list',
    'gopher://ministry.example:70/_x',
    'data:text/html,hello',
    'javascript:alert(1)',
    'blob:https://ministry.example/1',
    'ws://ministry.example/',
    'view-source:http://ministry.example/',
    'about:blank',
    'ldap://ministry.example/',
    'dict://ministry.example:11211/stat',
  ],
  'other people’s names before an address': [
    'http://ministry.example@127.0.0.1/',
    'http://ministry.example:80@127.0.0.1/',
    'http://ministry.example%40127.0.0.1@10.0.0.1/',
    'https://reader@ministry.example/',
    'https://:secret@ministry.example/',
  ],
};

/** These are no addresses at all, and never get as far as the guard. */
const nonsense = [
  'http://[fe80::1%25eth0]/',
  'http://[fe80::1%eth0]/',
  'http://[::1%lo]/',
  'http://256.256.256.256/',
  'http://127.0.0.1.1.1/',
  'http://0x7f.0.0.0.1/',
  'http://127.0.0.1%00.ministry.example/',
  'http://127.0.0.1:80:80/',
  'http://',
  '//127.0.0.1/',
  '127.0.0.1',
];

const all = Object.entries(tricks).flatMap(([kind, addresses]) =>
  addresses.map((address) => [kind, address] as const),
);

describe('the guard', () => {
  // Whatever the DNS says: a name that is refused is refused though it resolves to a public address.
  const guard = createGuard([], async () => publicly);

  it('is tried with many more tricks than sixty', () => {
    expect(new Set(all.map(([, address]) => address)).size).toBeGreaterThan(100);
  });

  it.each(all)('refuses %s: %s', async (_, address) => {
    await failureOf(async () => guard.judge(parseUrl(address)), 'private-address');
  });

  it.each(nonsense)('never sees what is no address: %s', async (address) => {
    await failureOf(() => parseUrl(address), 'unreachable');
  });

  it.each([
    'https://www.ministry.example/',
    'https://www.ministry.example./',
    'http://www.ministry.example:8080/',
    'http://www.ministry.example:81/',
    'http://www.ministry.example:7001/',
    'https://www.ministry.example:8443/',
    'http://93.184.215.14/list',
    'https://[2606:4700::1111]/',
    'https://127.0.0.1.ministry.example/',
    'https://localhost.ministry.example/',
    'https://mylocal.example/',
    'https://商务部.example/',
  ])('lets %s pass', async (address) => {
    await guard.judge(parseUrl(address));
  });
});

describe('what the DNS says', () => {
  it.each([
    ['127.0.0.1'],
    ['10.1.2.3'],
    ['169.254.169.254'],
    ['0.0.0.0'],
    ['::1'],
    ['::'],
    ['::ffff:127.0.0.1'],
    ['fe80::1%eth0'],
    ['fd00::5'],
    ['64:ff9b::a00:1'],
    ['93.184.215.14', '192.168.7.7'],
    ['2606:4700::1111', '93.184.215.14', 'fd00::5'],
    ['no address'],
  ])('is judged, every answer of it: %s', async (...addresses) => {
    const guard = createGuard([], async () =>
      addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 })),
    );

    await failureOf(guard.judge(new URL('https://www.ministry.example/')), 'private-address');
  });
});

describe('a redirect', () => {
  const statuses = [301, 302, 303, 307, 308];
  const targets = Object.values(tricks).flatMap((addresses) => addresses.slice(0, 3));

  it.each(statuses.flatMap((status) => targets.map((target) => [status, target] as const)))(
    'of %s is not followed to %s',
    async (status, location) => {
      const site = await openSite((_, response) => response.writeHead(status, { location }).end());
      const fetcher = openFetcher({ allowPrivate: [`127.0.0.1:${site.port}`], lookup: async () => publicly });

      await failureOf(fetcher.fetch({ url: site.origin }), 'private-address');
    },
  );
});
