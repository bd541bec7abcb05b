import { fewestForRate, type Judged, overturnRate } from '@/lib/moderation/overturn-rate'
import { countOverturned, daysCounted } from '@/lib/moderation/queries-overturned'
import { reasonSentences } from '@/lib/moderation/queries-rules'
import type { Moderator } from '@/lib/readers/viewer'
import { say } from '@/messages/say'

type Row = Judged & { name: string }

/** How often appeals are granted, by who decided first and by reason; a share only where there are enough of them. */
export async function OverturnRates({ moderator }: { moderator: Moderator }) {
  const [counted, reasons] = await Promise.all([countOverturned(moderator, new Date()), reasonSentences()])
  const byReason = counted.byReason.map(({ reason, ...row }) => ({
    ...row,
    name: reasons.get(reason) ?? reason,
  }))
  return (
    <section aria-labelledby="rates" className="mt-12 max-w-measure">
      <h2 id="rates" className="text-second">
        {say('appeals.rates')}
      </h2>
      <p className="mt-1 text-quiet text-small">
        {say('appeals.ratesIntro', { days: daysCounted, fewest: fewestForRate })}
      </p>
      {counted.all.judged === 0 ? (
        <p className="mt-3">{say('appeals.none')}</p>
      ) : (
        <>
          <Rates
            title={say('appeals.byDecider')}
            rows={[{ ...counted.all, name: say('appeals.all') }, ...counted.byDecider]}
          />
          <Rates title={say('appeals.byReason')} rows={byReason} />
        </>
      )}
    </section>
  )
}

function Rates({ title, rows }: { title: string; rows: Row[] }) {
  return (
    <table className="mt-5 w-full text-small">
      <thead>
        <tr className="border-rule border-b">
          <th scope="col" className="py-1 text-start">
            {title}
          </th>
          <th scope="col" className="whitespace-nowrap py-1 ps-3 text-end">
            {say('appeals.granted')}
          </th>
          <th scope="col" className="whitespace-nowrap py-1 ps-3 text-end">
            {say('appeals.share')}
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row, index) => (
          <tr key={index} className="border-rule border-b align-baseline">
            <th scope="row" dir="auto" className="py-1 text-start font-normal [overflow-wrap:anywhere]">
              {row.name}
            </th>
            <td className="whitespace-nowrap py-1 ps-3 text-end tabular-nums">
              {say('appeals.of', { overturned: row.overturned, judged: row.judged })}
            </td>
            <td className="py-1 ps-3 text-end tabular-nums">{shareOf(row)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function shareOf(counts: Judged): string {
  const rate = overturnRate(counts)
  if (!rate) return say('appeals.tooFew')
  const [share, low, high] = [rate.share, rate.low, rate.high].map((each) => String(Math.round(each * 100)))
  return say('appeals.percent', { share: share ?? '', low: low ?? '', high: high ?? '' })
}
