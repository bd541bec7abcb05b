import { db } from '@/lib/db'
import { appealSanction } from '@/lib/moderation/commands-sanction-appeal'
import { expect, type Person, test } from './fixtures'
import {
  type GivenReader,
  givenAppeal,
  givenArticle,
  givenComment,
  givenReader,
  oneOfAKind,
} from './newsroom'
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
      const [desk, person, judge] = [
        await signedIn('editor'),
        await signedIn(),
        await signedIn('administrator'),
      ]
      const send = sender(desk, baseURL)
      const answer = sender(judge, baseURL)
      for (const text of some(inBatches(await read(), 480))) {
        const file = `/api/admin/readers/${person.reader.id}`
        await send(`${file}/note`, { text })
        await send(`${file}/message`, { text })
        await send(`${file}/sanction`, { kind: 'warn', reason: 'other', words: text })
        await harmless(desk, `/admin/readers/${person.reader.id}`, text)
        await harmless(person, '/account', text)
        const appealId = await givenSanctionAppeal(person.reader, text)
        await harmless(desk, '/admin/appeals', text)
        await answer(`/api/admin/appeals/sanctions/${appealId}/judge`, { outcome: 'upheld', body: text })
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

    test('what is taken out of a comment, and what is left of it, do nothing before and after it', async ({
      signedIn,
      baseURL,
    }) => {
      const desk = await signedIn('editor')
      const send = sender(desk, baseURL)
      const [author, article] = [await signedIn(), await givenArticle()]
      for (const vector of some(await read())) {
        const body = `It says ${[...vector].slice(0, 2_000).join('')} here.`
        const comment = await givenComment(author.reader, article, { body }).catch(() => null)
        // What nobody could read is no comment.
        if (!comment) continue
        const { currentRevision } = await db().comment.findUniqueOrThrow({
          where: { id: comment.id },
          select: { currentRevision: { select: { source: true } } },
        })
        // As it stands there, where it is copied from.
        const passage = currentRevision.source.slice('It says '.length, -' here.'.length).trim()
        const seen = await readByDesk(comment.id)
        const address = `/admin/comments/${comment.id}`
        const looked = await desk.request.post(`/api${address}/redact`, {
          form: { ...seen, passage, preview: '1' },
          headers: { origin: String(baseURL) },
        })
        await harmless(desk, new URL(looked.url()).pathname + new URL(looked.url()).search, 'It says')
        await send(`/api${address}/redact`, { ...seen, passage, note: passage.slice(0, 480) })
        await harmless(desk, address, 'It says')
        await harmless(author, `/comments/${comment.id}/receipt`, 'It says')
        await harmless(desk, `/admin/log?comment=${comment.id}`, null)
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

    test('words on a list, a rule of the house and a word with a refusal do nothing where they are read', async ({
      signedIn,
      baseURL,
    }) => {
      const desk = await signedIn('editor')
      const send = sender(desk, baseURL)
      for (const words of some(inBatches(await read(), 480))) {
        const listed = await send('/api/admin/rules', { words, hosts: '' })
        const { id } = await listed.json()
        await harmless(desk, `/admin/rules?proposal=${id}`, null)
        const author = await signedIn()
        const comment = await givenComment(author.reader, await givenArticle())
        const read = { ...(await readByDesk(comment.id)), move: 'reject', reason: 'other' }
        await send(`/api/admin/comments/${comment.id}/decide`, { ...read, note: words })
        await harmless(author, `/comments/${comment.id}/receipt`, words)
        await harmless(desk, `/admin/comments/${comment.id}`, words)
      }
      // One rule, worded anew each time, and out of force at the end: others' queues have it meanwhile.
      const first = { title: oneOfAKind(), reason: oneOfAKind(), text: '' }
      const { code } = await (await send('/api/admin/rules/reasons', first)).json()
      let seen = 1
      for (const vector of some(await read())) {
        const called = [...`${oneOfAKind()} ${vector}`].slice(0, 200).join('')
        const form = { title: called, reason: called, text: called, seen: String(seen) }
        const headers = { origin: String(baseURL), accept: 'application/json' }
        const answer = await desk.request.post(`/api/admin/rules/reasons/${code}/reword`, { form, headers })
        // What nobody could read is no wording.
        if (answer.status() === 422) continue
        expect(answer.ok(), await answer.text()).toBe(true)
        seen += 1
        await harmless(desk, '/admin/rules/reasons', called)
        await harmless(desk, '/admin/log?kind=rule-reworded', null)
        await harmless(desk, '/rules', null)
      }
      expect(seen).toBeGreaterThan(1)
      await send(`/api/admin/rules/reasons/${code}/retire`, { on: '1' })
    })
  })
}

/** An appeal of somebody against what was laid on them last. */
async function givenSanctionAppeal(reader: GivenReader, words: string): Promise<number> {
  const { id: sanctionId } = await db().sanction.findFirstOrThrow({
    where: { readerId: reader.id },
    orderBy: { id: 'desc' },
    select: { id: true },
  })
  const made = await appealSanction(
    reader,
    { sanctionId, body: [...words].slice(0, 2_000).join('') },
    new Date(),
  )
  if (!made.ok) throw new Error(made.error)
  return made.value.appealId
}

/** As a moderator read a comment, for the form that decides. */
async function readByDesk(commentId: number): Promise<{ revision: string; seen: string }> {
  const { currentRevisionId, decisions } = await db().comment.findUniqueOrThrow({
    where: { id: commentId },
    select: { currentRevisionId: true, decisions: { select: { number: true } } },
  })
  return { revision: String(currentRevisionId), seen: String(decisions.length) }
}

/** A page for each would take an hour: so many of them, evenly, and fewer where it has to be soon. */
function some(texts: string[]): string[] {
  const most = process.env.TRIBUNE_LONG ? 12 : 4
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
