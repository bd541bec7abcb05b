import { Meta } from '@/components/meta'
import type { SectionFile } from '@/lib/newsroom/queries-house'
import { say } from '@/messages/say'
import { SectionForm } from './section-form'

type Props = {
  section: SectionFile
  /** The ids of those above and below it, where there are any. */
  before: number | undefined
  after: number | undefined
}

/** One section, with the ways to change it and to move it. */
export function SectionItem({ section, before, after }: Props) {
  const { id, slug, name, description, formerSlugs } = section
  const path = `/section/${slug}`
  return (
    <li id={`section-${id}`} className="scroll-mt-6 py-4">
      <h2 dir="auto" className="text-brief">
        <a href={path} className="no-underline">
          {name}
        </a>
      </h2>
      {description && (
        <p dir="auto" className="[overflow-wrap:anywhere]">
          {description}
        </p>
      )}
      <Meta>
        <code>{path}</code>
        {formerSlugs.length > 0 && say('house.formerly', { slugs: formerSlugs.join(', ') })}
      </Meta>
      <div className="mt-1 flex flex-wrap gap-x-5 text-small">
        {before !== undefined && (
          <Move id={id} above={before} label={say('sections.upNamed', { name })}>
            {say('sections.up')}
          </Move>
        )}
        {after !== undefined && (
          <Move id={after} above={id} label={say('sections.downNamed', { name })}>
            {say('sections.down')}
          </Move>
        )}
      </div>
      <details>
        <summary
          aria-label={say('sections.changeNamed', { name })}
          className="cursor-pointer py-1 text-small"
        >
          {say('sections.change')}
        </summary>
        <SectionForm
          action={`/api/admin/sections/${id}`}
          at={String(id)}
          section={section}
          submit={say('house.save')}
        />
      </details>
    </li>
  )
}

type MoveProps = { id: number; above: number; label: string; children: string }

function Move({ id, above, label, children }: MoveProps) {
  return (
    <form method="post" action={`/api/admin/sections/${id}/place`}>
      <button
        type="submit"
        name="above"
        value={above}
        aria-label={label}
        className="min-w-[24px] py-1.5 underline decoration-edge underline-offset-[.18em]"
      >
        {children}
      </button>
    </form>
  )
}
