import type { Metadata } from 'next'
import { FoundStories } from '@/components/found-stories'
import { ReaderPage } from '@/components/reader-page'
import { SearchForm } from '@/components/site-search'
import { listSections } from '@/lib/articles/queries'
import { readCursor } from '@/lib/comments/cursor'
import { meantBy } from '@/lib/search/queries-meant'
import { lastRankedPage, searchByDate, searchByRelevance } from '@/lib/search/queries-search'
import { readSearch } from '@/lib/search/search'
import { site } from '@/lib/site'
import { say } from '@/messages/say'
import { type Asked, addressOf, Found, Ways } from './ways'

type Query = Partial<Record<'q' | 'sort' | 'page' | 'after', string | string[]>>
type Props = { searchParams: Promise<Query> }

export async function generateMetadata({ searchParams }: Props): Promise<Metadata> {
  const { text } = readAsked(await searchParams)
  const { name, url } = site()
  return {
    title: `${text ? say('find.title', { text }) : say('find.submit')} · ${name}`,
    description: say('find.description', { site: name }),
    // What somebody searched for is no page of ours; the empty form is.
    ...(text
      ? { robots: { index: false, follow: true } }
      : { alternates: { canonical: new URL('/search', url) } }),
  }
}

export default async function SearchPage({ searchParams }: Props) {
  const query = await searchParams
  const asked = readAsked(query)
  const [sections, answer] = await Promise.all([listSections(), asked.text ? answerTo(asked, query) : null])
  return (
    <ReaderPage sections={sections}>
      <div className="mx-auto max-w-[58rem] px-[clamp(1rem,4vw,2.5rem)] pt-9 pb-16">
        <h1 className="text-title">{say('find.heading')}</h1>
        <SearchForm typed={asked.text} {...(asked.sort === 'date' ? { sort: asked.sort } : {})} />
        {!answer && <Help sections={sections} />}
        {answer && (
          <>
            <Ways asked={asked} />
            <Found {...answer} />
            {answer.meant && (
              <p className="mt-2 font-serif text-comment">
                {say('find.meant')}{' '}
                <a dir="auto" href={addressOf({ ...asked, text: answer.meant })} className="text-accent">
                  {answer.meant}
                </a>
              </p>
            )}
            {answer.results.length > 0 && <FoundStories results={answer.results} />}
            <nav
              aria-label={say('list.pages')}
              className="flex gap-6 border-rule border-t pt-4 font-semibold"
            >
              {answer.newer && (
                <a rel="prev" href={answer.newer} className="py-1">
                  {say('find.previous')}
                </a>
              )}
              {answer.older && (
                <a rel="next" href={answer.older} className="ms-auto py-1">
                  {say('find.next')}
                </a>
              )}
            </nav>
          </>
        )}
      </div>
    </ReaderPage>
  )
}

function Help({ sections }: { sections: { slug: string; name: string }[] }) {
  const example = sections[0]?.slug ?? 'world'
  return (
    <div className="mt-8 max-w-[66ch] font-serif text-comment leading-relaxed">
      <p>{say('find.help')}</p>
      <dl className="mt-4 grid grid-cols-[auto_minmax(0,1fr)] gap-x-5 gap-y-1.5">
        {(
          [
            ['“…”', 'find.help.phrase'],
            ['-…', 'find.help.without'],
            [`section:${example}`, 'find.help.section'],
            ['author:…', 'find.help.author'],
            ['after:2020-11-25', 'find.help.after'],
            ['before:2021', 'find.help.before'],
          ] as const
        ).map(([sign, sentence]) => (
          <div key={sentence} className="col-span-full grid grid-cols-subgrid">
            <dt className="font-sans font-semibold text-small leading-loose">{sign}</dt>
            <dd>{say(sentence)}</dd>
          </div>
        ))}
      </dl>
    </div>
  )
}

function readAsked({ q, sort, page }: Query): Asked {
  const number = typeof page === 'string' ? Number(page) : 1
  return {
    text: typeof q === 'string' ? q.trim() : '',
    sort: sort === 'date' ? 'date' : 'best',
    page: number >= 1 && number <= lastRankedPage ? number : 1,
  }
}

async function answerTo(asked: Asked, { after }: Query) {
  const search = readSearch(asked.text, site().timeZone)
  if (asked.sort === 'date') {
    const cursor = readCursor(typeof after === 'string' ? after : undefined)
    const found = await searchByDate(search, cursor)
    const isNothing = cursor === null && found.results.length === 0
    return {
      ...found,
      meant: isNothing ? await meantBy(asked.text, search) : null,
      newer: cursor ? addressOf({ ...asked, page: 1 }) : null,
      older: found.older ? addressOf(asked, found.older) : null,
    }
  }
  const found = await searchByRelevance(search, asked.page)
  const isLast = found.results.length < 10 || asked.page === lastRankedPage
  return {
    ...found,
    meant:
      found.isRelaxed || (found.results.length === 0 && asked.page === 1)
        ? await meantBy(asked.text, search)
        : null,
    newer: asked.page > 1 ? addressOf({ ...asked, page: asked.page - 1 }) : null,
    older: isLast ? null : addressOf({ ...asked, page: asked.page + 1 }),
  }
}
