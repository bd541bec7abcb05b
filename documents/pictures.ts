import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import type { NextHandler } from './render'

const types: Record<string, string> = { svg: 'image/svg+xml' }

/**
 * Serves pictures from the folder they are kept in, under the hash of their bytes, for ever; everything else goes
 * on to `next`. A picture opened on its own may run nothing and load nothing.
 */
export function createPictures(folder: string, next: NextHandler): NextHandler {
  return async (req, res) => {
    const name = /^\/pictures\/([0-9a-f]{32}\.([a-z]+))$/.exec(req.url?.split('?')[0] ?? '')
    const type = types[name?.[2] ?? '']
    if (!req.url?.startsWith('/pictures/')) return next(req, res)
    const path = join(folder, name?.[1] ?? '')
    const file = type && name ? await stat(path).catch(() => null) : null
    if (!type || !file?.isFile()) return notThere(res)
    await send(req, res, { path, type, size: file.size })
  }
}

async function send(
  req: IncomingMessage,
  res: ServerResponse,
  file: { path: string; type: string; size: number },
): Promise<void> {
  res.writeHead(200, {
    'Content-Type': file.type,
    'Content-Length': file.size,
    'Cache-Control': 'public, max-age=31536000, immutable',
    'Content-Security-Policy': "default-src 'none'; style-src 'none'; sandbox",
    'X-Content-Type-Options': 'nosniff',
    'Cross-Origin-Resource-Policy': 'same-origin',
  })
  if (req.method === 'HEAD') {
    res.end()
    return
  }
  // A reader who goes away in the middle ends the pipeline; there is nobody left to tell.
  await pipeline(createReadStream(file.path), res).catch(() => res.destroy())
}

function notThere(res: ServerResponse): void {
  res.writeHead(404, {
    'Content-Type': 'text/plain; charset=utf-8',
    'Cache-Control': 'no-store',
    'X-Content-Type-Options': 'nosniff',
  })
  res.end()
}
