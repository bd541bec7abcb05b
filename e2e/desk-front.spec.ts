import { unarranged } from '@/lib/articles/arrangement'
import { db } from '@/lib/db'
import { expect, test } from './fixtures'
import { givenArticle } from './newsroom'
import { soon } from './steps'

test('an editor pins a story to the front, having looked at it first, and takes it back', async ({
  signedIn,
  page,
}) => {
  const { id, headline } = await givenArticle({ publishedAt: new Date('2016-05-14T08:30:00Z') })
  const { page: desk, reader } = await signedIn('editor')
  const boxOf = (place: string) => desk.getByRole('group', { name: place }).getByLabel('News ID or words')
  const save = () => desk.getByRole('button', { name: 'Save' }).click()
  await desk.goto('/admin/front')
  await boxOf('In brief 1').fill(String(id))
  await desk.getByRole('button', { name: 'Preview' }).click()
  const preview = desk.getByRole('region', { name: 'Preview: not saved' })
  await expect(preview.getByRole('link', { name: headline })).toBeVisible()
  await page.goto('/')
  await expect(inBrief()).toHaveCount(0)

  // Somebody else was faster than whoever looked: theirs stands.
  const places = { data: { places: unarranged, actorId: reader.id }, select: { id: true } } as const
  await db().frontArrangement.create(places)
  await save()
  await expect(desk.getByText('Somebody else arranged the front page meanwhile.')).toBeVisible()
  await expect(boxOf('In brief 1')).toHaveValue('')

  for (const place of ['Second 1', 'In brief 1']) await boxOf(place).fill(String(id))
  await save()
  await expect(desk.getByText('One article is pinned twice.')).toBeVisible()
  await expect(boxOf('In brief 1')).toHaveValue(String(id))
  await boxOf('Second 1').fill('')
  await save()
  await expect(desk.getByText('The front page is arranged.')).toBeVisible()
  await expectInBrief(1)
  await desk.getByRole('button', { name: 'Bring back' }).first().click()
  await expect(desk.getByText('The earlier front page is back.')).toBeVisible()
  await expectInBrief(0)

  function inBrief() {
    const heading = page.getByRole('heading', { name: 'In brief', exact: true })
    return page.locator('section', { has: heading }).getByRole('link', { name: headline })
  }
  async function expectInBrief(times: number): Promise<void> {
    await expect(async () => {
      await page.goto('/')
      await expect(inBrief()).toHaveCount(times, { timeout: 100 })
    }).toPass(soon)
  }
})
