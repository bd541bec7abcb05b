import { expect, test } from 'vitest'
import { runChecks } from './run'

const by = (approvedCount: number, isStaff = false) =>
  runChecks({ normalised: 'a word', author: { approvedCount, isStaff } })

test('a newcomer is held until people approved two comments, and the finding says so', () => {
  expect(by(0)).toMatchObject({
    verdict: 'hold',
    rule: 'newcomer',
    findings: [{ detail: { approved: 0, needed: 2 } }],
  })
  expect(by(1).verdict).toBe('hold')
  expect(by(2)).toMatchObject({ verdict: 'publish', rule: 'checks-passed' })
})

test('staff are published at once', () => {
  expect(by(0, true)).toMatchObject({ verdict: 'publish', rule: 'staff' })
})
