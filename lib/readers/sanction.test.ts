import { expect, test } from 'vitest'
import { SanctionKind } from '@/prisma/generated/enums'
import { isUnderReview, mayNotWrite, sanctionKinds, slowestOf } from './sanction'

const under = (kind: SanctionKind, minutes: number | null = null, id = 1) => ({ id, kind, minutes })

test('a suspension and a ban stop writing, review holds, and the rest does neither', () => {
  expect(sanctionKinds.filter((kind) => mayNotWrite([under(kind, 5)]))).toEqual(['suspend', 'ban'])
  expect(sanctionKinds.filter((kind) => isUnderReview([under(kind, 5)]))).toEqual(['review'])
  expect([mayNotWrite([]), isUnderReview([])]).toEqual([false, false])
})

test('of several that slow somebody the one with the longest wait counts', () => {
  expect(slowestOf([under('slow', 5, 1), under('slow', 30, 2), under('ban', null, 3)])).toEqual({
    id: 2,
    minutes: 30,
  })
  expect(slowestOf([under('review')])).toBeNull()
})

test('every kind has its place from the mildest to the hardest', () => {
  expect([...sanctionKinds].sort()).toEqual(Object.values(SanctionKind).sort())
})
