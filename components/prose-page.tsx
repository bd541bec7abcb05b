import type { ReactNode } from 'react'

/** One column of text under a title. */
export function ProsePage({ title, children }: { title: string; children: ReactNode }) {
  return (
    <div className="mx-auto max-w-[42rem] px-[clamp(1rem,4vw,2.5rem)] pt-9 pb-16">
      <h1 className="mb-5 text-title">{title}</h1>
      {children}
    </div>
  )
}
