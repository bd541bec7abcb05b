import { expect } from 'vitest'
import { askPlainly, type PlainAnswer } from './ask-plainly'
import { ask } from './running'

/** The site as people use it through whatever stands in front of it. */
export type Front = ReturnType<typeof openFront>

/** `cookieName` is how the session's cookie begins: it depends on https. */
export function openFront(given: {
  origin: string
  certificate?: Buffer
  dataDir: string
  cookieName: string
}) {
  const { origin, dataDir, cookieName } = given
  const trust = given.certificate === undefined ? {} : { certificate: given.certificate }
  let made = 0
  const another = () => `${process.pid}-${++made}`

  function get(path: string, headers: Record<string, string> = {}): Promise<PlainAnswer> {
    return askPlainly(origin + path, { headers, ...trust })
  }

  function post(
    path: string,
    fields: Record<string, unknown>,
    { cookie }: { cookie?: string } = {},
  ): Promise<PlainAnswer> {
    return askPlainly(origin + path, {
      method: 'POST',
      body: JSON.stringify(fields),
      ...trust,
      headers: {
        origin,
        'sec-fetch-site': 'same-origin',
        accept: 'application/json',
        'content-type': 'application/json',
        ...(cookie === undefined ? {} : { cookie }),
      },
    })
  }

  /** The newest three. */
  async function articles(): Promise<number[]> {
    const rows = await ask<{ id: number }>(dataDir, 'select id from "Article" order by id desc limit 3')
    return rows.map(({ id }) => id)
  }

  async function articlePath(): Promise<string> {
    const [article] = await articles()
    return String((await get(`/news/${article}`)).headers.location)
  }

  function cookieOf(answer: PlainAnswer): string {
    const line = answer.headers['set-cookie']?.find((cookie) => cookie.startsWith(cookieName))
    if (line === undefined) throw new Error(`no session: ${answer.status} ${answer.body.toString()}`)
    return line.split(';')[0] ?? ''
  }

  async function signUp(name: string): Promise<string> {
    const email = `reader-${another()}@example.org`
    return cookieOf(await post('/api/sign-up', { name, email, password: 'nine ferries at noon' }))
  }

  async function signIn(who: { email: string; password: string }): Promise<string> {
    return cookieOf(await post('/api/sign-in', who))
  }

  /** A newcomer's comment, which waits for the desk, and the page it is to appear on. */
  async function givenHeld(): Promise<{ id: number; words: string; path: string }> {
    const [, article] = await articles()
    const words = `Held words ${another()}.`
    const cookie = await signUp(`Cy ${another()}`)
    const sent = await post('/api/comments', { article, body: words }, { cookie })
    expect(sent.status).toBe(202)
    return { id: JSON.parse(sent.body.toString()).id, words, path: `/news/${article}/comments?sort=newest` }
  }

  /** Somebody of the newsroom writes, and it is public at once. */
  async function write(cookie: string): Promise<void> {
    const [, article] = await articles()
    const sent = await post('/api/comments', { article, body: `In passing ${another()}.` }, { cookie })
    expect(sent.status).toBe(201)
  }

  /** Decides as the queue does. Resolves to when it was answered. */
  async function decide(id: number, move: 'approve' | 'reject', cookie: string): Promise<number> {
    const [row] = await ask<{ revision: number; seen: number }>(
      dataDir,
      `select c."currentRevisionId" as revision,
         (select max(number) from "Decision" d where d."commentId" = c.id) as seen
       from "Comment" c where id = $1`,
      [id],
    )
    const path = `/api/admin/comments/${id}/decide`
    const decided = await post(path, { move, ...row, reason: 'off-topic' }, { cookie })
    expect([decided.status, decided.body.toString()]).toEqual([200, expect.stringContaining(String(id))])
    return performance.now()
  }

  async function shows(path: string, words: string): Promise<boolean> {
    const answer = await get(path)
    expect(answer.status).toBe(200)
    return answer.body.includes(words)
  }

  return { get, post, articles, articlePath, signUp, signIn, givenHeld, write, decide, shows }
}

/** How many header lines of a name an answer has. */
export function count({ lines }: PlainAnswer, name: string): number {
  return lines.filter(([given]) => given === name).length
}
