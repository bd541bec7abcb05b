import type { Figure } from './targets'

/** What the command line asked for, for every part. */
export type Options = {
  /** Of one measured run, and how often all are done in turn. */
  seconds: number
  rounds: number
  /** The long way: the requests of the memory's curve. */
  requests: number
  /** How large what is made is to be, where it is not to be as large as usual. */
  articles: number | null
  comments: number | null
  /** A site that is to be filled and kept. */
  dataDir: string | null
  /** Of a lively conversation. */
  minutes: number
  newcomers: boolean
  profile: string | null
}

/** What a part found: tables as people read them, figures beside their targets, and every number it came from. */
export type Finding = {
  tables: { title: string; rows: string[][] }[]
  notes: string[]
  figures: Figure[]
  raw: unknown
  /** What could not be measured, or was not as it must be, while the rest was. */
  failed?: readonly string[]
  /** Pictures, by file name. */
  charts?: Record<string, string>
}

export type Part = {
  title: string
  /** Only when it is named, or with `--long`. */
  isLong?: true
  /** Programs of the machine it needs beyond Node. */
  needs: readonly Need[]
  measure(options: Options): Promise<Finding>
}

export type Need = 'wrk' | 'nginx' | 'chromium' | 'lighthouse'
