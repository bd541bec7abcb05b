import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { Button } from '@/components/button'
import { Notice } from '@/components/notice'
import { ProsePage } from '@/components/prose-page'
import { currentViewer } from '@/lib/auth'
import { findOwnDealings } from '@/lib/comments/queries-profile'
import { site } from '@/lib/site'
import { say } from '@/messages/say'
import { WhyStopped } from '../../../sanctions'
import { publicComment, ShownComment } from '../shown-comment'

type Props = {
  params: Promise<{ id: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

const problems = ['own', 'banned', 'too-soon', 'too-many'] as const

export function generateMetadata(): Metadata {
  return { title: `${say('more.title')} · ${site().name}` }
}

/** Everything a reader can do with a comment, and has done. */
export default async function MorePage({ params, searchParams }: Props) {
  const { id } = await params
  const viewer = await currentViewer()
  if (!viewer) redirect(`/sign-in?next=/comments/${id}/more`)
  const comment = await publicComment(params)
  const { problem: asked } = await searchParams
  const problem = problems.find((each) => each === asked)
  const { author } = comment
  const own = await findOwnDealings(viewer, { id: comment.id, handle: author?.handle ?? null })
  const at = `/api/comments/${comment.id}`
  return (
    <ProsePage title={say('more.title')}>
      {problem && (
        <Notice kind="problem" title={say('more.problem')}>
          <p>{say(`more.problem.${problem}`)}</p>
          {problem === 'banned' && <WhyStopped />}
        </Notice>
      )}
      <ShownComment comment={comment} />
      <ul className="divide-y divide-rule border-rule border-y">
        <Verb text={own.recommended ? say('more.recommended') : say('more.recommend')}>
          <Switch action={`${at}/vote`} name="recommend" on={own.recommended} set={say('talk.recommend')} />
        </Verb>
        <Verb text={own.saved ? say('more.saved') : say('more.save')}>
          <Switch action={`${at}/save`} name="save" on={own.saved} set={say('more.saveIt')} />
        </Verb>
        {author && (
          <Verb
            text={
              own.muted ? say('more.muted', { name: author.name }) : say('more.mute', { name: author.name })
            }
          >
            <Switch
              action={`/api/readers/${author.handle}/mute`}
              name="mute"
              on={own.muted}
              set={say('more.muteThem')}
            />
          </Verb>
        )}
        <Verb text={own.reported ? say('report.before') : say('more.report')}>
          {!own.reported && (
            <a href={`/comments/${comment.id}/report`} className="font-semibold">
              {say('talk.report')}
            </a>
          )}
        </Verb>
      </ul>
      <p className="mt-8">
        <a href={`/comments/${comment.id}`}>{say('more.back')}</a>
      </p>
    </ProsePage>
  )
}

function Verb({ text, children }: { text: string; children: React.ReactNode }) {
  return (
    <li className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2 py-4">
      <p className="max-w-[48ch]">{text}</p>
      {children}
    </li>
  )
}

/** Sets something, or takes it back: never a toggle, so that pressing twice is pressing once. */
function Switch({ action, name, on, set }: { action: string; name: string; on: boolean; set: string }) {
  return (
    <form method="post" action={action}>
      <Button type="submit" name={name} value={on ? '0' : '1'} look="quiet">
        {on ? say('more.takeBack') : set}
      </Button>
    </form>
  )
}
