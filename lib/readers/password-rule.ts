import { dictionary } from '@zxcvbn-ts/language-common'

// Length is what slows guessing; NIST SP 800-63B asks for a list of common ones and no rules of composition.
export const shortestPassword = 12
// Argon2 takes any length; a cap keeps one request from hashing megabytes.
const longestPassword = 256

const list = dictionary['passwords-common'].map(String)
const common = new Set(list)
// Most used first: these are tried with digits behind them, too.
const mostCommon = new Set(list.slice(0, 200))

export type PasswordProblem = 'too-short' | 'too-long' | 'too-common' | 'same-as-email'

/** What is wrong with a new password, if anything. Letters' case does not make a common one uncommon. */
export function passwordProblem(password: string, email: string): PasswordProblem | null {
  if ([...password].length < shortestPassword) return 'too-short'
  if (password.length > longestPassword) return 'too-long'
  const plain = password.toLowerCase()
  if (plain === email || plain === email.split('@')[0]) return 'same-as-email'
  return isCommon(plain) ? 'too-common' : null
}

function isCommon(plain: string): boolean {
  if (common.has(plain) || mostCommon.has(plain.replace(/\d+$/, ''))) return true
  // "passwordpassword", "aaaaaaaaaaaa", "123123123123": one short unit again and again.
  const unit = /^(.{1,8}?)\1+$/su.exec(plain)?.[1]
  return unit !== undefined && (unit.length <= 4 || common.has(unit))
}
