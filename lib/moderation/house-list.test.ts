import { expect, test } from 'vitest'
import { changesBetween, entriesOf, hostOfLine, longestEntry, problemsOf } from './house-list'

test('entries stand one a line: trimmed, without blanks, each once, in their order', () => {
  expect(entriesOf('  free   money \r\n\n buy now\nfree money\n')).toEqual(['free money', 'buy now'])
  expect(entriesOf(' \n\t')).toEqual([])
})

test.each([
  ['shop.example', 'shop.example'],
  ['https://www.Shop.example/path?q#x', 'shop.example'],
  ['*.shop.example', 'shop.example'],
  ['shop.example:8080', 'shop.example'],
  ['münchen.example', 'xn--mnchen-3ya.example'],
  ['shop.example.', 'shop.example'],
  ['example', null],
  ['', null],
  ['two words.example', null],
  ['*', null],
  ['[::1]', null],
])('%s is the host %s', (line, host) => {
  expect(hostOfLine(line)).toBe(host)
})

test('what no list can hold is told by its line', () => {
  const long = 'a'.repeat(longestEntry + 1)
  const hosts = { deniedHosts: ['shop.example', 'no host'], allowedHosts: ['neither this'] }
  expect(problemsOf({ words: ['fine', '*', long], ...hosts })).toEqual([
    { problem: 'too-long', line: long },
    { problem: 'blank-word', line: '*' },
    { problem: 'no-host', line: 'no host' },
    { problem: 'no-host', line: 'neither this' },
  ])
  expect(problemsOf({ words: ['🤡', 'c++'], deniedHosts: [], allowedHosts: [] })).toEqual([])
})

test('changes are what one list has and the other has not', () => {
  const before = { words: ['one', 'two'], deniedHosts: ['a.example'], allowedHosts: [] }
  const after = { words: ['two', 'three'], deniedHosts: ['b.example'], allowedHosts: ['a.example'] }
  expect(changesBetween(before, after)).toEqual({
    ...{ added: ['three', 'b.example'], removed: ['one', 'a.example'] },
    ...{ allowed: ['a.example'], noLongerAllowed: [] },
  })
})
