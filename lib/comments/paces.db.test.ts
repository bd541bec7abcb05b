import { expect, test } from 'vitest'
import { useTestDatabase } from '@/lib/database/test-database'
import { givenArticle, givenComment, givenModerator, givenReader, noon } from '@/lib/database/test-newsroom'
import { db } from '@/lib/db'
import { reportComment } from '@/lib/moderation/commands-report'
import { previewComment } from './commands-preview'
import { recommend } from './commands-vote'

useTestDatabase({ RATE_LIMITS: 'default' })

const after = (seconds: number) => new Date(noon.getTime() + seconds * 1_000)
const tooSoon = (seconds: number) => ({ ok: false, error: 'too-soon', retryAt: after(seconds) })

/** Comments of the newsroom's, which writes at no pace. */
async function given(count: number) {
  const [reader, ana, article] = [await givenReader(), await givenModerator(), await givenArticle()]
  const ids: number[] = []
  for (let index = 0; index < count; index += 1)
    ids.push((await givenComment(ana, { articleId: article.id })).id)
  return { reader, ids }
}

test('recommending has a pace over all comments, there and back: thirty at once, then two a second', async () => {
  const { reader, ids } = await given(3)
  const set = (index: number, seconds = 0) =>
    recommend(
      reader,
      { commentId: ids[index % 3] ?? 0, recommend: Math.floor(index / 3) % 2 === 0 },
      after(seconds),
    )
  for (let index = 0; index < 30; index += 1) expect(await set(index)).toMatchObject({ ok: true })
  expect(await set(30)).toEqual(tooSoon(0.5))
  expect(await db().vote.count({ where: { readerId: reader.id } })).toBe(0)
  expect(await set(30, 0.5)).toMatchObject({ ok: true, value: { recommended: true } })
})

test('reporting has a pace over all comments: twenty at once, then one in seventy-two minutes; a second time costs nothing', async () => {
  const { reader, ids } = await given(21)
  const report = (commentId = 0, seconds = 0) =>
    reportComment(reader, { commentId, revisionId: null, reason: 'spam', note: null }, after(seconds))
  for (const id of ids.slice(0, 20)) {
    expect(await report(id)).toMatchObject({ value: { isNew: true } })
    expect(await report(id)).toMatchObject({ value: { isNew: false } })
  }
  expect(await report(ids[20])).toEqual(tooSoon(4_320))
  expect(await db().report.count({ where: { readerId: reader.id } })).toBe(20)
  expect(await report(ids[20], 4_320)).toMatchObject({ value: { isNew: true } })
})

test('looking at a text has a pace for each who looks: thirty at once, then one in three seconds', async () => {
  const look = (from: string, seconds = 0) =>
    previewComment('As *it* will be.', { now: after(seconds), from })
  for (let times = 0; times < 30; times += 1) expect(await look('192.0.2.7')).toMatchObject({ ok: true })
  expect(await look('192.0.2.7')).toEqual(tooSoon(3))
  expect(await look('192.0.2.8')).toMatchObject({ ok: true })
  expect(await look('192.0.2.7', 3)).toMatchObject({ ok: true })
})
