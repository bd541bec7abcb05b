import { type Nginx, startNginx } from '@/e2e/nginx'
import { pinned } from './cores'
import { atEnd } from './endings'
import { endingWithUs } from './program'
import type { Site } from './site'

/** deploy/nginx in front of a site, on some cores; stopped at the end. */
export async function startFront(site: Site, cores: readonly number[] | null): Promise<Nginx> {
  const before = endingWithUs(cores ? pinned(cores, '', []) : ['', []])
  const front = await startNginx({ apps: [site.port], before: before.flat().filter(Boolean) })
  atEnd(() => front.stop())
  return front
}
