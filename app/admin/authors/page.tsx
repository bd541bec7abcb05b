import type { Metadata } from 'next'
import { Notice } from '@/components/notice'
import { listAuthorFiles } from '@/lib/newsroom/queries-house'
import { site } from '@/lib/site'
import { say } from '@/messages/say'
import { DeskPage } from '../desk-page'
import { requireEditor } from '../guard'
import { AuthorForm } from './author-form'
import { authorProblem } from './author-words'

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

const authorsPerPage = 50

export function generateMetadata(): Metadata {
  return { title: `${say('authors.title')} · ${site().name}` }
}

/** Whose names stand over articles, by their addresses. */
export default async function AuthorsPage({ searchParams }: Props) {
  const editor = await requireEditor('/admin/authors')
  const { after, done, problem: problemAsked } = await searchParams
  const found = await listAuthorFiles(editor, {
    take: authorsPerPage + 1,
    ...(typeof after === 'string' ? { after } : {}),
  })
  const authors = found.slice(0, authorsPerPage)
  const problem = authorProblem(problemAsked)
  return (
    <DeskPage title={say('authors.title')} moderator={editor} current="authors">
      <p className="mt-1 max-w-measure text-quiet">{say('authors.intro')}</p>
      {done && (
        <Notice kind="done">
          <p>{say('authors.done')}</p>
        </Notice>
      )}
      {problem && (
        <Notice kind="problem" title={say('authors.problem')}>
          <p>{problem}</p>
        </Notice>
      )}
      <ul className="mt-4 max-w-measure divide-y divide-rule">
        {authors.map(({ id, slug, name, bio }) => (
          <li key={id} className="py-3">
            <a href={`/admin/authors/${id}`} className="font-[560] font-serif text-brief">
              <bdi>{name}</bdi>
            </a>{' '}
            <code className="text-quiet text-small">{slug}</code>
            {bio && (
              <p dir="auto" className="line-clamp-2 text-quiet [overflow-wrap:anywhere]">
                {bio}
              </p>
            )}
          </li>
        ))}
      </ul>
      {found.length > authorsPerPage && (
        <p className="border-rule border-t pt-4">
          <a
            rel="next"
            href={`/admin/authors?after=${encodeURIComponent(authors.at(-1)?.slug ?? '')}`}
            className="font-semibold"
          >
            {say('authors.more')}
          </a>
        </p>
      )}
      <section aria-labelledby="add" className="mt-8 max-w-measure border-rule border-t pt-5">
        <h2 id="add" className="text-second">
          {say('authors.add')}
        </h2>
        <AuthorForm action="/api/admin/authors" submit={say('authors.addNow')} />
      </section>
    </DeskPage>
  )
}
