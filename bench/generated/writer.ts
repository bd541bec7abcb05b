import pg from 'pg'
import type { Chance } from './chance'
import { fateNames, fates } from './fates'
import type { Shape } from './shapes'
import * as statements from './statements'
import { drawTallies } from './tallies'
import { makePhrases } from './words'

/** A branch with the first of the ids that are its own. */
export type Branch = {
  article: number
  shape: Shape
  comment: number
  revision: number
  decision: number
  began: number
  gap: number
  pinned: boolean
}
/** Ids of readers: `first` and so many, then those of the newsroom, then one who decides. */
export type People = { first: number; readers: number; staff: number }

/** One connection that writes branches, all in one transaction, without triggers. */
export type Writer = {
  client: pg.Client
  write(branches: readonly Branch[], shapes: readonly Shape[]): Promise<void>
  /** Moves the readers' counters and commits. */
  finish(): Promise<void>
}

export async function openWriter(
  url: string,
  chance: Chance,
  people: People,
  withVotes: boolean,
): Promise<Writer> {
  const client = new pg.Client({ connectionString: url, application_name: 'tribune bench' })
  // As in generate-comments.ts: its loss is told by the statement under way.
  client.on('error', () => undefined)
  await client.connect()
  await client.query(`set session_replication_role = replica; set work_mem = '64MB'; set maintenance_work_mem = '256MB';
    ${statements.tables}; ${statements.chanceFunction}`)
  await writeStock(client, chance)
  await client.query('begin')
  let known = 0
  return {
    client,
    async write(branches, shapes) {
      known = await writeShapes(client, shapes, known)
      const column = <K extends Exclude<keyof Branch, 'shape'>>(name: K) => branches.map((each) => each[name])
      await client.query(statements.insertBranches(withVotes), [
        ...[column('article'), branches.map(({ shape }) => shape.id), column('comment'), column('revision')],
        ...[column('began'), column('gap'), column('pinned'), people.first, people.readers, people.staff],
        column('decision'),
      ])
    },
    async finish() {
      await client.query(statements.moveReaders)
      await client.query('commit')
    },
  }
}

/** What texts, numbers and fates are put together from. */
async function writeStock(client: pg.Client, chance: Chance): Promise<void> {
  for (const [third, phrases] of makePhrases(chance).entries())
    await client.query(statements.insertPhrases, [third, phrases])
  const tallies = drawTallies(chance)
  await client.query(statements.insertTallies, [
    tallies.map(({ seen }) => seen),
    tallies.map(({ recommended }) => recommended),
    tallies.map(({ rank }) => rank),
    tallies.map(({ otherRank }) => otherRank),
  ])
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
  // Others draw shapes while these are on their way.
  const fresh = all.slice(known)
  const rows = fresh.flatMap((shape) =>
    shape.places.map(({ ancestors, fate, ...place }, index) => ({
      ...{ ...place, shape: shape.id, place: index, ancestors: `{${ancestors.join(',')}}` },
      fate: fateNames.indexOf(fate),
    })),
  )
  const column = <K extends keyof (typeof rows)[number]>(name: K) => rows.map((each) => each[name])
  await client.query(statements.insertPlaces, [
    ...[column('shape'), column('place'), column('ancestors'), column('fate')],
    ...[column('revision'), column('decision'), column('descendants')],
  ])
  await client.query('analyze gen_place')
  return known + fresh.length
}
