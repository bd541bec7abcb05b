import type { Metadata } from 'next'
import { Button } from '@/components/button'
import { Meta } from '@/components/meta'
import { Notice } from '@/components/notice'
import { When } from '@/components/when'
import { articlePath } from '@/lib/articles/slug'
import { type ErrorFilter, errorQuery, readErrorFilter } from '@/lib/newsroom/error-filter'
import { listOpenErrors, type ReportedError } from '@/lib/newsroom/queries-errors'
import { publicId } from '@/lib/public-id'
import { site } from '@/lib/site'
import { say } from '@/messages/say'
import { DeskPage } from '../../desk-page'
import { requireEditor } from '../../guard'

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

const errorsPerPage = 20

export function generateMetadata(): Metadata {
  return { title: `${say('errors.title')} · ${site().name}` }
}

/** What readers found wrong, the longest waiting first. */
export default async function ErrorsPage({ searchParams }: Props) {
  const editor = await requireEditor('/admin/articles/errors')
  const query = await searchParams
  const { after: asked, done, problem } = query
  const filter = readErrorFilter(query)
  const after = typeof asked === 'string' ? publicId(asked) : null
  const found = await listOpenErrors(editor, {
    ...{ take: errorsPerPage + 1, ...filter },
    ...(after === null ? {} : { after }),
  })
  const errors = found.slice(0, errorsPerPage)
  const last = errors.at(-1)
  return (
    <DeskPage title={say('errors.title')} moderator={editor} current="errors">
      <p className="mt-1 max-w-measure text-quiet">{say('errors.intro')}</p>
      <Which filter={filter} />
      {done && (
        <Notice kind="done">
          <p>{say('errors.dismissed')}</p>
        </Notice>
      )}
      {problem && (
        <Notice kind="problem">
          <p>{say('errors.settledBefore')}</p>
        </Notice>
      )}
      {errors.length === 0 && <p className="py-6">{say('errors.none')}</p>}
      <ul className="mt-4 max-w-measure divide-y divide-rule">
        {errors.map((error) => (
          <ErrorItem key={error.id} error={error} filter={filter} />
        ))}
      </ul>
      {found.length > errorsPerPage && last && (
        <p className="border-rule border-t pt-4">
          <a rel="next" href={pageOf(filter, last.id)} className="font-semibold">
            {say('errors.more')}
          </a>
        </p>
      )}
    </DeskPage>
  )
}

/** All of them, one's own articles', or those of the article one came from. */
function Which({ filter }: { filter: ErrorFilter }) {
  const { articleId, mine } = filter
  const ways = [
    { label: say('errors.all'), of: {}, isChosen: articleId === undefined && !mine },
    { label: say('errors.mine'), of: { mine: true } as const, isChosen: articleId === undefined && mine },
    ...(articleId === undefined
      ? []
      : [{ label: say('errors.ofArticle', { id: String(articleId) }), of: filter, isChosen: true }]),
  ]
  return (
    <nav aria-label={say('errors.which')} className="mt-4 flex flex-wrap gap-x-5 border-rule border-b pb-2">
      {ways.map(({ label, of, isChosen }) => (
        <a
          key={label}
          href={pageOf(of)}
          aria-current={isChosen ? 'page' : undefined}
          className="py-1 no-underline hover:text-accent aria-[current]:font-semibold aria-[current]:text-accent"
        >
          {label}
        </a>
      ))}
    </nav>
  )
}

function pageOf(filter: ErrorFilter, after?: number): string {
  const query = new URLSearchParams(errorQuery(filter))
  if (after !== undefined) query.set('after', String(after))
  return query.size > 0 ? `/admin/articles/errors?${query}` : '/admin/articles/errors'
}

function ErrorItem({
  error: { id, article, quote, prefix, suffix, words, by, at },
  filter,
}: {
  error: ReportedError
  filter: ErrorFilter
}) {
  return (
    <li className="py-4">
      <p dir="auto" className="font-[560] font-serif text-brief">
        <a href={articlePath(article)}>{article.headline}</a>
      </p>
      <p dir="auto" className="mt-1 font-serif text-comment text-quiet">
        {prefix && '… '}
        {prefix}
        <mark className="bg-wash text-ink">{quote}</mark>
        {suffix}
        {suffix && ' …'}
      </p>
      <p dir="auto" className="mt-1 whitespace-pre-line [overflow-wrap:anywhere]">
        {words}
      </p>
      <Meta className="mt-1">
        {by ? <bdi>{by.name}</bdi> : say('errors.nobody')}
        <When at={at} />
      </Meta>
      <div className="mt-2 flex flex-wrap items-center gap-x-5 gap-y-2">
        <a href={`/admin/articles/${article.id}/correct`} className="font-semibold">
          {say('errors.correct')}
        </a>
        <form
          method="post"
          action={`/api/admin/errors/${id}/dismiss?${new URLSearchParams(errorQuery(filter))}`}
        >
          <Button type="submit" look="quiet">
            {say('errors.dismiss')}
          </Button>
        </form>
      </div>
    </li>
  )
}
