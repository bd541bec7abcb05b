import { createEncoder } from '@/documents/picture-encoder'
import { createPictures } from '@/documents/pictures'
import type { NextHandler } from '@/documents/render'
import { pictureWidths, widthsOf } from '@/lib/articles/picture-files'
import { picturesFolder, pictureVariantsFolder } from '@/lib/articles/pictures'
import { listNewestPictures } from '@/lib/articles/queries'
import { ownProgram } from '@/lib/own-program'
import { log } from './say'

export type SitePictures = {
  handle: NextHandler
  /** Encodes what the newest pages show before readers ask for it. What is there already costs a look. */
  warm(): Promise<void>
  close(): void
}

/** The pictures of this site: as many stories back as the front page reaches are made ahead. */
export function openPictures(dataDir: string, next: NextHandler): SitePictures {
  const program = ownProgram(import.meta.url, 'encode-pictures', '../documents/encode-pictures.ts')
  const { handle, warm, close } = createPictures({
    originals: picturesFolder(dataDir),
    variants: pictureVariantsFolder(dataDir),
    widths: pictureWidths,
    encoder: createEncoder({ program }),
    next,
    now: Date.now,
    log,
  })
  return {
    handle,
    async warm() {
      try {
        const pictures = await listNewestPictures({ stories: 60 })
        await warm(pictures.map((picture) => ({ hash: picture.hash, widths: widthsOf(picture) })))
      } catch (error) {
        log({ event: 'pictures-not-warmed', error: String(error) })
      }
    },
    close,
  }
}
