import type { LookupAddress } from 'node:dns';
import { lookup as systemLookup } from 'node:dns/promises';
import { isIP, type LookupFunction } from 'node:net';
import ipaddr from 'ipaddr.js';
import { ReadFailure } from '../domain/failure.ts';

/** All addresses of a name. Rejects as `dns.promises.lookup` does. */
export type Lookup = (hostname: string) => Promise<readonly LookupAddress[]>;

/** Keeps requests out of private networks, whoever names the address: a person, a redirect or the DNS. */
export interface Guard {
  /**
   * Judges what can be seen in an address itself. To be asked before every request, redirects included,
   * because a connection to an IP literal never asks `lookup`.
   * @throws {ReadFailure} 'private-address'
   */
  check(url: URL): void;
  /**
   * The `lookup` of connections to `port`. The connection is made to the very answer that was judged, so
   * a name cannot answer with one address here and another there; one private answer condemns them all.
   */
  lookupFor(port: number): LookupFunction;
}

/**
 * @param allowPrivate - `IP`, or `IP:port` (`[IPv6]:port`) to allow one port only.
 * @param lookup - default: the system's resolver, IPv4 first, since IPv6 often fails at Chinese sites.
 * @throws {RangeError} naming an entry that is no IP address.
 */
export function createGuard(allowPrivate: readonly string[] = [], lookup: Lookup = ipv4First): Guard {
  const allowed = new Set(allowPrivate.map(canonicalEntry));
  const mayReach = (address: string, port: number) =>
    isPublicAddress(address) ||
    allowed.has(canonicalAddress(address)) ||
    allowed.has(`${canonicalAddress(address)} ${port}`);

  async function resolve(hostname: string, port: number): Promise<LookupAddress[]> {
    const addresses = await lookup(hostname);
    const refused = addresses.find(({ address }) => !mayReach(address, port));
    if (refused)
      throw privateAddress(`${hostname} resolves to ${refused.address}, which is not a public address`);
    return [...addresses];
  }

  return {
    check(url) {
      if (url.protocol !== 'http:' && url.protocol !== 'https:') {
        throw privateAddress(`${url.href} is neither http nor https`);
      }
      // Not repeated in the message: it may hold a password.
      if (url.username || url.password) throw privateAddress(`an address at ${url.host} carries a user name`);

      const host = url.hostname.replace(/^\[|\]$/g, '');
      if (isIP(host) && !mayReach(host, portOf(url))) {
        throw privateAddress(`${url.href} names ${host}, which is not a public address`);
      }
    },

    lookupFor(port) {
      return (hostname, options, callback) => {
        resolve(hostname, port).then(
          (addresses) => {
            if (options.all) callback(null, addresses);
            else callback(null, addresses[0]?.address ?? '', addresses[0]?.family);
          },
          (error: NodeJS.ErrnoException) => callback(error, options.all ? [] : ''),
        );
      };
    },
  };
}

/** The URL parser drops a scheme's own port. */
export function portOf(url: URL): number {
  return Number(url.port) || (url.protocol === 'https:' ? 443 : 80);
}

// All of IPv6 that is assigned for the public Internet (RFC 4291, 2.4): leaves out ::127.0.0.1 and the like.
const globalUnicast: [ipaddr.IPv6, number] = [ipaddr.IPv6.parse('2000::'), 3];

/**
 * Whether an address, in any spelling, belongs to the public Internet. Addresses that embed another one
 * (IPv4-mapped, NAT64, 6to4, Teredo) do not, whatever they embed.
 */
export function isPublicAddress(text: string): boolean {
  if (!ipaddr.isValid(text)) return false;

  const address = ipaddr.parse(text);
  if (address.range() !== 'unicast') return false;
  return address instanceof ipaddr.IPv4 || address.match(globalUnicast);
}

function canonicalAddress(address: string): string {
  return ipaddr.parse(address).toNormalizedString();
}

function canonicalEntry(entry: string): string {
  if (ipaddr.isValid(entry)) return canonicalAddress(entry);

  const [, address = '', port = ''] = /^\[?(.+?)\]?:(\d+)$/.exec(entry) ?? [];
  if (!ipaddr.isValid(address)) throw new RangeError(`"${entry}" is neither an IP address nor IP:port`);
  return `${canonicalAddress(address)} ${Number(port)}`;
}

function privateAddress(message: string): ReadFailure {
  return new ReadFailure('private-address', message);
}

function ipv4First(hostname: string): Promise<LookupAddress[]> {
  return systemLookup(hostname, { all: true, order: 'ipv4first' });
}
