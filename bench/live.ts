import { randomUUID } from 'node:crypto'
import { get, type IncomingMessage } from 'node:http'
import { setTimeout as pause } from 'node:timers/promises'
import { seeded } from '@/e2e/process/seeded'
import { givenSignedIn } from '@/e2e/process/session'
import { articleWithComments } from './articles'
import { asModerator, asViewer, decideOn, hold } from './desk'
import { numberText, quantile } from './figures'
import { memoryOfSite, totalOf } from './memory'
import type { Finding, Part } from './part'
import { openDatabaseOf, type Site, startSite } from './site'
import { single, targets } from './targets'

const [streams, tries] = [1_000, 30]
const opensAtOnce = 50
const patienceMs = 15_000

/** How long after a decision all open pages of a conversation know of it: one process, a thousand streams. */
export const live: Part = { title: 'From a decision to a thousand open pages', needs: [], measure }

async function measure(): Promise<Finding> {
  const site = await startSite()
  await openDatabaseOf(site)
  const article = await articleWithComments(20)
  const moderator = asModerator(await givenSignedIn(site.dataDir, 'Moderator', 'moderator'))
  // What the first thousand requests of a process take is no stream's.
  const first = await gather(site, article.id)
  first.leave()
  const before = totalOf(await memoryOfSite(site))
  const audience = await gather(site, article.id)
  const after = totalOf(await memoryOfSite(site))
  const random = seeded(7)
  const milliseconds: number[] = []
  for (let time = 0; time < tries; time++) {
    // Two approvals make a known reader, whose comments do not wait.
    const newcomer = asViewer(await givenSignedIn(site.dataDir, `Newcomer ${time}`), 'reader')
    const id = await hold(newcomer, article.id, `Comment ${randomUUID()}: the ferry was late again.`)
    await pause(random.below(1_500))
    const began = performance.now()
    const told = audience.told(id)
    await decideOn(moderator, id, 'approve')
    milliseconds.push(...(await told).map((at) => at - began))
  }
  audience.leave()
  return report(milliseconds, after - before)
}

type Audience = {
  /** When each of the streams said that a comment is there; rejects when one does not. */
  told(commentId: number): Promise<number[]>
  leave(): void
}

async function gather(site: Site, articleId: number): Promise<Audience> {
  const answers: IncomingMessage[] = []
  let hear: (text: string) => void = () => undefined
  while (answers.length < streams)
    answers.push(...(await Promise.all(Array.from({ length: opensAtOnce }, () => open(site, articleId)))))
  for (const answer of answers) answer.setEncoding('utf8').on('data', (text: string) => hear(text))
  return {
    told: (commentId) =>
      new Promise((resolve, reject) => {
        const times: number[] = []
        const mark = `"kind":"posted","id":${commentId},`
        const patience = setTimeout(
          () => reject(new Error(`${times.length} of ${streams} streams told of comment ${commentId}`)),
          patienceMs,
        )
        hear = (text) => {
          if (!text.includes(mark)) return
          times.push(performance.now())
          if (times.length < streams) return
          clearTimeout(patience)
          resolve(times)
        }
      }),
    leave() {
      for (const answer of answers) answer.destroy()
    },
  }
}

function open(site: Site, articleId: number): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    const req = get(`${site.origin}/api/news/${articleId}/live`, { agent: false }, (res) => {
      res.on('error', () => undefined)
      if (res.statusCode === 200) resolve(res)
      else reject(new Error(`a stream was answered ${res.statusCode}`))
    })
    req.on('error', reject)
  })
}

function report(milliseconds: readonly number[], megabytes: number): Finding {
  const quantiles = [0.5, 0.95, 1].map((q) => numberText(quantile(milliseconds, q), 0))
  return {
    tables: [
      {
        title: `${tries} comments approved, ${numberText(streams)} streams open on one process`,
        rows: [
          ['', 'median ms', 'p95 ms', 'slowest ms'],
          ['approved → told, all streams', ...quantiles],
        ],
      },
    ],
    notes: [
      `The clock runs from before the decision's transaction until this program, on the same cores, has read the event. The open streams took ${numberText(megabytes, 0)} MB of the site's memory (PSS).`,
    ],
    figures: [single(targets.live, quantile(milliseconds, 0.95))],
    raw: { milliseconds, megabytes },
  }
}
