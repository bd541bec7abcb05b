import { join } from 'node:path'
import { createCards } from '@/documents/cards'
import type { Encoder } from '@/documents/picture-encoder'
import type { NextHandler } from '@/documents/render'
import type { Env } from '@/lib/env'
import { findCard } from '@/lib/feeds/queries-card'
import { log } from './say'

/** The cards of this site's articles. */
export function openCards(env: Env, encoder: Pick<Encoder, 'draw'>, next: NextHandler): NextHandler {
  return createCards({
    folder: join(env.DATA_DIR, 'cards'),
    async find(articleId) {
      const found = await findCard(articleId)
      return found && { ...found, site: env.SITE_NAME, language: found.language ?? env.SITE_LANGUAGE }
    },
    encoder,
    next,
    now: Date.now,
    log,
  })
}
