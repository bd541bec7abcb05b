import { fetchPage } from './page'
import { announce, sayer } from './parts'
import type { Posted } from './post'
import { commentOnPage, putInPlace } from './thread'
import { askViewerAgain } from './viewer-answer'

export type PostedInPlace = Posted & { parentId: number | null }

/** A page may be a moment behind what was written: it is asked again after these. */
const pausesMs = [0, 400, 1_200]

/**
 * Shows a comment that was just posted where it belongs, and takes the focus there. Where that cannot be done the
 * browser goes to it, as without scripts.
 */
export async function showPosted(host: HTMLElement, posted: PostedInPlace): Promise<void> {
  if (posted.state === 'published') await bringIn(host, posted).catch(() => false)
  // Held comments are shown by whoever shows one's own.
  await askViewerAgain().catch(() => undefined)
  const comment = commentOnPage(posted.id)
  if (!comment) return location.assign(posted.url)
  announce(host, sayer(host)(posted.state === 'published' ? 'posted' : 'held'))
  // The address and the mark of a comment that was led to.
  if (posted.state === 'published') location.replace(`#${comment.id}`)
  comment.tabIndex = -1
  comment.focus()
}

/**
 * Takes a comment's markup out of the page that holds it now, so that there is one place that draws comments. False
 * where its place is not on this page.
 */
export async function bringIn(
  host: HTMLElement,
  { id, url, parentId }: Pick<PostedInPlace, 'id' | 'url' | 'parentId'>,
): Promise<boolean> {
  for (const pause of pausesMs) {
    await new Promise((resolve) => setTimeout(resolve, pause))
    const former = commentOnPage(id)?.closest('[data-own]')
    // One's own that waited stands as only its author saw it, and gives way.
    if (!former && commentOnPage(id)) return true
    const page = await fetchPage(url)
    const item = page && commentOnPage(id, page)?.closest('li')
    if (!item) continue
    const count = page.querySelector('[data-count]')?.textContent
    if (count) for (const place of document.querySelectorAll('[data-count]')) place.textContent = count
    former?.remove()
    return putInPlace(host, document.importNode(item, true), parentId)
  }
  return false
}
