import { say } from '@/messages/say'

const problems = [
  ...([
    'kind',
    'animated',
    'too-many-pixels',
    'too-small',
    'damaged',
    'not-read',
    'too-large',
    'no-file',
  ] as const),
  ...(['bad-fields', 'not-your-role', 'not-a-moderator', 'signed-out', 'away'] as const),
]

/** What is said of each reason for which a picture is not taken in. */
export function problemSentences(): Record<string, string> {
  return Object.fromEntries(problems.map((problem) => [problem, say(`pictures.problem.${problem}`)]))
}
