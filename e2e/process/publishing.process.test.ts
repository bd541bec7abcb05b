import { get } from 'node:http'
import { expect, test } from 'vitest'
import { articlePath, slugOf } from '@/lib/articles/slug'
import { db } from '@/lib/db'
import { newDataDir } from './data-dir'
import { withDatabaseOf } from './running'
import { sender } from './send'
import { givenSignedIn } from './session'
import { type Site, startSite } from './site'
import { shownWithinMs, until } from './until'

const base = { RATE_LIMITS: 'off', ADMIN_EMAIL: 'ines@example.org', ADMIN_PASSWORD: 'seven quiet lanterns' }
const headline = 'Seen on every page by everybody'

test('what an editor publishes is on its page, the front, its versions and the corrections of every worker within two seconds', async () => {
  const dataDir = await newDataDir('demonstration')
  const site = await startSite({ ...base, DATA_DIR: dataDir, WEB_CONCURRENCY: '2' })
  const send = sender(site.origin)
  const front = await send({ path: '/' })
  const id = Number(/href="\/news\/(\d+)\//.exec(front.body)?.[1])
  const [editor, number] = await withDatabaseOf(dataDir, async () => {
    const { currentVersion } = await db().article.findUniqueOrThrow({
      where: { id },
      select: { currentVersion: { select: { number: true } } },
    })
    return [await givenSignedIn(dataDir, 'Ed Corrects', 'editor'), currentVersion?.number ?? 0]
  })
  const places = [articlePath({ id, slug: slugOf(headline) }), '/', `/news/${id}/versions`, '/corrections']
  // Whoever asked before has an older page kept.
  for (const path of places) await everywhere(site, path)
  const step = async (json: Record<string, string | number>) => {
    const path = `/api/admin/articles/${id}/correct`
    expect(await send({ path, cookie: editor.cookie, json })).toMatchObject({ status: 200 })
  }
  await step({ step: 'kind', kind: 'correction', note: 'The headline was wrong.' })
  await step({ step: 'text', headline, standfirst: '', body: 'It is right now.', base: number })
  await step({ step: 'check' })
  const isEverywhere = async (asked: string[]) => {
    const pages = await Promise.all(asked.map((path) => everywhere(site, path)))
    return pages.flat().every((page) => page.includes(headline))
  }
  // The receipt waits until each worker, asked by itself, shows it: what it says is so.
  const receipt = await until(
    'the receipt says that every worker shows it',
    async () => {
      const { body } = await send({ path: `/admin/articles/${id}/receipt`, cookie: editor.cookie })
      return body.includes('does not show it yet') ? null : body
    },
    shownWithinMs,
  )
  expect(receipt).toContain('on a connection to each of the 2 processes')
  expect(receipt.match(/>shows it since [\d.]+ seconds? after/g)).toHaveLength(3)
  expect(await isEverywhere(places.slice(0, 3))).toBe(true)
  await until('every worker shows it in every place', () => isEverywhere(places), shownWithinMs)
  send.close()
  site.signal('SIGTERM')
  expect(await site.ended).toEqual({ code: 0, signal: null })
})

/** A page as each worker has it: each connection of its own goes to the next. */
function everywhere({ origin }: Site, path: string): Promise<string[]> {
  return Promise.all(Array.from({ length: 4 }, () => anonymously(origin + path)))
}

function anonymously(url: string): Promise<string> {
  return new Promise((resolve, reject) => {
    get(url, { agent: false }, (res) => {
      let text = ''
      res
        .setEncoding('utf8')
        .on('data', (chunk) => (text += chunk))
        .on('end', () => resolve(text))
    }).on('error', reject)
  })
}
