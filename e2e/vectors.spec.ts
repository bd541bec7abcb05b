import { fromParagraphs } from '@/lib/articles/body'
import { reviseArticle } from '@/lib/articles/commands'
import { passageOf } from '@/lib/articles/passage'
import { db } from '@/lib/db'
import { expect, type Person, test } from './fixtures'
import {
  type GivenReader,
  givenApprovedReader,
  givenArticle,
  givenComment,
  givenPublished,
  givenReader,
  oneOfAKind,
} from './newsroom'
import { commentBox } from './steps'
import { expectHarmless, inBatches, manyMinutes, vectorLists } from './vectors'

for (const { name, isCollection, read } of vectorLists) {
  test.describe(name, () => {
    test.beforeEach(({ page, javaScriptEnabled }, info) => {
      if (isCollection) info.setTimeout(manyMinutes)
      test.skip(javaScriptEnabled === false, 'nothing could run')
      page.on('dialog', (dialog) => {
        throw new Error(`a dialog: ${dialog.message()}`)
      })
    })

    test('A1: a name does nothing, whatever it is made of, wherever it stands', async ({ page }) => {
      const [article, root] = await givenRoot()
      const authors = await inTurn(await read(), async (vector) => {
        const author = await givenReader('moderator', {
          name: [...`${oneOfAKind()} ${vector}`].slice(0, 60).join(''),
        }).catch(() => null)
        return author && givenComment(author, article, { parentId: root.id, body: `Said ${author.id}.` })
      })
      expect(authors.filter(Boolean).length).toBeGreaterThan(10)
      await readBranch(page, root.id)
    })

    test('A3: a comment does nothing, whether it is new or an edit', async ({ page, signedIn, baseURL }) => {
      const [article, root] = await givenRoot()
      const author = await signedIn('moderator')
      // Each by itself, and all of them through the doors that a browser uses.
      const posted = await inTurn(await read(), (vector) => {
        const body = [...vector].slice(0, 5_000).join('')
        return givenComment(author.reader, article, { parentId: root.id, body }).catch(() => null)
      })
      for (const body of inBatches(await read())) {
        const plain = await givenComment(author.reader, article, { parentId: root.id })
        const { currentRevisionId } = await db().comment.findUniqueOrThrow({ where: { id: plain.id } })
        const headers = program(baseURL)
        const change = { body, revision: String(currentRevisionId) }
        const edited = await author.request.post(`/api/comments/${plain.id}/edit`, { form: change, headers })
        expect(edited.status(), body).toBe(200)
        const fresh = { article: String(article.id), parent: String(root.id), body: `New.\n\n${body}` }
        const answered = await author.request.post('/api/comments', { form: fresh, headers })
        expect(answered.status(), body).toBe(201)
      }
      expect(posted.filter(Boolean).length).toBeGreaterThan(posted.length * 0.9)
      await readBranch(page, root.id)
    })

    test('A2: a comment does nothing where it is quoted, previewed, or waits for its author and the desk', async ({
      signedIn,
    }) => {
      const [article] = await givenRoot()
      const [author, moderator] = [await signedIn(), await signedIn('moderator')]
      for (const body of inBatches(await read())) {
        const { id } = await givenComment(moderator.reader, article, { body })
        await author.page.goto(`/comments/new?article=${article.id}&parent=${id}&quote=1`)
        await expectHarmless(author.page)
        await commentBox(author.page).fill(body)
        await author.page.getByRole('button', { name: 'Preview' }).click()
        await expect(author.page.getByRole('region', { name: 'How it will look' })).toBeVisible()
        await expectHarmless(author.page)
      }
      const held = await givenComment(author.reader, article, { body: inBatches(await read())[0] ?? '' })
      for (const address of [
        article.path,
        `/comments/${held.id}/receipt`,
        `/comments/${held.id}/edit`,
        `/comments/${held.id}/delete`,
        '/account/comments',
      ]) {
        await author.page.goto(address)
        await expectHarmless(author.page)
      }
      for (const address of ['/admin/queue', `/admin/comments/${held.id}`]) {
        await moderator.page.goto(address)
        await expectHarmless(moderator.page)
      }
    })

    test('a report’s note does nothing where the desk reads it', async ({ signedIn, baseURL }) => {
      const [moderator, article] = [await signedIn('moderator'), await givenArticle()]
      const [author, reporter] = [await givenReader(), await signedIn(await givenApprovedReader())]
      const notes = inBatches(await read(), 1_000)
      for (const note of notes) {
        const { id } = await givenPublished(author, article)
        const answer = await reporter.request.post(`/api/comments/${id}/report`, {
          form: { reason: 'spam', note },
          headers: program(baseURL),
        })
        expect(answer.status(), note).toBe(201)
        await moderator.page.goto(`/admin/comments/${id}`)
        await expect(moderator.page.getByRole('heading', { name: 'Reports' })).toBeVisible()
        await expectHarmless(moderator.page)
      }
    })

    test('a passage of an article does nothing where it is answered', async ({ page, signedIn }) => {
      const { reader } = await signedIn('moderator')
      const paragraphs = (await read()).map((vector) => `${vector} ${'and so on '.repeat(2)}`)
      for (let from = 0; from < paragraphs.length; from += 100) {
        const [article, root] = await givenRoot()
        const some = paragraphs.slice(from, from + 100)
        await givenBody(article.id, some)
        await inTurn(some, (paragraph, index) => {
          const quoted = { parentId: root.id, about: passageOf(paragraph), body: `About ${from + index}.` }
          // One that has no word of its own stands nowhere.
          return givenComment(reader, article, quoted).catch(() => null)
        })
        await page.goto(article.path)
        await expectHarmless(page)
        await readBranch(page, root.id)
      }
    })

    test('what is typed into addresses and forms does nothing', async ({ page, request, alarm, baseURL }) => {
      const article = await givenArticle()
      const vectors = await read()
      // A page for each would take an hour: one of many, evenly.
      const most = isCollection ? 150 : 14
      const some = vectors.filter((_, index) => index % Math.ceil(vectors.length / most) === 0)
      for (const vector of some) {
        const typed = encodeURIComponent([...vector].slice(0, 150).join(''))
        for (const path of [
          `/news/${article.id}/comments?q=${typed}&sort=${typed}`,
          `/comments/new?article=${article.id}&problem=${typed}&why=${typed}&about=1&q=${typed}`,
          `/sign-in?next=${typed}&problem=${typed}`,
        ]) {
          await page.goto(path)
          await expectHarmless(page)
        }
        const form = { name: vector, email: vector, password: vector }
        const refused = await request.post('/api/sign-up', {
          form,
          headers: { origin: String(baseURL) },
          maxRedirects: 0,
        })
        const { location } = refused.headers()
        if (location?.startsWith('/sign-up')) {
          await page.goto(location)
          await expectHarmless(page)
        }
      }
      expect(alarm.faults()).toEqual([])
    })
  })
}

/** An article and a comment in it, under which the others stand. */
async function givenRoot() {
  const article = await givenArticle()
  const staff: GivenReader = await givenReader('moderator')
  return [article, await givenComment(staff, article)] as const
}

async function givenBody(articleId: number, paragraphs: string[]): Promise<void> {
  const version = { headline: 'Of vectors', standfirst: null, dateline: null, tags: [], picture: null }
  const revised = await reviseArticle(
    articleId,
    { ...version, body: fromParagraphs(paragraphs) },
    { reason: 'updated' },
    new Date(),
  )
  if (!revised.ok) throw new Error(revised.error)
}

/** Reads a branch from its first page to its last. */
async function readBranch(page: Person['page'], root: number): Promise<void> {
  await page.goto(`/comments/${root}/replies`)
  const later = page.getByRole('link', { name: 'Later answers' })
  await expect(page.getByRole('article').nth(1)).toBeVisible()
  await expectHarmless(page)
  while ((await later.count()) > 0) {
    await page.goto((await later.getAttribute('href')) ?? '')
    await expectHarmless(page)
  }
}

/** Does the same for each, eight at a time. */
async function inTurn<T, R>(list: T[], work: (item: T, index: number) => Promise<R>): Promise<R[]> {
  const results: R[] = []
  for (let from = 0; from < list.length; from += 8)
    results.push(
      ...(await Promise.all(list.slice(from, from + 8).map((item, index) => work(item, from + index)))),
    )
  return results
}

function program(origin = ''): Record<string, string> {
  return { accept: 'application/json', origin }
}
