import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { Notice } from '@/components/notice'
import { findAuthorFile } from '@/lib/newsroom/queries-house'
import { publicId } from '@/lib/public-id'
import { site } from '@/lib/site'
import { say } from '@/messages/say'
import { DeskPage } from '../../desk-page'
import { requireEditor } from '../../guard'
import { AuthorForm } from '../author-form'
import { authorProblem } from '../author-words'

type Props = {
  params: Promise<{ id: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export function generateMetadata(): Metadata {
  return { title: `${say('authors.title')} · ${site().name}` }
}

/** Who one author is to readers. */
export default async function AuthorDeskPage({ params, searchParams }: Props) {
  const { id: asked } = await params
  const editor = await requireEditor(`/admin/authors/${asked}`)
  const id = publicId(asked)
  const author = id === null ? null : await findAuthorFile(editor, id)
  if (!author) notFound()
  const { done, problem: problemAsked } = await searchParams
  const problem = authorProblem(problemAsked)
  return (
    <DeskPage title={author.name} moderator={editor} current="authors">
      <p className="mt-1 flex flex-wrap gap-x-5">
        <a href={`/author/${author.slug}`}>{say('authors.see')}</a>
        <a href="/admin/authors">{say('authors.all')}</a>
      </p>
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
      <AuthorForm action={`/api/admin/authors/${author.id}`} author={author} submit={say('house.save')} />
    </DeskPage>
  )
}
