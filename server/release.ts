import { pathToFileURL } from 'node:url'
import { ownProgram } from '@/lib/own-program'
import type { Release } from './workers'

/** What the workers of a build are made from; without a build (development), the source. */
export function releaseOf(build: string | undefined): Release {
  const beside = build === undefined ? import.meta.url : pathToFileURL(`${build}/programs/`).href
  return { program: ownProgram(beside, 'worker', './worker.ts'), build }
}
