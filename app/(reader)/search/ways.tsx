import type { ListPlace } from '@/lib/articles/list-place'
import { writeCursor } from '@/lib/comments/cursor'
import { say } from '@/messages/say'

export type Asked = { text: string; sort: 'best' | 'date'; page: number }

/** The address of a search, with nothing in it that goes without saying. */
export function addressOf({ text, sort, page }: Asked, after?: ListPlace): string {
  const query = new URLSearchParams({ q: text })
  if (sort === 'date') query.set('sort', sort)
  else if (page > 1) query.set('page', String(page))
  if (after) query.set('after', writeCursor(after))
  return `/search?${query}`
}

/** By relevance or by date. */
export function Ways({ asked }: { asked: Asked }) {
  return (
    <nav aria-label={say('find.order')} className="mt-5 flex gap-5 text-small">
      {(['best', 'date'] as const).map((sort) => (
        <a
          key={sort}
          href={addressOf({ ...asked, sort, page: 1 })}
          aria-current={sort === asked.sort ? 'page' : undefined}
          className="py-1 no-underline hover:text-accent aria-[current]:font-semibold aria-[current]:text-accent"
        >
          {say(`find.order.${sort}`)}
        </a>
      ))}
    </nav>
  )
}

/** How much there is. */
export function Found({
  total,
  isRelaxed,
  results,
}: {
  total: number | null
  isRelaxed: boolean
  results: unknown[]
}) {
  return (
    <p className="mt-3 text-quiet" role="status">
      {isRelaxed && `${say('find.relaxed')} `}
      {results.length === 0 && say('find.none')}
      {results.length > 0 && total !== null && say('find.found', { count: total })}
    </p>
  )
}
