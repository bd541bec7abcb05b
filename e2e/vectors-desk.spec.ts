import { expect, type Person, test } from './fixtures'
import { givenAppeal, givenArticle, givenComment, givenReader, oneOfAKind } from './newsroom'
import { expectHarmless, inBatches, manyMinutes, vectorLists } from './vectors'

for (const { name, isCollection, read } of vectorLists) {
  test.describe(name, () => {
    test.beforeEach(({ javaScriptEnabled }, info) => {
      if (isCollection) info.setTimeout(manyMinutes)
      test.skip(javaScriptEnabled === false, 'nothing could run')
    })

    test('what the desk writes to and about a reader does nothing, there and at theirs', async ({
      signedIn,
      baseURL,
    }) => {
      const [desk, person] = [await signedIn('editor'), await signedIn()]
      const send = sender(desk, baseURL)
      for (const text of some(inBatches(await read(), 480))) {
        const file = `/api/admin/readers/${person.reader.id}`
        await send(`${file}/note`, { text })
        await send(`${file}/message`, { text })
        await send(`${file}/sanction`, { kind: 'warn', reason: 'other', words: text })
        await harmless(desk, `/admin/readers/${person.reader.id}`, text)
        await harmless(person, '/account', text)
        await harmless(desk, '/admin/log', null)
      }
    })

    test('a refusal, an appeal and its answer do nothing on the receipt, at the desk and in the log', async ({
      signedIn,
      baseURL,
    }) => {
      const [desk, judge] = [await signedIn('editor'), await signedIn('administrator')]
      const send = sender(judge, baseURL)
      for (const text of some(inBatches(await read(), 480))) {
        const author = await signedIn()
        const { id, appealId } = await givenAppeal(author.reader, { words: text })
        await harmless(desk, `/admin/appeals?after=${appealId - 1}`, text)
        await send(`/api/admin/appeals/${appealId}/judge`, { outcome: 'upheld', body: text })
        await harmless(author, `/comments/${id}/receipt`, text)
        await harmless(desk, `/admin/log?comment=${id}`, text)
        await harmless(desk, `/admin/comments/${id}`, text)
      }
    })

    test('the name of a queue does nothing at the side of the desk', async ({ signedIn, baseURL }) => {
      const desk = await signedIn('editor')
      await givenComment(await givenReader(), await givenArticle())
      const send = sender(desk, baseURL)
      for (const vector of some(await read())) {
        const called = [...`${oneOfAKind()} ${vector.trim()}`].slice(0, 60).join('').trim()
        const saved = await send('/api/admin/queues', { name: called, minutes: '5', from: '' })
        const { id } = await saved.json()
        await harmless(desk, `/admin/queue?saved=${id}`, called.slice(0, 20))
        await send(`/api/admin/queues/${id}/remove`, {})
      }
    })
  })
}

/** A page for each would take an hour: so many of them, evenly. */
function some(texts: string[]): string[] {
  const most = 12
  return texts.filter((_, index) => index % Math.ceil(texts.length / most) === 0)
}

function sender({ request }: Person, baseURL: string | undefined) {
  return async (path: string, form: Record<string, string>) => {
    const headers = { origin: String(baseURL), accept: 'application/json' }
    const answer = await request.post(path, { form, headers })
    expect(answer.ok(), `${path} ${await answer.text()}`).toBe(true)
    return answer
  }
}

/** The page shows the beginning of the text, and nothing on it is anybody's but the site's. */
async function harmless({ page }: Person, path: string, text: string | null): Promise<void> {
  page.once('dialog', (dialog) => {
    throw new Error(`a dialog: ${dialog.message()}`)
  })
  await page.goto(path)
  if (text !== null) await expect(page.getByText(text.slice(0, 12)).first()).toBeAttached()
  await expectHarmless(page)
}
