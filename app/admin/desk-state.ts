import { cache } from 'react'
import { countOpenAppeals } from '@/lib/moderation/queries-appeals'
import { listChecksDown } from '@/lib/moderation/queries-checks'
import { countQueues } from '@/lib/moderation/queries-queue'
import { listSavedQueues } from '@/lib/moderation/queries-saved'
import type { Moderator } from '@/lib/readers/viewer'

/**
 * What stands around every page of the desk: how much waits where, and which checks are down. Asked once in a request;
 * a page with questions of its own asks this one beside them, and not after.
 */
export const readDesk = cache(async (moderator: Moderator) => {
  const now = new Date()
  const [counts, appeals, saved, down] = await Promise.all([
    countQueues(moderator),
    countOpenAppeals(moderator, now),
    listSavedQueues(moderator, now),
    listChecksDown(moderator, now),
  ])
  return { counts, appeals, saved, down }
})
