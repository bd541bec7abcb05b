import { access, mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { markdownTable, table } from './figures'
import type { Machine } from './machine'
import type { Finding } from './part'
import { figureRows } from './targets'

export type Result = {
  /** `2026-11-25` */
  date: string
  command: string
  machine: Machine
  parts: { name: string; title: string; seconds: number; finding: Finding }[]
  /** Parts that were to be measured and could not be. */
  failed: string[]
}

/** A part's tables and notes, for the terminal. */
export function printFinding({ tables, notes, figures }: Finding): void {
  for (const { title, rows } of tables) console.log(`\n${title}\n${table(rows)}`)
  if (notes.length > 0) console.log(`\n${notes.join('\n')}`)
  if (figures.length > 0) console.log(`\n${table(figureRows(figures))}`)
}

/**
 * Writes the numbers (JSON), the tables (Markdown) and the charts, under the date. What is there of the same day
 * stays: the next is `DATE-2`. Gives the paths.
 */
export async function writeResult(result: Result, folder: string, chartFolder: string): Promise<string[]> {
  await mkdir(folder, { recursive: true })
  await mkdir(chartFolder, { recursive: true })
  const name = await freeName(folder, result.date)
  const [json, markdown] = [join(folder, `${name}.json`), join(folder, `${name}.md`)]
  await writeFile(json, jsonOf(rawOf(result)), { flag: 'wx' })
  await writeFile(markdown, markdownOf(result), { flag: 'wx' })
  const charts: string[] = []
  for (const { finding } of result.parts)
    for (const [file, svg] of Object.entries(finding.charts ?? {})) {
      await writeFile(join(chartFolder, file), svg)
      charts.push(join(chartFolder, file))
    }
  return [json, markdown, ...charts]
}

/** The result as a page: figures beside their targets first, then every part. */
export function markdownOf({ date, command, machine, parts, failed }: Result): string {
  const about = Object.entries(machine).filter(([, value]) => value !== null)
  const figures = parts.flatMap(({ finding }) => finding.figures)
  const sections = parts.map(({ title, seconds, finding: { tables, notes } }) =>
    [
      `## ${title}`,
      ...tables.map(({ title, rows }) => `${title}:\n\n${markdownTable(rows)}`),
      ...notes,
      `This part took ${seconds.toFixed(0)} s.`,
    ].join('\n\n'),
  )
  return `${[
    `# ${date}: what was measured`,
    `\`${command}\` on ${about.map(([name, value]) => `${name} ${value}`).join(', ')}.`,
    ...(failed.length > 0 ? [`Failed, and so missing here: ${failed.join(', ')}.`] : []),
    ...(figures.length > 0 ? [markdownTable(figureRows(figures))] : []),
    ...sections,
  ].join('\n\n')}\n`
}

function rawOf({ parts, ...about }: Result) {
  return {
    ...about,
    figures: parts.flatMap(({ finding }) => finding.figures),
    parts: parts.map(({ name, seconds, finding }) => ({ name, seconds, ...Object(finding.raw) })),
  }
}

/** Six digits after the point are more than was measured; a list of numbers takes one line. */
function jsonOf(value: unknown): string {
  const rounded = (_: string, each: unknown) =>
    typeof each === 'number' ? Math.round(each * 1e6) / 1e6 : each
  const text = JSON.stringify(value, rounded, 1)
  return `${text.replace(/\[\s+([-\d.e,\s]+?)\s+\]/g, (_, numbers: string) => `[${numbers.replace(/\s+/g, ' ')}]`)}\n`
}

async function freeName(folder: string, date: string): Promise<string> {
  for (let count = 1; ; count++) {
    const name = count === 1 ? date : `${date}-${count}`
    const taken = await Promise.all(
      ['json', 'md'].map((ending) =>
        access(join(folder, `${name}.${ending}`)).then(
          () => true,
          () => false,
        ),
      ),
    )
    if (!taken.includes(true)) return name
  }
}
