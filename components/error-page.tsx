import type { ReactNode } from 'react'
import { site } from '@/lib/site'
import type { ErrorStatus } from '@/messages/error-statuses'
import { say } from '@/messages/say'
import { Masthead } from './masthead'
import { ProsePage } from './prose-page'
import { SectionNav } from './section-nav'
import { SearchForm } from './site-search'

type Props = {
  status: ErrorStatus
  /** The ways on, where they could be asked for. */
  sections?: { slug: string; name: string }[]
  /** What the newsroom says of it. */
  notice?: ReactNode
  children?: ReactNode
}

/** What happened, what was kept, and what to do. Asks nothing of the database. */
export function ErrorPage({ status, sections = [], notice, children }: Props) {
  return (
    <>
      <title>{`${say(`error.${status}.title`)} · ${site().name}`}</title>
      <meta name="robots" content="noindex" />
      <Masthead />
      {sections.length > 0 && <SectionNav sections={sections} />}
      <main id="content">
        <ProsePage title={say(`error.${status}.title`)}>
          <p className="font-serif text-body leading-relaxed">{say(`error.${status}.text`)}</p>
          {notice}
          {status === 503 && <div data-text-given-back="true" />}
          {isSearchedFor(status) && <SearchForm />}
          <p className="mt-6 flex flex-wrap gap-x-6 gap-y-1 font-semibold">
            <a href="/">{say('error.toFront')}</a>
            {status === 500 && <a href="/contact">{say('error.tell')}</a>}
            {isSearchedFor(status) && <a href="/archive">{say('archive.title')}</a>}
          </p>
          {children}
        </ProsePage>
      </main>
    </>
  )
}

/** Whoever comes here looked for something to read, and the site can be asked for it. */
function isSearchedFor(status: ErrorStatus): boolean {
  return status === 404 || status === 410 || status === 451
}
