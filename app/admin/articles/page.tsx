import type { Metadata } from 'next'
import { Button } from '@/components/button'
import { Meta } from '@/components/meta'
import { When } from '@/components/when'
import { listSections } from '@/lib/articles/queries'
import { readCursor, writeCursor } from '@/lib/comments/cursor'
import { type ListFilter, listQuery, readListFilter } from '@/lib/newsroom/list-filter'
import { listAuthorNames } from '@/lib/newsroom/queries-desk'
import { type ListedArticle, listArticles } from '@/lib/newsroom/queries-list'
import { site } from '@/lib/site'
import { say } from '@/messages/say'
import { DeskPage } from '../desk-page'
import { requireEditor } from '../guard'
import { ArticleFilters } from './article-filters'

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export function generateMetadata(): Metadata {
  return { title: `${say('articles.title')} · ${site().name}` }
}

/** Everything the newsroom has written, to be found and gone on with. */
export default async function ArticlesPage({ searchParams }: Props) {
  const editor = await requireEditor('/admin/articles')
  const query = await searchParams
  const filter = readListFilter(query)
  const after = readCursor(typeof query.after === 'string' ? query.after : undefined)
  const [{ articles, next }, sections, authors] = await Promise.all([
    listArticles(editor, filter, after),
    listSections(),
    listAuthorNames(editor),
  ])
  return (
    <DeskPage
      title={say('articles.title')}
      about={<Meta>{say('articles.order')}</Meta>}
      moderator={editor}
      current="articles"
    >
      <form method="post" action="/api/admin/articles" className="mt-4">
        <Button type="submit">{say('articles.new')}</Button>
      </form>
      <ArticleFilters filter={filter} sections={sections} authors={authors} />
      {articles.length === 0 && <p className="py-10 text-quiet">{say('articles.none')}</p>}
      <ul className="mt-4 divide-y divide-rule border-rule border-t">
        {articles.map((article) => (
          <Row key={article.id} article={article} />
        ))}
      </ul>
      <p className="mt-6 flex gap-6 font-semibold">
        {after && <a href={pageOf(filter, null)}>{say('articles.fromStart')}</a>}
        {next && (
          <a rel="next" href={pageOf(filter, writeCursor(next))}>
            {say('articles.next')}
          </a>
        )}
      </p>
    </DeskPage>
  )
}

function Row({ article }: { article: ListedArticle }) {
  const { id, headline, state, section, authors, changedAt, goesLiveAt, isDraft, isHeld, legalFlag } = article
  const { updateAt, isUpdateStopped } = article
  const marks = [
    ...(isDraft && state !== 'draft' ? [say('articles.hasDraft')] : []),
    ...(isUpdateStopped ? [say('articles.updateStopped')] : []),
    ...(isHeld ? [say('articles.isHeld')] : []),
    ...(legalFlag ? [say('articles.isFlagged')] : []),
  ]
  return (
    <li className="py-3">
      <p className="flex flex-wrap items-baseline gap-x-3">
        <a
          href={`/admin/articles/${id}`}
          dir="auto"
          className="font-serif text-brief [overflow-wrap:anywhere]"
        >
          {headline || say('articles.untitled')}
        </a>
        <span className={state === 'published' ? 'text-quiet text-small' : 'font-[650] text-small'}>
          {say(`articles.state.${state}`)}
        </span>
        {marks.map((mark) => (
          <span key={mark} className="font-[650] text-accent text-small">
            {mark}
          </span>
        ))}
      </p>
      <Meta>
        <span>{say('articles.id', { id: String(id) })}</span>
        {section}
        {authors.length > 0 && <bdi>{authors.join(', ')}</bdi>}
        <When at={changedAt} />
        {updateAt && !isUpdateStopped && (
          <span>
            {say('articles.updateLive')} <When at={updateAt} />
          </span>
        )}
        {goesLiveAt && (
          <span>
            {say('articles.goesLive')} <When at={goesLiveAt} />
          </span>
        )}
      </Meta>
    </li>
  )
}

function pageOf(filter: ListFilter, after: string | null): string {
  const query = listQuery(filter)
  if (after !== null) query.set('after', after)
  return query.size > 0 ? `/admin/articles?${query}` : '/admin/articles'
}
