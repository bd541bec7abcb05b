import { readFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { type Imported, type ImportRefusal, importWirePage } from '@/lib/importing/commands'
import { decodeWireText, readWirePage, type WireReading } from '@/lib/importing/wire-page'
import { neverHappens } from '@/lib/outcome'
import { isTimeZone } from '@/lib/site-time'
import { reportTaken } from './report-taken'
import { usage } from './usage'
import { withDatabase } from './with-database'

const options = {
  'dry-run': { type: 'boolean', default: false },
  quiet: { type: 'boolean', default: false },
  timezone: { type: 'string' },
  section: { type: 'string' },
} as const

/** `tribune import FILE…`: each file whole or not at all; the others go on. 0 when every one was taken. */
export async function importFiles(args: string[], { cwd }: { cwd: string }): Promise<number> {
  const parsed = readArguments(args)
  if (!parsed) return complain(usage)
  const { values, positionals } = parsed
  if (positionals.length === 0) return complain(usage)
  if (values.timezone !== undefined && !isTimeZone(values.timezone))
    return complain(`--timezone ${values.timezone}: there is no such zone. One looks like Europe/Berlin.\n`)
  return withDatabase(async (env) => {
    const timeZone = values.timezone ?? env.SITE_TIMEZONE
    const about = {
      section: values.section ?? null,
      dryRun: values['dry-run'],
      timeZone,
      siteUrl: env.SITE_URL,
      quiet: values.quiet,
    }
    let refusals = 0
    for (const [index, file] of positionals.entries()) {
      if (positionals.length > 1) process.stdout.write(`[${index + 1}/${positionals.length}] `)
      if (!(await importFile(file, resolve(cwd, file), about))) refusals += 1
    }
    if (positionals.length > 1)
      process.stdout.write(`${positionals.length - refusals} taken, ${refusals} refused\n`)
    return refusals === 0 ? 0 : 1
  })
}

type About = { section: string | null; dryRun: boolean; timeZone: string; siteUrl: URL; quiet: boolean }

async function importFile(name: string, path: string, about: About): Promise<boolean> {
  const reading = await readPage(path, about.timeZone)
  if (!reading.ok)
    return refuse(
      name,
      reading.error === 'not-a-wire-page' ? `line ${reading.line}: ${reading.reason}` : reading.reason,
    )
  const { page, taken, warnings } = reading.value
  const imported = await importWirePage(page, {
    section: about.section,
    dryRun: about.dryRun,
    now: new Date(),
  })
  if (!imported.ok) return refuse(name, sentenceOf(imported))
  process.stdout.write(`${name}: ${outcome(imported.value, about)}\n`)
  if (!about.quiet) process.stdout.write(reportTaken(page, taken, about.timeZone))
  if (page.publishedAt > new Date()) process.stdout.write('  note: its publish date lies ahead\n')
  for (const warning of warnings) process.stdout.write(`  note, line ${warning.line}: ${warning.text}\n`)
  return true
}

async function readPage(
  path: string,
  timeZone: string,
): Promise<WireReading | { ok: false; error: 'no-file'; reason: string }> {
  try {
    const decoded = decodeWireText(await readFile(path))
    return decoded.ok ? readWirePage(decoded.value, { timeZone }) : decoded
  } catch (error) {
    if (error instanceof Error && 'code' in error)
      return { ok: false, error: 'no-file', reason: `it cannot be read (${error.code})` }
    throw error
  }
}

function outcome({ newsId, path, did }: Imported, { dryRun, siteUrl }: About): string {
  const address = new URL(path, siteUrl).href
  switch (did) {
    case 'nothing':
      return `News ID ${newsId} is already there with the same text; nothing ${dryRun ? 'would change' : 'changed'}. ${address}`
    case 'redated':
      return `News ID ${newsId} is there with the same text; its publish date ${dryRun ? 'would be' : 'was'} corrected. ${address}`
    case 'revised':
      return `News ID ${newsId} is there with another text; this ${dryRun ? 'would become' : 'became'} its next version. ${address}`
    default:
      return `News ID ${newsId} ${dryRun ? 'would be published' : 'published'}. ${address}`
  }
}

function sentenceOf(refusal: ImportRefusal): string {
  switch (refusal.error) {
    case 'no-section':
      return `there is no section "${refusal.section}". Nothing was imported.`
    case 'taken-back':
      return `News ID ${refusal.newsId} was taken back by this newsroom. It was not touched.`
    case 'not-from-wire':
      return `News ID ${refusal.newsId} is “${refusal.headline}”, which this newsroom wrote. It was not touched.`
    default:
      return neverHappens(refusal)
  }
}

function refuse(name: string, reason: string): boolean {
  process.stderr.write(`${name}: refused, ${reason}\n`)
  return false
}

function complain(text: string): number {
  process.stderr.write(text)
  return 2
}

function readArguments(args: string[]) {
  try {
    return parseArgs({ args, options, allowPositionals: true })
  } catch (error) {
    if (error instanceof TypeError) return null
    throw error
  }
}
