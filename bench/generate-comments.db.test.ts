import { beforeAll, expect, test } from 'vitest'
import { findArticle } from '@/lib/articles/queries'
import { findDrift } from '@/lib/comments/drift'
import { rankOf } from '@/lib/comments/rank'
import { readRendered } from '@/lib/comments/rendered'
import { readCommentText } from '@/lib/comments/text'
import { useTestDatabase } from '@/lib/database/test-database'
import { db } from '@/lib/db'
import { replay } from '@/lib/moderation/replay'
import { type Generated, generateComments } from './generate-comments'
import { seededChance } from './generated/chance'
import { drawSizes } from './generated/sizes'

const { pool, url } = useTestDatabase()
let generated: Generated

beforeAll(async () => {
  await db().section.create({ data: { slug: 'world', name: 'World', position: 1 }, select: { id: true } })
  const before = await fingerprintOfIndexes()
  generated = await generateComments(url, {
    sizes: [...drawSizes(seededChance(3), 4_000, 40), 1_500],
    seed: 7,
    votes: true,
  })
  expect(await fingerprintOfIndexes()).toEqual(before)
}, 120_000)

async function fingerprintOfIndexes(): Promise<unknown[]> {
  const { rows } = await pool.query(
    'select indexname, indexdef from pg_indexes where schemaname = current_schema() order by 1',
  )
  return rows
}

async function numberOf(sql: string): Promise<number> {
  const { rows } = await pool.query<{ n: number }>(`select (${sql})::int as n`)
  return rows[0]?.n ?? Number.NaN
}

test('there are exactly so many comments as were asked for, under so many articles', async () => {
  expect(generated.articleIds).toHaveLength(41)
  expect(await numberOf('select count(*) from "Comment"')).toBe(5_500)
  expect(await numberOf('select count(distinct "articleId") from "Comment"')).toBe(41)
})

test('anyone may read what they are about', async () => {
  for (const id of generated.articleIds) expect((await findArticle(id))?.state).toBe('published')
})

test('they are of every kind: to the depth of 12, held, edited, refused, deleted, by staff, picked, pinned, gone with answers', async () => {
  expect(await numberOf('select max(depth) from "Comment"')).toBe(12)
  for (const kind of [
    `state = 'held' and "publicRevisionId" is null`,
    `state = 'held' and "publicRevisionId" is not null`,
    `state = 'rejected'`,
    `state = 'deleted'`,
    '"byStaff"',
    '"byNewcomer"',
    '"pickedAt" is not null',
    '"pinnedAt" is not null',
    '"publicRevisionId" is null and "publicDescendantCount" > 0',
    '"recommendCount" > 20',
    '"otherRank" > 0',
  ])
    expect([kind, await numberOf(`select count(*) from "Comment" where ${kind}`)]).not.toEqual([kind, 0])
})

test('no counter is off', async () => {
  expect(await findDrift()).toEqual([])
  expect(
    await numberOf(
      `select count(*) from "Comment" c where "recommendCount" <> (select count(*) from "Vote" where "commentId" = c.id)`,
    ),
  ).toBe(0)
})

test('no foreign key points nowhere', async () => {
  const { rows } = await pool.query<{ name: string; table: string; definition: string }>(`
    select conname as name, conrelid::regclass::text as table, pg_get_constraintdef(oid) as definition
    from pg_constraint where contype = 'f' and connamespace = 'public'::regnamespace`)
  expect(rows.length).toBeGreaterThan(30)
  const client = await pool.connect()
  try {
    await client.query('begin')
    for (const { name, table, definition } of rows)
      await client.query(
        `alter table ${table} drop constraint "${name}"; alter table ${table} add constraint "${name}" ${definition}`,
      )
  } finally {
    await client.query('rollback')
    client.release()
  }
})

test('what the triggers keep is kept: every place follows from its parent, every public word can be found', async () => {
  const misplaced = `
    select count(*) from "Comment" c left join "Comment" p on p.id = c."parentId"
    where c."parentId" is not null and (c."ancestorIds" <> p."ancestorIds" || p.id or c."articleId" <> p."articleId" or c."createdAt" < p."createdAt")`
  expect(await numberOf(misplaced)).toBe(0)
  const words = `
    select count(*) from "Comment" c left join "Revision" r on r.id = c."publicRevisionId" full join "CommentWords" w on w."commentId" = c.id
    where w.words is distinct from words_of(r.normalised) or (w."articleId" <> c."articleId")`
  expect(await numberOf(words)).toBe(0)
})

test('every comment is where its decisions lead, and what nobody saw was never answered', async () => {
  const comments = await db().comment.findMany({
    select: {
      ...{ id: true, state: true, currentRevisionId: true, publicRevisionId: true, approvedById: true },
      ...{ seenCount: true, recommendCount: true, rank: true },
      decisions: {
        orderBy: { number: 'asc' },
        select: {
          ...{ id: true, number: true, revisionId: true, actorId: true, fromState: true, toState: true },
          ...{ rule: true, undoesId: true },
        },
      },
    },
  })
  for (const { decisions, id, seenCount, recommendCount, rank, ...standing } of comments) {
    expect({ id, ...replay(decisions) }).toEqual({ id, ...standing })
    expect([id, rank]).toEqual([id, rankOf({ seenCount, recommendCount })])
  }
  expect(
    await numberOf(`
      select count(*) from "Comment" c join "Comment" p on p.id = c."parentId"
      where p."publicRevisionId" is null and p.state = 'held'`),
  ).toBe(0)
})

test('texts are as they would be after they were typed, and hardly any is there twice', async () => {
  const revisions = await db().revision.findMany({
    take: 500,
    select: { source: true, rendered: true, normalised: true, fingerprint: true },
  })
  for (const { source, rendered, normalised, fingerprint } of revisions) {
    expect(readCommentText(source)).toEqual({ ok: true, value: { source, normalised, fingerprint } })
    expect(readRendered(rendered)).toEqual([{ type: 'paragraph', content: [source] }])
    expect(source.split(' ').length).toBeGreaterThanOrEqual(20)
  }
  expect(await numberOf('select count(distinct fingerprint) from "Revision"')).toBe(
    await numberOf('select count(*) from "Revision"'),
  )
})

test('ids that come next are free', async () => {
  for (const table of ['Comment', 'Revision', 'Reader', 'Article', 'ArticleVersion', 'Decision'])
    expect(
      await numberOf(`select nextval('"${table}_id_seq"') - (select max(id) from "${table}")`),
    ).toBeGreaterThan(0)
})
