import { expect, test } from 'vitest'
import { passwordProblem } from './password-rule'

const email = 'ana.marin@example.org'

test.each([
  'a mild and rainy tuesday',
  'Tr1bune-newsroom',
  'четыре слова рядом',
  '🐋🐋🐋🐟🐟🐟🦀🦀🦀🐙🐙🐙 whales',
])('%j will do', (password) => {
  expect(passwordProblem(password, email)).toBeNull()
})

test('eleven characters are too few, twelve are enough', () => {
  expect(passwordProblem('xk4-mfiw-92', email)).toBe('too-short')
  expect(passwordProblem('xk4-mfiw-923', email)).toBeNull()
})

test.each([
  '123456789012',
  'QwertyUiop1234',
  'password1234',
  'PASSWORDPASSWORD',
  'aaaaaaaaaaaa',
  '123123123123',
])('%j is too common', (password) => {
  expect(passwordProblem(password, email)).toBe('too-common')
})

test('one’s own address is no password', () => {
  expect(passwordProblem('Ana.Marin@example.org', email)).toBe('same-as-email')
})

test('a megabyte is refused before it is hashed', () => {
  expect(passwordProblem('long '.repeat(100), email)).toBe('too-long')
})
