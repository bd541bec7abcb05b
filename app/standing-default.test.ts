import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { useTestEnv } from '@/lib/test-env'
import { standingDefault } from './standing-default'

const ofCheck = /checked by a service of its own/

describe('what is said of privacy', () => {
  useTestEnv()

  test('names all that stands on a reader’s device', () => {
    const saidOf: Record<string, RegExp> = {
      draft: /texts that you have not sent/,
      visits: /when you last read a conversation/,
      read: /paragraphs of the last fifty articles/,
    }
    const kept = readdirSync('islands')
      .filter((name) => name.endsWith('.ts') && !name.includes('.test.'))
      .flatMap((name) => [...readFileSync(`islands/${name}`, 'utf8').matchAll(/['`]tribune\.(\w+)/g)])
      .map(([, name = '']) => name)
    expect(new Set(kept)).toEqual(new Set(Object.keys(saidOf)))
    for (const sentence of Object.values(saidOf)) expect(standingDefault('privacy').text).toMatch(sentence)
  })

  test.each([
    'votes and reports',
    'what you saved and whom you muted',
    'the errors you told us of',
    'signed in',
    'what followed; moderators may keep notes',
  ])('names what is kept of who writes: %s', (kept) => {
    expect(standingDefault('privacy').text).toContain(kept)
  })

  test('speaks of no check where there is none', () => {
    expect(standingDefault('privacy').text).not.toMatch(ofCheck)
  })
})

describe('what is said of privacy where the newsroom has a check of its own', () => {
  useTestEnv({ CHECK_URL: 'https://check.example/ask', CHECK_SECRET: 'a secret for tests, thirty-two long' })

  test('names it and what it is sent', () => {
    expect(standingDefault('privacy').text).toMatch(ofCheck)
    expect(standingDefault('rules').text).not.toMatch(ofCheck)
  })
})
