import { join } from 'node:path'
import { createEncoder } from '@/documents/picture-encoder'
import { createPictures } from '@/documents/pictures'
import type { NextHandler } from '@/documents/render'
import { pictureWidths, widthsOf } from '@/lib/articles/picture-files'
import { opensPicture } from '@/lib/articles/picture-key'
import { picturesFolder, pictureVariantsFolder } from '@/lib/articles/pictures'
import { findOriginalName, isPublicPicture } from '@/lib/articles/queries-pictures'
import { listNewestPictures } from '@/lib/articles/queries-stories'
import type { Env } from '@/lib/env'
import { bucketOf } from '@/lib/env-pictures'
import { ownProgram } from '@/lib/own-program'
import { pictureStore } from '@/lib/picture-store'
import { shared } from '@/lib/shared'
import { openCards } from './cards'
import { createPictureDoor } from './picture-door'
import { folderOriginals, storedOriginals } from './picture-originals'
import { log } from './say'

export type SitePictures = {
  handle: NextHandler
  /** Encodes what the newest pages show before readers ask for it. What is there already costs a look. */
  warm(): Promise<void>
  close(): void
}

/** The pictures of this site: as many stories back as the front page reaches are made ahead. */
export function openPictures(env: Env, secret: string, next: NextHandler): SitePictures {
  const program = ownProgram(import.meta.url, 'encode-pictures', '../documents/encode-pictures.ts')
  const encoder = createEncoder({ program })
  shared().takeInPicture = (takeIn, to) => encoder.takeIn({ takeIn, to })
  const bucket = bucketOf(env)
  const folder = picturesFolder(env.DATA_DIR)
  const originals = bucket
    ? storedOriginals(pictureStore(folder, bucket), join(env.DATA_DIR, 'picture-originals'), findOriginalName)
    : folderOriginals(folder)
  let isClosed = false
  const { handle, warm, close } = createPictures({
    original: originals.find,
    admits: createPictureDoor({
      mayExist: originals.mayExist,
      isPublic: isPublicPicture,
      opens: (hash, key) => opensPicture(hash, key, secret, new Date()),
      now: Date.now,
      onAway: (error) => log({ event: 'picture-not-looked-up', error: String(error) }),
    }),
    variants: pictureVariantsFolder(env.DATA_DIR),
    widths: pictureWidths,
    encoder,
    next: openCards(env, encoder, next),
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
        // What a stop interrupts fails in its own ways.
        if (!isClosed) log({ event: 'pictures-not-warmed', error: String(error) })
      }
    },
    close() {
      isClosed = true
      close()
    },
  }
}
