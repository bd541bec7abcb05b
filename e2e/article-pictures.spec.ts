import type { Locator } from '@playwright/test'
import { expect, test } from './fixtures'

const widths = [320, 360, 390, 600, 768, 900, 1000, 1280, 1600]
const places = { 'front lead': '/', article: '/news/49433', 'section list': '/section/world' }

for (const [place, address] of Object.entries(places))
  test(`a picture in the ${place} is fetched in the width it is shown in`, async ({ page }) => {
    for (const width of widths) {
      await page.setViewportSize({ width, height: 900 })
      await page.goto(address)
      const { shown, told, source } = await seen(page.locator('main img').first())
      expect(source, `${width} px`).toMatch(/^\/pictures\/[0-9a-f]{32}-\d+\.avif$/)
      // With widths in `srcset`, an image's natural width is what `sizes` says.
      expect(Math.abs(shown - told), `${width} px: shown ${shown}, told ${told}`).toBeLessThanOrEqual(2)
      await page.goto('about:blank')
    }
  })

test('the first picture of a page comes at once, all others when they are near, and each has its place', async ({
  page,
}) => {
  for (const address of Object.values(places)) {
    await page.goto(address)
    const pictures = await page.locator('main img').evaluateAll((images) =>
      images.map((image) => ({
        loading: image.getAttribute('loading'),
        priority: image.getAttribute('fetchpriority'),
        hasPlace: image.hasAttribute('width') && image.hasAttribute('height'),
        hasWords: (image.getAttribute('alt') ?? '') !== '',
        formats: [...(image.parentElement?.querySelectorAll('source') ?? [])].map(({ type }) => type),
        fallback: image.getAttribute('src')?.split('.').at(-1),
      })),
    )
    const same = { hasPlace: true, hasWords: true, formats: ['image/avif', 'image/webp'], fallback: 'jpg' }
    const [first, ...others] = pictures
    expect(first, address).toEqual({ ...same, loading: 'eager', priority: 'high' })
    for (const other of others) expect(other, address).toEqual({ ...same, loading: 'lazy', priority: 'auto' })
  }
})

test('every width and format that a page names is there', async ({ page, request }) => {
  await page.goto('/news/49433')
  const named = await page.locator('main picture').evaluate((picture) =>
    [...picture.children].flatMap((child) => {
      const listed = child.getAttribute('srcset')?.split(', ') ?? []
      return [...listed.map((entry) => entry.split(' ')[0] ?? ''), child.getAttribute('src') ?? '']
    }),
  )
  for (const path of named.filter(Boolean)) {
    const answer = await request.get(path)
    expect([path, answer.status()]).toEqual([path, 200])
    const kind = path.endsWith('.jpg') ? 'jpeg' : path.split('.').at(-1)
    expect(answer.headers()['content-type'], path).toBe(`image/${kind}`)
    expect(answer.headers()['content-security-policy'], path).toContain('sandbox')
  }
  expect(named.filter(Boolean)).toHaveLength(11)
})

async function seen(picture: Locator): Promise<{ shown: number; told: number; source: string }> {
  await expect(picture).toHaveJSProperty('complete', true)
  return picture.evaluate((image: HTMLImageElement) => ({
    shown: image.clientWidth,
    told: image.naturalWidth,
    source: new URL(image.currentSrc).pathname,
  }))
}
