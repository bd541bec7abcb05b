/**
 * Lays out what the style sheet has left for later, a comment with its answers at a time and while nothing else is to
 * be done: what looks at the whole page, finds the whole page. A list that has come near by then is laid out already.
 */
export function layOutLate(): void {
  for (const list of document.querySelectorAll('.late')) {
    const items = isLaidOut(list.firstElementChild) ? [] : [...list.children]
    for (const item of items) item.classList.add('later')
    list.classList.remove('late')
    inTurn(items.map((item) => () => item.classList.remove('later')))
  }
}

/** Asked of what is inside: the list itself is laid out, empty, from the beginning. */
function isLaidOut(item: Element | null): boolean {
  return !item?.checkVisibility || item.checkVisibility({ contentVisibilityAuto: true })
}

function inTurn(steps: (() => void)[]): void {
  const step = steps.shift()
  if (!step) return
  whenIdle(() => {
    step()
    inTurn(steps)
  })
}

function whenIdle(work: () => void): void {
  if ('requestIdleCallback' in window) requestIdleCallback(work)
  else setTimeout(work, 50)
}
