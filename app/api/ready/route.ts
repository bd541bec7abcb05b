import { db } from '@/lib/db'

/** The process can do its work: the database answers. */
export async function GET(): Promise<Response> {
  const headers = { 'cache-control': 'no-store' }
  try {
    await db().$queryRaw`select 1`
    return Response.json({ ok: true }, { headers })
  } catch (error) {
    process.stderr.write(`${JSON.stringify({ event: 'not-ready', error: String(error) })}\n`)
    return Response.json({ ok: false, error: 'database' }, { status: 503, headers })
  }
}
