import { mostLinksOfAnybody, mostLinksOfNewcomers } from '@/lib/moderation/checks/links'
import { approvalsNeeded } from '@/lib/moderation/checks/newcomer'
import { type CheckName, checkNames } from '@/lib/moderation/checks/run'
import type { OnFailure } from '@/lib/moderation/queries-checks'
import { say } from '@/messages/say'
import { checkName } from './check-name'

type Props = { settings: Record<CheckName, OnFailure>; house: OnFailure | null; mayChange: boolean }

/** The checks in the order in which they are asked; each says what it holds, and what it does when it fails. */
export function CheckList({ settings, house, mayChange }: Props) {
  const told: Record<CheckName, string> = {
    words: say('rules.words.text'),
    links: say('rules.links.text', { newcomers: mostLinksOfNewcomers, anybody: mostLinksOfAnybody }),
    seenBefore: say('rules.seenBefore.text'),
    shouting: say('rules.shouting.text'),
    repetition: say('rules.repetition.text'),
    sanctioned: say('rules.sanctioned.text'),
    beforePublication: say('rules.beforePublication.text'),
    newcomer: say('rules.newcomer.text', { needed: approvalsNeeded }),
  }
  // Where its finding stands among the others (lib/moderation/checks/run.ts).
  const at = house ? checkNames.indexOf('sanctioned') : checkNames.length
  return (
    <section aria-labelledby="checks" className="mt-6 max-w-measure">
      <h2 id="checks" className="mb-2 text-brief">
        {say('rules.checks')}
      </h2>
      <p className="text-quiet text-small">{say('rules.checks.text')}</p>
      <p className="mt-1 text-quiet text-small">{say('rules.onFailure.text')}</p>
      <ol className="mt-3 grid list-decimal gap-3 ps-5">
        {checkNames.slice(0, at).map((check) => (
          <Item
            key={check}
            check={check}
            text={told[check]}
            onFailure={settings[check]}
            mayChange={mayChange}
          />
        ))}
        {house && <Item check="house" text={say('rules.house.text')} onFailure={house} mayChange={false} />}
        {checkNames.slice(at).map((check) => (
          <Item
            key={check}
            check={check}
            text={told[check]}
            onFailure={settings[check]}
            mayChange={mayChange}
          />
        ))}
      </ol>
    </section>
  )
}

type ItemProps = { check: CheckName | 'house'; text: string; onFailure: OnFailure; mayChange: boolean }

function Item({ check, text, onFailure, mayChange }: ItemProps) {
  const other = onFailure === 'hold' ? 'publish' : 'hold'
  return (
    <li>
      <b className="font-semibold">{checkName(check)}.</b> {text}
      <div className="flex flex-wrap items-baseline gap-x-3 text-quiet text-small">
        <span className={onFailure === 'publish' ? 'text-accent' : undefined}>
          {say(`rules.onFailure.${onFailure}`)}
        </span>
        {check === 'house' && (
          <a href="/admin/rules/house" className="py-1">
            {say('rules.house.rehearse')}
          </a>
        )}
        {mayChange && (
          <form method="post" action="/api/admin/rules/checks" className="inline">
            <input type="hidden" name="check" value={check} />
            <button
              type="submit"
              name="onFailure"
              value={other}
              aria-label={say(`rules.onFailure.set.${other}.of`, { check: checkName(check) })}
              className="py-1 underline decoration-edge underline-offset-[.18em]"
            >
              {say(`rules.onFailure.set.${other}`)}
            </button>
          </form>
        )}
      </div>
    </li>
  )
}
