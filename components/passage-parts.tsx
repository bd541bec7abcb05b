import type { PublicComment } from '@/lib/comments/queries'
import { say } from '@/messages/say'

/** What of the article a comment is about, with the way there; or that it was rewritten since. */
export function AboutPassage({ about }: { about: PublicComment['about'] }) {
  if (!about) return null
  const { quote, paragraph, path } = about
  return (
    <p className="mt-2 max-w-[66ch] border-accent border-s-2 ps-3 text-quiet text-small">
      <span className="sr-only">{say('talk.about')} </span>
      {paragraph === null ? (
        <>
          <q dir="auto">{quote}</q> {say('talk.aboutGone')}
        </>
      ) : (
        <a href={`${path}#p${paragraph + 1}`} className="block py-1 no-underline hover:underline">
          <q dir="auto" className="line-clamp-2">
            {quote}
          </q>
        </a>
      )}
    </p>
  )
}

/** Begins an answer with this comment's words; islands/reply.ts does it in place, with what is selected of them. */
export function QuoteLink({ comment }: { comment: { id: number; articleId: number } }) {
  return (
    <a
      href={`/comments/new?article=${comment.articleId}&parent=${comment.id}&quote=1`}
      rel="nofollow"
      data-quote=""
      className="inline-block py-1 text-quiet no-underline hover:text-accent"
    >
      {say('talk.quote')}
    </a>
  )
}
