import { differenceOf, type Part } from '@/lib/difference'
import { say } from '@/messages/say'

/** What came and went from one wording to the next, word by word, as it was typed. */
export function Difference({ before, after }: { before: string; after: string }) {
  return (
    <p dir="auto" className="whitespace-pre-wrap font-serif text-comment [overflow-wrap:anywhere]">
      <DifferenceParts parts={differenceOf(before, after)} />
    </p>
  )
}

/** The same for parts that are at hand: underlined what came, struck through what went, and said aloud to who hears the page. */
export function DifferenceParts({ parts }: { parts: Part[] }) {
  return parts.map((part, index) => <Words key={index} {...part} />)
}

function Words({ kind, text }: Part) {
  if (kind === 'same') return text
  return (
    <>
      <span className="sr-only">{say(`difference.${kind}`)} </span>
      {kind === 'added' ? (
        <ins className="bg-wash text-ok underline-offset-[.18em]">{text}</ins>
      ) : (
        <del className="me-[.2em] text-accent">{text}</del>
      )}
      <span className="sr-only"> {say('difference.end')} </span>
    </>
  )
}
