import { randomUUID } from 'node:crypto'
import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { Button } from '@/components/button'
import { CommentBox } from '@/components/comment-box'
import { ComposerLine } from '@/components/composer'
import { Meta } from '@/components/meta'
import { ProsePage } from '@/components/prose-page'
import { RenderedText } from '@/components/rendered-text'
import { ModeLine, SlowLine } from '@/components/talk-mode-lines'
import { wordsOf } from '@/components/words-of'
import { type Passage, paragraphsOf, passageIn, passageOf } from '@/lib/articles/passage'
import { findArticle, type PublicArticle } from '@/lib/articles/queries'
import { articlePath } from '@/lib/articles/slug'
import { currentViewer } from '@/lib/auth'
import { isSamePlace } from '@/lib/comments/pending'
import { findPublicComment, type PublicComment } from '@/lib/comments/queries'
import { findHandles } from '@/lib/comments/queries-handles'
import { quoted } from '@/lib/comments/quoted'
import { render } from '@/lib/comments/render'
import { longestComment } from '@/lib/comments/text'
import { publicId } from '@/lib/public-id'
import { listOwnSanctions } from '@/lib/readers/queries-sanction'
import { site } from '@/lib/site'
import { say } from '@/messages/say'
import { keptText } from '../../kept-text'
import { UnreadWarnings } from '../../sanctions'
import { ComposerFrame } from '../composer-frame'
import { ComposeProblem } from './compose-problem'

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export function generateMetadata(): Metadata {
  return { title: `${say('compose.title')} · ${site().name}` }
}

/** The form on a page of its own: for answers, for texts kept through signing in, and for what has to change first. */
export default async function ComposePage({ searchParams }: Props) {
  const asked = await searchParams
  const { problem } = asked
  const [viewer, found] = await Promise.all([currentViewer(), keptText()])
  const kept = found?.commentId === null ? found : null
  const articleId = readId(asked.article) ?? kept?.articleId ?? null
  const foundArticle = articleId === null ? null : await findArticle(articleId)
  if (foundArticle?.state !== 'published') notFound()
  const { article } = foundArticle
  // A text kept for another place stays there; only its own page shows it.
  const parentId = readId(asked.parent) ?? (asked.article === undefined ? (kept?.parentId ?? null) : null)
  const own = kept && isSamePlace(kept, { articleId: article.id, parentId, commentId: null }) ? kept : null
  const parent = parentId === null ? null : await findPublicComment(parentId, article.id)
  const about = own?.about ?? passageAsked(article, asked.about, asked.q)
  const isOpen = article.conversation === 'open'
  const sanctions = viewer ? await listOwnSanctions(viewer, new Date()) : []
  const body = own?.body ?? (asked.quote === '1' && parent?.text ? quoted(parent.text) : '')
  return (
    <ProsePage title={say('compose.title')}>
      <p className="text-quiet">
        {say('compose.on')}{' '}
        <a href={articlePath(article)} {...wordsOf(article)} className="text-ink">
          {article.headline}
        </a>
      </p>
      {isOpen && (
        <Meta>
          <ModeLine talk={article.talk} />
          {article.talk.slowSeconds !== null && <SlowLine seconds={article.talk.slowSeconds} />}
        </Meta>
      )}
      <ComposeProblem
        problem={isOpen ? problem : 'closed'}
        until={asked.until}
        why={asked.why}
        length={own ? [...own.body].length : 0}
        sanctions={sanctions}
      />
      <UnreadWarnings sanctions={sanctions} />
      <Answered parent={parent} about={about} />
      {own && !problem && isOpen && <p className="mt-5 text-small">{say('compose.kept')}</p>}
      <ComposerFrame articleId={article.id}>
        <form method="post" action="/api/comments" className="mt-4">
          <input type="hidden" name="article" value={article.id} />
          {parent && <input type="hidden" name="parent" value={parent.id} />}
          {about && (
            <>
              <input type="hidden" name="quote" value={about.quote} />
              <input type="hidden" name="prefix" value={about.prefix} />
              <input type="hidden" name="suffix" value={about.suffix} />
            </>
          )}
          <input type="hidden" name="key" value={randomUUID()} />
          <input type="hidden" name="nudge" value="1" />
          <CommentBox text={body} rows={9} asks={article.mode === 'questions' && !parent} />
          <p className="mt-1 text-quiet text-small">
            {say('compose.characters', { longest: longestComment })}{' '}
            <a href="/rules">{say('compose.rules')}</a>
          </p>
          {isOpen && (
            <div className="my-4 flex flex-wrap items-center gap-x-4 gap-y-2">
              <Button type="submit">{say('talk.post')}</Button>
              {problem === 'nudge' && (
                <Button type="submit" name="anyway" value="1" look="quiet">
                  {say('nudge.anyway')}
                </Button>
              )}
              <Button type="submit" name="preview" value="1" look="quiet">
                {say('compose.previewNow')}
              </Button>
              <ComposerLine>{viewer ? '' : say('talk.signInLater')}</ComposerLine>
            </div>
          )}
        </form>
      </ComposerFrame>
      {own && (
        <form method="post" action="/api/comments/pending/discard">
          <button type="submit" className="py-1 text-quiet text-small underline underline-offset-[.18em]">
            {say('compose.discard')}
          </button>
        </form>
      )}
      {own && own.body.trim() !== '' && problem === undefined && (
        <section id="preview" aria-label={say('compose.preview')} className="mt-8 border-rule border-t pt-4">
          <h2 className="mb-1 font-[650] font-sans text-base tracking-normal">{say('compose.preview')}</h2>
          <RenderedText text={render(own.body, await findHandles(own.body))} />
        </section>
      )}
    </ProsePage>
  )
}

/** What is being answered: a comment, or a passage of the article. */
function Answered({ parent, about }: { parent: PublicComment | null; about: Passage | null }) {
  return (
    <>
      {about && (
        <div className="my-5 border-accent border-s-2 ps-4">
          <p className="font-[650] text-small">{say('compose.about')}</p>
          <blockquote dir="auto" className="font-serif text-comment">
            {about.quote}
          </blockquote>
        </div>
      )}
      {parent?.text && (
        <div className="my-5 border-rule border-s-2 ps-4">
          <p className="font-[650] text-small">
            {say('compose.answering', { name: parent.author?.name ?? say('talk.anonymous') })}
          </p>
          <RenderedText text={parent.text} />
        </div>
      )}
    </>
  )
}

type Asked = string | string[] | undefined

/** The paragraph an address asks about, counted from one, or the words that were chosen in it. */
function passageAsked({ body }: PublicArticle, about: Asked, chosen: Asked): Passage | null {
  const number = readId(about)
  const paragraph = number === null ? undefined : paragraphsOf(body)[number - 1]
  if (paragraph === undefined) return null
  return (typeof chosen === 'string' && passageIn(paragraph, chosen)) || passageOf(paragraph)
}

function readId(text: string | string[] | undefined): number | null {
  return typeof text === 'string' ? publicId(text) : null
}
