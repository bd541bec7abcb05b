import { newDataDir } from './data-dir'
import { withDatabaseOf } from './running'
import { type Send, sender } from './send'
import { givenSignedIn, type Reader } from './session'
import { startSite } from './site'
import { standing } from './standing'

/** The demonstration's lead, with a conversation under it. */
export const articleId = 49401
export const talk = `/news/${articleId}/comments`

export type KeptSite = {
  port: number
  dataDir: string
  pid: number
  send: Send & { close(): void }
  /** Signed in, with a comment that only they may read. */
  reader: Reader
  comment: { id: number; body: string }
  /** The canonical address of the article. */
  article: string
  /** One address of each kind of document, all kept, and one that does not exist. */
  addresses: string[]
  before: Record<string, string>
}

/** A site whose documents have been rendered, and nothing of which changes any more by itself. */
export async function startKeptSite(): Promise<KeptSite> {
  const dataDir = await newDataDir('demonstration')
  const { port, pid, origin } = await startSite({ DATA_DIR: dataDir, RATE_LIMITS: 'off' })
  const reader = await withDatabaseOf(dataDir, () => givenSignedIn(dataDir, 'Quillon Sorrelwood'))
  const send = sender(origin)
  const body = 'What only its author may read.'
  const json = { article: articleId, body, key: 'one' }
  const posted = await send({ path: '/api/comments', cookie: reader.cookie, json })
  const article = (await send({ path: `/news/${articleId}` })).headers.location ?? ''
  const conversation = await send({ path: `${talk}?sort=oldest` })
  const root = /id="comment-(\d+)"/.exec(conversation.body)?.[1]
  const branch = `/comments/${root}/replies`
  const front = await send({ path: '/' })
  const section = /\/section\/[a-z-]+/.exec(front.body)?.[0] ?? ''
  const addresses = [
    '/',
    section,
    article,
    talk,
    `${talk}?sort=oldest`,
    branch,
    '/about',
    '/rules',
    '/nowhere',
  ]
  const comment = { id: Number(/"id":(\d+)/.exec(posted.body)?.[1]), body }
  const before = await standing(port, addresses)
  const missing = Object.keys(before).filter(
    (key) => before[key]?.startsWith('200') === key.startsWith('/nowhere'),
  )
  if (missing.length > 0) throw new Error(`these are no documents: ${missing}`)
  return { port, dataDir, pid, send, reader, comment, article, addresses, before }
}
