import type { Metadata } from 'next'
import { Note } from '@/components/note'
import { ReaderPage } from '@/components/reader-page'
import { When } from '@/components/when'
import { wordsOf } from '@/components/words-of'
import { listSections } from '@/lib/articles/queries'
import { listCorrections } from '@/lib/articles/queries-corrections'
import { articlePath } from '@/lib/articles/slug'
import { feedLinks } from '@/lib/feeds/feed'
import { site } from '@/lib/site'
import { say } from '@/messages/say'
import { canonicalOf, type ListQuery, linksOf, startIn } from '../list-page'
import { sharedAs } from '../shared-as'

const correctionsPerPage = 20

type Props = { searchParams: Promise<ListQuery> }

export async function generateMetadata({ searchParams }: Props): Promise<Metadata> {
  const { name, url } = site()
  const [title, description] = [say('corrections.title'), say('corrections.description', { site: name })]
  const canonical = canonicalOf('/corrections', await searchParams)
  return {
    ...{ title: `${title} · ${name}`, description },
    alternates: { canonical, types: feedLinks('/corrections', title, url) },
    ...sharedAs({ title, description, url: canonical, card: '/og/site.png' }),
  }
}

/** Everything that was put right, in one place. */
export default async function CorrectionsPage({ searchParams }: Props) {
  const start = startIn(await searchParams)
  const [sections, { corrections, ...beside }] = await Promise.all([
    listSections(),
    listCorrections(start, correctionsPerPage),
  ])
  const { newer, older } = linksOf('/corrections', beside)
  return (
    <ReaderPage sections={sections}>
      <div className="mx-auto max-w-[42rem] px-[clamp(1rem,4vw,2.5rem)] pt-9 pb-16">
        <h1 className="text-title">{say('corrections.title')}</h1>
        <p className="mt-2 text-quiet">{say('corrections.intro')}</p>
        {corrections.length === 0 && <p className="py-8">{say('corrections.none')}</p>}
        <ol className="mt-6 divide-y divide-rule border-ink border-t">
          {corrections.map(({ id, number, kind, note, at, article }) => (
            <li key={id} className="py-5">
              <p className="text-small">
                <strong className="font-semibold text-accent">{say(`versions.kind.${kind}`)}</strong>{' '}
                <span className="text-quiet">
                  <When at={at} />
                </span>
              </p>
              <h2 {...wordsOf(article)} className="mt-1 text-brief">
                <a href={articlePath(article)} className="no-underline">
                  {article.headline}
                </a>
              </h2>
              <Note note={note} className="mt-1 font-serif text-comment leading-relaxed" />
              <p className="mt-1 text-small">
                <a href={`/news/${article.id}/versions#version-${number}`} className="text-quiet">
                  {say('versions.title')}
                </a>
              </p>
            </li>
          ))}
        </ol>
        <nav
          aria-label={say('corrections.pages')}
          className="flex gap-6 border-rule border-t pt-4 font-semibold"
        >
          {newer && (
            <a rel="prev" href={newer}>
              {say('corrections.newer')}
            </a>
          )}
          {older && (
            <a rel="next" href={older}>
              {say('corrections.older')}
            </a>
          )}
        </nav>
      </div>
    </ReaderPage>
  )
}
