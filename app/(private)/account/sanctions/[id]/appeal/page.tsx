import type { Metadata } from 'next'
import { notFound, redirect } from 'next/navigation'
import { Notice } from '@/components/notice'
import { ProsePage } from '@/components/prose-page'
import { currentViewer } from '@/lib/auth'
import { longestAppeal } from '@/lib/moderation/appeal'
import { publicId } from '@/lib/public-id'
import { listOwnSanctions } from '@/lib/readers/queries-sanction'
import { site } from '@/lib/site'
import { say } from '@/messages/say'
import { AppealForm } from '../../../../appeal-form'
import { keptText } from '../../../../kept-text'
import { readTime } from '../../../../read-time'
import { SanctionTold } from '../../../../sanction-told'

type Props = {
  params: Promise<{ id: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

const problems = ['blank', 'too-long', 'unreadable', 'bad-fields', 'appealed', 'too-soon'] as const

export function generateMetadata(): Metadata {
  return { title: `${say('appeal.title')} · ${site().name}` }
}

/** Somebody under a sanction says why it should be lifted. */
export default async function SanctionAppealPage({ params, searchParams }: Props) {
  const id = publicId((await params).id)
  if (id === null) notFound()
  const viewer = await currentViewer()
  if (!viewer) redirect(`/sign-in?next=/account/sanctions/${id}/appeal`)
  const [sanctions, kept, { problem: asked, until }] = await Promise.all([
    listOwnSanctions(viewer, new Date()),
    keptText('sanction-appeal'),
    searchParams,
  ])
  const sanction = sanctions.find((each) => each.id === id)
  const problem = problems.find((each) => each === asked)
  return (
    <ProsePage title={say('appeal.title')}>
      {problem && (
        <Notice kind="problem" title={say('appeal.problem')}>
          <p>{say(`appeal.problem.${problem}`, { longest: longestAppeal, time: readTime(until) })}</p>
        </Notice>
      )}
      {!sanction && <p>{say('sanction.appeal.over')}</p>}
      {sanction && (
        <div className="my-5 border-accent border-s-3 ps-4">
          <SanctionTold sanction={sanction} />
        </div>
      )}
      {sanction?.appeal && <p>{say('sanction.appeal.once')}</p>}
      {sanction && !sanction.appeal && (
        <>
          <p>{say('sanction.appeal.intro')}</p>
          <AppealForm
            action={`/api/account/sanctions/${id}/appeal`}
            text={kept?.commentId === sanction.id ? kept.body : ''}
            characters={say('sanction.appeal.characters', { longest: longestAppeal })}
          />
        </>
      )}
      <p className="mt-6">
        <a href="/account#sanctions">{say('sanction.appeal.back')}</a>
      </p>
    </ProsePage>
  )
}
