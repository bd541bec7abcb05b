'use client'

import { useEffect, useState } from 'react'
import { picturesIn, sendPicture } from './send-picture'

type Words = { drop: string; sending: string; problem: string; problems: Record<string, string> }

/** Takes pictures that are dropped or pasted anywhere on the page, one after the other, and then shows the library. */
export function PictureDrop({ words }: { words: Words }) {
  const [isReady, setReady] = useState(false)
  const [line, setLine] = useState('')
  const [problem, setProblem] = useState('')
  useEffect(() => {
    setReady(true)
    const take = async (event: Event, data: DataTransfer | null) => {
      const files = picturesIn(data)
      if (files.length === 0) return
      event.preventDefault()
      setProblem('')
      let hasFailed = false
      for (const file of files) {
        const sent = await sendPicture(file, (share) =>
          setLine(
            words.sending.replace('{name}', file.name).replace('{percent}', String(Math.round(share * 100))),
          ),
        )
        if (sent.ok) continue
        hasFailed = true
        setProblem(`${words.problem}: ${file.name}. ${words.problems[sent.error] ?? ''}`)
      }
      setLine('')
      if (!hasFailed) location.assign('/admin/pictures')
    }
    const drop = (event: DragEvent) => void take(event, event.dataTransfer)
    const paste = (event: ClipboardEvent) => void take(event, event.clipboardData)
    const over = (event: DragEvent) => {
      if (event.dataTransfer?.types.includes('Files')) event.preventDefault()
    }
    document.addEventListener('dragover', over)
    document.addEventListener('drop', drop)
    document.addEventListener('paste', paste)
    return () => {
      document.removeEventListener('dragover', over)
      document.removeEventListener('drop', drop)
      document.removeEventListener('paste', paste)
    }
  }, [words])
  return (
    <>
      {isReady && <p className="mt-4 text-quiet text-small">{words.drop}</p>}
      <p role="status" className="mt-2">
        {line}
      </p>
      {problem && (
        <p role="alert" className="mt-2 text-accent">
          {problem}
        </p>
      )}
    </>
  )
}
