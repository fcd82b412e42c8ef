import ipaddr from 'ipaddr.js';

/** All of IPv6 that is assigned for the public Internet (RFC 4291, 2.4): leaves out ::127.0.0.1 and the like. */
const globalUnicast = ipaddr.parseCIDR('2000::/3');

/** What ipaddr.js takes for ordinary addresses, and is none. */
const special = [
  // What every virtual machine of Azure can ask for its secrets.
  '168.63.129.16/32',
  // Documentation (RFC 9637), segment routing (RFC 9602), and the dummy prefix (RFC 9780).
  '3fff::/20',
  '5f00::/16',
  '100:0:0:1::/64',
].map((range) => ipaddr.parseCIDR(range));

/** The middle of an ISATAP address, whose last four bytes are one of IPv4 (RFC 5214, 6.1). */
const isatap: ReadonlySet<string> = new Set(['0:5efe', '200:5efe']);

/**
 * Whether an address, in any spelling, belongs to the public Internet. Addresses that embed another one
 * (IPv4-mapped, NAT64, 6to4, Teredo, ISATAP) do not, whatever they embed.
 */
export function isPublicAddress(text: string): boolean {
  if (!ipaddr.isValid(text)) return false;

  const address = ipaddr.parse(text);
  if (address.range() !== 'unicast' || special.some((range) => isWithin(address, range))) return false;
  if (address instanceof ipaddr.IPv4) return true;
  const [, , , , high = 0, low = 0] = address.parts;
  return isWithin(address, globalUnicast) && !isatap.has(`${high.toString(16)}:${low.toString(16)}`);
}

/** One spelling for every address. */
export function canonicalAddress(address: string): string {
  return ipaddr.parse(address).toNormalizedString();
}

function isWithin(address: ipaddr.IPv4 | ipaddr.IPv6, range: ReturnType<typeof ipaddr.parseCIDR>): boolean {
  return address.kind() === range[0].kind() && address.match(range);
}
