import { db } from '@/lib/db'
import { expect, test } from './fixtures'
import { givenArticle, givenComment, givenReader, oneOfAKind } from './newsroom'

test('an editor reads which check is down and what becomes of comments, and sets it otherwise', async ({
  signedIn,
}) => {
  const [editor, moderator] = [await signedIn('editor'), await signedIn('moderator')]
  const now = new Date()
  const failure = { since: now, last: now, count: 3 }
  await db().checkFailure.upsert({
    where: { name: 'shouting' },
    create: { name: 'shouting', ...failure },
    update: failure,
    select: { name: true },
  })
  const { page } = editor
  const down = page.getByRole('complementary', { name: 'Checks that fail' })
  await page.goto('/admin/log')
  await expect(down).toContainText('The check “Shouting” has failed 3 times since')
  await expect(down).toContainText('Comments are held meanwhile')
  await page.goto('/admin/rules')
  await page.getByRole('button', { name: 'Publish instead: Shouting' }).click()
  await expect(page.getByRole('status')).toContainText('It is set')
  await expect(down).toContainText('Comments are published meanwhile')
  await page.goto('/admin/log')
  await expect(
    page.getByText('set that comments are published when the check “shouting” fails').first(),
  ).toBeVisible()

  await moderator.page.goto('/admin/rules')
  await expect(moderator.page.getByText('When it fails: published.')).toBeVisible()
  await expect(moderator.page.getByRole('button', { name: 'Hold instead' })).toHaveCount(0)
  await page.goto('/admin/rules')
  await page.getByRole('button', { name: 'Hold instead: Shouting' }).click()
  await expect(page.getByRole('button', { name: 'Publish instead: Shouting' })).toBeVisible()
  await db().checkFailure.deleteMany({ where: { name: 'shouting' } })
  await page.goto('/admin/rules')
  await expect(down).toHaveCount(0)
})

test('to set a check is for editors, whoever posts', async ({ signedIn, baseURL }) => {
  const [editor, moderator, reader] = [
    await signedIn('editor'),
    await signedIn('moderator'),
    await signedIn(),
  ]
  const post = (person: typeof editor, check: string) =>
    person.request.post('/api/admin/rules/checks', {
      form: { check, onFailure: 'hold' },
      headers: { accept: 'application/json', origin: baseURL ?? '' },
    })
  expect((await post(editor, 'repetition')).status()).toBe(200)
  expect((await post(editor, 'house')).status()).toBe(404)
  expect((await post(moderator, 'repetition')).status()).toBe(403)
  expect((await post(reader, 'repetition')).status()).toBe(403)
})

test('an editor begins with a small set of words, changes it, and nothing is in force by that', async ({
  signedIn,
}) => {
  const { page } = await signedIn('editor')
  const before = await db().houseList.count({ where: { adoptedAt: { not: null } } })
  await page.goto('/admin/rules')
  await page.getByRole('link', { name: 'Begin with a small set' }).click()
  const box = page.getByRole('textbox', { name: 'Words' })
  await expect(box).toHaveValue(/\bbollocks\b/)
  const kept = `kept${oneOfAKind()}`
  await box.fill(kept)
  await page.getByRole('textbox', { name: 'Hosts that are allowed' }).fill('https://www.library.example/')
  await page.getByRole('button', { name: 'Rehearse' }).click()
  const rehearsal = page.getByRole('region', { name: 'What this would have done' })
  await expect(rehearsal).toContainText(kept)
  await expect(rehearsal).toContainText('Newly allowed: library.example')
  expect(await db().houseList.count({ where: { adoptedAt: { not: null } } })).toBe(before)
})

test('a raid is one card at the top of the queue: rejected by one press, brought back by one', async ({
  signedIn,
}) => {
  const [article, word] = [await givenArticle(), oneOfAKind()]
  // Words that no other journey says: what is nearly the same hangs together, whoever wrote it.
  const body = [word, ...Array.from({ length: 12 }, oneOfAKind)].join(' ')
  const ids: number[] = []
  for (let count = 0; count < 5; count += 1)
    ids.push((await givenComment(await givenReader(), article, { body })).id)
  const { page } = await signedIn('moderator')
  await page.goto('/admin/queue')
  const card = page
    .getByRole('region', { name: 'Looks like a raid: 5 comments by 5 new accounts that say nearly the same' })
    .filter({ hasText: word })
  await card.getByText('Which ones').click()
  await expect(card.getByRole('link', { name: String(ids[4]) })).toBeVisible()
  await card.getByRole('button', { name: 'Reject all 5' }).click()
  await expect(page.getByRole('status')).toContainText('5 comments were rejected together.')
  await expect(card).toHaveCount(0)
  const states = () => db().comment.groupBy({ by: ['state'], where: { id: { in: ids } }, _count: true })
  expect(await states()).toEqual([{ state: 'rejected', _count: 5 }])
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(page.getByRole('status')).toContainText('Undone: 5 comments stand as before.')
  await expect(card).toBeVisible()
  expect(await states()).toEqual([{ state: 'held', _count: 5 }])
})
