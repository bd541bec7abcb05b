import { z } from 'zod'
import type { ArticleState } from '@/prisma/generated/enums'

/** What is asked of the desk's list. Days are days of the site's zone, both included, of the last change. */
export type ListFilter = {
  /** Words of the headline; a number is a News ID. */
  words: string
  state: ListedState | null
  /** By their slugs. */
  section: string | null
  author: string | null
  from: string | null
  to: string | null
}

export const states = [
  'draft',
  'scheduled',
  'embargoed',
  'published',
  'withdrawn',
  'blocked',
] as const satisfies ArticleState[]

/** What is public, and for which something else waits: for its time, or for a person because it could not go live. */
export const updateWaits = 'update-waits'
export const listedStates = [...states, updateWaits] as const
export type ListedState = (typeof listedStates)[number]

type Query = Record<string, string | string[] | undefined>

const day = z.iso.date().regex(/^(19|20)/)
const longestWords = 200

/** Reads a filter from an address; what cannot be read is not asked. */
export function readListFilter(query: Query): ListFilter {
  const text = (name: string) => {
    const given = query[name]
    return typeof given === 'string' ? given.replaceAll('\0', '').trim() : ''
  }
  const slug = (name: string) => text(name).slice(0, 120) || null
  const date = (name: string) => day.safeParse(text(name)).data ?? null
  return {
    words: text('q').slice(0, longestWords),
    state: z.enum(listedStates).safeParse(text('state')).data ?? null,
    section: slug('section'),
    author: slug('author'),
    from: date('from'),
    to: date('to'),
  }
}

/** A filter as an address has it. */
export function listQuery({ words, ...rest }: ListFilter): URLSearchParams {
  const query = new URLSearchParams()
  if (words) query.set('q', words)
  for (const [name, value] of Object.entries(rest)) if (value !== null) query.set(name, value)
  return query
}
