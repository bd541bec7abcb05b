import pg from 'pg'
import { fromParagraphs } from '@/lib/articles/body'
import { drawBranches } from './generated/branches'
import { seededChance } from './generated/chance'
import { fateNames, fates } from './generated/fates'
import { createShapes, type Shape } from './generated/shapes'
import * as statements from './generated/statements'
import { drawTallies } from './generated/tallies'
import { makePhrases } from './generated/words'

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

const perBatch = 100_000
const [staff, leastReaders, mostReaders] = [5, 200, 50_000]
const yearsOfArticles = 5
const firstDay = Date.UTC(2020, 0, 1) / 1000

/**
 * Writes articles with conversations as a busy newsroom would have after years, the same for the same seed and an
 * equal database: comments up to the depth of 12, held, edited, refused and deleted ones among them, with revisions,
 * decisions, searchable words and exact counters. All in one transaction, during which triggers and foreign keys are
 * not asked (generate-comments.db.test.ts proves that none would object) and indexes are put aside. Needs a superuser.
 */
export async function generateComments(url: string, asked: Asked): Promise<Generated> {
  const began = performance.now()
  const client = new pg.Client({ connectionString: url, application_name: 'tribune bench' })
  await client.connect()
  try {
    await client.query('begin')
    await client.query(`set local session_replication_role = replica; set local work_mem = '64MB';
      set local maintenance_work_mem = '512MB'; ${statements.tables}; ${statements.chanceFunction}`)
    const articleIds = await write(client, asked)
    await client.query(`select bump_topics('{site,front}')`)
    await client.query('commit')
    await client.query('vacuum (analyze)')
    const comments = asked.sizes.reduce((sum, size) => sum + size, 0)
    return { articleIds, comments, seconds: (performance.now() - began) / 1000 }
  } finally {
    await client.end()
  }
}

type Branch = { article: number; shape: Shape; began: number; gap: number; pinned: boolean }

async function write(client: pg.Client, asked: Asked): Promise<number[]> {
  const { sizes, seed, votes = false, progress } = asked
  const chance = seededChance(seed)
  const shapes = createShapes(chance)
  const total = sizes.reduce((sum, size) => sum + size, 0)
  const readers = asked.readers ?? Math.min(mostReaders, Math.max(leastReaders, Math.floor(total / 50)))
  const people = await reserve(client, 'Reader', readers + staff + 1)
  await client.query(statements.insertReaders, [people, readers, staff])
  await writeStock(client, chance)
  const loose = await client.query<{ name: string; definition: string }>(statements.looseIndexes)
  for (const { name } of loose.rows) await client.query(`drop index ${name}`)

  const [firstArticle, firstVersion] = [
    await reserve(client, 'Article', sizes.length),
    await reserve(client, 'ArticleVersion', sizes.length),
  ]
  let comment = await reserve(client, 'Comment', total)
  let revision = await nextId(client, 'Revision')
  const counts: { shown: number; held: number }[] = []
  let batch: Branch[] = []
  let [inBatch, written, known] = [0, 0, 0]

  async function flush(): Promise<void> {
    known = await writeShapes(client, shapes.all, known)
    const columns = batch.map(({ shape, ...rest }) => {
      const placed = { ...rest, shape: shape.id, comment, revision }
      comment += shape.places.length
      revision += shape.revisions
      return placed
    })
    const column = <K extends keyof (typeof columns)[number]>(name: K) => columns.map((each) => each[name])
    await client.query(statements.insertBranches(votes), [
      ...[column('article'), column('shape'), column('comment'), column('revision')],
      ...[column('began'), column('gap'), column('pinned'), people, readers, staff],
    ])
    written += inBatch
    progress?.(written)
    ;[batch, inBatch] = [[], 0]
  }

  for (const [index, size] of sizes.entries()) {
    const published = firstDay + (index * yearsOfArticles * 365.25 * 86_400) / sizes.length
    const branches = drawBranches(chance, shapes, size)
    counts.push({
      shown: branches.reduce((sum, { shown }) => sum + shown, 0),
      held: branches.reduce((sum, { held }) => sum + held, 0),
    })
    for (const [number, shape] of branches.entries()) {
      const began = published + 600 + chance() ** 2 * 3 * 86_400
      batch.push({
        ...{ article: firstArticle + index, shape, began, gap: 30 + chance() * 900 },
        pinned: number === 1 && chance() < 0.1,
      })
      inBatch += shape.places.length
    }
    if (inBatch >= perBatch) await flush()
  }
  if (batch.length > 0) await flush()
  await client.query(`select setval('"Revision_id_seq"', $1)`, [revision])
  await writeArticles(client, firstArticle, firstVersion, counts)
  await client.query(statements.moveReaders)
  for (const { definition } of loose.rows) await client.query(definition)
  return sizes.map((_, index) => firstArticle + index)
}

/** What texts, numbers and fates are put together from. */
async function writeStock(client: pg.Client, chance: () => number): Promise<void> {
  for (const [third, phrases] of makePhrases(chance).entries())
    await client.query(statements.insertPhrases, [third, phrases])
  const tallies = drawTallies(chance)
  await client.query(
    `insert into gen_tally select n - 1, seen, recommended, rank, other
     from unnest($1::int[], $2::int[], $3::float8[], $4::float8[]) with ordinality as given(seen, recommended, rank, other, n)`,
    [
      tallies.map(({ seen }) => seen),
      tallies.map(({ recommended }) => recommended),
      tallies.map(({ rank }) => rank),
      tallies.map(({ otherRank }) => otherRank),
    ],
  )
  for (const [number, name] of fateNames.entries()) {
    const fate = fates[name]
    await client.query('insert into gen_fate values ($1, $2, $3, $4, $5, $6, $7, $8)', [
      ...[number, fate.state, fate.revisions, fate.shown],
      ...[fate.byStaff === true, fate.byNewcomer === true, fate.isPicked === true, fate.isApproved === true],
    ])
    for (const [index, { revision, toState, rule, reason, by }] of fate.decisions.entries())
      await client.query('insert into gen_decision values ($1, $2, $3, $4, $5, $6, $7, $8)', [
        ...[number, index + 1, revision, fate.decisions[index - 1]?.toState ?? null],
        ...[toState, rule, reason ?? null, by ?? null],
      ])
  }
}

/** Shapes from `known` on; how many are known then. */
async function writeShapes(client: pg.Client, all: readonly Shape[], known: number): Promise<number> {
  const rows = all.slice(known).flatMap((shape) =>
    shape.places.map(({ ancestors, fate, revision, descendants }, place) => ({
      ...{ shape: shape.id, place, ancestors: `{${ancestors.join(',')}}` },
      ...{ fate: fateNames.indexOf(fate), revision, descendants },
    })),
  )
  await client.query(
    `insert into gen_place
     select shape, place, ancestors::int[], fate, revision, descendants
     from unnest($1::int[], $2::int[], $3::text[], $4::int[], $5::int[], $6::int[]) as given(shape, place, ancestors, fate, revision, descendants)`,
    [
      ...[rows.map(({ shape }) => shape), rows.map(({ place }) => place)],
      ...[rows.map(({ ancestors }) => ancestors), rows.map(({ fate }) => fate)],
      ...[rows.map(({ revision }) => revision), rows.map(({ descendants }) => descendants)],
    ],
  )
  await client.query('analyze gen_place')
  return all.length
}

async function writeArticles(
  client: pg.Client,
  firstArticle: number,
  firstVersion: number,
  counts: readonly { shown: number; held: number }[],
): Promise<void> {
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
