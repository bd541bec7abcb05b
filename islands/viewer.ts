import { part } from './parts'
import { watchViewer } from './viewer-answer'

/** Puts the reader's own ways in the place of everyone's: name, desk and "Sign out", or "Sign in" alone. */
export function enhanceViewer(host: HTMLElement, signal: AbortSignal): void {
  watchViewer(({ reader }) => {
    for (const former of host.querySelectorAll('[data-own]')) former.remove()
    for (const link of host.querySelectorAll<HTMLElement>('[data-anyone]'))
      link.hidden = reader !== null || !link.hasAttribute('data-signed-out')
    const own = reader && part(host, 'reader')
    if (!own) return
    for (const element of own.children) element.setAttribute('data-own', '')
    const name = own.querySelector<HTMLElement>('[data-name]')
    if (name) name.textContent = name.title = reader.name
    if (!reader.hasDesk) own.querySelector('[data-desk]')?.remove()
    host.append(own)
  }, signal)
}
