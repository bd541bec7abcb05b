import { randomUUID } from 'node:crypto'
import type { Send } from '@/e2e/process/send'
import { givenSignedIn, type Reader } from '@/e2e/process/session'
import { db } from '@/lib/db'
import type { Moderator, Viewer } from '@/lib/readers/viewer'
import { bodyOf } from './bodies'
import { asModerator, asViewer, decideOn, hold } from './desk'

export type Round = { milliseconds: number[]; ids: number[]; seconds: number }

/** Signed-in readers. Known ones have two approved comments each, so that what they post is public at once. */
export async function givenPosters(dataDir: string, count: number, known: boolean): Promise<Reader[]> {
  const readers: Reader[] = []
  for (let index = 0; index < count; index++)
    readers.push(await givenSignedIn(dataDir, `Reader ${index + 1}`))
  if (!known) return readers
  const moderator = asModerator(await givenSignedIn(dataDir, 'Moderator', 'moderator'))
  for (const reader of readers)
    for (let time = 0; time < 2; time++) await approveOne(asViewer(reader, 'reader'), moderator)
  return readers
}

// Bodies are never used twice in one measurement.
let written = 0

/** Posts `total` comments, as many at a time as there are readers, each in turn to the next of the articles. */
export async function postMany(
  send: Send,
  readers: readonly Reader[],
  articleIds: readonly number[],
  total: number,
): Promise<Round> {
  const round: Round = { milliseconds: [], ids: [], seconds: 0 }
  let next = 0
  const began = performance.now()
  await Promise.all(
    readers.map(async ({ cookie }) => {
      while (next < total) {
        const article = articleIds[next % articleIds.length] ?? 0
        next += 1
        const body = bodyOf(written)
        written += 1
        const pressed = performance.now()
        const answer = await send({
          path: '/api/comments',
          cookie,
          json: { article, body, key: randomUUID() },
        })
        round.milliseconds.push(performance.now() - pressed)
        if (answer.status !== 201 && answer.status !== 202) throw new Error(`${answer.status} ${answer.body}`)
        round.ids.push(Number(/"id":(\d+)/.exec(answer.body)?.[1]))
      }
    }),
  )
  round.seconds = (performance.now() - began) / 1000
  return round
}

async function approveOne(reader: Viewer, moderator: Moderator): Promise<void> {
  const article = await db().article.findFirstOrThrow({
    where: { state: 'published', conversation: 'open' },
    select: { id: true },
  })
  await decideOn(moderator, await hold(reader, article.id, randomUUID()), 'approve')
}
