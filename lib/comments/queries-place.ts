import { db } from '@/lib/db'
import type { Cursor } from './cursor'
import { selectIds } from './queries'
import { readFirstPage } from './queries-first-page'
import { isFirstAnswer } from './queries-marked'

export type Place = {
  articleId: number
  slug: string
  rootId: number
  onFirstPage: boolean
  before: Cursor | null
}
type Standing = { id: number; articleId: number; slug: string; rootId: number | null; createdAt: Date }

/**
 * Where a public comment stands: on the article's own first page, or in its branch. Null when it is not public. Reads no
 * page: whoever is led to one has it read there.
 */
export async function findPlace(id: number): Promise<Place | null> {
  const [comment] = await db().$queryRaw<Standing[]>`
    select p.id, p."articleId", a.slug, p."rootId", p."createdAt"
    from "PublicComment" p join "Article" a on a.id = p."articleId" where p.id = ${id} and not p.gone`
  if (!comment) return null
  const { articleId, slug, rootId } = comment
  const [onFirstPage, before] = await Promise.all([
    isOnFirstPage(comment),
    rootId === null ? null : cursorBefore(comment),
  ])
  return { articleId, slug, onFirstPage, rootId: rootId ?? id, before: onFirstPage ? null : before }
}

async function isOnFirstPage({ id, articleId, rootId }: Standing): Promise<boolean> {
  const [{ page }, isShown] = await Promise.all([
    readFirstPage(articleId, selectIds),
    rootId === null || isFirstAnswer(id, rootId),
  ])
  return isShown && page.some((root) => root.id === (rootId ?? id))
}

/** A cursor that opens the branch a little before a comment, so that it stands in its context. */
async function cursorBefore({ id, rootId, createdAt }: Standing): Promise<Cursor | null> {
  const context = 10
  const [row] = await db().$queryRaw<Cursor[]>`
    select "createdAt" as at, id from "PublicComment"
    where "rootId" = ${rootId} and ("createdAt", id) < (${createdAt}::timestamptz, ${id})
    order by "createdAt" desc, id desc offset ${context} limit 1`
  return row ?? null
}
