'use client'

import { type ReactNode, useEffect, useRef } from 'react'

const [everyMs, decidedMs] = [5_000, 1_000]

/** Around the numbers at the side: keeps them as they are now while the page is looked at. */
export function LiveCounts({ children }: { children: ReactNode }) {
  const host = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const asking = setInterval(() => {
      if (document.visibilityState === 'visible') renew(host.current).catch(() => undefined)
    }, everyMs)
    // Whoever decides fast is told once a second.
    let soon: number | undefined
    const heard = () => {
      soon ??= window.setTimeout(() => {
        soon = undefined
        renew(host.current).catch(() => undefined)
      }, decidedMs)
    }
    addEventListener(decidedEvent, heard)
    return () => {
      clearInterval(asking)
      clearTimeout(soon)
      removeEventListener(decidedEvent, heard)
    }
  }, [])
  return <div ref={host}>{children}</div>
}

/** Something was decided on this page. */
export const decidedEvent = 'tribune:decided'

// What it could not ask now it asks again soon: nobody is told.
async function renew(host: HTMLElement | null): Promise<void> {
  const answer = await fetch('/api/admin/queue/counts', { headers: { accept: 'application/json' } })
  if (!answer.ok || !host) return
  const counts: Record<string, unknown> = await answer.json()
  for (const place of host.querySelectorAll<HTMLElement>('[data-count]')) {
    const count = counts[place.dataset.count ?? '']
    if (typeof count === 'number' || typeof count === 'string') place.textContent = String(count)
  }
}
