import type { Metadata } from 'next'
import { FrontPage } from '@/components/front-page'
import { Notice } from '@/components/notice'
import { When } from '@/components/when'
import { type Arrangement, pinsOf, unarranged } from '@/lib/articles/arrangement'
import { arrange } from '@/lib/articles/front'
import { listSections } from '@/lib/articles/queries'
import {
  findArrangement,
  listArrangements,
  listFrontStories,
  type PastArrangement,
} from '@/lib/articles/queries-front'
import { findStories, type Story } from '@/lib/articles/queries-stories'
import { searchByRelevance } from '@/lib/search/queries-search'
import { longestSearch, readSearch } from '@/lib/search/search'
import { site } from '@/lib/site'
import { say } from '@/messages/say'
import { DeskPage } from '../desk-page'
import { requireEditor } from '../guard'
import { ArrangementForm } from './arrangement-form'
import { type Fields, readTyped } from './typed-arrangement'

type Props = { searchParams: Promise<Fields> }

const refusals = [
  'not-published',
  'pinned-twice',
  'over-already',
  'changed-meanwhile',
  'no-arrangement',
  'bad-fields',
] as const

const historyShown = 12

export function generateMetadata(): Metadata {
  return { title: `${say('arrange.title')} · ${site().name}` }
}

/** What stands where on the front page, tried before it is saved. */
export default async function ArrangeFrontPage({ searchParams }: Props) {
  const moderator = await requireEditor('/admin/front')
  const query = await searchParams
  const now = new Date()
  const [sections, current, past] = await Promise.all([
    listSections(),
    findArrangement(now),
    listArrangements(historyShown),
  ])
  const isPreview = query.preview !== undefined
  // Without a form in the address, what is in force is what is arranged.
  const isSent = query.seen !== undefined && [query.preview, query.find, query.problem].some(Boolean)
  const typed = isSent ? readTyped(query, sections, site().timeZone) : null
  const shown = typed ?? current
  const words = typeof query.words === 'string' ? query.words.trim().slice(0, longestSearch) : ''
  const [stories, found] = await Promise.all([
    findStories([shown, ...past.map(({ places }) => places)].flatMap(pinsOf).map(({ id }) => id)),
    query.find !== undefined && words !== ''
      ? searchByRelevance(readSearch(words, site().timeZone), 1)
      : null,
  ])
  return (
    <DeskPage title={say('arrange.title')} moderator={moderator} current="front">
      <p className="mt-1 max-w-[66ch] text-quiet">{say('arrange.text')}</p>
      <FrontNotice query={isSent && !typed ? { problem: 'bad-fields' } : query} />
      <ArrangementForm
        arrangement={shown}
        sections={sections}
        stories={stories}
        seen={typed ? Number(query.seen) : (past[0]?.id ?? 0)}
        found={{ words, stories: found ? found.results.map(({ story }) => story) : null }}
      />
      {isPreview && typed && <Preview arrangement={typed} sections={sections} />}
      <History past={past} stories={stories} />
    </DeskPage>
  )
}

async function Preview({
  arrangement,
  sections,
}: {
  arrangement: Arrangement
  sections: { slug: string; name: string }[]
}) {
  const stories = await listFrontStories(arrangement)
  return (
    <section aria-label={say('arrange.previewTitle')} className="mt-8 border-hold border-t-3">
      <h2 className="mt-2 font-semibold font-sans text-base">{say('arrange.previewTitle')}</h2>
      <FrontPage front={arrange(stories, sections, arrangement)} discussed={[]} read={[]} isPreview />
    </section>
  )
}

function History({ past, stories }: { past: PastArrangement[]; stories: Story[] }) {
  const byId = new Map(stories.map((story) => [story.id, story.headline]))
  if (past.length === 0) return null
  // What was before the first arrangement can be had again, too.
  const first = past.length < historyShown ? [{ id: 0, by: null, createdAt: null, places: unarranged }] : []
  return (
    <section className="mt-10 border-rule border-t pt-4">
      <h2 className="text-second">{say('arrange.history')}</h2>
      <ol className="mt-2 divide-y divide-rule">
        {[...past, ...first].map(({ id, by, createdAt, places }, index) => (
          <li key={id} className="flex flex-wrap items-baseline gap-x-4 gap-y-1 py-2">
            {createdAt && <When at={createdAt} />}
            {createdAt && <span dir="auto">{by ?? say('arrange.byRule')}</span>}
            <span className="order-last basis-full text-quiet text-small">
              {pinsOf(places)
                .map(({ id }) => byId.get(id) ?? String(id))
                .join(' · ') || say('arrange.untouched')}
            </span>
            {index === 0 ? (
              <span className="ms-auto text-quiet">{say('arrange.now')}</span>
            ) : (
              <form method="post" action="/api/admin/front/restore" className="ms-auto">
                <input type="hidden" name="id" value={id} />
                <button type="submit" className="py-1 font-semibold hover:text-accent">
                  {say('arrange.restore')}
                </button>
              </form>
            )}
          </li>
        ))}
      </ol>
    </section>
  )
}

/** What became of what was just sent. */
function FrontNotice({ query }: { query: Fields }) {
  if (query.done === 'arranged') return <Notice kind="done">{say('arrange.done')}</Notice>
  if (query.done === 'restored') return <Notice kind="done">{say('arrange.restored')}</Notice>
  const refusal = refusals.find((each) => each === query.problem)
  return refusal ? <Notice kind="problem" title={say(`arrange.refused.${refusal}`)} /> : null
}
