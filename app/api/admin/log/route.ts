import { z } from 'zod'
import { currentModerator } from '@/lib/auth'
import { noteExport } from '@/lib/moderation/commands-log'
import { readLogFilter } from '@/lib/moderation/log-filter'
import { exportLog, logFormats } from '@/lib/moderation/queries-log-export'
import { site } from '@/lib/site'
import { refusal } from '../../answer'
import { orAway } from '../../answering'
import { turnAway } from '../turned-away'

const formats = z.enum(logFormats)
const types = {
  csv: 'text/csv; charset=utf-8; header=present',
  ndjson: 'application/x-ndjson; charset=utf-8',
}

/**
 * Everything that the log's filter finds, as a file; a page of it at a time, as fast as it is taken. The log says that it
 * was taken, before the first byte.
 */
export async function GET(request: Request): Promise<Response> {
  return orAway(request, async () => {
    const moderator = await currentModerator()
    if (!moderator) return turnAway(request)
    const query = fieldsOf(new URL(request.url).searchParams)
    const format = formats.safeParse(query.format)
    const { filter, unreadable } = readLogFilter(query)
    if (!format.success || unreadable.length > 0) return refusal(request, 422, 'bad-fields')
    const now = new Date()
    const noted = await noteExport(moderator, { format: format.data, filter }, now)
    if (!noted.ok) return refusal(request, 403, 'not-an-editor')
    const lines = exportLog(moderator, filter, { format: format.data, timeZone: site().timeZone, now })
    // The first page is asked for before the answer begins: should the database be away, it can still say so.
    const first = await lines.next()
    const name = `log-${now.toISOString().slice(0, 10)}.${format.data}`
    return new Response(streamOf(first, lines), {
      headers: {
        'content-type': types[format.data],
        'content-disposition': `attachment; filename="${name}"`,
        'cache-control': 'private, no-store',
        'x-content-type-options': 'nosniff',
      },
    })
  })
}

/** A field that is given twice stays two, for the filter to refuse. */
function fieldsOf(params: URLSearchParams): Record<string, string | string[]> {
  return Object.fromEntries(
    [...new Set(params.keys())].map((name) => {
      const [value = '', ...others] = params.getAll(name)
      return [name, others.length > 0 ? [value, ...others] : value]
    }),
  )
}

function streamOf(
  first: IteratorResult<string, void>,
  rest: AsyncGenerator<string, void>,
): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder()
  let next: IteratorResult<string, void> | null = first
  return new ReadableStream({
    async pull(controller) {
      const part = next ?? (await rest.next())
      next = null
      if (part.done) controller.close()
      else controller.enqueue(encoder.encode(part.value))
    },
    async cancel() {
      await rest.return()
    },
  })
}
