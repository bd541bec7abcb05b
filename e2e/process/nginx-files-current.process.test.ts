import { setTimeout as pause } from 'node:timers/promises'
import { describe, expect, test } from 'vitest'
import { hasNginx } from '../nginx'
import { askPlainly } from './ask-plainly'
import { expectReadersToSee, type Sight } from './readers-see'
import { asGzip, fromFile, shows, siteWithFiles, untilFile } from './site-with-files'
import { shownWithinMs, until } from './until'

const present = hasNginx()
if (!present)
  console.warn('NOT RUN: nginx (with openssl) is not installed here, so documents as files were not tried.')

describe.skipIf(!present).each([1, 2])('documents as files for nginx, from %i workers', (workers) => {
  const { now } = siteWithFiles(workers)

  test('an approved comment is there soon, and a rejected one gone', async () => {
    const { front, desk, path } = now()
    const { id, words } = await front.givenHeld()
    expect(shows(await untilFile(front, path, asGzip), words)).toBe(false)
    await front.decide(id, 'approve', desk)
    await untilEverybodySees(words, true)
    expect(shows(await untilFile(front, path, asGzip), words)).toBe(true)
    await front.decide(id, 'reject', desk)
    await untilEverybodySees(words, false)
    expect(shows(await untilFile(front, path, asGzip), words)).toBe(false)
  })

  test('so it is while many read, and others write', async () => {
    const { front, desk, path, nginx } = now()
    const { id, words } = await front.givenHeld()
    const seen: (Sight & { how: string })[] = []
    let over = false
    const reading = Array.from({ length: 6 }, async () => {
      while (!over) {
        const answer = await askPlainly(nginx.origin + path, { headers: asGzip })
        expect(answer.status).toBe(200)
        seen.push({ shown: shows(answer, words), how: String(answer.headers['cache-status']) })
      }
    })
    const writing = (async () => {
      while (!over) {
        await front.write(desk)
        await pause(1500)
      }
    })()
    await front.decide(id, 'approve', desk)
    await expectReadersToSee(seen, true)
    await front.decide(id, 'reject', desk)
    await expectReadersToSee(seen, false)
    over = true
    await Promise.all([...reading, writing])
    expect(seen.some(({ how }) => how === fromFile)).toBe(true)
  })

  /** Until a few connections at once get the same, and then once more. */
  async function untilEverybodySees(words: string, shown: boolean): Promise<void> {
    const { front, path } = now()
    const agreed = async () => {
      const answers = await Promise.all(Array.from({ length: 6 }, () => front.get(path, asGzip)))
      return answers.every((answer) => shows(answer, words) === shown)
    }
    await until(`everybody has it ${shown ? '' : 'no longer'}`, agreed, shownWithinMs)
    expect(await agreed()).toBe(true)
  }
})
