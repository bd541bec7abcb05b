import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { NextHandler } from './render'

/**
 * Serves the browser's own script to `npm run dev`, where it is bundled again at every change of it, from the folder it
 * was bundled into. Everything else goes on to `next`. Readers get it with the other files of a build (assets.ts).
 */
export function createLiveIslands(folder: string, next: NextHandler): NextHandler {
  return async (req, res) => {
    if (req.url?.split('?')[0] !== '/islands/tribune.js') return next(req, res)
    const bytes = await readFile(join(folder, 'tribune.js'))
    res.writeHead(200, { 'Content-Type': 'text/javascript; charset=utf-8', 'Cache-Control': 'no-store' })
    res.end(req.method === 'HEAD' ? undefined : bytes)
  }
}
