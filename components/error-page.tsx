import type { ReactNode } from 'react'
import { site } from '@/lib/site'
import type { ErrorStatus } from '@/messages/error-statuses'
import { say } from '@/messages/say'
import { Masthead } from './masthead'
import { ProsePage } from './prose-page'

/** What happened, what was kept, and what to do. Asks nothing of the database. */
export function ErrorPage({ status, children }: { status: ErrorStatus; children?: ReactNode }) {
  return (
    <>
      <title>{`${say(`error.${status}.title`)} · ${site().name}`}</title>
      <meta name="robots" content="noindex" />
      <Masthead />
      <main id="content">
        <ProsePage title={say(`error.${status}.title`)}>
          <p className="font-serif text-body leading-relaxed">{say(`error.${status}.text`)}</p>
          {children}
          {status === 503 && <div data-text-given-back="true" />}
          <p className="mt-6">
            <a href="/" className="font-semibold">
              {say('error.toFront')}
            </a>
          </p>
        </ProsePage>
      </main>
    </>
  )
}
