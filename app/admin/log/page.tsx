import type { Metadata } from 'next'
import { Notice } from '@/components/notice'
import { logQuery, readLogFilter, readLogPlace, writeLogPlace } from '@/lib/moderation/log-filter'
import { findByHandle, findById, listLog, listNewsroom } from '@/lib/moderation/queries-log'
import { reasonSentences } from '@/lib/moderation/queries-rules'
import { isEditor } from '@/lib/readers/viewer'
import { site } from '@/lib/site'
import { say } from '@/messages/say'
import { DeskPage } from '../desk-page'
import { requireModerator } from '../guard'
import { LogForm } from './log-form'
import { LogLine } from './log-line'

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export function generateMetadata(): Metadata {
  return { title: `${say('log.title')} · ${site().name}` }
}

/** What the newsroom's people did, for all of them to read. */
export default async function LogPage({ searchParams }: Props) {
  const moderator = await requireModerator('/admin/log')
  const query = await searchParams
  const { filter, unreadable } = readLogFilter(query)
  const after = typeof query.after === 'string' ? readLogPlace(query.after) : null
  const [reasons, newsroom, reader, former] = await Promise.all([
    reasonSentences(),
    listNewsroom(moderator),
    filter.reader === null ? null : findByHandle(moderator, filter.reader),
    typeof filter.by === 'number' ? findById(moderator, filter.by) : null,
  ])
  const problems = [
    ...unreadable.map((field) => say(`log.unreadable.${field}`)),
    ...(typeof filter.by === 'number' && !former ? [say('log.unreadable.by')] : []),
    ...(filter.reader !== null && !reader ? [say('log.nobody', { handle: filter.reader })] : []),
  ]
  // An answer to another question than the one that was asked would be taken for the answer.
  const { entries, next } =
    problems.length > 0
      ? { entries: [], next: null }
      : await listLog(moderator, filter, { after, timeZone: site().timeZone })
  const isFiltered = logQuery(filter).size > 0 || unreadable.length > 0
  const people =
    former && typeof filter.by === 'number' && !newsroom.some(({ id }) => id === filter.by)
      ? [...newsroom, { id: filter.by, name: former.name }]
      : newsroom
  const older = logQuery(filter)
  if (next) older.set('after', writeLogPlace(next))
  return (
    <DeskPage title={say('log.title')} moderator={moderator} current="log">
      <p className="mt-1 max-w-measure text-quiet">
        {filter.action === null ? say('log.intro') : say('log.together')}
      </p>
      <LogForm filter={filter} typed={query} people={people} isOpen={isFiltered} />
      {problems.length > 0 && (
        <Notice kind="problem" title={say('log.unreadable')}>
          <ul>
            {problems.map((problem) => (
              <li key={problem}>{problem}</li>
            ))}
          </ul>
        </Notice>
      )}
      {entries.length === 0 && problems.length === 0 && (
        <div className="py-14">
          <p className="font-[560] font-serif text-second">
            {isFiltered ? say('log.none') : say('log.empty')}
          </p>
          <p className="mt-1 text-quiet">{isFiltered ? say('log.noneText') : say('log.emptyText')}</p>
        </div>
      )}
      {entries.length > 0 && (
        <ol className="mt-2 max-w-[52rem] divide-y divide-rule">
          {entries.map((entry) => (
            <LogLine key={writeLogPlace(entry)} entry={entry} reasons={reasons} />
          ))}
        </ol>
      )}
      <p className="mt-6 flex flex-wrap gap-x-6 gap-y-2 font-semibold">
        {after && <a href={`/admin/log?${logQuery(filter)}`}>{say('log.newest')}</a>}
        {next && (
          <a rel="next" href={`/admin/log?${older}`}>
            {say('log.older')}
          </a>
        )}
      </p>
      {isEditor(moderator) && entries.length > 0 && (
        <p className="mt-4 flex flex-wrap gap-x-4 text-quiet text-small">
          {say('log.export')}
          {(['csv', 'ndjson'] as const).map((format) => (
            <a key={format} href={`/api/admin/log?${exportQuery(logQuery(filter), format)}`} download>
              {say(`log.export.${format}`)}
            </a>
          ))}
        </p>
      )}
    </DeskPage>
  )
}

function exportQuery(query: URLSearchParams, format: string): URLSearchParams {
  query.set('format', format)
  return query
}
