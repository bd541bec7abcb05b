import type { Metadata } from 'next'
import { notFound, redirect } from 'next/navigation'
import { Button } from '@/components/button'
import { Notice } from '@/components/notice'
import { ProsePage } from '@/components/prose-page'
import { currentViewer } from '@/lib/auth'
import { findPublicById, publicRevisionOf } from '@/lib/comments/queries'
import { findOwnDealings } from '@/lib/comments/queries-profile'
import { listLiveRules } from '@/lib/moderation/queries-rules'
import { publicId } from '@/lib/public-id'
import { site } from '@/lib/site'
import { say } from '@/messages/say'
import { WhyStopped } from '../../../sanctions'
import { ShownComment } from '../shown-comment'

type Props = {
  params: Promise<{ id: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

const problems = ['bad-fields', 'no-reason', 'own', 'banned', 'too-soon'] as const

export function generateMetadata(): Metadata {
  return { title: `${say('report.title')} · ${site().name}` }
}

/** Tells the desk what is wrong with a comment. */
export default async function ReportPage({ params, searchParams }: Props) {
  const { id } = await params
  const viewer = await currentViewer()
  if (!viewer) redirect(`/sign-in?next=/comments/${id}/report`)
  const { problem: asked, done } = await searchParams
  const problem = problems.find((each) => each === asked)
  const commentId = publicId(id)
  if (commentId === null) notFound()
  // First: should it be edited in between, its reader reports the earlier wording rather than one they never saw.
  const revision = await publicRevisionOf(commentId)
  const [comment, { reported }, rules] = await Promise.all([
    findPublicById(commentId),
    findOwnDealings(viewer, { id: commentId, handle: null }),
    listLiveRules(),
  ])
  // Whoever reported it is thanked, though it may be away since: their report can be the one that took it.
  if (!comment && !reported) notFound()
  return (
    <ProsePage title={say('report.title')}>
      {problem && (
        <Notice kind="problem" title={say('report.problem')}>
          <p>{say(`report.problem.${problem}`)}</p>
          {problem === 'banned' && <WhyStopped />}
        </Notice>
      )}
      {reported && (
        <Notice kind="done">
          <p>{done === 'reported' ? say('report.done') : say('report.before')}</p>
        </Notice>
      )}
      {comment && <ShownComment comment={comment} />}
      {!reported && (
        <form method="post" action={`/api/comments/${commentId}/report`}>
          {revision !== null && <input type="hidden" name="revision" value={revision} />}
          <fieldset>
            <legend className="mb-2 font-semibold">{say('report.reason')}</legend>
            {rules.map(({ code, reason }) => (
              <label key={code} className="flex items-baseline gap-3 py-1.5">
                <input type="radio" name="reason" value={code} required />
                <span dir="auto">{reason}</span>
              </label>
            ))}
          </fieldset>
          <label htmlFor="note" className="mt-5 mb-1 block font-semibold">
            {say('report.note')}
          </label>
          <textarea
            id="note"
            name="note"
            rows={4}
            maxLength={1000}
            dir="auto"
            className="block w-full rounded-[3px] border border-edge bg-paper px-3 py-2 text-ink"
          />
          <p className="my-5 text-quiet text-small">{say('report.hint')}</p>
          <Button type="submit">{say('report.send')}</Button>
        </form>
      )}
      {comment && (
        <p className="mt-8">
          <a href={`/comments/${comment.id}`}>{say('more.back')}</a>
        </p>
      )}
    </ProsePage>
  )
}
