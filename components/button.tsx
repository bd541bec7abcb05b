import type { ComponentProps } from 'react'

const looks = {
  main: 'border-ink bg-ink text-paper hover:opacity-90',
  quiet: 'border-edge bg-transparent text-ink hover:border-ink',
  approve: 'border-ok bg-ok text-on-ok hover:opacity-90',
  reject: 'border-accent bg-transparent text-accent hover:bg-wash',
}

/** The house's button. A form has one main button. */
export function Button({
  look = 'main',
  ...props
}: { look?: keyof typeof looks } & Omit<ComponentProps<'button'>, 'className'>) {
  return (
    <button
      {...props}
      className={`min-h-11 rounded-[3px] border px-4 py-2.5 font-semibold leading-tight ${looks[look]}`}
    />
  )
}
