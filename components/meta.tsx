import { Children, type ReactNode } from 'react'

/** Small facts in a row, parted by dots. What is empty leaves no dot behind, and no line begins with one: it is clipped. */
export function Meta({ children, className = '' }: { children: ReactNode; className?: string }) {
  return (
    <div className={`overflow-clip font-sans text-quiet text-small [overflow-clip-margin:4px] ${className}`}>
      <p className="-ms-[1.6em] flex flex-wrap gap-y-0.5">
        {Children.toArray(children).map((child, index) => (
          <span
            key={index}
            className="flex max-w-full before:w-[1.6em] before:shrink-0 before:text-center before:content-['·']"
          >
            <span className="min-w-0">{child}</span>
          </span>
        ))}
      </p>
    </div>
  )
}
