import { Button } from '@/components/button'
import { longestDescription, longestName } from '@/lib/newsroom/commands-sections'
import { longestSlug } from '@/lib/newsroom/place-in-address'
import { say } from '@/messages/say'
import { LabelledLine } from '../labelled-line'

type Props = {
  action: string
  /** Makes the fields' ids their own: there is a form for every section. */
  at: string
  section?: { name: string; slug: string; description: string }
  submit: string
}

/** What a section is called, where, and what it is about. */
export function SectionForm({ action, at, section, submit }: Props) {
  return (
    <form method="post" action={action}>
      <LabelledLine
        id={`name-${at}`}
        name="name"
        label={say('sections.name')}
        required
        maxLength={longestName}
        defaultValue={section?.name}
      />
      <LabelledLine
        id={`slug-${at}`}
        name="slug"
        label={say('sections.slug')}
        hint={section ? say('house.slug.moves') : say('house.slug.hint')}
        maxLength={longestSlug}
        defaultValue={section?.slug}
      />
      <LabelledLine
        id={`description-${at}`}
        name="description"
        label={say('sections.description')}
        maxLength={longestDescription}
        defaultValue={section?.description}
      />
      <Button type="submit">{submit}</Button>
    </form>
  )
}
