import pg from 'pg'
import { databaseOf } from './running'
import { until } from './until'

/** What a person would read on a page before writing; here it is asked of the database, which may be away meanwhile. */
export type FormFacts = {
  /** Of one's own comments written in the last four minutes, those that may be edited. */
  editable(readerId: number): Promise<{ id: number; revisionId: number }[]>
  /** What stands in the queue, longest waiting first; or, for a second thought, what was decided last. */
  /** What a moderator may decide about: staff's comments are for their seniors. */
  decidable(what: 'held' | 'decided'): Promise<Decidable[]>
  close(): Promise<void>
}
export type Decidable = {
  id: number
  articleId: number
  revisionId: number
  seen: number
  state: 'held' | 'published' | 'rejected'
  isPublic: boolean
}

const facts = `c.id, c."articleId", c.state, c."currentRevisionId" as "revisionId", c."publicRevisionId" is not null as "isPublic",
  (select max(d.number) from "Decision" d where d."commentId" = c.id) as seen`

/** Answers whenever the database runs, also after it came back on another port. */
export function formFacts(dataDir: string): FormFacts {
  let pool: pg.Pool | null = null

  async function ask<T extends pg.QueryResultRow>(sql: string, values: unknown[] = []): Promise<T[]> {
    return until('the database answers', () => tryOnce<T>(sql, values), 60_000)
  }

  async function tryOnce<T extends pg.QueryResultRow>(sql: string, values: unknown[]): Promise<T[] | null> {
    const used = pool
    try {
      pool ??= await open()
      return (await pool.query<T>(sql, values)).rows
    } catch {
      if (used !== null && used === pool) {
        pool = null
        void used.end()
      }
      return null
    }
  }

  async function open(): Promise<pg.Pool> {
    const fresh = new pg.Pool({ connectionString: await databaseOf(dataDir), max: 4 })
    // A connection that breaks while nobody uses it is no news here.
    fresh.on('error', () => undefined)
    return fresh
  }

  return {
    editable: (readerId) =>
      ask(
        `select id, "currentRevisionId" as "revisionId" from "Comment"
         where "authorId" = $1 and state in ('held', 'published') and "createdAt" > now() - interval '4 minutes'
         order by id desc limit 5`,
        [readerId],
      ),
    decidable: (what) =>
      ask(
        what === 'held'
          ? `select ${facts} from "Comment" c where state = 'held' order by id limit 10`
          : `select ${facts} from "Comment" c join "Reader" r on r.id = c."authorId" and r.role = 'reader'
             where state in ('published', 'rejected') order by c.id desc limit 40`,
      ),
    close: async () => pool?.end(),
  }
}
