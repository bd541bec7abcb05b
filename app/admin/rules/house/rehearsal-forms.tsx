'use client'

import { useRouter } from 'next/navigation'
import { useEffect, useRef, useState } from 'react'
import { Button } from '@/components/button'
import { askInTurns } from './in-turns'

const action = '/api/admin/rules/house'

/** What a rehearsal can begin from: with what its form says, under this name. */
type Start = { fields: Record<string, string>; label: string }
type Words = { stop: string; asking: string; asked: string; failed: string }
type Asking = { from: Start; asked: number; sample: number | null }

/**
 * The ways to begin a rehearsal or to go on with it, the main one first. Without scripts a press asks for some seconds;
 * with them it goes on by itself, shows how far it has come, and ends when it is told to or the page is left.
 */
export function RehearsalForms({ starts, words }: { starts: Start[]; words: Words }) {
  const { replace } = useRouter()
  const stopping = useRef<AbortController | null>(null)
  const [asking, setAsking] = useState<Asking | null>(null)
  const [isFailed, setFailed] = useState(false)
  useEffect(() => () => stopping.current?.abort(), [])

  async function ask(from: Start) {
    if (stopping.current) return stopping.current.abort()
    const stop = new AbortController()
    stopping.current = stop
    setFailed(false)
    setAsking({ from, asked: Number(from.fields.asked ?? 0), sample: null })
    const went = await askInTurns(action, new URLSearchParams(from.fields), {
      stop: stop.signal,
      show({ asked, sample, url }) {
        setAsking({ from, asked, sample })
        replace(url, { scroll: false })
      },
    })
    stopping.current = null
    setAsking(null)
    setFailed(!went)
  }

  return (
    <div className="mt-5">
      <p role="status" className={isFailed ? 'text-accent' : 'text-quiet text-small'}>
        {isFailed ? words.failed : asking && sentence(asking, words)}
      </p>
      {asking && (
        <progress
          aria-label={sentence(asking, words)}
          {...(asking.sample ? { value: asking.asked, max: asking.sample } : {})}
          className="mt-1 block w-full accent-ink"
        />
      )}
      <div className="mt-3 flex flex-wrap gap-3">
        {(asking ? [asking.from] : starts).map((start, index) => (
          <form
            key={index}
            method="post"
            action={action}
            onSubmit={(event) => {
              event.preventDefault()
              ask(start).catch(reportError)
            }}
          >
            {Object.entries(start.fields).map(([name, value]) => (
              <input key={name} type="hidden" name={name} value={value} />
            ))}
            <Button type="submit" look={index === 0 && starts.length > 1 && !asking ? 'main' : 'quiet'}>
              {asking ? words.stop : start.label}
            </Button>
          </form>
        ))}
      </div>
    </div>
  )
}

function sentence({ asked, sample }: Asking, words: Words): string {
  if (sample === null) return words.asking
  return words.asked.replace('{asked}', `${asked}`).replace('{sample}', `${sample}`)
}
