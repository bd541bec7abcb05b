import type { ReactNode } from 'react'

const edges = { problem: 'border-accent', done: 'border-ok', wait: 'border-hold' }

/** Something the person must know about what they just did. A problem is announced at once. */
export function Notice({
  kind,
  title,
  children,
}: {
  kind: keyof typeof edges
  title?: string
  children?: ReactNode
}) {
  return (
    <div
      role={kind === 'problem' ? 'alert' : 'status'}
      className={`my-5 border-s-3 bg-wash px-4 py-3 ${edges[kind]}`}
    >
      {title && <p className="font-semibold">{title}</p>}
      {children}
    </div>
  )
}
