import type { Layout } from './cores'
import { outputOf } from './program'
import { readWrkOutput, type WrkRun } from './wrk-output'

/** What a browser says it can decode; every server is asked with the same. */
export const acceptEncoding = 'br, gzip'

/** Loads a URL from the layout's cores over connections that are kept. Throws when a single answer was not a success. */
export async function loadUrl(
  url: string,
  { connections, seconds, layout }: { connections: number; seconds: number; layout: Layout },
): Promise<WrkRun> {
  const threads = Math.min(layout.load.length, 4, connections)
  const args = [
    ...['--threads', threads, '--connections', connections, '--duration', `${seconds}s`],
    // Slow answers are figures, not failures.
    ...['--timeout', '60s', '--latency', '--header', `Accept-Encoding: ${acceptEncoding}`, url],
  ].map(String)
  const { stdout } = await outputOf('wrk', args, { cores: layout.load })
  const run = readWrkOutput(stdout)
  if (run.refused > 0 || run.broken > 0)
    throw new Error(
      `${url}: ${run.requests} requests, ${run.refused} refused, ${run.broken} broken\n${stdout}`,
    )
  return run
}
