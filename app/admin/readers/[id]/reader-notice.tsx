import { Notice } from '@/components/notice'
import { longestNote } from '@/lib/moderation/commands-note'
import { mostMinutes } from '@/lib/moderation/commands-sanction'
import { longestTitle } from '@/lib/title'
import { say } from '@/messages/say'

const done = [
  'sanctioned',
  'lifted',
  'noted',
  'messaged',
  'role',
  'trusted',
  'trust-ended',
  'expert-named',
  'expert-ended',
  'signed-out',
  'rejected-all',
  'put-back',
] as const
const refusals = [
  'own',
  'not-your-junior',
  'not-your-section',
  'not-your-role',
  'not-a-moderator',
  'needs-end',
  'end-is-past',
  'needs-minutes',
  'already',
  'no-sanction',
  'made-by-senior',
  'blank',
  'too-long',
  'no-section',
  'bad-title',
  'bad-fields',
  'nothing-to-decide',
  'no-action',
] as const

/** What became of what was just sent. */
export function ReaderNotice({ query }: { query: Record<string, string | string[] | undefined> }) {
  const was = done.find((each) => each === query.done)
  if (was) return <Notice kind="done">{say(`readers.done.${was}`)}</Notice>
  if (query.problem === 'signed-out')
    return (
      <Notice kind="problem" title={say('desk.conflict')}>
        <p>{say('desk.signedOut')}</p>
      </Notice>
    )
  const refusal = refusals.find((each) => each === query.problem)
  if (!refusal) return null
  return (
    <Notice kind="problem" title={say('desk.conflict')}>
      <p>
        {say(`readers.refused.${refusal}`, { most: mostMinutes, longest: longestNote, title: longestTitle })}
      </p>
    </Notice>
  )
}
