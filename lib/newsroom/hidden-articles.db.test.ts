import { expect, test } from 'vitest'
import { askHouse } from '@/lib/comments/queries-house-check'
import { findReceipt, listOwnComments } from '@/lib/comments/queries-own'
import { listProfileComments, listSaved } from '@/lib/comments/queries-profile'
import { useTestDatabase } from '@/lib/database/test-database'
import { givenDraft, givenEditor, givenPublication, nowAt } from '@/lib/database/test-desk'
import {
  givenApproved,
  givenModerator,
  givenReader,
  minutesAfterNoon,
  noon,
} from '@/lib/database/test-newsroom'
import { givenReceiver } from '@/lib/database/test-receivers'
import { db } from '@/lib/db'
import { env } from '@/lib/env'
import type { Moderator } from '@/lib/readers/viewer'
import { shared } from '@/lib/shared'
import { saveDraft } from './commands-save'
import { moveArticle } from './commands-state'

useTestDatabase()

test('of an article that is public its commenters see what it is called, and the way to it', async () => {
  const { articleId, reader, commentId } = await givenCommented()
  const receipt = await findReceipt(reader, commentId)
  expect(receipt).toMatchObject({ isPublic: true, article: { id: articleId, isOpen: true } })
  expect(receipt?.article.shown).toEqual({
    ...{ slug: 'a-bridge-is-planned', headline: 'A bridge is planned' },
    ...{ language: null, direction: null },
  })
  expect(await headlinesFor(reader)).toEqual(['A bridge is planned'])
})

test.each(['draft', 'schedule', 'embargo'] as const)(
  'what was unpublished and written anew (%s) says nothing to those who commented on it, until it is public',
  async (then) => {
    const { articleId, editor, reader, commentId } = await givenCommented()
    await unpublished(editor, articleId)
    await rewritten(editor, articleId)
    const at = minutesAfterNoon(600)
    if (then !== 'draft')
      await givenPublication(editor, articleId, { when: { move: then, at } }, minutesAfterNoon(20))
    await expectNothingSaid(reader, commentId)
    if (then !== 'draft') return
    await givenPublication(editor, articleId, {}, minutesAfterNoon(30))
    expect(await headlinesFor(reader)).toEqual(['The secret of the bridge'])
  },
)

test.each(['withdraw', 'block'] as const)(
  'what must not be read (%s) is called nothing, not even what it was called',
  async (move) => {
    const { articleId, reader, commentId } = await givenCommented()
    const administrator = await givenModerator('Adam Berg', 'administrator')
    const moved = await moveArticle(
      administrator,
      { articleId, move, words: 'A notice' },
      minutesAfterNoon(10),
    )
    expect(moved.ok).toBe(true)
    await expectNothingSaid(reader, commentId)
  },
)

test('the newsroom’s own check stands outside: it is told what a public article is called, and no other', async () => {
  const check = await givenReceiver()
  const before = env()
  shared().env = { ...before, CHECK_URL: check.url, CHECK_SECRET: 'a secret that both know' }
  try {
    check.state.body = '{"verdict":"pass"}'
    const { articleId, editor, reader } = await givenCommented()
    const asked = { commentId: null, parentId: null, text: 'A thought.', authorId: reader.id, articleId }
    const told = async () => {
      check.posted.length = 0
      await askHouse({ kind: 'comment', ...asked }, noon)
      return JSON.parse(check.posted[0]?.body ?? '').article
    }
    const article = { id: articleId, section: 'world' }
    expect(await told()).toEqual({ ...article, headline: 'A bridge is planned' })
    await unpublished(editor, articleId)
    await rewritten(editor, articleId)
    expect(await told()).toEqual({ ...article, headline: '' })
  } finally {
    shared().env = before
    await check.close()
  }
})

async function givenCommented() {
  const [editor, reader] = [await givenEditor(), await givenReader()]
  const { id: articleId } = await givenDraft(editor)
  await givenPublication(editor, articleId, {}, noon)
  const comment = await givenApproved(reader, editor, { articleId })
  const saved = { readerId: reader.id, commentId: comment.id }
  await db().saved.create({ data: saved, select: { commentId: true } })
  return { articleId, editor, reader, commentId: comment.id }
}

async function unpublished(editor: Moderator, articleId: number): Promise<void> {
  const move = { articleId, move: 'unpublish', words: '' } as const
  expect(await moveArticle(editor, move, minutesAfterNoon(10))).toMatchObject({ ok: true })
}

async function rewritten(editor: Moderator, articleId: number): Promise<void> {
  const { base, content } = await nowAt(articleId)
  const changed = { ...content, headline: 'The secret of the bridge' }
  const saved = await saveDraft(editor, { articleId, base, content: changed }, minutesAfterNoon(15))
  expect(saved.ok).toBe(true)
}

async function expectNothingSaid(reader: { id: number }, commentId: number): Promise<void> {
  const receipt = await findReceipt(reader, commentId)
  expect(receipt).toMatchObject({ isPublic: false, article: { shown: null, isOpen: false } })
  expect(await headlinesFor(reader)).toEqual([null])
  const kept = await listSaved(reader, null)
  const profile = await listProfileComments(reader.id, null)
  const all = JSON.stringify([receipt, kept, profile])
  expect(all).not.toMatch(/secret|A bridge is planned|a-bridge/)
}

async function headlinesFor(reader: { id: number }): Promise<(string | null)[]> {
  const own = await listOwnComments(reader, { take: 5, before: null })
  return own.map(({ article }) => article?.headline ?? null)
}
