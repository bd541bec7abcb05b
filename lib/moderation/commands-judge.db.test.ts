import { expect, test } from 'vitest'
import { editComment } from '@/lib/comments/commands-edit'
import { findDrift } from '@/lib/comments/drift'
import { useTestDatabase } from '@/lib/database/test-database'
import {
  givenApproved,
  givenArticle,
  givenComment,
  givenModerator,
  givenReader,
  minutesAfterNoon,
  noon,
  readByDesk,
} from '@/lib/database/test-newsroom'
import { db } from '@/lib/db'
import { isModerator, type Moderator } from '@/lib/readers/viewer'
import { decide } from './commands'
import { makeAppeal } from './commands-appeal'
import { judgeAppeal } from './commands-judge'
import { reportComment } from './commands-report'
import { undoDecision } from './commands-undo'
import { countOpenAppeals, findJudged, listOpenAppeals } from './queries-appeals'
import { countOverturned } from './queries-overturned'
import { listOwnAppeals } from './queries-own-appeals'
import { replay } from './replay'

useTestDatabase()

const answer = 'I read it again.'

test('a judge has the words, the comment and its author before them, and not who decided, or why', async () => {
  const { appealId, ana, ben } = await givenAppeal()
  const { items } = await listOpenAppeals(ana, { after: appealId - 1, now: noon })
  expect(items[0]).toMatchObject({ id: appealId, words: 'It was a joke.', may: 'yes', isOwn: false })
  const told = JSON.stringify(items)
  for (const hidden of [ben.name, 'insult', 'Not among us.', String(ben.id).padStart(9, '#')])
    expect(told).not.toContain(hidden)
  expect(await findJudged(ana, appealId)).toBeNull()
})

test('an appeal that is granted publishes the comment, exactly counted, and its author reads the answer', async () => {
  const { appealId, author, comment, article, ana, ben } = await givenAppeal()
  const judged = await judgeAppeal(ana, { appealId, outcome: 'overturned', answer }, minutesAfterNoon(9))
  expect(judged).toMatchObject({ ok: true, value: { outcome: 'overturned', commentId: comment.id } })
  expect(await standing(comment.id)).toMatchObject({ state: 'published', approvedById: ana.id })
  expect(await listOwnAppeals(author, comment.id)).toMatchObject([
    { settled: { outcome: 'overturned', answer, at: minutesAfterNoon(9) } },
  ])
  expect(await findJudged(ana, appealId)).toMatchObject({
    first: { by: ben.name, reason: 'insult', note: 'Not among us.' },
    isOwn: false,
    isLast: true,
  })
  const event = await db().talkEvent.findFirst({ where: { articleId: article.id }, orderBy: { id: 'desc' } })
  expect(event).toMatchObject({ kind: 'posted', commentId: comment.id })
  expect(await newsOf(appealId)).toBe(1)
  expect(await replayed(comment.id)).toMatchObject(await standing(comment.id))
  expect(await findDrift()).toEqual([])
})

test('an appeal that is turned down changes nothing but that it is answered', async () => {
  const { appealId, author, comment, ana } = await givenAppeal()
  const before = await standing(comment.id)
  await judgeAppeal(ana, { appealId, outcome: 'upheld', answer }, minutesAfterNoon(9))
  expect(await standing(comment.id)).toEqual(before)
  expect(await replayed(comment.id)).toMatchObject(before)
  expect(await listOwnAppeals(author, comment.id)).toMatchObject([{ settled: { outcome: 'upheld', answer } }])
  const last = await db().decision.findFirst({
    where: { commentId: comment.id },
    orderBy: { number: 'desc' },
  })
  expect(last).toMatchObject({
    rule: 'appeal-upheld',
    reason: 'insult',
    fromState: 'rejected',
    toState: 'rejected',
  })
  const again = await makeAppeal(author, { commentId: comment.id, body: 'Again.' }, minutesAfterNoon(10))
  expect(again).toMatchObject({ error: 'appealed' })
  expect(await findDrift()).toEqual([])
})

test('a refused edit that is granted takes the place of what readers saw, and settles reports as wrong', async () => {
  const { ana, ben, author, article } = await givenAppeal()
  const comment = await givenApproved(author, ben, { articleId: article.id })
  const first = await readByDesk(comment.id)
  await editComment(
    author,
    { commentId: comment.id, revisionId: first.revisionId, body: 'Other words.' },
    noon,
  )
  const edit = await readByDesk(comment.id)
  await decide(ben, { ...edit, move: 'reject', reason: 'off-topic' }, noon)
  const reporter = await givenReader()
  await reportComment(reporter, { commentId: comment.id, revisionId: null, reason: 'spam', note: null }, noon)
  const made = await makeAppeal(author, { commentId: comment.id, body: 'Better so.' }, noon)
  if (!made.ok) throw new Error(made.error)
  const { appealId } = made.value
  const { items } = await listOpenAppeals(ana, { after: appealId - 1, now: noon })
  expect(items[0]?.publicText).not.toBeNull()
  await judgeAppeal(ana, { appealId, outcome: 'overturned', answer }, minutesAfterNoon(9))
  expect(await standing(comment.id)).toEqual({
    ...{ state: 'published', approvedById: ana.id },
    ...{ currentRevisionId: edit.revisionId, publicRevisionId: edit.revisionId },
  })
  const report = await db().report.findFirst({ where: { commentId: comment.id }, select: { upheld: true } })
  expect(report?.upheld).toBe(false)
  expect(await replayed(comment.id)).toMatchObject(await standing(comment.id))
  expect(await findDrift()).toEqual([])
})

test('attack: who decided first does not judge, nor does who wrote it', async () => {
  const { appealId, ana, ben, article } = await givenAppeal()
  const judging = { outcome: 'upheld', answer } as const
  expect(await judgeAppeal(ben, { appealId, ...judging }, noon)).toEqual({ ok: false, error: 'own-decision' })
  const administrator = await givenStaff('administrator')
  const comment = await givenComment(await givenReader(), { articleId: article.id })
  await decide(administrator, { ...(await readByDesk(comment.id)), move: 'reject', reason: 'spam' }, noon)
  const own = await appealed(comment.id)
  // There is somebody else, so that an administrator does not judge their own either.
  expect(await judgeAppeal(administrator, { appealId: own, ...judging }, noon)).toMatchObject({
    error: 'own-decision',
  })

  const staff = await givenComment(ana, { articleId: article.id })
  await decide(administrator, { ...(await readByDesk(staff.id)), move: 'reject', reason: 'spam' }, noon)
  expect(await judgeAppeal(ana, { appealId: await appealed(staff.id), ...judging }, noon)).toMatchObject({
    error: 'own-comment',
  })
  expect(await db().appeal.count({ where: { id: { in: [appealId, own] }, outcome: null } })).toBe(2)
})

test('who may not decide does not judge; what cannot be an answer is refused', async () => {
  const { appealId, ana, author } = await givenAppeal()
  const judging = { appealId, outcome: 'overturned', answer } as const
  for (const wrong of [' ', 'a'.repeat(1_001), 'a\0'])
    expect((await judgeAppeal(ana, { ...judging, answer: wrong }, noon)).ok).toBe(false)
  await db().reader.update({ where: { id: ana.id }, data: { role: 'reader' } })
  expect(await judgeAppeal(ana, judging, noon)).toMatchObject({ error: 'not-a-moderator' })
  expect(
    await judgeAppeal(await givenModerator(), { ...judging, appealId: 2_000_000_000 }, noon),
  ).toMatchObject({
    error: 'no-appeal',
  })
  expect(await listOwnAppeals(author, 2_000_000_000)).toEqual([])
})

test('of two judges at once one wins; the other is told who judged what', async () => {
  for (let round = 0; round < 5; round += 1) {
    const { appealId, ana, comment } = await givenAppeal()
    const other = await givenModerator('Cleo')
    const outcomes = await Promise.all([
      judgeAppeal(ana, { appealId, outcome: 'upheld', answer }, noon),
      judgeAppeal(other, { appealId, outcome: 'overturned', answer }, noon),
    ])
    const won = outcomes.find(({ ok }) => ok)
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1)
    expect(outcomes.find(({ ok }) => !ok)).toMatchObject({
      error: 'judged-meanwhile',
      by: won === outcomes[0] ? ana.name : other.name,
      outcome: won === outcomes[0] ? 'upheld' : 'overturned',
    })
    expect(
      await db().decision.count({ where: { commentId: comment.id, rule: { startsWith: 'appeal-' } } }),
    ).toBe(1)
  }
  expect(await findDrift()).toEqual([])
})

test('judging and deciding at once leave one of both, and a comment that follows from its decisions', async () => {
  for (let round = 0; round < 5; round += 1) {
    const { appealId, ana, comment } = await givenAppeal()
    const [other, read] = [await givenModerator('Cleo'), await readByDesk(comment.id)]
    const outcomes = await Promise.all([
      judgeAppeal(ana, { appealId, outcome: 'overturned', answer }, noon),
      decide(other, { ...read, move: 'approve' }, noon),
    ])
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1)
    expect(await replayed(comment.id)).toMatchObject(await standing(comment.id))
  }
  expect(await findDrift()).toEqual([])
})

test('a double press judges once', async () => {
  const { appealId, ana, comment } = await givenAppeal()
  const judging = { appealId, outcome: 'overturned', answer } as const
  const outcomes = await Promise.all(Array.from({ length: 4 }, () => judgeAppeal(ana, judging, noon)))
  expect(outcomes.every(({ ok }) => ok)).toBe(true)
  expect(await db().decision.count({ where: { commentId: comment.id } })).toBe(3)
  expect(await newsOf(appealId)).toBe(1)
})

test.each(['upheld', 'overturned'] as const)(
  'a judgement that is %s is taken back by its judge alone: the appeal is open again, the comment as before',
  async (outcome) => {
    const { appealId, ana, ben, comment, author } = await givenAppeal()
    const [before, open] = [await standing(comment.id), await countOpenAppeals(ana, new Date())]
    await judgeAppeal(ana, { appealId, outcome, answer }, minutesAfterNoon(1))
    expect(await countOpenAppeals(ana, new Date())).toBe(open - 1)
    const { seen } = await readByDesk(comment.id)
    expect(await undoDecision(ben, { commentId: comment.id, seen }, minutesAfterNoon(2))).toMatchObject({
      error: 'nothing-to-decide',
    })
    expect((await undoDecision(ana, { commentId: comment.id, seen }, minutesAfterNoon(2))).ok).toBe(true)
    expect(await standing(comment.id)).toEqual(before)
    expect(await countOpenAppeals(ana, new Date())).toBe(open)
    expect(await listOwnAppeals(author, comment.id)).toMatchObject([{ settled: null }])
    const other = await givenModerator('Cleo')
    expect((await judgeAppeal(other, { appealId, outcome, answer }, minutesAfterNoon(3))).ok).toBe(true)
    expect(await findDrift()).toEqual([])
  },
)

test('once something followed, a judgement is not taken back', async () => {
  const { appealId, ana, ben, comment } = await givenAppeal()
  await judgeAppeal(ana, { appealId, outcome: 'overturned', answer }, noon)
  const { seen } = await readByDesk(comment.id)
  await decide(ben, { ...(await readByDesk(comment.id)), move: 'reject', reason: 'spam' }, noon)
  expect(await undoDecision(ana, { commentId: comment.id, seen }, noon)).toMatchObject({
    error: 'decided-meanwhile',
  })
})

test('what a person granted is not taken away by readers’ reports', async () => {
  const { appealId, ana, comment } = await givenAppeal()
  await judgeAppeal(ana, { appealId, outcome: 'overturned', answer }, noon)
  for (let made = 0; made < 4; made += 1)
    await reportComment(
      await givenModerator('Rita'),
      { commentId: comment.id, revisionId: null, reason: 'spam', note: null },
      noon,
    )
  expect(await standing(comment.id)).toMatchObject({ state: 'published' })
})

test('rates are counted by who decided first and by the reason, judged appeals only', async () => {
  const [one, other] = [await givenAppeal(), await givenAppeal()]
  await judgeAppeal(one.ana, { appealId: one.appealId, outcome: 'overturned', answer }, noon)
  await judgeAppeal(one.ana, { appealId: other.appealId, outcome: 'upheld', answer }, noon)
  const rates = await countOverturned(one.ana, minutesAfterNoon(60))
  expect(rates.all.judged).toBeGreaterThanOrEqual(2)
  expect(rates.byDecider.reduce((sum, { judged }) => sum + judged, 0)).toBe(rates.all.judged)
  expect(rates.byReason.reduce((sum, { overturned }) => sum + overturned, 0)).toBe(rates.all.overturned)
  expect(rates.byReason.map(({ reason }) => reason)).toContain('insult')
  const later = new Date(noon.getTime() + 400 * 86_400_000)
  expect((await countOverturned(one.ana, later)).all).toEqual({ judged: 0, overturned: 0 })
})

test('in a newsroom of one the administrator judges their own, and it is marked so', async () => {
  const { comment } = await givenAppeal()
  await db().reader.updateMany({ where: { role: { not: 'reader' } }, data: { role: 'reader' } })
  const administrator = await givenStaff('administrator')
  const author = await givenReader()
  const { articleId } = await db().comment.findUniqueOrThrow({
    where: { id: comment.id },
    select: { articleId: true },
  })
  const refused = await givenComment(author, { articleId })
  await decide(administrator, { ...(await readByDesk(refused.id)), move: 'reject', reason: 'spam' }, noon)
  const appealId = await appealed(refused.id)
  const { items } = await listOpenAppeals(administrator, { after: appealId - 1, now: noon })
  expect(items[0]).toMatchObject({ may: 'yes', isOwn: true })
  expect((await judgeAppeal(administrator, { appealId, outcome: 'overturned', answer }, noon)).ok).toBe(true)
  expect(await findJudged(administrator, appealId)).toMatchObject({ isOwn: true })
})

async function givenStaff(role: 'editor' | 'administrator'): Promise<Moderator> {
  const viewer = await givenReader(role, 'Ada Alone')
  if (!isModerator(viewer)) throw new Error('not of the newsroom')
  return viewer
}

async function appealed(commentId: number): Promise<number> {
  const { authorId } = await db().comment.findUniqueOrThrow({
    where: { id: commentId },
    select: { authorId: true },
  })
  const viewer = { ...(await givenReader()), id: authorId }
  const made = await makeAppeal(viewer, { commentId, body: 'It was a joke.' }, noon)
  if (!made.ok) throw new Error(made.error)
  return made.value.appealId
}

async function givenAppeal() {
  const article = await givenArticle()
  const [author, ana, ben] = [
    await givenReader(),
    await givenModerator('Ana Judge'),
    await givenModerator('Ben First'),
  ]
  const comment = await givenComment(author, { articleId: article.id })
  const read = { ...(await readByDesk(comment.id)), note: 'Not among us.' }
  await decide(ben, { ...read, move: 'reject', reason: 'insult' }, noon)
  return { article, author, ana, ben, comment, appealId: await appealed(comment.id) }
}

async function newsOf(appealId: number): Promise<number> {
  return db().outbox.count({
    where: { kind: 'appeal-judged', payload: { path: ['appealId'], equals: appealId } },
  })
}

function standing(id: number) {
  return db().comment.findUniqueOrThrow({
    where: { id },
    select: { state: true, currentRevisionId: true, publicRevisionId: true, approvedById: true },
  })
}

async function replayed(commentId: number) {
  return replay(await db().decision.findMany({ where: { commentId }, orderBy: { number: 'asc' } }))
}
