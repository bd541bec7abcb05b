import type { ComponentProps } from 'react'

/** A labelled line to fill in, with what to know about it beneath. */
export function Field({
  label,
  hint,
  name,
  ...input
}: { label: string; hint?: string; name: string } & Omit<
  ComponentProps<'input'>,
  'className' | 'id' | 'name'
>) {
  const hintId = hint ? `${name}-hint` : undefined
  return (
    <div className="my-5">
      <label htmlFor={name} className="mb-1 block font-semibold">
        {label}
      </label>
      <input
        {...input}
        id={name}
        name={name}
        aria-describedby={hintId}
        className="min-h-11 w-full rounded-[3px] border border-edge bg-paper px-3 py-2 text-[1rem] text-ink"
      />
      {hint && (
        <p id={hintId} className="mt-1 text-quiet text-small">
          {hint}
        </p>
      )}
    </div>
  )
}
