import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { fromParagraphs } from '@/lib/articles/body'
import { reviseArticle } from '@/lib/articles/commands'
import { useTestDatabase } from '@/lib/database/test-database'
import {
  givenArticle,
  givenComment,
  givenKnown,
  givenReader,
  minutesAfterNoon,
  noon,
  readByDesk,
} from '@/lib/database/test-newsroom'
import { db } from '@/lib/db'
import { postComment } from './commands'
import { deleteComment } from './commands-delete'
import { editComment } from './commands-edit'
import { findDrift } from './drift'

useTestDatabase()

let texts = 0

/** A text of twenty words that no other has, the same at every run: likeness is a matter of chance for some. */
function givenText(): string {
  texts += 1
  const word = (index: number) => createHash('sha256').update(`${texts} ${index}`).digest('hex')
  const letters = (hex: string) => hex.replace(/\d/g, (digit) => 'ghijklmnop'.charAt(Number(digit)))
  const words = Array.from({ length: 20 }, (_, index) => letters(word(index)).slice(0, 7))
  return `The ${words.join(' ')} winter.`
}

const rulesOf = (commentId: number) =>
  db().decision.findMany({
    where: { commentId },
    orderBy: { number: 'asc' },
    select: { rule: true, toState: true },
  })

test('A24: nearly the same text is held, under whatever name and article, and while texts alternate', async () => {
  const [long, other] = [givenText(), givenText()]
  const [first, second, third] = [await givenKnown(), await givenKnown(), await givenKnown()]
  const articles = [await givenArticle(), await givenArticle(), await givenArticle()]
  const post = (reader: typeof first, at: number, body: string, minutes = 0) =>
    givenComment(reader, { articleId: articles[at]?.id ?? 0, body }, minutesAfterNoon(minutes))
  expect((await post(first, 0, long)).state).toBe('published')
  expect((await post(first, 1, other)).state).toBe('published')
  const repeated = await post(second, 1, long.replace('winter', 'season'))
  expect(await rulesOf(repeated.id)).toEqual([{ rule: 'seen-before', toState: 'held' }])
  expect((await post(third, 2, `${other} 4711`)).state).toBe('held')
  expect((await post(third, 2, `${long}!!`)).state).toBe('held')
  const elsewhere = await post(first, 2, long)
  expect(await rulesOf(elsewhere.id)).toEqual([{ rule: 'said-elsewhere', toState: 'held' }])
  expect((await post(second, 0, long, 25 * 60)).state).toBe('published')
  expect(await findDrift()).toEqual([])
})

test('what is quoted is not compared, nor short texts, nor one’s own that was deleted', async () => {
  const long = givenText()
  const [first, second, article] = [await givenKnown(), await givenKnown(), await givenArticle()]
  const posted = await givenComment(first, { articleId: article.id, body: long })
  const quoting = await givenComment(second, { articleId: article.id, body: `> ${long}\n\nWho says so?` })
  expect(quoting.state).toBe('published')
  await givenComment(first, { articleId: article.id, body: 'I agree.' })
  expect((await givenComment(second, { articleId: article.id, body: 'I agree.' })).state).toBe('published')
  await deleteComment(first, { commentId: posted.id, what: 'comment' }, noon)
  expect((await givenComment(first, { articleId: (await givenArticle()).id, body: long })).state).toBe(
    'published',
  )
})

test('A12: an approved comment that is edited into somebody else’s text waits, and the approved one is shown', async () => {
  const long = givenText()
  const [first, second, article] = [await givenKnown(), await givenKnown(), await givenArticle()]
  await givenComment(first, { articleId: article.id, body: long })
  const bland = await givenComment(second, { articleId: article.id, body: 'Nice.' })
  const { revisionId } = await readByDesk(bland.id)
  const edited = await editComment(second, { commentId: bland.id, revisionId, body: long }, noon)
  expect(edited).toMatchObject({ ok: true, value: { state: 'held' } })
  const row = await db().comment.findUniqueOrThrow({
    where: { id: bland.id },
    include: { publicRevision: true },
  })
  expect(row.publicRevision?.source).toBe('Nice.')
})

test('an edit is not taken for a copy of what it was before', async () => {
  const long = givenText()
  const [reader, article] = [await givenKnown(), await givenArticle()]
  const comment = await givenComment(reader, { articleId: article.id, body: long })
  const { revisionId } = await readByDesk(comment.id)
  const edited = await editComment(
    reader,
    { commentId: comment.id, revisionId, body: `${long} Nobody.` },
    noon,
  )
  expect(edited).toMatchObject({ ok: true, value: { state: 'published' } })
})

test('a nudge says what would hold the text, and writes nothing; without it the text goes its way', async () => {
  const [reader, article] = [await givenKnown(), await givenArticle()]
  const input = {
    articleId: article.id,
    parentId: null,
    key: null,
    body: 'HOW CAN ANYBODY BELIEVE A WORD OF WHAT THE MAYOR SAYS',
  }
  const nudged = await postComment(reader, { ...input, nudge: true }, noon)
  expect(nudged).toMatchObject({
    ok: false,
    error: 'nudge',
    findings: [{ check: 'shouting', detail: { percent: 100 } }],
  })
  expect(await db().comment.count({ where: { articleId: article.id } })).toBe(0)
  expect(await postComment(reader, input, noon)).toMatchObject({ ok: true, value: { state: 'held' } })
  const bland = await postComment(reader, { ...input, body: 'Fine.', nudge: true }, noon)
  expect(bland).toMatchObject({ ok: true, value: { state: 'published' } })
  const newcomer = await postComment(await givenReader(), { ...input, body: 'Fine.', nudge: true }, noon)
  expect(newcomer).toMatchObject({ ok: true, value: { state: 'held' } })
})

const paragraphs = [
  'The last stone of the bridge was set this morning, after four winters and one summer of work.',
  'Nobody fell. The engineers had promised as much when they began, and few had believed them.',
]

async function revise(articleId: number, body: string[]) {
  const version = { headline: 'A bridge', standfirst: null, dateline: null, tags: [], picture: null }
  const revised = await reviseArticle(
    articleId,
    { ...version, body: fromParagraphs(body) },
    { reason: 'updated' },
    noon,
  )
  if (!revised.ok) throw new Error(revised.error)
}

test('an answer to a passage keeps to it through the article’s versions, and says when it is gone', async () => {
  const [article, reader] = [await givenArticle(), await givenKnown()]
  await revise(article.id, paragraphs)
  const about = { quote: 'few had believed them', prefix: 'when they began, and', suffix: '' }
  const comment = await givenComment(reader, { articleId: article.id, about })
  const anchor = () =>
    db().anchor.findUniqueOrThrow({ where: { commentId: comment.id }, include: { version: true } })
  expect(await anchor()).toMatchObject({ paragraph: 1, version: { number: 2 } })
  await revise(article.id, [
    'A new beginning.',
    paragraphs[1]?.replace('Nobody fell.', 'No one fell.') ?? '',
    paragraphs[0] ?? '',
  ])
  expect(await anchor()).toMatchObject({ paragraph: 1, version: { number: 3 } })
  await revise(article.id, ['All of it was rewritten.'])
  expect(await anchor()).toMatchObject({ paragraph: null, version: { number: 4 } })
  await revise(article.id, paragraphs)
  expect(await anchor()).toMatchObject({ paragraph: 1, version: { number: 5 } })
})

test('words that do not stand in the article are not quoted from it', async () => {
  const [article, reader] = [await givenArticle(), await givenKnown()]
  await revise(article.id, paragraphs)
  const input = { articleId: article.id, parentId: null, key: null, body: 'Really?' }
  const about = { quote: 'The mayor took the money and ran', prefix: '', suffix: '' }
  expect(await postComment(reader, { ...input, about }, noon)).toMatchObject({ error: 'no-passage' })
  expect(await db().comment.count({ where: { articleId: article.id } })).toBe(0)
})
