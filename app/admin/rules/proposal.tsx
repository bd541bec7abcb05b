import { Button } from '@/components/button'
import { Notice } from '@/components/notice'
import { noList } from '@/lib/comments/queries-house-lists'
import {
  changesBetween,
  type ListProblem,
  longestEntry,
  mostEntries,
  problemsOf,
} from '@/lib/moderation/house-list'
import type { HouseList } from '@/lib/moderation/queries-lists'
import { daysRehearsed, rehearse } from '@/lib/moderation/queries-rehearse'
import type { Moderator } from '@/lib/readers/viewer'
import { say } from '@/messages/say'
import { RehearsalTable } from './rehearsal-table'

type Props = { proposal: HouseList; inForce: HouseList | null; moderator: Moderator }

/** What somebody proposed: what is new in it, what it would have done, and the way to take it. */
export async function Proposal({ proposal, inForce, moderator }: Props) {
  const problems = problemsOf(proposal)
  const changes = changesBetween(inForce ?? noList, proposal)
  const isSame = Object.values(changes).every(({ length }) => length === 0)
  const rehearsal =
    isSame || problems.length > 0
      ? null
      : await rehearse(moderator, { inForce: inForce ?? noList, proposed: proposal }, new Date())
  return (
    <section
      id="rehearsal"
      aria-labelledby="rehearsal-title"
      className="mt-8 max-w-measure rounded-[3px] border border-edge px-4 py-4"
    >
      <h2 id="rehearsal-title" className="text-brief">
        {say('rules.rehearsal')}
      </h2>
      {problems.length > 0 && (
        <Notice kind="problem" title={say('rules.problems')}>
          <ul>
            {problems.slice(0, 10).map((each) => (
              <li key={JSON.stringify(each)} dir="auto">
                {problemSentence(each)}
              </li>
            ))}
          </ul>
        </Notice>
      )}
      {isSame && <p className="mt-2">{say('rules.same')}</p>}
      <Changes title={say('rules.added')} entries={changes.added} />
      <Changes title={say('rules.removed')} entries={changes.removed} />
      <Changes title={say('rules.newlyAllowed')} entries={changes.allowed} />
      <Changes title={say('rules.noLongerAllowed')} entries={changes.noLongerAllowed} />
      {rehearsal && <RehearsalTable rehearsal={rehearsal} days={daysRehearsed} />}
      {!isSame && proposal.adoptedAt !== null && <p className="mt-3">{say('rules.takeAgain')}</p>}
      {!isSame && proposal.adoptedAt === null && problems.length === 0 && (
        <form method="post" action="/api/admin/rules/adopt" className="mt-5">
          <input type="hidden" name="proposal" value={proposal.id} />
          <input type="hidden" name="inForce" value={inForce?.id ?? ''} />
          <Button type="submit">{say('rules.adopt')}</Button>
        </form>
      )}
    </section>
  )
}

const mostNamed = 30

function Changes({ title, entries }: { title: string; entries: string[] }) {
  if (entries.length === 0) return null
  return (
    <p className="mt-2">
      {title}{' '}
      {entries.slice(0, mostNamed).map((entry, index) => (
        <span key={entry}>
          {index > 0 && ', '}
          <bdi className="font-mono text-small">{entry}</bdi>
        </span>
      ))}
      {entries.length > mostNamed && ` ${say('rules.andMore', { count: entries.length - mostNamed })}`}
    </p>
  )
}

function problemSentence(problem: ListProblem): string {
  switch (problem.problem) {
    case 'too-many':
      return say(`rules.problem.too-many.${problem.list}`, {
        count: problem.count,
        most: mostEntries,
        over: problem.count - mostEntries,
      })
    case 'too-long':
      return say('rules.problem.too-long', { line: problem.line.slice(0, 40), most: longestEntry })
    case 'no-host':
      return say('rules.problem.no-host', { line: problem.line })
    case 'blank-word':
      return say('rules.problem.blank-word', { line: problem.line })
  }
}
