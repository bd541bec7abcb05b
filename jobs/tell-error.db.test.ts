import { afterAll, beforeAll, expect, test } from 'vitest'
import { useTestDatabase } from '@/lib/database/test-database'
import { givenEditor } from '@/lib/database/test-desk'
import { givenArticle, givenReader, noon } from '@/lib/database/test-newsroom'
import { givenMailServer } from '@/lib/database/test-receivers'
import { db } from '@/lib/db'
import { env } from '@/lib/env'
import { beginCorrection, publishCorrection, writeCorrection } from '@/lib/newsroom/commands-correct'
import { dismissError, reportError } from '@/lib/newsroom/commands-errors'
import { findCorrection } from '@/lib/newsroom/queries-correction'
import { listThanks } from '@/lib/newsroom/queries-thanks'
import type { Viewer } from '@/lib/readers/viewer'
import { shared } from '@/lib/shared'
import { sendOutbox } from './send-outbox'

useTestDatabase({
  SMTP_URL: 'smtp://127.0.0.1:1',
  MAIL_FROM: 'Tribune <desk@example.org>',
  ALERT_MAIL: 'chief@example.org',
})

let mail: Awaited<ReturnType<typeof givenMailServer>>
const logged: unknown[] = []

beforeAll(async () => {
  mail = await givenMailServer()
  shared().env = { ...env(), SMTP_URL: mail.url }
})
afterAll(() => mail.close())

async function report(articleId: number, words: string, by: Viewer | null = null): Promise<number> {
  const reported = await reportError(by, { articleId, quote: 'It stands.', words, address: '::1' }, noon)
  if (!reported.ok) throw new Error(reported.error)
  return reported.value.id
}

/** Who was written to by what was due, and with which words. */
async function sent(): Promise<string> {
  mail.mails.length = 0
  await sendOutbox(new Date(Date.now() + 1_000), (line) => void logged.push(line))
  return JSON.stringify(mail.mails)
}

test('the first error in an article is told by mail to who wrote it, later ones stand beside it at the desk', async () => {
  const [{ id }, writer] = [await givenArticle(), await givenReader()]
  const { email } = await db().reader.findUniqueOrThrow({ where: { id: writer.id }, select: { email: true } })
  await db().author.create({
    data: {
      slug: 'ida',
      name: 'Ida',
      readerId: writer.id,
      bylines: { create: { articleId: id, position: 0 } },
    },
    select: { id: true },
  })
  const first = await report(id, 'It fell in May.')
  await report(id, 'It never stood.')
  const mails = await sent()
  expect(mails).toContain(email)
  expect(mails).toContain('It fell in May.')
  expect(mails).not.toContain('It never stood.')
  expect(mails).not.toContain('chief@example.org')
  await dismissError(await givenEditor(), first, noon)
  expect(await sent()).toBe('[]')
  expect(logged).toEqual([])
})

test('where nobody who wrote it has an account, whoever is told of queues is', async () => {
  const { id } = await givenArticle()
  await report(id, 'It leans.')
  expect(await sent()).toContain('chief@example.org')
})

test('who found an error is thanked once for the correction, by mail and in their account', async () => {
  const [{ id }, finder, other] = [await givenArticle(), await givenReader(), await givenReader()]
  const emailOf = async ({ id: reader }: { id: number }) =>
    (await db().reader.findUniqueOrThrow({ where: { id: reader }, select: { email: true } })).email
  const errorIds = [
    await report(id, 'It fell in May.', finder),
    await report(id, 'It lies flat.', finder),
    await report(id, 'It is gone.'),
  ]
  await report(id, 'It sinks.', other)
  await sent()
  const editor = await givenEditor()
  await beginCorrection(editor, id, { kind: 'correction', note: 'It fell.', errorIds }, noon)
  const found = await findCorrection(editor, id)
  const typed = { headline: found?.text.headline ?? '', standfirst: found?.text.standfirst ?? '' }
  await writeCorrection(editor, id, { ...typed, text: 'It fell.', base: found?.number ?? 0 }, noon)
  expect(await listThanks(finder)).toEqual([])
  expect(await publishCorrection(editor, id, noon)).toMatchObject({ ok: true })
  const mails = await sent()
  expect(mail.mails).toHaveLength(1)
  expect(mails).toContain(await emailOf(finder))
  expect(mails).toContain(`/news/${id}/`)
  expect(mails).not.toContain(await emailOf(other))
  expect(await listThanks(finder)).toMatchObject([
    { id: errorIds[1], articleId: id, quote: 'It stands.' },
    { id: errorIds[0], articleId: id },
  ])
  expect(await listThanks(other)).toEqual([])
  expect(logged).toEqual([])
})
