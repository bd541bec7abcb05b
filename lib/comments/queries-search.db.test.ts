import { expect, test } from 'vitest'
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
import { decide } from '@/lib/moderation/commands'
import { deleteComment } from './commands-delete'
import { editComment } from './commands-edit'
import { searchConversation } from './queries-search'
import { readSearch } from './search-words'

useTestDatabase()

async function search(articleId: number, typed: string) {
  const query = readSearch(typed)
  if (query === null) return []
  const { comments, total } = await searchConversation(articleId, query, null)
  expect(total).toBe(comments.length)
  return comments.map(({ id }) => id)
}

test('words are found wherever they stand in a conversation, the newest first, and in no other conversation', async () => {
  const [{ id: articleId }, other, editor] = [
    await givenArticle(),
    await givenArticle(),
    await givenReader('editor'),
  ]
  const say = (body: string, minute: number, parentId: number | null = null) =>
    givenComment(editor, { articleId, body, parentId }, minutesAfterNoon(minute))
  const late = await say('The ferry was LATE again.', 3)
  const answer = await say('It is never late, the ferry.', 5, late.id)
  const quoted = await say('“Late ferry”, they call it.', 1)
  const address = await say(
    'Read https://harbour.example/tables?day=2 and/or the well-known timetable.The rest…is',
    0,
  )
  await givenComment(editor, { articleId: other.id, body: 'Another late ferry.' })
  expect(await search(articleId, 'ferry late')).toEqual([answer.id, late.id, quoted.id])
  expect(await search(articleId, '“late ferry”')).toEqual([quoted.id])
  expect(await search(articleId, 'ferry -never')).toEqual([late.id, quoted.id])
  expect(await search(articleId, 'again or call')).toEqual([late.id, quoted.id])
  for (const word of [
    'harbour.example',
    'tables',
    'or',
    'known',
    'well-known',
    'timetable',
    'the rest',
    'is',
  ])
    expect([word, await search(articleId, word)]).toEqual([word, expect.arrayContaining([address.id])])
  expect(await search(articleId, 'lat')).toEqual([])
})

test('A33: what is held, refused, deleted or only proposed is not found, nor anything under an article that was taken back', async () => {
  const [{ id: articleId }, ana, desk] = [await givenArticle(), await givenReader(), await givenModerator()]
  const [held, refused, deleted, edited] = [
    await givenComment(ana, { articleId, body: 'A secret that is held.' }),
    await givenApproved(ana, desk, { articleId, body: 'A secret that is refused.' }),
    await givenApproved(ana, desk, { articleId, body: 'A secret that is deleted.' }),
    await givenApproved(ana, desk, { articleId, body: 'Shown as it was approved.' }),
  ]
  expect(await search(articleId, 'secret')).toEqual([deleted.id, refused.id])
  const read = await readByDesk(refused.id)
  await decide(desk, { ...read, move: 'reject', reason: 'off-topic' }, noon)
  await deleteComment(ana, { commentId: deleted.id, what: 'comment' }, noon)
  const { revisionId } = await readByDesk(edited.id)
  const input = {
    commentId: edited.id,
    revisionId,
    body: 'A secret https://a.example https://b.example https://c.example https://d.example',
  }
  expect(await editComment(ana, input, noon)).toMatchObject({ ok: true, value: { state: 'held' } })
  // Somebody answered them, so their places stay.
  for (const id of [refused.id, deleted.id, held.id])
    await db().$executeRaw`update "Comment" set "publicDescendantCount" = 1 where id = ${id}`
  expect(await search(articleId, 'secret')).toEqual([])
  expect(await search(articleId, 'shown approved')).toEqual([edited.id])
  await db().article.update({ where: { id: articleId }, data: { state: 'withdrawn' }, select: { id: true } })
  expect(await search(articleId, 'shown approved')).toEqual([])
})

test('A42: a search is words and nothing else: operators alone, quotes, emoji, SQL and NUL find nothing and break nothing', async () => {
  const [{ id: articleId }, editor] = [await givenArticle(), await givenReader('editor')]
  const said = await givenComment(editor, { articleId, body: "Plain words 🐋, and an & and a ' in them." })
  const odd = [
    ...[
      '"',
      '""',
      '-',
      '- -',
      'or',
      'or or',
      '&',
      '|',
      '!',
      '<->',
      ':*',
      '()',
      '((',
      '\\',
      "'",
      "''",
      '%',
      '_',
      '*',
    ],
    ...['🐋', '\u202e', '\'; drop table "Comment"; --', "x' or '1'='1", '$1', '\0', 'a\0b', '"never ended'],
    ...['!!! & | plain2', 'a:b:c', '-'.repeat(100), '"'.repeat(99), '('.repeat(100), '😀'.repeat(100)],
  ]
  for (const typed of odd) expect([typed, await search(articleId, typed)]).toEqual([typed, []])
  expect(await search(articleId, 'plain & WORDS | !')).toEqual([said.id])
})
