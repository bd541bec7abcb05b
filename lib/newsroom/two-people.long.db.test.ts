import { expect, test } from 'vitest'
import { useTestDatabase } from '@/lib/database/test-database'
import { givenDraft, givenEditor, nowAt } from '@/lib/database/test-desk'
import { noon } from '@/lib/database/test-newsroom'
import { lostOf, randomFrom, writeTogether } from '@/lib/database/test-two-writers'
import { db } from '@/lib/db'

useTestDatabase()

const minutes = 5

test(`two people write the same article for ${minutes} minutes: nothing is lost, and nothing is overwritten silently`, async () => {
  const people = [await givenEditor('Ana Sól'), await givenEditor('Ben Okri')]
  const { id } = await givenDraft(people[0] ?? (await givenEditor()))
  const end = Date.now() + minutes * 60_000
  const random = randomFrom(20_261_127)
  // As often as their pages save: about once a second while somebody types.
  const restMs = () => 300 + random() * 1_400
  const ledger = await writeTogether(people, {
    ...{ articleId: id, isOver: () => Date.now() > end, restMs, random, now: noon },
  })
  expect(await lostOf(ledger, id)).toEqual([])
  const { body } = (await nowAt(id)).content
  expect(new Set(body.map((block) => block.id)).size).toBe(body.length)
  console.info(
    `${ledger.saves} saves, ${ledger.sent.size} words, ${ledger.takenAway.size} of them taken away`,
  )
  // The test would prove nothing if they had never met.
  expect(await db().draftAside.count({ where: { articleId: id } })).toBeGreaterThan(20)
  expect(ledger.saves).toBeGreaterThan(200)
}, 400_000)
