import type { ComponentProps } from 'react'

type Props = { id: string; label: string; hint?: string; name: string } & Omit<
  ComponentProps<'input'>,
  'className' | 'id' | 'name'
>

/** A labelled line to fill in, on a page that has several of a name. */
export function LabelledLine({ id, label, hint, ...input }: Props) {
  return (
    <div className="my-4">
      <label htmlFor={id} className="mb-1 block font-semibold">
        {label}
      </label>
      <input
        dir="auto"
        {...input}
        id={id}
        aria-describedby={hint ? `${id}-hint` : undefined}
        className="min-h-11 w-full rounded-[3px] border border-edge bg-paper px-3 py-2 text-[1rem] text-ink"
      />
      {hint && (
        <p id={`${id}-hint`} className="mt-1 text-quiet text-small">
          {hint}
        </p>
      )}
    </div>
  )
}
