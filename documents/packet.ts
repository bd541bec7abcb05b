import type { Representation } from './document'

/** Head and body of an answer in one piece, as it goes onto the wire, good for one second of the Date header. */
export type Packet = { seconds: number; bytes: Buffer }

/** The whole answer of a hit: 200 with the body behind the head. Made at most once a second. */
export function wholePacket(chosen: Representation, seconds: number, keepAliveMs: number): Buffer {
  if (chosen.whole?.seconds === seconds) return chosen.whole.bytes
  const head = headOf('200 OK', chosen.headers, seconds, keepAliveMs)
  const bytes = Buffer.concat([head, chosen.body])
  // The body is a view of the packet, so that it is in memory once.
  chosen.body = bytes.subarray(head.length)
  chosen.whole = { seconds, bytes }
  return bytes
}

/** The answer to a client that holds these very bytes: 304. */
export function unchangedPacket(chosen: Representation, seconds: number, keepAliveMs: number): Buffer {
  if (chosen.unchanged?.seconds !== seconds)
    chosen.unchanged = {
      seconds,
      bytes: headOf('304 Not Modified', chosen.unchangedHeaders, seconds, keepAliveMs),
    }
  return chosen.unchanged.bytes
}

/** Line by line what node:http writes for the same headers on a connection that stays open. */
function headOf(status: string, headers: readonly string[], seconds: number, keepAliveMs: number): Buffer {
  let head = `HTTP/1.1 ${status}\r\n`
  for (let index = 0; index + 1 < headers.length; index += 2)
    head += `${headers[index]}: ${headers[index + 1]}\r\n`
  const date = new Date(seconds * 1000).toUTCString()
  const timeout = Math.floor(keepAliveMs / 1000)
  return Buffer.from(
    `${head}Date: ${date}\r\nConnection: keep-alive\r\nKeep-Alive: timeout=${timeout}\r\n\r\n`,
    'latin1',
  )
}
