import { z } from 'zod'
import { publicId } from '@/lib/public-id'

/** What is asked of the log. Days are days of the site's zone, both included. */
export type LogFilter = {
  /** One person's doings, or what rules did; else everybody's of the newsroom. */
  by: number | 'rules' | null
  kind: string | null
  /** The handle of whom it was about. */
  reader: string | null
  comment: number | null
  article: number | null
  from: string | null
  to: string | null
  /** What was decided together, one by one, in the action of this number. */
  action: number | null
}
export type LogField = keyof LogFilter

type Query = Record<string, string | string[] | undefined>

const day = z.iso.date()
const year = /^(?:19|20)\d\d/

/** Reads a filter from an address. What cannot be read is named, so that nobody takes the whole log for an answer. */
export function readLogFilter(query: Query): { filter: LogFilter; unreadable: LogField[] } {
  const unreadable: LogField[] = []
  function read<T>(field: LogField, parse: (text: string) => T | null): T | null {
    const given = query[field]
    if (given === undefined) return null
    const text = typeof given === 'string' ? given.trim() : null
    if (text === '') return null
    const value = text === null ? null : parse(text)
    if (value === null) unreadable.push(field)
    return value
  }
  const filter = {
    by: read<'rules' | number>('by', (text) => (text === 'rules' ? text : publicId(text))),
    kind: read('kind', (text) => (/^[a-z-]{1,40}$/.test(text) ? text : null)),
    reader: read('reader', handleIn),
    comment: read('comment', publicId),
    article: read('article', publicId),
    from: read('from', dayIn),
    to: read('to', dayIn),
    action: read('action', publicId),
  }
  return { filter, unreadable }
}

/** A filter as an address has it. */
export function logQuery(filter: LogFilter): URLSearchParams {
  const query = new URLSearchParams()
  for (const [field, value] of Object.entries(filter)) if (value !== null) query.set(field, String(value))
  return query
}

function handleIn(text: string): string | null {
  const handle = text.replace(/^@/, '').toLowerCase()
  return /^[\p{L}\p{N}_-]{1,80}$/u.test(handle) ? handle : null
}

function dayIn(text: string): string | null {
  return year.test(text) && day.safeParse(text).success ? text : null
}

/** The place of an entry: its instant, which table it is from, and its id there. */
export type LogPlace = { at: Date; source: 'decision' | 'action'; id: number }

const letters = { decision: 'd', action: 'a' } as const

export function writeLogPlace({ at, source, id }: LogPlace): string {
  return `${at.getTime().toString(36)}-${letters[source]}${id.toString(36)}`
}

/** Null for anything that `writeLogPlace` does not write. */
export function readLogPlace(text: string): LogPlace | null {
  const [, at, letter, number] = /^([0-9a-z]{1,9})-([ad])([0-9a-z]{1,6})$/.exec(text) ?? []
  if (at === undefined || number === undefined) return null
  const id = publicId(String(Number.parseInt(number, 36)))
  if (id === null) return null
  const place = {
    at: new Date(Number.parseInt(at, 36)),
    source: letter === 'd' ? 'decision' : 'action',
    id,
  } as const
  return writeLogPlace(place) === text ? place : null
}
