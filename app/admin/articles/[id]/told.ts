import { standingMoves } from '@/lib/newsroom/commands-state'
import { say } from '@/messages/say'
import { deniedSentence } from '../../denied-sentence'

const dones = [
  ...(['saved', 'chosen', 'discarded', 'scheduled', 'embargoed', 'flagged', 'cleared'] as const),
  'later' as const,
  ...standingMoves,
]
const problems = [
  ...(['unsettled', 'changed-since', 'checks', 'no-time', 'not-ahead', 'no-note', 'no-words'] as const),
  ...(['unknown-section', 'unknown-author', 'unknown-related', 'no-picture', 'never-published'] as const),
  ...([
    'not-from-here',
    'under-hold',
    'settled',
    'written-on',
    'signed-out',
    'long-words',
    'no-article',
  ] as const),
]

/** What became of what was just sent; null when nothing was. */
export function toldSentence(
  query: Record<string, string | string[] | undefined>,
): { done?: string; problem?: string } | null {
  const done = dones.find((each) => each === query.done)
  if (done) return { done: say(`writing.done.${done}`) }
  const problem = problems.find((each) => each === query.problem)
  if (problem) return { problem: say(`writing.refused.${problem}`) }
  const denied = query.problem === undefined ? null : deniedSentence(query.problem)
  return denied === null ? null : { problem: denied }
}
