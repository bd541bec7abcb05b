import type { IncomingHttpHeaders, IncomingMessage } from 'node:http'
import { BlockList, isIP } from 'node:net'

export type Forwarding = {
  /**
   * Makes a request's headers say only what this process knows: whatever a client could use to pass for another
   * address, host or part of this program is removed or overwritten.
   */
  clean(req: IncomingMessage, requestId: string): void
}

/**
 * `trustedProxies` are addresses or networks (`10.0.0.0/8`). Only behind one of them is `X-Forwarded-For` believed,
 * and only up to its last hop that is not itself trusted. Throws on an entry that is neither.
 */
export function createForwarding(
  siteUrl: URL,
  ownOrigins: ReadonlySet<string>,
  trustedProxies: readonly string[],
): Forwarding {
  const trusted = readNetworks(trustedProxies)
  const ownHosts = new Set([...ownOrigins].map((origin) => new URL(origin).host))

  return {
    clean(req, requestId) {
      const { headers } = req
      const address = clientAddress(req, trusted)
      const host = headers.host !== undefined && ownHosts.has(headers.host) ? headers.host : siteUrl.host
      for (const name of Object.keys(headers)) if (isSpoofable(name)) delete headers[name]
      const known: IncomingHttpHeaders = {
        host,
        'x-forwarded-host': host,
        'x-forwarded-proto': siteUrl.protocol.slice(0, -1),
        'x-forwarded-port': siteUrl.port || (siteUrl.protocol === 'https:' ? '443' : '80'),
        'x-forwarded-for': address,
        'x-tribune-address': address,
        'x-request-id': requestId,
      }
      Object.assign(headers, known)
    },
  }
}

/** The address of whoever sent the request, without the IPv4-in-IPv6 prefix. */
function clientAddress(req: IncomingMessage, trusted: BlockList): string {
  const peer = plainAddress(req.socket.remoteAddress ?? '')
  if (!contains(trusted, peer)) return peer
  const hops = (req.headers['x-forwarded-for']?.toString() ?? '').split(',').map(plainAddress)
  let last = peer
  for (const hop of hops.reverse()) {
    if (isIP(hop) === 0) break
    last = hop
    if (!contains(trusted, hop)) break
  }
  return last
}

function isSpoofable(name: string): boolean {
  return (
    name.startsWith('x-tribune-') ||
    name.startsWith('x-forwarded-') ||
    name.startsWith('content-security-policy') ||
    unwelcome.has(name)
  )
}

const unwelcome = new Set([
  'forwarded',
  'x-real-ip',
  'x-client-ip',
  'true-client-ip',
  'cf-connecting-ip',
  'x-request-id',
])

function readNetworks(entries: readonly string[]): BlockList {
  const list = new BlockList()
  for (const entry of entries) {
    const [address = '', bits] = entry.split('/')
    const family = familyOf(address)
    if (family === undefined) throw new Error(`not an address or network: ${entry}`)
    if (bits === undefined) list.addAddress(address, family)
    else list.addSubnet(address, Number(bits), family)
  }
  return list
}

function contains(list: BlockList, address: string): boolean {
  const family = familyOf(address)
  return family !== undefined && list.check(address, family)
}

function familyOf(address: string): 'ipv4' | 'ipv6' | undefined {
  const version = isIP(address)
  return version === 4 ? 'ipv4' : version === 6 ? 'ipv6' : undefined
}

function plainAddress(text: string): string {
  return text.trim().replace(/^::ffff:(?=\d+\.)/i, '')
}
