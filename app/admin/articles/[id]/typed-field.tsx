import type { ReactNode } from 'react'
import { longest } from '@/lib/newsroom/draft-content'
import type { Typed, TypedField } from '@/lib/newsroom/typed-draft'
import { say } from '@/messages/say'

type Props = { name: TypedField; typed: Typed; hint?: string | undefined }

/** What is longer could not be saved. */
const mostIn: Partial<Record<TypedField, number>> = longest

const box = 'w-full rounded-[3px] border border-edge bg-paper px-3 py-2 text-ink'

/** One line of the form. */
export function TextLine({ name, typed, hint, ...rest }: Props & { pattern?: string; list?: string }) {
  return (
    <Labelled name={name} hint={hint}>
      <input
        {...rest}
        id={name}
        name={name}
        dir="auto"
        autoComplete="off"
        maxLength={mostIn[name]}
        defaultValue={typed[name]}
        aria-describedby={hint ? `${name}-hint` : undefined}
        className={`min-h-11 ${box}`}
      />
    </Labelled>
  )
}

/** Several lines. */
export function Lines({ name, typed, hint, rows, look = '' }: Props & { rows: number; look?: string }) {
  return (
    <Labelled name={name} hint={hint}>
      <textarea
        id={name}
        name={name}
        rows={rows}
        dir="auto"
        maxLength={mostIn[name]}
        defaultValue={typed[name]}
        aria-describedby={hint ? `${name}-hint` : undefined}
        className={`${box} [field-sizing:content] ${look}`}
      />
    </Labelled>
  )
}

/** One of a few. */
export function Choice({
  name,
  typed,
  hint,
  choices,
}: Props & { choices: { value: string; label: string }[] }) {
  const isKnown = choices.some(({ value }) => value === typed[name])
  return (
    <Labelled name={name} hint={hint}>
      <select id={name} name={name} defaultValue={typed[name]} className={`min-h-11 ${box}`}>
        {!isKnown && <option value={typed[name]}>{typed[name]}</option>}
        {choices.map(({ value, label }) => (
          <option key={value} value={value}>
            {label}
          </option>
        ))}
      </select>
    </Labelled>
  )
}

function Labelled({
  name,
  hint,
  children,
}: {
  name: TypedField
  hint: string | undefined
  children: ReactNode
}) {
  return (
    <div className="my-3 min-w-0">
      <label htmlFor={name} className="mb-1 block font-semibold text-small">
        {say(`writing.field.${name}`)}
      </label>
      {children}
      {hint && (
        <p id={`${name}-hint`} className="mt-1 text-quiet text-small">
          {hint}
        </p>
      )}
    </div>
  )
}
