import { join } from 'node:path'
import { type Nginx, startNginx } from '@/e2e/nginx'
import { pinned } from './cores'
import { atEnd } from './endings'
import { endingWithUs } from './program'
import type { Site } from './site'

/**
 * deploy/nginx in front of a site, on some cores; stopped at the end. `files` is the folder in which the site lays
 * documents out for it.
 */
export async function startFront(
  site: Site,
  cores: readonly number[] | null,
  files?: string,
): Promise<Nginx> {
  const before = endingWithUs(cores ? pinned(cores, '', []) : ['', []])
  const front = await startNginx({ apps: [site.port], before: before.flat().filter(Boolean) })
  atEnd(() => front.stop())
  if (files !== undefined) await front.serveFiles(join(files, 'nginx.conf'))
  return front
}
