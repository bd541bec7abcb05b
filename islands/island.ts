/** Makes one element nicer. `signal` is aborted when the element leaves the page, and takes its listeners along. */
export type Enhance = (host: HTMLElement, signal: AbortSignal) => void

/**
 * Defines a custom element whose markup works without it. One that fails is told of in the console and stays as it
 * was; the others go on. A browser without custom elements gets none.
 */
export function defineIsland(name: string, enhance: Enhance): void {
  if (!('customElements' in window) || customElements.get(name)) return
  // A private field would be written in many more bytes for the browsers we bundle for.
  const leaving = new WeakMap<HTMLElement, AbortController>()
  customElements.define(
    name,
    class extends HTMLElement {
      connectedCallback(): void {
        const there = new AbortController()
        leaving.set(this, there)
        orTell(() => enhance(this, there.signal))
      }

      disconnectedCallback(): void {
        leaving.get(this)?.abort()
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
