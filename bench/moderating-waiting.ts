import pg from 'pg'

/** Takes so many public comments that nobody answered from their readers, as reports would, with all counters. */
export async function holdBack(url: string, count: number): Promise<void> {
  await atLength(url, [
    `create temporary table chosen on commit drop as
     select c.id, c."articleId", c."currentRevisionId", c."ancestorIds", (select max(d.number) from "Decision" d where d."commentId" = c.id) as number
     from "Comment" c
     where c.state = 'published' and c."publicDescendantCount" = 0 and c."approvedById" is null and not c."byStaff"
     order by c.id % 1009, c.id limit greatest(0, ${count} - (select count(*) from "DeskItem"))`,
    `insert into "Decision" ("commentId", "revisionId", number, "fromState", "toState", rule)
     select id, "currentRevisionId", number + 1, 'published', 'held', 'reported' from chosen`,
    `update "Comment" c set state = 'held', "publicRevisionId" = null from chosen where c.id = chosen.id`,
    `update "Comment" c set "publicDescendantCount" = c."publicDescendantCount" - gone.count
     from (select unnest("ancestorIds") as id, count(*)::int as count from chosen group by 1) gone where c.id = gone.id`,
    `update "Article" a set "publicCommentCount" = a."publicCommentCount" - n.count, "heldCommentCount" = a."heldCommentCount" + n.count
     from (select "articleId" as id, count(*)::int as count from chosen group by 1) n where a.id = n.id`,
  ])
  await atLength(url, ['commit', 'vacuum analyze', 'begin'])
}

/** What a newsroom has saved for itself, all with a promise: every page of the desk counts them. */
export async function saveQueues(url: string, madeById: number): Promise<void> {
  const filters = [
    ...[
      '',
      'queue=risky',
      'queue=reported',
      'section=world',
      'section=sport',
      'section=world&authors=new&waiting=30',
    ],
    ...['rule=reported&waiting=480', 'reach=20'],
  ]
  const values = filters.map((filter, at) => `('Measured ${at}', '${filter}', 30, ${madeById})`)
  await atLength(url, [
    `insert into "SavedQueue" (name, filter, "promisedMinutes", "madeById") values ${values.join(', ')} on conflict (name) do nothing`,
  ])
}

/** One change over a connection of its own, which no limit of the site's ends. */
export async function atLength(url: string, statements: readonly string[]): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    await client.query('begin')
    for (const statement of statements) await client.query(statement)
    await client.query('commit')
  } finally {
    await client.end()
  }
}
