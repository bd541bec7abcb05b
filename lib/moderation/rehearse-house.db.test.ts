import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { useTestDatabase } from '@/lib/database/test-database'
import {
  givenApproved,
  givenArticle,
  givenComment,
  givenKnown,
  givenModerator,
  givenReader,
  noon,
} from '@/lib/database/test-newsroom'
import { givenReceiver } from '@/lib/database/test-receivers'
import { db } from '@/lib/db'
import { env } from '@/lib/env'
import { shared } from '@/lib/shared'
import { mostAsked } from './house-rehearsal'
import { briefMs, houseSample, listWouldHold, mostMsAtATime, rehearseHouse } from './queries-rehearse-house'

useTestDatabase({
  CHECK_URL: 'http://127.0.0.1:1',
  CHECK_SECRET: 'a secret that both know',
  CHECK_TIMEOUT_MS: '300',
})
let check: Awaited<ReturnType<typeof givenReceiver>>

beforeAll(async () => {
  check = await givenReceiver()
})
afterAll(() => check.close())
beforeEach(async () => {
  shared().env = { ...env(), CHECK_URL: undefined }
  check.posted.length = 0
  Object.assign(check.state, { status: 200, body: '{"verdict":"hold"}', headers: {}, silent: false })
})
const withCheck = () => {
  shared().env = { ...env(), CHECK_URL: check.url }
}

test('the newsroom’s own check is rehearsed: what it would hold, what people approved among it, and nothing changes', async () => {
  const { editor, approved, ids } = await given(3)
  withCheck()
  const rehearsed = await rehearseHouse(editor, null, noon)
  if (!rehearsed.ok) throw new Error(rehearsed.error)
  const { value } = rehearsed
  expect(value).toMatchObject({ from: Math.max(...ids), failed: 0 })
  expect(value.held).toHaveLength(value.asked)
  expect(value.held).toEqual(expect.arrayContaining(ids))
  expect((await listWouldHold(editor, ids)).filter((each) => each.approved).map(({ id }) => id)).toEqual([
    approved,
  ])
  expect(check.posted.every(({ headers }) => headers['tribune-rehearsal'] === '1')).toBe(true)
  expect(await db().comment.count({ where: { id: { in: ids }, state: 'published' } })).toBe(ids.length)
  expect(await db().checkFailure.count()).toBe(0)
})

test('a slow one is asked in turns: it stops when the time is over and goes on where it stopped, with the same sample', async () => {
  const { editor } = await given(12)
  withCheck()
  check.state.body = '{"verdict":"pass"}'
  const late = afterFirst()
  const first = await rehearseHouse(editor, null, noon, { elapsed: late })
  if (!first.ok) throw new Error(first.error)
  const { sample } = await houseSample(editor, first.value.from, noon)
  expect(first.value.asked).toBe(5)
  // What came in meanwhile belongs to no rehearsal that has begun.
  shared().env = { ...env(), CHECK_URL: undefined }
  await given(1)
  withCheck()
  const whole = await rehearseHouse(editor, first.value, noon)
  if (!whole.ok) throw new Error(whole.error)
  expect(whole.value).toEqual({
    ...{ from: first.value.from, asked: sample.length, held: [], failed: 0 },
    sample: sample.length,
  })
  const told = check.posted.map(({ body }) => JSON.parse(body).comment.id)
  expect(told.toSorted()).toEqual(sample.toSorted())
})

test('a sample has fifty at most; no answer is told from a verdict', async () => {
  const { editor } = await given(mostAsked)
  withCheck()
  check.state.status = 500
  const rehearsed = await rehearseHouse(editor, null, noon)
  expect(rehearsed).toMatchObject({ ok: true, value: { asked: mostAsked, held: [], failed: mostAsked } })
  expect(await db().checkFailure.count()).toBe(0)
})

test('nothing more is asked once whoever asked is gone, and a brief turn ends sooner', async () => {
  const { editor } = await given(12)
  withCheck()
  const leaving = new AbortController()
  const leave = () => {
    if (check.posted.length > 0) leaving.abort()
    return 0
  }
  const left = await rehearseHouse(editor, null, noon, { stop: leaving.signal, elapsed: leave })
  expect(left).toMatchObject({ ok: true, value: { asked: 5 } })
  expect(check.posted).toHaveLength(5)
  let asked = 0
  const slowly = () => (asked++ === 0 ? 0 : briefMs)
  const brief = await rehearseHouse(editor, null, noon, { mostMs: briefMs, elapsed: slowly })
  expect(brief).toMatchObject({ ok: true, value: { asked: 5 } })
  expect(check.posted).toHaveLength(10)
})

test('editors rehearse it, nobody else; without one there is nothing to rehearse', async () => {
  const moderator = await givenModerator()
  const editor = await givenModerator('Eve', 'editor')
  expect(await rehearseHouse(editor, null, noon)).toMatchObject({ error: 'no-check' })
  withCheck()
  expect(await rehearseHouse(moderator, null, noon)).toMatchObject({ ok: false, error: 'not-your-role' })
  expect(check.posted).toEqual([])
})

async function given(count: number) {
  const editor = await givenModerator('Eve', 'editor')
  const [reader, article] = [await givenKnown(), await givenArticle()]
  const { id: approved } = await givenApproved(await givenReader(), editor, { articleId: article.id })
  const ids = [approved]
  while (ids.length < count) ids.push((await givenComment(reader, { articleId: article.id })).id)
  return { editor, approved, ids }
}

/** As if everything after the first five had come too late. */
function afterFirst(): () => number {
  let asked = 0
  return () => (asked++ === 0 ? 0 : mostMsAtATime)
}
