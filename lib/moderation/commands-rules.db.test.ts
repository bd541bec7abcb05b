import { expect, test } from 'vitest'
import { useTestDatabase } from '@/lib/database/test-database'
import {
  givenArticle,
  givenComment,
  givenModerator,
  givenReader,
  minutesAfterNoon,
  noon,
  readByDesk,
} from '@/lib/database/test-newsroom'
import { db } from '@/lib/db'
import { isModerator, type Moderator } from '@/lib/readers/viewer'
import { decide } from './commands'
import { reportComment } from './commands-report'
import { addRule, placeRule, retireRule, rewordRule } from './commands-rules'
import { listLiveRules, listRuleFiles, reasonSentences, wordingAt } from './queries-rules'
import { firstReasons } from './reasons'

useTestDatabase()

const typed = (title: string) => ({ title, reason: 'It breaks that rule.', text: '' })

test('the house brings the rules that decisions from before name, in force since ever', async () => {
  const codes = (await listLiveRules()).map(({ code }) => code)
  expect(firstReasons.every((code) => codes.includes(code))).toBe(true)
  expect(await wordingAt('insult', new Date('2001-01-01'))).toMatchObject({
    reason: 'It attacks a person instead of arguing.',
    isLive: true,
  })
  expect(await wordingAt('no-such-rule', noon)).toBeNull()
})

test('an editor adds a rule, and comments are refused by it from then on', async () => {
  const [editor, comment] = [await givenEditor(), await givenHeld()]
  const read = { ...(await readByDesk(comment.id)), move: 'reject' } as const
  expect(await decide(editor, { ...read, reason: 'no-riddles' }, noon)).toMatchObject({ error: 'no-reason' })
  const added = await addRule(editor, typed('No riddles.'), noon)
  expect(added).toEqual({ ok: true, value: { code: 'no-riddles' } })
  expect(await decide(editor, { ...read, reason: 'no-riddles' }, noon)).toMatchObject({ ok: true })
  const action = await db().staffAction.findFirst({ where: { kind: 'rule-added', actorId: editor.id } })
  expect(action?.detail).toEqual({ code: 'no-riddles', title: 'No riddles.' })
})

test('adding the same twice at once adds it once', async () => {
  const editor = await givenEditor()
  const outcomes = await Promise.all(
    Array.from({ length: 4 }, () => addRule(editor, typed('No twins.'), noon)),
  )
  expect(outcomes.map((outcome) => outcome.ok && outcome.value.code)).toEqual(new Array(4).fill('no-twins'))
  expect((await listLiveRules()).filter(({ code }) => code.startsWith('no-twins'))).toHaveLength(1)
})

test('a refusal keeps the wording that was in force; the rule says the new one', async () => {
  const editor = await givenEditor()
  const code = await givenRule(editor, 'No shanties.')
  const reworded = { title: 'No songs.', reason: 'It sings.', text: 'Nor verses.' }
  await rewordRule(editor, { code, seen: 1, typed: reworded }, minutesAfterNoon(10))
  expect(await wordingAt(code, minutesAfterNoon(9))).toMatchObject({ title: 'No shanties.' })
  expect(await wordingAt(code, minutesAfterNoon(10))).toMatchObject(reworded)
  expect((await reasonSentences()).get(code)).toBe('It sings.')
  const file = (await listRuleFiles(editor)).find((rule) => rule.code === code)
  expect(file?.wordings.map(({ number, title, by }) => [number, title, by])).toEqual([
    [2, 'No songs.', editor.name],
    [1, 'No shanties.', editor.name],
  ])
})

test('of two who reword at once one wins; the other is told and overwrites nothing', async () => {
  const [one, other] = [await givenEditor(), await givenEditor()]
  const code = await givenRule(one, 'No puns.')
  const outcomes = await Promise.all([
    rewordRule(one, { code, seen: 1, typed: typed('No puns at all.') }, minutesAfterNoon(1)),
    rewordRule(other, { code, seen: 1, typed: typed('Few puns.') }, minutesAfterNoon(1)),
  ])
  expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1)
  expect(outcomes.find(({ ok }) => !ok)).toMatchObject({ error: 'changed-meanwhile' })
})

test('the same words again, or a clock that was put back, make no disorder', async () => {
  const editor = await givenEditor()
  const code = await givenRule(editor, 'No echoes.')
  expect((await rewordRule(editor, { code, seen: 0, typed: typed('No echoes.') }, noon)).ok).toBe(true)
  await rewordRule(editor, { code, seen: 1, typed: typed('No echo.') }, minutesAfterNoon(-60))
  expect(await wordingAt(code, minutesAfterNoon(1))).toMatchObject({ title: 'No echo.' })
  expect(await wordingAt(code, noon)).toMatchObject({ title: 'No echoes.' })
})

test('rules are put in order; a double press moves once', async () => {
  const editor = await givenEditor()
  const [one, two] = [await givenRule(editor, 'Rule of one.'), await givenRule(editor, 'Rule of two.')]
  const order = async () => {
    const codes = (await listLiveRules()).map(({ code }) => code)
    return codes.indexOf(one) < codes.indexOf(two) ? 'one, two' : 'two, one'
  }
  expect(await order()).toBe('one, two')
  for (let press = 0; press < 2; press += 1) {
    await placeRule(editor, { code: two, above: one }, noon)
    expect(await order()).toBe('two, one')
  }
  expect(await placeRule(editor, { code: two, above: 'no-such-rule' }, noon)).toMatchObject({
    error: 'no-rule',
  })
  expect(await db().staffAction.count({ where: { kind: 'rule-moved', actorId: editor.id } })).toBe(1)
})

test('what is retired refuses nothing more, is reported by nobody, and comes back with its order', async () => {
  const [editor, reader, comment] = [await givenEditor(), await givenReader(), await givenHeld()]
  const code = await givenRule(editor, 'No gossip.')
  await retireRule(editor, { code, retired: true }, noon)
  await retireRule(editor, { code, retired: true }, minutesAfterNoon(1))
  expect((await listLiveRules()).map((rule) => rule.code)).not.toContain(code)
  expect(await wordingAt(code, noon)).toMatchObject({ isLive: false })
  const read = await readByDesk(comment.id)
  expect(await decide(editor, { ...read, move: 'reject', reason: code }, noon)).toMatchObject({
    error: 'no-reason',
  })
  await decide(editor, { ...read, move: 'approve' }, noon)
  const report = { commentId: comment.id, revisionId: null, reason: code, note: null }
  expect(await reportComment(reader, report, noon)).toMatchObject({ error: 'no-reason' })
  await retireRule(editor, { code, retired: false }, noon)
  expect((await listLiveRules()).map((rule) => rule.code)).toContain(code)
  expect(await db().staffAction.count({ where: { kind: 'rule-retired', actorId: editor.id } })).toBe(1)
  expect(await retireRule(editor, { code: 'other', retired: true }, noon)).toMatchObject({
    error: 'last-resort',
  })
})

test('moderators change no rule, nor does who is an editor no more; what cannot be a wording is refused', async () => {
  const [moderator, editor] = [await givenModerator(), await givenEditor()]
  const before = await db().ruleWording.count()
  for (const outcome of [
    await addRule(moderator, typed('No editors.'), noon),
    await rewordRule(moderator, { code: 'spam', seen: 1, typed: typed('Spam.') }, noon),
    await placeRule(moderator, { code: 'spam', above: 'insult' }, noon),
    await retireRule(moderator, { code: 'spam', retired: true }, noon),
  ])
    expect(outcome).toMatchObject({ ok: false, error: 'not-an-editor' })
  await db().reader.update({ where: { id: editor.id }, data: { role: 'reader' } })
  expect(await addRule(editor, typed('No readers.'), noon)).toMatchObject({ error: 'not-an-editor' })
  expect(await addRule(await givenEditor(), typed(' '), noon)).toMatchObject({ error: 'blank' })
  expect(await db().ruleWording.count()).toBe(before)
})

test('a change of the library makes the page of rules anew, and nothing else', async () => {
  const version = async () =>
    (await db().topic.findUnique({ where: { name: 'rules' }, select: { version: true } }))?.version ?? 0n
  const [editor, before] = [await givenEditor(), await version()]
  await addRule(editor, typed('No topics.'), noon)
  const after = await version()
  expect(after).toBeGreaterThan(before)
  await addRule(editor, typed(' '), noon)
  expect(await version()).toBe(after)
})

async function givenEditor(): Promise<Moderator> {
  const viewer = await givenReader('editor', 'Edda Quill')
  if (!isModerator(viewer)) throw new Error('not an editor')
  return viewer
}

async function givenRule(editor: Moderator, title: string): Promise<string> {
  const added = await addRule(editor, typed(title), noon)
  if (!added.ok) throw new Error(added.error)
  return added.value.code
}

async function givenHeld() {
  return givenComment(await givenReader(), { articleId: (await givenArticle()).id })
}
