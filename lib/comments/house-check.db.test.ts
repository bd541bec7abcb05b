import { createHmac } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { useTestDatabase } from '@/lib/database/test-database'
import {
  givenArticle,
  givenComment,
  givenKnown,
  givenReader,
  noon,
  readByDesk,
} from '@/lib/database/test-newsroom'
import { givenReceiver } from '@/lib/database/test-receivers'
import { db } from '@/lib/db'
import { env } from '@/lib/env'
import { shared } from '@/lib/shared'
import { editComment } from './commands-edit'

const secret = 'a secret that both know'
const { pool } = useTestDatabase({
  CHECK_URL: 'http://127.0.0.1:1',
  CHECK_SECRET: secret,
  CHECK_TIMEOUT_MS: '300',
})
let check: Awaited<ReturnType<typeof givenReceiver>>

beforeAll(async () => {
  check = await givenReceiver()
  shared().env = { ...env(), CHECK_URL: check.url }
})
afterAll(() => check.close())
beforeEach(async () => {
  await db().checkFailure.deleteMany()
  check.posted.length = 0
  Object.assign(check.state, { status: 200, body: '{"verdict":"pass"}', headers: {}, silent: false })
  shared().env = { ...env(), CHECK_ON_FAILURE: 'hold' }
})

test('every comment is told to the newsroom’s own check, signed, and without an address', async () => {
  const [author, article] = [await givenKnown(), await givenArticle()]
  check.posted.length = 0
  const posted = await givenComment(author, { articleId: article.id, body: 'The bridge *stands*.' })
  expect(posted.state).toBe('published')
  expect(check.posted).toHaveLength(1)
  const { headers, body } = check.posted[0] ?? { headers: {}, body: '' }
  const [, time, proof] = /^t=(\d+),v1=(.+)$/.exec(String(headers['tribune-signature'])) ?? []
  expect(proof).toBe(createHmac('sha256', secret).update(`${time}.${body}`).digest('hex'))
  expect(JSON.parse(body)).toEqual({
    kind: 'comment',
    text: 'The bridge *stands*.',
    comment: { id: null, parent: null },
    article: { id: article.id, section: 'world', headline: 'A bridge is built' },
    author: {
      ...{ id: author.id, name: expect.any(String), role: 'reader', createdAt: noon.toISOString() },
      ...{ postedCount: 2, approvedCount: 2, rejectedCount: 0 },
    },
  })
  expect(body).not.toContain('@')
  expect([headers.cookie, headers.authorization]).toEqual([undefined, undefined])
  const { findings } = await findingsOf(posted.id)
  expect(findings).toContainEqual({ check: 'house', verdict: 'pass', detail: { reason: '' } })
})

test('what it holds waits under its rule, with its reason cut to 200 characters', async () => {
  const author = await givenKnown()
  check.state.body = JSON.stringify({ verdict: 'hold', reason: '🐋'.repeat(300) })
  const posted = await givenComment(author, { articleId: (await givenArticle()).id })
  expect(posted.state).toBe('held')
  const { findings, rule } = await findingsOf(posted.id)
  expect(rule).toBe('house')
  expect(findings).toContainEqual({ check: 'house', verdict: 'hold', detail: { reason: '🐋'.repeat(200) } })
})

test('it is asked about newcomers, too, and stands before what is about them', async () => {
  const author = await givenReader()
  check.state.body = '{"verdict":"hold","reason":"told"}'
  expect(
    (await findingsOf((await givenComment(author, { articleId: (await givenArticle()).id })).id)).rule,
  ).toBe('house')
})

test('an edit is asked about before it is written, and one that changes nothing is not', async () => {
  const author = await givenKnown()
  const posted = await givenComment(author, { articleId: (await givenArticle()).id, body: 'First words.' })
  check.posted.length = 0
  check.state.body = '{"verdict":"hold","reason":"changed"}'
  const { revisionId } = await readByDesk(posted.id)
  const same = await editComment(author, { commentId: posted.id, revisionId, body: 'First words.' }, noon)
  expect([same.ok, check.posted.length]).toEqual([true, 0])
  const edited = await editComment(author, { commentId: posted.id, revisionId, body: 'Second words.' }, noon)
  expect(edited).toMatchObject({ ok: true, value: { state: 'held' } })
  expect(JSON.parse(check.posted[0]?.body ?? '')).toMatchObject({
    ...{ kind: 'edit', text: 'Second words.', comment: { id: posted.id } },
  })
  expect((await findingsOf(posted.id)).rule).toBe('house')
})

const wrong: [string, Partial<typeof check.state>][] = [
  ['silence', { silent: true }],
  ['a status of 500', { status: 500 }],
  ['a redirect', { status: 302, headers: { location: 'http://127.0.0.1:1/' } }],
  ['no JSON', { body: 'yes' }],
  ['another verdict', { body: '{"verdict":"reject"}' }],
  ['a field too many', { body: '{"verdict":"pass","trust":"me"}' }],
  ['an answer of more than 4 kB', { body: JSON.stringify({ verdict: 'pass', reason: 'x'.repeat(4_100) }) }],
]

test.each(wrong)('A19: %s is a failure, which holds and is counted', async (_what, state) => {
  const author = await givenKnown()
  await db().checkFailure.deleteMany()
  Object.assign(check.state, state)
  const posted = await givenComment(author, { articleId: (await givenArticle()).id })
  expect(posted.state).toBe('held')
  expect(await findingsOf(posted.id)).toMatchObject({
    rule: 'check-failed',
    findings: expect.arrayContaining([
      { check: 'check-failed', verdict: 'hold', detail: { failed: 'house' } },
    ]),
  })
  expect(await db().checkFailure.findMany()).toEqual([{ name: 'house', since: noon, last: noon, count: 1 }])
})

test('A19: with CHECK_ON_FAILURE=publish a failure passes, and is counted all the same', async () => {
  const author = await givenKnown()
  shared().env = { ...env(), CHECK_ON_FAILURE: 'publish' }
  check.state.status = 503
  expect((await givenComment(author, { articleId: (await givenArticle()).id })).state).toBe('published')
  expect(await db().checkFailure.count()).toBe(1)
})

test('twenty failures at once are twenty', async () => {
  const { id: articleId } = await givenArticle()
  const authors = await Promise.all(Array.from({ length: 20 }, () => givenReader()))
  check.state.status = 503
  await Promise.all(authors.map((author) => givenComment(author, { articleId })))
  expect(await db().checkFailure.findMany({ select: { count: true } })).toEqual([{ count: 20 }])
})

async function findingsOf(commentId: number) {
  const { rows } = await pool.query<{ checks: unknown; rule: string }>(
    `select r.checks, d.rule from "Comment" c join "Revision" r on r.id = c."currentRevisionId"
     join lateral (select rule from "Decision" where "commentId" = c.id order by number desc limit 1) d on true where c.id = $1`,
    [commentId],
  )
  return { findings: rows[0]?.checks, rule: rows[0]?.rule }
}
