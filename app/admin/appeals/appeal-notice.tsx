import { Notice } from '@/components/notice'
import { longestAnswer } from '@/lib/moderation/appeal'
import { findAppellant, findJudged } from '@/lib/moderation/queries-appeals'
import { reasonSentences } from '@/lib/moderation/queries-rules'
import { findJudgedSanction } from '@/lib/moderation/queries-sanction-appeals'
import { publicId } from '@/lib/public-id'
import type { Moderator } from '@/lib/readers/viewer'
import { site } from '@/lib/site'
import { clockOrDay } from '@/lib/site-time'
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
  const about = typeof query.about === 'string' ? publicId(query.about) : null
  if (about !== null) {
    const told = await SanctionJudged({ moderator, id: about, query })
    if (told) return told
  }
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
            time: clockOrDay(judged.at, new Date(), site()),
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

/** What became of the last judgement about a sanction; null where a problem is to be told. */
async function SanctionJudged({ moderator, id, query }: Props & { id: number }) {
  const judged = await findJudgedSanction(moderator, id)
  if (!judged) return null
  const { outcome, by, at, reader, first } = judged
  if (query.problem === 'judged-meanwhile')
    return (
      <Notice kind="problem" title={say('appeals.problem')}>
        <p>{say('appeals.sanction.judged', { by, time: clockOrDay(at, new Date(), site()), outcome })}</p>
      </Notice>
    )
  if (query.done !== outcome) return null
  return (
    <Notice kind="done">
      <p>{say(`appeals.sanction.done.${outcome}`, { name: reader.name })}</p>
      <p className="text-small">
        {first === by ? say('appeals.markedOwn') : say('appeals.sanction.first', { by: first })}{' '}
        <a href={`/admin/readers/${reader.id}`}>{say('appeals.sanction.file', { name: reader.name })}</a>
      </p>
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
