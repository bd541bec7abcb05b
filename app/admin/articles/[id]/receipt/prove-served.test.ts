import { createServer } from 'node:http'
import { type AddressInfo, createServer as createDoor, type Server as Door, type Socket } from 'node:net'
import { afterEach, expect, test } from 'vitest'
import type { House } from './process-lines'
import { inHtml, proveServed } from './prove-served'

/** Processes behind one door, which take connections in turn. One whose page is null ends, and takes none any more. */
async function given(pages: ((path: string) => string | 'silence' | null)[]): Promise<House> {
  const servers = pages.map((page, index) => {
    const server = createServer((asked, answer) => {
      const text = page(asked.url ?? '')
      if (text === 'silence') return
      if (text !== null)
        return answer.end(asked.url === '/api/health' ? `{"ok":true,"process":"p${index}"}` : text)
      servers.splice(servers.indexOf(server), 1)
      answer.destroy()
    })
    return server
  })
  let next = 0
  const door = createDoor((socket) => {
    sockets.add(socket)
    servers[next++ % servers.length]?.emit('connection', socket)
  })
  doors.push(door)
  await new Promise<void>((resolve) => door.listen(0, '127.0.0.1', resolve))
  const { port } = door.address() as AddressInfo
  return { host: '127.0.0.1', port, name: 'site.example', processes: pages.length }
}

const doors: Door[] = []
const sockets = new Set<Socket>()
afterEach(() => {
  for (const socket of sockets) socket.destroy()
  for (const door of doors.splice(0)) door.close()
})

const place = { name: 'The article', path: '/news/1', must: ['data-version="2"'] }
const [old, current] = ['<main data-version="1">', '<main data-version="2">']
const [brief, long] = [300, 20_000]

test('a page that every process shows is proved, with the seconds it took', async () => {
  const house = await given([() => current, () => current, () => current])
  const [proof] = await proveServed([place], new Date(Date.now() - 1_500), house, long)
  expect(proof?.missing).toBe(0)
  expect(proof?.seconds).toBeGreaterThanOrEqual(1.5)
})

test('one process with an old page is missed among any number that show the new one', async () => {
  const house = await given([() => current, () => old, () => current])
  const [proof] = await proveServed([place], new Date(), house, brief)
  expect(proof).toMatchObject({ seconds: null, missing: 1 })
})

test('a process that answers nothing shows nothing', async () => {
  const house = await given([() => current, () => 'silence'])
  const [proof] = await proveServed([place], new Date(), house, brief)
  expect(proof).toMatchObject({ seconds: null, missing: 1 })
})

test('a process is asked until it shows it', async () => {
  let asked = 0
  const house = await given([() => current, () => (++asked > 3 ? current : old)])
  const [proof] = await proveServed([place], new Date(), house, long)
  expect(proof?.missing).toBe(0)
})

test('a process that ends while it is asked is missed: the other does not answer for it', async () => {
  const house = await given([() => current, (path) => (path === '/api/health' ? '' : null)])
  const [proof] = await proveServed([place], new Date(), house, brief)
  expect(proof).toMatchObject({ seconds: null, missing: 1 })
})

test('a headline is looked for as it stands in HTML', () => {
  expect(inHtml(`Q&A: "it's <there>"`)).toBe('Q&amp;A: &quot;it&#x27;s &lt;there&gt;&quot;')
})
