import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { changeConversation } from '@/lib/articles/commands-conversation'
import { findArticle } from '@/lib/articles/queries'
import { postComment } from '@/lib/comments/commands'
import { editComment } from '@/lib/comments/commands-edit'
import { useTestDatabase } from '@/lib/database/test-database'
import {
  givenArticle,
  givenComment,
  givenKnown,
  givenModerator,
  givenReader,
  minutesAfterNoon,
  noon,
} from '@/lib/database/test-newsroom'
import { db, inTransaction } from '@/lib/db'
import type { Moderator, Viewer } from '@/lib/readers/viewer'
import { settleAges } from './commands-age'
import {
  type ArticleInput,
  type SiteInput,
  setArticleModes,
  setSectionModes,
  setSiteModes,
} from './commands-modes'
import { sanctionReader } from './commands-sanction'
import { trustReader } from './commands-trust'

useTestDatabase()

const day = (days: number) => new Date(noon.getTime() + days * 86_400_000)
const asBrought: SiteInput = {
  ...{ mode: 'newcomers', closesAfterDays: null },
  ...{ heatComments: null, heatPercent: null, heatSeconds: 120 },
}
const silent = { mode: null, closesAfterDays: null, conversation: 'open', slowSeconds: null } as const

const post = (author: Viewer, articleId: number, now = noon) =>
  postComment(author, { articleId, parentId: null, body: `A thought: ${randomUUID()}`, key: null }, now)
const stateOf = async (author: Viewer, articleId: number, now = noon) => {
  const posted = await post(author, articleId, now)
  return posted.ok ? posted.value.state : posted.error
}
async function set(moderator: Moderator, articleId: number, change: Partial<ArticleInput>, now = noon) {
  const done = await setArticleModes(moderator, { ...silent, articleId, ...change }, now)
  if (!done.ok) throw new Error(done.error)
}
const actionsOf = async (moderator: Moderator) =>
  (await db().staffAction.findMany({ where: { actorId: moderator.id }, orderBy: { id: 'asc' } })).map(
    ({ kind }) => kind,
  )

test('the site, its section, the article and the person: the most particular says when a comment is read', async () => {
  const [editor, article, newcomer] = [
    await givenModerator('Ed', 'editor'),
    await givenArticle(),
    await givenReader(),
  ]
  const known = await givenKnown()
  const { sectionId } = await db().article.findUniqueOrThrow({ where: { id: article.id } })
  const states = async (at: number) => [
    await stateOf(newcomer, article.id, minutesAfterNoon(at)),
    await stateOf(known, article.id, minutesAfterNoon(at)),
  ]
  expect(await states(10)).toEqual(['held', 'published'])
  await setSiteModes(editor, { ...asBrought, mode: 'after' }, noon)
  expect(await states(20)).toEqual(['published', 'published'])
  await setSectionModes(editor, { sectionId, mode: 'before', closesAfterDays: null }, noon)
  expect(await states(30)).toEqual(['held', 'held'])
  await set(editor, article.id, { mode: 'newcomers' })
  expect(await states(40)).toEqual(['held', 'published'])
  await set(editor, article.id, { mode: 'before' })
  await trustReader(editor, { readerId: newcomer.id, on: true }, noon)
  expect(await states(50)).toEqual(['published', 'held'])
  await sanctionReader(
    editor,
    { readerId: newcomer.id, kind: 'review', reason: 'spam', words: null, until: null, minutes: null },
    noon,
  )
  expect(await states(60)).toEqual(['held', 'held'])
  expect(await stateOf(editor, article.id, minutesAfterNoon(60))).toBe('published')
  await set(editor, article.id, {})
  await setSectionModes(editor, { sectionId, mode: 'closed', closesAfterDays: null }, noon)
  expect(await states(70)).toEqual(['closed', 'closed'])
  expect(await findArticle(article.id)).toMatchObject({ article: { conversation: 'closed' } })
  await set(editor, article.id, { mode: 'after' })
  expect(await states(80)).toEqual(['held', 'published'])
  await setSectionModes(editor, { sectionId, mode: null, closesAfterDays: null }, noon)
  await setSiteModes(editor, asBrought, noon)
  // Saying the same again is no change.
  await setSiteModes(editor, asBrought, noon)
  expect(await actionsOf(editor)).toEqual([
    ...['site-mode-set', 'section-mode-set', 'article-mode-set', 'article-mode-set', 'trusted'],
    ...['review-required', 'article-mode-set', 'section-mode-set', 'article-mode-set'],
    ...['section-mode-set', 'site-mode-set'],
  ])
})

test('an edit goes by what is in force then, and what was public stays', async () => {
  const [editor, article, known] = [await givenModerator(), await givenArticle(), await givenKnown()]
  const { id } = await givenComment(known, { articleId: article.id })
  await set(editor, article.id, { mode: 'before' })
  const { currentRevisionId: revisionId } = await db().comment.findUniqueOrThrow({ where: { id } })
  const edit = (body: string, revision: number) =>
    editComment(known, { commentId: id, revisionId: revision, body }, minutesAfterNoon(1))
  expect(await edit('In other words.', revisionId)).toMatchObject({ ok: true, value: { state: 'held' } })
  expect(await db().comment.findUniqueOrThrow({ where: { id } })).toMatchObject({
    publicRevisionId: revisionId,
  })
})

test('a person’s trust is given once and taken once, and opens nothing that is closed', async () => {
  const [moderator, article, reader] = [await givenModerator(), await givenArticle(), await givenReader()]
  const trust = (on: boolean) => trustReader(moderator, { readerId: reader.id, on }, noon)
  await Promise.all([trust(true), trust(true)])
  await set(moderator, article.id, { conversation: 'closed' })
  expect(await stateOf(reader, article.id)).toBe('closed')
  await set(moderator, article.id, {})
  expect(await stateOf(reader, article.id)).toBe('published')
  await trust(false)
  expect(await stateOf(reader, article.id, minutesAfterNoon(5))).toBe('held')
  expect(await actionsOf(moderator)).toEqual([
    ...['trusted', 'conversation-closed', 'conversation-opened', 'trust-ended'],
  ])
  expect(await trustReader(moderator, { readerId: 2_000_000_000, on: true }, noon)).toMatchObject({
    error: 'no-reader',
  })
})

test('its age closes a conversation: at once to whoever writes, within a minute for everybody', async () => {
  const [moderator, article, known] = [await givenModerator(), await givenArticle(), await givenKnown()]
  await set(moderator, article.id, { closesAfterDays: 3 })
  expect(await stateOf(known, article.id, new Date(day(3).getTime() - 1))).toBe('published')
  expect(await stateOf(known, article.id, day(3))).toBe('closed')
  const topics = () =>
    db()
      .$queryRaw`select name, version from "Topic" where name in (${`article:${article.id}`}, ${`talk:${article.id}`}) order by name`
  const before = await topics()
  expect(await settleAges(500, new Date(day(3).getTime() - 1))).toBe(0)
  expect(await topics()).toEqual(before)
  const settled = await Promise.all([settleAges(500, day(3)), settleAges(500, day(3))])
  expect(settled.sort()).toEqual([0, 1])
  expect(await topics()).not.toEqual(before)
  expect(await findArticle(article.id, day(4))).toMatchObject({
    article: { conversation: 'closed', talk: { closedByAgeAt: day(3) } },
  })
  await settleAges(500, day(5))
  expect(await db().article.findUniqueOrThrow({ where: { id: article.id } })).toMatchObject({
    closedByAgeAt: day(3),
  })
})

test('what was closed by its age opens again with more days, and stays open when somebody opens it', async () => {
  const [moderator, article, known] = [await givenModerator(), await givenArticle(), await givenKnown()]
  await set(moderator, article.id, { closesAfterDays: 3 })
  await settleAges(500, day(4))
  await set(moderator, article.id, { closesAfterDays: 10, conversation: 'closed' }, day(4))
  expect(await stateOf(known, article.id, day(4))).toBe('published')
  await settleAges(500, day(10))
  await set(moderator, article.id, { closesAfterDays: 10, conversation: 'open' }, day(11))
  await settleAges(500, day(12))
  expect(await stateOf(known, article.id, day(12))).toBe('published')
  // By hand it closes all the same, and the command line opens it like the desk.
  await set(moderator, article.id, { closesAfterDays: 10, conversation: 'closed' }, day(13))
  expect(await stateOf(known, article.id, day(13))).toBe('closed')
  expect(await findArticle(article.id)).toMatchObject({ article: { talk: { closedByAgeAt: null } } })
  await changeConversation(article.id, { conversation: 'open', guests: [], noGuests: [] })
  await settleAges(500, day(14))
  expect(await stateOf(known, article.id, day(14))).toBe('published')
  // New days are days again.
  await set(moderator, article.id, { closesAfterDays: 12 }, day(14))
  expect(await stateOf(known, article.id, day(14))).toBe('closed')
})

test('a section’s days and the site’s close what says nothing itself', async () => {
  const editor = await givenModerator('Ed', 'editor')
  const [article, forever] = [await givenArticle(), await givenArticle()]
  const { sectionId } = await db().article.findUniqueOrThrow({ where: { id: article.id } })
  await set(editor, forever.id, { closesAfterDays: 0 })
  await setSiteModes(editor, { ...asBrought, closesAfterDays: 9 }, noon)
  const isOpen = async (id: number, now: Date) => {
    const found = await findArticle(id, now)
    return found?.state === 'published' && found.article.conversation === 'open'
  }
  expect([await isOpen(article.id, day(8)), await isOpen(article.id, day(9))]).toEqual([true, false])
  await setSectionModes(editor, { sectionId, mode: null, closesAfterDays: 20 }, noon)
  expect([await isOpen(article.id, day(19)), await isOpen(article.id, day(20))]).toEqual([true, false])
  await settleAges(500, day(20))
  expect([await isOpen(article.id, day(20)), await isOpen(forever.id, day(20))]).toEqual([false, true])
  await setSectionModes(editor, { sectionId, mode: null, closesAfterDays: null }, noon)
  await setSiteModes(editor, asBrought, noon)
  await settleAges(500, day(20))
  expect(await isOpen(article.id, day(20))).toBe(true)
})

test('in slow mode one person writes once in so many seconds, two at once or not; staff and others write on', async () => {
  const [moderator, article, known] = [await givenModerator(), await givenArticle(), await givenKnown()]
  const [other, elsewhere] = [await givenKnown(), await givenArticle()]
  await set(moderator, article.id, { slowSeconds: 90 })
  const both = await Promise.all([post(known, article.id), post(known, article.id)])
  expect(both.filter(({ ok }) => ok)).toHaveLength(1)
  const later = new Date(noon.getTime() + 90_000)
  expect(both.find(({ ok }) => !ok)).toEqual({ ok: false, error: 'slow-mode', retryAt: later })
  expect(await stateOf(other, article.id)).toBe('published')
  expect(await stateOf(known, elsewhere.id)).toBe('published')
  await post(moderator, article.id)
  expect(await stateOf(moderator, article.id)).toBe('published')
  expect(await stateOf(known, article.id, new Date(later.getTime() - 1))).toBe('slow-mode')
  expect(await stateOf(known, article.id, later)).toBe('published')
  // Other seconds count from the same comment; none, not at all.
  await set(moderator, article.id, { slowSeconds: 30 })
  expect(await stateOf(known, article.id, new Date(later.getTime() + 30_000))).toBe('published')
  await set(moderator, article.id, {})
  expect(await stateOf(known, article.id, new Date(later.getTime() + 31_000))).toBe('published')
})

test('a comment that is on its way while its conversation is closed or put under another mode goes by that', async () => {
  const [moderator, known] = [await givenModerator(), await givenKnown()]
  for (const change of [{ conversation: 'closed' }, { mode: 'before' }] as const)
    for (let round = 0; round < 8; round += 1) {
      const article = await givenArticle()
      const now = minutesAfterNoon(round * 30)
      const [posted] = await Promise.all([
        post(known, article.id, now),
        setArticleModes(moderator, { ...silent, articleId: article.id, ...change }, now),
      ])
      const after = await stateOf(known, article.id, now)
      expect(after).toBe('mode' in change ? 'held' : 'closed')
      // What was taken before stands; what came after does not: the counters say the same as the comments.
      const [counted, row] = [
        await db().comment.count({ where: { articleId: article.id, state: 'published' } }),
        await db().article.findUniqueOrThrow({ where: { id: article.id } }),
      ]
      expect(row.publicCommentCount).toBe(counted)
      expect(counted).toBe(posted.ok && posted.value.state === 'published' ? 1 : 0)
    }
})

test('what was judged under another mode by the time it is written is judged anew', async () => {
  const [moderator, known] = [await givenModerator(), await givenKnown()]
  const article = await givenArticle()
  let written: Promise<string> | undefined
  await inTransaction(async (tx) => {
    await tx.$executeRaw`update "Article" set "talkMode" = 'before' where id = ${article.id}`
    // It judges by what stands, and waits for the article's row.
    written = stateOf(known, article.id)
    await tx.$executeRaw`select pg_sleep(0.3)`
  })
  expect(await written).toBe('held')
  expect(await actionsOf(moderator)).toEqual([])
})

test('bad numbers, missing places and other people’s sections are refused, and nothing is written', async () => {
  const [moderator, editor] = [await givenModerator(), await givenModerator('Ed', 'editor')]
  const article = await givenArticle()
  const settings = await db().talkSetting.count()
  for (const days of [0, -1, 3651, 1.5, Number.NaN])
    expect(await setSiteModes(editor, { ...asBrought, closesAfterDays: days }, noon)).toMatchObject({
      error: 'out-of-range',
    })
  for (const heat of [{ heatComments: 0 }, { heatPercent: 101 }, { heatSeconds: 0 }, { heatSeconds: 3601 }])
    expect(await setSiteModes(editor, { ...asBrought, ...heat }, noon)).toMatchObject({
      error: 'out-of-range',
    })
  expect(await setSiteModes(moderator, asBrought, noon)).toMatchObject({ error: 'not-your-role' })
  const section = { sectionId: 2_000_000_000, mode: null, closesAfterDays: null }
  expect(await setSectionModes(moderator, section, noon)).toMatchObject({ error: 'not-your-role' })
  expect(await setSectionModes(editor, section, noon)).toMatchObject({ error: 'no-section' })
  const change = (more: Partial<ArticleInput>) =>
    setArticleModes(moderator, { ...silent, articleId: article.id, ...more }, noon)
  expect(await change({ slowSeconds: 3601 })).toMatchObject({ error: 'out-of-range' })
  expect(await change({ mode: 'closed' })).toMatchObject({ error: 'article-mode' })
  expect(await change({ articleId: 2_000_000_000 })).toMatchObject({ error: 'no-article' })
  const elsewhere = await db().section.create({
    data: { slug: 'far', name: 'Far', position: 77 },
    select: { id: true },
  })
  await db().moderatorSection.create({ data: { readerId: moderator.id, sectionId: elsewhere.id } })
  expect(await change({ mode: 'before' })).toMatchObject({ error: 'not-your-section' })
  expect([await actionsOf(moderator), await actionsOf(editor)]).toEqual([[], []])
  expect(await db().talkSetting.count()).toBe(settings)
})
