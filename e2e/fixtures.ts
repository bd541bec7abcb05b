import {
  type APIRequestContext,
  type BrowserContext,
  test as base,
  expect,
  type Page,
} from '@playwright/test'
import type { Role } from '@/prisma/generated/enums'
import { type Alarm, createAlarm } from './alarm'
import { enterHouse, type House } from './house'
import { type GivenReader, givenReader } from './newsroom'

/** Somebody in a browser of their own. `request` sends what a program would, with the browser's cookies. */
export type Person = { page: Page; context: BrowserContext; request: APIRequestContext }
export type SignedIn = Person & { reader: GivenReader }

type Journey = {
  alarm: Alarm
  /** A further visitor who is not signed in; `page` is the first. */
  visitor(): Promise<Person>
  /** Somebody signed in, by a session made for them: with a new account unless one is given. */
  signedIn(who?: Role | GivenReader): Promise<SignedIn>
  /** Fails the journey on anything the browser complained of. */
  silence: undefined
}

export const test = base.extend<Journey, { house: House }>({
  house: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixtures' names from the pattern
    async ({}, use) => {
      const house = await enterHouse()
      await use(house)
      await house.close()
    },
    { scope: 'worker', auto: true },
  ],

  baseURL: ({ house }, use) => use(house.url),

  alarm: ({ house, javaScriptEnabled }, use) => use(createAlarm(house.url, javaScriptEnabled ?? true)),

  context: async ({ context, alarm }, use) => {
    await alarm.watch(context)
    await use(context)
  },

  visitor: async ({ browser, alarm, baseURL }, use) => {
    const contexts: BrowserContext[] = []
    await use(async () => {
      const context = await browser.newContext(baseURL ? { baseURL } : {})
      contexts.push(context)
      await alarm.watch(context)
      return { context, page: await context.newPage(), request: context.request }
    })
    for (const context of contexts) await context.close()
  },

  signedIn: async ({ visitor, house }, use) => {
    await use(async (who = 'reader') => {
      const reader = typeof who === 'string' ? await givenReader(who) : who
      const person = await visitor()
      await person.context.addCookies([await house.sessionCookie(reader.id)])
      return { ...person, reader }
    })
  },

  silence: [
    // It needs the browsers, so that it is asked before they are closed.
    async ({ alarm, context: _context, visitor: _visitor }, use) => {
      await use(undefined)
      expect(alarm.faults(), 'what the browser complained of').toEqual([])
    },
    { auto: true },
  ],
})

/** Of a test that opens no page, and so has nothing else to try without scripts. */
export const once = { tag: '@once' }

export { expect }
