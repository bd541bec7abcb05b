import type { Metadata } from 'next'
import { keptText } from '@/app/(private)/kept-text'
import { Meta } from '@/components/meta'
import { countOpenAppeals, listOpenAppeals } from '@/lib/moderation/queries-appeals'
import { listOpenSanctionAppeals } from '@/lib/moderation/queries-sanction-appeals'
import { publicId } from '@/lib/public-id'
import { isEditor } from '@/lib/readers/viewer'
import { site } from '@/lib/site'
import { say } from '@/messages/say'
import { DeskPage } from '../desk-page'
import { requireModerator } from '../guard'
import { AppealItem } from './appeal-item'
import { AppealNotice } from './appeal-notice'
import { OverturnRates } from './overturn-rates'
import { SanctionAppealItem } from './sanction-appeal-item'

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export function generateMetadata(): Metadata {
  return { title: `${say('appeals.title')} · ${site().name}` }
}

/** Open appeals, the oldest first, each with what is needed to judge it and nothing of the first decision. */
export default async function AppealsPage({ searchParams }: Props) {
  const moderator = await requireModerator('/admin/appeals')
  const query = await searchParams
  const after = typeof query.after === 'string' ? publicId(query.after) : null
  const now = new Date()
  const [open, { items, hasMore }, kept, about, keptAbout] = await Promise.all([
    countOpenAppeals(moderator, now),
    listOpenAppeals(moderator, { after, now }),
    keptText('judgement'),
    after === null ? listOpenSanctionAppeals(moderator, now) : [],
    keptText('sanction-judgement'),
  ])
  const last = items.at(-1)
  return (
    <DeskPage
      title={say('appeals.title')}
      about={<Meta>{say('appeals.count', { count: open })}</Meta>}
      moderator={moderator}
      current="appeals"
    >
      <p className="mt-1 max-w-measure text-quiet">{say('appeals.intro')}</p>
      <AppealNotice moderator={moderator} query={query} />
      {items.length === 0 && about.length === 0 && (
        <div className="py-14">
          <p className="font-[560] font-serif text-second">{say('appeals.empty')}</p>
          <p className="mt-1 text-quiet">{say('appeals.emptyText')}</p>
        </div>
      )}
      <div className="mt-5 grid gap-4">
        {items.map((item) => (
          <AppealItem
            key={item.id}
            item={item}
            answer={query.problem && kept?.commentId === item.id ? kept.body : ''}
          />
        ))}
      </div>
      <p className="mt-6 flex gap-6 font-semibold">
        {after !== null && <a href="/admin/appeals">{say('appeals.fromStart')}</a>}
        {hasMore && last && (
          <a rel="next" href={`/admin/appeals?after=${last.id}`}>
            {say('appeals.more')}
          </a>
        )}
      </p>
      {about.length > 0 && (
        <section aria-labelledby="sanctions" className="mt-12">
          <h2 id="sanctions" className="text-second">
            {say('appeals.sanctions')}
          </h2>
          <div className="mt-4 grid gap-4">
            {about.map((item) => (
              <SanctionAppealItem
                key={item.id}
                item={item}
                answer={query.problem && keptAbout?.commentId === item.id ? keptAbout.body : ''}
              />
            ))}
          </div>
        </section>
      )}
      {isEditor(moderator) && <OverturnRates moderator={moderator} />}
    </DeskPage>
  )
}
