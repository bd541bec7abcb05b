import type { ReactNode } from 'react'
import { Button } from '@/components/button'
import { type ListFilter, listedStates } from '@/lib/newsroom/list-filter'
import type { Names } from '@/lib/newsroom/typed-draft'
import { say } from '@/messages/say'

type Props = { filter: ListFilter; sections: { slug: string; name: string }[]; authors: Names }

const box = 'min-h-11 w-full rounded-[3px] border border-edge bg-paper px-2'

/** Looks for articles by words of their headlines, News ID, state, section, author, and when they were changed. */
export function ArticleFilters({ filter, sections, authors }: Props) {
  return (
    <search>
      <form action="/admin/articles" className="mt-5 flex flex-wrap items-end gap-x-4 gap-y-3">
        <Labelled name="q" label={say('articles.search')} wide>
          <input
            id="q"
            name="q"
            type="search"
            maxLength={200}
            defaultValue={filter.words}
            dir="auto"
            className={box}
          />
        </Labelled>
        <Labelled name="state" label={say('articles.state')}>
          <select id="state" name="state" defaultValue={filter.state ?? ''} className={box}>
            <option value="">{say('articles.any')}</option>
            {listedStates.map((state) => (
              <option key={state} value={state}>
                {say(`articles.state.${state}`)}
              </option>
            ))}
          </select>
        </Labelled>
        <Labelled name="section" label={say('articles.section')}>
          <select id="section" name="section" defaultValue={filter.section ?? ''} className={box}>
            <option value="">{say('articles.any')}</option>
            {sections.map(({ slug, name }) => (
              <option key={slug} value={slug}>
                {name}
              </option>
            ))}
          </select>
        </Labelled>
        <Labelled name="author" label={say('articles.author')}>
          <select id="author" name="author" defaultValue={filter.author ?? ''} className={box}>
            <option value="">{say('articles.any')}</option>
            {[...authors].map(([slug, name]) => (
              <option key={slug} value={slug}>
                {name}
              </option>
            ))}
          </select>
        </Labelled>
        <Labelled name="from" label={say('articles.from')}>
          <input id="from" name="from" type="date" defaultValue={filter.from ?? ''} className={box} />
        </Labelled>
        <Labelled name="to" label={say('articles.to')}>
          <input id="to" name="to" type="date" defaultValue={filter.to ?? ''} className={box} />
        </Labelled>
        <Button type="submit" look="quiet">
          {say('articles.find')}
        </Button>
      </form>
    </search>
  )
}

function Labelled({
  name,
  label,
  wide = false,
  children,
}: {
  name: string
  label: string
  wide?: boolean
  children: ReactNode
}) {
  return (
    <span className={wide ? 'min-w-0 grow basis-64' : 'min-w-0 max-w-56'}>
      <label htmlFor={name} className="mb-0.5 block text-quiet text-small">
        {label}
      </label>
      {children}
    </span>
  )
}
