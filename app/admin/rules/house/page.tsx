import type { Metadata } from 'next'
import { type HouseRehearsal, readRehearsal, writeRehearsal } from '@/lib/moderation/house-rehearsal'
import { readHouseCheck } from '@/lib/moderation/queries-checks'
import { daysRehearsed } from '@/lib/moderation/queries-rehearse'
import { houseSample, listWouldHold, type WouldHold } from '@/lib/moderation/queries-rehearse-house'
import { isEditor } from '@/lib/readers/viewer'
import { site } from '@/lib/site'
import { say } from '@/messages/say'
import { DeskPage } from '../../desk-page'
import { requireModerator } from '../../guard'
import { RehearsalForms } from './rehearsal-forms'

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
          <RehearsalForms
            starts={startsOf(rehearsal, rehearsal?.asked === sample.length)}
            words={{
              stop: say('house.stop'),
              asking: say('house.asking'),
              asked: say('house.asked', { asked: '{asked}', sample: '{sample}' }),
              failed: say('house.turnFailed'),
            }}
          />
        )}
      </div>
    </DeskPage>
  )
}

/** What can be begun here: the rest of a rehearsal that is not over, and one anew. */
function startsOf(rehearsal: HouseRehearsal | null, isOver: boolean) {
  const anew = { fields: { begin: '1' }, label: rehearsal ? say('house.again') : say('house.begin') }
  if (!rehearsal || isOver) return [anew]
  return [{ fields: writeRehearsal(rehearsal), label: say('house.goOn') }, anew]
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
