import { expect, test } from 'vitest'
import { findDrift } from '@/lib/comments/drift'
import { db } from '@/lib/db'
import { openDatabase } from '@/lib/open-database'
import { differences, readConversation, storedConversation } from './conversation'
import { newDataDir } from './data-dir'
import { formFacts } from './form-facts'
import { type HuntedSite, startHunted, type Victim } from './hunted-site'
import { openLedger } from './ledger'
import { type Person, readOn, takePart, type World } from './people'
import { databaseOf, leftRunning } from './running'
import { seeded } from './seeded'
import { type Send, sender } from './send'
import { givenSignedIn } from './session'
import { until } from './until'
import { findDisagreements, findMisled, storedComments } from './verdict'

const kills = Number(process.env.TRIBUNE_KILLS || 20)
const seed = Number(process.env.TRIBUNE_SEED || 4711)
const [readers, moderators, spectators, articles] = [44, 6, 3, 6]
// The last of each five is PostgreSQL: the documents checked are then those of a process that lost its database.
const victims: readonly Victim[] = ['web', 'postgres', 'both', 'web while it starts', 'postgres']
const documentsFollowWithinMs = 2_000

test(`what ${readers + moderators} people were told is done is done once, though ${kills} times processes are killed`, {
  timeout: 300_000 + kills * 30_000,
}, async () => {
  const dataDir = await newDataDir()
  const variables = {
    DATA_DIR: dataDir,
    RATE_LIMITS: 'off',
    ADMIN_EMAIL: 'ines@example.org',
    ADMIN_PASSWORD: 'seven quiet lanterns',
  }
  const site = await startHunted(dataDir, variables)
  const send = sender(site.origin)
  const persons = await gatherPeople(dataDir)
  const world: World = {
    send,
    facts: formFacts(dataDir),
    ledger: openLedger(),
    articleIds: await openArticles(),
    beingEdited: new Set(),
    isOver: () => over,
  }
  await db().$disconnect()
  let over = false

  const taking = Promise.all([
    ...persons.map((person) => takePart(person, world)),
    ...Array.from({ length: spectators }, (_, index) => readOn(seeded(seed + 1000 + index), world)),
  ])
  // Someone who is answered wrongly ends the test at once.
  await Promise.race([taking, hunt(site, world)])
  over = true
  await taking
  await world.facts.close()

  openDatabase(await databaseOf(dataDir))
  const stored = await storedComments()
  const ids = new Set(persons.map(({ id }) => id))
  expect(await findStale(send, world), 'documents that are not what is stored').toEqual([])
  expect(findDisagreements(world.ledger.entries, stored, ids), 'answers that are not what is stored').toEqual(
    [],
  )
  expect(findMisled(stored)).toEqual([])
  expect(await findDrift()).toEqual([])
  await db().$disconnect()
  console.info(
    `${world.ledger.taken()} writes taken, ${world.ledger.lost()} tries lost, ${site.killed()} processes killed`,
  )

  send.close()
  site.now().signal('SIGTERM')
  expect(await site.now().ended).toEqual({ code: 0, signal: null })
  expect(await leftRunning(dataDir)).toEqual([])
})

async function hunt(site: HuntedSite, world: World): Promise<void> {
  const random = seeded(seed)
  for (let kill = 0; kill < kills; kill++) {
    await untilWritten(10 + random.below(70), site, world)
    await site.kill(victims[kill % victims.length] ?? 'web', random.below(1_200))
  }
  await untilWritten(50, site, world)
}

/** The site must take so many more writes, or it did not recover. */
async function untilWritten(more: number, site: HuntedSite, { ledger }: World): Promise<void> {
  const before = ledger.taken()
  await until(`${more} more writes`, () => ledger.taken() >= before + more, 90_000).catch((error: Error) => {
    throw new Error(`${error.message}\n${site.now().said().slice(-3_000)}`)
  })
}

async function gatherPeople(dataDir: string): Promise<Person[]> {
  openDatabase(await databaseOf(dataDir))
  const persons: Person[] = []
  for (let index = 0; index < readers + moderators; index++) {
    const moderates = index < moderators
    const reader = await givenSignedIn(dataDir, `Person ${index + 1}`, moderates ? 'moderator' : 'reader')
    persons.push({ ...reader, moderates, random: seeded(seed + index + 1) })
  }
  return persons
}

async function openArticles(): Promise<number[]> {
  const rows = await db().article.findMany({
    where: { state: 'published', conversation: 'open' },
    orderBy: { id: 'asc' },
    take: articles,
    select: { id: true },
  })
  expect(rows).toHaveLength(articles)
  return rows.map(({ id }) => id)
}

/** What anonymous readers see that is not what is stored, asked again until two seconds after the last write. */
async function findStale(send: Send, { articleIds, ledger }: World): Promise<string[]> {
  const stored = new Map(
    await Promise.all(articleIds.map(async (id) => [id, await storedConversation(id)] as const)),
  )
  for (;;) {
    const began = performance.now()
    const stale: string[] = []
    for (const [id, expected] of stored)
      stale.push(...differences(id, await readConversation(send, id), expected))
    if (stale.length === 0 || began > ledger.lastTakenAt() + documentsFollowWithinMs) return stale
  }
}
