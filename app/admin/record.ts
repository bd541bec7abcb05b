import { say } from '@/messages/say'

type Author = { postedCount: number; approvedCount: number; rejectedCount: number; upheldAgainst: number }

/** What the desk knows of somebody who writes: how much, and what became of it. */
export function recordOf({ postedCount, approvedCount, rejectedCount, upheldAgainst }: Author): string {
  return say('desk.record', {
    posted: postedCount,
    approved: approvedCount,
    rejected: rejectedCount,
    reports: upheldAgainst,
  })
}
