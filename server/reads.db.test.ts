import { expect, test } from 'vitest'
import { forgetReaders, recordReads, saltOfDay } from '@/lib/articles/commands-reads'
import { listMostRead } from '@/lib/articles/queries-reads'
import { useTestDatabase } from '@/lib/database/test-database'
import { givenArticle } from '@/lib/database/test-newsroom'
import { createReads, type Reads } from './reads'

useTestDatabase()

const browser = 'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 Chrome/120.0 Safari/537.36'

function worker(clock: { now: number }): Reads {
  return createReads({
    store: { salt: saltOfDay, record: recordReads, forget: forgetReaders },
    dayOf: (instant) => new Date(instant).toISOString().slice(0, 10),
    now: () => clock.now,
    log(line) {
      throw new Error(JSON.stringify(line))
    },
  })
}

test('a reader whom several workers serve counts once, and a flood over all of them for one place', async () => {
  const clock = { now: Date.parse('2026-07-01T12:00:00Z') }
  const workers = [worker(clock), worker(clock), worker(clock)]
  const { id } = await givenArticle()
  const flooded = await givenArticle()
  for (const [place, each] of workers.entries()) {
    for (const address of ['192.0.2.7', '192.0.2.8']) each.note(id, { address, agent: browser })
    for (let made = 0; made < 20; made += 1)
      each.note(flooded.id, { address: '192.0.2.7', agent: `${browser} ${place} ${made}` })
  }
  await Promise.all(workers.map((each) => each.flush()))
  for (const each of workers) each.note(id, { address: '192.0.2.7', agent: browser })
  await Promise.all(workers.map((each) => each.close()))
  const read = (await listMostRead({ take: 9, since: '2026-07-01' })).map(({ id, reads }) => [id, reads])
  expect(read).toEqual([
    [flooded.id, 25],
    [id, 2],
  ])
})

test('a worker that started again remembers who read today, and nobody once the day is over', async () => {
  const clock = { now: Date.parse('2026-08-01T12:00:00Z') }
  const { id } = await givenArticle()
  const somebody = { address: '192.0.2.9', agent: browser }
  for (let times = 0; times < 2; times += 1) {
    const each = worker(clock)
    each.note(id, somebody)
    await each.close()
  }
  const reads = async () =>
    (await listMostRead({ take: 9, since: '2026-08-01' })).find((one) => one.id === id)?.reads
  expect(await reads()).toBe(1)
  clock.now += 86_400_000
  const next = worker(clock)
  next.note(id, somebody)
  await next.close()
  expect(await reads()).toBe(2)
})
