import { connect, createServer, type Socket } from 'node:net'

/** A way to a port on loopback that can be shut. */
export async function openDoor(to: number) {
  const sockets = new Set<Socket>()
  let isOpen = true
  const server = createServer((socket) => {
    if (!isOpen) return void socket.destroy()
    const inner = connect(to, '127.0.0.1')
    for (const side of [socket, inner]) {
      sockets.add(side)
      side.on('error', () => undefined).on('close', () => sockets.delete(side))
    }
    socket.pipe(inner).pipe(socket)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  return {
    port: typeof address === 'object' && address !== null ? address.port : 0,
    open: () => {
      isOpen = true
    },
    shut: () => {
      isOpen = false
      for (const socket of sockets) socket.destroy()
    },
    close: () => new Promise((resolve) => server.close(resolve)),
  }
}
