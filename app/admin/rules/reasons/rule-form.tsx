import { Button } from '@/components/button'
import { longestReason, longestRuleText, longestTitle, type Wording } from '@/lib/moderation/house-rule'
import { say } from '@/messages/say'

type Props = {
  action: string
  /** Makes the fields' ids their own: there is a form for every rule. */
  at: string
  wording: Wording
  seen?: number
  submit: string
}

const look =
  'w-full rounded-[3px] border border-edge bg-paper px-3 py-2 text-[1rem] text-ink [field-sizing:content]'

/** What a rule says, to be written or said in other words. */
export function RuleForm({ action, at, wording, seen, submit }: Props) {
  const lines = [
    {
      name: 'title',
      label: say('library.ruleTitle'),
      hint: say('library.ruleTitle.hint'),
      longest: longestTitle,
    },
    {
      name: 'reason',
      label: say('library.ruleReason'),
      hint: say('library.ruleReason.hint'),
      longest: longestReason,
    },
  ] as const
  return (
    <form method="post" action={action} className="max-w-measure">
      {seen !== undefined && <input type="hidden" name="seen" value={seen} />}
      {lines.map(({ name, label, hint, longest }) => (
        <div key={name} className="my-4">
          <label htmlFor={`${name}-${at}`} className="mb-1 block font-semibold">
            {label}
          </label>
          <input
            id={`${name}-${at}`}
            name={name}
            required
            maxLength={longest}
            defaultValue={wording[name]}
            dir="auto"
            aria-describedby={`${name}-${at}-hint`}
            className={`min-h-11 ${look}`}
          />
          <p id={`${name}-${at}-hint`} className="mt-1 text-quiet text-small">
            {hint}
          </p>
        </div>
      ))}
      <label htmlFor={`text-${at}`} className="mb-1 block font-semibold">
        {say('library.ruleText')}
      </label>
      <textarea
        id={`text-${at}`}
        name="text"
        rows={3}
        maxLength={longestRuleText}
        defaultValue={wording.text}
        dir="auto"
        className={look}
      />
      <p className="mt-4">
        <Button type="submit">{submit}</Button>
      </p>
    </form>
  )
}
