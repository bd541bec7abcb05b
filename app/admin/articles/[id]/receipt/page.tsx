import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { When } from '@/components/when'
import { articlePath } from '@/lib/articles/slug'
import { env } from '@/lib/env'
import { findReceipt } from '@/lib/newsroom/queries-receipt'
import { publicId } from '@/lib/public-id'
import { site } from '@/lib/site'
import { say } from '@/messages/say'
import { DeskPage } from '../../../desk-page'
import { requireEditor } from '../../../guard'
import type { House } from './process-lines'
import { inHtml, type Proof, proveServed } from './prove-served'

type Props = { params: Promise<{ id: string }> }

export function generateMetadata(): Metadata {
  return { title: `${say('published.title')} · ${site().name}` }
}

// Asked later, how long ago it was published says nothing of how soon readers had it.
const freshSeconds = 60

/** What was published, and since when readers get it: the page asks for it as they do, and waits until they do. */
export default async function ReceiptPage({ params }: Props) {
  const { id: asked } = await params
  const editor = await requireEditor(`/admin/articles/${asked}/receipt`)
  const id = publicId(asked)
  const receipt = id === null ? null : await findReceipt(editor, id)
  if (!receipt) notFound()
  const { headline, publicNumber, at } = receipt
  const path = articlePath(receipt)
  const said = inHtml(headline)
  const onFront = receipt.isAmongNewest
    ? [{ name: say('published.front'), path: '/', must: [path, said] }]
    : []
  const house = ownHouse()
  const proofs = await proveServed(
    [
      { name: say('published.article'), path, must: [said, `data-version="${publicNumber}"`] },
      ...onFront,
      {
        name: say('published.versions'),
        path: `/news/${receipt.id}/versions`,
        must: [`/news/${receipt.id}/versions/${publicNumber}"`],
      },
    ],
    at,
    house,
  )
  return (
    <DeskPage title={say('published.title')} moderator={editor} current="articles">
      <p className="mt-3 font-serif text-second [overflow-wrap:anywhere]">
        <a href={path} dir="auto">
          {headline}
        </a>
      </p>
      <p className="mt-1 text-quiet">
        {say('published.version', { number: publicNumber })} <When at={at} />
      </p>
      <section aria-labelledby="places">
        <h2 id="places" className="mt-6 mb-2 font-semibold">
          {say('published.places')}
        </h2>
        <ul className="max-w-[46rem] divide-y divide-rule border-rule border-t">
          {proofs.map((proof) => (
            <li key={proof.place.path} className="flex flex-wrap gap-x-4 py-3">
              <a href={proof.place.path} className="font-semibold">
                {proof.place.name}
              </a>
              <span className={proof.seconds === null ? 'text-accent' : 'text-ok'}>
                {sentence(proof, house)}
              </span>
            </li>
          ))}
        </ul>
      </section>
      <p className="mt-3 max-w-measure text-quiet text-small">
        {say('published.how', { processes: house.processes })}
      </p>
      {!receipt.isAmongNewest && <p className="mt-3 text-quiet">{say('published.notOnFront')}</p>}
      <p className="mt-6">
        <a href={`/admin/articles/${receipt.id}`}>{say('published.back')}</a>
      </p>
    </DeskPage>
  )
}

/** This machine's processes as another program on it reaches them. */
function ownHouse(): House {
  const { HOST, PORT, SITE_URL, WEB_CONCURRENCY } = env()
  const isEverywhere = HOST === '0.0.0.0' || HOST === '::'
  return {
    host: isEverywhere ? '127.0.0.1' : HOST,
    port: PORT,
    name: SITE_URL.host,
    processes: WEB_CONCURRENCY,
  }
}

function sentence({ seconds, missing }: Proof, { processes }: House): string {
  if (seconds === null) return say('published.late', { missing, processes })
  if (seconds > freshSeconds) return say('published.now')
  return say('published.seen', { seconds: seconds.toFixed(1) })
}
