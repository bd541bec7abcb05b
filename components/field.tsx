import type { ComponentProps } from 'react'

/** A labelled line to fill in, with what to know about it beneath. Of two with one name on a page, one has an id of its own. */
export function Field({
  label,
  hint,
  name,
  id = name,
  ...input
}: { label: string; hint?: string; name: string; id?: string } & Omit<
  ComponentProps<'input'>,
  'className' | 'id' | 'name'
>) {
  const hintId = hint ? `${id}-hint` : undefined
  return (
    <div className="my-5">
      <label htmlFor={id} className="mb-1 block font-semibold">
        {label}
      </label>
      <input
        {...input}
        id={id}
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
