'use client'

import { useEffect, useState } from 'react'
import { type KeeperState, keepDraft } from './keep-draft'
import type { KeeperWords } from './keeper-words'

type Props = {
  articleId: number
  viewerId: number
  base: string
  others: string[]
  asides: number
  words: KeeperWords
}

/** Beside the button: keeps what is typed, and says where it is and who else is at it. */
export function Keeper({ articleId, viewerId, base, others, asides, words }: Props) {
  const [state, setState] = useState<KeeperState>({ keeping: 'still', at: null, others, asides })
  useEffect(() => {
    const form = document.getElementById('writing')
    if (!(form instanceof HTMLFormElement)) return
    return keepDraft(form, { articleId, viewerId, base }, (change) =>
      setState((before) => ({ ...before, ...change })),
    )
  }, [articleId, viewerId, base])
  const { keeping, at } = state
  const isTrouble = keeping === 'away' || keeping === 'signed-out' || keeping === 'refused'
  return (
    <div className="text-small">
      <p role="status" className={isTrouble ? 'font-semibold text-accent' : 'text-quiet'}>
        {words.keeping[keeping].replace('{time}', at === null ? '' : timeOf(at, words.language))}
      </p>
      {state.asides > asides && (
        <p>
          <a href={`/admin/articles/${articleId}`}>{words.asides}</a>
        </p>
      )}
      {state.others.length > 0 && <p>{words.others.replace('{names}', state.others.join(', '))}</p>}
    </div>
  )
}

function timeOf(at: string, language: string): string {
  return new Intl.DateTimeFormat(language, { timeStyle: 'medium' }).format(new Date(at))
}
