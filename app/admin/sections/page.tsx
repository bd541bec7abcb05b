import type { Metadata } from 'next'
import { Notice } from '@/components/notice'
import { listSectionFiles } from '@/lib/newsroom/queries-house'
import { site } from '@/lib/site'
import { say } from '@/messages/say'
import { DeskPage } from '../desk-page'
import { requireEditor } from '../guard'
import { SectionForm } from './section-form'
import { SectionItem } from './section-item'

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

const doneWords = ['added', 'changed', 'moved'] as const
const problems = [
  'blank',
  'too-long',
  'unreadable',
  'bad-slug',
  'slug-taken',
  'no-section',
  'bad-fields',
] as const

export function generateMetadata(): Metadata {
  return { title: `${say('sections.title')} · ${site().name}` }
}

/** The sections: their names, addresses and order. */
export default async function SectionsPage({ searchParams }: Props) {
  const editor = await requireEditor('/admin/sections')
  const { done: doneAsked, problem: problemAsked } = await searchParams
  const sections = await listSectionFiles(editor)
  const done = doneWords.find((each) => each === doneAsked)
  const problem = problems.find((each) => each === problemAsked)
  return (
    <DeskPage title={say('sections.title')} moderator={editor} current="sections">
      <p className="mt-1 max-w-measure text-quiet">{say('sections.intro')}</p>
      {done && (
        <Notice kind="done">
          <p>{say(`sections.done.${done}`)}</p>
        </Notice>
      )}
      {problem && (
        <Notice kind="problem" title={say('sections.problem')}>
          <p>{say(`sections.problem.${problem}`)}</p>
        </Notice>
      )}
      <ol className="mt-4 max-w-measure divide-y divide-rule">
        {sections.map((section, index) => (
          <SectionItem
            key={section.id}
            section={section}
            before={sections[index - 1]?.id}
            after={sections[index + 1]?.id}
          />
        ))}
      </ol>
      <section aria-labelledby="add" className="mt-8 max-w-measure border-rule border-t pt-5">
        <h2 id="add" className="text-second">
          {say('sections.add')}
        </h2>
        <SectionForm action="/api/admin/sections" at="new" submit={say('sections.addNow')} />
      </section>
    </DeskPage>
  )
}
