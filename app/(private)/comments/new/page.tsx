import { randomUUID } from 'node:crypto'
import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { Button } from '@/components/button'
import { CommentBox } from '@/components/comment-box'
import { ProsePage } from '@/components/prose-page'
import { RenderedText } from '@/components/rendered-text'
import { findArticle } from '@/lib/articles/queries'
import { articlePath } from '@/lib/articles/slug'
import { currentViewer } from '@/lib/auth'
import { isSamePlace } from '@/lib/comments/pending'
import { findPublicComment } from '@/lib/comments/queries'
import { render } from '@/lib/comments/render'
import { longestComment } from '@/lib/comments/text'
import { publicId } from '@/lib/public-id'
import { site } from '@/lib/site'
import { say } from '@/messages/say'
import { keptText } from '../../kept-text'
import { ComposeProblem } from './compose-problem'

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export function generateMetadata(): Metadata {
  return { title: `${say('compose.title')} · ${site().name}` }
}

/** The form on a page of its own: for answers, for texts kept through signing in, and for what has to change first. */
export default async function ComposePage({ searchParams }: Props) {
  const { article: askedArticle, parent: askedParent, problem, until } = await searchParams
  const [viewer, found] = await Promise.all([currentViewer(), keptText()])
  const kept = found?.commentId === null ? found : null
  const articleId = readId(askedArticle) ?? kept?.articleId ?? null
  const foundArticle = articleId === null ? null : await findArticle(articleId)
  if (foundArticle?.state !== 'published') notFound()
  const { article } = foundArticle
  // A text kept for another place stays there; only its own page shows it.
  const parentId = readId(askedParent) ?? (askedArticle === undefined ? (kept?.parentId ?? null) : null)
  const own = kept && isSamePlace(kept, { articleId: article.id, parentId, commentId: null }) ? kept : null
  const parent = parentId === null ? null : await findPublicComment(parentId, article.id)
  const isOpen = article.conversation === 'open'
  return (
    <ProsePage title={say('compose.title')}>
      <p className="text-quiet">
        {say('compose.on')}{' '}
        <a href={articlePath(article)} className="text-ink">
          {article.headline}
        </a>
      </p>
      <ComposeProblem
        problem={isOpen ? problem : 'closed'}
        until={until}
        length={own ? [...own.body].length : 0}
      />
      {parent?.text && parent.author && (
        <div className="my-5 border-rule border-s-2 ps-4">
          <p className="font-[650] text-small">{say('compose.answering', { name: parent.author.name })}</p>
          <RenderedText text={parent.text} />
        </div>
      )}
      {own && !problem && isOpen && <p className="mt-5 text-small">{say('compose.kept')}</p>}
      <form method="post" action="/api/comments" className="mt-4">
        <input type="hidden" name="article" value={article.id} />
        {parent && <input type="hidden" name="parent" value={parent.id} />}
        <input type="hidden" name="key" value={randomUUID()} />
        <CommentBox text={own?.body ?? ''} rows={9} />
        <p className="mt-1 text-quiet text-small">
          {say('compose.characters', { longest: longestComment })} <a href="/rules">{say('compose.rules')}</a>
        </p>
        {isOpen && (
          <div className="my-4 flex flex-wrap items-center gap-x-4 gap-y-2">
            <Button type="submit">{say('talk.post')}</Button>
            {!viewer && <span className="text-quiet text-small">{say('talk.signInLater')}</span>}
          </div>
        )}
      </form>
      {own && (
        <form method="post" action="/api/comments/pending/discard">
          <button type="submit" className="py-1 text-quiet text-small underline underline-offset-[.18em]">
            {say('compose.discard')}
          </button>
        </form>
      )}
      {own && own.body.trim() !== '' && problem === undefined && (
        <section aria-label={say('compose.preview')} className="mt-8 border-rule border-t pt-4">
          <h2 className="mb-1 font-[650] font-sans text-base tracking-normal">{say('compose.preview')}</h2>
          <RenderedText text={render(own.body)} />
        </section>
      )}
    </ProsePage>
  )
}

function readId(text: string | string[] | undefined): number | null {
  return typeof text === 'string' ? publicId(text) : null
}
