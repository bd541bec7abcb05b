'use client'

import { useEffect, useRef, useState } from 'react'
import { Button } from '@/components/button'
import { journalOf } from '../journal'
import { type Keeper, keepCorrection } from './keep-correction'

type Props = { articleId: number; viewerId: number }
type State = 'restored' | 'kept'
type Words = { restored: string; discard: string; kept: string }

/** Keeps the text of a correction on this device while it is written, and says so; what was left there is back. */
export function CorrectionKeeper({ articleId, viewerId, words }: Props & { words: Words }) {
  const [state, setState] = useState<State | null>(null)
  const keeper = useRef<Keeper>(null)
  useEffect(() => {
    const form = document.getElementById('writing')
    if (!(form instanceof HTMLFormElement)) return
    // What came back can be discarded also when more was typed since.
    const tell = (told: State) => setState((before) => (before === 'restored' ? before : told))
    keeper.current = keepCorrection(form, journalOf(viewerId, articleId, 'correction'), tell)
    return keeper.current.stop
  }, [articleId, viewerId])
  async function discard(): Promise<void> {
    await keeper.current?.discard()
    // Reloaded, the browser would put back what was typed.
    location.assign(`/admin/articles/${articleId}/correct?step=text`)
  }
  return (
    <div role="status" className="mt-4 flex flex-wrap items-center gap-x-4 gap-y-2 text-quiet text-small">
      {state && <p>{words[state]}</p>}
      {state === 'restored' && (
        <Button type="button" look="quiet" onClick={() => void discard()}>
          {words.discard}
        </Button>
      )}
    </div>
  )
}

/** The text was taken, or thrown away: the device need not know it any more. */
export function ForgetCorrection({ articleId, viewerId }: Props) {
  useEffect(() => {
    const journal = journalOf(viewerId, articleId, 'correction')
    journal.forgetAll().catch(() => undefined)
    return journal.close
  }, [articleId, viewerId])
  return null
}
