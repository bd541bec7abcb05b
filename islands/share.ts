/** Shows the ways to pass an article on that only a script can go, where the browser has them. */
export function enhanceShare(host: HTMLElement, signal: AbortSignal): void {
  offer('copy', 'clipboard' in navigator, async (button, url) => {
    await navigator.clipboard.writeText(url)
    button.textContent = button.dataset.done ?? ''
  })
  offer('share', 'share' in navigator, (_, url) => navigator.share({ title: document.title, url }))

  function offer(
    way: 'copy' | 'share',
    isThere: boolean,
    go: (button: HTMLElement, url: string) => Promise<void>,
  ): void {
    const button = host.querySelector<HTMLElement>(`[data-${way}]`)
    if (!button || !isThere) return
    button.hidden = false
    // A reader who thinks better of it has not failed.
    button.addEventListener('click', () => go(button, button.dataset[way] ?? '').catch(() => undefined), {
      signal,
    })
  }
}
