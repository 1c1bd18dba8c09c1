import dns, { type LookupAddress, type LookupOptions } from 'node:dns';
import { isIP } from 'node:net';
import ipaddr from 'ipaddr.js';
import { Ended } from './ended.ts';

/** A host that stands inside a network: nothing that a feed's address may lead to. */
export class PrivateAddress extends Error {
  constructor(host: string) {
    super(`${host} is an address inside a network`);
  }
}

/** A URL we are willing to ask for. A name that leads to a private address is refused later, when it is looked up. */
export function webAddress(text: string, base: URL | null): URL {
  const url = URL.parse(text, base?.href);
  const from = base ? `${base.host} redirects to ` : '';
  if (!url) throw new Ended('refused-address', `${from}something that is no web address`);
  if (!/^https?:$/.test(url.protocol)) throw new Ended('refused-address', `${from}a ${url.protocol} address`);
  if (url.username || url.password)
    throw new Ended('refused-address', `${from}an address with a user name in it`);
  url.hash = '';
  return url;
}

export const hostAndPort = ({ hostname, port, protocol }: URL): string =>
  `${hostname}:${port || (protocol === 'https:' ? 443 : 80)}`;

/**
 * Throws a PrivateAddress where the host is an IP address that is not public, or a name of this machine; sockets look up
 * names only. `URL` has turned other spellings (0x7f.1, 2130706433, 127.0.0.1.) into 127.0.0.1 by then.
 */
export function refusePrivateHost({ hostname }: URL): void {
  const host = hostname.replace(/^\[|\]$/g, '');
  if (isIP(host) ? !isPublic(host) : ownName.test(host)) throw new PrivateAddress(host);
}

/** Names that RFC 6761, RFC 6762 and ICANN (2024) keep for one's own machine or network, with or without the root's dot. */
const ownName = /^(?:.+\.)?(?:localhost|local|internal)\.?$/i;

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

/** Looks a name up as `dns.lookup` with `all: true` does. */
export type Resolve = (
  hostname: string,
  options: LookupOptions & { all: true },
  found: (error: Error | null, addresses: LookupAddress[]) => void,
) => void;

export type SocketLookup = (hostname: string, options: LookupOptions, found: Found) => void;

/**
 * A `lookup` for sockets that gives public addresses only, else a PrivateAddress. The socket dials the very addresses
 * that were checked, so a name cannot change its meaning in between.
 */
export function publicLookup(resolve: Resolve = dns.lookup): SocketLookup {
  return (hostname, options, found) => {
    resolve(hostname, { ...options, all: true }, (error, addresses) => {
      if (error) return found(error, []);
      const reachable = addresses.filter(({ address }) => isPublic(address));
      const [first] = reachable;
      if (!first) return found(new PrivateAddress(hostname), []);
      if (options.all) return found(null, reachable);
      found(null, first.address, first.family);
    });
  };
}
