import pg from 'pg'
import { fromParagraphs } from '@/lib/articles/body'
import { drawBranches } from './generated/branches'
import { type Chance, seededChance } from './generated/chance'
import { createShapes } from './generated/shapes'
import * as statements from './generated/statements'
import { type Branch, openWriter, type People, type Writer } from './generated/writer'

export type Asked = {
  /** How many comments each article has, one article after the other. */
  sizes: readonly number[]
  seed: number
  /** How many write them; one for fifty comments, if nothing is said. */
  readers?: number
  /** With a row for every recommendation: several for each comment. */
  votes?: boolean
  progress?(comments: number): void
}
export type Generated = { articleIds: number[]; comments: number; seconds: number }

const [writers, perBatch] = [2, 50_000]
const [staff, leastReaders, mostReaders] = [5, 200, 50_000]
const yearsOfArticles = 5
const firstDay = Date.UTC(2020, 0, 1) / 1000

/**
 * Writes articles with conversations as a busy newsroom would have after years, the same for the same seed and an
 * equal database: comments up to the depth of 12, held, edited, refused and deleted ones among them, with revisions,
 * decisions, searchable words and exact counters. Triggers and foreign keys are not asked meanwhile
 * (generate-comments.db.test.ts proves that none would object), and indexes are put aside: nobody else may write, and
 * a database in which this was broken off is of no use. Needs a superuser.
 */
export async function generateComments(url: string, asked: Asked): Promise<Generated> {
  const began = performance.now()
  const { sizes, seed } = asked
  const comments = sizes.reduce((sum, size) => sum + size, 0)
  const client = new pg.Client({ connectionString: url, application_name: 'tribune bench' })
  const opened: Writer[] = []
  // Without a listener its loss would end the process before anything is undone; the statement under way fails all the same.
  client.on('error', () => undefined)
  await client.connect()
  try {
    await client.query('set session_replication_role = replica')
    const people = await writePeople(client, asked.readers ?? usualReaders(comments))
    const loose = await client.query<{ name: string; definition: string }>(statements.looseIndexes)
    for (const { name } of loose.rows) await client.query(`drop index ${name}`)
    while (opened.length < writers)
      opened.push(await openWriter(url, seededChance(seed), people, asked.votes ?? false))
    const articleIds = await write(client, opened, asked, comments)
    for (const writer of opened) await writer.finish()
    await inTurn(
      loose.rows.map(({ definition }) => definition),
      opened.map((writer) => (definition) => writer.client.query(definition)),
    )
    await client.query(statements.putOnDesk)
    await client.query(`select bump_topics('{site,front}')`)
    await client.query('vacuum (analyze)')
    return { articleIds, comments, seconds: (performance.now() - began) / 1000 }
  } finally {
    for (const { client } of opened) await client.end()
    await client.end()
  }
}

async function write(client: pg.Client, opened: Writer[], asked: Asked, total: number): Promise<number[]> {
  const { sizes, seed, progress } = asked
  const chance = seededChance(seed + 1)
  const shapes = createShapes(chance)
  const firstArticle = await reserve(client, 'Article', sizes.length)
  const next = {
    comment: await reserve(client, 'Comment', total),
    revision: await nextId(client, 'Revision'),
    decision: await nextId(client, 'Decision'),
  }
  const counts: { shown: number; held: number }[] = []
  let written = 0

  function* batches(): Generator<Branch[]> {
    let [batch, inBatch]: [Branch[], number] = [[], 0]
    for (const [index, size] of sizes.entries()) {
      const published = firstDay + (index * yearsOfArticles * 365.25 * 86_400) / sizes.length
      const branches = drawBranches(chance, shapes, size)
      counts.push({
        shown: branches.reduce((sum, { shown }) => sum + shown, 0),
        held: branches.reduce((sum, { held }) => sum + held, 0),
      })
      for (const [number, shape] of branches.entries()) {
        batch.push({ article: firstArticle + index, shape, ...next, ...drawTime(chance, published, number) })
        next.comment += shape.places.length
        next.revision += shape.revisions
        next.decision += shape.decisions
      }
      inBatch += size
      if (inBatch < perBatch) continue
      yield batch
      ;[batch, inBatch] = [[], 0]
    }
    yield batch
  }

  await inTurn(
    batches(),
    opened.map((writer) => async (batch) => {
      await writer.write(batch, shapes.all)
      written += batch.reduce((sum, { shape }) => sum + shape.places.length, 0)
      progress?.(written)
    }),
  )
  for (const table of ['Revision', 'Decision'] as const)
    await client.query(`select setval('"${table}_id_seq"', $1)`, [
      next[table === 'Revision' ? 'revision' : 'decision'],
    ])
  await writeArticles(client, firstArticle, counts)
  return sizes.map((_, index) => firstArticle + index)
}

/** Everything once, each by whichever hand is free. */
async function inTurn<T>(all: Iterable<T>, hands: readonly ((each: T) => Promise<unknown>)[]): Promise<void> {
  const left = all[Symbol.iterator]()
  await Promise.all(
    hands.map(async (hand) => {
      for (let next = left.next(); !next.done; next = left.next()) await hand(next.value)
    }),
  )
}

function drawTime(chance: Chance, published: number, number: number) {
  const began = published + 600 + chance() ** 2 * 3 * 86_400
  return { began, gap: 30 + chance() * 900, pinned: number === 1 && chance() < 0.1 }
}

function usualReaders(comments: number): number {
  return Math.min(mostReaders, Math.max(leastReaders, Math.floor(comments / 50)))
}

async function writePeople(client: pg.Client, readers: number): Promise<People> {
  const first = await reserve(client, 'Reader', readers + staff + 1)
  await client.query(statements.insertReaders, [first, readers, staff])
  return { first, readers, staff }
}

async function writeArticles(
  client: pg.Client,
  firstArticle: number,
  counts: readonly { shown: number; held: number }[],
): Promise<void> {
  const firstVersion = await reserve(client, 'ArticleVersion', counts.length)
  const { rows } = await client.query<{ id: number }>('select id from "Section" order by position limit 1')
  const body = fromParagraphs(['What is said under it is what it is about.', 'It was generated.'])
  await client.query(statements.insertArticles, [
    ...[firstArticle, firstVersion, counts.map(({ shown }) => shown), counts.map(({ held }) => held)],
    ...[JSON.stringify(body), rows[0]?.id ?? null],
  ])
}

/** The first of so many ids that nobody else gets. */
async function reserve(client: pg.Client, table: string, count: number): Promise<number> {
  const first = await nextId(client, table)
  await client.query('select setval($1::regclass, $2)', [`"${table}_id_seq"`, first + count - 1])
  return first
}

async function nextId(client: pg.Client, table: string): Promise<number> {
  const { rows } = await client.query<{ id: number }>('select nextval($1::regclass)::int as id', [
    `"${table}_id_seq"`,
  ])
  return rows[0]?.id ?? 0
}
