import type { ReactNode } from 'react'
import { Meta } from '@/components/meta'
import { When } from '@/components/when'
import type { Wording } from '@/lib/moderation/house-rule'
import type { RuleFile } from '@/lib/moderation/queries-rules'
import { usualReason } from '@/lib/moderation/reasons'
import { say } from '@/messages/say'
import { RuleForm } from './rule-form'

type Props = {
  rule: RuleFile
  /** The codes of those before and after it, where there are any. */
  before?: string | undefined
  after?: string | undefined
  mayChange: boolean
  /** A wording of it that was not taken. */
  typed: Wording | null
}

/** One rule: what it says, what it said before, and the ways to change it. */
export function RuleItem({ rule, before, after, mayChange, typed }: Props) {
  const { code, title, reason, text, number, retiredAt } = rule
  const path = `/api/admin/rules/reasons/${code}`
  return (
    <li id={`rule-${code}`} className="scroll-mt-6 py-4">
      <h3 dir="auto" className="font-[560] font-serif text-brief [overflow-wrap:anywhere]">
        {title}
      </h3>
      <p dir="auto" className="[overflow-wrap:anywhere]">
        {say('library.told', { reason })}
      </p>
      {text && (
        <p dir="auto" className="mt-1 whitespace-pre-line text-quiet [overflow-wrap:anywhere]">
          {text}
        </p>
      )}
      {mayChange && (
        <div className="mt-1 flex flex-wrap gap-x-5 text-small">
          {retiredAt === null && before && (
            <Verb
              action={`/api/admin/rules/reasons/${code}/place`}
              field={['above', before]}
              name={say('library.upNamed', { title })}
            >
              {say('library.up')}
            </Verb>
          )}
          {retiredAt === null && after && (
            <Verb
              action={`/api/admin/rules/reasons/${after}/place`}
              field={['above', code]}
              name={say('library.downNamed', { title })}
            >
              {say('library.down')}
            </Verb>
          )}
          {retiredAt === null && code !== usualReason && (
            <Verb action={`${path}/retire`} field={['on', '1']} name={say('library.retireNamed', { title })}>
              {say('library.retire')}
            </Verb>
          )}
          {retiredAt !== null && (
            <Verb action={`${path}/retire`} field={['on', '0']} name={say('library.restoreNamed', { title })}>
              {say('library.restore')}
            </Verb>
          )}
        </div>
      )}
      {mayChange && (
        <details open={typed !== null}>
          <summary
            aria-label={say('library.rewordNamed', { title })}
            className="cursor-pointer py-1 text-small"
          >
            {say('library.reword')}
          </summary>
          <RuleForm
            action={`${path}/reword`}
            at={code}
            wording={typed ?? rule}
            seen={number}
            submit={say('library.save')}
          />
        </details>
      )}
      <Before rule={rule} />
    </li>
  )
}

type VerbProps = { action: string; field: [string, string]; name: string; children: ReactNode }

/** A verb that is a form of its own, and looks like a link. `name` says which rule it is about. */
function Verb({ action, field, name, children }: VerbProps) {
  return (
    <form method="post" action={action}>
      <button
        type="submit"
        name={field[0]}
        value={field[1]}
        aria-label={name}
        className="min-w-[24px] py-1.5 underline decoration-edge underline-offset-[.18em]"
      >
        {children}
      </button>
    </form>
  )
}

function Before({ rule: { wordings } }: { rule: RuleFile }) {
  const earlier = wordings.slice(1)
  if (earlier.length === 0) return null
  return (
    <details className="text-small">
      <summary className="cursor-pointer py-1 text-quiet">
        {say('library.before', { count: earlier.length })}
      </summary>
      <ol className="grid gap-3 border-rule border-s-2 ps-3">
        {earlier.map(({ number, title, reason, text, by, createdAt }) => (
          <li key={number} className="[overflow-wrap:anywhere]">
            <Meta>
              {say('library.wording', { number })}
              {by && <bdi>{say('library.by', { by })}</bdi>}
              {by && <When at={createdAt} />}
            </Meta>
            <p dir="auto">{title}</p>
            <p dir="auto">{say('library.told', { reason })}</p>
            {text && (
              <p dir="auto" className="whitespace-pre-line">
                {text}
              </p>
            )}
          </li>
        ))}
      </ol>
    </details>
  )
}
