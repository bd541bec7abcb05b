import type { Page, Route } from '@playwright/test'
import { givenDraft, nowAt } from '@/lib/database/test-desk'
import { isModerator } from '@/lib/readers/viewer'
import { expect, type SignedIn, test } from './fixtures'
import { givenArticle, givenReader, oneOfAKind } from './newsroom'

async function givenDraftOf({ reader }: SignedIn): Promise<string> {
  if (!isModerator(reader)) throw new Error('not an editor')
  const { id } = await givenDraft(reader, { headline: oneOfAKind() }, new Date())
  return `/admin/articles/${id}`
}

const idIn = (address: string) => Number(address.split('/').at(-1))
const headline = (page: Page) => page.getByRole('textbox', { name: 'Headline', exact: true })
const body = (page: Page) => page.getByRole('textbox', { name: 'Body', exact: true })
const kept = (page: Page) => page.getByText(/^Saved \d/)

/** The page's program has come: the editor stands where the textarea was. */
async function open(page: Page, address: string): Promise<void> {
  await page.goto(address)
  await expect(page.getByRole('toolbar')).toBeVisible()
}

test('what is typed is saved without a button', async ({ signedIn }) => {
  const editor = await signedIn('editor')
  const address = await givenDraftOf(editor)
  const text = oneOfAKind()
  await open(editor.page, address)
  await headline(editor.page).fill(text)
  await expect(kept(editor.page)).toBeVisible()
  await editor.page.goto(address)
  await expect(headline(editor.page)).toHaveValue(text)
})

test('what is typed and taken out again leaves nothing to be saved, and the page says so', async ({
  signedIn,
}) => {
  const editor = await signedIn('editor')
  await open(editor.page, await givenDraftOf(editor))
  const everything = editor.page.getByText('Everything is saved.')
  await expect(everything).toBeVisible()
  await headline(editor.page).press('End')
  await editor.page.keyboard.type('x')
  await editor.page.keyboard.press('Backspace')
  await expect(everything).toBeVisible()
})

test('a link that is followed in the moment after a key leaves nothing behind', async ({ signedIn }) => {
  const editor = await signedIn('editor')
  const address = await givenDraftOf(editor)
  const text = oneOfAKind()
  await open(editor.page, address)
  await headline(editor.page).fill(text)
  await editor.page.getByRole('link', { name: 'Pictures' }).click()
  await editor.page.waitForURL('**/admin/pictures')
  expect((await nowAt(idIn(address))).content.headline).toBe(text)
})

test('what is typed before the page’s program has come stays, and is saved without a further key', async ({
  signedIn,
}) => {
  const editor = await signedIn('editor')
  const { page } = editor
  const address = await givenDraftOf(editor)
  const held = hold()
  await page.route('**/_next/static/**/*.js', async (route) => {
    await held.until
    await route.continue()
  })
  await page.goto(address, { waitUntil: 'commit' })
  const [title, text] = [oneOfAKind(), oneOfAKind()]
  await headline(page).fill(title)
  await page.getByRole('textbox', { name: 'Body' }).fill(text)
  held.end()
  await expect(page.getByRole('toolbar')).toBeVisible()
  await expect(headline(page)).toHaveValue(title)
  await expect(page.getByRole('textbox', { name: 'Body' })).toContainText(text)
  await expect(kept(page)).toBeVisible()
  await page.unroute('**/_next/static/**/*.js')
  await open(page, address)
  await expect(headline(page)).toHaveValue(title)
  await expect(page.getByRole('textbox', { name: 'Body' })).toContainText(text)
})

test('what is typed before the editor has come stands once, also when its button is pressed while it is being saved', async ({
  signedIn,
}) => {
  const editor = await signedIn('editor')
  const { page } = editor
  const address = await givenDraftOf(editor)
  const [text, held] = [oneOfAKind(), hold()]
  await page.route('**/_next/static/**/*.js', async (route) => {
    await held.until
    await route.continue()
  })
  await page.goto(address, { waitUntil: 'commit' })
  await page.getByRole('textbox', { name: 'Body' }).fill(text)
  // The site takes what is saved by itself, and nobody hears that it did.
  const taken = hold()
  await page.route('**/draft', async (route) => {
    if (route.request().isNavigationRequest()) return route.continue()
    await route.fetch()
    taken.end()
    await route.abort('aborted')
  })
  held.end()
  await taken.until
  await page.getByRole('button', { name: 'Save draft' }).click()
  await expect(page.getByText('Saved.', { exact: true })).toBeVisible()
  const { content } = await nowAt(idIn(address))
  expect(JSON.stringify(content.body).split(text)).toHaveLength(2)
})

function hold(): { until: Promise<void>; end: () => void } {
  let end = () => {}
  const until = new Promise<void>((resolve) => {
    end = resolve
  })
  return { until, end }
}

test('what the site could not take comes back on the device, for whoever typed it and nobody else', async ({
  signedIn,
  alarm,
}) => {
  const editor = await signedIn('editor')
  const address = await givenDraftOf(editor)
  const text = oneOfAKind()
  alarm.expectRefusal(`/api${address}/draft`, 503)
  // It is sent again after a while, and when the page is hidden.
  await refusedOnce(editor.page, (route) => route.fulfill({ status: 503 }))
  await open(editor.page, address)
  await headline(editor.page).fill(text)
  await expect(editor.page.getByText(/The site does not answer/)).toBeVisible()
  await editor.page.close()
  const page = await editor.context.newPage()
  await open(page, address)
  await expect(headline(page)).toHaveValue(text)
  await expect.poll(async () => (await nowAt(idIn(address))).content.headline).toBe(text)
})

test('what is typed after signing out elsewhere, on a page that then crashes, is there for whoever typed it, and for nobody else', async ({
  signedIn,
  house,
  alarm,
}) => {
  const [editor, next] = [await signedIn('editor'), await givenReader('editor')]
  const address = await givenDraftOf(editor)
  const { content } = await nowAt(idIn(address))
  const text = oneOfAKind()
  await open(editor.page, address)
  await editor.context.clearCookies()
  alarm.expectRefusal(`/api${address}/draft`, 401)
  await refusedOnce(editor.page)
  await headline(editor.page).fill(text)
  await expect(editor.page.getByText(/You are signed out/)).toBeVisible()
  const crashed = editor.page.waitForEvent('crash')
  // It never answers: there is nobody any more.
  editor.page.goto('chrome://crash').catch(() => undefined)
  await crashed

  const openAs = async (id: number) => {
    await editor.context.addCookies([await house.sessionCookie(id)])
    const page = await editor.context.newPage()
    await open(page, address)
    return page
  }
  await expect(headline(await openAs(next.id))).toHaveValue(content.headline)
  await expect(headline(await openAs(editor.reader.id))).toHaveValue(text)
  await expect.poll(async () => (await nowAt(idIn(address))).content.headline).toBe(text)
})

test('a second page of the same person takes nothing from the first, and forgets nothing that one has not sent', async ({
  signedIn,
}) => {
  const editor = await signedIn('editor')
  const address = await givenDraftOf(editor)
  const [title, standfirst] = [oneOfAKind(), oneOfAKind()]
  const lines = (page: Page) => page.getByRole('textbox', { name: 'Standfirst', exact: true })
  await open(editor.page, address)
  await editor.page.route('**/draft', (route) => route.abort('aborted'))
  await headline(editor.page).fill(title)
  await expect(editor.page.getByText(/The site does not answer/)).toBeVisible()

  const second = await editor.context.newPage()
  await open(second, address)
  await lines(second).fill(standfirst)
  await expect(kept(second)).toBeVisible()
  await expect(headline(second)).not.toHaveValue(title)
  await editor.page.close()

  const third = await editor.context.newPage()
  await open(third, address)
  await expect(headline(third)).toHaveValue(title)
  await expect(lines(third)).toHaveValue(standfirst)
  await expect
    .poll(async () => (await nowAt(idIn(address))).content)
    .toMatchObject({ headline: title, standfirst })
})

test('the text of a correction is there again after its page was gone, until it is sent or discarded', async ({
  signedIn,
}) => {
  const [editor, article] = [await signedIn('editor'), await givenArticle()]
  const address = `/admin/articles/${article.id}/correct`
  const write = async (words: string) => {
    await body(editor.page).getByText('Nobody fell.').click()
    await editor.page.keyboard.press('End')
    // All at once, so that what is kept by the time it is said is all of it.
    await editor.page.keyboard.insertText(` ${words}`)
    await expect(editor.page.getByText('What you type is kept on this device.')).toBeVisible()
  }
  await editor.page.goto(address)
  await editor.page.getByRole('radio', { name: /^Typ/ }).check()
  await editor.page.getByRole('button', { name: 'On to the text' }).click()
  await expect(editor.page.getByRole('toolbar')).toBeVisible()
  await write('So they say.')
  await open(editor.page, `${address}?step=text`)
  await expect(body(editor.page)).toContainText('Nobody fell. So they say.')
  const again = editor.page.waitForEvent('load')
  await editor.page.getByRole('button', { name: 'Discard it' }).click()
  await again
  await expect(editor.page.getByRole('toolbar')).toBeVisible()
  await expect(body(editor.page)).not.toContainText('So they say.')

  await write('They do say so.')
  await open(editor.page, `${address}?step=text`)
  await editor.page.getByRole('button', { name: 'See what changes' }).click()
  await expect(editor.page.getByRole('insertion')).toContainText('They do say so.')
  await editor.page.getByRole('button', { name: 'Throw it away' }).click()
  await editor.page.getByRole('radio', { name: /^Typ/ }).check()
  await editor.page.getByRole('button', { name: 'On to the text' }).click()
  await expect(editor.page.getByRole('toolbar')).toBeVisible()
  await expect(body(editor.page)).not.toContainText('They do say so.')
})

/** The site answers one save; what is sent after it goes nowhere. */
async function refusedOnce(
  page: Page,
  answer: (route: Route) => Promise<void> = (route) => route.continue(),
) {
  let isRefused = false
  await page.route('**/draft', async (route) => {
    // Left without an answer, it would reach the site when the page is closed.
    if (isRefused) return route.abort('aborted')
    isRefused = true
    await answer(route)
  })
}

test('two people at one article see each other, and choose where both changed the same', async ({
  signedIn,
}) => {
  const [ana, ben] = [await signedIn('editor'), await signedIn('editor')]
  const address = await givenDraftOf(ana)
  await open(ana.page, address)
  await open(ben.page, address)
  const [one, two] = [oneOfAKind(), oneOfAKind()]
  await headline(ana.page).fill(one)
  await expect(kept(ana.page)).toBeVisible()
  await headline(ben.page).fill(two)
  await expect(ben.page.getByText(`Also open: ${ana.reader.name}`)).toBeVisible()
  await ben.page.getByRole('link', { name: 'Somebody changed the same thing. Choose …' }).click()
  const waiting = ben.page.getByRole('region', { name: 'One place waits for a choice' })
  await expect(waiting).toContainText(one)
  await expect(waiting).toContainText(two)
  await waiting.getByRole('button', { name: 'Use the other' }).click()
  await expect(headline(ben.page)).toHaveValue(two)
  await expect(waiting).toBeHidden()
})
