'use client'

import { useRouter } from 'next/navigation'
import { type ReactNode, useEffect, useRef, useState, useTransition } from 'react'
import { createDecider } from './decide-by-key'
import { focusItem, itemsIn } from './items'
import { useKeptKeys } from './kept-keys'
import { type Keys, usualKeys } from './key-map'
import type { KeyWords } from './key-words'
import { KeysDialog } from './keys-dialog'
import { listenToKeys } from './listen-to-keys'
import type { Place } from './sentences'

type Props = { words: KeyWords; place: Place; children: ReactNode }

/** Around the comments of a desk page: keys move through them and decide, beside the forms, which work as they did. */
export function DeskKeys({ words, place, children }: Props) {
  const host = useRef<HTMLDivElement>(null)
  const dialog = useRef<HTMLDialogElement>(null)
  const [kept, keep] = useKeptKeys()
  const inForce = useRef<Keys>(usualKeys)
  // The same on every page; filling up brings others of the same content, and must not begin anew what was decided.
  const [spoken] = useState({ words, place })
  const wanted = useRef<string | null>(null)
  const isBereft = useRef(false)
  const emptied = useRef<(() => void) | null>(null)
  const { refresh } = useRouter()
  const [isFilling, startFilling] = useTransition()
  const filling = useRef(false)
  const [said, setSaid] = useState({ sentence: '', count: 0 })

  useEffect(() => {
    if (kept) inForce.current = kept
  }, [kept])

  useEffect(() => {
    if (!host.current) return
    const announce = (sentence: string) => setSaid(({ count }) => ({ sentence, count: count + 1 }))
    const undoKey = () => inForce.current.map.undo
    const begin = () => {
      filling.current = true
      startFilling(refresh)
    }
    const fillUp = (id?: string) => {
      if (id === undefined && filling.current) return
      wanted.current = id ?? wanted.current
      begin()
    }
    const fillUpAgain = () => (filling.current ? begin() : undefined)
    const whenFilled = (leave: () => void) => {
      emptied.current = leave
      begin()
    }
    const awaitNext = () => {
      isBereft.current = true
      fillUp()
    }
    const filled = { fillUp, fillUpAgain, whenFilled, awaitNext }
    const desk = { host: host.current, ...spoken, announce, undoKey, ...filled }
    return listenToKeys(desk, createDecider(desk), {
      keys: () => inForce.current,
      list: () => dialog.current?.showModal(),
    })
  }, [spoken, refresh])

  useEffect(() => {
    filling.current = isFilling
  }, [isFilling])

  // After every filling up: what was asked for may be there now.
  useEffect(() => {
    const item = wanted.current && host.current?.querySelector<HTMLElement>(`[data-item="${wanted.current}"]`)
    if (!item) return
    wanted.current = null
    focusItem(item)
  })

  // Everything that was on the page is decided: what comes next has the focus, as soon as it is there. What had it when
  // it was drawn anew has it again.
  useEffect(() => {
    if (!host.current) return
    const focused = document.activeElement
    if (focused !== document.body) {
      // What came back has taken it: it is not to be given away any more.
      if (itemsIn(host.current).some((item) => item.contains(focused))) isBereft.current = false
      return
    }
    const lost = host.current.querySelector<HTMLElement>('article[aria-current]:not([hidden])')
    const next = lost ?? (isBereft.current ? itemsIn(host.current)[0] : undefined)
    if (!next) return
    isBereft.current = false
    focusItem(next)
  })

  // And if nothing came, the page is left.
  useEffect(() => {
    const leave = emptied.current
    if (isFilling || !leave || !host.current) return
    emptied.current = null
    if (itemsIn(host.current).length === 0) leave()
  }, [isFilling])

  return (
    <div ref={host}>
      <p className="mt-3 min-h-7">
        {kept && (
          <button
            type="button"
            onClick={() => dialog.current?.showModal()}
            className="py-1 text-quiet text-small underline underline-offset-[.18em] hover:text-accent"
          >
            {words.dialog.open}
          </button>
        )}
      </p>
      {children}
      <div aria-live="polite" className="sticky bottom-0">
        {said.sentence && (
          <p key={said.count} className="border-rule border-t bg-paper py-2 text-small">
            {said.sentence}
          </p>
        )}
      </div>
      {kept && <KeysDialog ref={dialog} keys={kept} keep={keep} words={words} />}
    </div>
  )
}
