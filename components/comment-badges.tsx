import type { ReactNode } from 'react'
import type { PublicComment } from '@/lib/comments/queries'
import { say } from '@/messages/say'

/** What the newsroom says of who wrote a comment, and of the comment. Never part of a name, which anyone may choose. */
export function CommentBadges({ comment }: { comment: PublicComment }) {
  const { author, isPinned, isPicked } = comment
  return (
    <>
      {author?.isStaff && <Seal>{say('talk.staff')}</Seal>}
      {author?.wroteArticle && <Seal>{say('badge.wroteArticle')}</Seal>}
      {author?.guestTitle && <Seal>{author.guestTitle}</Seal>}
      {author?.expertise && <Quiet>{author.expertise}</Quiet>}
      {author?.isNewcomer && <Quiet>{say('badge.newcomer')}</Quiet>}
      {isPinned && <Mark>{say('talk.pinned')}</Mark>}
      {isPicked && <Mark>{say('talk.picked')}</Mark>}
    </>
  )
}

/** For those who answer for the newsroom, or as its guests. */
export function Seal({ children }: { children: ReactNode }) {
  return (
    <span
      dir="auto"
      className="rounded-[2px] border px-1 py-px font-[650] text-[.6875rem] text-accent leading-tight"
    >
      {children}
    </span>
  )
}

export function Quiet({ children }: { children: ReactNode }) {
  return (
    <span dir="auto" className="text-quiet text-small">
      {children}
    </span>
  )
}

function Mark({ children }: { children: ReactNode }) {
  return <span className="font-[650] text-accent text-small">{children}</span>
}
