import type { Metadata } from 'next'
import { Button } from '@/components/button'
import { Notice } from '@/components/notice'
import { longestTag } from '@/lib/newsroom/commands-tags'
import { listTagFiles } from '@/lib/newsroom/queries-tags'
import { site } from '@/lib/site'
import { say } from '@/messages/say'
import { DeskPage } from '../desk-page'
import { requireEditor } from '../guard'
import { LabelledLine } from '../labelled-line'
import { TagItem } from './tag-item'

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

const tagsPerPage = 50
const doneWords = ['renamed', 'merged', 'split'] as const
const problems = [
  ...['blank', 'too-long', 'unreadable', 'no-tag', 'no-other-tag', 'same-tag'],
  ...['tag-taken', 'merged', 'not-merged', 'bad-fields'],
] as const

export function generateMetadata(): Metadata {
  return { title: `${say('tags.title')} · ${site().name}` }
}

/** What stories are found by, by their addresses. */
export default async function TagsPage({ searchParams }: Props) {
  const editor = await requireEditor('/admin/tags')
  const { q, after, done: doneAsked, problem: problemAsked } = await searchParams
  const words = readable(q)
  const start = readable(after)
  const found = await listTagFiles(editor, { words, take: tagsPerPage + 1, after: start })
  const tags = found.slice(0, tagsPerPage)
  const done = doneWords.find((each) => each === doneAsked)
  const problem = problems.find((each) => each === problemAsked)
  return (
    <DeskPage title={say('tags.title')} moderator={editor} current="tags">
      <p className="mt-1 max-w-measure text-quiet">{say('tags.intro')}</p>
      {done && (
        <Notice kind="done">
          <p>{say(`tags.done.${done}`)}</p>
        </Notice>
      )}
      {problem && (
        <Notice kind="problem" title={say('tags.problem')}>
          <p>{say(`tags.problem.${problem}`)}</p>
        </Notice>
      )}
      <search>
        <form action="/admin/tags" className="max-w-measure">
          <LabelledLine
            id="q"
            name="q"
            type="search"
            label={say('tags.search')}
            maxLength={longestTag}
            defaultValue={words}
          />
          <Button type="submit">{say('tags.find')}</Button>
        </form>
      </search>
      {tags.length === 0 && <p className="py-8 text-quiet">{say('tags.none')}</p>}
      <ul className="mt-4 max-w-measure divide-y divide-rule">
        {tags.map((tag) => (
          <TagItem key={tag.id} tag={tag} />
        ))}
      </ul>
      <p className="mt-4 flex gap-6 font-semibold">
        {start !== '' && <a href={pageOf(words, '')}>{say('tags.fromStart')}</a>}
        {found.length > tagsPerPage && (
          <a rel="next" href={pageOf(words, tags.at(-1)?.slug ?? '')}>
            {say('tags.more')}
          </a>
        )}
      </p>
    </DeskPage>
  )
}

/** As it was asked for, where the database can read it. */
function readable(asked: string | string[] | undefined): string {
  return typeof asked === 'string' && asked.isWellFormed() && !asked.includes('\0') ? asked : ''
}

function pageOf(words: string, after: string): string {
  const query = new URLSearchParams({ ...(words ? { q: words } : {}), ...(after ? { after } : {}) })
  return query.size > 0 ? `/admin/tags?${query}` : '/admin/tags'
}
