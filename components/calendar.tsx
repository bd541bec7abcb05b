import { type ArchiveDate, archivePath, firstWeekday, partsOf } from '@/lib/articles/archive-date'
import { site } from '@/lib/site'
import { dateName } from '@/lib/site-time'
import { say } from '@/messages/say'

/** A month as a calendar: the days with stories are links, weeks begin on Monday. */
export function Calendar({
  year,
  month,
  filled,
  current,
}: {
  year: number
  month: number
  filled: readonly ArchiveDate[]
  current?: number
}) {
  const days = new Set(filled.map(({ day }) => day))
  const cells = [
    ...Array.from({ length: firstWeekday(year, month) }, () => null),
    ...partsOf({ year, month }).flatMap(({ day }) => day ?? []),
  ]
  const weeks = Array.from({ length: Math.ceil(cells.length / 7) }, (_, week) =>
    cells.slice(week * 7, week * 7 + 7),
  )
  return (
    <table className="mt-5 w-full max-w-88 table-fixed border-collapse text-center text-small tabular-nums">
      <caption className="sr-only">{say('archive.calendar')}</caption>
      <thead>
        <tr className="border-rule border-b text-quiet">
          {Array.from({ length: 7 }, (_, index) => (
            <th key={index} scope="col" className="py-1 font-normal">
              {weekday(index)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {weeks.map((week, index) => (
          <tr key={index}>
            {week.map((day, place) => (
              <td key={place} className="text-quiet">
                {day !== null && days.has(day) ? (
                  <a
                    href={archivePath({ year, month, day })}
                    aria-label={dateName({ year, month, day }, site())}
                    aria-current={day === current ? 'page' : undefined}
                    className="block py-1.5 font-semibold text-ink hover:text-accent aria-[current]:text-accent"
                  >
                    {day}
                  </a>
                ) : (
                  <span className="block py-1.5">{day}</span>
                )}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

// The first of January 2024 was a Monday.
function weekday(index: number): string {
  return dateName({ year: 2024, month: 1, day: 1 + index }, site(), 'weekday')
}
