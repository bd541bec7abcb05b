import type { BlockChange, VersionDifference } from '@/lib/articles/version-difference'
import type { Written } from '@/lib/articles/written'
import type { Part } from '@/lib/difference'
import { say } from '@/messages/say'
import { DifferenceParts } from './difference'
import { wordsOf } from './words-of'

type Props = {
  difference: VersionDifference
  written: Written
  /** How many paragraphs that were touched are shown; all without it. */
  most?: number
  /** What is said of those that are not. */
  rest?: (count: number) => React.ReactNode
}

/** What a version changed: its lines by their names, its paragraphs in the order they stand in. */
export function VersionChanges({ difference, written, most = Number.POSITIVE_INFINITY, rest }: Props) {
  const { lines, picture } = difference
  const words = wordsOf(written)
  const { shown, left } = firstTouched(difference.blocks, most)
  const isNothing = lines.length === 0 && picture === null && !shown.some(({ kind }) => kind !== 'same')
  if (isNothing) return <p className="text-quiet">{say('versions.sameText')}</p>
  return (
    <div className="grid gap-3">
      {lines.map(({ name, parts }) => (
        <Labelled key={name} label={say(`versions.line.${name}`)} parts={parts} words={words} />
      ))}
      {picture && <p className="text-quiet text-small">{say(`versions.picture.${picture}`)}</p>}
      {shown.map((change, index) => (
        <Change key={index} change={change} words={words} />
      ))}
      {left > 0 && rest?.(left)}
    </div>
  )
}

type Words = { words: ReturnType<typeof wordsOf> }

function Change({ change, words }: { change: BlockChange } & Words) {
  switch (change.kind) {
    case 'same':
      return (
        <p className="border-rule border-s-2 ps-3 text-quiet text-small">
          {say('versions.unchanged', { count: change.count })}
        </p>
      )
    case 'changed':
      return <Text parts={change.parts} words={words} />
    default:
      return (
        <Labelled
          label={say(`versions.block.${change.kind}`, { what: change.type })}
          parts={change.parts}
          words={words}
        />
      )
  }
}

function Labelled({ label, parts, words }: { label: string; parts: Part[] } & Words) {
  return (
    <div>
      <p className="text-quiet text-small">{label}</p>
      <Text parts={parts} words={words} />
    </div>
  )
}

function Text({ parts, words }: { parts: Part[] } & Words) {
  return (
    <p
      {...words}
      className="whitespace-pre-line font-serif text-comment leading-relaxed [overflow-wrap:anywhere]"
    >
      <DifferenceParts parts={parts} />
    </p>
  )
}

/** The changes up to so many touched paragraphs, and how many more there are. */
function firstTouched(blocks: BlockChange[], most: number): { shown: BlockChange[]; left: number } {
  let touched = 0
  const shown = blocks.filter(({ kind }) => {
    if (kind !== 'same') touched += 1
    return touched <= most
  })
  return { shown, left: Math.max(0, touched - most) }
}
