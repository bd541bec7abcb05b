import type { Metadata } from 'next'
import { notFound, redirect } from 'next/navigation'
import { Button } from '@/components/button'
import { CommentBox } from '@/components/comment-box'
import { ComposerLine } from '@/components/composer'
import { Notice } from '@/components/notice'
import { ProsePage } from '@/components/prose-page'
import { currentViewer } from '@/lib/auth'
import { findReceipt } from '@/lib/comments/queries-own'
import { longestComment } from '@/lib/comments/text'
import { publicId } from '@/lib/public-id'
import { site } from '@/lib/site'
import { say } from '@/messages/say'
import { keptText } from '../../../kept-text'
import { readTime } from '../../../read-time'
import { WhyStopped } from '../../../sanctions'
import { ComposerFrame } from '../../composer-frame'
import { Nudge } from '../../new/compose-problem'

type Props = {
  params: Promise<{ id: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

const problems = [
  'blank',
  'too-long',
  'unreadable',
  'window-over',
  'closed',
  'not-editable',
  'changed-meanwhile',
  'banned',
  'too-soon',
] as const

export function generateMetadata(): Metadata {
  return { title: `${say('edit.title')} · ${site().name}` }
}

export default async function EditPage({ params, searchParams }: Props) {
  const id = publicId((await params).id)
  const viewer = await currentViewer()
  if (!viewer && id !== null) redirect(`/sign-in?next=/comments/${id}/edit`)
  const comment = viewer && id !== null ? await findReceipt(viewer, id) : null
  if (!comment) notFound()
  const { problem: asked, until, why } = await searchParams
  const problem = problems.find((each) => each === asked)
  const kept = await keptText()
  return (
    <ProsePage title={say('edit.title')}>
      {problem && (
        <Notice kind="problem" title={say('edit.problem')}>
          <p>{say(`edit.problem.${problem}`, { longest: longestComment, time: readTime(until) })}</p>
          {problem === 'banned' && <WhyStopped />}
        </Notice>
      )}
      {asked === 'nudge' && <Nudge why={why} />}
      <p className="mb-4 text-quiet">{say('edit.hint')}</p>
      <ComposerFrame articleId={comment.article.id}>
        <form method="post" action={`/api/comments/${comment.id}/edit`}>
          <input type="hidden" name="revision" value={comment.revisionId} />
          <input type="hidden" name="nudge" value="1" />
          <CommentBox text={kept?.commentId === comment.id ? kept.body : comment.source} rows={9} />
          <div className="my-4 flex flex-wrap items-center gap-x-5 gap-y-2">
            <Button type="submit">{say('edit.save')}</Button>
            {asked === 'nudge' && (
              <Button type="submit" name="anyway" value="1" look="quiet">
                {say('nudge.anyway')}
              </Button>
            )}
            <a href={`/comments/${comment.id}/receipt`}>{say('edit.cancel')}</a>
            <ComposerLine />
          </div>
        </form>
      </ComposerFrame>
    </ProsePage>
  )
}
