import fc from 'fast-check'
import { expect, test } from 'vitest'
import { Role } from '@/prisma/generated/enums'
import { type DeskAction, denialOf, deskActions, isSenior } from './permissions'

const roles = Object.values(Role)
const about = {
  comment: ['approve', 'reject', 'undo', 'mark', 'redact', 'judge-appeal'],
  person: [
    ...['warn', 'review', 'slow', 'suspend', 'ban', 'lift', 'note', 'message'],
    ...['trust', 'name-expert', 'sign-out-everywhere', 'change-role'],
  ],
  article: ['set-article-mode'],
}
const editors = [
  ...['sign-out-everywhere', 'export-log', 'adopt-lists', 'change-reasons', 'set-modes', 'set-checks'],
  ...['name-expert', 'set-questions'],
  ...['read-articles', 'write-article', 'publish-article', 'take-back-article'],
  ...['edit-sections', 'edit-tags', 'edit-authors', 'edit-pages', 'settle-errors', 'arrange-front'],
]
const administrators = ['change-role', 'read-email', 'block-article', 'hold-article', 'override-check']

const me = (role: Role, isHere = true) => ({ id: 1, role, isHere })
const other = (role: Role) => ({ id: 2, role })
const everything = deskActions.flatMap((action) => roles.map((role) => [action, role] as const))

const hasPlace = (action: DeskAction) => [...about.comment, ...about.article].includes(action)

/** The same table, told the other way round: by role. */
function mayTheRole(action: DeskAction, role: Role): boolean {
  if (role === 'reader') return false
  if (administrators.includes(action)) return role === 'administrator'
  return role !== 'moderator' || !editors.includes(action)
}

test.each(everything)('%s by a %s: about nobody it goes by the role alone', (action, role) => {
  expect(denialOf(action, me(role), null)).toBe(mayTheRole(action, role) ? null : 'not-your-role')
})

test.each(everything)('%s by a %s: about readers, equals, seniors and themselves', (action, role) => {
  const isAboutSomebody = [...about.comment, ...about.person].includes(action)
  for (const theirs of roles) {
    const denial = denialOf(action, me(role), other(theirs))
    if (!mayTheRole(action, role)) expect(denial).toBe('not-your-role')
    else if (!isAboutSomebody || role === 'administrator') expect(denial).toBeNull()
    else if (role === 'editor')
      expect(denial).toBe(theirs === 'reader' || theirs === 'moderator' ? null : 'not-your-junior')
    else expect(denial).toBe(theirs === 'reader' ? null : 'not-your-junior')
  }
  const own = denialOf(action, me(role), { id: 1, role })
  if (mayTheRole(action, role)) expect(own).toBe(isAboutSomebody ? 'own' : null)
  else expect(own).toBe('not-your-role')
})

test.each(everything)('%s by a %s: in a section of others', (action, role) => {
  const denial = denialOf(action, me(role, false), other('reader'))
  if (!mayTheRole(action, role)) expect(denial).toBe('not-your-role')
  else expect(denial).toBe(role === 'moderator' && hasPlace(action) ? 'not-your-section' : null)
  if (about.article.includes(action)) expect(denialOf(action, me(role, false), null)).toBe(denial)
})

test('of two people at most one acts on the other, unless both are administrators', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...[...about.comment, ...about.person].map((action) => action as DeskAction)),
      fc.constantFrom(...roles),
      fc.constantFrom(...roles),
      (action, one, two) => {
        const both = [
          denialOf(action, { id: 1, role: one, isHere: true }, { id: 2, role: two }),
          denialOf(action, { id: 2, role: two, isHere: true }, { id: 1, role: one }),
        ]
        if (one !== 'administrator' || two !== 'administrator') expect(both).not.toEqual([null, null])
      },
    ),
  )
})

test('nobody is senior to themselves, and of two roles one at most is to the other', () => {
  for (const one of roles)
    for (const two of roles)
      expect([isSenior(one, two), isSenior(two, one), one === two].filter(Boolean)).toHaveLength(1)
})
