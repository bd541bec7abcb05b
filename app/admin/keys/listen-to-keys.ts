import type { createDecider, Desk } from './decide-by-key'
import { fieldOf, focusedItem, focusItem, formFor, neighbourOf } from './items'
import { type Action, type Keys, meaningOf, type Press, rejectionOf } from './key-map'
import { fill } from './sentences'

type Decider = ReturnType<typeof createDecider>
/** What ticks a comment. */
const box = 'input[type=checkbox][name^="item-"]'

type Around = { keys(): Keys; list(): void }

/** Lets keys act on the comment that has the focus when they are pressed. Returns how to stop. */
export function listenToKeys(desk: Desk, decider: Decider, { keys, list }: Around): () => void {
  const { host, words, announce } = desk
  const leaving = new AbortController()
  /** Where the reason is being chosen, after the key for rejecting. */
  let rejecting: { item: HTMLElement; form: HTMLFormElement } | null = null

  document.addEventListener('keydown', hear, { signal: leaving.signal })
  document.addEventListener('focusin', mark, { signal: leaving.signal })
  document.addEventListener('focusout', mark, { signal: leaving.signal })
  return () => leaving.abort()

  function hear(event: KeyboardEvent) {
    const { target } = event
    if (event.defaultPrevented || !(target instanceof Element) || document.querySelector('dialog[open]'))
      return
    const isTyping = isField(target)
    if (isTyping && rejecting?.form.contains(target)) return chooseReason(event, target, rejecting)
    const action = meaningOf(pressOf(event, isTyping), keys())
    if (!action) return
    event.preventDefault()
    act(action)
  }

  function act(action: Action) {
    if (action === 'list') return list()
    if (action === 'undo') return run(decider.undo())
    if (action === 'bulk') return goToBar()
    const item = focusedItem(host)
    if (action === 'next' || action === 'previous') return move(item, action === 'next' ? 1 : -1)
    if (!item) return announce(fill(words.said.none, { key: keys().map.next }))
    if (action === 'approve') return run(decider.decide(item, 'approve'))
    if (action === 'tick') return tick(item)
    const form = formFor(item, 'reject')
    if (!form) return announce(words.said['not-offered'])
    rejecting = { item, form }
    fieldOf(form, 'reason')?.focus()
    announce(words.said.why)
  }

  function tick(item: HTMLElement): void {
    const own = item.querySelector<HTMLInputElement>(box)
    if (own) own.click()
    else announce(words.said['not-offered'])
  }

  /** To what decides about the ticked ones, wherever they are. */
  function goToBar(): void {
    const bar =
      host.querySelector(`article[data-item]:not([hidden]) ${box}:checked`) && host.querySelector('#bulk')
    if (bar) bar.querySelector<HTMLButtonElement>('button[name=move]')?.focus()
    else announce(words.said['none-ticked'])
  }

  function move(item: HTMLElement | null, step: 1 | -1): void {
    const next = neighbourOf(host, item, step)
    if (next) focusItem(next)
    else announce(words.said.end)
  }

  function chooseReason(
    event: KeyboardEvent,
    target: Element,
    { item, form }: { item: HTMLElement; form: HTMLFormElement },
  ) {
    const reason = fieldOf(form, 'reason')
    // In a list that is open, keys choose.
    if (!(reason instanceof HTMLSelectElement) || isOpen(target)) return
    const meant = rejectionOf(pressOf(event, target !== reason), reason.options.length)
    if (meant === null) return
    event.preventDefault()
    if (meant === 'leave') return focusItem(item)
    if (meant !== 'send') reason.selectedIndex = meant
    run(decider.decide(item, 'reject'))
  }

  /** Marks what the keys act on, and forgets the choice of a reason that was left. */
  function mark(event: FocusEvent): void {
    const focus = event.type === 'focusin' ? event.target : event.relatedTarget
    if (rejecting && !(focus instanceof Node && rejecting.form.contains(focus))) {
      rejecting = null
      announce('')
    }
    for (const item of host.querySelectorAll('article[data-item]'))
      if (focus instanceof Node && item.contains(focus)) item.setAttribute('aria-current', 'true')
      else item.removeAttribute('aria-current')
  }
}

/** What nobody foresaw is for the console, as where a handler throws. */
function run(work: Promise<void>): void {
  work.catch(reportError)
}

function pressOf(event: KeyboardEvent, isTyping: boolean): Press {
  const { key, shiftKey, ctrlKey, altKey, metaKey, isComposing, repeat } = event
  return { key, shiftKey, ctrlKey, altKey, metaKey, isComposing, repeat, isTyping }
}

function isField(target: Element): boolean {
  const field = target.closest('input, textarea, select, [contenteditable]')
  // In a dialog that was just closed it keeps the focus until the next frame.
  return field !== null && !field.closest('dialog:not([open])')
}

function isOpen(target: Element): boolean {
  return CSS.supports('selector(:open)') && target.matches(':open')
}
