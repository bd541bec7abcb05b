import { expect, test, vi } from 'vitest'
import { watchPresence } from './presence'

function givenDatabase(startsAway = false) {
  const database = { isThere: !startsAway, hangs: false, asked: 0, letGo: (): void => undefined }
  const lines: unknown[] = []
  const presence = watchPresence({
    startsAway,
    everyMs: 5,
    log: ({ event }) => lines.push(event),
    async ask() {
      database.asked += 1
      if (database.hangs) await new Promise<void>((resolve) => (database.letGo = resolve))
      if (!database.isThere) throw new Error('refused')
    },
  })
  return { database, presence, lines }
}

test('nothing is asked while nobody doubts, and one question answers all who doubt', async () => {
  const { database, presence } = givenDatabase()
  expect([presence.state, database.asked]).toEqual(['there', 0])
  database.hangs = true
  presence.doubt()
  const answers = [presence.isAway(), presence.isAway()]
  expect([presence.state, database.asked]).toEqual(['unsure', 1])
  database.letGo()
  expect(await Promise.all(answers)).toEqual([false, false])
  expect([presence.state, database.asked]).toEqual(['there', 1])
})

test('a database that is away is asked until it answers; both are said once, and who waits is told at once', async () => {
  const { database, presence, lines } = givenDatabase()
  const told: string[] = []
  presence.onAway(() => told.push('waiting'))
  presence.onAway(() => told.push('gone'))()
  database.isThere = false
  presence.doubt()
  await vi.waitFor(() => expect(database.asked).toBeGreaterThan(3))
  presence.onAway(() => told.push('late'))
  expect([presence.state, told]).toEqual(['away', ['waiting', 'late']])
  database.isThere = true
  await vi.waitFor(() => expect(presence.state).toBe('there'))
  expect(lines).toEqual(['database-away', 'database-back'])
  presence.close()
})

test('being heard is an answer', async () => {
  const { database, presence } = givenDatabase()
  database.isThere = false
  expect(await presence.isAway()).toBe(true)
  presence.heard()
  expect(presence.state).toBe('there')
  presence.close()
})

test('a database that is heard while a question to it fails is there', async () => {
  const { database, presence } = givenDatabase()
  Object.assign(database, { isThere: false, hangs: true })
  const answer = presence.isAway()
  presence.heard()
  database.letGo()
  expect([await answer, presence.state]).toEqual([false, 'there'])
})

test('a site that starts without its database finds it by itself', async () => {
  const { database, presence } = givenDatabase(true)
  expect(presence.state).toBe('away')
  database.isThere = true
  await vi.waitFor(() => expect(presence.state).toBe('there'))
  presence.close()
})
