import { fill, firstOf } from './parts'

export type Replies = {
  /** Opens the form under the comment a "Reply" belongs to, or closes it. False when there is no form to open. */
  toggle(link: HTMLAnchorElement): boolean
  close(): void
}

/** One form is open at a time: the page's own gives way while an answer is written. Texts stay with their forms' drafts. */
export function createReplies(host: HTMLElement): Replies {
  const own = host.querySelector<HTMLElement>(':scope > tribune-composer')
  let open: { form: HTMLElement; link: HTMLAnchorElement; instead: HTMLElement | null } | undefined

  function toggle(link: HTMLAnchorElement): boolean {
    const wasOpen = open?.link === link
    close()
    return wasOpen || openUnder(link)
  }

  function openUnder(link: HTMLAnchorElement): boolean {
    const comment = link.closest('article')
    const form = firstOf(host, 'reply')
    if (!comment || !form) return false
    prepare(form, link, comment)
    const instead = own && standIn(own)
    comment.append(form)
    link.setAttribute('aria-expanded', 'true')
    open = { form, link, instead }
    const box = form.querySelector('textarea')
    if (box && 'quote' in link.dataset) quote(box, comment)
    box?.focus()
    return true
  }

  function prepare(form: HTMLElement, link: HTMLAnchorElement, comment: Element): void {
    form.querySelector('[name=parent]')?.setAttribute('value', answeredBy(link))
    const name = comment.querySelector('[data-name]')?.textContent ?? ''
    const line = form.querySelector('[data-answering]')
    if (line) line.textContent = fill(line.textContent, { name })
    const leave = () => {
      close()
      link.focus()
    }
    form.querySelector('[data-close]')?.addEventListener('click', leave)
    form.addEventListener('keydown', (event) => {
      // While letters are being composed, Escape is the keyboard's own.
      if (event.key === 'Escape' && !event.isComposing) leave()
    })
  }

  /** Begins the answer with what is selected in the comment, or all of it. */
  function quote(box: HTMLTextAreaElement, comment: Element): void {
    const words = comment.querySelector<HTMLElement>('.words')
    const chosen = getSelection()
    if (!chosen || !words) return
    if (chosen.isCollapsed || !words.contains(chosen.anchorNode)) chosen.selectAllChildren(words)
    const text = chosen.toString().trim().replace(/\n+/g, '\n> ')
    box.value = `${box.value.trimEnd()}${box.value && '\n\n'}> ${text}\n\n`
    box.dispatchEvent(new Event('input', { bubbles: true }))
  }

  /** Stands where the page's own form stood, and brings it back. */
  function standIn(own: HTMLElement): HTMLElement | null {
    own.hidden = true
    const instead = firstOf(host, 'own-instead')
    if (instead) own.before(instead)
    instead?.querySelector('button')?.addEventListener('click', () => {
      close()
      own.querySelector('textarea')?.focus()
    })
    return instead
  }

  function close(): void {
    if (!open) return
    open.form.remove()
    open.instead?.remove()
    open.link.setAttribute('aria-expanded', 'false')
    if (own) own.hidden = false
    open = undefined
  }

  return { toggle, close }
}

/** The comment that a link answers. Its address has it: said once more, it would be said on every page a hundred times. */
export function answeredBy(link: HTMLAnchorElement): string {
  return new URLSearchParams(link.search).get('parent') ?? ''
}
