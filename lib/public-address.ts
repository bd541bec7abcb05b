import { BlockList, isIP } from 'node:net'

// What IANA's registries of special-purpose addresses keep from the public net (RFC 6890 and later).
const notPublic = new BlockList()
for (const [network, bits] of [
  ...([
    ['0.0.0.0', 8],
    ['10.0.0.0', 8],
    ['100.64.0.0', 10],
    ['127.0.0.0', 8],
    ['169.254.0.0', 16],
  ] as const),
  ...([
    ['172.16.0.0', 12],
    ['192.0.0.0', 24],
    ['192.0.2.0', 24],
    ['192.88.99.0', 24],
    ['192.168.0.0', 16],
  ] as const),
  ...([
    ['198.18.0.0', 15],
    ['198.51.100.0', 24],
    ['203.0.113.0', 24],
    ['224.0.0.0', 4],
    ['240.0.0.0', 4],
  ] as const),
] as const)
  notPublic.addSubnet(network, bits, 'ipv4')
// Of IPv6 only 2000::/3 is given out; in it are Teredo and its like, documentation and 6to4, which lead elsewhere.
const givenOut = new BlockList()
givenOut.addSubnet('2000::', 3, 'ipv6')
for (const [network, bits] of [
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['3fff::', 20],
] as const)
  notPublic.addSubnet(network, bits, 'ipv6')

/** Whether an address is one of the public net: not this machine, its network, a multicast group, or a way around to them. */
export function isPublicAddress(address: string): boolean {
  const plain = address.replace(/%.*$/, '')
  if (isIP(plain) === 4) return !notPublic.check(plain, 'ipv4')
  return isIP(plain) === 6 && givenOut.check(plain, 'ipv6') && !notPublic.check(plain, 'ipv6')
}

/** Whether the host of an address is written as a number of this machine itself. */
export function isLiteralLoopback(hostname: string): boolean {
  return hostname === '[::1]' || (isIP(hostname) === 4 && hostname.startsWith('127.'))
}
