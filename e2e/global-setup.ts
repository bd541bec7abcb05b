import { join } from 'node:path'
import { root, startSite } from './site'

/** Starts the one site all journeys go through, tells the workers where it is, and ends it after the last one. */
export default async function globalSetup(): Promise<() => Promise<void>> {
  const site = await startSite(join(root, 'test-results', 'site.log'))
  Object.assign(process.env, { JOURNEYS_URL: site.url, JOURNEYS_DATA_DIR: site.dataDir })
  return async () => {
    await site.stop()
    const faults = (await site.output()).split('\n').filter(isFault)
    if (faults.length > 0) throw new Error(`While the journeys went on, the site said:\n${faults.join('\n')}`)
  }
}

/** A line that an operator would have to look into. */
function isFault(line: string): boolean {
  return /"event":"(answer|render-failed|error-page-failed|stop-failed|not-ready)"|^\s*(\w*Error\b|⨯|Warning:)/.test(
    line,
  )
}
