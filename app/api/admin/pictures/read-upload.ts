import { createHash, randomUUID } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import { mkdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { Busboy } from '@fastify/busboy'
import type { Upload } from '@/lib/newsroom/commands-pictures'

export const largestPictureBytes = 25 * 1024 * 1024

export type ReadUpload =
  | { ok: true; upload: Upload; fields: Record<string, string> }
  | { ok: false; error: 'bad-fields' | 'too-large' | 'no-file' }

/**
 * Reads a multipart form with one file named `picture`, which goes to the disk as it comes and never whole into memory.
 * Whoever gets an upload removes its file. Refuses a larger file without reading it to its end, and any other form.
 */
export async function readUpload(request: Request, folder: string): Promise<ReadUpload> {
  const type = request.headers.get('content-type') ?? ''
  if (!/^multipart\/form-data;/i.test(type) || !request.body) return { ok: false, error: 'bad-fields' }
  await mkdir(folder, { recursive: true })
  const path = join(folder, `${randomUUID()}.part`)
  const fields: Record<string, string> = {}
  const hash = createHash('sha256')
  const read: { fileName: string; bytes: number; isWhole: boolean; written: Promise<void> }[] = []
  const form = new Busboy({
    headers: { 'content-type': type },
    limits: {
      files: 1,
      fileSize: largestPictureBytes,
      fields: 10,
      fieldSize: 4096,
      parts: 12,
      headerPairs: 20,
    },
  })
  form.on('field', (name, value) => {
    fields[name] = value.replaceAll('\0', '')
  })
  form.on('file', (name, stream, fileName) => {
    if (name !== 'picture') {
      stream.resume()
      return
    }
    const file = { fileName: nameOf(fileName), bytes: 0, isWhole: true, written: Promise.resolve() }
    const counting = new Transform({
      transform(chunk: Buffer, _encoding, passOn) {
        file.bytes += chunk.length
        hash.update(chunk)
        passOn(null, chunk)
      },
    })
    stream.on('limit', () => {
      file.isWhole = false
    })
    file.written = pipeline(stream, counting, createWriteStream(path))
    read.push(file)
  })
  const outcome = await pipeline(chunksOf(request.body), form).then(
    () => 'read' as const,
    () => 'broken' as const,
  )
  const [file] = read
  const isWritten = await (file?.written.then(
    () => true,
    () => false,
  ) ?? false)
  const problem =
    outcome === 'broken' || (file && !isWritten) ? 'bad-fields' : !file || file.bytes === 0 ? 'no-file' : null
  const error = file && !file.isWhole ? 'too-large' : problem
  if (error || !file) {
    await rm(path, { force: true })
    return { ok: false, error: error ?? 'no-file' }
  }
  return { ok: true, upload: { path, fileName: file.fileName, sourceHash: hash.digest('hex') }, fields }
}

async function* chunksOf(body: ReadableStream<Uint8Array>): AsyncGenerator<Uint8Array> {
  const reader = body.getReader()
  try {
    for (;;) {
      const { done, value } = await reader.read()
      if (done) return
      yield value
    }
  } finally {
    // What is not read any more is not waited for.
    await reader.cancel().catch(() => undefined)
  }
}

/** What a file was called, without folders and what no name has. */
function nameOf(given: string | undefined): string {
  const last = (given ?? '').split(/[\\/]/).at(-1) ?? ''
  return last
    .replace(/\p{Cc}/gu, '')
    .trim()
    .slice(0, 200)
    .toWellFormed()
}
