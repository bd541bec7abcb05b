import { Meta } from '@/components/meta'
import { When } from '@/components/when'
import type { ReaderFile, SanctionEntry } from '@/lib/moderation/queries-reader-file'
import { reasonSentences } from '@/lib/moderation/queries-rules'
import { say } from '@/messages/say'
import { saySpan } from '@/messages/span'

/** What the reader is under and was, the last first; what is in force can be lifted. */
export async function SanctionList({ file, mayLift }: { file: ReaderFile; mayLift: boolean }) {
  const reasons = await reasonSentences()
  return (
    <section aria-labelledby="sanctions" className="mt-9">
      <h2 id="sanctions" className="mb-2 text-brief">
        {say('readers.sanctions')}
      </h2>
      {file.sanctions.length === 0 && <p className="text-quiet">{say('readers.noSanctions')}</p>}
      <ul className="divide-y divide-rule">
        {file.sanctions.map((sanction) => (
          <li key={sanction.id} className="flex flex-wrap items-start justify-between gap-x-6 gap-y-2 py-3">
            <Entry sanction={sanction} reasons={reasons} />
            {sanction.isInForce && mayLift && <LiftForm readerId={file.id} sanctionId={sanction.id} />}
          </li>
        ))}
      </ul>
    </section>
  )
}

function Entry({ sanction, reasons }: { sanction: SanctionEntry; reasons: ReadonlyMap<string, string> }) {
  const { kind, reason, words, minutes, createdAt, until, by, isUnderAppeal } = sanction
  return (
    <div className="min-w-0 grow basis-80">
      <p className="flex flex-wrap gap-x-3">
        <b className={sanction.isInForce ? 'font-[650] text-accent' : 'font-[650]'}>
          {say(`readers.is.${kind}`)}
        </b>
        {minutes !== null && <span>{say('readers.everyMinutes', { span: saySpan(minutes) })}</span>}
        <span className="[overflow-wrap:anywhere]">{reasons.get(reason) ?? reason}</span>
      </p>
      {words && (
        <p dir="auto" className="font-serif [overflow-wrap:anywhere]">
          {words}
        </p>
      )}
      <Meta>
        {standing(sanction)}
        {isUnderAppeal
          ? say('readers.underAppeal')
          : by
            ? say('readers.by', { by })
            : say('readers.byCommandLine')}
        <When at={createdAt} />
        {until && (
          <span>
            {say('sanction.until', { date: '' })}
            <When at={until} />
          </span>
        )}
        {sanction.seenAt && say('readers.read')}
      </Meta>
    </div>
  )
}

function standing({ isInForce, liftedAt, liftedBy }: SanctionEntry): string {
  if (isInForce) return say('readers.inForce')
  return liftedAt && liftedBy ? say('readers.lifted', { by: liftedBy }) : say('readers.over')
}

function LiftForm({ readerId, sanctionId }: { readerId: number; sanctionId: number }) {
  return (
    <form method="post" action={`/api/admin/readers/${readerId}/lift`}>
      <input type="hidden" name="sanction" value={sanctionId} />
      <button type="submit" className="min-h-8 py-1 font-semibold underline underline-offset-[.18em]">
        {say('readers.lift')}
      </button>
    </form>
  )
}
