import { mostLinksOfAnybody, mostLinksOfNewcomers } from '@/lib/moderation/checks/links'
import { approvalsNeeded } from '@/lib/moderation/checks/newcomer'
import { type CheckName, checkNames } from '@/lib/moderation/checks/run'
import { say } from '@/messages/say'

/** The checks in the order in which they are asked; each says what it holds. */
export function CheckList() {
  const told: Record<CheckName, [name: string, text: string]> = {
    words: [say('rules.words'), say('rules.words.text')],
    links: [
      say('rules.links'),
      say('rules.links.text', { newcomers: mostLinksOfNewcomers, anybody: mostLinksOfAnybody }),
    ],
    seenBefore: [say('rules.seenBefore'), say('rules.seenBefore.text')],
    shouting: [say('rules.shouting'), say('rules.shouting.text')],
    repetition: [say('rules.repetition'), say('rules.repetition.text')],
    sanctioned: [say('rules.sanctioned'), say('rules.sanctioned.text')],
    beforePublication: [say('rules.beforePublication'), say('rules.beforePublication.text')],
    newcomer: [say('rules.newcomer'), say('rules.newcomer.text', { needed: approvalsNeeded })],
  }
  return (
    <section aria-labelledby="checks" className="mt-6 max-w-measure">
      <h2 id="checks" className="mb-2 text-brief">
        {say('rules.checks')}
      </h2>
      <p className="text-quiet text-small">{say('rules.checks.text')}</p>
      <ol className="mt-3 grid list-decimal gap-1 ps-5">
        {checkNames.map((check) => (
          <li key={check}>
            <b className="font-semibold">{told[check][0]}.</b> {told[check][1]}
          </li>
        ))}
      </ol>
    </section>
  )
}
