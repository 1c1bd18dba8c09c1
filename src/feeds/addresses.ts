import { type LookupAddress, type LookupOptions, lookup } from 'node:dns';
import { isIP } from 'node:net';
import ipaddr from 'ipaddr.js';

/** A host that stands inside a network: nothing that a feed's address may lead to. */
export class PrivateAddress extends Error {
  constructor(host: string) {
    super(`${host} is an address inside a network`);
  }
}

/**
 * Throws a PrivateAddress where the host is an IP address that is not public; sockets look up names only. `URL` has
 * turned other spellings (0x7f.1, 2130706433) into 127.0.0.1 by then.
 */
export function refusePrivateLiteral({ hostname }: URL): void {
  const address = hostname.replace(/^\[|\]$/g, '');
  if (isIP(address) && !isPublic(address)) throw new PrivateAddress(address);
}

/**
 * False for loopback, private, link-local, shared, mapped, translated and reserved addresses. Of IPv6 only 2000::/3 is
 * assigned to the public (RFC 4291 2.4); outside it lie oddities such as `::7f00:1`, an old way to write 127.0.0.1.
 */
function isPublic(text: string): boolean {
  if (!ipaddr.isValid(text)) return false;
  const address = ipaddr.process(text);
  const isGlobal = address instanceof ipaddr.IPv4 || address.match(ipaddr.IPv6.parse('2000::'), 3);
  return isGlobal && address.range() === 'unicast';
}

type Found = (error: Error | null, address: string | LookupAddress[], family?: number) => void;

/**
 * A `lookup` for sockets that gives public addresses only, else a PrivateAddress. The socket dials the very addresses
 * that were checked, so a name cannot change its meaning in between.
 */
export function publicLookup(hostname: string, options: LookupOptions, found: Found): void {
  lookup(hostname, { ...options, all: true }, (error, addresses) => {
    if (error) return found(error, []);
    const reachable = addresses.filter(({ address }) => isPublic(address));
    const [first] = reachable;
    if (!first) return found(new PrivateAddress(hostname), []);
    if (options.all) return found(null, reachable);
    found(null, first.address, first.family);
  });
}
