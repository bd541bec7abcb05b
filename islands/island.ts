/** Makes one element nicer. `signal` is aborted when the element leaves the page, and takes its listeners along. */
export type Enhance = (host: HTMLElement, signal: AbortSignal) => void

/**
 * Defines a custom element whose markup works without it. One that fails is told of in the console and stays as it
 * was; the others go on. A browser without custom elements gets none.
 */
export function defineIsland(name: string, enhance: Enhance): void {
  if (!('customElements' in window) || customElements.get(name)) return
  customElements.define(
    name,
    class extends HTMLElement {
      #leaving = new AbortController()

      connectedCallback(): void {
        this.#leaving = new AbortController()
        orTell(() => enhance(this, this.#leaving.signal))
      }

      disconnectedCallback(): void {
        this.#leaving.abort()
      }
    },
  )
}

/** Does something that others must not suffer from. */
export function orTell(work: () => void): void {
  try {
    work()
  } catch (error) {
    tell(error)
  }
}

/** Lets work go on in the background; its failure changes nothing but the console. */
export function quietly(work: Promise<unknown>): void {
  work.catch(tell)
}

function tell(error: unknown): void {
  console.warn('tribune:', error)
}
