import { seeded } from '@/e2e/process/seeded'
import { articleWithComments } from './articles'
import { measureDecisions } from './freshness-decisions'
import { measurePublications, placesWatched } from './freshness-publications'
import { startFront } from './front'
import type { Finding, Part } from './part'
import { openDatabaseOf, type Site, startSite } from './site'
import type { Way } from './until-shown'
import { type Watcher, watch, watchEvery } from './watching'

const workers = 2
const readersBehindFront = 2

/** How long after a decision at the desk, and after a publication, every reader has what follows from it. */
export const freshness: Part = {
  title: 'From a decision and from a publication to what is served',
  needs: ['nginx'],
  measure,
}

async function measure(): Promise<Finding> {
  const site = await startSite({ workers })
  await openDatabaseOf(site)
  const article = await articleWithComments(20)
  const ways = await waysTo(site, article.path)
  // Now right after a render, now long after: a page renders at most once a second.
  const random = seeded(20)
  const pauseMs = () => random.below(1_500)
  const found = [
    await measureDecisions(site, article, ways, pauseMs),
    await measurePublications(site, ways, pauseMs),
  ]
  for (const watcher of ways.flatMap(({ readers }) => readers.flat())) watcher.close()
  return {
    tables: found.flatMap(({ tables }) => tables),
    notes: found.flatMap(({ notes }) => notes),
    figures: found.flatMap(({ figures }) => figures),
    raw: Object.assign({}, ...found.map(({ raw }) => raw)),
  }
}

/** For every place connections to each process of the site, and to what stands in front of it. */
async function waysTo(site: Site, path: string): Promise<Way[]> {
  const front = await startFront(site, null)
  const [direct, behind]: [Watcher[][], Watcher[][]] = [[], []]
  for (let place = 0; place < placesWatched; place++) {
    direct.push(await watchEvery(site, path, workers))
    behind.push(Array.from({ length: readersBehindFront }, () => watch(front.origin)))
  }
  return [
    { name: `every one of ${workers} processes`, readers: direct },
    { name: 'deploy/nginx in front of them', readers: behind },
  ]
}
