import { beforeAll, expect, test } from 'vitest'
import { fromParagraphs } from '@/lib/articles/body'
import { reviseArticle } from '@/lib/articles/commands'
import { findArticle } from '@/lib/articles/queries'
import { listVersions } from '@/lib/articles/queries-versions'
import { useTestDatabase } from '@/lib/database/test-database'
import { givenDraft, givenEditor, givenPublication, nowAt } from '@/lib/database/test-desk'
import { givenModerator, minutesAfterNoon, noon } from '@/lib/database/test-newsroom'
import { db } from '@/lib/db'
import type { Moderator } from '@/lib/readers/viewer'
import { beginCorrection, type CorrectionStart, publishCorrection, writeCorrection } from './commands-correct'
import { goLive } from './commands-go-live'
import { goLiveUpdates } from './commands-go-live-update'
import { publishDraft } from './commands-publish'
import { saveDraft } from './commands-save'
import { discardDraft } from './commands-start'
import { flagArticle, moveArticle, type StandingMove } from './commands-state'
import { sweepDrafts } from './commands-sweep'
import { findAtDesk } from './queries-desk'
import { findPreview } from './queries-preview'

const { pool } = useTestDatabase()

let editor: Moderator
let administrator: Moderator
beforeAll(async () => {
  editor = await givenEditor()
  administrator = await givenModerator('Adam Berg', 'administrator')
})

const atOne = minutesAfterNoon(60)
const schedule = { when: { move: 'schedule', at: atOne } } as const
const headlineOf = async (id: number) => {
  const found = await findArticle(id, atOne)
  return found?.state === 'published' ? found.article.headline : (found?.state ?? null)
}
const historyOf = async (id: number) =>
  (await listVersions(id, { take: 9 })).versions.map(({ text }) => text.headline)
const waiting = (articleId: number) => db().scheduledUpdate.findUnique({ where: { articleId } })
const atDesk = (id: number) => findAtDesk({ ...editor, role: 'editor' }, id, noon)
const move = (id: number, name: StandingMove, words = '') =>
  moveArticle(administrator, { articleId: id, move: name, words }, noon)

async function rewrite(id: number, over: { headline?: string; dateline?: string; section?: string }) {
  const { base, content } = await nowAt(id)
  const saved = await saveDraft(editor, { articleId: id, base, content: { ...content, ...over } }, noon)
  if (!saved.ok) throw new Error(saved.error)
}

/** A public article of which another headline waits until one o’clock. */
async function givenUpdate(headline = 'A bridge is begun', over: object = schedule): Promise<number> {
  const { id } = await givenDraft(editor)
  await givenPublication(editor, id)
  await rewrite(id, { headline })
  expect(await givenPublication(editor, id, over)).toMatchObject({ state: 'published', version: null })
  return id
}

async function corrected(id: number, headline: string) {
  const start: CorrectionStart = { kind: 'correction', note: 'It was wrong.', errorIds: [] }
  expect(await beginCorrection(editor, id, start, noon)).toMatchObject({ ok: true })
  const { currentVersion } = await db().article.findUniqueOrThrow({
    where: { id },
    select: { currentVersion: { select: { number: true, standfirst: true } } },
  })
  const text = { headline, standfirst: currentVersion?.standfirst ?? '', text: 'The council has decided.' }
  await writeCorrection(editor, id, { ...text, base: currentVersion?.number ?? 0 }, noon)
  expect(await publishCorrection(editor, id, noon)).toMatchObject({ ok: true })
}

test('an update waits for its time, and until then readers have what they had; of ten processes one publishes it', async () => {
  const id = await givenUpdate()
  expect(await goLiveUpdates(minutesAfterNoon(59))).not.toContain(id)
  expect([await headlineOf(id), await historyOf(id)]).toEqual([
    'A bridge is planned',
    ['A bridge is planned'],
  ])
  const live = await Promise.all(Array.from({ length: 10 }, () => goLiveUpdates(atOne)))
  expect(live.flat().filter((each) => each === id)).toEqual([id])
  expect(await headlineOf(id)).toBe('A bridge is begun')
  expect(await historyOf(id)).toEqual(['A bridge is begun', 'A bridge is planned'])
  const [version] = (await listVersions(id, { take: 1 })).versions
  expect(version?.publishedAt).toEqual(atOne)
  expect(await waiting(id)).toBeNull()
  expect((await nowAt(id)).base).toEqual({ version: 2 })
})

test('nobody who reads is told of it: no version, no topic, and no picture of it comes before its time', async () => {
  const { id } = await givenDraft(editor)
  await givenPublication(editor, id)
  const topics = async () => (await pool.query('select name, version from "Topic" order by name')).rows
  await rewrite(id, { headline: 'Nobody knows' })
  const before = await topics()
  await givenPublication(editor, id, schedule)
  expect(await topics()).toEqual(before)
  expect(await db().articleVersion.count({ where: { articleId: id } })).toBe(1)
})

test('what is written after it was scheduled is a draft on it, and comes along only when it is said', async () => {
  const id = await givenUpdate()
  await rewrite(id, { headline: 'A bridge is half built' })
  expect(await atDesk(id)).toMatchObject({ isDraft: true, update: { goesLiveAt: atOne } })
  await goLiveUpdates(atOne)
  expect(await headlineOf(id)).toBe('A bridge is begun')
  expect((await nowAt(id)).content.headline).toBe('A bridge is half built')
})

test('an update is changed before it goes live, at the time it had or at another', async () => {
  const id = await givenUpdate()
  await rewrite(id, { headline: 'A bridge is half built' })
  expect(await givenPublication(editor, id, { when: { move: 'update' } })).toMatchObject({ at: atOne })
  await rewrite(id, { dateline: 'Kerava' })
  const later = minutesAfterNoon(90)
  await givenPublication(editor, id, { when: { move: 'schedule', at: later } })
  expect(await goLiveUpdates(atOne)).not.toContain(id)
  expect(await goLiveUpdates(later)).toContain(id)
  expect(await findArticle(id, later)).toMatchObject({
    article: { headline: 'A bridge is half built', dateline: 'Kerava', versionCount: 2 },
  })
})

test('an update that is called back is a draft again, and does not go live', async () => {
  const id = await givenUpdate()
  expect(await move(id, 'cancel-later')).toMatchObject({ ok: true })
  expect(await goLiveUpdates(atOne)).not.toContain(id)
  expect(await atDesk(id)).toMatchObject({
    isDraft: true,
    update: null,
    content: { headline: 'A bridge is begun' },
  })
  expect(await move(id, 'cancel-later')).toMatchObject({ error: 'not-from-here' })
})

test('of calling back and going live at the same moment one happens, whole', async () => {
  const id = await givenUpdate()
  const [called, live] = await Promise.all([move(id, 'cancel-later'), goLiveUpdates(atOne)])
  expect(live.includes(id)).toBe(!called.ok)
  expect(await headlineOf(id)).toBe(called.ok ? 'A bridge is planned' : 'A bridge is begun')
  expect((await nowAt(id)).content.headline).toBe('A bridge is begun')
})

test('giving up what was written on it leaves what waits; calling back leaves what was written on it', async () => {
  const id = await givenUpdate()
  await rewrite(id, { headline: 'Never mind' })
  const { base } = await nowAt(id)
  expect(await discardDraft(editor, { articleId: id, base }, noon)).toMatchObject({ ok: true })
  expect((await nowAt(id)).content.headline).toBe('A bridge is begun')
  await rewrite(id, { headline: 'A bridge is half built' })
  await move(id, 'cancel-later')
  expect((await nowAt(id)).content.headline).toBe('A bridge is half built')
})

test('what is published at once takes the place of what waited', async () => {
  const id = await givenUpdate()
  await rewrite(id, { headline: 'A bridge is half built' })
  expect(await givenPublication(editor, id)).toMatchObject({ version: 2 })
  expect(await goLiveUpdates(atOne)).not.toContain(id)
  expect([await headlineOf(id), await waiting(id)]).toEqual(['A bridge is half built', null])
})

test.each(['withdraw', 'unpublish', 'block'] as const)(
  'of an article that is taken back (%s) no update goes live, and what it said is a draft',
  async (name) => {
    const id = await givenUpdate()
    expect(await move(id, name, 'A notice')).toMatchObject({ ok: true })
    expect([await goLiveUpdates(atOne), await goLive(atOne)].flat()).not.toContain(id)
    expect(await atDesk(id)).toMatchObject({ isDraft: true, content: { headline: 'A bridge is begun' } })
  },
)

test('under a legal hold an update waits, and goes live when the hold is over', async () => {
  const id = await givenUpdate()
  await move(id, 'hold', 'A claim was made')
  expect(await goLiveUpdates(atOne)).not.toContain(id)
  await move(id, 'release')
  expect(await goLiveUpdates(atOne)).toContain(id)
})

test('an update waits for somebody who knows the law, too', async () => {
  const id = await givenUpdate()
  await flagArticle(editor, { articleId: id, on: true }, noon)
  expect(await goLiveUpdates(atOne)).not.toContain(id)
  await flagArticle(administrator, { articleId: id, on: false }, noon)
  expect(await goLiveUpdates(atOne)).toContain(id)
})

test('a correction of what is public is in the update, too, when it goes live', async () => {
  const { id } = await givenDraft(editor)
  await givenPublication(editor, id)
  await rewrite(id, { dateline: 'Kerava' })
  await givenPublication(editor, id, schedule)
  await corrected(id, 'A bridge is not planned')
  expect(await goLiveUpdates(atOne)).toContain(id)
  expect(await findArticle(id, atOne)).toMatchObject({
    article: { headline: 'A bridge is not planned', dateline: 'Kerava', versionCount: 3 },
  })
})

test('a correction in the very place keeps the update from going live: somebody chooses first', async () => {
  const id = await givenUpdate()
  await corrected(id, 'A bridge is not planned')
  expect(await goLiveUpdates(atOne)).not.toContain(id)
  expect(await headlineOf(id)).toBe('A bridge is not planned')
  expect(await atDesk(id)).toMatchObject({
    isDraft: true,
    update: { problem: 'collides' },
    content: { headline: 'A bridge is begun' },
    asides: [{ place: 'headline', aside: 'A bridge is not planned' }],
  })
  // Given up, the article is as readers have it: nothing that was put right is undone.
  const { base } = await nowAt(id)
  await discardDraft(editor, { articleId: id, base }, noon)
  expect(await atDesk(id)).toMatchObject({
    isDraft: false,
    update: null,
    content: { headline: 'A bridge is not planned' },
  })
})

test('what a wire sent meanwhile is put together with the update at its time, or keeps it from going live', async () => {
  const sent = (id: number, headline: string, dateline: string) => {
    const text = { standfirst: 'It will stand.', tags: [], picture: null, body: fromParagraphs(['New.']) }
    return reviseArticle(id, { ...text, headline, dateline }, { reason: 'wire' }, minutesAfterNoon(30))
  }
  const [together, colliding] = [await givenUpdate(), await givenUpdate()]
  await sent(together, 'A bridge is planned', 'Kerava')
  await sent(colliding, 'A bridge is forbidden', 'Kerava')
  const live = await goLiveUpdates(atOne)
  expect([live.includes(together), live.includes(colliding)]).toEqual([true, false])
  expect(await findArticle(together, atOne)).toMatchObject({
    article: { headline: 'A bridge is begun', dateline: 'Kerava' },
  })
  expect(await atDesk(colliding)).toMatchObject({
    update: { problem: 'collides' },
    asides: [{ place: 'headline', aside: 'A bridge is forbidden' }],
  })
})

test('what stands in a section that is gone by then waits for somebody, and the log says so', async () => {
  await db().section.create({ data: { slug: 'gone', name: 'Gone', position: 77 }, select: { id: true } })
  const { id } = await givenDraft(editor)
  await givenPublication(editor, id)
  await rewrite(id, { section: 'gone' })
  await givenPublication(editor, id, schedule)
  await db().section.update({ where: { slug: 'gone' }, data: { slug: 'moved-on' }, select: { id: true } })
  expect(await goLiveUpdates(atOne)).not.toContain(id)
  expect(await goLiveUpdates(atOne)).not.toContain(id)
  expect(await atDesk(id)).toMatchObject({ isDraft: true, update: { problem: 'unknown-section' } })
  const stopped = { articleId: id, kind: 'update-stopped-by-rule' }
  expect(await db().staffAction.count({ where: stopped })).toBe(1)
})

test('what is under embargo is given out as it will be; what is only scheduled is not, and neither is once it is public', async () => {
  const delivery = (articleId: number) => findPreview({ articleId, kind: 'delivery' })
  const id = await givenUpdate('Under embargo', { when: { move: 'embargo', at: atOne } })
  await rewrite(id, { headline: 'Among ourselves' })
  expect(await delivery(id)).toMatchObject({ headline: 'Under embargo', embargoedUntil: atOne })
  expect(await delivery(await givenUpdate())).toBeNull()
  await goLiveUpdates(atOne)
  expect(await delivery(id)).toBeNull()
})

test('an update has its note, its kind and a time ahead', async () => {
  const { id } = await givenDraft(editor)
  await givenPublication(editor, id)
  await rewrite(id, { headline: 'A bridge is not planned' })
  const { base } = await nowAt(id)
  const ask = (over: object) => publishDraft(editor, id, { base, reason: '', ...schedule, ...over }, noon)
  expect(await ask({ kind: 'correction' })).toMatchObject({ error: 'no-note' })
  expect(await ask({ when: { move: 'schedule', at: noon } })).toMatchObject({ error: 'not-ahead' })
  expect(await ask({ when: { move: 'update' } })).toMatchObject({ error: 'not-from-here' })
  expect(await ask({ kind: 'correction', note: 'It is not.', significant: false })).toMatchObject({
    ok: true,
  })
  await goLiveUpdates(atOne)
  expect(await findArticle(id, atOne)).toMatchObject({
    article: { corrections: [{ number: 2, note: 'It is not.', at: atOne }] },
  })
  const update = await db().articleVersion.findFirst({ where: { articleId: id, number: 2 } })
  expect(update).toMatchObject({ significant: false, kind: 'correction', createdById: editor.id })
})

test('the save it was made of outlives the sweep while it waits', async () => {
  const id = await givenUpdate()
  const { revision } = (await waiting(id)) ?? {}
  await sweepDrafts(minutesAfterNoon(60 * 24 * 40))
  const kept = await db().draftRevision.findMany({ where: { articleId: id }, select: { revision: true } })
  expect(kept).toEqual([{ revision }])
})
