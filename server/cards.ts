import { join } from 'node:path'
import { type CardSubject, createCards } from '@/documents/cards'
import type { CardJob } from '@/documents/draw-card'
import type { Encoder } from '@/documents/picture-encoder'
import type { NextHandler } from '@/documents/render'
import { findSection } from '@/lib/articles/queries'
import { findAuthor, findTag } from '@/lib/articles/queries-lists'
import type { Env } from '@/lib/env'
import { findCard } from '@/lib/feeds/queries-card'
import { say } from '@/messages/say'
import { log } from './say'

/** The cards of this site's articles, and of the lists they stand in. */
export function openCards(env: Env, encoder: Pick<Encoder, 'draw'>, next: NextHandler): NextHandler {
  const { SITE_NAME: site, SITE_LANGUAGE: language } = env
  return createCards({
    folder: join(env.DATA_DIR, 'cards'),
    find: async (subject) => {
      const words = await wordsOf(subject)
      return words && { ...words, site, language: words.language ?? language }
    },
    encoder,
    next,
    now: Date.now,
    log,
  })
}

type Words = Pick<CardJob['card'], 'headline' | 'section'> & { language: string | null }

async function wordsOf(subject: CardSubject): Promise<Words | undefined> {
  const ours = { section: say('site.tagline'), language: null }
  switch (subject.kind) {
    case 'article':
      return findCard(subject.id)
    case 'site':
      return { ...ours, section: '', headline: say('site.tagline') }
    case 'section':
      return called(await findSection(subject.slug))
    case 'tag':
      return called(await findTag(subject.slug))
    case 'author':
      return called(await findAuthor(subject.slug))
  }

  function called(found: { name: string } | null): Words | undefined {
    return found ? { ...ours, headline: found.name } : undefined
  }
}
