import { Fragment } from 'react'
import { say } from '@/messages/say'

/** "By Ada Brandvold and Ifor Pettigrew", each the way to what they wrote. */
export function Bylines({ authors }: { authors: { slug: string; name: string }[] }) {
  const holes = authors.map((_, index) => `\u0000${index}\u0000`)
  const last = holes.pop() ?? ''
  const names = holes.length === 0 ? last : say('article.and', { first: holes.join(', '), last })
  return (
    <span>
      {say('article.by', { names })
        .split('\u0000')
        .map((part, index) => {
          const author = index % 2 === 1 ? authors[Number(part)] : undefined
          if (!author) return <Fragment key={index}>{part}</Fragment>
          return (
            <a key={index} rel="author" dir="auto" href={`/author/${author.slug}`} className="text-ink">
              {author.name}
            </a>
          )
        })}
    </span>
  )
}
