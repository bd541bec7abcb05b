import { Notice } from '@/components/notice'
import { longestComment } from '@/lib/comments/text'
import { say } from '@/messages/say'
import { readTime } from '../../read-time'

const problems = [
  'blank',
  'too-long',
  'unreadable',
  'closed',
  'no-parent',
  'banned',
  'too-soon',
  'not-kept',
] as const

type Props = { problem: string | string[] | undefined; until: string | string[] | undefined; length: number }

/** What has to change before this text can be posted. */
export function ComposeProblem({ problem: asked, until, length }: Props) {
  const problem = problems.find((each) => each === asked)
  if (!problem) return null
  return (
    <Notice kind="problem" title={say('compose.problem')}>
      <p>{say(`compose.problem.${problem}`, { length, longest: longestComment, time: readTime(until) })}</p>
    </Notice>
  )
}
