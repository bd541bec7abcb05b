import type { Metadata } from 'next'
import { Button } from '@/components/button'
import { type HouseRehearsal, readRehearsal, writeRehearsal } from '@/lib/moderation/house-rehearsal'
import { readHouseCheck } from '@/lib/moderation/queries-checks'
import { daysRehearsed } from '@/lib/moderation/queries-rehearse'
import { houseSample, listWouldHold, type WouldHold } from '@/lib/moderation/queries-rehearse-house'
import { isEditor } from '@/lib/readers/viewer'
import { site } from '@/lib/site'
import { say } from '@/messages/say'
import { DeskPage } from '../../desk-page'
import { requireModerator } from '../../guard'

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export function generateMetadata(): Metadata {
  return { title: `${say('house.title')} · ${site().name}` }
}

/** The newsroom's own check, tried on a sample: as far as whoever asked has let it go. */
export default async function HouseCheckPage({ searchParams }: Props) {
  const moderator = await requireModerator('/admin/rules/house')
  const rehearsal = readRehearsal(await searchParams)
  const onFailure = readHouseCheck()
  const [{ sample, of }, held] = rehearsal
    ? await Promise.all([
        houseSample(moderator, rehearsal.from, new Date()),
        listWouldHold(moderator, rehearsal.held),
      ])
    : [{ sample: [], of: 0 }, []]
  return (
    <DeskPage title={say('house.title')} moderator={moderator} current="rules">
      <p className="mt-2">
        <a href="/admin/rules" className="font-semibold">
          {say('house.back')}
        </a>
      </p>
      <div className="max-w-measure">
        <p className="mt-4">{onFailure ? say('house.about', { days: daysRehearsed }) : say('house.none')}</p>
        {rehearsal && <Found rehearsal={rehearsal} sample={sample.length} of={of} held={held} />}
        {onFailure && isEditor(moderator) && (
          <div className="mt-5 flex flex-wrap gap-3">
            {rehearsal && rehearsal.asked < sample.length && (
              <Ask rehearsal={rehearsal}>{say('house.goOn')}</Ask>
            )}
            <Ask rehearsal={null}>{rehearsal ? say('house.again') : say('house.begin')}</Ask>
          </div>
        )}
      </div>
    </DeskPage>
  )
}

function Ask({ rehearsal, children }: { rehearsal: HouseRehearsal | null; children: string }) {
  return (
    <form method="post" action="/api/admin/rules/house">
      {Object.entries(rehearsal ? writeRehearsal(rehearsal) : { begin: '1' }).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <Button type="submit" {...(rehearsal ? {} : { look: 'quiet' as const })}>
        {children}
      </Button>
    </form>
  )
}

type FoundProps = { rehearsal: HouseRehearsal; sample: number; of: number; held: WouldHold[] }

function Found({ rehearsal: { asked, failed }, sample, of, held }: FoundProps) {
  return (
    <section id="rehearsal" aria-labelledby="rehearsal-title" className="mt-6">
      <h2 id="rehearsal-title" className="text-brief">
        {say('house.asked', { asked, sample })}
      </h2>
      <p className="text-quiet text-small">{say('house.isSample', { of, days: daysRehearsed })}</p>
      <p className="mt-3 font-semibold">{say('house.wouldHold', { count: held.length })}</p>
      <ul className="mt-1">
        {held.length > 0 && (
          <li>{say('rules.approvedAmong', { count: held.filter(({ approved }) => approved).length })}</li>
        )}
        {held.length > 0 && (
          <li>{say('rules.heldAnyway', { count: held.filter(({ heldAnyway }) => heldAnyway).length })}</li>
        )}
        {failed > 0 && <li className="text-accent">{say('house.failed', { count: failed })}</li>}
      </ul>
      <ul className="mt-4 divide-y divide-rule">
        {held.map(({ id, text, approved }) => (
          <li key={id} className="py-2">
            <p dir="auto" className="font-serif [overflow-wrap:anywhere]">
              <a href={`/admin/comments/${id}`}>{text}</a>
            </p>
            {approved && <p className="text-quiet text-small">{say('rules.wasApproved')}</p>}
          </li>
        ))}
      </ul>
    </section>
  )
}
