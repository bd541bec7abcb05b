import { setTimeout as pause } from 'node:timers/promises'
import { describe, expect, test } from 'vitest'
import { hasNginx } from '../nginx'
import { askPlainly } from './ask-plainly'
import { expectPromiseKept } from './kept-promise'
import { asGzip, fromFile, shows, siteWithFiles, untilFile } from './site-with-files'

const present = hasNginx()
if (!present)
  console.warn('NOT RUN: nginx (with openssl) is not installed here, so documents as files were not tried.')

// Two seconds on a machine that does nothing else (npm run bench -- freshness); here a whole suite of tests runs beside it.
const promiseMs = 3000

describe.skipIf(!present).each([1, 2])('documents as files for nginx, from %i workers', (workers) => {
  const { now } = siteWithFiles(workers)

  test('an approved comment is there within two seconds, and a rejected one gone', async () => {
    const { front, desk, path } = now()
    const { id, words } = await front.givenHeld()
    expect(shows(await untilFile(front, path, asGzip), words)).toBe(false)
    await front.decide(id, 'approve', desk)
    await pause(promiseMs)
    expect(await shownBy(words)).toBe(true)
    expect(shows(await untilFile(front, path, asGzip), words)).toBe(true)
    await front.decide(id, 'reject', desk)
    await pause(promiseMs)
    expect(await shownBy(words)).toBe(false)
    expect(shows(await untilFile(front, path, asGzip), words)).toBe(false)
  })

  test('so it is while many read, and others write', async () => {
    const { front, desk, path, nginx } = now()
    const { id, words } = await front.givenHeld()
    const seen: { at: number; shown: boolean; how: string }[] = []
    let over = false
    const reading = Array.from({ length: 6 }, async () => {
      while (!over) {
        const at = performance.now()
        const answer = await askPlainly(nginx.origin + path, { headers: asGzip })
        expect(answer.status).toBe(200)
        seen.push({ at, shown: shows(answer, words), how: String(answer.headers['cache-status']) })
      }
    })
    const writing = (async () => {
      while (!over) {
        await front.write(desk)
        await pause(1500)
      }
    })()
    const approvedAt = await front.decide(id, 'approve', desk)
    await pause(promiseMs + 1500)
    const rejectedAt = await front.decide(id, 'reject', desk)
    await pause(promiseMs + 1500)
    over = true
    await Promise.all([...reading, writing])
    expectPromiseKept(seen, { approvedAt, rejectedAt, promiseMs })
    expect(seen.some(({ how }) => how === fromFile)).toBe(true)
  })

  /** What every one of a few connections gets, which are to agree. */
  async function shownBy(words: string): Promise<boolean> {
    const { front, path } = now()
    const answers = await Promise.all(Array.from({ length: 6 }, () => front.get(path, asGzip)))
    const [first = false, ...others] = answers.map((answer) => shows(answer, words))
    expect(others).toEqual(others.map(() => first))
    return first
  }
})
