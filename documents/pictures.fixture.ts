import { mkdtemp, readdir, rm, stat, utimes, writeFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ownProgram } from '@/lib/own-program'
import { createEncoder, type EncodeJob, type VariantEncoder } from './picture-encoder'
import { createPictures, type Pictures, type PicturesOptions } from './pictures'

export const widths = [320, 480, 640, 960]
export const drawing =
  '<svg xmlns="http://www.w3.org/2000/svg" width="1200" height="600"><script>alert(1)</script><rect width="1200" height="600" fill="#a3211b"/></svg>'

export type Gallery = {
  pictures: Pictures
  jobs: EncodeJob[]
  lines: Record<string, unknown>[]
  clock: { now: number }
  /** Puts an original there and gives its hash. */
  hang(name: string, bytes: Buffer | string): Promise<string>
  get(path: string, method?: string): Promise<Answer>
  /** The names and bytes of what was made. */
  made(): Promise<Map<string, number>>
  /** Makes a file look unused since a moment. */
  age(name: string, at: number): Promise<void>
  close(): Promise<void>
}
export type Answer = { status: number; headers: Headers; bytes: Buffer }

export const program = ownProgram(import.meta.url, 'encode-pictures', './encode-pictures.ts')

/** A server of pictures alone, over folders of its own, with the real encoder unless one is given. */
export async function openGallery(
  given: { encoder?: VariantEncoder; limitBytes?: number; admits?: PicturesOptions['admits'] } = {},
): Promise<Gallery> {
  const root = await mkdtemp(join(tmpdir(), 'tribune-pictures-'))
  const variants = join(root, 'variants')
  const real = given.encoder ?? createEncoder({ program })
  const jobs: EncodeJob[] = []
  const lines: Record<string, unknown>[] = []
  const clock = { now: Date.now() }
  let hung = 0
  const pictures = createPictures({
    original: async (hash) => {
      for (const kind of ['svg', 'jpg', 'png', 'webp']) {
        const path = join(root, `${hash}.${kind}`)
        const found = await stat(path).catch(() => undefined)
        if (found) return { path, kind, size: found.size }
      }
      return undefined
    },
    admits: given.admits ?? (async () => 'anyone'),
    variants,
    ...(given.limitBytes === undefined ? {} : { limitBytes: given.limitBytes }),
    widths,
    encoder: {
      encode(job) {
        jobs.push(job)
        return real.encode(job)
      },
      close: real.close,
    },
    next: async (_req, res) => {
      res.writeHead(418).end()
    },
    now: () => clock.now,
    log: (line) => lines.push(line),
  })
  const server = createServer((req, res) => void pictures.handle(req, res))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  const port = typeof address === 'object' && address !== null ? address.port : 0

  return {
    pictures,
    jobs,
    lines,
    clock,
    async hang(kind, bytes) {
      hung += 1
      const hash = hung.toString(16).padStart(32, '0')
      await writeFile(join(root, `${hash}.${kind}`), bytes)
      return hash
    },
    async get(path, method = 'GET') {
      const answer = await fetch(`http://127.0.0.1:${port}${path}`, { method })
      return {
        status: answer.status,
        headers: answer.headers,
        bytes: Buffer.from(await answer.arrayBuffer()),
      }
    },
    async made() {
      const names = await readdir(variants).catch(() => [])
      const sizes = names.map(async (name): Promise<[string, number]> => {
        return [name, (await stat(join(variants, name))).size]
      })
      return new Map(await Promise.all(sizes))
    },
    age: (name, at) => utimes(join(variants, name), at / 1000, at / 1000),
    async close() {
      pictures.close()
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
      await rm(root, { recursive: true, force: true })
    },
  }
}
