import { publicId } from '@/lib/public-id'
import { type QueueFilter, readFilter, writeFilter } from './queue-filter'

/** Where a page of the queue ends: the rank of its last item, and its id. */
export type QueueCursor = { rank: number; id: number }

/**
 * What a page of the queue shows: what is before the moderator, or with `all` the queue as it stands, whoever reads
 * what of it, page by page.
 */
export type QueuePlace = {
  filter: QueueFilter
  /** The saved queue whose filter this is. */
  saved: number | null
  all: boolean
  after: QueueCursor | null
}

type Query = Record<string, string | string[] | undefined>

/** The place that an address asks for. */
export function readPlace(query: Query): QueuePlace {
  const after = typeof query.after === 'string' ? readQueueCursor(query.after) : null
  const filter = readFilter(query)
  const saved = typeof query.saved === 'string' ? publicId(query.saved) : null
  // What nobody has read is nobody's to give out.
  return { filter, saved, all: query.show === 'all' || filter.queue === 'new', after }
}

/** The place as a form brings it along. */
export function placeFrom(text: string | undefined): QueuePlace {
  return readPlace(Object.fromEntries(new URLSearchParams(text)))
}

/** The place as it stands in an address, without the question mark. */
export function writePlace({ filter, saved, all, after }: QueuePlace): string {
  const words = new URLSearchParams(saved === null ? writeFilter(filter) : { saved: `${saved}` })
  if (all && filter.queue !== 'new') words.set('show', 'all')
  if (after) words.set('after', writeQueueCursor(after))
  return words.toString()
}

/** The address of a place in the queue. */
export function queuePath(place: QueuePlace): string {
  const words = writePlace(place)
  return words === '' ? '/admin/queue' : `/admin/queue?${words}`
}

/** The cursor as it stands in an address. */
export function writeQueueCursor({ rank, id }: QueueCursor): string {
  return `${rank}_${id}`
}

/** Reads a cursor; null for anything that is none, which then counts as the first page. */
export function readQueueCursor(text: string): QueueCursor | null {
  const match = /^(-?\d{1,7}(?:\.\d{1,20})?)_(\d+)$/.exec(text)
  const id = publicId(match?.[2] ?? '')
  return match && id !== null ? { rank: Number(match[1]), id } : null
}

/** The beginning of a queue. */
export function startOf(filter: QueueFilter): QueuePlace {
  return { filter, saved: null, all: filter.queue === 'new', after: null }
}
