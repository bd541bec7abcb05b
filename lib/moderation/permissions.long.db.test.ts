import { randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, test } from 'vitest'
import { useTestDatabase } from '@/lib/database/test-database'
import {
  givenArticle,
  givenComment,
  givenModerator,
  givenReader,
  noon,
  readByDesk,
} from '@/lib/database/test-newsroom'
import { db } from '@/lib/db'
import type { Moderator, Viewer } from '@/lib/readers/viewer'
import { Role } from '@/prisma/generated/enums'
import { decide } from './commands'
import { decideMany, rejectAllOf } from './commands-batch'
import { setCheck } from './commands-check-setting'
import { nameExpert } from './commands-expert'
import { adoptList } from './commands-lists'
import { markComment } from './commands-mark'
import { messageReader, noteReader } from './commands-note'
import { redactComment } from './commands-redact'
import { changeRoleOf, signOutReader } from './commands-role'
import { liftSanction, sanctionReader } from './commands-sanction'
import { trustReader } from './commands-trust'
import { undoDecision } from './commands-undo'
import { type DeskAction, denialOf, deskActions } from './permissions'

useTestDatabase()

const roles = Object.values(Role)
const staff = ['moderator', 'editor', 'administrator'] as const

/** Somebody for whom things are done, with a comment of theirs. */
type Person = Viewer & { commentId: number }
type Attempt = (actor: Moderator, person: Person) => Promise<{ ok: boolean; error?: string }>

const sanction =
  (kind: 'warn' | 'review' | 'slow' | 'suspend' | 'ban'): Attempt =>
  (actor, { id: readerId }) => {
    const until = new Date(noon.getTime() + 86_400_000)
    return sanctionReader(actor, { readerId, kind, reason: 'spam', words: null, until, minutes: 5 }, noon)
  }

const commands: [DeskAction, Attempt][] = [
  [
    'approve',
    async (actor, { commentId }) =>
      decide(actor, { ...(await readByDesk(commentId)), move: 'approve' }, noon),
  ],
  [
    'reject',
    async (actor, { commentId }) =>
      decide(actor, { ...(await readByDesk(commentId)), move: 'reject', reason: 'spam' }, noon),
  ],
  [
    'undo',
    async (actor, { commentId }) =>
      undoDecision(actor, { commentId, seen: (await readByDesk(commentId)).seen }, noon),
  ],
  ['mark', (actor, { commentId }) => markComment(actor, { commentId, mark: 'pick', on: true }, noon)],
  [
    'redact',
    async (actor, { commentId }) => {
      const what = { passage: 'thought', mark: '[…]', reason: 'spam', note: null } as const
      return redactComment(actor, { ...(await readByDesk(commentId)), ...what }, noon)
    },
  ],
  ['warn', sanction('warn')],
  ['review', sanction('review')],
  ['slow', sanction('slow')],
  ['suspend', sanction('suspend')],
  ['ban', sanction('ban')],
  [
    'lift',
    async (actor, { id: readerId }) => {
      const { id: sanctionId } = await db().sanction.create({
        data: { readerId, kind: 'warn', reason: 'spam' },
        select: { id: true },
      })
      return liftSanction(actor, { readerId, sanctionId }, noon)
    },
  ],
  ['note', (actor, { id: readerId }) => noteReader(actor, { readerId, text: 'Seen before.' }, noon)],
  ['message', (actor, { id: readerId }) => messageReader(actor, { readerId, text: 'Hello.' }, noon)],
  ['trust', (actor, { id: readerId }) => trustReader(actor, { readerId, on: true }, noon)],
  ['name-expert', (actor, { id: readerId }) => nameExpert(actor, { readerId, expertise: 'Doctor' }, noon)],
  ['sign-out-everywhere', (actor, { id: readerId }) => signOutReader(actor, { readerId }, noon)],
  [
    'change-role',
    (actor, { id: readerId }) => changeRoleOf(actor, { readerId, role: 'reader', sections: [] }, noon),
  ],
]

test('every action about somebody has its command here, but for appeals, which are judged elsewhere', () => {
  const somebodys = deskActions.filter((action) =>
    denialOf(action, { id: 1, role: 'administrator', isHere: true }, { id: 1, role: 'reader' }),
  )
  expect(commands.map(([action]) => action).sort()).toEqual(
    somebodys.filter((action) => action !== 'judge-appeal').sort(),
  )
})

let article = { id: 0 }
let elsewhere = { id: 0 }

beforeAll(async () => {
  article = await givenArticle()
  elsewhere = await db().section.create({
    data: { slug: 'elsewhere', name: 'Elsewhere', position: 9 },
    select: { id: true },
  })
})

async function person(role: Role): Promise<Person> {
  const reader = await givenReader(role)
  // Held or public, whoever wrote it: what the command itself would say to that is not asked here.
  const { id: commentId } = await givenComment(reader, { articleId: article.id })
  return { ...reader, commentId }
}

/** Everybody is asked as if they were at the desk: the guard at the door may have read them a moment earlier. */
const asActor = (viewer: Viewer): Moderator => ({ ...viewer, role: 'administrator', banned: false })

describe.each(commands)('%s', (action, attempt) => {
  test.each(roles)('by a %s goes by the table, about others and oneself', async (role) => {
    for (const theirs of roles) {
      const [actor, about] = [await givenReader(role, 'Ines'), await person(theirs)]
      const outcome = await attempt(asActor(actor), about)
      const denial = denialOf(action, { id: actor.id, role, isHere: true }, { id: about.id, role: theirs })
      expectAsTable(outcome, role, denial)
    }
    const me = await person(role)
    const outcome = await attempt(asActor(me), me)
    expectAsTable(outcome, role, denialOf(action, { ...me, isHere: true }, me))
  })

  test('by a moderator of another section goes by the table, too', async () => {
    const [actor, about] = [await givenModerator(), await person('reader')]
    await db().moderatorSection.create({ data: { readerId: actor.id, sectionId: elsewhere.id } })
    const denial = denialOf(action, { ...actor, isHere: false }, about)
    expectAsTable(await attempt(actor, about), 'moderator', denial)
    const { sectionId } = await db().article.findUniqueOrThrow({ where: { id: article.id } })
    await db().moderatorSection.create({ data: { readerId: actor.id, sectionId } })
    expectAsTable(
      await attempt(actor, await person('reader')),
      'moderator',
      denialOf(action, { ...actor, isHere: true }, about),
    )
  })
})

function expectAsTable(outcome: { ok: boolean; error?: string }, role: Role, denial: string | null): void {
  const denials = ['not-a-moderator', 'not-your-role', 'own', 'not-your-junior', 'not-your-section']
  const refusal = denials.includes(outcome.error ?? '') ? outcome.error : null
  expect(refusal).toBe(role === 'reader' ? 'not-a-moderator' : denial)
}

test.each(staff)('the lists are adopted by a %s as the table says', async (role) => {
  const actor = await givenModerator('Ines', role)
  const adopted = await adoptList(actor, { id: 1, inForce: null }, noon)
  expect(adopted).toMatchObject({ error: role === 'moderator' ? 'not-an-editor' : 'no-list' })
})

test.each(staff)('what a failing check does is set by a %s as the table says', async (role) => {
  const set = await setCheck(await givenModerator('Ines', role), { check: 'links', onFailure: 'hold' }, noon)
  expect(set).toMatchObject(role === 'moderator' ? { error: 'not-your-role' } : { ok: true })
})

test('of many decided at once those that are not theirs are left as they stand; all of a senior’s are refused', async () => {
  const actor = await givenModerator()
  await db().moderatorSection.create({ data: { readerId: actor.id, sectionId: elsewhere.id } })
  const [limited, reader, editor] = [actor, await person('reader'), await person('editor')]
  const read = await Promise.all([reader, editor].map(({ commentId }) => readByDesk(commentId)))
  const batch = { comments: read, note: null, move: 'reject', reason: 'spam' } as const
  expect(await decideMany(limited, batch, noon)).toMatchObject({ error: 'nothing-to-decide' })
  expect(await decideMany(await givenModerator(), batch, noon)).toMatchObject({
    value: { decided: [reader.commentId], left: [editor.commentId] },
  })
  const all = { reason: 'spam', note: null } as const
  expect(await rejectAllOf(actor, { readerId: editor.id, ...all }, noon)).toMatchObject({
    error: 'not-your-junior',
  })
  expect(await rejectAllOf(actor, { readerId: actor.id, ...all }, noon)).toMatchObject({ error: 'own' })
  const other = await person('reader')
  expect(await rejectAllOf(limited, { readerId: other.id, ...all }, noon)).toMatchObject({
    error: 'nothing-to-decide',
  })
})

test('of two administrators who demote each other at once one remains, and nobody demotes themselves', async () => {
  const [one, two] = [
    await givenModerator(`One ${randomUUID()}`, 'administrator'),
    await givenModerator(`Two ${randomUUID()}`, 'administrator'),
  ]
  const demote = (by: Moderator, whom: Moderator) =>
    changeRoleOf(by, { readerId: whom.id, role: 'reader', sections: [] }, noon)
  const outcomes = await Promise.all([demote(one, two), demote(two, one)])
  expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1)
  expect(outcomes.find(({ ok }) => !ok)).toMatchObject({ error: 'not-a-moderator' })
  const last = await db().reader.findFirstOrThrow({
    where: { id: { in: [one.id, two.id] }, role: 'administrator' },
    select: { id: true },
  })
  const self = last.id === one.id ? one : two
  expect(await demote(self, self)).toMatchObject({ error: 'own' })
})

test('a role and its sections change together, and stand in the log once', async () => {
  const [chief, reader] = [await givenModerator('Chief', 'administrator'), await givenReader()]
  const give = (role: Role, sections: number[]) =>
    changeRoleOf(chief, { readerId: reader.id, role, sections }, noon)
  expect(await give('moderator', [elsewhere.id, elsewhere.id])).toMatchObject({ ok: true })
  expect(await give('moderator', [elsewhere.id])).toMatchObject({ ok: true })
  expect(await give('moderator', [999_999])).toMatchObject({ error: 'no-section' })
  expect(await db().moderatorSection.count({ where: { readerId: reader.id } })).toBe(1)
  expect(await give('editor', [elsewhere.id])).toMatchObject({ ok: true })
  expect(await db().moderatorSection.count({ where: { readerId: reader.id } })).toBe(0)
  const actions = await db().staffAction.findMany({ where: { readerId: reader.id }, orderBy: { id: 'asc' } })
  expect(actions.map(({ kind, detail }) => [kind, detail])).toMatchObject([
    ['role-changed', { from: 'reader', to: 'moderator' }],
    ['role-changed', { from: 'moderator', to: 'editor' }],
  ])
})
