import { createHash } from 'node:crypto'
import type { CardJob } from './draw-card'
import type { Encoder } from './picture-encoder'
import { createPictureFolder } from './picture-folder'
import { answerEmpty, sendFile } from './pictures'
import type { NextHandler } from './render'

/** Whose card it is: an article's by its News ID, a list's by its name in addresses, or the site's own. */
export type CardSubject =
  | { kind: 'article'; id: number }
  | { kind: 'section' | 'tag' | 'author'; slug: string }
  | { kind: 'site' }

export type CardsOptions = {
  /** Where cards and fonts are kept; every file there can be made again. */
  folder: string
  limitBytes?: number
  /** What the card says; undefined where nobody may read what it is of. */
  find(subject: CardSubject): Promise<CardJob['card'] | undefined>
  encoder: Pick<Encoder, 'draw'>
  next: NextHandler
  now(): number
  log(line: Record<string, unknown>): void
}

/**
 * Answers `/og/ID.png` and `/og/section/SLUG.png` and the like: what is shown of an article or of a list where it is
 * shared, drawn when it is first asked for and kept under what it says. What is not public has none, from the moment it is
 * not. Everything else goes on to `next`.
 */
export function createCards({
  folder,
  limitBytes = 128 * 1024 * 1024,
  ...options
}: CardsOptions): NextHandler {
  const { find, encoder, next, now, log } = options
  const files = createPictureFolder(`${folder}/drawn`, limitBytes, now)
  const drawing = new Map<string, Promise<boolean>>()

  async function draw(name: string, card: CardJob['card']): Promise<boolean> {
    const to = await files.draft(name)
    const { outcome, ...said } = await encoder.draw({ card, fonts: folder, to })
    if (outcome === 'made') await files.keep(name, to)
    else log({ event: 'card-not-drawn', headline: card.headline, ...said })
    return outcome === 'made'
  }

  return async (req, res) => {
    const [, path] = /^\/og\/([^?]+)\.png(?:\?|$)/.exec(req.url ?? '') ?? []
    if (path === undefined) return next(req, res)
    const subject = subjectOf(path)
    const card = subject && (await find(subject))
    if (card === undefined) return answerEmpty(res, 404)
    const name = `${createHash('sha256')
      .update(JSON.stringify([edition, card]))
      .digest('hex')
      .slice(0, 32)}.png`
    const there = await files.find(name)
    if (there === undefined) {
      const begun = drawing.get(name) ?? draw(name, card).finally(() => drawing.delete(name))
      drawing.set(name, begun)
      if (!(await begun)) return answerEmpty(res, 503, { 'Retry-After': '5' })
    }
    const file = there ?? (await files.find(name))
    if (file === undefined) return answerEmpty(res, 503, { 'Retry-After': '5' })
    await sendFile(req, res, file, 'image/png', fiveMinutes)
  }
}

function subjectOf(path: string): CardSubject | undefined {
  if (path === 'site') return { kind: 'site' }
  if (/^[1-9]\d{0,9}$/.test(path))
    return Number(path) <= highestId ? { kind: 'article', id: Number(path) } : undefined
  const [kind, word = '', ...rest] = path.split('/')
  if (rest.length > 0 || (kind !== 'section' && kind !== 'tag' && kind !== 'author')) return undefined
  const slug = decoded(word)
  return slug === undefined ? undefined : { kind, slug }
}

function decoded(word: string): string | undefined {
  try {
    return decodeURIComponent(word)
  } catch {
    return undefined
  }
}

/** Counted up when cards look otherwise. */
const edition = 1
const highestId = 2_147_483_647
const fiveMinutes = 'public, max-age=300'
