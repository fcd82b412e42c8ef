import type { LookupAddress } from 'node:dns';
import { lookup as systemLookup } from 'node:dns/promises';
import { isIP, type LookupFunction } from 'node:net';
import ipaddr from 'ipaddr.js';
import { ReadFailure } from '../domain/failure.ts';
import { canonicalAddress, isPublicAddress } from './addresses.ts';
import { isWebPort, portOf } from './ports.ts';

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
   * Resolves an address's name and judges what it resolves to, for a connection that somebody else will make.
   * A proxy asks the DNS again, so that a name which changes its answer between the two gets through to what
   * the proxy can reach.
   * @throws {ReadFailure} 'private-address', and the resolver's errors.
   */
  judge(url: URL): Promise<void>;
  /**
   * The `lookup` of connections to `port`. The connection is made to the very answer that was judged, so
   * a name cannot answer with one address here and another there; one private answer condemns them all.
   * IPv4 comes first, since IPv6 often hangs at Chinese sites.
   */
  lookupFor(port: number): LookupFunction;
}

/**
 * @param allowPrivate - `IP`, or `IP:port` (`[IPv6]:port`) to allow one port only.
 * @param lookup - default: the system's resolver.
 * @throws {RangeError} naming an entry that is no IP address.
 */
export function createGuard(allowPrivate: readonly string[] = [], lookup: Lookup = systemAddresses): Guard {
  const allowed = new Set(allowPrivate.map(canonicalEntry));

  function judgeAddress(host: string, address: string, port: number): void {
    const canonical = isIP(address) ? canonicalAddress(address) : '';
    if (allowed.has(canonical) || allowed.has(`${canonical} ${port}`)) return;

    const where = host === address ? host : `${host}, at ${address},`;
    if (!isPublicAddress(address)) throw refused(`${where} is not a public address`);
    if (privateZone.test(host)) throw refused(`${where} is a name of private networks`);
    if (!isWebPort(port))
      throw refused(`${where} is asked for at port ${port}, which is not one of web sites`);
  }

  async function resolve(hostname: string, port: number): Promise<LookupAddress[]> {
    const addresses = await lookup(hostname);
    for (const { address } of addresses) judgeAddress(hostname, address, port);
    return addresses.toSorted((one, other) => one.family - other.family);
  }

  function check(url: URL): void {
    if (url.protocol !== 'http:' && url.protocol !== 'https:') {
      throw refused(`${url.href} is neither http nor https`);
    }
    // Not repeated in the message: it may hold a password.
    if (url.username || url.password) throw refused(`an address at ${url.host} carries a user name`);

    const host = hostOf(url);
    if (isIP(host)) judgeAddress(host, host, portOf(url));
  }

  return {
    check,
    async judge(url) {
      check(url);
      if (!isIP(hostOf(url))) await resolve(hostOf(url), portOf(url));
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

/** Names that the public DNS never gives to a site (RFC 6761, 6762, 8375 and 9476, and ICANN for .internal). */
const privateZone = /(?:^|\.)(?:localhost|local|internal|home\.arpa|alt)\.?$/i;

const hostOf = (url: URL): string => url.hostname.replace(/^\[|\]$/g, '');

/** Whether WIRE_ALLOW_PRIVATE may hold it: `IP`, `IP:port` or `[IPv6]:port`. */
export function isAllowEntry(entry: string): boolean {
  try {
    canonicalEntry(entry);
    return true;
  } catch (error) {
    if (error instanceof RangeError) return false;
    throw error;
  }
}

function canonicalEntry(entry: string): string {
  if (ipaddr.isValid(entry)) return canonicalAddress(entry);

  const [, address = '', port = ''] = /^\[?(.+?)\]?:(\d+)$/.exec(entry) ?? [];
  if (!ipaddr.isValid(address)) throw new RangeError(`"${entry}" is neither an IP address nor IP:port`);
  return `${canonicalAddress(address)} ${Number(port)}`;
}

function refused(message: string): ReadFailure {
  return new ReadFailure('private-address', message);
}

function systemAddresses(hostname: string): Promise<LookupAddress[]> {
  return systemLookup(hostname, { all: true });
}
