import { expect, test } from 'vitest'
import { useTestDatabase } from '@/lib/database/test-database'
import { givenArticle, minutesAfterNoon, noon } from '@/lib/database/test-newsroom'
import { reportError } from './commands-errors'

const { pool } = useTestDatabase({ RATE_LIMITS: 'default' })

test('an address has so many reports in a while, and so has an article', async () => {
  const { id } = await givenArticle()
  const report = (index: number, address: string) =>
    reportError(null, { articleId: id, quote: 'It stands.', words: `Wrong ${index}.`, address }, noon)
  for (let index = 0; index < 5; index += 1)
    expect(await report(index, '198.51.100.1')).toMatchObject({ ok: true })
  expect(await report(9, '198.51.100.1')).toMatchObject({ error: 'too-soon', retryAt: minutesAfterNoon(10) })
  await pool.query(
    `insert into "ErrorReport" ("articleId", "versionId", quote, words)
     select "articleId", id, 'q', 'w' from "ArticleVersion", generate_series(1, 95) where "articleId" = $1`,
    [id],
  )
  expect(await report(9, '198.51.100.2')).toMatchObject({ error: 'too-many' })
})
