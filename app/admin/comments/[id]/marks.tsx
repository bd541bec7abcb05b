import { Button } from '@/components/button'
import { Notice } from '@/components/notice'
import type { Mark } from '@/lib/moderation/commands-mark'
import type { CommentFile } from '@/lib/moderation/queries-file'
import { say } from '@/messages/say'
import { deniedSentence } from '../../denied-sentence'

type Props = { file: CommentFile; problem: string | string[] | undefined }

/** What the newsroom says of a public comment, and takes back. Only one that answers none can be pinned. */
export function Marks({ file, problem }: Props) {
  const isPublic = file.publicRevisionId !== null
  return (
    <section className="mt-6" aria-label={say('desk.marks')}>
      {problem && (
        <Notice kind="problem" title={say('desk.conflict')}>
          <p>{problemSentence(problem)}</p>
        </Notice>
      )}
      <div className="flex flex-wrap gap-3">
        {(isPublic || file.isPicked) && <MarkForm id={file.id} mark="pick" on={file.isPicked} />}
        {((isPublic && file.isRoot) || file.isPinned) && (
          <MarkForm id={file.id} mark="pin" on={file.isPinned} />
        )}
      </div>
    </section>
  )
}

function MarkForm({ id, mark, on }: { id: number; mark: Mark; on: boolean }) {
  return (
    <form method="post" action={`/api/admin/comments/${id}/mark`}>
      <input type="hidden" name="mark" value={mark} />
      <Button type="submit" name="on" value={on ? '0' : '1'} look="quiet">
        {on ? say(`desk.un${mark}`) : say(`desk.${mark}`)}
      </Button>
    </form>
  )
}

function problemSentence(problem: string | string[]): string {
  if (problem === 'too-many-pinned') return say('desk.unmarked.tooMany')
  const denied = deniedSentence(problem)
  if (denied) return denied
  if (problem === 'an-answer') return say('desk.unmarked.answer')
  return say('desk.unmarked.notPublic')
}
