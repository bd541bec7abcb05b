import { expect, test } from 'vitest'
import { findPublicById } from '@/lib/comments/queries'
import { findProfile } from '@/lib/comments/queries-profile'
import { useTestDatabase } from '@/lib/database/test-database'
import { givenArticle, givenComment, givenKnown, givenModerator, noon } from '@/lib/database/test-newsroom'
import { db } from '@/lib/db'
import { nameExpert } from './commands-expert'

useTestDatabase()

test('an editor says beside a name what somebody knows: on all of their comments, in the log, and until it is taken away', async () => {
  const [editor, ana] = [await givenModerator('Ed', 'editor'), await givenKnown('Ana Ice')]
  const { id } = await givenComment(ana, { articleId: (await givenArticle()).id })
  const name = (expertise: string) => nameExpert(editor, { readerId: ana.id, expertise }, noon)
  const shown = async () => (await findPublicById(id))?.author?.expertise
  expect(await shown()).toBeNull()
  const before = await versionOfSite()
  const twice = await Promise.all([name(' Glaciologist '), name('Glaciologist')])
  expect(twice).toEqual([
    { ok: true, value: { expertise: 'Glaciologist' } },
    { ok: true, value: { expertise: 'Glaciologist' } },
  ])
  expect(await shown()).toBe('Glaciologist')
  const { handle } = await db().reader.findUniqueOrThrow({ where: { id: ana.id } })
  expect(await findProfile(handle)).toMatchObject({ expertise: 'Glaciologist' })
  // Every page that may show one of theirs is made anew, and not again for nothing.
  const named = await versionOfSite()
  expect(named).toBeGreaterThan(before)
  await name('Glaciologist')
  expect(await versionOfSite()).toBe(named)
  await name('  ')
  expect(await shown()).toBeNull()
  const actions = await db().staffAction.findMany({ where: { readerId: ana.id }, orderBy: { id: 'asc' } })
  expect(actions.map(({ kind, note, actorId }) => [kind, note, actorId])).toEqual([
    ['expert-named', 'Glaciologist', editor.id],
    ['expert-ended', 'Glaciologist', editor.id],
  ])
})

test('nothing that is no line stands beside a name; nobody says it of themselves, nor moderators of anybody', async () => {
  const [editor, moderator] = [await givenModerator('Ed', 'editor'), await givenModerator()]
  const ana = await givenKnown('Ana Ice')
  const name = (who: typeof editor, readerId: number, expertise = 'Doctor') =>
    nameExpert(who, { readerId, expertise }, noon)
  for (const expertise of ['***', 'Doc\u202etor', 'x'.repeat(61)])
    expect(await name(editor, ana.id, expertise)).toEqual({ ok: false, error: 'bad-title' })
  expect(await name(editor, editor.id)).toMatchObject({ error: 'own' })
  expect(await name(moderator, ana.id)).toMatchObject({ error: 'not-your-role' })
  expect(await name(editor, 2_000_000_000)).toMatchObject({ error: 'no-reader' })
  const known = { expertise: { not: null }, id: { in: [ana.id, editor.id] } }
  expect(await db().reader.count({ where: known })).toBe(0)
})

async function versionOfSite(): Promise<bigint> {
  const topic = await db().topic.findUnique({ where: { name: 'site' } })
  return topic?.version ?? 0n
}
