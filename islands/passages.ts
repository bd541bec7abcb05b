import { sayer } from './parts'

const mostLetters = 500

/** Lets the link at the end of a paragraph lead to an answer to what is selected in it. */
export function watchPassages(host: HTMLElement, article: string): void {
  const say = sayer(host)
  let chosen: HTMLAnchorElement | null = null
  let before = ''

  document.addEventListener('selectionchange', choose)
  // What was selected before this began.
  choose()

  function choose(): void {
    const selection = getSelection()
    // Asking for the text of no selection would lay out the page, for nothing.
    const text = selection && !selection.isCollapsed ? selection.toString().trim() : ''
    const paragraph = selection?.anchorNode?.parentElement?.closest('[data-about]')
    const isOne =
      text.length > 3 && text.length <= mostLetters && paragraph?.contains(selection?.focusNode ?? null)
    const link = isOne ? paragraph?.querySelector<HTMLAnchorElement>('a.answer') : null
    // A press on the link takes the selection away before it counts.
    if (!link && chosen?.matches(':hover,:focus')) return
    if (chosen && chosen !== link) {
      chosen.href = before
      chosen.removeAttribute('data-chosen')
    }
    if (link && link !== chosen) before = link.href
    chosen = link ?? null
    if (!link) return
    link.href = `/comments/new?${new URLSearchParams({ article, about: paragraph?.getAttribute('data-about') ?? '', q: text })}`
    link.dataset.chosen = say('answer-this')
  }
}
