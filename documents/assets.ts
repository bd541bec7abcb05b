import type { IncomingMessage, ServerResponse } from 'node:http'
import { createAssetFiles } from './asset-files'
import { type AssetFolders, indexAssets, type Place } from './asset-index'
import { sendDocument } from './send'

export type AssetsOptions = AssetFolders & {
  now(): number
  /** How much of the files stays in memory. */
  limitBytes?: number
}

/**
 * Serves the site's own files: those of this build, and of every other that still lies beside it, so that a page
 * from before or after a deploy finds its files in whichever process it asks. They are known by name from the start:
 * a path is never put together from a request. A name that is not known has the disk looked at again, at most once a
 * second whatever is asked, as a new build may have been made meanwhile. Nothing is remembered of other names.
 */
export async function createAssets(
  options: AssetsOptions,
): Promise<(req: IncomingMessage, res: ServerResponse) => Promise<void>> {
  const { now, limitBytes = 16 * 1024 * 1024 } = options
  const files = createAssetFiles(limitBytes)
  let index = await indexAssets(options)
  let lookedAt = now()
  let looking: Promise<void> = Promise.resolve()

  async function lookAgain(): Promise<void> {
    index = await indexAssets(options)
  }

  async function find(path: string): Promise<Place | undefined> {
    const known = index.get(path)
    if (known !== undefined) return known
    if (Math.abs(now() - lookedAt) >= 1000) {
      lookedAt = now()
      looking = lookAgain()
    }
    await looking
    return index.get(path)
  }

  return async (req, res) => {
    const path = req.url?.split('?')[0] ?? ''
    const place = await find(path)
    const asset = place && (await files.read(place))
    if (asset === undefined) {
      index.delete(path)
      res.writeHead(404, { 'Cache-Control': 'no-store' }).end()
    } else sendDocument(req, res, asset)
  }
}
