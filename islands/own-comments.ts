import type { OwnCommentAnswer, ViewerAnswer } from '@/app/api/viewer/viewer-answer'
import { duration, fill, firstOf, part, sayer } from './parts'
import { commentOnPage, putInPlace } from './thread'
import { drawWords } from './words'

const tickMs = 20_000
let ticking: ReturnType<typeof setInterval> | undefined

/**
 * Shows a reader what only they may see: their comments that wait, where they will stand, and "Edit" while it can be
 * done. What was shown before goes.
 */
export function showOwnComments(host: HTMLElement, { reader, article, now }: ViewerAnswer): void {
  clearInterval(ticking)
  for (const former of host.querySelectorAll('[data-own]')) former.remove()
  if (!reader || !article) return
  // The site's clock decides; the device's may be wrong.
  const ahead = Date.parse(now) - Date.now()
  for (const own of article.comments.toReversed()) {
    const shown = commentOnPage(own.id)
    if (own.state === 'held' && own.isPublic) shown?.querySelector('header')?.after(ownPart(host, 'waiting'))
    if (own.state === 'held' && !own.isPublic && !shown) showHeld(host, own, reader.name)
    const comment = commentOnPage(own.id)
    if (!comment) continue
    if (own.editableUntil) addEdit(host, comment, own.id, Date.parse(own.editableUntil) - ahead)
    addVerb(host, comment, own.id, 'delete')
  }
  tick(host)
  if (host.querySelector('[data-until]')) ticking = setInterval(tick, tickMs, host)
}

function showHeld(host: HTMLElement, own: OwnCommentAnswer, name: string): void {
  const item = firstOf(host, 'held')
  const comment = item?.querySelector('article')
  if (!item || !comment) return
  item.setAttribute('data-own', '')
  comment.id = `comment-${own.id}`
  comment.setAttribute('aria-label', fill(comment.getAttribute('aria-label') ?? '', { name }))
  for (const place of comment.querySelectorAll('[data-name]')) place.textContent = name
  comment.querySelector('[data-receipt]')?.setAttribute('href', `/comments/${own.id}/receipt`)
  const time = comment.querySelector('time')
  if (time) {
    time.dateTime = own.createdAt
    time.textContent = own.printedAt
  }
  comment.querySelector('.words')?.append(...drawWords(own.text))
  putInPlace(host, item, own.parentId)
}

function addEdit(host: HTMLElement, comment: Element, id: number, until: number): void {
  const verbs = addVerb(host, comment, id, 'edit')
  for (const element of verbs) if (element instanceof HTMLElement) element.dataset.until = `${until}`
}

function addVerb(host: HTMLElement, comment: Element, id: number, verb: string): Element[] {
  const verbs = ownPart(host, verb)
  verbs.querySelector('a')?.setAttribute('href', `/comments/${id}/${verb}`)
  const added = [...verbs.children]
  comment.querySelector('footer')?.append(verbs)
  return added
}

/** Renews how long one may still edit, to the minute; takes "Edit" away when the time is over, unless it has the focus. */
function tick(host: HTMLElement): void {
  for (const element of host.querySelectorAll<HTMLElement>('[data-until]')) {
    const left = (Number(element.dataset.until) - Date.now()) / 1000
    if (left <= 0 && element !== document.activeElement) element.remove()
    else if (element.matches('[data-left]'))
      element.textContent = sayer(host)('edit-left', { time: duration(Math.max(60, left)) })
  }
}

function ownPart(host: HTMLElement, name: string): DocumentFragment {
  const own = part(host, name) ?? document.createDocumentFragment()
  for (const element of own.children) element.setAttribute('data-own', '')
  return own
}
