'use client'

import { type ReactNode, useEffect, useRef, useState, useSyncExternalStore } from 'react'
import { keepOnDevice, readOnDevice } from '../on-device'
import { type Calm, isTurnOver, readCalm, withSevere } from './calm'

const name = 'tribune.desk.calm'

type Words = { blur: string; seen: string; over: string; later: string }

/**
 * Around the comments: blurs their texts on request until one has the focus or the pointer, counts the hard ones that
 * were read today on this device, and says when somebody else should take over. Only a script can.
 */
export function CalmDesk({ words, children }: { words: Words; children: ReactNode }) {
  const host = useRef<HTMLDivElement>(null)
  const runs = useSyncExternalStore(
    () => () => undefined,
    () => true,
    () => false,
  )
  const [calm, setCalm] = useState<Calm | null>(null)

  useEffect(() => setCalm(readCalm(readOnDevice(name) ?? '', today())), [])
  useEffect(() => {
    // What the device does not keep holds until the page is left.
    if (calm) keepOnDevice(name, JSON.stringify(calm))
  }, [calm])
  useEffect(() => {
    const seen = new IntersectionObserver(
      (entries) => {
        for (const { isIntersecting, target } of entries) {
          const id = Number(target.closest('[data-item]')?.getAttribute('data-item'))
          if (isIntersecting && id > 0) setCalm((before) => before && withSevere(before, id))
        }
      },
      { threshold: 0.5 },
    )
    for (const text of host.current?.querySelectorAll('[data-severe]') ?? []) seen.observe(text)
    return () => seen.disconnect()
  })

  return (
    <div ref={host} data-blurred={calm?.isBlurred ? '' : undefined}>
      {runs && calm && (
        <div className="mt-3 flex flex-wrap items-center gap-x-5 gap-y-1 text-small">
          <label className="flex min-h-8 items-center gap-2">
            <input
              type="checkbox"
              checked={calm.isBlurred}
              onChange={({ target }) => setCalm({ ...calm, isBlurred: target.checked })}
            />
            {words.blur}
          </label>
          {calm.severe.length > 0 && (
            <span className="text-quiet">{words.seen.replace('{count}', `${calm.severe.length}`)}</span>
          )}
        </div>
      )}
      {calm && isTurnOver(calm) && (
        <div role="status" className="my-3 border-hold border-s-3 bg-wash px-4 py-3">
          <p>{words.over.replace('{count}', `${calm.severe.length}`)}</p>
          <button
            type="button"
            className="py-1 font-semibold underline underline-offset-[.18em]"
            onClick={() => setCalm({ ...calm, toldAt: calm.severe.length })}
          >
            {words.later}
          </button>
        </div>
      )}
      {children}
    </div>
  )
}

function today(): string {
  return new Date().toLocaleDateString('sv')
}
