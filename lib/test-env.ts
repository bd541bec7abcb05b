import { afterAll, beforeAll } from 'vitest'
import { readEnv } from './env'
import { shared } from './shared'

/** Gives a test file of rules and markup the settings of a site; afterwards there are those of before. */
export function useTestEnv(variables: Record<string, string> = {}): void {
  const before = shared().env
  beforeAll(() => {
    const read = readEnv({ SITE_URL: 'https://news.example', ...variables })
    if (!read.ok) throw new Error(read.problems.join('\n'))
    shared().env = read.value
  })
  afterAll(() => {
    if (before) shared().env = before
    else Reflect.deleteProperty(shared(), 'env')
  })
}
