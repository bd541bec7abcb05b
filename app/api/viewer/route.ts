import { currentViewer } from '@/lib/auth'
import { recordVisit } from '@/lib/comments/commands-visit'
import { findOwnInArticle } from '@/lib/comments/queries-own-in-article'
import { findVisit } from '@/lib/comments/queries-visit'
import { publicId } from '@/lib/public-id'
import { listMuted } from '@/lib/readers/queries'
import type { Viewer } from '@/lib/readers/viewer'
import { json } from '../answer'
import { orAway } from '../answering'
import { viewerAnswer } from './viewer-answer'

/**
 * Who reads, and with `?article=ID` what they have done there: what a document, being everyone's, cannot say. Without
 * a session nothing is asked of the database.
 */
export async function GET(request: Request): Promise<Response> {
  return orAway(request, async () => {
    const now = new Date()
    const viewer = await currentViewer()
    const articleId = publicId(new URL(request.url).searchParams.get('article') ?? '')
    const own = viewer && articleId !== null ? await ownIn(viewer, articleId, now) : null
    return json(200, viewerAnswer(viewer, own, now), { 'cache-control': 'private, no-store' })
  })
}

/** Tells that a signed-in reader is reading the conversation of `?article=ID` now. Of others nothing is kept. */
export async function POST(request: Request): Promise<Response> {
  return orAway(request, async () => {
    const viewer = await currentViewer()
    const articleId = publicId(new URL(request.url).searchParams.get('article') ?? '')
    if (viewer && articleId !== null) await recordVisit(viewer, articleId, new Date())
    return new Response(null, { status: 204, headers: { 'cache-control': 'no-store' } })
  })
}

async function ownIn(viewer: Viewer, articleId: number, now: Date) {
  const [own, muted, visitedAt] = await Promise.all([
    findOwnInArticle(viewer, articleId, now),
    listMuted(viewer),
    findVisit(viewer, articleId),
  ])
  return { ...own, muted: muted.map(({ handle }) => handle), visitedAt }
}
