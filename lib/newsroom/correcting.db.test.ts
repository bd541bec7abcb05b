import { expect, test } from 'vitest'
import { fromParagraphs } from '@/lib/articles/body'
import { reviseArticle, setState } from '@/lib/articles/commands'
import { findArticle } from '@/lib/articles/queries'
import { listVersions } from '@/lib/articles/queries-versions'
import { useTestDatabase } from '@/lib/database/test-database'
import { givenDraft, givenEditor, givenPublication, nowAt } from '@/lib/database/test-desk'
import {
  givenArticle,
  givenModerator,
  givenReader,
  minutesAfterNoon,
  noon,
} from '@/lib/database/test-newsroom'
import { db } from '@/lib/db'
import { beginCorrection, type CorrectionStart, publishCorrection, writeCorrection } from './commands-correct'
import { dismissError, reportError } from './commands-errors'
import { saveDraft } from './commands-save'
import { findCorrection } from './queries-correction'
import { findAtDesk } from './queries-desk'
import { listOpenErrors } from './queries-errors'

const { pool } = useTestDatabase()

const note = 'It said “stands”; it fell.'
const start = (over: Partial<CorrectionStart> = {}): CorrectionStart => ({
  ...{ kind: 'correction', note, errorIds: [] },
  ...over,
})
const errorIn = (articleId: number, over: Partial<Parameters<typeof reportError>[1]> = {}) => ({
  ...{ articleId, quote: 'It stands.', words: 'It fell in May.', address: '192.0.2.1' },
  ...over,
})

/** A correction whose text is written, ready to be published. */
async function givenText(
  editor: Awaited<ReturnType<typeof givenEditor>>,
  id: number,
  text: string,
  over = {},
) {
  expect(await beginCorrection(editor, id, start(over), noon)).toMatchObject({ ok: true })
  const found = await findCorrection(editor, id)
  const typed = { headline: found?.text.headline ?? '', standfirst: found?.text.standfirst ?? '', text }
  const kept = await writeCorrection(editor, id, { ...typed, base: found?.number ?? 0 }, noon)
  expect(kept).toMatchObject({ ok: true })
}

test('a correction is a version with its note, of which nothing else changed', async () => {
  const [editor, { id }] = [await givenEditor(), await givenArticle()]
  await givenText(editor, id, 'It fell.')
  expect((await findCorrection(editor, id))?.draft?.difference.blocks).toMatchObject([{ kind: 'changed' }])
  expect(await publishCorrection(editor, id, minutesAfterNoon(5))).toMatchObject({ value: { number: 2 } })
  const { versions } = await listVersions(id, { take: 5 })
  expect(versions[0]).toMatchObject({ kind: 'correction', note, text: { headline: 'A bridge is built' } })
  // Its paragraph is still the same one.
  expect(versions[0]?.text.body).toMatchObject([{ id: 'p1', content: [{ text: 'It fell.' }] }])
  expect(await findArticle(id)).toMatchObject({ article: { corrections: [{ kind: 'correction', note }] } })
  const [action] = await db().staffAction.findMany({ where: { articleId: id } })
  expect(action).toMatchObject({ kind: 'article-corrected', actorId: editor.id, note })
  expect(await findCorrection(editor, id)).toMatchObject({ draft: null, number: 2 })
})

test.each(['clarification', 'correction', 'retraction'] as const)(
  'a %s needs its note, here and in the database',
  async (kind) => {
    const [editor, { id }] = [await givenEditor(), await givenArticle()]
    expect(await beginCorrection(editor, id, start({ kind, note: '  ' }), noon)).toMatchObject({
      error: 'no-note',
    })
    await expect(
      pool.query(
        `insert into "CorrectionDraft" ("articleId", "readerId", kind, "errorIds", "baseNumber", headline, text)
         values ($1, $2, '${kind}', '{}', 1, 'H', 'T')`,
        [id, editor.id],
      ),
    ).rejects.toThrow('CorrectionDraft_note')
  },
)

test('a typing error needs no note, but something has to change', async () => {
  const [editor, { id }] = [await givenEditor(), await givenArticle()]
  await givenText(editor, id, 'It stands.', { kind: 'typo', note: '' })
  expect(await publishCorrection(editor, id, noon)).toMatchObject({ error: 'nothing-changed' })
})

test('what was written over an older version is read again first', async () => {
  const [editor, { id }] = [await givenEditor(), await givenArticle()]
  await givenText(editor, id, 'It fell.')
  const text = { headline: 'A bridge is built', standfirst: null, dateline: null, tags: [], picture: null }
  await reviseArticle(id, { ...text, body: fromParagraphs(['It stands well.']) }, { reason: 'x' }, noon)
  expect(await findCorrection(editor, id)).toMatchObject({ draft: { isBehind: true } })
  expect(await publishCorrection(editor, id, noon)).toMatchObject({ error: 'changed-meanwhile' })
})

test('only what is public and under no hold is corrected, by whoever may publish', async () => {
  const [editor, { id }] = [await givenEditor(), await givenArticle()]
  const moderator = await givenModerator()
  expect(await beginCorrection(moderator, id, start(), noon)).toMatchObject({ error: 'not-your-role' })
  await setState(id, 'blocked')
  expect(await beginCorrection(editor, id, start(), noon)).toMatchObject({ error: 'no-article' })
  expect(await findCorrection(editor, id)).toBeNull()
  const held = await givenArticle()
  await pool.query(`update "Article" set "legalHoldAt" = now(), "legalHoldReason" = 'x' where id = $1`, [
    held.id,
  ])
  expect(await beginCorrection(editor, held.id, start(), noon)).toMatchObject({ error: 'under-hold' })
})

test('a draft of the same article stays a draft, and publishing it does not undo the correction', async () => {
  const editor = await givenEditor()
  const { id } = await givenDraft(editor)
  await givenPublication(editor, id)
  const { base, content } = await nowAt(id)
  const drafted = {
    ...content,
    body: content.body.map((block, index) => (index === 1 ? secret(block) : block)),
  }
  await saveDraft(editor, { articleId: id, base, content: drafted }, noon)
  await givenText(editor, id, 'The council has *not* decided.\n\nIt is to be built.')
  expect(await publishCorrection(editor, id, minutesAfterNoon(9))).toMatchObject({ ok: true })
  const shown = JSON.stringify(await findArticle(id))
  expect(shown).not.toContain('A secret draft')
  expect(shown).toContain('The council has ')
  await givenPublication(editor, id, { kind: 'update' }, minutesAfterNoon(10))
  const after = JSON.stringify(await findArticle(id))
  expect(after).toContain('A secret draft')
  expect(after).toContain('{"text":"not","emphasis":true}')
})

const secret = <T extends object>(block: T) => ({ ...block, content: [{ text: 'A secret draft.' }] })

test('a reported error reaches the desk with its sentence; once it is named in a correction, its reader is thanked', async () => {
  const [editor, { id }, reader] = [await givenEditor(), await givenArticle(), await givenReader()]
  const reported = await reportError(reader, errorIn(id), noon)
  const errorId = reported.ok ? reported.value.id : 0
  expect(await reportError(reader, errorIn(id), noon)).toMatchObject({ value: { id: errorId } })
  const byNobody = await reportError(null, errorIn(id), noon)
  expect(byNobody).toMatchObject({ ok: true })
  const open = await listOpenErrors(editor, { take: 9, articleId: id })
  expect(open).toMatchObject([
    { id: errorId, quote: 'It stands.', words: 'It fell in May.', by: { handle: expect.any(String) } },
    { by: null },
  ])
  await givenText(editor, id, 'It fell.', { errorIds: [errorId] })
  await publishCorrection(editor, id, noon)
  expect(await listOpenErrors(editor, { take: 9, articleId: id })).toMatchObject([{ by: null }])
  const outbox = await db().outbox.findMany({ orderBy: { id: 'asc' }, select: { kind: true, payload: true } })
  const mine = outbox.filter(
    ({ payload }) =>
      JSON.stringify(payload).includes(`"articleId": ${id}`) ||
      JSON.stringify(payload).includes(`"articleId":${id}`),
  )
  expect(mine).toMatchObject([
    { kind: 'error-reported', payload: { errorId } },
    { kind: 'error-reported' },
    { kind: 'error-corrected', payload: { errorId, readerId: reader.id } },
  ])
  const { versions } = await listVersions(id, { take: 5 })
  expect(versions.map(({ thanksReader }) => thanksReader)).toEqual([true, false])
})

test('whoever writes an article sees at the desk what was reported in it, until it is settled', async () => {
  const editor = await givenEditor()
  const [{ id }, other] = [await givenArticle(), await givenArticle()]
  const author = await db().author.create({
    data: { slug: `reported-${id}`, name: 'Mara Lind', readerId: editor.id },
    select: { id: true },
  })
  await db().byline.create({ data: { articleId: id, authorId: author.id, position: 9 } })
  await reportError(null, errorIn(id, { address: '192.0.2.77' }), noon)
  await reportError(null, errorIn(other.id, { address: '192.0.2.77' }), noon)
  const waiting = async () => ({
    mine: (await listOpenErrors(editor, { take: 99, mine: true })).map(({ article }) => article.id),
    here: (await findAtDesk({ ...editor, role: 'editor' }, id, noon))?.openErrors,
  })
  expect(await waiting()).toEqual({ mine: [id], here: 1 })
  expect(await listOpenErrors(await givenEditor(), { take: 99, mine: true })).toEqual([])
  const [report] = await listOpenErrors(editor, { take: 9, articleId: id })
  expect(await dismissError(editor, report?.id ?? 0, noon)).toMatchObject({ ok: true })
  expect(await waiting()).toEqual({ mine: [], here: 0 })
})

test('a report has to name words of an article that anyone may read', async () => {
  const { id } = await givenArticle()
  expect(await reportError(null, errorIn(id, { quote: 'It flies.' }), noon)).toMatchObject({
    error: 'no-passage',
  })
  expect(await reportError(null, errorIn(id, { words: ' ' }), noon)).toMatchObject({ error: 'blank' })
  expect(await reportError({ ...(await givenReader()), banned: true }, errorIn(id), noon)).toMatchObject({
    error: 'banned',
  })
  await setState(id, 'withdrawn')
  expect(await reportError(null, errorIn(id), noon)).toMatchObject({ error: 'no-article' })
})

test('an error that is none is put aside once, by an editor, and stands in the log', async () => {
  const [editor, { id }] = [await givenEditor(), await givenArticle()]
  const reported = await reportError(null, errorIn(id), noon)
  const errorId = reported.ok ? reported.value.id : 0
  expect(await dismissError(await givenModerator(), errorId, noon)).toMatchObject({ error: 'not-your-role' })
  expect(await dismissError(editor, errorId, noon)).toMatchObject({ ok: true })
  expect(await dismissError(editor, errorId, noon)).toMatchObject({ error: 'settled-before' })
  expect(await dismissError(editor, 999_999, noon)).toMatchObject({ error: 'no-report' })
  const [action] = await db().staffAction.findMany({ where: { articleId: id } })
  expect(action).toMatchObject({ kind: 'error-dismissed', actorId: editor.id })
})
