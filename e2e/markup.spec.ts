import type { APIRequestContext } from '@playwright/test'
import { publicAddresses } from './addresses'
import { moderationAddresses, newsroomAddresses } from './addresses-desk'
import { doors, readerAddresses } from './addresses-private'
import { refusedRequests, sendPlainly } from './addresses-refused'
import { faultsOf } from './faults'
import { expect, test } from './fixtures'
import { givenArticle } from './newsroom'

test.skip(({ javaScriptEnabled }) => javaScriptEnabled === false, 'no script takes part in it')

test('every public page is HTML without a fault', async ({ request }) => {
  for (const { address, status } of await publicAddresses()) await expectSound(request, address, status)
})

test('so is every page of a reader', async ({ signedIn, request }) => {
  const { request: asReader, reader } = await signedIn()
  const addresses = await readerAddresses(reader)
  for (const { address } of [...doors, ...addresses.filter(isOpenToAll)]) await expectSound(request, address)
  for (const { address } of addresses) await expectSound(asReader, address)
})

test('and so is the desk', async ({ signedIn }) => {
  const editor = await signedIn('editor')
  for (const { address } of [...(await moderationAddresses(editor)), ...(await newsroomAddresses(editor))])
    await expectSound(editor.request, address)
})

test('what is refused is answered with HTML without a fault', async ({ signedIn }) => {
  const { request } = await signedIn('editor')
  for (const refused of refusedRequests((await givenArticle()).id)) {
    const { status, html } = await sendPlainly(request, refused)
    expect([refused.address, status]).toEqual([refused.address, refused.status])
    expect.soft([status, await faultsOf(html)]).toEqual([status, []])
  }
})

/** Whoever is not signed in reads there how to get in. */
function isOpenToAll({ address }: { address: string }): boolean {
  return address.startsWith('/comments/new')
}

async function expectSound(request: APIRequestContext, address: string, status = 200): Promise<void> {
  const answer = await request.get(address)
  expect([address, answer.status()]).toEqual([address, status])
  expect.soft([address, await faultsOf(await answer.text())]).toEqual([address, []])
}
