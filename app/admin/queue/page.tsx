import type { Metadata } from 'next'
import { Meta } from '@/components/meta'
import { When } from '@/components/when'
import { listSections } from '@/lib/articles/queries'
import { takeHand } from '@/lib/moderation/commands-claim'
import { itemsPerPage, listQueue, listRulesThatHold, measureQueue } from '@/lib/moderation/queries-queue'
import { listRaids } from '@/lib/moderation/queries-raid'
import { listLiveRules } from '@/lib/moderation/queries-rules'
import { findSavedQueue, type SavedQueue } from '@/lib/moderation/queries-saved'
import { mostLookedThrough } from '@/lib/moderation/queries-unread'
import { writeFilter } from '@/lib/moderation/queue-filter'
import { type QueuePlace, queuePath, readPlace } from '@/lib/moderation/queue-place'
import type { Moderator } from '@/lib/readers/viewer'
import { site } from '@/lib/site'
import { say } from '@/messages/say'
import { DeskPage } from '../desk-page'
import { readDesk } from '../desk-state'
import { requireModerator } from '../guard'
import { DeskKeys } from '../keys/desk-keys'
import { keyWords } from '../keys/key-words'
import { BulkBar } from './bulk-bar'
import { CalmDesk } from './calm-desk'
import { itemWords } from './item-facts'
import { PromiseKept } from './promise-kept'
import { QueueFilters } from './queue-filters'
import { QueueItem } from './queue-item'
import { QueueNotice } from './queue-notice'
import { RaidCards } from './raid-card'
import { RemoveQueue, SaveQueue } from './save-queue'
import { typedDecision } from './typed-decision'

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export function generateMetadata(): Metadata {
  return { title: `${say('desk.queue')} · ${site().name}` }
}

export default async function QueuePage({ searchParams }: Props) {
  const query = await searchParams
  const moderator = await requireModerator('/admin/queue')
  const now = new Date()
  const read = readPlace(query)
  const saved = read.saved === null ? null : await findSavedQueue(moderator, read.saved)
  const place = { ...read, saved: saved?.id ?? null, filter: saved?.filter ?? read.filter }
  const isBeginning = place.after === null && saved === null && writeFilter(place.filter) === ''
  const counted = readDesk(moderator).then(({ counts }) => counts)
  const [{ items, next }, measured, rules, sections, holding, raids, typed] = await Promise.all([
    itemsAt(moderator, place, now),
    measureQueue(moderator, place.filter, now, counted),
    listLiveRules(),
    listSections(),
    listRulesThatHold(moderator),
    isBeginning ? listRaids(moderator, now) : [],
    typedDecision(),
    counted,
  ])
  const { queue } = place.filter
  // Handed over once for all items.
  const [words, reasons] = [itemWords(), rules.map(({ code, reason }) => ({ code, reason }))]
  return (
    <DeskPage
      moderator={moderator}
      title={saved ? saved.name : say(`desk.${queue}`)}
      about={<About queue={measured} saved={saved} isCounted={queue !== 'new'} />}
      current={saved ? `saved-${saved.id}` : queue}
    >
      <QueueFilters place={place} byOthers={measured.byOthers} sections={sections} rules={holding} />
      <RaidCards raids={raids} place={place} />
      <div id="decided" className="scroll-mt-3">
        <QueueNotice moderator={moderator} query={query} place={place} />
      </div>
      {items.length === 0 && next === null && <Empty />}
      <DeskKeys words={keyWords(rules)} place={{ timeZone: site().timeZone, language: site().language }}>
        <CalmDesk
          words={{
            blur: say('calm.blur'),
            seen: say('calm.seen', { count: '{count}' }),
            over: say('calm.over', { count: '{count}' }),
            later: say('calm.later'),
          }}
        >
          <div className="mt-3 grid gap-4">
            {items.map((item) => (
              <QueueItem
                key={item.id}
                item={item}
                place={place}
                words={words}
                rules={reasons}
                now={now}
                typed={typed}
              />
            ))}
          </div>
        </CalmDesk>
        {items.length > 1 && <BulkBar place={place} rules={rules} />}
      </DeskKeys>
      {next !== null && items.length < itemsPerPage && (
        <p className="mt-6 text-quiet">{say('desk.furtherBack', { count: mostLookedThrough })}</p>
      )}
      <p className="mt-6 flex flex-wrap gap-x-6 gap-y-1 font-semibold">
        {place.after !== null && <a href={queuePath({ ...place, after: null })}>{say('desk.fromStart')}</a>}
        {next && (
          <a rel="next" href={queuePath({ ...place, after: next })}>
            {say('desk.more')}
          </a>
        )}
      </p>
      {saved ? <RemoveQueue queue={saved} /> : <SaveQueue place={place} query={query} />}
    </DeskPage>
  )
}

async function itemsAt(moderator: Moderator, place: QueuePlace, now: Date) {
  if (place.all) return listQueue(moderator, place.filter, { after: place.after, now })
  return { items: await takeHand(moderator, place.filter, now), next: null }
}

type AboutProps = {
  queue: { count: number; since: Date | null; byOthers: number }
  saved: SavedQueue | null
  isCounted: boolean
}

function About({ queue: { count, since, byOthers }, saved, isCounted }: AboutProps) {
  if (!isCounted) return <Meta>{say('desk.newAbout')}</Meta>
  return (
    <Meta>
      {say('desk.waiting', { count })}
      {since && (
        <span>
          {say('desk.oldest', { date: '' })}
          <When at={since} />
        </span>
      )}
      {byOthers > 0 && say('desk.byOthers', { count: byOthers })}
      {saved && <PromiseKept queue={saved} since={since} />}
    </Meta>
  )
}

function Empty() {
  return (
    <div className="py-14">
      <p className="font-[560] font-serif text-second">{say('desk.empty')}</p>
      <p className="mt-1 text-quiet">{say('desk.emptyText')}</p>
    </div>
  )
}
