import type { Moderator } from '@/lib/readers/viewer'
import { csvLine } from './csv'
import type { LogFilter, LogPlace } from './log-filter'
import { type LogEntry, listLog } from './queries-log'

// What is in memory at a time, however long the log is.
const perPart = 1_000

export const logFormats = ['csv', 'ndjson'] as const
export type LogFormat = (typeof logFormats)[number]

type Asked = { format: LogFormat; timeZone: string; now: Date }

const columns = [
  ...['source', 'id', 'at', 'by', 'kind', 'about', 'handle', 'comment', 'article', 'headline'],
  ...['from', 'to', 'reason', 'note', 'count', 'undoneAt', 'undoneBy'],
] as const

/** What a filter finds, as parts of a file: CSV for a spreadsheet, with a mark that it is UTF-8, or a JSON object a line. */
export async function* exportLog(
  moderator: Moderator,
  filter: LogFilter,
  { format, timeZone, now }: Asked,
): AsyncGenerator<string, void> {
  if (format === 'csv') yield `\ufeff${csvLine(columns)}`
  for (let after: LogPlace | null = null, isFirst = true; isFirst || after !== null; isFirst = false) {
    const { entries, next }: Awaited<ReturnType<typeof listLog>> = await listLog(moderator, filter, {
      after,
      take: perPart,
      timeZone,
      now,
    })
    const rows = entries.map(rowOf)
    if (rows.length > 0)
      yield rows
        .map((row) => (format === 'csv' ? csvLine(Object.values(row)) : `${JSON.stringify(row)}\n`))
        .join('')
    after = next
  }
}

function rowOf(entry: LogEntry): Record<(typeof columns)[number], string | number | null> {
  const { source, id, at, by, kind, about, commentId, article, undone } = entry
  return {
    ...{ source, id, at: at.toISOString(), by: by?.name ?? null, kind },
    ...{ about: about?.name ?? null, handle: about?.handle ?? null, comment: commentId },
    ...{ article: article?.id ?? null, headline: article?.headline ?? null },
    ...{ from: entry.fromState, to: entry.toState, reason: entry.reason, note: entry.note },
    ...{ count: entry.count, undoneAt: undone?.at.toISOString() ?? null, undoneBy: undone?.by ?? null },
  }
}
