import type { Page } from '@playwright/test'
import { moderationAddresses, newsroomAddresses } from './addresses-desk'
import { doors, readerAddresses } from './addresses-private'
import { expect, test } from './fixtures'
import { isLong, type Listed } from './listed'
import { sideBySide } from './side-by-side'

test.beforeEach(() => {
  if (isLong) test.setTimeout(300_000)
})

test('private pages are nobody else’s to keep, and only their own scripts run', async ({
  page: anonymous,
  signedIn,
  javaScriptEnabled,
}) => {
  const [own, editor] = [await signedIn(), await signedIn('editor')]
  const nonces = new Set<string>()
  const look = async (page: Page, { address, atLength }: Listed) => {
    const isWatched = javaScriptEnabled && (isLong || !atLength)
    const answer = await page.goto(address, { waitUntil: isWatched ? 'networkidle' : 'load' })
    const headers = (await answer?.allHeaders()) ?? {}
    expect([address, answer?.status(), headers['cache-control']]).toEqual([address, 200, 'private, no-store'])
    const policy = headers['content-security-policy'] ?? ''
    const [, nonce = ''] = /script-src 'nonce-([^']{20,})' 'strict-dynamic';/.exec(policy) ?? []
    expect(nonce, address).not.toBe('')
    expect(policy, address).not.toContain('unsafe')
    nonces.add(nonce)
    const without = await page.evaluate(
      (nonce) => [...document.scripts].filter((script) => script.nonce !== nonce && script.src === '').length,
      nonce,
    )
    expect([address, without]).toEqual([address, 0])
    await expect(page.getByRole('heading', { level: 1 })).toHaveCount(1)
  }
  const visits = [
    { page: anonymous, list: doors },
    { page: own.page, list: await readerAddresses(own.reader) },
    { page: editor.page, list: await moderationAddresses(editor) },
    { page: editor.page, list: await newsroomAddresses(editor) },
  ]
  for (const { page, list } of visits) await sideBySide(page.context(), list, look)
  expect(nonces.size).toBe(visits.flatMap(({ list }) => list).length)
})
