import { beforeEach, expect, test } from 'vitest'
import { settleFailures } from '@/lib/comments/commands-check-failure'
import { findDrift } from '@/lib/comments/drift'
import { useTestDatabase } from '@/lib/database/test-database'
import {
  givenArticle,
  givenComment,
  givenKnown,
  givenModerator,
  givenReader,
  minutesAfterNoon,
  noon,
  readByDesk,
} from '@/lib/database/test-newsroom'
import { db } from '@/lib/db'
import { env } from '@/lib/env'
import type { Viewer } from '@/lib/readers/viewer'
import { shared } from '@/lib/shared'
import type { HouseLists } from './checks/check'
import { runChecks } from './checks/run'
import { decide } from './commands'
import { setCheck } from './commands-check-setting'
import { recheckHeld } from './commands-recheck'
import { sanctionReader } from './commands-sanction'
import { selectItems } from './queries'
import { listChecksDown } from './queries-checks'

useTestDatabase()

const broken: HouseLists = {
  words: {
    find() {
      throw new Error('the list cannot be read')
    },
  },
  ...{ deniedHosts: [], allowedHosts: [] },
}
const submission = {
  ...{ own: 'x', normalised: 'x', links: [], similar: [], mode: 'newcomers' as const },
  author: { isStaff: false, isGuest: false, underReview: false, approvedCount: 2 },
}

beforeEach(async () => {
  await db().checkFailure.deleteMany()
  await db().checkSetting.deleteMany()
  await db().deskItem.deleteMany()
})

test('what a failing check did not look at is held, or published where an editor has set it', async () => {
  const editor = await givenModerator('Ines Valcourt', 'editor')
  const seen = runChecks(submission, broken)
  expect(await settleFailures(seen, submission.author, noon)).toMatchObject({
    verdict: 'hold',
    rule: 'check-failed',
  })
  expect(await setCheck(editor, { check: 'words', onFailure: 'publish' }, noon)).toMatchObject({ ok: true })
  expect(await settleFailures(seen, submission.author, noon)).toMatchObject({ verdict: 'publish' })
  await setCheck(editor, { check: 'words', onFailure: 'hold' }, noon)
  expect(await settleFailures(seen, submission.author, noon)).toMatchObject({ verdict: 'hold' })
  const log = await db().staffAction.findMany({ where: { actorId: editor.id }, orderBy: { id: 'asc' } })
  expect(log.map(({ kind }) => kind)).toEqual(['check-publishes', 'check-holds'])
})

test('a moderator sets no check, and nobody one that is not there', async () => {
  const [moderator, editor] = [await givenModerator(), await givenModerator('Ines Valcourt', 'editor')]
  expect(await setCheck(moderator, { check: 'words', onFailure: 'publish' }, noon)).toMatchObject({
    error: 'not-your-role',
  })
  expect(await setCheck(editor, { check: 'house', onFailure: 'publish' }, noon)).toMatchObject({
    error: 'no-check',
  })
})

test('failures are counted until ten minutes are quiet, and told for ten minutes', async () => {
  const moderator = await givenModerator()
  const seen = runChecks(submission, broken)
  for (const minutes of [0, 5, 14]) await settleFailures(seen, submission.author, minutesAfterNoon(minutes))
  expect(await listChecksDown(moderator, minutesAfterNoon(23))).toEqual([
    { check: 'words', since: noon, count: 3, onFailure: 'hold' },
  ])
  expect(await listChecksDown(moderator, minutesAfterNoon(24))).toEqual([])
  await settleFailures(seen, submission.author, minutesAfterNoon(30))
  expect(await listChecksDown(moderator, minutesAfterNoon(30))).toMatchObject([
    { since: minutesAfterNoon(30), count: 1 },
  ])
})

test('A19: what waits for a check that is back is published by `rechecked`, and everything that counts it moves', async () => {
  const author = await givenKnown()
  const { id, articleId } = await givenFailed(author)
  expect(await recheckHeld(10, minutesAfterNoon(5))).toEqual({ published: 1, held: 0, isStillDown: false })
  expect(
    await db().comment.findUniqueOrThrow({ where: { id }, select: { state: true, approvedById: true } }),
  ).toEqual({
    ...{ state: 'published', approvedById: null },
  })
  const article = await db().article.findUniqueOrThrow({ where: { id: articleId } })
  expect([article.publicCommentCount, article.heldCommentCount]).toEqual([1, 0])
  expect(
    await db().decision.findFirst({ where: { commentId: id }, orderBy: { number: 'desc' } }),
  ).toMatchObject({
    ...{ rule: 'rechecked', actorId: null, fromState: 'held', toState: 'published', number: 2 },
  })
  expect(await findDrift()).toEqual([])
  expect(await recheckHeld(10, minutesAfterNoon(6))).toMatchObject({ published: 0, held: 0 })
})

test('what another check holds waits on, with what it found now', async () => {
  const newcomer = await givenReader()
  const { id } = await givenFailed(newcomer)
  expect(await recheckHeld(10, minutesAfterNoon(5))).toMatchObject({ published: 0, held: 1 })
  const [item] = await selectItems([{ id, claim: null }], noon)
  expect(item?.state).toBe('held')
  expect(item?.findings.map(({ check }) => check)).toEqual(['newcomer'])
  expect(item?.desk?.rule).toBe('newcomer')
})

test('while it still fails everything waits', async () => {
  const { id } = await givenFailed(await givenKnown())
  expect(await recheckHeld(10, minutesAfterNoon(5), broken)).toMatchObject({
    published: 0,
    isStillDown: true,
  })
  expect((await readByDesk(id)).seen).toBe(1)
})

test('what a person decided is theirs, and a sanctioned author’s waits', async () => {
  const moderator = await givenModerator()
  const [decided, banned] = [await givenFailed(await givenKnown()), await givenKnown()]
  await decide(moderator, { ...(await readByDesk(decided.id)), move: 'reject', reason: 'spam' }, noon)
  const waiting = await givenFailed(banned)
  const sanction = { readerId: banned.id, kind: 'ban', reason: 'spam', words: null, until: null } as const
  await sanctionReader(moderator, { ...sanction, minutes: null }, noon)
  expect(await recheckHeld(10, minutesAfterNoon(5))).toMatchObject({ published: 0 })
  expect(
    await db().comment.findUniqueOrThrow({ where: { id: waiting.id }, select: { state: true } }),
  ).toEqual({
    state: 'held',
  })
})

test('of two that check again at once, one decides', async () => {
  const { id } = await givenFailed(await givenKnown())
  await Promise.all([recheckHeld(10, minutesAfterNoon(5)), recheckHeld(10, minutesAfterNoon(5))])
  expect(await db().decision.count({ where: { commentId: id } })).toBe(2)
})

/** A comment that waits because the newsroom's own check failed on it, which it does no longer. */
async function givenFailed(author: Viewer) {
  const { id: articleId } = await givenArticle()
  const before = env()
  // Nobody listens there.
  shared().env = { ...before, CHECK_URL: new URL('http://127.0.0.1:1/'), CHECK_SECRET: 'a secret of both' }
  const comment = await givenComment(author, { articleId })
  shared().env = before
  return { id: comment.id, articleId }
}
