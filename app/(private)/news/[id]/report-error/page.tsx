import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { Button } from '@/components/button'
import { Notice } from '@/components/notice'
import { ProsePage } from '@/components/prose-page'
import { wordsOf } from '@/components/words-of'
import { longestQuote } from '@/lib/articles/passage'
import { findArticle } from '@/lib/articles/queries'
import { articlePath } from '@/lib/articles/slug'
import { longestErrorWords } from '@/lib/newsroom/commands-errors'
import { publicId } from '@/lib/public-id'
import { site } from '@/lib/site'
import { say } from '@/messages/say'
import { typedError } from './typed-error'

type Props = {
  params: Promise<{ id: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

const problems = [
  'no-passage',
  'banned',
  'too-many',
  'too-soon',
  'blank',
  'too-long',
  'unreadable',
  'bad-fields',
] as const

const look =
  'block w-full rounded-[3px] border border-edge bg-paper px-3 py-2 text-[1rem] text-ink [field-sizing:content]'

export function generateMetadata(): Metadata {
  return { title: `${say('reportError.title')} · ${site().name}`, robots: { index: false } }
}

/** Tells the newsroom that a sentence of an article is wrong. Nobody has to sign in for that. */
export default async function ReportErrorPage({ params, searchParams }: Props) {
  const id = publicId((await params).id)
  const found = id === null ? null : await findArticle(id)
  if (id === null || found?.state !== 'published') notFound()
  const { article } = found
  const { problem: asked, done, q } = await searchParams
  const problem = problems.find((each) => each === asked)
  const typed = (problem && (await typedError(id))) || { quote: typeof q === 'string' ? q : '', words: '' }
  return (
    <ProsePage title={say('reportError.title')}>
      <p {...wordsOf(article)} className="mb-4 font-serif text-brief">
        <a href={articlePath(article)}>{article.headline}</a>
      </p>
      {done && (
        <Notice kind="done" title={say('reportError.done')}>
          <p>{say('reportError.doneText')}</p>
        </Notice>
      )}
      {problem && (
        <Notice kind="problem" title={say('reportError.problem')}>
          <p>{say(`reportError.problem.${problem}`)}</p>
        </Notice>
      )}
      {!done && (
        <form method="post" action={`/api/news/${id}/report-error`}>
          <label htmlFor="quote" className="mb-1 block font-semibold">
            {say('reportError.quote')}
          </label>
          <textarea
            id="quote"
            name="quote"
            required
            rows={3}
            maxLength={longestQuote}
            defaultValue={typed.quote}
            dir="auto"
            aria-describedby="quote-hint"
            className={look}
          />
          <p id="quote-hint" className="mt-1 text-quiet text-small">
            {say('reportError.quote.hint')}
          </p>
          <label htmlFor="words" className="mt-5 mb-1 block font-semibold">
            {say('reportError.words')}
          </label>
          <textarea
            id="words"
            name="words"
            required
            rows={4}
            maxLength={longestErrorWords}
            defaultValue={typed.words}
            dir="auto"
            className={look}
          />
          <p className="my-5 text-quiet text-small">{say('reportError.hint')}</p>
          <Button type="submit">{say('reportError.send')}</Button>
        </form>
      )}
    </ProsePage>
  )
}
