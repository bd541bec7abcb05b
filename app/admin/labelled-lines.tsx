import type { ComponentProps } from 'react'

type Props = { id: string; label: string; hint?: string; name: string; look?: string } & Omit<
  ComponentProps<'textarea'>,
  'className' | 'id' | 'name'
>

/** A labelled box for several lines, with what to know about them beneath. It grows with what is typed. */
export function LabelledLines({ id, label, hint, look = '', ...text }: Props) {
  return (
    <div className="my-4">
      <label htmlFor={id} className="mb-1 block font-semibold">
        {label}
      </label>
      <textarea
        dir="auto"
        {...text}
        id={id}
        aria-describedby={hint ? `${id}-hint` : undefined}
        className={`w-full rounded-[3px] border border-edge bg-paper px-3 py-2 text-[1rem] text-ink [field-sizing:content] ${look}`}
      />
      {hint && (
        <p id={`${id}-hint`} className="mt-1 text-quiet text-small">
          {hint}
        </p>
      )}
    </div>
  )
}
