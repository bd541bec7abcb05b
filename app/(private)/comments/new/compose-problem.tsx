import { nudgeSentence } from '@/app/nudge-sentence'
import { stoppedSentence } from '@/app/sanction-sentence'
import { Notice } from '@/components/notice'
import { longestComment } from '@/lib/comments/text'
import { reasonSentences } from '@/lib/moderation/queries-rules'
import type { OwnSanction } from '@/lib/readers/queries-sanction'
import { say } from '@/messages/say'
import { readInstant, readTime } from '../../read-time'
import { WhyStopped } from '../../sanctions'

const problems = [
  'blank',
  'too-long',
  'unreadable',
  'closed',
  'no-parent',
  'no-passage',
  'banned',
  'too-soon',
  'slow-mode',
  'not-kept',
] as const

type Asked = string | string[] | undefined
type Props = { problem: Asked; until: Asked; why: Asked; length: number; sanctions: OwnSanction[] }

/** What has to change before this text can be posted, or what could. */
export async function ComposeProblem({ problem: asked, until, why, length, sanctions }: Props) {
  if (asked === 'nudge') return <Nudge why={why} />
  if (asked === 'slowed' || asked === 'banned') {
    const stopped = stoppedSentence(sanctions, asked, readInstant(until), await reasonSentences())
    if (stopped)
      return (
        <Notice kind="problem" title={say('compose.problem')}>
          <p>{stopped}</p>
          <WhyStopped />
        </Notice>
      )
  }
  const problem = problems.find((each) => each === asked)
  if (!problem) return null
  return (
    <Notice kind="problem" title={say('compose.problem')}>
      <p>{say(`compose.problem.${problem}`, { length, longest: longestComment, time: readTime(until) })}</p>
    </Notice>
  )
}

export function Nudge({ why }: { why: Asked }) {
  return (
    <Notice kind="problem" title={say('nudge.title')}>
      <p>{nudgeSentence(typeof why === 'string' ? why.split(',') : [])}</p>
    </Notice>
  )
}
