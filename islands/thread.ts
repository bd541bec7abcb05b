import { countedWords, firstOf } from './parts'

/** Puts a comment that just came in where it belongs: under its parent, or among the roots. False when its place is not on this page. */
export function putInPlace(host: HTMLElement, item: Element, parentId: number | null): boolean {
  const list = parentId === null ? rootsOf(host) : answersTo(host, parentId)
  if (!list) return false
  if (parentId === null && host.getAttribute('roots') === 'first') list.prepend(item)
  else list.append(item)
  host.querySelector('[data-none]')?.remove()
  countAnswers(host, list)
  list.dispatchEvent(new Event('tribune:changed', { bubbles: true }))
  return true
}

/** The comment on this page, if it is there. */
export function commentOnPage(id: number, page: Document = document): HTMLElement | null {
  return page.getElementById(`comment-${id}`)
}

/** An answer came in: those above it are open, and say how many they are. */
function countAnswers(host: HTMLElement, list: Element): void {
  for (
    let branch = list.closest('details');
    branch;
    branch = branch.parentElement?.closest('details') ?? null
  ) {
    branch.open = true
    const count = branch.querySelectorAll('article > footer').length
    const summary = branch.querySelector('summary')
    if (summary) summary.textContent = countedWords(host, 'answers', count)
  }
}

function rootsOf(host: HTMLElement): Element | null {
  return host.getAttribute('roots') === 'none' ? null : host.querySelector('ol[data-roots]')
}

function answersTo(host: HTMLElement, parentId: number): Element | null {
  const parent = commentOnPage(parentId)?.closest('li')
  if (!parent) return null
  // Where threads are drawn level, an answer stands beside what it answers.
  const level = parent.parentElement?.hasAttribute('data-flat') ? parent.parentElement : null
  const known = level ?? parent.querySelector(':scope > details > ol')
  if (known) return known
  const branch = firstOf(host, 'answers')
  if (branch) commentOnPage(parentId)?.after(branch)
  return branch?.querySelector('ol') ?? null
}
