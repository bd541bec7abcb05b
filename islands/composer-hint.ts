import { firstOf, sayer } from './parts'
import { watchViewer } from './viewer-answer'

export type Hint = {
  /** Says that the text is one from before, with a way to throw it away. */
  showRestored(discard: () => void): void
  showUsual(): void
}

/** The line beside the button: that one signs in later, for those who have yet to, or where a text came from. */
export function createHint(host: HTMLElement, signal: AbortSignal): Hint {
  const line = host.querySelector<HTMLElement>('[data-hint]')
  // Under the article the line keeps its room, so that nothing moves; a form that was just opened needs none for it.
  const away = host.querySelector('[name=parent]') ? 'hidden' : 'invisible'
  const usual = line ? [...line.childNodes] : []
  let isUsual = true
  let isSignedIn = false

  function show(...content: (string | Node)[]): void {
    line?.replaceChildren(...content)
    line?.classList.toggle(away, isUsual && isSignedIn)
  }

  watchViewer(({ reader }) => {
    isSignedIn = reader !== null
    line?.classList.toggle(away, isUsual && isSignedIn)
  }, signal)

  return {
    showRestored(discard) {
      isUsual = false
      const button = firstOf(host, 'discard')
      button?.addEventListener('click', discard)
      show(`${sayer(host)('restored')} `, ...(button ? [button] : []))
    },
    showUsual() {
      isUsual = true
      show(...usual)
    },
  }
}
