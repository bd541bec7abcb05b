import { onTestFinished } from 'vitest'
import { freePort } from '@/lib/database/free-port'
import {
  givenApproved,
  givenArticle,
  givenModerator,
  givenReader,
  readByDesk,
} from '@/lib/database/test-newsroom'
import { decide } from '@/lib/moderation/commands'
import { newDataDir } from './data-dir'
import { externalDatabase } from './external-database'
import { type Answer, type Asked, sender } from './send'
import type { Site } from './site'

export const comment = 'This comment is to be removed'
export const administrator = { email: 'ines@example.org', password: 'seven quiet lanterns' }
/** Nobody is to wait for the limits of a database that does not answer. */
const patienceMs = 8_000

/** A database that can go away, with two articles and a comment, and what a site has to know to use it. */
export async function givenNewsroom() {
  const database = await externalDatabase()
  onTestFinished(() => database.end())
  const made = await database.inside(async () => {
    const [shown, unseen] = [await givenArticle(), await givenArticle()]
    const moderator = await givenModerator()
    const { id } = await givenApproved(await givenReader(), moderator, { articleId: shown.id, body: comment })
    return { shown, unseen, moderator, id }
  })
  const variables = {
    DATA_DIR: await newDataDir(),
    // Part of the site's address, and documents are those of one address.
    PORT: String(await freePort()),
    DATABASE_URL: database.url,
    AUTH_SECRET: 'a secret of thirty-two signs or more',
    ADMIN_EMAIL: administrator.email,
    ADMIN_PASSWORD: administrator.password,
  }
  return {
    database,
    variables,
    article: `/news/${made.shown.id}/a-bridge-is-built`,
    other: `/news/${made.unseen.id}/a-bridge-is-built`,
    removeComment: () =>
      database.inside(async () => {
        const move = { ...(await readByDesk(made.id)), move: 'reject', reason: 'off-topic' } as const
        const decided = await decide(made.moderator, move, new Date())
        if (!decided.ok) throw new Error(decided.error)
      }),
  }
}

export type Ask = (asked: Asked) => Promise<Answer>

export function asking(site: Site): Ask {
  const send = sender(site.origin)
  return (asked) => send({ patienceMs, ...asked })
}

/** A kept page that says that the database is away. */
export async function inOutage(ask: Ask, path: string): Promise<Answer | null> {
  const answer = await ask({ path })
  return answer.headers['cache-status']?.includes('detail=outage') ? answer : null
}

/** A page as it is when all is well. */
export async function answered(ask: Ask, path: string): Promise<Answer | null> {
  const answer = await ask({ path })
  return answer.status === 200 && !answer.headers['cache-status']?.includes('outage') ? answer : null
}
