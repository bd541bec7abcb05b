import { z } from 'zod'
import { env } from '@/lib/env'
import { leavePings } from '@/lib/feeds/commands-ping'
import { addressesOf, feedsOf } from '@/lib/feeds/queries-ping'
import type { Note } from '@/lib/outbox-sending'
import { pingHub, pingSearch } from '@/lib/ping'

/** Leaves notes of what changed for those who want to be told at once; the outbox sends them, again and again if need be. */
export async function notePings(now: Date): Promise<void> {
  const { WEBSUB_HUB, INDEXNOW_KEY } = env()
  await leavePings({ hub: WEBSUB_HUB !== undefined, search: INDEXNOW_KEY !== undefined }, now)
}

const changed = z.object({ articleIds: z.array(z.int()) })

export async function tellHub({ payload }: Note): Promise<void> {
  const { WEBSUB_HUB, SITE_URL } = env()
  const { articleIds } = changed.parse(payload)
  if (WEBSUB_HUB) await pingHub(WEBSUB_HUB, await feedsOf(articleIds, SITE_URL))
}

export async function tellSearch({ payload }: Note): Promise<void> {
  const { INDEXNOW_KEY, INDEXNOW_URL, SITE_URL } = env()
  const addresses = await addressesOf(changed.parse(payload).articleIds, SITE_URL)
  if (INDEXNOW_KEY && addresses.length > 0) await pingSearch(INDEXNOW_URL, INDEXNOW_KEY, SITE_URL, addresses)
}
