import type { APIRequestContext, Page } from '@playwright/test'
import type { Alarm } from './alarm'

/**
 * Something sent whose answer is an error page that no address alone leads to. 500 and 503 are not among them: nothing a
 * visitor sends brings them about. What is unavailable is examined in process/outage.process.test.ts.
 */
export type Refused = {
  status: number
  /** Of a form that is posted; without fields the address is opened. */
  address: string
  fields?: Record<string, string>
  /** From a page that is not of this site. */
  isForeign?: true
  /** Whoever has no right to it is told something else. */
  byEditor?: true
}

/** One for every kind of refusal. */
export function refusedRequests(articleId: number): Refused[] {
  const article = String(articleId)
  return [
    { status: 400, address: '/api/admin/articles', fields: { nothing: 'known' }, byEditor: true },
    { status: 403, address: '/api/comments', fields: { article, body: 'Elsewhere.' }, isForeign: true },
    { status: 405, address: '/about', fields: { a: 'b' } },
    { status: 413, address: '/api/comments', fields: { article, body: 'a'.repeat(300_000) } },
    { status: 414, address: `/search?q=${'a'.repeat(2_100)}` },
    {
      status: 422,
      address: `/api/admin/articles/${articleId}/flag`,
      fields: { nothing: 'known' },
      byEditor: true,
    },
  ]
}

/** Sends it as a browser does, and waits for the page that comes back. */
export async function sendInPage(page: Page, refused: Refused, alarm: Alarm): Promise<void> {
  const { status, address, fields, isForeign } = refused
  const { JOURNEYS_URL: house = '' } = process.env
  alarm.expectRefusal(address, status)
  if (!fields) {
    await page.goto(address)
    return
  }
  await page.goto(isForeign ? 'about:blank' : '/rules')
  const answered = page.waitForResponse((answer) => answer.url() === `${house}${address}`)
  const loaded = page.waitForEvent('load')
  await page.evaluate(
    ([action, values]) => {
      const form = document.createElement('form')
      Object.assign(form, { method: 'post', action })
      for (const [name, value] of Object.entries(values)) {
        const field = document.createElement('textarea')
        Object.assign(field, { name, value })
        form.append(field)
      }
      document.body.append(form)
      form.submit()
    },
    [`${house}${address}`, fields] as const,
  )
  await Promise.all([answered, loaded])
}

/** The same without a browser: the page that comes back. */
export async function sendPlainly(
  request: APIRequestContext,
  { address, fields, isForeign }: Refused,
): Promise<{ status: number; html: string }> {
  const { JOURNEYS_URL: house = '' } = process.env
  const headers = { accept: 'text/html', origin: isForeign ? 'https://elsewhere.example' : house }
  const answer = fields
    ? await request.post(address, { headers, form: fields })
    : await request.get(address, { headers })
  return { status: answer.status(), html: await answer.text() }
}
