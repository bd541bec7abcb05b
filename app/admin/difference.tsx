import { differenceOf } from '@/lib/moderation/difference'

const elements = { same: 'span', added: 'ins', removed: 'del' } as const
const looks = { same: undefined, added: 'bg-wash text-ok', removed: 'text-accent' }

/** What came and went from one wording to the next, word by word, as it was typed. */
export function Difference({ before, after }: { before: string; after: string }) {
  return (
    <p dir="auto" className="whitespace-pre-wrap font-serif text-comment [overflow-wrap:anywhere]">
      {differenceOf(before, after).map(({ kind, text }, index) => {
        const Words = elements[kind]
        return (
          <Words key={index} className={looks[kind]}>
            {text}
          </Words>
        )
      })}
    </p>
  )
}
