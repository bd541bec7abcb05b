import type { Server } from 'node:http'
import type { Socket } from 'node:net'
import type { Representation } from './document'
import { unchangedPacket, wholePacket } from './packet'
import { type PlainHead, readHead } from './plain-head'

export type FastLaneOptions = {
  /** The current document whose canonical URL is exactly this one, in the coding asked for. */
  hit(url: string, acceptEncoding: string | undefined): Representation | undefined
  now(): number
}
export type FastLane = {
  /** Takes over the server's new connections; whatever is no plain hit goes on to its own listeners. */
  install(server: Server): void
  /** From here on every request goes to the server, and connections that stay idle for `lingerMs` are closed. */
  drain(lingerMs: number): void
}

/**
 * Answers plain requests for current documents straight from the socket, before node:http sees them: a hit is one
 * write of bytes that stand ready. It knows one shape only (`readHead`); at the first request of any other shape, or
 * for anything but a hit, the connection and the bytes just read pass to node:http for good. As a request here has no
 * body and ends where the chunk ends, no byte of it can be taken for the next one.
 */
export function createFastLane({ hit, now }: FastLaneOptions): FastLane {
  const waiting = new Set<Socket>()
  let draining = false

  function install(server: Server): void {
    const listeners = server.listeners('connection')
    server.removeAllListeners('connection')

    server.on('connection', (socket: Socket) => {
      let below: string | undefined
      let head: PlainHead | undefined
      let hits = 0

      function onData(chunk: Buffer): void {
        const packet = draining || socket.writableLength > 0 ? undefined : packetFor(chunk)
        if (packet === undefined) handOver(chunk)
        else {
          socket.write(packet)
          hits += 1
          if (hits === 1) socket.setTimeout(server.keepAliveTimeout)
        }
      }

      function packetFor(chunk: Buffer): Buffer | undefined {
        if (chunk.length > longestHead) return undefined
        const text = chunk.toString('latin1')
        const end = text.indexOf('\r\n')
        if (!text.startsWith('GET /') || !text.startsWith(' HTTP/1.1', end - 9)) return undefined
        const lines = text.slice(end)
        // A client says the same below its request line each time, nearly always.
        if (lines !== below) {
          head = readHead(lines)
          below = lines
        }
        if (head === undefined) return undefined
        const chosen = hit(text.slice(4, end - 9), head.acceptEncoding)
        if (chosen === undefined) return undefined
        const seconds = Math.floor(now() / 1000)
        const packet = head.ifNoneMatch === chosen.etag ? unchangedPacket : wholePacket
        return packet(chosen, seconds, server.keepAliveTimeout)
      }

      function handOver(chunk: Buffer): void {
        leave()
        socket.setTimeout(0)
        for (const listener of listeners) Reflect.apply(listener, server, [socket])
        socket.emit('data', chunk)
      }

      function leave(): void {
        waiting.delete(socket)
        socket.off('data', onData).off('end', onEnd).off('timeout', onTimeout).off('error', onError)
        socket.off('close', leave)
      }

      waiting.add(socket)
      socket.setTimeout(server.headersTimeout)
      socket.on('data', onData).on('end', onEnd).on('timeout', onTimeout).on('error', onError)
      socket.on('close', leave)
    })
  }

  return {
    install,
    drain(lingerMs) {
      draining = true
      setTimeout(() => {
        for (const socket of waiting) socket.destroySoon()
      }, lingerMs)
    },
  }
}

// Longer ones are node:http's to judge.
const longestHead = 8192

function onEnd(this: Socket): void {
  this.end()
}

function onTimeout(this: Socket): void {
  this.destroy()
}

/** The client went away; 'close' follows. */
function onError(): void {}
