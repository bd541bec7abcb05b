// Prisma's codes for a database that cannot be reached or is too busy, Node's for a refused or broken connection,
// and PostgreSQL's own for one that is shutting down or starting.
const away =
  /^(P1001|P1002|P1008|P1017|P2024|P2028|ECONNREFUSED|ECONNRESET|EHOSTUNREACH|ENETUNREACH|ENOTFOUND|EAI_AGAIN|EPIPE|ETIMEDOUT|57P0[123])$/
const awayKinds = new Set(['DatabaseNotReachable', 'ConnectionClosed', 'SocketTimeout', 'TooManyConnections'])

/** True for an error that means: the database was away, and nothing of this stands. Looks through wrapped errors. */
export function isDatabaseAway(error: unknown, depth = 0): boolean {
  if (typeof error !== 'object' || error === null || depth > 5) return false
  if ('code' in error && typeof error.code === 'string' && away.test(error.code)) return true
  if ('kind' in error && typeof error.kind === 'string' && awayKinds.has(error.kind)) return true
  if (
    error instanceof Error &&
    /Connection terminated|connection timeout|timeout expired|timeout exceeded|Query read timeout|Server has closed the connection/i.test(
      error.message,
    )
  )
    return true
  return (['cause', 'err'] as const).some(
    (name) => name in error && isDatabaseAway(Reflect.get(error, name), depth + 1),
  )
}

/** True when PostgreSQL answered, and does not let us in: wrong user, password or database. */
export function isAccessDenied(error: unknown): boolean {
  return error instanceof Error && 'code' in error && /^(28\d{3}|3D000)$/.test(String(error.code))
}
