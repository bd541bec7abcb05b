import pg from 'pg'

/** What PostgreSQL did for one statement: its nodes, as EXPLAIN tells them. */
export type PlanNode = {
  'Node Type': string
  'Relation Name'?: string
  'Index Name'?: string
  'Actual Rows': number
  'Actual Loops': number
  'Rows Removed by Filter'?: number
  'Rows Removed by Join Filter'?: number
  'Rows Removed by Index Recheck'?: number
  Plans?: PlanNode[]
}
type Sent = { text: string; values: unknown[] }

/** Runs some work and gives the statements that it sent to the database, as the driver sent them. */
export async function statementsOf(work: () => Promise<unknown>): Promise<Sent[]> {
  const sent: Sent[] = []
  const query = pg.Client.prototype.query
  const listening = function (this: pg.Client, ...given: unknown[]) {
    const [config, values] = given
    if (typeof config === 'string') sent.push({ text: config, values: Array.isArray(values) ? values : [] })
    else if (isConfig(config))
      sent.push({ text: config.text, values: Array.isArray(values) ? values : (config.values ?? []) })
    return Reflect.apply(query, this, given)
  }
  Object.assign(pg.Client.prototype, { query: listening })
  try {
    await work()
  } finally {
    Object.assign(pg.Client.prototype, { query })
  }
  return sent
}

/**
 * The plan of a statement and what it touched, without sequential scans where any other way exists: with a plan for the
 * very values, or with the one for all values that a connection goes over to.
 */
export async function planOf(
  pool: pg.Pool,
  { text, values }: Sent,
  mode: 'custom' | 'generic',
): Promise<PlanNode> {
  const client = await pool.connect()
  try {
    await client.query(
      `set enable_seqscan = off; set plan_cache_mode = force_${mode}_plan; prepare asked as ${text}`,
    )
    const given = values.length === 0 ? '' : `(${values.map(literal).join(', ')})`
    const { rows } = await client.query(`explain (analyze, timing off, format json) execute asked${given}`)
    return rows[0]['QUERY PLAN'][0].Plan
  } finally {
    await client.query('deallocate all; reset all')
    client.release()
  }
}

/** A node and everything under it. */
export function nodesOf(node: PlanNode): PlanNode[] {
  return [node, ...(node.Plans ?? []).flatMap(nodesOf)]
}

/** How many rows a node gave and threw away, in all its loops. */
export function rowsOf(node: PlanNode): number {
  const thrown =
    (node['Rows Removed by Filter'] ?? 0) +
    (node['Rows Removed by Join Filter'] ?? 0) +
    (node['Rows Removed by Index Recheck'] ?? 0)
  return (node['Actual Rows'] + thrown) * node['Actual Loops']
}

function literal(value: unknown): string {
  if (value === null || value === undefined) return 'null'
  if (Array.isArray(value))
    return pg.escapeLiteral(`{${value.map((each) => JSON.stringify(each)).join(',')}}`)
  return pg.escapeLiteral(value instanceof Date ? value.toISOString() : String(value))
}

function isConfig(config: unknown): config is { text: string; values?: unknown[] } {
  return typeof config === 'object' && config !== null && 'text' in config && typeof config.text === 'string'
}
