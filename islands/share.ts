/** Shows the ways to pass an article on that only a script can go, where the browser has them. */
export function enhanceShare(host: HTMLElement, signal: AbortSignal): void {
  const address = host.querySelector('[data-address]')
  // What the page shows is selected and copied as a reader would: `navigator.clipboard` asks for a power that no page has.
  offer('copy', address !== null && document.queryCommandSupported('copy'), (button) => {
    if (address) getSelection()?.selectAllChildren(address)
    if (document.execCommand('copy')) button.textContent = button.dataset.done ?? ''
  })
  offer('share', 'share' in navigator, () =>
    navigator
      .share({ title: document.title, url: address?.textContent ?? '' })
      // A reader who thinks better of it has not failed.
      .catch(() => undefined),
  )

  function offer(way: 'copy' | 'share', isThere: boolean, go: (button: HTMLElement) => unknown): void {
    const button = host.querySelector<HTMLElement>(`[data-${way}]`)
    if (!button || !isThere) return
    button.hidden = false
    button.addEventListener('click', () => go(button), { signal })
  }
}
