import { publicId } from '@/lib/public-id'

export const queues = ['held', 'reported', 'risky', 'new'] as const
/**
 * What a moderator goes through: what is held, what stands and was reported, whatever of both is risky, and what was
 * published and nobody has read.
 */
export type Queue = (typeof queues)[number]

/** Above this a comment is risky: more likely wrong than not. */
export const riskyFrom = 0.5
/** An author is new for so many days. */
const newForDays = 7

/** Who joined after this is new. */
export function newSince(now: Date): Date {
  return new Date(now.getTime() - newForDays * 86_400_000)
}

/** Which comments of a queue; null where it does not matter. */
export type QueueFilter = {
  queue: Queue
  section: string | null
  article: number | null
  author: number | null
  rule: string | null
  newAuthors: boolean
  /** Waiting for at least so many minutes. */
  waiting: number | null
  /** Reach of at least so much. */
  reach: number | null
}

export const wholeQueue: QueueFilter = {
  ...{ queue: 'held', section: null, article: null, author: null, rule: null },
  ...{ newAuthors: false, waiting: null, reach: null },
}

type Query = Record<string, string | string[] | undefined>

/** The filter that an address asks for. What makes no sense is left out, as if it were not asked. */
export function readFilter(query: Query): QueueFilter {
  const word = (name: string, form: RegExp) => {
    const value = query[name]
    return typeof value === 'string' && form.test(value) ? value : null
  }
  const number = (name: string) => {
    const digits = word(name, /^[1-9]\d{0,5}$/)
    return digits === null ? null : Number(digits)
  }
  return {
    queue: queues.find((each) => each === query.queue) ?? 'held',
    section: word('section', /^[\p{L}\p{N}-]{1,80}$/u),
    article: publicId(word('article', /^\d+$/) ?? ''),
    author: publicId(word('author', /^\d+$/) ?? ''),
    rule: word('rule', /^[a-z-]{1,40}$/),
    newAuthors: query.authors === 'new',
    waiting: number('waiting'),
    reach: number('reach'),
  }
}

/** The filter as it stands in an address, always in one form; empty for the whole of what is held. */
export function writeFilter(filter: QueueFilter): string {
  const { queue, newAuthors, ...others } = filter
  const words = new URLSearchParams()
  if (queue !== wholeQueue.queue) words.set('queue', queue)
  for (const name of ['section', 'article', 'author', 'rule', 'waiting', 'reach'] as const)
    if (others[name] !== null) words.set(name, `${others[name]}`)
  if (newAuthors) words.set('authors', 'new')
  return words.toString()
}

/** Whether anything but the queue itself is asked for. */
export function narrows(filter: QueueFilter): boolean {
  return writeFilter({ ...filter, queue: 'held' }) !== ''
}
