import { Children, type ReactNode } from 'react'

/** Small facts in a row, parted by dots. What is empty leaves no dot behind. */
export function Meta({ children, className = '' }: { children: ReactNode; className?: string }) {
  return (
    <p className={`flex flex-wrap gap-x-3 gap-y-1 font-sans text-small text-quiet ${className}`}>
      {Children.toArray(children).map((child, index) => (
        <span key={index} className="not-first:before:me-3 not-first:before:content-['·']">
          {child}
        </span>
      ))}
    </p>
  )
}
