import { expect, test } from 'vitest'
import { useTestDatabase } from '@/lib/database/test-database'
import { givenArticle, givenComment, givenModerator, givenReader, noon } from '@/lib/database/test-newsroom'
import { findReaderFile } from '@/lib/moderation/queries-reader-file'
import { listOwnComments } from './queries-own'

useTestDatabase()

test('a list of what somebody wrote shows its first words as they read, without marks: to them and to the desk', async () => {
  const [reader, moderator, article] = [await givenReader(), await givenModerator(), await givenArticle()]
  await givenComment(reader, { articleId: article.id, body: '**Look** at the bridge:\n\n> It stands.' })
  const [own] = await listOwnComments(reader, { take: 5, before: null })
  expect(own).toMatchObject({ state: 'held', excerpt: 'Look at the bridge: It stands.' })
  const file = await findReaderFile(moderator, reader.id, noon)
  expect(file?.comments.map(({ excerpt }) => excerpt)).toEqual(['Look at the bridge: It stands.'])
})
