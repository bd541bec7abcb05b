import { noon } from './test-newsroom'

/** No row of any table has this id. */
export const nobody = 2_000_000_000

/** What a statement that has to be refused may point at. */
export type Furniture = Record<
  | 'section'
  | 'article'
  | 'otherArticle'
  | 'emptyArticle'
  | 'versionOfOther'
  | 'ana'
  | 'ben'
  | 'writer'
  | 'approver'
  | 'rejecter'
  | 'root'
  | 'rootRevision'
  | 'answer'
  | 'held'
  | 'heldRevision'
  | 'heldDecision'
  | 'edited'
  | 'deepest',
  number
> & { email: string; handle: string; aboveDeepest: number[] }

/** A promise, a statement that would break it, and what refuses it: a constraint's name, or words of the message. */
export type Attempt = [promise: string, sql: (given: Furniture) => string, refusal: string]

type Values = Record<string, string | number>

export function twice(sql: string): string {
  return `${sql}; ${sql}`
}

/** Columns and values, both as SQL. */
export function insert(table: string, values: Values): string {
  return `insert into "${table}" (${namesOf(values)}) values (${Object.values(values).join(', ')})`
}

export function update(table: string, id: number, change: string): string {
  return `update "${table}" set ${change} where id = ${id}`
}

export function remove(table: string, id: number): string {
  return `delete from "${table}" where id = ${id}`
}

export function reader(values: Values): string {
  return insert('Reader', { handle: `'new'`, name: `'New'`, email: `'new@example.org'`, ...values })
}

export function article({ section }: Furniture, values: Values): string {
  return insert('Article', {
    slug: `'a'`,
    '"sectionId"': section,
    '"publishedAt"': `'${noon.toISOString()}'`,
    ...values,
  })
}

export function version(articleId: number, values: Values): string {
  return insert('ArticleVersion', {
    '"articleId"': articleId,
    number: 2,
    headline: `'H'`,
    body: `'[]'`,
    reason: `'r'`,
    ...values,
  })
}

export function byline(articleId: number, position: number, slug = 'a'): string {
  return `with author as (${insert('Author', { slug: `'${slug}'`, name: `'A'` })} returning id)
    insert into "Byline" select ${articleId}, id, ${position} from author`
}

export function report({ rootRevision }: Furniture, commentId: number, readerId: number): string {
  return insert('Report', {
    '"commentId"': commentId,
    '"readerId"': readerId,
    '"revisionId"': rootRevision,
    reason: `'spam'`,
  })
}

export function revision(commentId: number, values: Values): string {
  return insert('Revision', {
    '"commentId"': commentId,
    number: 2,
    source: `'words'`,
    rendered: `'[]'`,
    normalised: `'w'`,
    fingerprint: `'f'`,
    checks: `'[]'`,
    ...values,
  })
}

export function decision({ held, heldRevision }: Furniture, values: Values): string {
  const about = { '"commentId"': held, '"revisionId"': heldRevision, number: 2 }
  return insert('Decision', {
    ...about,
    '"fromState"': `'held'`,
    '"toState"': `'published'`,
    rule: `'approved'`,
    ...values,
  })
}

/** A comment with its first revision, as one statement. In the values `comment` and `revision` are the new ids. */
export function comment({ article, ana }: Furniture, values: Values): string {
  const place = { '"articleId"': article, '"authorId"': ana, depth: 0, '"ancestorIds"': `'{}'::int[]` }
  const all = { ...place, state: `'held'::"CommentState"`, '"currentRevisionId"': 'revision', ...values }
  return `with ids as materialized (
      select nextval('"Comment_id_seq"')::int as comment, nextval('"Revision_id_seq"')::int as revision),
    written as (
      insert into "Revision" (id, "commentId", number, source, rendered, normalised, fingerprint, checks)
      select revision, comment, 1, 'words', '[]', 'w', 'f', '[]' from ids)
    insert into "Comment" (id, ${namesOf(all)}) select comment, ${Object.values(all).join(', ')} from ids`
}

/** Where an answer stands to a comment that has these ancestors. */
export function under(parentId: number, ancestors: number[]): Values {
  const all = [...ancestors, parentId]
  return {
    '"parentId"': parentId,
    '"rootId"': all[0] ?? parentId,
    depth: all.length,
    '"ancestorIds"': `array[${all.join(', ')}]`,
  }
}

function namesOf(values: Values): string {
  return Object.keys(values).join(', ')
}
