import type { Move } from '@/lib/moderation/moves'

/** What the keys go through: the comments that are shown, in their order. Decided ones are hidden, and so passed by. */
export function itemsIn(host: HTMLElement): HTMLElement[] {
  return [...host.querySelectorAll<HTMLElement>('article[data-item]:not([hidden])')]
}

/** The comment that has the focus, or has it within. It alone is acted on. */
export function focusedItem(host: HTMLElement): HTMLElement | null {
  const item = document.activeElement?.closest<HTMLElement>('article[data-item]') ?? null
  return item && host.contains(item) ? item : null
}

export function focusItem(item: HTMLElement): void {
  item.focus({ preventScroll: true })
  item.scrollIntoView({ block: 'nearest' })
}

/** The comment after or before another; without one the first. Null where the list ends. */
export function neighbourOf(host: HTMLElement, item: HTMLElement | null, step: 1 | -1): HTMLElement | null {
  const items = itemsIn(host)
  return items[item ? items.indexOf(item) + step : 0] ?? null
}

/** Where the focus goes when a comment leaves the list: to the one after it, or at the end to the one before. */
export function successorOf(host: HTMLElement, item: HTMLElement): HTMLElement | null {
  return neighbourOf(host, item, 1) ?? neighbourOf(host, item, -1)
}

/** The form that makes this decision about a comment; null where it cannot be made. */
export function formFor(item: HTMLElement, move: Move): HTMLFormElement | null {
  return item.querySelector<HTMLButtonElement>(`button[name=move][value=${move}]`)?.form ?? null
}

export function fieldOf(form: HTMLFormElement, name: string): HTMLInputElement | HTMLSelectElement | null {
  const field = form.elements.namedItem(name)
  return field instanceof HTMLInputElement || field instanceof HTMLSelectElement ? field : null
}

export function fieldsOf(form: HTMLFormElement): URLSearchParams {
  const fields = new URLSearchParams()
  for (const [name, value] of new FormData(form)) if (typeof value === 'string') fields.append(name, value)
  return fields
}

/** Says at a comment why it was not decided, and has it read out at once; null takes the sentence away. */
export function showProblem(item: HTMLElement, sentence: string | null): void {
  const place = item.querySelector<HTMLElement>('[data-problem]')
  if (!place) return
  place.hidden = sentence === null
  place.textContent = sentence
  if (sentence !== null && item.contains(document.activeElement)) place.scrollIntoView({ block: 'nearest' })
}
