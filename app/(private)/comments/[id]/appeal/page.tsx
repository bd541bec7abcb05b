import type { Metadata } from 'next'
import { notFound, redirect } from 'next/navigation'
import { Notice } from '@/components/notice'
import { ProsePage } from '@/components/prose-page'
import { RenderedText } from '@/components/rendered-text'
import { currentViewer } from '@/lib/auth'
import { findReceipt } from '@/lib/comments/queries-own'
import { longestAppeal, refusalIn } from '@/lib/moderation/appeal'
import { listOwnAppeals } from '@/lib/moderation/queries-own-appeals'
import { publicId } from '@/lib/public-id'
import { site } from '@/lib/site'
import { say } from '@/messages/say'
import { AppealForm } from '../../../appeal-form'
import { keptText } from '../../../kept-text'
import { readTime } from '../../../read-time'

type Props = {
  params: Promise<{ id: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

const problems = [
  'blank',
  'too-long',
  'unreadable',
  'bad-fields',
  'nothing-to-appeal',
  'appealed',
  'too-late',
  'too-soon',
] as const

export function generateMetadata(): Metadata {
  return { title: `${say('appeal.title')} · ${site().name}` }
}

/** The author of a refused text says why it should be published after all. */
export default async function AppealPage({ params, searchParams }: Props) {
  const id = publicId((await params).id)
  const viewer = await currentViewer()
  if (!viewer && id !== null) redirect(`/sign-in?next=/comments/${id}/appeal`)
  const receipt = viewer && id !== null ? await findReceipt(viewer, id) : null
  if (!viewer || !receipt) notFound()
  const { problem: asked, until } = await searchParams
  const problem = problems.find((each) => each === asked)
  const [kept, appeals] = await Promise.all([keptText('appeal'), listOwnAppeals(viewer, receipt.id)])
  const refusal = refusalIn(receipt.decisions)
  const made = refusal && appeals.find(({ decisionId }) => decisionId === refusal.decision.id)
  const refused = receipt.wordings.find((wording) => wording.id === refusal?.decision.revisionId)
  const isOpen = refusal !== null && !made && new Date() <= refusal.until
  return (
    <ProsePage title={say('appeal.title')}>
      {problem && (
        <Notice kind="problem" title={say('appeal.problem')}>
          <p>{say(`appeal.problem.${problem}`, { longest: longestAppeal, time: readTime(until) })}</p>
        </Notice>
      )}
      {made && <p>{say('appeal.done')}</p>}
      {!refusal && <p>{say('appeal.none')}</p>}
      {refusal && !made && !isOpen && <p>{say('receipt.appeal.over')}</p>}
      {isOpen && (
        <>
          <p>{say('appeal.intro')}</p>
          <div className="my-5 border-rule border-s-2 ps-4">
            <RenderedText text={refused?.text ?? receipt.text} />
          </div>
          <AppealForm
            action={`/api/comments/${receipt.id}/appeal`}
            text={kept?.commentId === receipt.id ? kept.body : ''}
            characters={say('appeal.characters', { longest: longestAppeal })}
          />
        </>
      )}
      <p className="mt-6">
        <a href={`/comments/${receipt.id}/receipt`}>{say('appeal.back')}</a>
      </p>
    </ProsePage>
  )
}
