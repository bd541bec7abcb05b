import { publicId } from '@/lib/public-id'
import type { Read } from './commands-batch'

/** Comments as somebody read them, in one field of a form: `ID.REVISION.LAST-DECISION`, with spaces between. */
export function writeReads(reads: readonly Read[]): string {
  return reads.map(({ commentId, revisionId, seen }) => `${commentId}.${revisionId}.${seen}`).join(' ')
}

/** What such a field says; null where any of it is not written so. */
export function readReads(text: string): Read[] | null {
  const reads = text
    .split(' ')
    .filter(Boolean)
    .map((read) => {
      const [commentId, revisionId, seen, ...rest] = read.split('.').map((part) => publicId(part))
      return commentId && revisionId && seen && rest.length === 0 ? { commentId, revisionId, seen } : null
    })
  return reads.every((read) => read !== null) ? reads : null
}
