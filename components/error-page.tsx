import { site } from '@/lib/site'
import { say } from '@/messages/say'
import { Masthead } from './masthead'
import { ProsePage } from './prose-page'

export const errorStatuses = [400, 403, 404, 405, 410, 413, 414, 451, 500, 503] as const
export type ErrorStatus = (typeof errorStatuses)[number]

/** What happened, what was kept, and what to do. Asks nothing of the database. */
export function ErrorPage({ status }: { status: ErrorStatus }) {
  return (
    <>
      <title>{`${say(`error.${status}.title`)} · ${site().name}`}</title>
      <meta name="robots" content="noindex" />
      <Masthead />
      <main id="content">
        <ProsePage title={say(`error.${status}.title`)}>
          <p className="font-serif text-body leading-relaxed">{say(`error.${status}.text`)}</p>
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
