import type { APIRequestContext } from '@playwright/test'
import { setState } from '@/lib/articles/commands'
import { db } from '@/lib/db'
import { expect, test } from './fixtures'
import {
  countComments,
  givenApprovedReader,
  givenArticle,
  givenComment,
  givenDecision,
  givenPublished,
  givenReader,
} from './newsroom'

const elsewhere: Record<string, string>[] = [
  { origin: 'https://elsewhere.example' },
  { 'sec-fetch-site': 'cross-site' },
  {},
]

// Attacks that have been seen on other systems, by the numbers the field gives them.
test.skip(({ javaScriptEnabled }) => javaScriptEnabled === false, 'a program has no scripts to switch off')

test('A7: a comment is about an article of this site; no address is taken from whoever writes', async ({
  signedIn,
  baseURL,
}) => {
  const { request } = await signedIn()
  const article = await givenArticle()
  for (const field of ['url', 'page', 'link', 'referrer', 'avatar', 'website'])
    expect(
      await sent(request, baseURL, '/api/comments', {
        article: article.id,
        body: 'Where am I?',
        [field]: 'http://127.0.0.1:1/',
      }),
    ).toBe(422)
  expect(await countComments(article.id)).toBe(0)
})

test('A18: what a browser says of itself decides nothing: without a word of it the same checks hold', async ({
  signedIn,
  baseURL,
}) => {
  const { request, reader } = await signedIn()
  const article = await givenArticle()
  const headers = { origin: baseURL ?? '', accept: 'application/json', 'user-agent': '', referer: '' }
  const data = {
    article: article.id,
    body: 'https://a.example https://b.example https://c.example are mine.',
  }
  expect((await request.post('/api/comments', { headers, data })).status()).toBe(202)
  const { currentRevision } = await db().comment.findFirstOrThrow({
    where: { authorId: reader.id },
    select: { currentRevision: { select: { checks: true } } },
  })
  expect(JSON.stringify(currentRevision.checks)).toContain('"links"')
})

test('A23: comments that nobody stopped are no way in; two that people approved are', async ({
  signedIn,
  baseURL,
}) => {
  const { request, reader } = await signedIn()
  const article = await givenArticle()
  const post = (body: string) => sent(request, baseURL, '/api/comments', { article: article.id, body })
  for (const body of ['I agree.', 'So do I.', 'Well said.']) expect(await post(body)).toBe(202)
  const waiting = await db().comment.findMany({ where: { authorId: reader.id }, select: { id: true } })
  for (const { id } of waiting.slice(0, 2)) await givenDecision(id)
  expect(await post('Now it is public at once.')).toBe(201)
  // What is taken back later counts no longer.
  await givenDecision(waiting[0]?.id ?? 0, 'spam')
  expect(await post('And now it waits again.')).toBe(202)
})

test('A29: what is its author’s own is found for its author alone, whatever number is asked for', async ({
  signedIn,
  baseURL,
}) => {
  const [{ request }, author] = [await signedIn(await givenApprovedReader()), await givenReader()]
  const comment = await givenPublished(author, await givenArticle(), { body: 'Mine alone to change.' })
  const revision = await db().comment.findUniqueOrThrow({
    where: { id: comment.id },
    select: { currentRevisionId: true },
  })
  for (const page of ['receipt', 'edit', 'delete']) {
    const answer = await request.get(`/comments/${comment.id}/${page}`, { maxRedirects: 0 })
    expect([page, answer.status()]).toEqual([page, 404])
  }
  const tries = [
    ['edit', { body: 'Somebody else’s words.', revision: revision.currentRevisionId }],
    ['delete', { what: 'comment' }],
    ['delete', { what: 'name' }],
  ] as const
  for (const [verb, data] of tries) {
    const status = await sent(request, baseURL, `/api/comments/${comment.id}/${verb}`, data)
    expect([verb, status >= 400]).toEqual([verb, true])
  }
  const { state, anonymousAt, currentRevisionId } = await db().comment.findUniqueOrThrow({
    where: { id: comment.id },
  })
  expect({ state, anonymousAt, ...{ currentRevisionId } }).toEqual({
    state: 'published',
    anonymousAt: null,
    ...revision,
  })
})

test('A30: nothing about a comment that nobody may see is told at any of its addresses', async ({
  signedIn,
  baseURL,
}) => {
  const { request } = await signedIn()
  const [article, gone] = [await givenArticle(), await givenArticle()]
  const held = await givenComment(await givenReader(), article, { body: 'Hidden words.' })
  const withdrawn = await givenPublished(await givenReader(), gone, { body: 'Hidden words.' })
  await setState(gone.id, 'withdrawn')
  for (const { id } of [held, withdrawn])
    for (const address of [
      `/comments/${id}`,
      `/comments/${id}/replies`,
      `/comments/${id}/report`,
      `/comments/${id}/more`,
      `/comments/${id}/receipt`,
      `/comments/${id}/edit`,
      `/comments/${id}/delete`,
    ]) {
      const answer = await request.get(address, { maxRedirects: 0 })
      expect([address, answer.status()]).toEqual([address, 404])
      expect(await answer.text()).not.toContain('Hidden words.')
    }
  for (const { id } of [held, withdrawn])
    for (const verb of ['vote', 'report', 'save'])
      expect(
        await sent(
          request,
          baseURL,
          `/api/comments/${id}/${verb}`,
          verb === 'report' ? { reason: 'spam' } : {},
        ),
      ).toBe(404)
  for (const address of [`/api/news/${gone.id}/live`, `/news/${gone.id}/comments`])
    expect([404, 410]).toContain((await request.get(address, { maxRedirects: 1 })).status())
})

test('A31: nobody gives a comment a state, a date, a pin or another author', async ({
  signedIn,
  baseURL,
}) => {
  const { request, reader } = await signedIn()
  const other = await givenReader()
  const article = await givenArticle()
  const own = await givenComment(reader, article)
  const privileges = {
    state: 'published',
    createdAt: '2001-01-01',
    pinnedAt: '2001-01-01',
    pinned: '1',
    authorId: other.id,
    author: other.id,
    byStaff: '1',
    recommendCount: 900,
    approvedById: reader.id,
  }
  for (const [field, value] of Object.entries(privileges)) {
    const given = { body: 'Mine to give?', [field]: value }
    expect(await sent(request, baseURL, '/api/comments', { article: article.id, ...given })).toBe(422)
    expect(await sent(request, baseURL, `/api/comments/${own.id}/edit`, { revision: 1, ...given })).toBe(422)
    expect(
      await sent(request, baseURL, `/api/comments/${own.id}/vote`, { recommend: '1', [field]: value }),
    ).toBe(422)
  }
  expect(await countComments(article.id)).toBe(1)
})

test('A32: no spelling of a moderator’s address lets a reader in', async ({ signedIn, baseURL }) => {
  const { request, reader } = await signedIn()
  const comment = await givenComment(await givenReader(), await givenArticle())
  const move = { move: 'approve', revision: 1, seen: 1 }
  for (const address of [
    'decide',
    'decide/',
    'decide//',
    'decide/.',
    '%64ecide',
    'DECIDE',
    'decide?x=1',
    'undo',
    'undo/',
  ]) {
    const status = await sent(request, baseURL, `/api/admin/comments/${comment.id}/${address}`, move)
    expect([address, status >= 300]).toEqual([address, true])
  }
  const ban = { kind: 'ban', reason: 'spam' }
  for (const address of ['sanction', 'sanction/', '%73anction', 'SANCTION', 'sanction/.', 'sanction?x=1']) {
    const status = await sent(request, baseURL, `/api/admin/readers/${reader.id}/${address}`, ban)
    expect([address, status >= 300]).toEqual([address, true])
  }
  expect(await db().sanction.count({ where: { readerId: reader.id } })).toBe(0)
  for (const address of ['/admin', '/admin/', '/admin/queue', '/admin/queue/', '/admin/comments/1'])
    expect(await textOf(request, address)).not.toContain('Approve')
  for (const address of ['/admin/readers', '/admin/readers/', `/admin/readers/${reader.id}`])
    expect(await textOf(request, address)).not.toContain('Under a sanction')
  const { state } = await db().comment.findUniqueOrThrow({
    where: { id: comment.id },
    select: { state: true },
  })
  expect(state).toBe('held')
})

test('A34: a page with a conversation is the same bytes for its writer, a moderator and anybody', async ({
  signedIn,
  request,
}) => {
  const article = await givenArticle()
  const writer = await signedIn()
  await givenComment(writer.reader, article, { body: 'Only I know.' })
  await givenComment(await givenApprovedReader(), article)
  const moderator = await signedIn('moderator')
  const pages = await Promise.all(
    [writer.request, moderator.request, request].map(async (each) => (await each.get(article.path)).text()),
  )
  expect(new Set(pages).size).toBe(1)
  expect(pages[0]).not.toContain('Only I know.')
})

test('A35: pages and bodies have an end, whatever is asked for', async ({ signedIn, baseURL, request }) => {
  const article = await givenArticle()
  const { request: own, reader } = await signedIn('editor')
  for (let index = 0; index < 25; index += 1) await givenComment(reader, article)
  for (const query of [
    '?limit=99999',
    '?take=1000',
    '?per_page=1000',
    '?after=0&limit=500',
    '?sort=best&count=999',
  ]) {
    const html = await (await request.get(`/news/${article.id}/comments${query}`)).text()
    expect([query, html.split('id="comment-').length - 1]).toEqual([query, 20])
  }
  const huge = { article: article.id, body: 'a'.repeat(300_000) }
  expect(await sent(own, baseURL, '/api/comments', huge)).toBe(413)
  expect(await sent(own, baseURL, `/api/news/${article.id}/seen`, { ids: '1'.repeat(5_000) })).toBe(422)
})

test('A39: no link decides: whoever follows one is asked who they are, and a decision is bound to what was read', async ({
  request,
  signedIn,
  visitor,
  baseURL,
}) => {
  const moderator = await signedIn('moderator')
  const { id } = await givenComment(await givenReader(), await givenArticle())
  const decide = `/api/admin/comments/${id}/decide`
  const query = 'move=approve&revision=1&seen=1'
  for (const address of [`${decide}?${query}`, `/api/admin/comments/${id}/undo?seen=1`, '/api/admin/batches'])
    for (const method of ['GET', 'HEAD'])
      expect((await moderator.request.fetch(address, { method })).status(), `${method} ${address}`).toBe(405)
  const headers = { origin: String(baseURL), accept: 'application/json' }
  const form = { move: 'approve', revision: '1', seen: '1' }
  expect((await request.post(decide, { headers, form })).status()).toBe(401)
  // The comment's own first wording has another number.
  expect((await moderator.request.post(decide, { headers, form })).status()).toBe(409)
  // What a mail leads to.
  const { page } = await visitor()
  await page.goto('/admin/queue?saved=1')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Sign in')
  expect((await moderator.request.get(`/comments/${id}`)).status()).toBe(404)
})

test('A40: recommending, reporting, saving, muting, deleting and undoing are not taken from another site', async ({
  signedIn,
}) => {
  const { request, reader } = await signedIn('moderator')
  const [article, author] = [await givenArticle(), await givenReader()]
  const comment = await givenPublished(author, article)
  const own = await givenComment(reader, article)
  const writes: Record<string, Record<string, string | number>> = {
    [`/api/comments/${comment.id}/vote`]: {},
    [`/api/comments/${comment.id}/report`]: { reason: 'spam' },
    [`/api/comments/${comment.id}/save`]: {},
    [`/api/comments/${own.id}/delete`]: { what: 'comment' },
    '/api/readers/somebody/mute': {},
    '/api/account/privacy': { profile: 'closed' },
    '/api/account/sessions': { keep: '0' },
    '/api/account/warnings': { sanction: 1 },
    [`/api/admin/readers/${author.id}/sanction`]: { kind: 'ban', reason: 'spam' },
    [`/api/admin/readers/${author.id}/lift`]: { sanction: 1 },
    [`/api/admin/readers/${author.id}/note`]: { text: 'x' },
    [`/api/admin/readers/${author.id}/message`]: { text: 'x' },
    [`/api/admin/readers/${author.id}/role`]: { role: 'editor' },
    [`/api/admin/readers/${author.id}/sign-out`]: {},
    [`/api/admin/readers/${author.id}/reject-all`]: { reason: 'spam' },
    [`/api/admin/readers/${author.id}/put-back`]: { action: 1 },
    [`/api/admin/comments/${comment.id}/redact`]: { revision: 1, seen: 2, passage: 'thought' },
    [`/api/admin/comments/${comment.id}/undo`]: { seen: 2 },
    '/api/admin/batches': { move: 'approve', [`item-${own.id}`]: '1.1' },
    '/api/admin/batches/1/undo': {},
    '/api/admin/queues': { name: 'Theirs', minutes: '5' },
    '/api/admin/queues/1/remove': {},
    '/api/admin/queue/release': {},
    '/api/admin/appeals/1/judge': { outcome: 'upheld', body: 'x' },
    '/api/admin/appeals/sanctions/1/judge': { outcome: 'upheld', body: 'x' },
    '/api/account/sanctions/1/appeal': { body: 'x' },
    '/api/admin/rules': { words: 'x', hosts: '' },
    '/api/admin/rules/reasons': { title: 'x', reason: 'x', text: '' },
    [`/api/news/${article.id}/seen`]: {},
  }
  for (const [address, form] of Object.entries(writes))
    for (const headers of elsewhere)
      expect([address, (await request.post(address, { headers, form, maxRedirects: 0 })).status()]).toEqual([
        address,
        403,
      ])
  expect(await db().vote.count({ where: { readerId: reader.id } })).toBe(0)
  expect(await db().report.count({ where: { readerId: reader.id } })).toBe(0)
  expect(await db().session.count({ where: { readerId: reader.id } })).toBe(1)
  expect(await db().staffAction.count({ where: { readerId: author.id } })).toBe(0)
})

async function textOf(request: APIRequestContext, address: string): Promise<string> {
  return (await request.get(address)).text()
}

/** The status of a program's write, as one of the site's own pages would send it. */
async function sent(
  request: APIRequestContext,
  baseURL: string | undefined,
  address: string,
  data: Record<string, string | number>,
): Promise<number> {
  const headers = { origin: baseURL ?? '', accept: 'application/json' }
  return (await request.post(address, { headers, data, maxRedirects: 0 })).status()
}
