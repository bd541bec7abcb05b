import { expect, test } from 'vitest'
import { setState } from '@/lib/articles/commands'
import { useTestDatabase } from '@/lib/database/test-database'
import { givenArticle, givenComment, givenKnown, noon, readByDesk } from '@/lib/database/test-newsroom'
import { db } from '@/lib/db'
import { reportComment } from './commands-report'

useTestDatabase()

async function given() {
  const [article, author, reporter] = [await givenArticle(), await givenKnown(), await givenKnown()]
  const comment = await givenComment(author, { articleId: article.id })
  const report = (revisionId: number | null) =>
    reportComment(reporter, { commentId: comment.id, revisionId, reason: 'insult', note: null }, noon)
  const { revisionId } = await readByDesk(comment.id)
  return { article, author, comment, report, revisionId }
}

test('A29, A31: a report is about a wording of its own comment: another’s, or none, is taken for what is public', async () => {
  const other = await given()
  for (const foreign of [other.revisionId, 2_000_000_000]) {
    const { comment, report, revisionId } = await given()
    expect(await report(foreign)).toMatchObject({ ok: true, value: { isNew: true } })
    const rows = await db().report.findMany({ where: { commentId: comment.id } })
    expect(rows.map((row) => row.revisionId)).toEqual([revisionId])
  }
  expect(await db().report.count({ where: { commentId: other.comment.id } })).toBe(0)
})

test('A30: under an article that was taken back nothing is reported, and nothing told of what is there', async () => {
  const { article, report, comment } = await given()
  await setState(article.id, 'withdrawn')
  expect(await report(null)).toEqual({ ok: false, error: 'no-comment' })
  expect(await db().report.count({ where: { commentId: comment.id } })).toBe(0)
})
