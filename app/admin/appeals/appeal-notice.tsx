import { Notice } from '@/components/notice'
import { longestAnswer } from '@/lib/moderation/appeal'
import { findAppellant, findJudged } from '@/lib/moderation/queries-appeals'
import { reasonSentences } from '@/lib/moderation/queries-rules'
import { publicId } from '@/lib/public-id'
import type { Moderator } from '@/lib/readers/viewer'
import { site } from '@/lib/site'
import { clock } from '@/lib/site-time'
import { say } from '@/messages/say'

const outcomes = ['upheld', 'overturned'] as const
const problems = [
  'blank',
  'too-long',
  'unreadable',
  'bad-fields',
  'no-appeal',
  'own-decision',
  'own-comment',
  'overtaken',
  'not-undone',
] as const

type Props = { moderator: Moderator; query: Record<string, string | string[] | undefined> }

/** What became of the last judgement, with the first decision now that it is judged. Every word is read from the record. */
export async function AppealNotice({ moderator, query }: Props) {
  const id = typeof query.appeal === 'string' ? publicId(query.appeal) : null
  const judged = id === null ? null : await findJudged(moderator, id)
  const outcome = outcomes.find((each) => each === query.done && each === judged?.outcome)
  if (judged && outcome)
    return <Judged judged={judged} outcome={outcome} mine={judged.byId === moderator.id} />
  if (query.done === 'undone' && id !== null && !judged) {
    const name = await findAppellant(moderator, id)
    if (name === null) return null
    return (
      <Notice kind="done">
        <p>{say('appeals.done.undone', { name })}</p>
      </Notice>
    )
  }
  if (query.problem === 'judged-meanwhile' && judged?.outcome)
    return (
      <Notice kind="problem" title={say('appeals.problem')}>
        <p>
          {say('appeals.problem.judged', {
            by: judged.by,
            time: clock(judged.at, site()),
            outcome: judged.outcome,
          })}
        </p>
      </Notice>
    )
  const problem = problems.find((each) => each === query.problem)
  if (!problem) return null
  return (
    <Notice kind="problem" title={say('appeals.problem')}>
      <p>{say(`appeals.problem.${problem}`, { longest: longestAnswer })}</p>
    </Notice>
  )
}

type JudgedProps = {
  judged: NonNullable<Awaited<ReturnType<typeof findJudged>>>
  outcome: (typeof outcomes)[number]
  mine: boolean
}

async function Judged({ judged, outcome, mine }: JudgedProps) {
  const { first, author, isOwn, isLast, appealId, commentId, seen } = judged
  const reasons = await reasonSentences()
  return (
    <Notice kind="done">
      <div className="flex flex-wrap items-baseline gap-x-5 gap-y-1">
        <p>{say(`appeals.done.${outcome}`, { name: author })}</p>
        {mine && isLast && (
          <form method="post" action={`/api/admin/appeals/${appealId}/undo`}>
            <input type="hidden" name="seen" value={seen} />
            <button type="submit" className="py-1 font-semibold underline underline-offset-[.18em]">
              {say('appeals.undo')}
            </button>
          </form>
        )}
      </div>
      <p className="text-small [overflow-wrap:anywhere]">
        {isOwn ? say('appeals.markedOwn') : say('appeals.first', { by: first.by })}{' '}
        {first.reason && say('appeals.firstReason', { reason: reasons.get(first.reason) ?? first.reason })}{' '}
        {first.note && say('appeals.firstNote', { note: first.note })}{' '}
        <a href={`/admin/comments/${commentId}`}>{say('appeals.file')}</a>
      </p>
    </Notice>
  )
}
