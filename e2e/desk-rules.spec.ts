import { db } from '@/lib/db'
import { expect, test } from './fixtures'
import { givenApprovedReader, givenArticle, givenPublished, givenReader, oneOfAKind } from './newsroom'

test('an editor rehearses a word, sees what it would have held, puts it in force, and it holds', async ({
  signedIn,
  baseURL,
}) => {
  const editor = await givenReader('editor')
  const [{ page }, reader] = [await signedIn(editor), await signedIn(await givenApprovedReader())]
  const [article, word] = [await givenArticle(), `plum${oneOfAKind()}`]
  await givenPublished(await givenReader(), article, { body: `A ${word} a day.` })
  await page.goto('/admin/rules')
  await page.getByRole('textbox', { name: 'Words' }).fill(`${word}\n*`)
  await page.getByRole('button', { name: 'Rehearse' }).click()
  const rehearsal = page.getByRole('region', { name: 'What this would have done' })
  await expect(rehearsal).toContainText('“*” has no letter in it.')
  await expect(rehearsal.getByRole('button', { name: 'Put in force' })).toHaveCount(0)
  await expect(page.getByRole('textbox', { name: 'Words' })).toHaveValue(`${word}\n*`)

  await page.getByRole('textbox', { name: 'Words' }).fill(word)
  await page.getByRole('textbox', { name: 'Hosts that hold' }).fill('https://www.Stall.example/')
  await page.getByRole('button', { name: 'Rehearse' }).click()
  await expect(rehearsal).toContainText('it would have held 1.')
  await rehearsal.getByText('Which ones').click()
  await expect(rehearsal.getByRole('link', { name: `A ${word} a day.` })).toBeVisible()
  await expect(page.getByRole('textbox', { name: 'Hosts that hold' })).toHaveValue('stall.example')
  const proposal = page.url()
  await rehearsal.getByRole('button', { name: 'Put in force' }).click()
  await expect(page.getByText('In force: 1 word, 1 host.')).toBeVisible()
  await page.goto(proposal)
  await expect(rehearsal).toContainText('It is what is in force.')

  const answer = await reader.request.post('/api/comments', {
    form: { article: String(article.id), body: `Another ${word.toUpperCase()} for me, and one for you.` },
    headers: { accept: 'application/json', origin: baseURL ?? '' },
  })
  expect(answer.status()).toBe(202)
  // What others write here is not to be held by it.
  await page.getByRole('textbox', { name: 'Words' }).fill('')
  await page.getByRole('textbox', { name: 'Hosts that hold' }).fill('')
  await page.getByRole('button', { name: 'Rehearse' }).click()
  await page.getByRole('button', { name: 'Put in force' }).click()
  await expect(page.getByText('In force: 0 words, 0 hosts.')).toBeVisible()
  await expect(page.getByRole('link', { name: 'Rehearse again' }).first()).toBeVisible()
})

test('a list that is too long comes back whole, with how much of it is too much, and is in force nowhere', async ({
  signedIn,
}) => {
  const { page, reader } = await signedIn('editor')
  const words = Array.from({ length: 5_002 }, (_, index) => `quince ${index}`).join('\n')
  await page.goto('/admin/rules')
  // As pasted: typed key by key a browser takes a minute.
  await page.getByRole('textbox', { name: 'Words' }).evaluate((box: HTMLTextAreaElement, text) => {
    box.value = text
  }, words)
  await page.getByRole('button', { name: 'Rehearse' }).click()
  const rehearsal = page.getByRole('region', { name: 'What this would have done' })
  await expect(rehearsal).toContainText('There are 5,002 words and phrases; 5,000 fit.')
  await expect(rehearsal).toContainText('take 2 out')
  await expect(rehearsal.getByRole('button', { name: 'Put in force' })).toHaveCount(0)
  await expect(page.getByRole('textbox', { name: 'Words' })).toHaveValue(words)
  expect(await db().houseList.count({ where: { actorId: reader.id, adoptedAt: { not: null } } })).toBe(0)
})

test('a moderator reads the rules and changes none; to a reader they are not there', async ({
  signedIn,
  alarm,
  baseURL,
}) => {
  const [moderator, reader] = [await signedIn('moderator'), await signedIn()]
  await moderator.page.goto('/admin/rules')
  await expect(moderator.page.getByRole('heading', { name: 'What holds a comment' })).toBeVisible()
  await expect(moderator.page.getByRole('button', { name: 'Rehearse' })).toHaveCount(0)
  await moderator.page.goto('/admin/rules?proposal=2000000000')
  await expect(moderator.page.getByText('That proposal is no more')).toBeVisible()
  const before = await db().houseList.count()
  for (const person of [moderator, reader]) {
    const answer = await person.request.post('/api/admin/rules', {
      form: { words: 'pear', hosts: '' },
      headers: { accept: 'application/json', origin: baseURL ?? '' },
    })
    expect(answer.status()).toBe(403)
  }
  expect(await db().houseList.count()).toBe(before)
  alarm.expectRefusal('/admin/rules', 404)
  expect((await reader.page.goto('/admin/rules'))?.status()).toBe(404)
})
